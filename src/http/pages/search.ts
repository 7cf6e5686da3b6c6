import { html } from "hono/html";
import { ASKED, type Asked, askedIn } from "../../archive/views/asked.ts";
import { type SearchView, searchView } from "../../archive/views/search.ts";
import { MOST_TALLIED, type Tally } from "../../archive/views/tally.ts";
import { count } from "../../export/pageLines.ts";
import { form } from "../parts/form.ts";
import { searchAddress } from "../parts/addresses.ts";
import { cards } from "../parts/card.ts";
import { counted } from "../parts/counted.ts";
import { pager } from "../parts/pager.ts";
import { monthPlot } from "../parts/plot.ts";
import { LABELS, searchForm } from "../parts/searchForm.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { actNoun } from "../parts/acts.ts";

const FACET = 8;

/** Statements and silences by words and filters; every filter stands in the address. */
export const searchPages: Pages = (app, { store }) => {
  app.get("/search", async (c) => {
    const asked = askedIn(c.req.query());
    const view = await searchView(store, asked);
    const { cursor: _, order: __, ...fed } = asked;
    const name = titleOf(asked);
    return page(c, {
      title: name === "" ? "Search" : `Search: ${name}`,
      at: "/search",
      status: view.faults.length > 0 ? 400 : 200,
      feeds:
        view.faults.length > 0
          ? []
          : [
              {
                title: name || "All statements",
                type: "application/atom+xml",
                href: searchAddress(fed, "/feeds/search.atom"),
              },
              {
                title: name || "All statements",
                type: "application/feed+json",
                href: searchAddress(fed, "/feeds/search.json"),
              },
            ],
      main: await searchMain(
        view,
        keeping(view, name, (fields) => form(c, "/saved", fields, "save")),
      ),
    });
  });
};

/** A search in a few words: what was typed, and each filter. */
export function titleOf(asked: Asked): string {
  return ASKED.filter((field) => field !== "cursor" && field !== "order")
    .flatMap((field) => {
      const value = asked[field];
      if (value === undefined) return [];
      return field === "words"
        ? [value]
        : [`${LABELS[field].toLowerCase()} ${field === "act" ? actNoun(value) : value}`];
    })
    .join(", ");
}

function without({ asked }: SearchView, ...fields: readonly (keyof Asked)[]): Asked {
  return Object.fromEntries(
    Object.entries(asked).filter(([field]) => field !== "cursor" && !fields.includes(field as keyof Asked)),
  );
}

async function searchMain(view: SearchView, keep: Html | ""): Promise<Html> {
  const { hits, cursor, lookedThrough, faults, asked, tally } = view;
  return html`<h1>Search</h1>
    ${searchForm(view)} ${taken(view)} ${called(view)}
    ${asked.cursor !== undefined && faults.some(({ field }) => field === "cursor") ? html`<p class="fault" role="alert">This page of the list is not there any more. <a href="${searchAddress(without(view))}">Begin with the first one.</a></p>` : ""}
    ${
      tally === null
        ? ""
        : html`<div class="search-columns">
          <section aria-labelledby="hits-title" class="hits">
            <h2 id="hits-title">${heading(tally)}</h2>
            ${hits.length === 0 && asked.cursor === undefined && cursor === null ? nothing(view) : ""}
            ${cards(hits)}
            ${lookedThrough === null ? "" : html`<p class="notice">${count(hits.length, "hit")} on this page: ${lookedThrough.toLocaleString("en")} entries were looked through here. Others lie behind them.</p>`}
            ${pager(asked.cursor === undefined ? null : searchAddress(without(view)), cursor === null ? null : searchAddress({ ...asked, cursor }), lookedThrough === null ? "More" : "Look further")}
          </section>
          <div class="search-side">${await side(view, tally)} ${keep}</div>
        </div>`
    }`;
}

function heading({ of, more, lookedThrough, kinds }: Tally): string {
  if (lookedThrough !== null && of === 0) return "Nothing found so far";
  if (lookedThrough !== null) return `${of.toLocaleString("en")} or more found`;
  if (more) return `More than ${MOST_TALLIED.toLocaleString("en")} found`;
  if (of === 0) return "Nothing found";
  return kinds.map(({ value, n }) => count(n, value)).join(", ");
}

