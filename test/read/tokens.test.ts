import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Repair } from "../../src/model/document.ts";
import { isAbbreviation, tokenize } from "../../src/read/tokens.ts";

const all = (text: string) => ({ from: 0, to: text.length });
const reads = (text: string, repairs: readonly Repair[] = []) =>
  tokenize(text, all(text), repairs)
    .map((token) => token.reads)
    .join(" ");

/** The text, and its tokens with a space between. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "names in any Latin letters": [
    ["Željka Šimić met Çağrı Erdoğan.", "Željka Šimić met Çağrı Erdoğan ."],
    ["Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Ánh Tuyết"],
    ["Nguye\u0302\u0303n wept", "Nguye\u0302\u0303n wept"],
    ["Łukasz Żółkiewski, Győző Szűcs", "Łukasz Żółkiewski , Győző Szűcs"],
    ["Ľubica Ďurišová and Đuro Žagar", "Ľubica Ďurišová and Đuro Žagar"],
    ["Ms. O’Brien and O'Brien-D’Arcy", "Ms. O'Brien and O'Brien-D'Arcy"],
    ["D’Angelo, N’Diaye, M'Bala", "D'Angelo , N'Diaye , M'Bala"],
    ["Choe Son-hui and Choe Son\u2010hui", "Choe Son-hui and Choe Son-hui"],
    ["Bashir al-Assaf and Umm al‑Qura", "Bashir al-Assaf and Umm al-Qura"],
    ["Qur’an, Sana’a, Xi’an", "Qur'an , Sana'a , Xi'an"],
    ["Hawaiʻi and ʻOkina", "Hawaiʻi and ʻOkina"],
    ["김 씨 said", "김 씨 said"],
  ],
  clitics: [
    ["Assaf’s army, Kim's men", "Assaf 's army , Kim 's men"],
    ["didn’t won't can’t", "did n't wo n't ca n't"],
    ["they’ll we’ve I’m he’d you’re", "they 'll we 've I 'm he 'd you 're"],
    ["THE MAYOR’S PLAN", "THE MAYOR 'S PLAN"],
    ["the boss's and the dogs’ dinner", "the boss 's and the dogs ' dinner"],
    ["the U.S.’s and the U.N.'s view", "the U.S. 's and the U.N. 's view"],
    ["Cole Jr.’s song", "Cole Jr. 's song"],
    ["the ’90s", "the ' 90s"],
  ],
  "short forms keep their stop, words do not": [
    ["the U.S. and the u.k.", "the U.S. and the u.k."],
    ["Dr. Ay, Lt. Gen. Bee", "Dr. Ay , Lt. Gen. Bee"],
    ["at 8 a.m. or 9 P.M.", "at 8 a.m. or 9 P.M."],
    ["Ph.D. in Washington, D.C.", "Ph.D. in Washington , D.C."],
    ["J. R. R. Marsh and H.R. Fenn", "J. R. R. Marsh and H.R. Fenn"],
    ["Acme Inc. and Bee Corp.", "Acme Inc. and Bee Corp."],
    ["No. 5 and Sept. 11", "No. 5 and Sept. 11"],
    ["e.g. this, i.e. that", "e.g. this , i.e. that"],
    ["It ends well. Quite.", "It ends well . Quite ."],
    ["He said Mr... and stopped", "He said Mr ... and stopped"],
  ],
  "numbers, money and times": [
    ["cost $1,000.50 and €1.1bn", "cost $1,000.50 and €1.1bn"],
    ["from 08:33 to 10.30pm", "from 08:33 to 10.30pm"],
    ["50% on 3/4/2025", "50% on 3/4/2025"],
    ["the 1990s and the 3rd", "the 1990s and the 3rd"],
    ["a 14-month wait", "a 14 - month wait"],
    ["It was 3.5. So", "It was 3.5 . So"],
    ["F-16s and COVID-19", "F-16s and COVID-19"],
  ],
  marks: [
    ["“Go,” she said.", '" Go , " she said .'],
    ["«Go» „no‟ ``so''", '" Go " " no " " so "'],
    ["‘Go’ ‹no›", "' Go ' ' no '"],
    ["wait ... and then… and....", "wait ... and then ... and ...."],
    ["a — b – c--d---e", "a - b - c - d - e"],
    ["(TTA) [sic] {x}", "( TTA ) [ sic ] { x }"],
    ["said:“Go”", 'said : " Go "'],
    ["What?! Yahoo! too", "What ? ! Yahoo ! too"],
    ["AT&T, R&D, and/or, desk@news.example", "AT&T , R&D , and/or , desk@news.example"],
    ["a\u200bb\u00a0c\u202fd", "a b c d"],
    ["so 😀 it is", "so 😀 it is"],
  ],
};

for (const [what, cases] of Object.entries(CASES))
  test(what, async (t) => {
    for (const [text, expected] of cases) await t.test(text, () => assert.equal(reads(text), expected));
  });

const repair = (from: number, to: number, words: string): Repair => ({
  span: { from, to },
  reads: words,
  why: "for the test",
});

test("glued words are cut apart, what is passed over is not read", () => {
  assert.equal(
    reads("SELWYNThe port", [repair(6, 6, " — ")]),
    "SELWYNThe port",
    "an insertion with words of its own is no cut",
  );
  assert.equal(reads("SelwynThe port", [repair(6, 6, " ")]), "Selwyn The port");
  assert.equal(reads("by the the dam", [repair(7, 11, "")]), "by the dam");
  assert.equal(reads("the workers’’ party", [repair(12, 13, "")]), "the workers ' party");
  assert.equal(reads("the dam", [repair(0, 4, "")]), "dam");
});

test("offsets are those of the text, whatever was repaired", () => {
  const text = "In SelwynThe the dam’s wall";
  const tokens = tokenize(text, { from: 3, to: 22 }, [repair(9, 9, " "), repair(13, 17, "")]);
  assert.deepEqual(
    tokens.map(({ from, to }) => text.slice(from, to)),
    ["Selwyn", "The", "dam", "’s"],
  );
  assert.deepEqual(
    tokenize("one two three", { from: 4, to: 7 }).map((token) => token.from),
    [4],
  );
});

test("a stretch is read as if nothing stood around it", () => {
  assert.deepEqual(
    tokenize("Mr. Ay", { from: 0, to: 2 }).map((token) => token.reads),
    ["Mr"],
  );
  assert.deepEqual(tokenize("Mr. Ay", { from: 2, to: 2 }), []);
});

test("which words are short forms", () => {
  for (const word of ["Mr", "sept", "U.S", "X", "Ð", "a.m", "h.c"]) assert.ok(isAbbreviation(word), word);
  for (const word of ["x", "well", "said", "U.", "NATO", ""]) assert.ok(!isAbbreviation(word), word);
});

test("tokens are in order, do not overlap, and leave nothing out but white space", () => {
  const piece = fc.constantFrom(..."aŽ9.'’“-…$ \u00a0\n", "U.S.", "n’t", "’s ", "Mr. ", "...", "--", "😀", "\u0301");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let at = 0;
      for (const { from, to } of tokenize(text, all(text))) {
        assert.ok(at <= from && from < to);
        assert.match(text.slice(at, from), /^\s*$/);
        at = to;
      }
      assert.match(text.slice(at), /^\s*$/);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test("two megabytes without a space, and a million marks, take linear time", () => {
  for (const [piece, tokens] of [
    ["a", 1],
    ["9", 1],
    ["a.", null],
    ["a-", null],
    ["9,", null],
    [".", 1],
    ["“", null],
    ["'s", null],
    ["n’t", null],
  ] as const) {
    const text = piece.repeat(Math.floor(1_000_000 / piece.length) * (tokens ? 2 : 1));
    const start = performance.now();
    const found = tokenize(text, all(text));
    if (tokens) assert.equal(found.length, tokens);
    assert.ok(performance.now() - start < 5_000, piece);
  }
});
