import { html } from "hono/html";
import { STANDING } from "../../export/recordWords.ts";
import type { Standing } from "../../model/ledger.ts";
import type { Html } from "../pages/layout.ts";

/** What an entry is worth: shape, colour and word together. */
export function standingBadge(standing: Standing): Html {
  return html`<span class="standing standing-${standing}" title="${STANDING[standing].means}"
    ><span aria-hidden="true">${STANDING[standing].mark}</span> ${standing}</span
  >`;
}
