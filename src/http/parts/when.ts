import { html } from "hono/html";
import { dateWords, reasonWords } from "../../export/dateWords.ts";
import type { Html } from "../pages/layout.ts";

interface Dated {
  readonly edtf: string | null;
  readonly basis: string;
  readonly steps?: readonly string[];
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** A date as it is known, in words: "Thursday 14 August 2025, 18:40 UTC"; an interval with both its ends. */
export function datePlain(edtf: string): string {
  const ends = edtf.split("/");
  if (ends.length !== 2) return dateWords(edtf);
  const [from, to] = ends.map((end) => (end === ".." || end === "" ? null : dateWords(end)));
  if (from === null || from === undefined) return `until ${to}`;
  return to === null || to === undefined ? `from ${from} on` : `${from} to ${to}`;
}

/** A date with the value it stands for; a moment is shown in the reader's own zone beside it, by script. */
export function date(edtf: string): Html {
  const words = datePlain(edtf);
  if (MOMENT.test(edtf) && /(?:Z|[+-]\d\d:\d\d)$/.test(edtf))
    return html`<time datetime="${edtf}" data-local>${words}</time>`;
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf) && !/-2[1-4]$/.test(edtf.slice(0, 7))
    ? html`<time datetime="${edtf}">${words}</time>`
    : html`<span title="${edtf}">${words}</span>`;
}

/** A day with how it is known, on one line. */
export function when({ edtf, basis }: Dated): Html {
  return edtf === null
    ? html`<span class="unknown">not known</span>`
    : html`${date(edtf)} <span class="basis">${basis}</span>`;
}

/** When something was said, where many stand below each other: with the reason for a day that was worked out. */
export function said(uttered: Dated | null): Html {
  if (uttered === null || uttered.edtf === null) return html`<span class="unknown">no day told</span>`;
  const { edtf, steps = [] } = uttered;
  const reason = reasonWords({ edtf, steps });
  return html`said ${when(uttered)}${reason === "" ? "" : html` <span class="fact">${reason}</span>`}`;
}

/** A day with its value, how it is known and every step that led to it. */
export function whenWithSteps({ edtf, basis, steps = [] }: Dated): Html {
  const all = steps.length === 0 ? "" : html`<ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
  if (edtf === null) return html`<span class="unknown">not known</span>${all}`;
  return html`${date(edtf)} <span class="basis">${basis}</span> <code class="edtf" title="The same as an EDTF date">${edtf}</code>${all}`;
}

/** When the archive did something: its own clock, in UTC to the minute. */
export function moment(at: string): Html {
  return html`<time datetime="${at}" data-local>${at.slice(0, 10)} ${at.slice(11, 16)} UTC</time>`;
}
