import { html } from "hono/html";
import { articleView } from "../../archive/views/article.ts";
import { articleAddress } from "../parts/addresses.ts";
import { editionOf } from "./article.ts";
import { notFound } from "./errors.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** The text of an edition as it was read: every block with its offsets, the page's own furniture among them. */
export const rawPages: Pages = (app, { store }) => {
  app.get("/articles/:article/raw", async (c) => {
    const view = await articleView(store, c.req.param("article"), editionOf(c));
    if (!view) return notFound(c, "There is no such article, or no such edition of it, in this archive.");
    const { article, edition, text, document } = view;
    return page(c, {
      title: `Text as read: ${article.title ?? article.article}`,
      at: "/articles",
      styles: ["article.css"],
      main: html`<h1>The text as read</h1>
        <p class="article-facts">
          <a href="${articleAddress(article.article)}">${article.title ?? "an article without a title"}</a>
          <span>edition ${edition.edition}</span>
          <span>${text.length.toLocaleString("en")} UTF-16 units</span>
        </p>
        <p class="fact">SHA-256 of the text <code class="hash">${edition.text}</code></p>
        <p class="fact">Offsets count UTF-16 units from the beginning of the text. “Noise” is what stood around the article on its page.</p>
        <div class="raw-text">
          ${document.blocks.map(
            ({ kind, span }) =>
              html`<div class="raw-block raw-${kind}"><p class="raw-offset">${span[0]}–${span[1]}<br />${kind}</p><pre lang="${document.language === "und" ? "" : document.language}">${text.slice(...span)}</pre></div>`,
          )}
        </div>`,
    });
  });
};
