import { html } from "hono/html";
import { personOf } from "../../archive/decider.ts";
import { MOST_WAITING, type TodayView, todayView } from "../../archive/views/today.ts";
import { count } from "../../export/pageLines.ts";
import { articleAddress, personAddress, statementAddress } from "../parts/addresses.ts";
import { cards } from "../parts/card.ts";
import { doneWords } from "../parts/decided.ts";
import { outletFact, publishedFact } from "../parts/origin.ts";
import { standingBadge } from "../parts/standing.ts";
import { moment } from "../parts/when.ts";
import { mayDecide } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** What came in and what was decided lately: where a day at the desk begins. */
export const todayPages: Pages = (app, { store }) => {
  app.get("/", async (c) => {
    const view = await todayView(store);
    const isEmpty = view.articles.length === 0;
    return page(c, {
      title: "Today",
      at: "/",
      feeds: [{ title: "Everything new in this archive", type: "application/atom+xml", href: "/feeds/search.atom" }],
      main: isEmpty
        ? empty(c.get("who").via === "local" ? store.name : null)
        : todayMain(view, mayDecide(c.get("who"))),
    });
  });
};

/** Where the archive is concerns only those at its machine. */
function empty(archive: string | null): Html {
  return html`<div class="welcome">
    <h1>Nothing here yet</h1>
    <p>The archive${archive === null ? "" : html` <bdi class="address">${archive}</bdi>`} holds no reports. Take the first one in from a terminal:</p>
    <pre><code>hearsay add report.txt page.html
hearsay add https://example.org/report
hearsay watch https://example.org/feed.xml</code></pre>
    <p>
      Files, folders, PDFs, web archives and addresses go in alike; reload this page afterwards. What a machine reads in
      them stays a candidate until somebody confirms it: <a href="/proof">what that means</a>.
    </p>
  </div>`;
}

function todayMain({ articles, waiting, decided, silences }: TodayView, decides: boolean): Html {
  const many = waiting >= MOST_WAITING;
  const waits = many ? `more than ${MOST_WAITING.toLocaleString("en")} candidates` : count(waiting, "candidate");
  return html`<h1>Today</h1>
    <p class="lead">
      ${
        waiting === 0
          ? "Nothing waits for review."
          : html`<b>${waits}</b> ${waiting === 1 ? "waits" : "wait"} for review. ${decides ? html`<a class="button" href="/review">Review</a>` : ""}`
      }
    </p>
    <div class="today-columns">
      <section aria-labelledby="in-title">
        <h2 id="in-title">Came in lately</h2>
        <ol class="articles">
          ${articles.map((one) => articleLine(one))}
        </ol>
        <p><a href="/articles">All articles</a></p>
      </section>
      <div>
        <section aria-labelledby="decided-title">
          <h2 id="decided-title">Decided lately</h2>
          ${decided.length === 0 ? html`<p class="empty">Nobody has decided anything yet.</p>` : html`<ol class="decided">${decided.map(decidedLine)}</ol>`}
        </section>
        <section aria-labelledby="silences-title">
          <h2 id="silences-title">Silences lately</h2>
          ${silences.length === 0 ? html`<p class="empty">None has been found.</p>` : html`${cards(silences)}<p><a href="/silences">All silences</a></p>`}
        </section>
      </div>
    </div>`;
}

/** An article as lists show it. */
export function articleLine({ row, statements, silences }: TodayView["articles"][number]): Html {
  const { article, title, outlet, published, edition, changed, first_seen, repeats } = row;
  return html`<li class="article-line">
    <h3><a href="${articleAddress(article)}">${title ?? "An article without a title"}</a></h3>
    <ul class="facts">
      <li>${outletFact(outlet)}</li>
      <li>${publishedFact(published)}</li>
      <li>${count(statements, "statement")}${silences > 0 ? `, ${count(silences, "silence")}` : ""}</li>
      <li>${edition > 1 && changed !== first_seen ? html`<a href="${articleAddress(article)}/editions">changed</a> ${moment(changed)}, edition ${edition}` : html`came in ${moment(first_seen)}`}</li>
      ${repeats === null ? "" : html`<li><a href="${articleAddress(repeats)}">nearly repeats another</a></li>`}
    </ul>
  </li>`;
}

function decidedLine({ entry, did, record }: TodayView["decided"][number]): Html {
  const { act, about, by, at, cause, seq } = entry;
  const isName = act === "merge" || act === "split";
  return html`<li>
    <b><bdi>${personOf(by)}</bdi></b> ${did === "undo" ? "took a decision back" : doneWords(act)}
    ${
      record
        ? html`<a href="${statementAddress(record.id)}">${record.snippet.text}</a> <span class="fact">by <bdi>${record.speaker || "nobody named"}</bdi>, now</span> ${standingBadge(record.standing)}`
        : isName
          ? html`<a href="${personAddress(about)}"><bdi>${about}</bdi></a>`
          : html`<code>${about}</code>`
    }
    ${cause === null ? "" : html`<q class="reason">${cause}</q>`}
    <span class="fact">${moment(at)} · entry ${seq}</span>
  </li>`;
}
