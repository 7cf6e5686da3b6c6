import type { ListedRecord } from "../../export/recordLines.ts";
import type { Page, Part, RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";

type Span = readonly [number, number];

/** What a statement hangs on. */
export interface Condition {
  /** The words of the condition and of what follows from it; null where the words do not stand apart. */
  readonly trigger: string | null;
  readonly consequence: string | null;
  /** Whose move it is; null where that is not told. */
  readonly mover: string | null;
}

/** A statement that hangs on a condition nobody has said to be settled. */
export interface OpenCondition extends Condition {
  readonly record: ListedRecord;
}

interface ConditionsAsked extends Part {
  readonly acts?: readonly string[];
  /** A name; "" for those where it is not told. */
  readonly mover?: string;
}

/** Acts that a condition can be put to: something is to come of them. */
export const CONDITIONAL_ACTS = [
  "vow",
  "threaten",
  "warn",
  "offer",
  "demand",
  "announce",
  "agree",
  "refuse",
  "predict",
  "expect",
] as const;

/** Statements with a condition, the newest first, without those that were taken back. */
export async function openConditions(store: Store, asked: ConditionsAsked): Promise<Page<OpenCondition>> {
  const { items, cursor } = await conditionRows(store, asked);
  const records = await listed(
    store,
    items.map(({ row }) => row),
  );
  return { items: items.map(({ condition }, i) => ({ record: records[i] as ListedRecord, ...condition })), cursor };
}

/** The same as rows of the store, each with what it hangs on. */
export async function conditionRows(
  store: Store,
  asked: ConditionsAsked,
): Promise<Page<{ readonly row: RecordRow; readonly condition: Condition }>> {
  const { items, cursor } = await store.desk.conditions(asked);
  const texts = await textsOf(store, items);
  return {
    cursor,
    items: items.map((row) => {
      const text = texts.get(`${row.article} ${row.edition}`) ?? "";
      const { trigger, consequence } = row.record["condition"] as {
        readonly trigger: Span;
        readonly consequence: Span | null;
      };
      const condition: Condition = {
        trigger: text.slice(...trigger) || null,
        consequence: (consequence && text.slice(...consequence)) || null,
        mover: row.mover || null,
      };
      return { row, condition };
    }),
  };
}

/** The texts that records were read in, each fetched once. By article and edition. */
async function textsOf(store: Store, rows: readonly RecordRow[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { article, edition } of rows) {
    const key = `${article} ${edition}`;
    if (texts.has(key)) continue;
    const row = (await store.editions(article)).find((one) => one.edition === edition);
    const bytes = row && (await store.blob("texts", article, row.text));
    texts.set(key, bytes ? Buffer.from(bytes).toString("utf8") : "");
  }
  return texts;
}
