import { html } from "hono/html";
import type { Verdict } from "../../archive/views/verdicts.ts";
import type { Html } from "../pages/layout.ts";
import { moment } from "./when.ts";

/** What people said of an entry, each with the reason given. */
export function verdictList(verdicts: readonly Verdict[]): Html {
  return html`<ol class="verdicts">
    ${verdicts.map((one) => html`<li class="${one.stands ? "" : "undone"}">${verdict(one)}</li>`)}
  </ol>`;
}

export function verdict({ name, did, at, reason, changes, as, stands, entry }: Verdict): Html {
  return html`<p>
      <b><bdi>${name}</bdi></b> ${did} it${as === "second reader" ? ", as second reader" : as === "settlement" ? ", to settle it" : ""}
      <span class="fact">${moment(at)}, entry ${entry}${stands ? "" : ", taken back"}</span>
    </p>
    ${changes.length === 0 ? "" : html`<ul class="changes">${changes.map((change) => html`<li>${change}</li>`)}</ul>`}
    ${reason === null ? "" : html`<blockquote class="reason">${reason}</blockquote>`}`;
}
