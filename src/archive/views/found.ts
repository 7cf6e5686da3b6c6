import type { ListedRecord } from "../../export/recordLines.ts";
import type { RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";

/** A statement or silence as lists are sent: as lists show it, with its words whole and where it was read. */
export interface FoundView extends ListedRecord {
  readonly channel: string | null;
  readonly words: string;
  readonly article: string;
  readonly edition: number;
  /** The rule or model that found it. */
  readonly by: string;
}

/** Rows as they are sent. `words` are those looked for. */
export async function foundViews(store: Store, rows: readonly RecordRow[], words?: string): Promise<FoundView[]> {
  const shown = await listed(store, rows, words);
  return shown.map((record, i) => {
    const { channel, words: all, article, edition, by } = rows[i] as RecordRow;
    return { ...record, channel, words: all, article, edition, by };
  });
}
