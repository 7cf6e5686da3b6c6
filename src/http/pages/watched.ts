import { html } from "hono/html";
import { failingView, feedItemsView, feedsView } from "../../archive/views/watching.ts";
import { listPager, part } from "../parts/pager.ts";
import { watchedItem, watchedLines } from "../parts/watched.ts";
import { notFound } from "./errors.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/feeds";
const A_PAGE = 50;

/** Feeds and pages that are watched, what they named, and how it goes. */
export const watchedPages: Pages = (app, { store }) => {
  app.get(HERE, async (c) => {
    const { cursor } = c.req.query();
    const { items, cursor: next } = await feedsView(store, part(A_PAGE, cursor));
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
        ${listPager({ here: HERE, cursor, next }, "More feeds")}`,
    });
  });

  app.get("/feeds/failing", async (c) => {
    const { cursor } = c.req.query();
    const { items, cursor: next } = await failingView(store, part(A_PAGE, cursor));
    return page(c, {
      title: "What fails",
      at: HERE,
      styles: ["desk.css"],
      main: html`<p class="back"><a href="${HERE}">Feeds</a></p>
        <h1>What fails</h1>
        ${items.length === 0 ? html`<p class="empty">Nothing failed when it was last asked for.</p>` : watchedLines(items)}
        ${listPager({ here: "/feeds/failing", cursor, next }, "More")}`,
    });
  });

  app.get("/feeds/items", async (c) => {
    const { cursor, feed = "" } = c.req.query();
    const view = await feedItemsView(store, feed, part(A_PAGE, cursor));
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
        ${listPager({ here: "/feeds/items", asked: { feed }, cursor, next }, "More")}`,
    });
  });
};
