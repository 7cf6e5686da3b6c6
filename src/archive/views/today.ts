import type { ListedRecord } from "../../export/recordLines.ts";
import type { ArticleRow, DecidedRow, DecisionRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";

const ARTICLES = 12;
const DECIDED = 8;
const SILENCES = 5;
/** Candidates are counted up to here. */
export const MOST_WAITING = 10_000;

/** What a decision did: "correct" for an assertion by a person. */
export type Did = (typeof DID)[number];
export const DID = ["confirm", "dispute", "retract", "correct", "undo", "merge", "split"] as const;

export interface TodayView {
  /** New and changed articles, the last change first, with how many statements and silences each has. */
  readonly articles: readonly { readonly row: ArticleRow; readonly statements: number; readonly silences: number }[];
  /** Candidates that nobody has decided on, counted up to `MOST_WAITING`. */
  readonly waiting: number;
  /** The last decisions; no record for one on names. */
  readonly decided: readonly { readonly entry: DecidedRow; readonly did: Did; readonly record: ListedRecord | null }[];
  readonly silences: readonly ListedRecord[];
}

/** What came in and what was decided lately. */
export async function todayView(store: Store): Promise<TodayView> {
  const { items } = await store.articles({ limit: ARTICLES });
  const articles: TodayView["articles"][number][] = [];
  for (const row of items) articles.push({ row, ...(await held(store, row)) });
  const decided: TodayView["decided"][number][] = [];
  for (const entry of await store.decidedLately(DECIDED)) {
    const row = await store.record(entry.about);
    const [record = null] = row ? await listed(store, [row]) : [];
    const undid = entry.act === "retract" && (await store.decisions(entry.about)).some(isUndo(entry));
    decided.push({ entry, did: undid ? "undo" : entry.act === "assert" ? "correct" : (entry.act as Did), record });
  }
  return {
    articles,
    waiting: await store.desk.queueLength({ of: "candidates" }, MOST_WAITING),
    decided,
    silences: await listed(store, (await store.find({ kind: "silence", limit: SILENCES })).items),
  };
}

/** The ledger has one act for taking a record back and for taking a decision back. */
function isUndo({ seq }: DecidedRow): (decision: DecisionRow) => boolean {
  return (decision) => decision.seq === seq && decision.act === "undo";
}

/** How many statements and silences an article has, retracted ones left out. */
export async function held(
  store: Store,
  { article }: Pick<ArticleRow, "article">,
): Promise<{ readonly statements: number; readonly silences: number }> {
  const { rows: all } = await store.glance({ article }, MOST_WAITING);
  const silences = all.filter(({ kind }) => kind === "silence").length;
  return { statements: all.length - silences, silences };
}
