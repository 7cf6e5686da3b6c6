import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";
import { searchAddress } from "./addresses.ts";

/** The part of a list that an address asks for: so many, from where its cursor says. */
export function part(limit: number, cursor: string | undefined): { readonly limit: number; readonly cursor?: string } {
  return { limit, ...(cursor !== undefined && { cursor }) };
}

/** Where a list stands, which filters it is asked with, which part of it is shown, and the cursor behind that part. */
export interface Listed {
  readonly here: string;
  readonly asked?: Readonly<Record<string, string | undefined>>;
  readonly cursor: string | undefined;
  readonly next: string | null;
}

/** The pager of a list that goes by cursors. */
export function listPager({ here, asked = {}, cursor, next }: Listed, what: string): Html | "" {
  return pager(
    cursor === undefined ? null : searchAddress(asked, here),
    next === null ? null : searchAddress({ ...asked, cursor: next }, here),
    what,
  );
}

/** The way to the page behind this one, and back to the first. Empty where there is only one. */
export function pager(first: string | null, next: string | null, what: string): Html | "" {
  if (first === null && next === null) return "";
  return html`<nav class="pager" aria-label="Pages">
    ${first === null ? "" : html`<a href="${first}">First page</a>`}
    ${next === null ? html`<span class="fact">This is the last page.</span>` : html`<a rel="next" href="${next}">${what}</a>`}
  </nav>`;
}
