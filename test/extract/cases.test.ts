import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { slice } from "../../src/model/span.ts";
import { parseCase, parseCaseFile } from "./cases.ts";

const FOLDER = new URL("./cases/", import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));

test("a single statement needs no number", () => {
  const read = parseCase(["# plain", "[s Mara Quill] [c said] [q “no”]."]);
  assert.equal(read.name, "plain");
  assert.equal(read.text, "Mara Quill said “no”.");
  const [only] = read.statements;
  assert.ok(only?.source && only.cue);
  assert.equal(slice(read.text, only.source), "Mara Quill");
  assert.equal(slice(read.text, only.cue), "said");
  assert.deepEqual(
    only.content.map((piece) => slice(read.text, piece)),
    ["“no”"],
  );
  assert.deepEqual([only.n, only.inside, only.continues], [1, null, false]);
});

test("pieces with one number are one content, in order", () => {
  const { text, statements } = parseCase(["[q “Yes,”] [s he] [c said], [q “and no.”]"]);
  assert.deepEqual(
    statements.map((one) => one.content.map((piece) => slice(text, piece))),
    [["“Yes,”", "“and no.”"]],
  );
});

test("a statement in the content of another is inside it", () => {
  const { text, statements } = parseCase(["[s1 The agency] [c1 said] that [q1 [s2 Solvan] [c2 vowed] [q2 to wait]]."]);
  const [outer, inner] = statements;
  assert.ok(outer?.content[0] && inner?.content[0]);
  assert.equal(slice(text, outer.content[0]), "Solvan vowed to wait");
  assert.equal(slice(text, inner.content[0]), "to wait");
  assert.deepEqual([outer.inside, inner.inside], [null, 1]);
});

test("two statements may share a bracket", () => {
  const { statements } = parseCase(["[s1,2 She] [c1 said] [q1 no] and [c2 warned of] [q2 delays]."]);
  assert.deepEqual(statements[0]?.source, statements[1]?.source);
});

test("a quotation that continues has neither source nor cue", () => {
  const { statements } = parseCase(["[q1 “No,”] [s1 she] [c1 said]. [q2< “Never.”]"]);
  assert.deepEqual(
    statements.map((one) => one.continues),
    [false, true],
  );
  assert.deepEqual([statements[1]?.source, statements[1]?.cue], [null, null]);
});

test("brackets of the text and paragraph breaks are kept", () => {
  const { text } = parseCase(["[s He] [c said]: ¶ [q “\\[They\\] left.”]"]);
  assert.equal(text, "He said:\n\n“[They] left.”");
});

test("a case may say that nothing must be found", () => {
  const read = parseCase(["! The shop sells “fresh” bread."]);
  assert.deepEqual([read.mustFindNothing, read.statements], [true, []]);
  assert.equal(read.name, "The shop sells “fresh” bread.");
});

for (const [why, line] of [
  ["unclosed", "[s He] [c said] [q no"],
  ["closed twice", "[s He] [c said] [q no]]"],
  ["unknown role", "[x He] said no"],
  ["no content", "[s He] [c said] no"],
  ["two cues", "[s He] [c said] [c told] [q no]"],
  ["empty bracket", "[s He] [c said] [q ]"],
  ["content of nobody", "[q no]"],
  ["continues with a cue", "[s1 He] [c1 said] [q1 no]. [c2 said] [q2< “Never.”]"],
  ["continues nothing", "[q< “Never.”]"],
  ["nothing marked", "He said no"],
  ["nothing to find, yet marked", "! [s He] [c said] [q no]"],
] as const)
  test(`a broken case is refused: ${why}`, () => {
    assert.throws(() => parseCase([line]), Error);
  });

test("a case above the first heading is refused, and so is an unknown heading", () => {
  assert.throws(() => parseCaseFile("! Nothing."), /above the first heading/);
  assert.throws(() => parseCaseFile("## later\n\n! Nothing."), /Unknown heading/);
});

test("there are cases", () => {
  assert.ok(files.length >= 18, `${files.length} files`);
});

for (const file of files)
  test(`${file} parses, and every span is clean at its edges`, () => {
    const cases = parseCaseFile(readFileSync(new URL(file, FOLDER), "utf8"));
    const held = cases.filter((one) => one.part === "hold").length;
    assert.ok(held > 0 && cases.length >= 3 * held - 2, `${held} of ${cases.length} are held out`);
    assert.equal(new Set(cases.map((one) => one.name)).size, cases.length, "two cases have one name");
    for (const { name, text, statements } of cases) {
      assert.doesNotMatch(text, /¶|\\|\[[scq]\d* /, name);
      for (const { source, cue, content, inside } of statements) {
        for (const part of [source, cue, ...content]) {
          if (!part) continue;
          const words = slice(text, part);
          assert.equal(words, words.trim(), `${name}: "${words}"`);
          assert.doesNotMatch(words, /^[,.;]|\n|^that /, `${name}: "${words}"`);
        }
        for (const part of [source, cue]) if (part) assert.doesNotMatch(slice(text, part), /[,.]$/, name);
        for (const piece of content) assert.doesNotMatch(slice(text, piece), /,$/, name);
        if (inside !== null)
          assert.ok(
            statements.some((one) => one.n === inside),
            name,
          );
      }
    }
  });
