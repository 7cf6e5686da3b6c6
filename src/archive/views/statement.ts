import type { Receipt } from "../../model/receipt.ts";
import type { ArticleRow, DecisionRow, RecordRow, Store } from "../../store/store.ts";
import { receiptOf } from "../receipt.ts";
import { fullId, textOf } from "../records.ts";
import { documentOf } from "./article.ts";
import { type Entry, type Pair, entryOf, spansOf } from "./entry.ts";

export interface StatementView {
  readonly id: string;
  readonly row: RecordRow;
  readonly entry: Entry;
  readonly article: ArticleRow;
  /** The blocks its words stand in, with one before and behind; offsets are UTF-16 units into the text of its edition. */
  readonly around: readonly { readonly kind: string; readonly span: Pair; readonly text: string }[];
  readonly receipt: Receipt;
  /** All decisions, those taken back among them, in order. */
  readonly decisions: readonly DecisionRow[];
  /** The statement it is nested in, and those nested in it. */
  readonly inside: RecordRow | null;
  readonly holds: readonly RecordRow[];
  /** The words of a span. */
  readonly words: (span: Pair) => string;
}

/** A statement or silence with its words in their place, its receipt and what people decided; null where there is none by this id. */
export async function statementView(store: Store, id: string): Promise<StatementView | null> {
  const row = await store.record(id);
  const article = row && (await store.article(row.article));
  if (!row || !article) return null;
  const text = await textOf(store, row);
  const edition = (await store.editions(row.article)).find((one) => one.edition === row.edition);
  const entry = entryOf(row);
  const others = (await store.recordsOf(row.article)).filter((one) => one.edition === row.edition);
  return {
    id: fullId(row),
    row,
    entry,
    article,
    around: around(edition ? documentOf(edition).blocks : [], spansOf(entry), text),
    receipt: await receiptOf(store, id),
    decisions: await store.decisions(id),
    inside: others.find((one) => one.id === entry.inside) ?? null,
    holds: others.filter((one) => entryOf(one).inside === row.id),
    words: ([from, to]) => text.slice(from, to).replace(/\s+/g, " "),
  };
}

function around(
  blocks: readonly { readonly kind: string; readonly span: Pair }[],
  spans: readonly Pair[],
  text: string,
): StatementView["around"] {
  const shown = blocks.filter(({ kind }) => kind !== "noise");
  const holding = shown.flatMap(({ span }, i) =>
    spans.some(([from, to]) => from < span[1] && to > span[0]) ? [i] : [],
  );
  const [first] = holding;
  const last = holding.at(-1);
  if (first === undefined || last === undefined)
    return spans.map((span) => ({ kind: "paragraph", span, text: text.slice(...span) }));
  return shown
    .slice(Math.max(0, first - 1), last + 2)
    .map(({ kind, span }) => ({ kind, span, text: text.slice(...span) }));
}
