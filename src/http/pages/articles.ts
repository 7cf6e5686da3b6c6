import { html } from "hono/html";
import { held } from "../../archive/views/today.ts";
import { nameFound } from "../../archive/named.ts";
import { searchAddress } from "../parts/addresses.ts";
import { listPager, part } from "../parts/pager.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { articleLine } from "./today.ts";

const A_PAGE = 30;

/** All articles, the newest changes first, or those of one outlet. */
export const articlesPages: Pages = (app, { store }) => {
  app.get("/articles", async (c) => {
    const typed = c.req.query("outlet")?.trim() ?? "";
    const cursor = c.req.query("cursor") || undefined;
    const found = typed === "" ? null : await nameFound(store, "outlet", typed);
    const outlet = found?.found === "one" ? found.name : typed;
    const { items, cursor: next } = await store.articles({
      ...part(A_PAGE, cursor),
      ...(outlet !== "" && { outlet }),
    });
    const lines = [];
    for (const row of items) lines.push(articleLine({ row, ...(await held(store, row)) }));
    return page(c, {
      title: outlet === "" ? "Articles" : `Articles of ${outlet}`,
      at: "/articles",
      main: html`<h1>Articles${outlet === "" ? "" : html` of <bdi>${outlet}</bdi>`}</h1>
        <form class="inline-form" method="get" action="/articles">
          <label for="outlet">Outlet</label> <input id="outlet" name="outlet" value="${typed}" /> <button>Show</button>
          ${outlet === "" ? "" : html`<a href="/articles">all outlets</a>`}
        </form>
        ${found?.found === "several" ? html`<p class="notice">“${typed}” may be: ${found.names.slice(0, 12).map(({ value }) => html`<a href="${searchAddress({ outlet: value }, "/articles")}"><bdi>${value}</bdi></a> `)}</p>` : ""}
        ${items.length === 0 ? html`<p class="empty">${outlet === "" ? html`No reports yet. <code>hearsay add</code> takes them in.` : "No article of this outlet."}</p>` : ""}
        <ol class="articles">
          ${lines}
        </ol>
        ${listPager({ here: "/articles", asked: { outlet }, cursor, next }, "Older articles")}`,
    });
  });
};
