import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Sighting, Keeper } from "../../src/archive/archive.ts";
import { correct } from "../../src/archive/correct.ts";
import { confirm, dispute, retract, undo } from "../../src/archive/decide.ts";
import { merge } from "../../src/archive/names.ts";
import { prepare } from "../../src/archive/prepare.ts";
import { fullId } from "../../src/archive/records.ts";
import { capture } from "../../src/ingest/ingest.ts";
import type { ReadOptions } from "../../src/pipeline.ts";
import type { RecordRow, Store } from "../../src/store/store.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");

/** What the caller said of some of them when they were taken in. */
const SAID: Readonly<Record<string, { readonly published?: string; readonly outlet?: string }>> = {
  "wire-story.txt": { published: "2025-08-15" },
  "state-agency-report.txt": { published: "2025-08-15" },
  "analysis-with-experts.txt": { outlet: "The Harbour Post" },
};

/** Wire stories are written through: this is what the second version changed. */
const LATER: readonly (readonly [string, string])[] = [
  ["by the end of March", "by the middle of April"],
  ["all four land crossings", "two of the four land crossings"],
];

export const MIRA = { name: "Mira Sand", reason: null, now: "2026-03-02T09:14:00.000Z" };
export const JON = {
  name: "Jon Adeyemi",
  reason: "the agency’s own account has other words",
  now: "2026-03-02T10:40:00.000Z",
};

/** Fills an archive with the invented reports, a second edition of one, and decisions of two people. */
export async function furnish(store: Store, reader: ReadOptions["reader"] = "fast"): Promise<void> {
  let minutes = 0;
  const keeper = new Keeper(store, () => new Date(Date.UTC(2026, 2, 1, 8, 7 * minutes++)).toISOString());
  const files = readdirSync(EXAMPLES).filter((file) => file !== "README.md");
  for (const file of files) await keeper.keep([sighting(file, readFileSync(join(EXAMPLES, file)), reader)]);
  let wire = readFileSync(join(EXAMPLES, "wire-story.txt"), "utf8");
  for (const [was, now] of LATER) wire = wire.replace(was, now);
  await keeper.keep([
    sighting("wire-story.txt", Buffer.from(`${wire}\nOstrel's foreign ministry said it had no comment.\n`), reader),
  ]);
  await decideSome(store);
}

function sighting(file: string, bytes: Buffer, reader: ReadOptions["reader"]): Sighting {
  const said = SAID[file] ?? {};
  const address = `https://news.example/${file}`;
  const options = { ...said, ...(reader !== undefined && { reader }) };
  const prepared = prepare(capture(bytes, address), options, `hearsay-0.1.0-${reader}`);
  return { prepared, bytes, address, given: said, circumstances: {}, by: "file" };
}

async function decideSome(store: Store): Promise<void> {
  const solvan = await said(store, "Marek Solvan");
  const brandsma = await said(store, "Lotte Brandsma");
  const [first, second, third] = solvan as [RecordRow, RecordRow, RecordRow];
  await confirm(store, [fullId(first)], MIRA);
  await dispute(store, [fullId(second)], JON);
  await retract(store, [fullId(third)], { ...JON, reason: "the same sentence twice" });
  const [quoted, other] = brandsma as [RecordRow, RecordRow];
  await correct(store, fullId(quoted), { uttered: "2025-08-16", act: "predict" }, { ...MIRA, reason: "asked her" });
  const [entry] = await confirm(store, [fullId(other)], MIRA);
  if (entry) await undo(store, entry.seq, { ...MIRA, reason: "the wrong one" });
  if ((await store.find({ speaker: "Solvan", limit: 1 })).items.length > 0)
    await merge(store, ["Solvan"], "Marek Solvan", MIRA);
}

async function said(store: Store, speaker: string): Promise<readonly RecordRow[]> {
  return (await store.find({ speaker, kind: "statement", limit: 50 })).items;
}
