import { html } from "hono/html";
import type { Marked, ViewTime } from "../../archive/views/article.ts";
import type { Html } from "../pages/layout.ts";
import { statementAddress } from "./addresses.ts";
import { speaker } from "./card.ts";
import { chainLine } from "./chain.ts";
import { standingBadge } from "./standing.ts";
import { date, when } from "./when.ts";
import { actNoun } from "./acts.ts";

/** Longer words are cut here; the text beside it has them whole. */
const LONGEST = 220;

/** One entry of the list beside an article's text. Offsets of its spans are units of `text`. */
export function sideEntry({ id, label, row, entry }: Marked, text: string): Html {
  const { condition } = entry;
  const silence = row.kind === "silence";
  return html`<li
    id="s${label}"
    class="side-entry side-${row.kind}"
    data-of="${label}"
    data-act="${row.act}"
    data-speaker="${row.speaker}"
    data-standing="${row.standing}"
  >
    <p class="side-head">
      <a class="ref ref-${row.kind}" href="#t${label}" aria-label="To the words of ${row.kind} ${label} in the text">${label}</a>
      <span class="side-who">${speaker({ speaker: row.speaker, speakerKind: row.speaker_kind })}</span>
      <span class="act">${entry.negated ? "no " : ""}${actNoun(row.act)}</span>
      ${standingBadge(row.standing)}
    </p>
    <p class="side-words"><a href="${statementAddress(id)}">${shortened(row.words)}</a></p>
    ${
      condition
        ? html`<p class="side-condition"><b>on a condition:</b> ${shortened(text.slice(...condition.trigger))}${
            condition.mover === null ? "" : html` <span class="fact">the move is <bdi>${condition.mover}</bdi>’s</span>`
          }</p>`
        : ""
    }
    <ul class="facts">
      ${silence ? silenceFacts(entry) : html`<li>${chainLine(entry.chain ?? [])}</li>`}
      ${silence || !entry.uttered || entry.uttered.edtf === null ? "" : html`<li>said ${when(entry.uttered)}</li>`}
      ${entry.frame ? html`<li>in a ${entry.frame.kind.replace("-", " ")}</li>` : ""}
      ${row.machine === null ? "" : html`<li>corrected by a person</li>`}
      ${row.standing === "candidate" && !silence ? html`<li>confidence ${row.confidence.toFixed(2)}</li>` : ""}
    </ul>
  </li>`;
}

function silenceFacts({ about, noticedBy, accordingTo, expectation }: Marked["entry"]): Html {
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ["about", about],
    ["noticed by", noticedBy],
    ["on the account of", accordingTo],
    ["expected:", expectation],
  ];
  return html`${facts.map(([label, value]) => (value ? html`<li>${label} <bdi>${value}</bdi></li>` : ""))}`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, line.lastIndexOf(" ", LONGEST))} …` : line;
}

/** The time expressions of a text with what each stands for. */
export function timeList(times: readonly ViewTime[], text: string): Html {
  return html`<ul class="times">
    ${times.map(
      ({ span, edtf, basis, timex, steps }) =>
        html`<li>
          <span class="m m-time">${text.slice(...span)}</span>
          ${edtf === null ? html`<span class="fact">${timex.value}, no date</span>` : html`${date(edtf)} <span class="basis">${basis}</span>`}
          ${steps.length === 0 ? "" : html`<details><summary>steps</summary><ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol></details>`}
        </li>`,
    )}
  </ul>`;
}
