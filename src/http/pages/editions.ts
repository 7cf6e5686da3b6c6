import { html } from "hono/html";
import { type Changed, type EditionsView, editionsView } from "../../archive/views/editions.ts";
import { difference } from "../../export/difference.ts";
import { count } from "../../export/pageLines.ts";
import type { HistoryBack, HistoryEdition, HistoryFate } from "../../model/history.ts";
import { articleAddress, statementAddress } from "../parts/addresses.ts";
import { standingBadge } from "../parts/standing.ts";
import { moment } from "../parts/when.ts";
import { notFound } from "./errors.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** How an article changed, as far as the archive saw it: texts and statements, edition by edition. */
export const editionsPages: Pages = (app, { store }) => {
  app.get("/articles/:article/editions", async (c) => {
    const view = await editionsView(store, c.req.param("article"));
    if (!view) return notFound(c, "There is no such article in this archive.");
    return page(c, {
      title: `Editions: ${view.article.title ?? view.article.article}`,
      at: "/articles",
      styles: ["article.css"],
      main: editionsMain(view),
    });
  });
};

function editionsMain({ article, history, differences }: EditionsView): Html {
  const all = history.editions.toReversed();
  return html`<h1>Editions</h1>
    <p class="article-facts">
      <a href="${articleAddress(article.article)}">${article.title ?? "an article without a title"}</a>
      <span>${count(all.length, "edition")}, the last one first</span>
    </p>
    ${all.length > 1 ? "" : html`<p class="empty">This article has not changed since it was first seen.</p>`}
    ${all.map((edition) => editionPart(edition, article.article, differences.get(edition.edition) ?? []))}`;
}

function editionPart(edition: HistoryEdition, article: string, changes: readonly Changed[]): Html {
  const { edition: number, at, fates, back, added, returns, statements, silences, addresses, capture } = edition;
  const same = fates.filter(({ fate }) => fate === "unchanged");
  const moved = fates.filter(({ fate }) => fate === "moved");
  const told = fates.filter(({ fate }) => fate === "altered" || fate === "gone");
  return html`<section class="edition" aria-labelledby="edition-${number}">
    <h2 id="edition-${number}">Edition ${number}</h2>
    <ul class="facts">
      <li>taken in ${moment(at)}</li>
      <li>${count(statements, "statement")}${silences > 0 ? `, ${count(silences, "silence")}` : ""}</li>
      <li><a href="${articleAddress(article)}?edition=${number}">read it</a></li>
      <li><a href="${articleAddress(article)}/raw?edition=${number}">text as read</a></li>
    </ul>
    ${addresses.map((address) => html`<p class="fact"><bdi class="address">${address}</bdi></p>`)}
    <p class="fact">SHA-256 of the bytes <code class="hash">${capture}</code></p>
    ${returns === null ? "" : html`<p class="notice">The page went back to the words of <a href="#edition-${returns}">edition ${returns}</a>.</p>`}
    ${
      number === 1
        ? ""
        : html`<h3>What became of the statements and silences</h3>
          <p>${[`${same.length} unchanged`, `${moved.length} moved`, `${told.filter(({ fate }) => fate === "altered").length} altered`, `${told.filter(({ fate }) => fate === "gone").length} gone`, ...(back.length > 0 ? [`${back.length} back`] : []), `${added.length} new`].join(", ")}.</p>
          <ol class="fates">
            ${told.map((one) => fate(one, article))}
            ${back.map((one) => cameBack(one, article))}
            ${added.map(
              ({ id, speaker, words }) =>
                html`<li><b class="fate fate-new">new</b> <bdi class="fate-who">${speaker || "nobody named"}</bdi> <a href="${statementAddress(`${article}.${id}`)}"><ins>${words}</ins></a></li>`,
            )}
          </ol>
          ${listed(moved, "moved", article)} ${listed(same, "unchanged", article)}
          <h3>What changed in the text</h3>
          ${
            changes.length === 0
              ? html`<p class="empty">Nothing but what stands around the article on its page.</p>`
              : html`<div class="changes">${changes.map(({ words }) => html`<p>${stretches(words)}</p>`)}</div>`
          }`
    }
  </section>`;
}

function fate({ id, fate: became, to, was, now, speaker, words }: HistoryFate, article: string): Html {
  const stays = became === "altered" && was !== null && now !== null;
  return html`<li>
    <b class="fate fate-${became}">${became}</b> <bdi class="fate-who">${speaker || "nobody named"}</bdi>
    ${stays ? html`<span>${stretches(difference(was, now))}</span>` : html`<del>${words}</del>`}
    ${to === null || became === "gone" ? html`<code class="fact">${id}</code>` : html`<a href="${statementAddress(`${article}.${to}`)}">open</a>`}
  </li>`;
}

function cameBack({ id, edition, standing, speaker, words }: HistoryBack, article: string): Html {
  return html`<li>
    <b class="fate fate-new">back</b> <bdi class="fate-who">${speaker || "nobody named"}</bdi>
    <a href="${statementAddress(`${article}.${id}`)}"><ins>${words}</ins></a>
    <span class="fact">as in edition ${edition}</span> ${standing === null ? "" : standingBadge(standing)}
  </li>`;
}

function listed(fates: readonly HistoryFate[], what: string, article: string): Html | "" {
  if (fates.length === 0) return "";
  return html`<details class="more">
    <summary>${fates.length} ${what}</summary>
    <ul class="plain">
      ${fates.map(({ id, to, speaker, words }) => html`<li><bdi>${speaker || "nobody named"}</bdi> <a href="${statementAddress(`${article}.${to ?? id}`)}">${words}</a></li>`)}
    </ul>
  </details>`;
}

function stretches(words: Changed["words"]): Html {
  return html`${words.map(({ in: where, words: some }, i) => {
    const space = i === 0 ? "" : " ";
    if (where === "both") return html`${space}${some}`;
    return where === "was" ? html`${space}<del>${some}</del>` : html`${space}<ins>${some}</ins>`;
  })}`;
}
