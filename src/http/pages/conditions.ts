import { actNoun } from "../parts/acts.ts";
import { html } from "hono/html";
import { CONDITIONAL_ACTS, type OpenCondition, openConditions } from "../../archive/views/conditions.ts";
import { searchAddress } from "../parts/addresses.ts";
import { card } from "../parts/card.ts";
import { counted } from "../parts/counted.ts";
import { listPager, part } from "../parts/pager.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/conditions";
const A_PAGE = 25;
const MOVERS_AMONG = 2_000;
const MOVERS = 12;

/** Statements that hang on a condition: what must happen, whose move it is, what follows. */
export const conditionPages: Pages = (app, { store }) => {
  app.get(HERE, async (c) => {
    const { cursor, act, mover } = c.req.query();
    const chosen = CONDITIONAL_ACTS.find((one) => one === act);
    const { items, cursor: next } = await openConditions(store, {
      ...part(A_PAGE, cursor),
      acts: chosen ? [chosen] : act === "any" ? [] : CONDITIONAL_ACTS,
      ...(mover !== undefined && { mover: mover === "nobody" ? "" : mover }),
    });
    const movers = await store.desk.movers(MOVERS_AMONG);
    const asked = { act, mover };
    return page(c, {
      title: "Conditions that stand open",
      at: HERE,
      styles: ["desk.css"],
      main: html`<h1>Conditions that stand open</h1>
        <p class="lead">Statements that keep an “if” or “unless”. They stand open: nobody has said here that the condition was met or has lapsed.</p>
        <div class="with-side">
          <div>
            ${items.length === 0 ? empty(act !== undefined || mover !== undefined) : list(items)}
            ${listPager({ here: HERE, asked, cursor, next }, "Older conditions")}
          </div>
          <aside aria-label="Narrow down">
            <h2>Act</h2>
            <ul class="choice">
              ${choice("vows, threats, offers, demands and the like", searchAddress({ mover }, HERE), act === undefined)}
              ${CONDITIONAL_ACTS.map((one) => choice(actNoun(one), searchAddress({ mover, act: one }, HERE), act === one))}
              ${choice("any act", searchAddress({ mover, act: "any" }, HERE), act === "any")}
            </ul>
            <h2>Whose move</h2>
            ${counted(
              movers.slice(0, MOVERS),
              (value) => searchAddress({ act, mover: value === "" ? "nobody" : value }, HERE),
              (value) => (value === "" ? "not told" : value),
            )}
            ${mover === undefined ? "" : html`<p><a href="${searchAddress({ act }, HERE)}">Anybody’s move</a></p>`}
            <p class="fact">Counted among the newest ${MOVERS_AMONG.toLocaleString("en")} with any act.</p>
          </aside>
        </div>`,
    });
  });
};

function choice(words: string, address: string, isChosen: boolean): Html {
  return html`<li><a href="${address}" ${isChosen ? html`aria-current="true"` : ""}>${words}</a></li>`;
}

function empty(filtered: boolean): Html {
  return html`<p class="empty">
    ${filtered ? html`No statement with a condition is like that. <a href="${HERE}">Show all</a>.` : "No statement of this archive hangs on a condition."}
  </p>`;
}

function list(items: readonly OpenCondition[]): Html {
  return html`<ol class="conditions">
    ${items.map(
      ({ record, trigger, consequence, mover }) => html`<li>
        <dl class="condition">
          <div><dt>Condition</dt><dd>${trigger === null ? html`<span class="unknown">in words that can’t be told apart</span>` : html`<q>${trigger}</q>`}</dd></div>
          <div><dt>Whose move</dt><dd>${mover === null ? html`<span class="unknown">not told</span>` : html`<bdi>${mover}</bdi>`}</dd></div>
          <div><dt>What follows</dt><dd>${consequence === null ? html`<span class="unknown">the statement itself</span>` : html`<q>${consequence}</q>`}</dd></div>
        </dl>
        ${card(record)}
      </li>`,
    )}
  </ol>`;
}
