import assert from "node:assert/strict";
import { test } from "node:test";
import { fullNames, personsNamed } from "../../src/resolve/names.ts";
import { readSentences } from "../../src/read/sentences.ts";
import { paragraphsOf } from "../read/documentOf.ts";

/** The full names that stand in a text, a short one, and the one it stands for. */
const SHORT: readonly (readonly [string[], string, string | null])[] = [
  [["Mara Quill"], "Quill", "Mara Quill"],
  [["Mara Quill"], "Mara", "Mara Quill"],
  [["Mara Quill", "Tom Birch"], "Birch", "Tom Birch"],
  [["Kim Yong Su"], "Kim", "Kim Yong Su"],
  [["Kim Yong Su"], "Su", "Kim Yong Su"],
  [["Ante Marsh", "Zora Marsh"], "Marsh", null],
  [["Ante Marsh", "Zora Marsh"], "Zora", "Zora Marsh"],
  [["Mara Quill"], "Birch", null],
  [["Mara Quill"], "quill", null],
  [["Quill"], "Quill", null],
  [[], "Quill", null],
  // Two spellings of one name are one man.
  [["Choe Yong-su", "Choe Yong Su"], "Choe", "Choe Yong-su"],
  [["George W. Marsh", "George Marsh"], "Marsh", "George W. Marsh"],
  [["Emil Ruiz-Holt"], "Ruiz-Holt", "Emil Ruiz-Holt"],
  [["Emil Ruiz-Holt"], "Holt", null],
];

for (const [names, short, full] of SHORT)
  test(`${short} among ${names.join(", ") || "nobody"}`, () => assert.equal(fullNames(names)(short), full));

/** A text with the persons it names, those with a title before them marked. */
const NAMED: readonly (readonly [string, string[]])[] = [
  ["On Monday Mara Quill met Foreign Minister Joost Meerveld.", ["Mara Quill", "Joost Meerveld *"]],
  ["The dam in Port Selwyn burst. But Tom Birch stayed.", ["Tom Birch"]],
  ["North Korea and the United States met in Hanoi.", []],
  ["The Ministry of Defence said no.", []],
  ["Ms. Željka Šimić-O’Brien and J. R. Marsh left.", ["Željka Šimić-O'Brien *", "J. R. Marsh"]],
  ["Quill left.", []],
];

for (const [text, names] of NAMED)
  test(`persons in: ${text}`, () => {
    const document = paragraphsOf(text);
    const persons = personsNamed({ document, ...readSentences(document), quotations: [] });
    assert.deepEqual(
      persons.map(({ name, titled }) => (titled ? `${name} *` : name)),
      names,
    );
  });
