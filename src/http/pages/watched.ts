import { html } from "hono/html";
import { failingView, feedItemsView, feedsView } from "../../archive/views/watching.ts";
import { searchAddress } from "../parts/addresses.ts";
import { pager } from "../parts/pager.ts";
import { watchedItem, watchedLines } from "../parts/watched.ts";
import { notFound } from "./errors.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/feeds";
const A_PAGE = 50;

/** Feeds and pages that are watched, what they named, and how it goes. */
export const watchedPages: Pages = (app, { store }) => {
  app.get(HERE, async (c) => {
    const { cursor } = c.req.query();
    const { items, cursor: next } = await feedsView(store, part(cursor));
    const fails = items.filter(({ failures }) => failures > 0).length;
    return page(c, {
      title: "Feeds",
      at: HERE,
      styles: ["desk.css"],
      main: html`<h1>Feeds</h1>
        <p class="lead">Feeds and pages that <code>hearsay watch</code> looks at, and what came of it the last time.
          ${fails === 0 ? "" : html`<a href="/feeds/failing">What fails</a>.`}</p>
        ${
          items.length === 0
            ? html`<p class="empty">Nothing is watched yet: <code>hearsay watch https://…</code> begins with a feed.</p>`
            : watchedLines(items)
        }
        ${pager(cursor === undefined ? null : HERE, next === null ? null : `${HERE}?cursor=${next}`, "More feeds")}`,
    });
  });

  app.get("/feeds/failing", async (c) => {
    const { cursor } = c.req.query();
    const { items, cursor: next } = await failingView(store, part(cursor));
    return page(c, {
      title: "What fails",
      at: HERE,
      styles: ["desk.css"],
      main: html`<p class="back"><a href="${HERE}">Feeds</a></p>
        <h1>What fails</h1>
        ${items.length === 0 ? html`<p class="empty">Nothing failed when it was last asked for.</p>` : watchedLines(items)}
        ${more("/feeds/failing", cursor, next, {})}`,
    });
  });

  app.get("/feeds/items", async (c) => {
    const { cursor, feed = "" } = c.req.query();
    const view = await feedItemsView(store, feed, part(cursor));
    if (!view) return notFound(c, "No feed is watched at this address.");
    const { items, cursor: next } = view.page;
    return page(c, {
      title: view.feed.title ?? feed,
      at: HERE,
      styles: ["desk.css"],
      main: html`<p class="back"><a href="${HERE}">Feeds</a></p>
        <h1><bdi>${view.feed.title ?? "A feed without a title"}</bdi></h1>
        <div class="watched-feed">${watchedItem(view.feed)}</div>
        <h2>What it named</h2>
        ${items.length === 0 ? html`<p class="empty">It has named nothing yet.</p>` : watchedLines(items)}
        ${more("/feeds/items", cursor, next, { feed })}`,
    });
  });
};

function part(cursor: string | undefined): { readonly limit: number; readonly cursor?: string } {
  return { limit: A_PAGE, ...(cursor !== undefined && { cursor }) };
}

function more(
  here: string,
  cursor: string | undefined,
  next: string | null,
  asked: Readonly<Record<string, string>>,
): Html | "" {
  return pager(
    cursor === undefined ? null : searchAddress(asked, here),
    next === null ? null : searchAddress({ ...asked, cursor: next }, here),
    "More",
  );
}