/** What names were taken for, and names that may be meant as well. */
function taken(view: SearchView): Html {
  return html`${view.taken.map(
    ({ field, typed, name, guessed, also }) =>
      html`<p class="notice">
        ${guessed ? html`“${typed}” is taken for <b><bdi>${name}</bdi></b>.` : html`This is <b><bdi>${name}</bdi></b> as it stands alone.`}
        ${also.length === 0 ? "" : html`The word stands in other names too: ${also.map(({ value, n }) => html`<a href="${searchAddress({ ...without(view), [field]: value })}"><bdi>${value}</bdi> (${n})</a> `)}`}
      </p>`,
  )}`;
}

/** Somebody's name was typed as words: it stands in what others say of him, not in what he says. */
function called(view: SearchView): Html | "" {
  if (view.called.length === 0) return "";
  const said = view.called.map(
    ({ value, n }) =>
      html`<li><a href="${searchAddress({ ...without(view, "words"), speaker: value })}">What <b><bdi>${value}</bdi></b> said or left unsaid</a> (${n.toLocaleString("en")})</li>`,
  );
  return html`<div class="notice">
    <p>Below stands what has “${view.asked.words}” in its words, whoever said it. It is a name of who speaks, too:</p>
    <ul>
      ${said}
    </ul>
  </div>`;
}

function nothing(view: SearchView): Html {
  const { asked } = view;
  // Without its only filter a search finds the whole archive: that is no advice.
  const only = Object.entries(asked).filter(([field, value]) => field !== "order" && value !== undefined).length < 2;
  const instead = view.instead.filter((way) => !only || way.without === null || way.without === "order");
  return html`<div class="empty">
    <p>Nothing in this archive has all of that.</p>
    ${
      instead.length === 0
        ? html`<p>Try fewer words and filters, or <a href="/search">look at everything</a>.</p>`
        : html`<p>Something is found</p>
          <ul>
            ${instead.map(
              (way) =>
                html`<li><a href="${searchAddress({ ...way.asked, cursor: undefined })}">${way.without === null ? html`with words that begin so: ${way.asked.words}` : way.without === "order" ? "on days that are not known" : html`without ${LABELS[way.without].toLowerCase()} “${asked[way.without]}”`}</a></li>`,
            )}
          </ul>`
    }
  </div>`;
}

async function side(view: SearchView, tally: Tally): Promise<Html | ""> {
  if (tally.of === 0) return "";
  const facet = (
    title: string,
    field: keyof Asked,
    values: Tally["acts"],
    words?: (value: string) => string,
  ): Html | "" =>
    view.asked[field] !== undefined
      ? html`<section><h3>${title}</h3><p><a href="${searchAddress(without(view, field))}">all, not only “${words ? words(view.asked[field] as string) : view.asked[field]}”</a></p></section>`
      : values.length < 2
        ? ""
        : html`<section><h3>${title}</h3>${counted(values.slice(0, FACET), (value) => searchAddress({ ...without(view), [field]: value }), words)}</section>`;
  const some = tally.more ? `counted are the newest ${tally.of.toLocaleString("en")}` : null;
  return html`${await monthPlot({
    title: "When it was said",
    months: tally.months,
    undated: tally.undated,
    some,
    address: (month) => searchAddress({ ...without(view), said: month }),
  })}
    <div class="facets">
      ${facet("Speakers", "speaker", tally.speakers)} ${facet("Acts", "act", tally.acts, actNoun)}
      ${facet("Standing", "standing", tally.standings)} ${facet("Channels", "channel", tally.channels)}
      ${facet("Outlets", "outlet", tally.outlets)}
    </div>`;
}

/** To keep a search and to follow it. */
function keeping(view: SearchView, name: string, wrapped: (fields: Html) => Html): Html | "" {
  const asked = without(view, "order");
  if (view.tally === null) return "";
  return html`<section class="keeping" aria-labelledby="keep-title">
    <h2 id="keep-title">Follow this search</h2>
    <p><a href="${searchAddress(asked, "/feeds/search.atom")}">Atom feed</a> · <a href="${searchAddress(asked, "/feeds/search.json")}">JSON feed</a> · <a href="/saved">Saved searches</a></p>
    ${wrapped(html`<input type="hidden" name="query" value="${searchAddress(without(view), "").replace(/^\?/, "")}" />
      <label for="save-name">Save it as</label>
      <input id="save-name" name="name" value="${name.slice(0, 200)}" maxlength="200" required />
      <button>Save</button>`)}
  </section>`;
}
