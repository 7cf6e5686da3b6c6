import type { Context } from "hono";
import { html } from "hono/html";
import { type ArticleView, type Marked, articleView } from "../../archive/views/article.ts";
import { count } from "../../export/pageLines.ts";
import { STANDINGS } from "../../model/ledger.ts";
import { articleAddress, statementAddress } from "../parts/addresses.ts";
import { markedText } from "../parts/markedText.ts";
import { outletFact, publishedFact } from "../parts/origin.ts";
import { sideEntry, timeList } from "../parts/sideList.ts";
import { standingBadge } from "../parts/standing.ts";
import { date, moment } from "../parts/when.ts";
import type { Env } from "../room.ts";
import { notFound } from "./errors.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { actNoun } from "../parts/acts.ts";

interface Chosen {
  readonly act: string;
  readonly speaker: string;
  readonly standing: string;
}

/** One article: its text with what was found in it, and where it came from. */
export const articlePages: Pages = (app, { store }) => {
  app.get("/articles/:article", async (c) => {
    const number = editionOf(c);
    const view = await articleView(store, c.req.param("article"), number);
    if (!view) return notFound(c, "There is no such article, or no such edition of it, in this archive.");
    const chosen = {
      act: c.req.query("act") ?? "",
      speaker: c.req.query("speaker") ?? "",
      standing: c.req.query("standing") ?? "",
    };
    return page(c, {
      title: view.article.title ?? "An article without a title",
      at: "/articles",
      styles: ["article.css"],
      scripts: ["article.js"],
      main: articleMain(view, chosen),
    });
  });
};

export function editionOf(c: Context<Env>): number | undefined {
  const typed = c.req.query("edition");
  return typed !== undefined && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}

function articleMain(view: ArticleView, chosen: Chosen): Html {
  const { document, text, marked } = view;
  const shown = marked.filter(
    ({ row }) =>
      (chosen.act === "" || row.act === chosen.act) &&
      (chosen.speaker === "" || row.speaker === chosen.speaker) &&
      (chosen.standing === "" ? row.standing !== "retracted" : row.standing === chosen.standing),
  );
  const statements = shown.filter(({ row }) => row.kind === "statement");
  const silences = shown.filter(({ row }) => row.kind === "silence");
  const hasHeadline = document.blocks.some(({ kind }) => kind === "headline");
  return html`<div class="article-page">
    <article class="article-text">
      ${head(view)}
      <div class="text" lang="${document.language === "und" ? "" : document.language}" dir="auto">
        ${hasHeadline ? "" : html`<h1>${view.article.title ?? "An article without a title"}</h1>`}
        ${markedText(view, shown)}
      </div>
      ${about(view)}
    </article>
    <aside class="side" aria-labelledby="side-title">
      <h2 id="side-title" class="side-title">${count(statements.length, "statement")}</h2>
      ${filters(view, chosen)}
      ${legend()}
      ${undated(statements)} ${marked.length === 0 ? html`<p class="empty">${nothingFound(view)}</p>` : ""}
      <ol class="side-list">
        ${statements.map((one) => sideEntry(one, text))}
      </ol>
      ${
        silences.length === 0
          ? ""
          : html`<h3>${count(silences.length, "silence")}<span class="fact"> what was reported as not said or not done</span></h3>
            <ol class="side-list">
              ${silences.map((one) => sideEntry(one, text))}
            </ol>`
      }
      ${
        document.times.length === 0
          ? ""
          : html`<details class="more">
            <summary>${count(document.times.length, "time")} in the text</summary>
            ${timeList(document.times, text)}
          </details>`
      }
      ${others(view)}
    </aside>
  </div>`;
}

