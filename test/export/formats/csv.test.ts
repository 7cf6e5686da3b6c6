import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { csv } from "../../../src/export/formats/csv.ts";
import { exportedRecords } from "../../../src/archive/exporting.ts";
import type { ExportedRecord } from "../../../src/export/formats/exported.ts";
import { WHY, exportedAs, sampleArchive } from "./sampleArchive.ts";

test("rows end as RFC 4180 has it, all are of one length, and the standing is read first", async (t) => {
  const { store } = await sampleArchive(t);
  const output = await exportedAs(store, "csv");
  const [header, ...rows] = parse(output, { record_delimiter: "\r\n", relax_column_count: false }) as string[][];
  assert.deepEqual(header?.slice(0, 3), ["standing", "standing_means", "id"]);
  assert.equal(rows.length, (await Array.fromAsync(exportedRecords(store, {}))).length);
  assert.ok(output.endsWith("\r\n"));
});

test("no cell begins as a formula does, and what a guard was put before is whole behind it", async (t) => {
  const { store, corrected, disputed } = await sampleArchive(t);
  const rows = parse(await exportedAs(store, "csv"), { columns: true }) as Record<string, string>[];
  for (const row of rows) for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠\t\r]/);
  assert.equal(rows.find(({ id }) => id === corrected)?.["speaker"], "'=Teodor Brandsma");
  assert.equal(rows.find(({ id }) => id === disputed)?.["decided_why"], `'${WHY}`);
});

test("each way in which a spreadsheet finds a formula is guarded, and harmless words are left as they are", async (t) => {
  const { store } = await sampleArchive(t);
  const [some] = await Array.fromAsync(exportedRecords(store, { limit: 1 }));
  const cells = ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "＝1", "a=1", "1-2", "'quoted'", ""];
  async function* records(): AsyncGenerator<ExportedRecord> {
    for (const speaker of cells) yield { ...(some as ExportedRecord), speaker };
  }
  const head = { seq: 1, hash: "" };
  const output = (await Array.fromAsync(csv.write(records(), { texts: false, base: null, head }))).join("");
  const speakers = (parse(output, { columns: true }) as Record<string, string>[]).map(({ speaker }) => speaker);
  assert.deepEqual(
    speakers,
    cells.map((cell, i) => (i < 9 ? `'${cell}` : cell)),
  );
});
