import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORTING_CLASSES, type ReportingClass, lexicon } from "../../src/extract/fast/lexicon.ts";

const classesOf = (bits: number): ReportingClass[] => REPORTING_CLASSES.filter((_, i) => bits & (1 << i));

/** An inflected form, its lemma, the form, and a class it must belong to. */
const VERBS: readonly (readonly [string, string, string, ReportingClass])[] = [
  ["said", "say", "participle", "say"],
  ["says", "say", "s", "say"],
  ["saying", "say", "ing", "say"],
  ["say", "say", "base", "say"],
  ["declared", "declare", "participle", "say"],
  ["declaring", "declare", "ing", "say"],
  ["admits", "admit", "s", "say"],
  ["admitted", "admit", "participle", "say"],
  ["admitting", "admit", "ing", "say"],
  ["signalled", "signal", "participle", "say"],
  ["signalling", "signal", "ing", "say"],
  ["signaled", "signal", "participle", "say"],
  ["implies", "imply", "s", "say"],
  ["replied", "reply", "participle", "say"],
  ["wrote", "write", "past", "say"],
  ["written", "write", "participle", "say"],
  ["spoke", "speak", "past", "say"],
  ["told", "tell", "participle", "tell"],
  ["asks", "ask", "s", "ask"],
  ["thought", "think", "participle", "think"],
  ["planned", "plan", "participle", "expect"],
  ["planning", "plan", "ing", "expect"],
  ["forecast", "forecast", "participle", "expect"],
  ["hoped", "hope", "participle", "expect"],
  ["hoping", "hope", "ing", "expect"],
  ["promises", "promise", "s", "promise"],
  ["vowed", "vow", "participle", "promise"],
  ["demanded", "demand", "participle", "demand"],
  ["denies", "deny", "s", "deny"],
  ["denied", "deny", "participle", "deny"],
];

for (const [word, lemma, form, kind] of VERBS)
  test(`${word} is a form of ${lemma}`, () => {
    const found = lexicon().verbs.get(word);
    assert.ok(found, "not in the table");
    assert.equal(found.lemma, lemma);
    assert.equal(found.form, form);
    assert.equal(found.noun, false);
    assert.ok(classesOf(found.classes).includes(kind), classesOf(found.classes).join());
  });

test("words that report nothing are not in the table", () => {
  for (const word of ["sayed", "flew", "table", "the", "", "admited", "planed", "repled"])
    assert.equal(lexicon().verbs.has(word), false, word);
});

test("nouns have their plural", () => {
  for (const [word, lemma] of [
    ["claim", "claim"],
    ["claims", "claim"],
    ["replies", "reply"],
    ["speeches", "speech"],
    ["vows", "vow"],
    ["wishes", "wish"],
  ] as const) {
    const found = lexicon().nouns.get(word);
    assert.deepEqual([found?.lemma, found?.noun], [lemma, true], word);
  }
});

test("the table is read once, and every word has a class", () => {
  assert.equal(lexicon(), lexicon());
  const { verbs, nouns } = lexicon();
  for (const [word, { classes }] of [...verbs, ...nouns]) {
    assert.ok(classes > 0, word);
    assert.match(word, /^[a-z][a-z-]+$/);
  }
});
