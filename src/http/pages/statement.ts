import { html } from "hono/html";
import { personOf } from "../../archive/decider.ts";
import { recordOf, fullId } from "../../archive/records.ts";
import { receiptOf } from "../../archive/receipt.ts";
import { spansOf } from "../../archive/views/entry.ts";
import { proposalsOn } from "../../archive/views/proposals.ts";
import { type StatementView, statementView } from "../../archive/views/statement.ts";
import { toCitation } from "../../export/citation.ts";
import { toSafeJson } from "../../export/contract.ts";
import { STANDING, speakerWords, verbatimWords } from "../../export/recordWords.ts";
import { UserError } from "../../model/errors.ts";
import type { Standing } from "../../model/ledger.ts";
import { articleAddress, statementAddress } from "../parts/addresses.ts";
import { speaker } from "../parts/card.ts";
import { chainDrawn } from "../parts/chainDrawn.ts";
import { decideForm } from "../parts/decideForm.ts";
import { history } from "../parts/decided.ts";
import { blockOf, entryMarks } from "../parts/markedText.ts";
import { outletFact, publishedFact } from "../parts/origin.ts";
import { proposalsSection } from "../parts/proposals.ts";
import { segmentsOf } from "../parts/segments.ts";
import { standingBadge } from "../parts/standing.ts";
import { moment, when, whenWithSteps } from "../parts/when.ts";
import { mayDecide } from "../room.ts";
import { notFound } from "./errors.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { actNoun } from "../parts/acts.ts";

/** One statement or silence: its words in their place, how it came here, what it is worth and what proves it. */
export const statementPages: Pages = (app, { store }) => {
  app.get("/statements/:id", async (c) => {
    const typed = c.req.param("id");
    const view = await statementView(store, typed);
    if (view) {
      const decide = mayDecide(c.get("who")) ? decideForm(c, view) : "";
      return page(c, {
        title: `${speakerWords(view.row.speaker, view.row.speaker_kind)}, ${actNoun(view.row.act)}`,
        at: "/articles",
        styles: ["article.css", "statement.css"],
        scripts: ["statement.js"],
        main: statementMain(
          view,
          decide,
          proposalsSection(c, await proposalsOn(store, view.row), statementAddress(view.id)),
        ),
      });
    }
    try {
      return c.redirect(statementAddress(fullId(await recordOf(store, typed))));
    } catch (error) {
      if (error instanceof UserError)
        return notFound(c, `There is no statement or silence “${typed}” in this archive.`);
      throw error;
    }
  });

  app.get("/statements/:id/receipt.json", async (c) => {
    const id = c.req.param("id");
    if (!(await store.record(id))) return notFound(c, `There is no statement or silence “${id}” in this archive.`);
    const receipt = await receiptOf(store, id);
    return c.body(`${toSafeJson(receipt, 2)}\n`, 200, {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${receipt.id.replace(/[^\w.-]/g, "-")}.json"`,
    });
  });
};

function statementMain(view: StatementView, decide: Html | "", proposals: Html | ""): Html {
  const { row, article, id } = view;
  return html`<article class="statement-page">
    <header class="statement-head">
      <p class="article-facts">
        <a href="${articleAddress(article.article)}">${article.title ?? "an article without a title"}</a>
        ${outletFact(row.outlet)}
        <span>${publishedFact(row.published)}</span>
      </p>
      <h1>${speaker({ speaker: row.speaker, speakerKind: row.speaker_kind })}<span class="act">${actNoun(row.act)}</span></h1>
      <p class="standing-line">${standingBadge(row.standing)} ${standingWords(view)}</p>
    </header>
    <section class="in-place" aria-label="The words in their place">
      ${inPlace(view)}
      <p class="fact"><a href="${articleAddress(article.article)}${row.edition === article.edition ? "" : `?edition=${row.edition}`}">Read it in the whole article</a></p>
    </section>
    <div class="statement-columns">
      <div>
        ${row.kind === "silence" ? silenceFacts(view) : statementFacts(view)}
        ${nested(view)}
      </div>
      <div>
        <section aria-labelledby="history-title">
          <h2 id="history-title">Decisions</h2>
          ${machine(view)} ${history(view.decisions)}
        </section>
        ${proposals}
        ${decide}
        ${citation(view)}
      </div>
    </div>
    ${receiptSection(view)}
    <p class="fact">${row.kind} <code>${id}</code></p>
  </article>`;
}

