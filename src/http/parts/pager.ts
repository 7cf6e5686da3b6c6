import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

/** The way to the page behind this one, and back to the first. Empty where there is only one. */
export function pager(first: string | null, next: string | null, what: string): Html | "" {
  if (first === null && next === null) return "";
  return html`<nav class="pager" aria-label="Pages">
    ${first === null ? "" : html`<a href="${first}">First page</a>`}
    ${next === null ? html`<span class="fact">This is the last page.</span>` : html`<a rel="next" href="${next}">${what}</a>`}
  </nav>`;
}
