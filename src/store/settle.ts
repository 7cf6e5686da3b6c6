import type { Transaction } from "kysely";
import { textsKept } from "./newRows.ts";
import type { Tables } from "./schema.ts";
import type { TextIndex } from "./textIndex.ts";
import type { CorrectionValue } from "./values.ts";

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
    .select(["act", "value"])
    .where("article", "=", article)
    .where("id", "=", id)
    .where("undone", "is", null)
    .where("act", "!=", "undo")
    .orderBy("seq")
    .execute();
  const machine = row.machine === null ? machineOf(row) : (JSON.parse(row.machine) as ReturnType<typeof machineOf>);
  let standing = "candidate";
  const fields: { -readonly [K in keyof CorrectionValue["fields"]]: CorrectionValue["fields"][K] } = {};
  const record = { ...machine.record };
  for (const { act, value } of decisions) {
    if (act === "assert") {
      const correction = JSON.parse(value) as CorrectionValue;
      Object.assign(fields, correction.fields);
      Object.assign(record, correction.record);
      standing = "confirmed";
    } else standing = act === "confirm" ? "confirmed" : act === "dispute" ? "disputed" : "retracted";
  }
  const corrected = decisions.some(({ act }) => act === "assert");
  const words = fields.words ?? machine.words;
  const settled = textsKept({
    standing,
    speaker: fields.speaker ?? machine.speaker,
    speaker_kind: fields.speakerKind ?? machine.speaker_kind,
    act: fields.act ?? machine.act,
    uttered: fields.uttered === undefined ? machine.uttered : fields.uttered,
    words,
    record: JSON.stringify(record),
    machine: corrected ? JSON.stringify(machine) : null,
    ...(words !== row.words && index.columns(words)),
  });
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
