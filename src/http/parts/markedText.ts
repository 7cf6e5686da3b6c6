import { html } from "hono/html";
import type { ArticleView, Marked, ViewBlock } from "../../archive/views/article.ts";
import { spansOf } from "../../archive/views/entry.ts";
import { speakerWords } from "../../export/recordWords.ts";
import type { Html } from "../pages/layout.ts";
import { type Mark, type Segment, segmentsOf } from "./segments.ts";
import { actNoun } from "./acts.ts";

/** Deeper than this the lines under the words would run into the next line. */
const DEEPEST = 4;

/** The marks of one statement or silence: its words, its source, its cue. */
export function entryMarks({ row, entry }: Pick<Marked, "row" | "entry">, of: string): Mark[] {
  const role = row.kind === "silence" ? "silence" : "content";
  return [
    ...spansOf(entry).map((span): Mark => ({ span, role, of })),
    ...(entry.source ? [{ span: entry.source, role: "source", of } as const] : []),
    ...(entry.cue ? [{ span: entry.cue, role: "cue", of } as const] : []),
  ];
}

/** The marks of statements, silences and times. Those of a statement are labelled with its label on the page. */
function marksOf({ document }: Pick<ArticleView, "document">, marked: readonly Marked[]): Mark[] {
  const times = document.times.map(({ span }): Mark => ({ span, role: "time", of: "" }));
  return [...times, ...marked.flatMap((one) => entryMarks(one, one.label))];
}

/** The text of an article block by block, with its marks; a label leads from the words to their entry `#s3`. */
export function markedText(view: ArticleView, marked: readonly Marked[]): Html {
  const blocks = view.document.blocks.filter(({ kind }) => kind !== "noise");
  const segments = segmentsOf(
    blocks.map(({ span }) => span),
    marksOf(view, marked),
  );
  const byLabel = new Map(marked.map((one) => [one.label, one]));
  const seen = new Set<string>();
  let title = false;
  return html`${blocks.map((block, i) => {
    const words = (segments[i] as Segment[]).map((segment) => piece(view.text, segment, byLabel, seen));
    const isTitle: boolean = block.kind === "headline" && !title;
    title ||= isTitle;
    return blockOf(block, html`${words}`, isTitle);
  })}`;
}

/** A block as the element it is; only the first headline is the page's own. */
export function blockOf({ kind }: Pick<ViewBlock, "kind">, words: Html, isTitle = false): Html {
  if (isTitle) return html`<h1 class="b-headline">${words}</h1>`;
  if (kind === "subheading") return html`<h2 class="b-subheading">${words}</h2>`;
  if (kind === "block-quote") return html`<blockquote class="b-block-quote">${words}</blockquote>`;
  if (kind === "list-item") return html`<p class="b-list-item"><span aria-hidden="true">– </span>${words}</p>`;
  return html`<p class="b-${kind}">${words}</p>`;
}

function piece(
  text: string,
  { from, to, marks, opens }: Segment,
  byLabel: ReadonlyMap<string, Marked>,
  seen: Set<string>,
): Html {
  const labels = opens.flatMap(({ role, of }) => (role === "content" || role === "silence" ? [of] : []));
  let words: Html = html`${text.slice(from, to)}`;
  for (const mark of marks)
    if (mark.role !== "content" && mark.role !== "silence") words = around(mark, words, byLabel, 0);
  const deep = marks.filter(({ role }) => role === "content" || role === "silence");
  for (let depth = deep.length; depth > 0; depth--) words = around(deep[depth - 1] as Mark, words, byLabel, depth);
  return html`${labels.map((label) => reference(byLabel.get(label), seen))}${words}`;
}

function around({ role, of }: Mark, words: Html, byLabel: ReadonlyMap<string, Marked>, depth: number): Html {
  const standing = depth > 0 ? ` u-${byLabel.get(of)?.row.standing ?? "candidate"} d${Math.min(depth, DEEPEST)}` : "";
  return of === ""
    ? html`<span class="m m-${role}">${words}</span>`
    : html`<span class="m m-${role}${standing}" data-of="${of}">${words}</span>`;
}

/** The first place of a statement's words has its label's address; further pieces only lead to the list. */
function reference(marked: Marked | undefined, seen: Set<string>): Html | "" {
  if (!marked) return "";
  const { label, row } = marked;
  const first = !seen.has(label);
  seen.add(label);
  const what = `${row.kind} ${label}: ${speakerWords(row.speaker, row.speaker_kind)}, ${actNoun(row.act)}, ${row.standing}`;
  return html`<a class="ref ref-${row.kind}" ${first ? html`id="t${label}"` : ""} href="#s${label}" data-of="${label}" aria-label="${what}">${label}</a>`;
}
