import type { Context } from "hono";
import { html } from "hono/html";
import type { Next, ReviewItem } from "../../archive/views/queue.ts";
import type { ProposalsOn } from "../../archive/views/proposals.ts";
import { speakerWords } from "../../export/recordWords.ts";
import { dateWords } from "../../export/dateWords.ts";
import type { Html } from "../pages/layout.ts";
import type { Env } from "../room.ts";
import { articleAddress, statementAddress } from "./addresses.ts";
import { chainLine } from "./chain.ts";
import { correctForm } from "./correctForm.ts";
import { form } from "./form.ts";
import { proposal } from "./proposals.ts";
import { key } from "./reviewKeys.ts";
import { segmentsOf } from "./segments.ts";
import { short } from "./short.ts";
import { standingBadge } from "./standing.ts";
import { verdictList } from "./verdicts.ts";
import { date, moment, whenWithSteps } from "./when.ts";
import { actNoun } from "./acts.ts";

/** Where a decision leads: the next in the same queue. */
export interface Way {
  readonly next: string;
  readonly second: boolean;
}

/** What lies before a reader: the words in their place, who and how, why it comes now, and everything to decide with. */
export function reviewItem(c: Context<Env>, { item, cursor }: Next, way: Way, proposals: ProposalsOn | null): Html {
  const spans = item.content.map((span) => span.join("-")).join(",");
  return html`<article id="item" class="review-item" aria-labelledby="item-title" data-id="${item.id}" data-kind="${item.kind}"
    data-seen="${item.seen}" data-cursor="${cursor}" data-spans="${spans}" data-second="${way.second ? "1" : ""}">
    <header class="item-head">
      <h2 id="item-title" tabindex="-1">
        <bdi>${speakerWords(item.speaker, item.speakerKind)}</bdi> <span class="act">${actNoun(item.act)}</span>
      </h2>
      ${item.standing === null ? html`<span class="blind">second reading: the first decision is hidden</span>` : standingBadge(item.standing)}
      <p class="item-source">${source(item)}</p>
    </header>
    <div class="item-body">
      <div class="item-text">
        ${passage(item)}
        <p class="legend" id="span-help"><span class="mark-content">words</span> <span class="mark-source">source</span> <span class="mark-cue">cue</span>
          ${item.condition === null ? "" : html`<span class="mark-trigger">condition</span>`}</p>
        <div class="pending" id="pending" hidden></div>
        ${actions(c, item, way)}
      </div>
      <div class="item-facts">${facts(item)}${proposals === null ? "" : proposedHere(c, item, proposals, way)}${why(item)}${receipt(item)}</div>
    </div>
  </article>`;
}

function source({ article, id, title, outlet, published, standing }: ReviewItem): Html {
  return html`<a href="${articleAddress(article)}">${title ?? "an article without a title"}</a>${outlet === null ? "" : html`, <bdi>${outlet}</bdi>`},
    ${published === null ? html`<span class="unknown">published on a day not known</span>` : html`published ${date(published)}`}
    ${standing === null ? "" : html` · <a href="${statementAddress(id)}">open</a>`}`;
}

/** No space may stand between the parts of a paragraph: the script counts its letters. */
function passage({ passage: paragraphs, marks }: ReviewItem): Html {
  const segments = segmentsOf(
    paragraphs.map(({ from, text }) => [from, from + text.length]),
    marks,
  );
  return html`<div class="passage" id="passage">
    ${paragraphs.map((paragraph, i) => {
      const words = (segments[i] ?? []).map(({ from, to, marks: here }) => {
        const text = paragraph.text.slice(from - paragraph.from, to - paragraph.from);
        const roles = [...new Set(here.map(({ mark }) => mark))];
        return roles.length === 0
          ? html`${text}`
          : html`<span class="${roles.map((role) => `mark-${role}`).join(" ")}">${text}</span>`;
      });
      return html`<p data-from="${paragraph.from}" class="${paragraph.aside ? "aside" : ""} block-${paragraph.kind}">${words}</p>`;
    })}
  </div>`;
}

