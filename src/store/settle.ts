import type { Transaction } from "kysely";
import { textsKept } from "./newRows.ts";
import type { Tables } from "./schema.ts";
import { Tally } from "./tally.ts";
import type { TextIndex } from "./textIndex.ts";
import { type Standing as Decided, outcomeOf } from "./verdicts.ts";

type Row = Tables["records"];

/** Works out a record afresh from what the machine had and the decisions that stand. */
export async function settle(
  change: Transaction<Tables>,
  article: string,
  id: string,
  index: TextIndex,
): Promise<void> {
  const row = await change
    .selectFrom("records")
    .select(["place", "words", "machine", ...FIELDS])
    .where("article", "=", article)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return;
  const decisions = await change
    .selectFrom("decisions")
    .select(["act", "by", "value"])
    .where("article", "=", article)
    .where("id", "=", id)
    .where("undone", "is", null)
    .where("act", "!=", "undo")
    .orderBy("seq")
    .execute();
  const machine = row.machine === null ? machineOf(row) : (JSON.parse(row.machine) as ReturnType<typeof machineOf>);
  const { standing, fields, record, corrected, people, differs } = outcomeOf(
    decisions.map(({ act, by, value }) => ({ act, by, value: JSON.parse(value) as Decided["value"] })),
  );
  const words = fields.words ?? machine.words;
  const settled = textsKept({
    standing,
    speaker: fields.speaker ?? machine.speaker,
    speaker_kind: fields.speakerKind ?? machine.speaker_kind,
    act: fields.act ?? machine.act,
    uttered: fields.uttered === undefined ? machine.uttered : fields.uttered,
    words,
    record: JSON.stringify({ ...machine.record, ...record }),
    machine: corrected ? JSON.stringify(machine) : null,
    deciders: people.length,
    decider: people.length === 1 ? (people[0] as string).replace(/^person:/, "") : null,
    differs: differs ? 1 : 0,
    ...(words !== row.words && index.columns(words)),
  });
  if (settled.speaker !== row.speaker) {
    const tally = new Tally();
    tally.add("speaker", row.speaker, -1);
    tally.add("speaker", settled.speaker, 1);
    await tally.write(change);
  }
  if (words !== row.words) await index.remove(change, [row]);
  await change.updateTable("records").set(settled).where("article", "=", article).where("id", "=", id).execute();
  if (words !== row.words) await index.add(change, [{ place: row.place, words }]);
}

const FIELDS = ["speaker", "speaker_kind", "act", "uttered", "record"] as const;

/** The fields a correction may change, as the machine had them. */
function machineOf({
  speaker,
  speaker_kind,
  act,
  uttered,
  words,
  record,
}: Pick<Row, (typeof FIELDS)[number] | "words">): {
  speaker: string;
  speaker_kind: string;
  act: string;
  uttered: string | null;
  words: string;
  record: Record<string, unknown>;
} {
  return { speaker, speaker_kind, act, uttered, words, record: JSON.parse(record) as Record<string, unknown> };
}