function head({ article, document, edition, editions, sights }: ArticleView): Html {
  const { outlet, published } = article;
  const own = document.published;
  const basis = published === null ? "" : published === own.edtf ? own.basis : "given";
  const older = edition.edition < article.edition;
  return html`<p class="article-facts">
      ${outletFact(outlet)}
      <span>${publishedFact(published)}${published === null ? "" : html` <span class="basis">${basis}</span>`}</span>
      <a href="${articleAddress(article.article)}/editions">edition ${edition.edition} of ${editions}</a>
      <a href="${articleAddress(article.article)}/raw${older ? `?edition=${edition.edition}` : ""}">text as read</a>
    </p>
    ${published === null && !older ? undatedArticle(sights.at(-1)?.address ?? null) : ""}
    ${
      older
        ? html`<p class="notice">This is an earlier edition. <a href="${articleAddress(article.article)}">The latest one is edition ${article.edition}.</a>
          Entries nobody had decided on went over to it.</p>`
        : ""
    }`;
}

/** Most days of a report hang on its own: whoever knows it can give it. */
function undatedArticle(address: string | null): Html {
  return html`<p class="notice">
    The text does not say when it was published, so “on Monday” or “last month” in it is no date here. Who knows the day takes it in again
    with <code>hearsay add --published YYYY-MM-DD <bdi>${address ?? "REPORT"}</bdi></code>
  </p>`;
}

/** Said once for the whole list, and not of each entry. */
function undated(statements: readonly Marked[]): Html | "" {
  const dated = statements.filter(({ entry }) => entry.uttered && entry.uttered.edtf !== null).length;
  if (dated === statements.length) return "";
  return html`<p class="fact">${
    dated === 0
      ? "The text tells of none of them on what day it was said."
      : `On what day it was said is known of ${dated}; where no day stands below, the text does not tell it.`
  }</p>`;
}

function nothingFound({ article, edition }: ArticleView): Html {
  return edition.edition < article.edition
    ? html`Nobody had decided on the statements of this edition when the next one came.
        <a href="${articleAddress(article.article)}/editions">What became of each of them</a>`
    : html`No statements were found in this text. That is what a reader found, not a fact about the text.`;
}

/** Where the text comes from and what was noticed on the way. */
function about({ article, document, edition, sights, repeats, repeatedBy, earlier, text }: ArticleView): Html {
  const left = document.blocks.filter(({ kind }) => kind === "noise");
  const characters = left.reduce((all, { span }) => all + span[1] - span[0], 0);
  return html`<section class="data" aria-labelledby="data-title">
    <h2 id="data-title">Where this text comes from</h2>
    <dl>
      ${sights.map(
        (sight) =>
          html`<dt>Captured</dt>
            <dd>${moment(sight.at)} by ${sight.by}, ${sight.media_type}<br />from <bdi class="address">${sight.address ?? "standard input"}</bdi></dd>`,
      )}
      <dt>SHA-256</dt>
      <dd><code class="hash">${edition.capture}</code> of the bytes<br /><code class="hash">${edition.text}</code> of the text, ${text.length.toLocaleString("en")} UTF-16 units</dd>
      <dt>Language</dt>
      <dd>${document.language === "und" ? "not told" : document.language}</dd>
      ${left.length === 0 ? "" : html`<dt>Left out here</dt><dd>${characters.toLocaleString("en")} characters of the page around it: <a href="${articleAddress(article.article)}/raw">text as read</a></dd>`}
      ${repeats === null ? "" : html`<dt>Nearly repeats</dt><dd><a href="${articleAddress(repeats.article)}">${repeats.title ?? repeats.article}</a></dd>`}
      ${repeatedBy.length === 0 ? "" : html`<dt>Nearly repeated by</dt><dd>${repeatedBy.slice(0, 20).map((one) => html`<a href="${articleAddress(one.article)}">${one.title ?? one.article}</a> `)}</dd>`}
      ${document.remarks.map(({ level, reason }) => html`<dt>${level === "warning" ? "Warning" : "Note"}</dt><dd>${reason}</dd>`)}
      ${
        document.repairs.length === 0
          ? ""
          : html`<dt>Read otherwise</dt><dd>${document.repairs.slice(0, 20).map(({ span, reads, why }) => html`“${text.slice(...span)}” as “${reads}” (${why})<br />`)}the text stays as it came</dd>`
      }
    </dl>
    ${
      earlier.length === 0
        ? ""
        : html`<h3>Decided on in an earlier edition</h3>
          <ul class="plain">
            ${earlier.map((row) => html`<li>${standingBadge(row.standing)} <a href="${statementAddress(`${row.article}.${row.id}`)}">${row.words}</a></li>`)}
          </ul>`
    }
  </section>`;
}

