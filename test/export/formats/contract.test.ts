import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exportFiles, exportedRecords } from "../../../src/archive/exporting.ts";
import type { ExportedRecord } from "../../../src/export/formats/exported.ts";
import type { ExportFormat } from "../../../src/export/formats/format.ts";
import { FORMATS, formatNamed } from "../../../src/export/formats/formats.ts";
import { FORMAT_NAMES } from "../../../src/export/formats/names.ts";
import { STANDING } from "../../../src/export/recordWords.ts";
import { UserError } from "../../../src/model/errors.ts";
import type { Store } from "../../../src/store/store.ts";
import { READ_BY } from "../../archive/reports.ts";
import { scratchArchive } from "../../archive/scratch.ts";
import { ENTRIES_IN } from "./entriesIn.ts";
import { SENTINEL, type Sample, exportedAs, sampleArchive } from "./sampleArchive.ts";

test("every format has a name of its own, and the short list has the same names", () => {
  assert.deepEqual(
    FORMATS.map(({ name }) => name),
    [...FORMAT_NAMES],
  );
  assert.equal(new Set(FORMAT_NAMES).size, FORMAT_NAMES.length);
  for (const { name } of FORMATS) assert.equal(formatNamed(name).name, name);
  assert.throws(() => formatNamed("docx"), /there is no format “docx”; there are: csv ndjson/);
});

for (const format of FORMATS) describe(format.name, () => contract(format));

function contract(format: ExportFormat): void {
  const entriesIn = ENTRIES_IN[format.name];
  assert.ok(entriesIn, `${format.name} has no reader in this suite`);

  test("has each entry once with its words, its standing, its offsets, hashes and provenance", async (t) => {
    const sample = await sampleArchive(t);
    const records = await takenBy(format, sample.store);
    const found = entriesIn(await exportedAs(sample.store, format));
    assert.deepEqual(found.map(({ id }) => id).toSorted(), records.map(({ id }) => id).toSorted());
    assert.ok(records.length >= 3);
    for (const record of records) {
      const entry = found.find(({ id }) => id === record.id);
      assert.ok(entry);
      assert.equal(entry.standing, record.standing);
      assert.equal(folded(entry.words), folded(record.words));
      const { report, read, by } = record;
      for (const part of [
        STANDING[record.standing].means,
        report.capture.sha256,
        report.edition.sha256,
        report.capture.at.slice(0, 10),
        by,
        read.by,
        record.act,
        report.published.edtf ?? "",
        report.published.basis,
      ])
        assert.ok(entry.all.includes(part), `${record.id} lacks ${part}`);
      for (const offset of (record.entry.content ?? [record.entry.span ?? []]).flat())
        assert.match(entry.all, new RegExp(`\\b${offset}\\b`), `${record.id} lacks offset ${offset}`);
      for (const { by: who, act } of record.decisions) {
        assert.ok(entry.all.includes(who), `${record.id} does not say who decided`);
        assert.ok(entry.all.includes(act), `${record.id} does not say what was decided`);
      }
    }
  });

  test("a candidate says it is a machine's, a confirmed entry does not, and what is corrected says so", async (t) => {
    const { store, corrected } = await sampleArchive(t);
    for (const { standing, all, id } of entriesIn(await exportedAs(store, format))) {
      assert.equal(all.includes("a machine’s reading that nobody has confirmed"), standing === "candidate", id);
      if (id === corrected) assert.match(all, /corrected|correct/);
    }
  });

  test("what is retracted is left out, and comes only when asked for", async (t) => {
    const { store, retracted } = await sampleArchive(t);
    const has = (output: string): boolean => entriesIn(output).some(({ id }) => id === retracted);
    assert.equal(has(await exportedAs(store, format)), false);
    const asked = entriesIn(await exportedAs(store, format, { standing: "retracted" }));
    const taken = (await takenBy(format, store, { standing: "retracted" })).length;
    assert.equal(asked.length, taken);
    for (const { standing } of asked) assert.equal(standing, "retracted");
  });

  test("has no whole text unless asked for, and then each text once", async (t) => {
    const { store } = await sampleArchive(t);
    assert.ok(!(await exportedAs(store, format)).includes(SENTINEL));
    const whole = format.files ? await filesOf(store, format) : await exportedAs(store, format, {}, { texts: true });
    const times = (await takenBy(format, store)).some(({ report }) => report.capture.address?.includes("hostile"))
      ? 1
      : 0;
    assert.equal(whole.split(SENTINEL).length - 1, times);
  });

  test("an empty archive gives an empty export that its readers take", async (t) => {
    const store = await scratchArchive(t);
    assert.deepEqual(entriesIn(await exportedAs(store, format)), []);
  });

  test("comes in pieces, as the records come", async (t) => {
    const { store } = await sampleArchive(t);
    const records = await takenBy(format, store);
    let drawn = 0;
    async function* many(): AsyncGenerator<ExportedRecord> {
      for (let i = 0; i < 2_000; i++)
        for (const record of records) {
          drawn++;
          const article = `${record.report.article}${i}`;
          yield { ...record, id: `${article}.${i}`, report: { ...record.report, article } };
        }
    }
    const head = { seq: 1, hash: "0".repeat(64) };
    const pieces = format.write(many(), { texts: false, base: null, head })[Symbol.asyncIterator]();
    for (let i = 0; i < 10; i++) await pieces.next();
    assert.ok(drawn < 100, `${drawn} records were drawn for ten pieces`);
    await pieces.return?.();
  });

  test("steers no terminal and breaks no line, whatever stands in the words", async (t) => {
    const { store } = await sampleArchive(t);
    const output = await exportedAs(store, format);
    assert.ok(output.isWellFormed());
    if (format.name !== "csv") assert.doesNotMatch(output, /[\u0085\u2028\u2029]/);
  });

  test("names entries by their address where the room has one", async (t) => {
    const { store } = await sampleArchive(t);
    const output = await exportedAs(store, format, {}, { base: "https://room.example/" });
    const linked = ["web-annotation", "quotation", "claim-review", "ftm"].includes(format.name);
    assert.equal(output.includes("https://room.example/statements/"), linked);
  });
}

