import { html } from "hono/html";
import {
  type ShownSilence,
  type SilencesAsked,
  type SilencesView,
  type Tally,
  silencesView,
} from "../../archive/views/silences.ts";
import { actWords } from "../../export/recordWords.ts";
import { SILENCE_KINDS } from "../../model/entries.ts";
import { searchAddress } from "../parts/addresses.ts";
import { card } from "../parts/card.ts";
import { counted } from "../parts/counted.ts";
import { listPager, part } from "../parts/pager.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/silences";
const A_PAGE = 30;
const FILTERS = ["kind", "who", "noticedBy", "accordingTo"] as const;
type Chosen = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

/** What was not said or not done: by kind, who was silent, who noticed, on whose account. */
export const silencePages: Pages = (app, { store }) => {
  app.get(HERE, async (c) => {
    const query = c.req.query();
    const chosen = Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : []))) as Chosen;
    const { cursor } = query;
    const asked: SilencesAsked = { ...chosen, ...part(A_PAGE, cursor) };
    const view = await silencesView(store, asked);
    return page(c, {
      title: "Silences",
      at: HERE,
      styles: ["desk.css"],
      main: silencesMain(view, chosen, cursor),
    });
  });
};

function silencesMain(view: SilencesView, chosen: Chosen, cursor: string | undefined): Html {
  const without = (name: keyof Chosen): Record<string, string> => ({ ...chosen, [name]: "" }) as Record<string, string>;
  return html`<h1>Silences</h1>
    <p class="lead">What a report says was not said or not done, or found missing. “Not reported by” is not “not said”: each tells on whose account it is.</p>
    <div class="with-side">
      <div>
        ${
          Object.keys(chosen).length === 0
            ? ""
            : html`<ul class="chosen" aria-label="Filters">
              ${FILTERS.flatMap((name) =>
                chosen[name] === undefined
                  ? []
                  : [
                      html`<li><a href="${searchAddress(without(name), HERE)}">${LABELS[name]}: <bdi>${words(name, chosen[name])}</bdi> <span aria-hidden="true">×</span><span class="unseen">, take this filter away</span></a></li>`,
                    ],
              )}
            </ul>`
        }
        ${
          view.items.length === 0
            ? html`<p class="empty">${view.among === 0 ? "There are no silences in this archive yet." : html`No silence is like that. <a href="${HERE}">Show all</a>.`}</p>`
            : html`<ol class="cards">${view.items.map((one) => html`<li>${silence(one)}</li>`)}</ol>`
        }
        ${listPager({ here: HERE, asked: chosen, cursor, next: view.cursor }, "Older silences")}
      </div>
      <aside aria-label="Narrow down">
        ${facet("By kind", "kind", view.kinds, chosen)} ${facet("Who was silent", "who", view.who, chosen)}
        ${facet("Who noticed", "noticedBy", view.noticedBy, chosen)} ${facet("On whose account", "accordingTo", view.accordingTo, chosen)}
        ${view.among === 0 ? "" : html`<p class="fact">Counted among the newest ${view.among.toLocaleString("en")}.</p>`}
      </aside>
    </div>`;
}

const LABELS = { kind: "kind", who: "silent", noticedBy: "noticed by", accordingTo: "on the account of" } as const;

function words(name: keyof Chosen, value: string): string {
  return name === "kind" && (SILENCE_KINDS as readonly string[]).includes(value) ? actWords("silence", value) : value;
}

function facet(heading: string, name: keyof Chosen, values: Tally, chosen: Chosen): Html {
  if (values.length === 0) return html``;
  return html`<h2>${heading}</h2>
    ${counted(
      values,
      (value) => searchAddress({ ...chosen, [name]: value }, HERE),
      (value) => words(name, value),
    )}`;
}

function silence({ record, noticedBy, accordingTo, about, scope, expectation }: ShownSilence): Html {
  const facts = [
    ["about", about],
    ["in", scope],
    ["noticed by", noticedBy],
    ["on the account of", accordingTo],
    ["expected", expectation],
  ] as const;
  return html`${card(record)}
    <dl class="silence-facts">
      ${facts.map(([name, value]) => (value === null ? "" : html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`))}
    </dl>`;
}