function filters({ marked, article, edition }: ArticleView, chosen: Chosen): Html {
  const values = (of: (one: Marked) => string): string[] => [...new Set(marked.map(of))].filter(Boolean).sort();
  const choice = (name: keyof Chosen, label: string, all: readonly string[], any: string): Html =>
    html`<label>${label}
      <select name="${name}">
        <option value="">${any}</option>
        ${all.map((value) => html`<option value="${value}" ${value === chosen[name] ? "selected" : ""}>${name === "act" ? actNoun(value) : value}</option>`)}
      </select></label>`;
  return html`<form class="side-filters" method="get" action="${articleAddress(article.article)}">
    ${edition.edition === article.edition ? "" : html`<input type="hidden" name="edition" value="${edition.edition}" />`}
    ${choice(
      "speaker",
      "Speaker",
      values(({ row }) => row.speaker),
      "all",
    )}
    ${choice(
      "act",
      "Act",
      values(({ row }) => row.act),
      "all",
    )}
    ${choice("standing", "Standing", STANDINGS, "all but retracted")}
    <button>Show</button>
  </form>`;
}

function legend(): Html {
  return html`<p class="legend" aria-label="How the text is marked">
    <span class="m m-source">who</span> <span class="m m-cue">how</span>
    <span><span class="ref ref-statement">1</span><span class="m m-content u-candidate d1">what, <span class="m m-content u-candidate d2">nested</span></span></span>
    <span><span class="ref ref-silence">a</span><span class="m m-silence d1">silence</span></span> <span class="m m-time">time</span>
    <span class="m m-content u-candidate d1">candidate</span> <span class="m m-content u-confirmed d1">confirmed</span>
    <span class="m m-content u-disputed d1">disputed</span>
  </p>`;
}

/** What else the reader found: occasions, counts, offices, names. */
function others({ document, text }: ArticleView): Html {
  const { occasions, counts, appearances, people } = document;
  const names = people.filter(({ kind }) => kind !== "unnamed");
  return html`${
    occasions.length === 0
      ? ""
      : html`<details class="more"><summary>${count(occasions.length, "occasion")}</summary>
        <ul class="plain">${occasions.map(({ name, when, status }) => html`<li>${name}${status ? ` (${status})` : ""}${when.edtf === null ? "" : html`, ${date(when.edtf)} <span class="basis">${when.basis}</span>`}</li>`)}</ul></details>`
  }
  ${
    counts.length === 0
      ? ""
      : html`<details class="more"><summary>${count(counts.length, "reported count")}</summary>
        <ul class="plain">${counts.map((one) => html`<li>${one.bound.replace("-", " ")} ${one.count} × ${one.term}${one.by === null ? "" : `, ${one.by}`}</li>`)}</ul></details>`
  }
  ${
    appearances.length === 0
      ? ""
      : html`<details class="more"><summary>Offices given and taken, people seen or missed</summary>
        <ul class="plain">${appearances.map((one) => html`<li>${one.kind}: ${one.who ?? "somebody"}${one.what === null ? "" : `, ${one.what}`} <q>${text.slice(...one.span)}</q></li>`)}</ul></details>`
  }
  ${
    names.length === 0
      ? ""
      : html`<details class="more"><summary>${count(names.length, "name")}</summary>
        <ul class="plain">${names.map(({ name, kind, mentions }) => html`<li><bdi>${name}</bdi> <span class="fact">${kind}, ${mentions.length}×</span></li>`)}</ul></details>`
  }`;
}
