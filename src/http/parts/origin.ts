import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";
import { outletAddress } from "./addresses.ts";
import { date } from "./when.ts";

/** The outlet of an article, leading to all it has here. */
export function outletFact(outlet: string | null): Html {
  return outlet === null
    ? html`<span class="unknown">outlet not known</span>`
    : html`<a href="${outletAddress(outlet)}"><bdi>${outlet}</bdi></a>`;
}

/** The day an article was published. */
export function publishedFact(published: string | null): Html {
  return published === null
    ? html`<span class="unknown">publication date not known</span>`
    : html`published ${date(published)}`;
}