/** What it is worth, and on whose word: the decision it rests on, where one does. */
function standingWords({ row, decisions }: StatementView): Html {
  const last = decisions.findLast(({ act, undone }) => undone === null && DECIDED[act] === row.standing);
  const corrected = row.machine === null ? "" : ", corrected by a person";
  if (!last) return html`${STANDING[row.standing].means}${corrected}.`;
  const reason = last.cause === null ? "" : html`: <q>${last.cause}</q>`;
  return html`${last.act === "assert" ? "corrected by" : "by"} <b><bdi>${personOf(last.by)}</bdi></b>, ${moment(last.at)}${last.act === "assert" ? "" : corrected}${reason}`;
}

/** Which standing a decision gives. */
const DECIDED: Readonly<Record<string, Standing>> = {
  confirm: "confirmed",
  assert: "confirmed",
  dispute: "disputed",
  retract: "retracted",
};

/** The paragraphs the words stand in, with source, cue and content marked. */
function inPlace(view: StatementView): Html {
  const { around, row } = view;
  const segments = segmentsOf(
    around.map(({ span }) => span),
    entryMarks(view, ""),
  );
  return html`<div class="text">
    ${around.map((block, i) => {
      const words = (segments[i] ?? []).map(({ from, to, marks: here }) => {
        const text = block.text.slice(from - block.span[0], to - block.span[0]);
        const roles = [...new Set(here.map(({ role }) => role))];
        const standing = roles.some((role) => role === "content" || role === "silence") ? ` u-${row.standing} d1` : "";
        return roles.length === 0
          ? html`${text}`
          : html`<span class="m ${roles.map((role) => `m-${role}`).join(" ")}${standing}">${text}</span>`;
      });
      return blockOf({ kind: block.kind === "subheading" ? "paragraph" : block.kind }, html`${words}`);
    })}
  </div>`;
}

function statementFacts({ entry, row, words }: StatementView): Html {
  const { condition, voice, frame, edits = [] } = entry;
  return html`<section aria-labelledby="chain-title">
      <h2 id="chain-title">How the words came here</h2>
      ${chainDrawn(entry, words)}
    </section>
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">What it is</h2>
      <dl>
        <dt>Act</dt>
        <dd>${entry.negated ? html`no ${actNoun(row.act)}: the speaking itself is denied or unreal` : actNoun(row.act)}${entry.strength && entry.strength !== "neutral" ? html`, in ${entry.strength} words` : ""}</dd>
        ${
          condition
            ? html`<dt>Condition</dt>
              <dd>only <q>${words(condition.trigger)}</q>${condition.mover === null ? "" : html`; the move is <bdi>${condition.mover}</bdi>’s`}${condition.consequence ? html`<br />then <q>${words(condition.consequence)}</q>` : ""}</dd>`
            : ""
        }
        <dt>Said</dt>
        <dd>${whenWithSteps(entry.uttered ?? { edtf: null, basis: "unknown" })}</dd>
        ${row.occasion === null ? "" : html`<dt>Occasion</dt><dd>${row.occasion}</dd>`}
        <dt>Wording</dt>
        <dd>${verbatimWords(row.record)}</dd>
        ${voice ? html`<dt>Whose words</dt><dd>${voice.of} <span class="fact">because of: ${voice.why}</span></dd>` : ""}
        ${edits.length === 0 ? "" : html`<dt>Outlet’s hand</dt><dd>${edits.map(({ span, kind }) => html`${kind}: <q>${words(span)}</q> `)}</dd>`}
        ${frame ? html`<dt>Frame</dt><dd>a ${frame.kind.replace("-", " ")}, opened by <q>${words(frame.span)}</q></dd>` : ""}
        <dt>Found by</dt>
        <dd>${row.by}, confidence ${row.confidence.toFixed(2)} <span class="fact">that source, cue and content are right; not the act, not the day</span></dd>
      </dl>
    </section>`;
}

