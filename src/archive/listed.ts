import type { ListedRecord } from "../export/recordLines.ts";
import type { When } from "../model/time.ts";
import type { RecordRow, Store } from "../store/store.ts";
import { fullId } from "./records.ts";
import { snippetOf } from "./snippet.ts";

/** How many units of a record's words a list shows. */
const ROOM = 280;

/** Rows as lists show them, with the titles of their articles. `words` are those looked for. */
export async function listed(store: Store, rows: readonly RecordRow[], words?: string): Promise<ListedRecord[]> {
  const titles = new Map<string, string | null>();
  for (const { article } of rows)
    if (!titles.has(article)) titles.set(article, (await store.article(article))?.title ?? null);
  return rows.map((row): ListedRecord => {
    const chain = (row.record["chain"] ?? []) as readonly { readonly name: string }[];
    return {
      id: fullId(row),
      kind: row.kind as ListedRecord["kind"],
      standing: row.standing,
      corrected: row.machine !== null,
      speaker: row.speaker,
      speakerKind: row.speaker_kind,
      act: row.act,
      manner: row.manner,
      chain: chain.map(({ name }) => name),
      uttered: (row.record["uttered"] as When | undefined) ?? null,
      published: row.published,
      outlet: row.outlet,
      title: titles.get(row.article) ?? null,
      occasion: row.occasion,
      snippet: snippetOf(row.words, words, ROOM),
      confidence: row.confidence,
    };
  });
}
