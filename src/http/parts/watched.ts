import { html } from "hono/html";
import type { ShownFeed, ShownWatched } from "../../archive/views/watching.ts";
import type { Html } from "../pages/layout.ts";
import { countedTo } from "./counted.ts";
import { moment } from "./when.ts";

/** Each state has its own mark, so that colour alone tells nothing. */
const MARKS: Readonly<Record<ShownWatched["health"], string>> = {
  well: "●",
  new: "○",
  failing: "◐",
  "given up": "⊘",
  done: "✓",
};

/** What is watched, a line for each with how it goes in words. */
export function watchedLines(items: readonly (ShownWatched | ShownFeed)[]): Html {
  return html`<ul class="watched">
    ${items.map((one) => html`<li>${watchedItem(one)}</li>`)}
  </ul>`;
}

export function watchedItem(one: ShownWatched | ShownFeed): Html {
  const { address, title, health, says, lookedAt, nextAt, status } = one;
  return html`<p class="watched-name">
      <span class="health health-${health.replace(" ", "-")}"><span aria-hidden="true">${MARKS[health]}</span> ${health}</span>
      ${title === null ? "" : html`<b><bdi>${title}</bdi></b>`} <span class="address">${address}</span>
    </p>
    <p>${says}</p>
    <p class="fact">
      ${lookedAt === null ? "never asked for" : html`last asked for ${moment(lookedAt)}`}${status === null ? "" : html`, status ${status}`};
      ${nextAt === null ? "not due again" : html`next ${moment(nextAt)}`}
      ${
        "items" in one && one.items > 0
          ? html`· <a href="/feeds/items?feed=${encodeURIComponent(address)}">${countedTo(one.items, one.most)} ${one.items === 1 ? "item" : "items"}</a>${one.failing > 0 ? html`, ${countedTo(one.failing, one.most)} of them failing` : ""}`
          : ""
      }
    </p>`;
}
