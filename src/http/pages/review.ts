import type { Context } from "hono";
import { html } from "hono/html";
import { type Done, doneBy } from "../../archive/review.ts";
import { type Next, type Waiting, nextAt, nextIn, waitingFor } from "../../archive/views/queue.ts";
import { type ProposalsOn, proposalsOn } from "../../archive/views/proposals.ts";
import { STANDING } from "../../export/recordWords.ts";
import type { Store } from "../../store/store.ts";
import { statementAddress } from "../parts/addresses.ts";
import { countedTo } from "../parts/counted.ts";
import { form } from "../parts/form.ts";
import { key, keysHelp } from "../parts/reviewKeys.ts";
import { reviewItem } from "../parts/reviewItem.ts";
import { short } from "../parts/short.ts";
import { verdictList } from "../parts/verdicts.ts";
import type { Env } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** One entry after the other, what a decision is worth most on first. */
export const reviewPages: Pages = (app, { store }) => {
  app.get("/review", async (c) => {
    const { name } = c.get("who");
    const asked = c.req.query();
    const second = asked["second"] === "1";
    const at = asked["at"] ?? asked["id"];
    const next =
      at === undefined
        ? await nextIn(store, second ? { of: "second", reader: name } : { of: "candidates" }, asked["after"])
        : await nextAt(store, at, name, second);
    const done = await doneIn(c, store);
    return page(c, {
      title: second ? "Second reading" : "Review",
      at: "/review",
      scripts: ["review.js"],
      styles: ["review.css"],
      main: html`<div class="review">
        <div class="review-head">
          <h1>${second ? "Second reading" : "Review"}</h1>
          ${readings(await waitingFor(store, name), second ? "second" : "first")}
          <button type="button" class="quiet" id="open-keys" hidden>Keys${key("?")}</button>
        </div>
        <div id="notice" role="status">${done === null ? "" : notice(c, done, second)}</div>
        <div id="fault" role="alert"></div>
        ${next === null ? nothing(second, asked["after"] !== undefined) : reviewItem(c, next, { next: behind(next, second), second }, await proposedOn(store, next))}
        ${keysHelp()}
      </div>`,
    });
  });
};

/** What came of the decision of this reader that the address names, to be told; null where it names none. */
export async function doneIn(c: Context<Env>, store: Store): Promise<Done | null> {
  const { entry = "" } = c.req.query();
  return /^\d{1,15}$/.test(entry) ? doneBy(store, Number(entry), c.get("who").name) : null;
}

/** What is proposed may tell what was decided: who reads blindly is not shown it. */
async function proposedOn(store: Store, { item }: Next): Promise<ProposalsOn | null> {
  const row = item.standing === null ? null : await store.record(item.id);
  return row && proposalsOn(store, row);
}

function behind({ cursor }: Next, second: boolean): string {
  return `/review?${second ? "second=1&" : ""}after=${cursor}`;
}

/** The ways to read, with how much waits in each. */
export function readings(
  { first, second, differing, proposed, most }: Waiting,
  now: "first" | "second" | "differing" | "proposed",
): Html {
  const way = (href: string, words: string, n: number, current: boolean): Html =>
    html`<li><a href="${href}" ${current ? html` aria-current="page"` : ""}>${words} <span class="n">${countedTo(n, most)}</span></a></li>`;
  return html`<nav class="readings" aria-label="Readings" id="readings">
    <ul>
      ${way("/review", "First reading", first, now === "first")}${way("/review?second=1", "Second reading", second, now === "second")}
      ${way("/review/disagreements", "Differences", differing, now === "differing")}
      ${proposed === 0 && now !== "proposed" ? "" : way("/review/proposals", "Proposals", proposed, now === "proposed")}
      <li><a href="/names">Names</a></li>
    </ul>
  </nav>`;
}

/** What a decision came to, with the way back. */
function notice(c: Context<Env>, { id, entry, did, words, standing, others, agrees }: Done, second: boolean): Html {
  const back = `/review?${second ? "second=1&" : ""}at=${id}`;
  const fields = html`<input type="hidden" name="act" value="undo" /><input type="hidden" name="entry" value="${entry}" />
    <input type="hidden" name="next" value="${back}" /><button class="quiet">Undo${key("u")}</button>`;
  return html`<div class="notice">
    <p>You ${did === "undone" ? "took back a decision on" : did} <q>${short(words, 120)}</q>:
      it is ${STANDING[standing].mark} ${standing} now. <a href="${statementAddress(id)}">Entry ${entry}</a></p>
    ${did === "undone" ? "" : form(c, `${statementAddress(id)}/decide`, fields, "undo-form")}
    ${agrees === null ? "" : comparison(agrees, others)}
  </div>`;
}

function comparison(agrees: boolean, others: Done["others"]): Html {
  return html`<div class="comparison ${agrees ? "agrees" : "differs"}">
    <p>${agrees ? "You agree with the first reader." : html`You differ from the first reader. It is disputed until somebody <a href="/review/disagreements">settles it</a>.`}</p>
    ${verdictList(others)}
  </div>`;
}

function nothing(second: boolean, behindSome: boolean): Html {
  if (behindSome)
    return html`<div id="item" class="empty"><h2 tabindex="-1">Nothing behind this one waits</h2>
      <p>What you skipped waits where it was: <a href="${second ? "/review?second=1" : "/review"}">begin from the top</a>.</p></div>`;
  return second
    ? html`<div id="item" class="empty"><h2 tabindex="-1">Nothing waits for a second reader</h2>
        <p>Here come the entries that exactly one other person has decided on. You see theirs once yours is made.</p></div>`
    : html`<div id="item" class="empty"><h2 tabindex="-1">Nothing waits</h2>
        <p>Every statement and silence has been decided on, or there is none yet: <code>hearsay add REPORT</code> takes reports in.</p></div>`;
}