test("words, filters and a number narrow an export as they narrow a search", async (t) => {
  const { store, disputed } = await sampleArchive(t);
  const ids = async (...asked: Parameters<typeof exportedRecords>): Promise<string[]> => {
    const found: string[] = [];
    for await (const { id } of exportedRecords(...asked)) found.push(id);
    return found;
  };
  assert.deepEqual(await ids(store, { standing: "disputed" }), [disputed]);
  assert.deepEqual(await ids(store, { words: "quay safe" }), [disputed]);
  assert.deepEqual(await ids(store, { standing: "disputed" }, { byText: true }), [disputed]);
  assert.equal((await ids(store, {}, { most: 3 })).length, 3);
  const all = await ids(store, {});
  assert.deepEqual((await ids(store, {}, { byText: true })).toSorted(), all.toSorted());
  assert.deepEqual(
    (await ids(store, { order: "said" }, { byText: true })).length,
    (await ids(store, { order: "said" })).length,
  );
});

test("records come page by page and those of an article in a row, however they lie in the archive", async () => {
  const { inFile } = await import("../../store/homes.ts");
  const { NOON, decision, record, report } = await import("../../store/reports.ts");
  const home = inFile();
  try {
    const store = await home.open();
    const statements = (article: number) =>
      Array.from({ length: 120 }, (_, i) => record(`s${i}`, { words: `words ${article} ${i}` }));
    for (let a = 0; a < 6; a++) await store.append([report(`a${a}`, { records: statements(a) })], NOON);
    // What was decided on stays where it was; all else of the article is read anew and comes behind the others.
    await store.append([decision("confirm", "a1", "s3"), report("a1", { edition: 2, records: statements(7) })], NOON);
    const articles: string[] = [];
    const seen = new Set<string>();
    for await (const one of exportedRecords(store, {}, { byText: true })) {
      assert.ok(!seen.has(one.id), `${one.id} came twice`);
      seen.add(one.id);
      if (articles.at(-1) !== one.report.article) articles.push(one.report.article);
      assert.ok(one.report.text);
    }
    assert.equal(seen.size, 720);
    assert.deepEqual(articles, ["a1", "a5", "a4", "a3", "a2", "a0"]);
  } finally {
    await home.close();
  }
});

test("brat with texts is a folder, and what is one stream is none", async (t) => {
  const { store } = await sampleArchive(t);
  await assert.rejects(exportedAs(store, "brat", {}, { texts: true }), UserError);
  await assert.rejects(exportFiles(store, formatNamed("csv"), {}).next(), UserError);
});

test("what a format leaves out is told with its reason", async (t) => {
  const { store } = await sampleArchive(t);
  const left: string[] = [];
  await exportedAs(store, "claim-review", {}, { left: (why) => left.push(why) });
  assert.ok(left.length > 3);
  assert.deepEqual([...new Set(left)], ["candidates, on which nobody has decided"]);
});

test("a record says who read it, with the version", async (t) => {
  const { store }: Sample = await sampleArchive(t);
  for await (const { read } of exportedRecords(store, {})) assert.equal(read.by, READ_BY);
});

async function takenBy(format: ExportFormat, store: Store, query = {}): Promise<ExportedRecord[]> {
  const taken: ExportedRecord[] = [];
  for await (const record of exportedRecords(store, query, { byText: true }))
    if (format.leavesOut(record) === null) taken.push(record);
  return taken;
}

async function filesOf(store: Store, format: ExportFormat): Promise<string> {
  const texts: string[] = [];
  for await (const { text } of exportFiles(store, format, {}, { texts: true })) texts.push(text);
  return texts.join("\n");
}

/** brat joins pieces by a space and cuts at ends of lines; FollowTheMoney folds nothing in texts. */
function folded(words: string): string {
  return words.replace(/[\s\u0085\u2028…]+/g, " ").trim();
}
