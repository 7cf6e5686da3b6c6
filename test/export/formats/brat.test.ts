import assert from "node:assert/strict";
import { test } from "node:test";
import { exportFiles, exportedRecords } from "../../../src/archive/exporting.ts";
import { charactersOf } from "../../../src/export/formats/characters.ts";
import { brat, speakerIn } from "../../../src/export/formats/brat.ts";
import { exportedAs, sampleArchive } from "./sampleArchive.ts";
import { type Standoff, confIn, standoffIn } from "./standoff.ts";

test("every file is standoff that brat takes, and its types, attributes and relations are declared", async (t) => {
  const { store } = await sampleArchive(t);
  const files = new Map<string, string>();
  for await (const { name, text } of exportFiles(store, brat, {}, { texts: true })) files.set(name, text);
  const conf = confIn(files.get("annotation.conf") ?? "");
  assert.match(files.get("visual.conf") ?? "", /^\[labels\]\nCandidateStatement \| /);
  const annotated = [...files.keys()].filter((name) => name.endsWith(".ann"));
  assert.equal(annotated.length, 3);
  let fragments = 0;
  for (const name of annotated) {
    const text = files.get(name.replace(/ann$/, "txt"));
    assert.ok(text);
    const standoff = standoffIn(files.get(name) ?? "", text);
    for (const { type, spans } of standoff.bound.values()) {
      assert.ok(conf.entities.includes(type), type);
      if (spans.length > 1) fragments++;
    }
    for (const { type } of standoff.relations) assert.ok(conf.relations.includes(type), type);
    for (const { type, value } of standoff.attributes)
      assert.ok(conf.attributes.get(type)?.includes(value ?? "") ?? conf.attributes.has(type), `${type} ${value}`);
    assert.ok(notesOf(standoff, "Hearsay").length > 0);
    assert.equal(notesOf(standoff, "Hearsay").length, notesOf(standoff, "AnnotatorNotes").length);
  }
  assert.ok(fragments > 0, "a quotation over several lines is in fragments");
});

test("the types say what an entry is worth, before anything else is read", async (t) => {
  const { store, confirmed, disputed } = await sampleArchive(t);
  const records = await Array.fromAsync(exportedRecords(store, {}, { byText: true }));
  const stream = await exportedAs(store, "brat");
  for (const part of stream.split(/^==> .+ <==\n/m).slice(1)) {
    const record = records.find(({ id }) => part.includes(id));
    const { bound, notes } = standoffIn(part, record?.report.text ?? "");
    for (const { type, target, text } of notes) {
      if (type !== "Hearsay") continue;
      const { record: id, standing } = JSON.parse(text) as { record: string; standing: string };
      const expected = id === disputed ? "Disputed" : id === confirmed ? "Confirmed" : null;
      if (expected !== null) assert.equal(bound.get(target)?.type, `${expected}Statement`);
      assert.ok(bound.get(target)?.type.toLowerCase().startsWith(standing));
    }
  }
});

test("a speaker's note reads back, whatever the name has in it", () => {
  for (const [note, name, kind] of [
    ["speaker: Ada Novak (person)", "Ada Novak", "person"],
    ["speaker: Bank (Mel) (organisation)", "Bank (Mel)", "organisation"],
    ["Speaker:  Ada  Novak", "Ada  Novak", null],
    ["speaker:  (none)", "", "none"],
  ] as const)
    assert.deepEqual(speakerIn(note), { name, kind });
  assert.equal(speakerIn("I think this is wrong"), null);
});

test("units lead to characters and back, at every place of a text with characters of two units", () => {
  for (const text of ["", "plain", "🚢", "a🚢🚢b🌊c", "🚢\ud83da", "e\u0301🚢"]) {
    const { before, unit } = charactersOf(text);
    const characters = Array.from(text);
    let at = 0;
    for (const [i, character] of characters.entries()) {
      assert.equal(before(at), i);
      assert.equal(unit(i), at);
      if (character.length === 2) assert.equal(before(at + 1), i + 1, "inside counts as behind");
      at += character.length;
    }
    assert.equal(before(text.length), characters.length);
    assert.equal(unit(characters.length), text.length);
    assert.equal(unit(characters.length + 1), null);
    assert.equal(unit(-1), null);
    assert.equal(unit(0.5), null);
  }
});

function notesOf({ notes }: Standoff, type: string): Standoff["notes"] {
  return notes.filter((note) => note.type === type);
}