function silenceFacts({ entry, row }: StatementView): Html {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ["Who was silent", entry.who],
    ["Noticed by", entry.noticedBy],
    ["On the account of", entry.accordingTo],
    ["About", entry.about],
    ["Where", entry.scope],
    ["What was expected", entry.expectation],
  ];
  return html`<section aria-labelledby="facts-title">
    <h2 id="facts-title">What was not said or done</h2>
    <dl>
      <dt>Kind</dt>
      <dd>${actNoun(row.act)}</dd>
      ${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value ? html`<bdi>${value}</bdi>` : html`<span class="unknown">not told</span>`}</dd>`)}
      <dt>Found by</dt>
      <dd>${row.by}</dd>
    </dl>
  </section>`;
}

function nested({ inside, holds, article }: StatementView): Html | "" {
  if (!inside && holds.length === 0) return "";
  const line = (row: NonNullable<typeof inside>): Html =>
    html`<li>${standingBadge(row.standing)} <bdi>${speakerWords(row.speaker, row.speaker_kind)}</bdi>, ${actNoun(row.act)}: <a href="${statementAddress(`${article.article}.${row.id}`)}">${row.words}</a></li>`;
  return html`<section aria-labelledby="nested-title">
    <h2 id="nested-title">Nested</h2>
    ${inside ? html`<p class="fact">It stands inside</p><ul class="plain">${line(inside)}</ul>` : ""}
    ${holds.length === 0 ? "" : html`<p class="fact">Inside it stands</p><ul class="plain">${holds.map(line)}</ul>`}
  </section>`;
}

/** What the machine had where a person set something right: a correction hides nothing. */
function machine({ row }: StatementView): Html | "" {
  if (row.machine === null) return "";
  const { speaker: who, act, uttered, words } = row.machine;
  return html`<div class="machine">
    <p class="fact">The machine’s own reading, before a person corrected it:</p>
    <p><bdi>${who ?? ""}</bdi>, ${actNoun(act ?? "")}, said ${when({ edtf: uttered ?? null, basis: uttered ? "by the machine" : "unknown" })}</p>
    <blockquote class="words">${words ?? ""}</blockquote>
  </div>`;
}

function citation({ receipt }: StatementView): Html {
  const text = toCitation(receipt, "text");
  return html`<section aria-labelledby="cite-title" class="cite">
    <h2 id="cite-title">Cite it</h2>
    <textarea id="citation" readonly rows="8" aria-labelledby="cite-title" spellcheck="false">${text}</textarea>
    <p class="actions">
      <button type="button" data-copy="citation" hidden>Copy the citation</button>
      <a class="button" href="${statementAddress(receipt.id)}/receipt.json" download>Download the receipt</a>
      <span class="fact" role="status" data-copied></span>
    </p>
  </section>`;
}

function receiptSection({ receipt, row }: StatementView): Html {
  const { capture, edition, ledger, read } = receipt;
  return html`<section class="receipt" aria-labelledby="receipt-title">
    <h2 id="receipt-title">Receipt</h2>
    <dl>
      <dt>Characters</dt>
      <dd>${spansOf(row.record).map(([from, to], i) => html`${i === 0 ? "" : ", "}${from}–${to}`)} of the text, in UTF-16 units</dd>
      <dt>Text</dt>
      <dd>edition ${edition.number}, SHA-256 <code class="hash">${edition.text}</code></dd>
      <dt>Capture</dt>
      <dd>${capture.size.toLocaleString("en")} bytes, SHA-256 <code class="hash">${capture.sha256}</code></dd>
      <dt>Got</dt>
      <dd>${moment(capture.at)} by ${capture.by} from <bdi class="address">${capture.address ?? "standard input"}</bdi></dd>
      <dt>Read</dt>
      <dd>${moment(read.at)} by ${read.by}</dd>
      <dt>Ledger</dt>
      <dd>entry ${ledger.entry.seq}, <code class="hash">${ledger.entry.hash}</code></dd>
    </dl>
    <p><b>It proves:</b> ${receipt.proves}</p>
    <p><b>It does not prove:</b> ${receipt.provesNot} <a href="/proof">More on that</a></p>
  </section>`;
}