function facts(item: ReviewItem): Html {
  const { kind, chain, uttered, condition, inside, manner, confidence, noticed, channel } = item;
  const fact = (name: string, value: Html | string): Html =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<dl class="item-list">
    ${chain.length > 1 ? fact("Came through", chainLine(chain)) : ""}
    ${uttered === null ? "" : fact("Said", whenWithSteps(uttered))}
    ${kind === "silence" ? fact("Found by", noticed ?? "nobody named") : ""}
    ${kind === "silence" && channel !== null ? fact("On the account of", channel) : ""}
    ${condition === null ? "" : fact("Condition", html`<q>${condition.trigger}</q>${condition.mover === null ? "" : html`, the move of <bdi>${condition.mover}</bdi>`}`)}
    ${inside === null ? "" : fact("Stands inside", html`<bdi>${inside.speaker}</bdi>: <q>${short(inside.words)}</q>`)}
    ${manner === null ? "" : fact("Manner", manner)}
    ${kind === "silence" ? "" : fact("Confidence", confidence.toFixed(2))}
    ${item.repeats === 0 ? "" : fact("Repeated", item.repeats === 1 ? "nearly by another article" : `nearly by ${item.repeats} other articles`)}
  </dl>
  ${item.verdicts.length === 0 ? "" : html`<h3>Decisions so far</h3>${verdictList(item.verdicts)}`}`;
}

function proposedHere(
  c: Context<Env>,
  { id }: ReviewItem,
  { waiting, version }: ProposalsOn,
  { next }: Way,
): Html | "" {
  const [first, ...more] = waiting;
  if (!first) return "";
  return html`<section class="proposals" aria-label="Proposals, not decisions">
    <h3>Proposed, not decided</h3>
    ${proposal(c, first, { version, next })}
    ${more.length === 0 ? "" : html`<p><a href="${statementAddress(id)}#proposals">${more.length} more</a></p>`}
  </section>`;
}

function why({ factors, day, kind }: ReviewItem): Html {
  return html`<section class="why" aria-label="Why this one comes now">
    <h3>Why this one comes now</h3>
    <ul>
      ${factors.map(({ points, why: reason }) => html`<li><span class="points">${points}</span> <span>${reason}</span></li>`)}
      ${factors.length === 0 ? html`<li><span class="points">0</span> <span>nothing makes this ${kind} stand out</span></li>` : ""}
      <li><span class="points">−</span> <span>a point for each week since ${dateWords(day)}</span></li>
    </ul>
  </section>`;
}

function receipt({ id, receipt: { edition, text, capture, address, at } }: ReviewItem): Html {
  return html`<p class="receipt-line">
    <code>${id}</code>, edition ${edition}. Text <code title="SHA-256 of the text: ${text}">${text.slice(0, 12)}</code>, capture
    <code title="SHA-256 of the bytes: ${capture}">${capture.slice(0, 12)}</code>
    ${at === null ? "" : html`of ${moment(at)}`}${address === null ? "" : html`, from <span class="address">${address}</span>`}.
  </p>`;
}

function actions(c: Context<Env>, item: ReviewItem, way: Way): Html {
  const to = `${statementAddress(item.id)}/decide`;
  const hidden = html`<input type="hidden" name="seen" value="${item.seen}" /><input type="hidden" name="next" value="${way.next}" />${
    item.standing === null ? html`<input type="hidden" name="as" value="second reader" />` : ""
  }`;
  return html`<div class="decide" role="group" aria-label="Decide">
    <div class="decide-first">
      ${form(c, to, html`${hidden}<input type="hidden" name="act" value="confirm" /><button class="yes">Confirm${key("c")}</button>`, "confirm-form")}
      <a class="button" data-skip href="${way.next}">Skip${key("j")}</a>
    </div>
    ${withReason(c, to, hidden, { act: "dispute", words: "Dispute", letter: "d", help: "What is in doubt? It stays, and is shown as disputed." })}
    ${withReason(c, to, hidden, { act: "retract", words: "Retract", letter: "x", help: "Why is it wrong as a whole? It is no longer found or counted." })}
    <details class="decide-more" data-opens="correct">
      <summary>Correct the words, speaker, act or day</summary>
      ${form(c, to, html`${hidden}${correctForm(item)}`, "correct-form")}
    </details>
  </div>`;
}

interface Reasoned {
  readonly act: "dispute" | "retract";
  readonly words: string;
  readonly letter: string;
  readonly help: string;
}

function withReason(c: Context<Env>, to: string, hidden: Html, { act, words, letter, help }: Reasoned): Html {
  const field = html`<div class="field">
    <label for="${act}-reason">Reason</label>
    <input id="${act}-reason" name="reason" required maxlength="2000" autocomplete="off" aria-describedby="${act}-help" />
    <p class="help" id="${act}-help">${help}</p>
  </div>`;
  return html`<details class="decide-more" data-opens="${act}">
    <summary>${words}${key(letter)}</summary>
    ${form(c, to, html`${hidden}<input type="hidden" name="act" value="${act}" />${field}<div class="buttons"><button>${words}</button></div>`, `${act}-form`)}
  </details>`;
}
