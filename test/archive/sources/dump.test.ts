import assert from "node:assert/strict";
import { test } from "node:test";
import type { Offer } from "../../../src/archive/add.ts";
import type { DumpOptions } from "../../../src/archive/sources/source.ts";
import { folderWith } from "../../cli/run.ts";
import { glance, offered, taken } from "./offered.ts";

const dumpOf = (
  t: Parameters<typeof folderWith>[0],
  lines: readonly (object | string)[],
  dump: Partial<DumpOptions> = {},
): Promise<Offer[]> =>
  offered(
    ["d.jsonl"],
    folderWith(t, {
      "d.jsonl": lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    }),
    { options: { outlet: "The Sallow Gazette" }, dump: { fields: {}, mapped: false, ...dump } },
  );

test("title and text become the report, with what the line says of it", async (t) => {
  const line = {
    text: "The mayor said no.",
    title: "No",
    published: "2024-03-04",
    url: "https://g.example/1",
    outlet: "Nordwire",
  };
  const [report] = taken(await dumpOf(t, [line]));
  assert.equal(Buffer.from(report?.bytes ?? []).toString(), "No\n\nThe mayor said no.");
  assert.deepEqual(report?.options, { outlet: "Nordwire", mediaType: "text/plain", published: "2024-03-04" });
  assert.deepEqual([report?.address, report?.name, report?.by], ["https://g.example/1", "d.jsonl, line 1", "dump"]);
});

test("HTML goes before text; what the call says holds where the line is silent", async (t) => {
  const [report] = taken(await dumpOf(t, [{ html: "<p>The mayor said no.", text: "no", title: "No" }]));
  assert.equal(Buffer.from(report?.bytes ?? []).toString(), "<p>The mayor said no.");
  assert.deepEqual(report?.options, { outlet: "The Sallow Gazette", mediaType: "text/html" });
  assert.equal(report?.address, null);
});

test("fields by other names, and inside others", async (t) => {
  const fields = { text: "story", title: "head.main", published: "date" };
  const line = { story: "The mayor said no.", head: { main: "No" }, date: "Mon, 04 Mar 2024 09:00:00 GMT" };
  const [report] = taken(await dumpOf(t, [line], { fields, mapped: true }));
  assert.equal(Buffer.from(report?.bytes ?? []).toString(), "No\n\nThe mayor said no.");
  assert.equal(report?.options.published, "2024-03-04T09:00:00Z");
});

test("a field with a dot in its name goes before the field inside", async (t) => {
  const [report] = taken(
    await dumpOf(t, [{ "a.b": "Outer words", a: { b: "Inner words" } }], { fields: { text: "a.b" } }),
  );
  assert.equal(Buffer.from(report?.bytes ?? []).toString(), "Outer words");
});

test("a list of paragraphs", async (t) => {
  const [report] = taken(await dumpOf(t, [{ text: ["One.", "Two."] }]));
  assert.equal(Buffer.from(report?.bytes ?? []).toString(), "One.\n\nTwo.");
});

const DATES: [given: unknown, edtf: string | undefined][] = [
  ["2024", "2024"],
  ["2024-03", "2024-03"],
  ["2024-03-04T08:15:00+01:00", "2024-03-04T07:15:00Z"],
  ["4 March 2024", "2024-03-04"],
  ["2024-13", undefined],
  ["03/04/2024", undefined],
  ["yesterday", undefined],
  [1709539200, undefined],
  [null, undefined],
];
for (const [given, edtf] of DATES)
  test(`a date: ${JSON.stringify(given)}`, async (t) => {
    const [report] = taken(await dumpOf(t, [{ text: "Words.", published: given }]));
    assert.equal(report?.options.published, edtf);
  });

const PARAGRAPHS: [signs: string, text: string, parts: string[]][] = [
  [", , ", "One, two., , Three., ,  Four.", ["One, two.", "Three.", "Four."]],
  [", , ", "One., ,  , \r, \r,  ,", ["One."]],
  ["||", "One||Two || Three", ["One", "Two", "Three"]],
  ["<p>", "One<p>Two", ["One", "Two"]],
  [".*", "One.*Two. *Three", ["One", "Two. *Three"]],
];
for (const [signs, text, parts] of PARAGRAPHS)
  test(`paragraphs parted by “${signs}”: ${JSON.stringify(text)}`, async (t) => {
    const [report] = taken(await dumpOf(t, [{ text }], { paragraphs: signs }));
    assert.equal(Buffer.from(report?.bytes ?? []).toString(), parts.join("\n\n"));
  });

test("lines that are no JSON object are refused by number, empty ones and those without words are passed over", async (t) => {
  const lines = [
    { text: "One." },
    "",
    "{broken",
    "[1]",
    '"words"',
    { text: "  " },
    { title: "only" },
    { text: 5 },
    { text: "Two." },
  ];
  assert.deepEqual((await dumpOf(t, lines)).map(glance), [
    "d.jsonl, line 1: One.",
    "d.jsonl, line 3: refused, d.jsonl, line 3 is no JSON object",
    "d.jsonl, line 4: refused, d.jsonl, line 4 is no JSON object",
    "d.jsonl, line 5: refused, d.jsonl, line 5 is no JSON object",
    "d.jsonl, line 6: passed, line without words",
    "d.jsonl, line 7: passed, line without words",
    "d.jsonl, line 8: passed, line without words",
    "d.jsonl, line 9: Two.",
  ]);
});

test("a dump whose fields are called otherwise says what they are called", async (t) => {
  const last = (await dumpOf(t, [{ story: "One.", date: "2024" }])).map(glance).at(-1);
  assert.equal(
    last,
    "d.jsonl: refused, d.jsonl has no words in “text” or “html”; its fields are story, date: say which is which with --map text=NAME,title=NAME",
  );
});

test("a line made of one letter in a great depth of brackets is no harm", async (t) => {
  const depth = 200_000;
  const deep = `{"text":"One.","x":${"[".repeat(depth)}${"]".repeat(depth)}}`;
  assert.deepEqual((await dumpOf(t, [deep])).map(glance), ["d.jsonl, line 1: One."]);
});
