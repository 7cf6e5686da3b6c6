import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

/** What did not go through, or what did: told at the head of a page, read out at once. */
export function told(fault: string | null, done: string | null = null): Html {
  return html`${fault === null ? "" : html`<p class="fault" role="alert">${fault}</p>`}${done === null ? "" : html`<p class="done" role="status">${done}</p>`}`;
}
