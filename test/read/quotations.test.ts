import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Document, Repair } from "../../src/model/document.ts";
import { slice } from "../../src/model/span.ts";
import { findQuotations } from "../../src/read/quotations.ts";
import { documentOf } from "./documentOf.ts";

/** A document of nothing but these blocks, each on a line of its own. */
const onLines = (parts: Parameters<typeof documentOf>[0], repairs: readonly Repair[] = []): Document =>
  documentOf(parts, repairs, { between: "\n", after: "\n" });

const paragraphs = (...words: string[]): Document => onLines(words.map((text) => ["paragraph", text] as const));

/** Draws what was found into the text; see the cases. */
function drawn(document: Document): string {
  const { quotations, stray } = findQuotations(document);
  const before = new Map<number, string>();
  const after = new Map<number, string>();
  quotations.forEach(({ span, closed, continues }, i) => {
    if (continues !== null) assert.ok(continues < i, "continues names an entry before");
    before.set(span.from, (before.get(span.from) ?? "") + (continues === null ? "⟨" : "⟨+"));
    after.set(span.to, (closed ? "⟩" : "⌋") + (after.get(span.to) ?? ""));
  });
  for (const { from, to } of stray) {
    before.set(from, (before.get(from) ?? "") + "⟦");
    after.set(to, "⟧" + (after.get(to) ?? ""));
  }
  let out = "";
  for (let i = 0; i < document.text.length; i++) out += (after.get(i) ?? "") + (before.get(i) ?? "") + document.text[i];
  return out.trimEnd().replaceAll("\n", "¶");
}

/**
 * One case a line: the text with what is to be found drawn in, and nothing else may be found.
 * ⟨“...”⟩ a quotation; ⟨“...⌋ one with no closing mark; ⟨+“... one that carries on the paragraph before;
 * ⟦”⟧ a stray mark; ¶ the next paragraph.
 */
const CASES: Readonly<Record<string, readonly string[]>> = {
  "curly double marks": [
    "The minister called it ⟨“a very good day”⟩ for the port.",
    "⟨“We open at nine,”⟩ she said. ⟨“We close at noon.”⟩",
    "⟨“Is that all?”⟩ he asked, and ⟨“No!”⟩ came the answer.",
    "The plan (⟨“a joke”⟩, say critics) was dropped.",
    "It was dubbed [⟨“the ghost line”⟩] by commuters.",
    "He said—⟨“under protest”⟩—that he would sign.",
    "She spoke of ⟨“unity … and then patience”⟩.",
    "⟨“…and so it ends,”⟩ the letter read.",
    "⟨“We will not—”⟩ he began.",
    "⟨“[The council] knew,”⟩ said Ms. Tarn.",
    "⟨“$40 million is gone,”⟩ he said.",
    "⟨“#SaveTheLake”⟩ was painted on the wall.",
    "⟨“Yes.”⟩ ⟨“No.”⟩ ⟨“Yes.”⟩",
    "⟨“One”⟩/⟨“two”⟩",
    "The 🚢 ⟨“Morning Star”⟩ 🚢 sailed.",
    "他说⟨“明天出发”⟩然后离开。",
    "他说：⟨“我们把它叫做⟨‘静区’⟩然后离开。”⟩",
    '他稱之為⟨"靜區"⟩並離開了⟨"港口"⟩。',
    "그는 ⟨'조용한 구역'⟩을 강조했다.",
    "An empty pair ⟦“⟧⟦”⟧ says nothing.",
  ],
  "straight double marks": [
    'The mayor said the road was ⟨"not safe"⟩ for lorries.',
    '⟨"We open at nine,"⟩ she said. ⟨"We close at noon."⟩',
    'Officials ⟨"did what they could"⟩, he said, ⟨"and no more"⟩.',
    'The note read: ⟨"Gone fishing"⟩',
    '(⟨"Not me"⟩)',
    'A list of ⟨"friends"⟩, ⟨"allies"⟩ and ⟨"partners"⟩.',
    'the so-called ⟨"peace line"⟩—a fence—and the ⟨"quiet zone"⟩',
    'He shouted ⟨"Stop!"⟩, then ⟨"Go!"⟩',
    'It is ⟨" badly spaced "⟩ here.',
    'She said,⟨"No room."⟩ Then she left.',
    'He wrote ⟨"never"⟩and sent it.',
    '⟨"...until the rain stops,"⟩ he added.',
    '⟨"I was 45,"⟩ he said. ⟨"She was 46."⟩',
    "The sign said ⟨＂closed＂⟩ in two languages.",
  ],
  "German, Polish and Swedish marks": [
    "Er sprach von einer ⟨„großen Chance“⟩ für die Stadt.",
    "⟨„Wir gehen heute“⟩, sagte sie. ⟨„Morgen nicht.“⟩",
    "⟨„Das ist ⟨‚kein Spaß‘⟩ mehr“⟩, hieß es.",
    "Minister mówił o ⟨„dużej szansie”⟩ dla miasta.",
    "Hon kallade det ⟨”en bra dag”⟩ för staden.",
    "Er nannte es ⟨‚ungewöhnlich‘⟩.",
  ],
  guillemets: [
    "Le ministre a parlé d’⟨«une chance»⟩ pour la ville.",
    "⟨« Nous partons demain »⟩, a-t-il dit.",
    "⟨«\u00a0Rien n’est décidé\u00a0»⟩, selon elle.",
    "⟨»Wir gehen heute«⟩, sagte sie, ⟨»und zwar sofort.«⟩",
    "⟨«Das ist ⟨‹ernst›⟩ gemeint»⟩, sagte er.",
    "⟨« Il a dit ⟨“jamais”⟩ hier »⟩, écrit-elle.",
    "Menu ⟦›⟧",
  ],
  "single marks around quotations": [
    "The mayor called it ⟨‘a very good day’⟩ for the port.",
    "⟨‘We open at nine,’⟩ she said. ⟨‘We close at noon.’⟩",
    "Harbour row ⟨'far from over'⟩, says union",
    "⟨'We're ready'⟩: town waits for the flood",
    "Lake party ⟨‘won’t split’⟩ over dam",
    "⟨‘I don’t know where they’ve gone,’⟩ he said.",
    "The word ⟨'self-rule'⟩, not ⟨'freedom'⟩, was used.",
    "The ⟨‘ghost’⟩ ship’s crew was found.",
    "⟨`We open at nine,'⟩ she said.",
    "a ⟨´second front´⟩ in the north",
    "the ⟨′Left′⟩ line was condemned",
    "an anti-⟨‘noise’⟩ law",
  ],
  "single marks with possessives inside": [
    "⟨‘The workers’ party is strong,’⟩ he said.",
    "⟨‘The farmers’ and the dockers’ union will meet,’⟩ she said.",
    "⟨'The teachers' strike will go on,'⟩ he said.",
    "⟨‘Achilles’ heel’⟩ was the phrase he used.",
    "The paper praised the ⟨‘workers’⟩ for their patience.",
    "He thanked ⟨‘the volunteers’⟩ and left.",
    "⟨'The Hughes' house was empty'⟩, police said.",
    "⟨‘Drivers’ hours must be cut and drivers’ pay raised,’⟩ he said.",
    "⟨‘We were only followin’ the others’ lead,’⟩ he said.",
    "⟨‘It’s the dogs’ dinner,’⟩ said one of the Joneses’ neighbours.",
    "Miners' ⟨'last stand'⟩ ends",
  ],
  "apostrophes are no quotation marks": [
    "Ms. O’Brien didn’t see the Lees’ car at St. John’s.",
    "Ms. O'Brien didn't see the Lees' car at St. John's.",
    "the Workers' Party congress and the farmers' union",
    "Sanders’ plan and the voters’ reply",
    "in the '90s and the ’80s",
    "the class of '08.",
    "the ‘60s and Election Day ‘16",
    "rock 'n' roll and rock ’n’ roll",
    "get 'em out, 'til dawn, 'cause it's late",
    "’Twas a long night, ’tis said",
    "goin' home with ol' Joe, talkin’ loud",
    "the Qur'an and Sana'a and Xi’an",
    "al-'Aziz and Abd al-‘Karim met in Ma’rib",
    "the port 's owners and Jim ’s boat",
    "the charge d' affaires spoke",
    "the U.S.' allies and Texas' governor",
    "the Japanese' entry into the bay",
    "the mayor‘s speech and the clerk`s reply",
    "C'est l'été, qu'il a dit",
    "the 1990's and A's and B's",
    "Intl' Trade Fair opens",
    "the Harbour''s master and they''re late",
    "two months' notice, three days’ march, a week's pay",
    "James’s, James’ and the Joneses’.",
  ],
  measures: [
    'a 12" pipe and a 6\'2" guard',
    "He stands 6' 2\" tall.",
    '⟨"The 6\'2" guard fell,"⟩ she said.',
    "a 5′11″ sailor",
    '⟨"A 12" pipe burst,"⟩ he said.',
    "about 5’2”, he said",
    'a 7.5" gun',
  ],
  "two marks that stand for one": [
    "⟨''We open at nine,''⟩ she said. ⟨''We close at noon.''⟩",
    "⟨``We open at nine,''⟩ she said.",
    "⟨‘‘We open at nine,’’⟩ she said.",
    "⟨''He told us ⟨'never again'⟩ twice,''⟩ she said.",
    "⟨''He told us, ⟨'Never again.'⟩''⟩",
    "⟨''⟨'Never'⟩ was the word,''⟩ she said.",
    "⟨““We open at nine,””⟩ she said.",
    "⟨““We open at nine,”⟩ she said.",
    '⟨""We open at nine,""⟩ she said.',
    "The workers'' party met.",
    'An empty pair ⟦""⟧ here.',
  ],
  "marks the wrong way round": [
    "⟨”We open at nine,”⟩ she said.",
    "⟨“We open at nine,“⟩ she said. Then she left.",
    "⟨”We open at nine,“⟩ she said.",
    "The ⟨’quiet zone’⟩ was moved.",
    "The ⟨‘quiet zone‘⟩ was moved.",
    "⟨“⟨’House of Glass,’⟩”⟩ she said, was her favourite.",
  ],
  "closed with the other kind of mark": [
    "⟨“What is her name?’⟩ he asked.",
    "⟨\"What is her name?'⟩ he asked.",
    "She spoke of ⟨‘a new day”⟩ and left.",
    "⟨“The workers’ party won,”⟩ he said.",
    "⟨“The workers’ party won.⌋¶⟨+“The farmers’ party lost,”⟩ he said.",
  ],
  "straight and curly in one pair": [
    '⟨“We open at nine,"⟩ she said. ⟨"We close at noon.”⟩',
    "The ⟨‘quiet zone'⟩ was moved, the ⟨'loud zone’⟩ was not.",
    "⟨“They said ⟨‘never,'⟩”⟩ she wrote.",
    "⟨“We open at nine,’’⟩ she said.",
    '⟨"He called it ⟨“a gift”⟩ to us,"⟩ she wrote.',
  ],
  nested: [
    "⟨“She told me ⟨‘go home’⟩ and hung up,”⟩ he said.",
    "⟨‘She told me ⟨“go home”⟩ and hung up,’⟩ he said.",
    "⟨\"They say, ⟨'Who cares?'⟩\"⟩ he said.",
    "⟨“They say, ⟨‘Who cares?’⟩”⟩",
    "⟨“⟨‘Who cares?’⟩ they say,”⟩ he said.",
    "⟨“They say, ⟨‘Who cares?’⟩\u202f”⟩ he said.",
    "⟨\"They say, ⟨'Who cares?'⟩ \"⟩ he said.",
    "⟨“I don’t read ⟨‘The O’Briens’⟩ or ⟨‘Teachers’ Week,’⟩”⟩ she said.",
    "⟨“He said ⟨“go”⟩ and left,”⟩ she wrote.",
    '⟨"He said ⟨"go"⟩ and left,"⟩ she wrote.',
    "⟨“She wrote, ⟨‘He said ⟨“go”⟩ and left.’⟩”⟩",
    "⟨“They say, ⟨‘who cares about us.⌋”⟩ Then he left.",
    "⟨“People say, ⟨‘We paid for it.’⟩ They did,”⟩ he said. ⟨“They’re right.”⟩",
  ],
  "several paragraphs": [
    "⟨“The dam is old.⌋¶⟨+“It leaks.⌋¶⟨+“It must go,”⟩ he said.",
    '⟨"The dam is old.⌋¶⟨+"It leaks.⌋¶⟨+"It must go,"⟩ he said.',
    "⟨‘The dam is old.⌋¶⟨+‘It must go,’⟩ he said.",
    "⟨''The dam is old.⌋¶⟨+''It must go,''⟩ he said.",
    "⟨« Le barrage est vieux.⌋¶⟨+« Il fuit. »⟩",
    "⟨“The dam is old,”⟩ he said. ⟨“It leaks.⌋¶⟨+“It must go.”⟩",
    "⟨“The dam is old.”⟩¶⟨“It must go,”⟩ he said.",
    "⟨“The dam is old.⌋¶He left.",
    "⟨“The dam is old.⌋¶⟨+“It leaks.⌋¶He left.",
    "⟨“He told us, ⟨‘The dam is old.⌋⌋¶⟨+“⟨+‘It must go.’⟩ So he said.”⟩",
    "⟨“The dam is old.⌋¶⟨+It leaks. It must go,”⟩ he said.",
    '⟨"The dam is old.⌋¶⟨+It leaks.⌋¶⟨+It must go."⟩¶He left. ⟨"Now,"⟩ he said.',
    "⟨“The dam is old.⌋¶It leaks, said ⟨“the Eel,”⟩ as he is known.",
    "The plan was ⟨“a joke.⌋¶⟨+“It must go,”⟩ he said.",
    "⟨“The dam is ⟨‘old’⟩.⌋¶⟨+“It’s ⟨‘cracked.’⟩”⟩",
  ],
  "no closing mark": [
    "He called it ⟨“a gift and left the room.⌋",
    'He called it ⟨"a gift and left the room.⌋',
    "⟨“It was a gift. He left the room.⌋ Then came ⟨“the bill”⟩ for it.",
    '⟨"It was a gift. He left.⌋ Then came ⟨"the bill"⟩ for it.',
    "⟨“It was a gift. He left.⌋ So did Mr. ⟨“Eel”⟩ Marsh.",
    "⟨“It was a gift, he said,⌋ ⟨“and a bill.”⟩",
    '⟨"He called it ⟨“a gift”⟩ and ⟨“a bill”⟩ and left.⌋',
    "⟨“He wrote ⟨‘take ⟨«Le Port»⟩ home. Read it’⟩ to us,⌋ ⟨“and we did.”⟩",
    "⟨“He said ⟨‘go’⟩ twice. We left.⌋ ⟨“They stayed.”⟩",
  ],
  "stray marks": [
    "It was a gift,⟦”⟧ he said. ⟨“And a bill.”⟩",
    'It was a gift,⟦"⟧ he said.',
    "The end.⟦”⟧",
    "⟨“It was a gift,”⟩ he said.⟦”⟧ He left.",
    '⟦"⟧',
    "He left ⟦“⟧.",
    "It was a gift.⟦’⟧ He left.",
    "one ⟦«⟧",
  ],
};

for (const [what, cases] of Object.entries(CASES))
  test(what, async (t) => {
    for (const expected of cases)
      await t.test(expected, () => {
        const text = expected.replace(/[⟨⟩⌋⟦⟧]|(?<=⟨)\+/g, "");
        assert.equal(drawn(paragraphs(...text.split("¶"))), expected);
      });
  });

test("what a quotation says of itself", () => {
  const document = paragraphs("“He said, ‘The dam is old.", "“It leaks,” she wrote. «No ‹more›»");
  assert.deepEqual(
    findQuotations(document).quotations.map((q) => [
      slice(document.text, q.span),
      slice(document.text, q.inner),
      q.style,
      q.depth,
      q.closed,
      q.continues,
    ]),
    [
      ["“He said, ‘The dam is old.", "He said, ‘The dam is old.", "double", 0, false, null],
      ["‘The dam is old.", "The dam is old.", "single", 1, false, null],
      ["“It leaks,”", "It leaks,", "double", 0, true, 0],
      ["«No ‹more›»", "No ‹more›", "guillemet", 0, true, null],
      ["‹more›", "more", "guillemet", 1, true, null],
    ],
  );
});

test("a quotation that goes on without an opening mark starts where its words start", () => {
  const document = paragraphs("“The dam is old.", "  It must go,” he said.");
  const second = findQuotations(document).quotations[1];
  assert.deepEqual(second?.span, { from: 19, to: 31 });
  assert.deepEqual(second?.inner, { from: 19, to: 30 });
  assert.equal(second?.continues, 0);
});

test("a caption between two paragraphs breaks no quotation and joins none", () => {
  const document = onLines([
    ["paragraph", "“The dam is old."],
    ["caption", "“The old dam” in May"],
    ["paragraph", "“It must go,” he said."],
  ]);
  assert.equal(drawn(document), "⟨“The dam is old.⌋¶⟨“The old dam”⟩ in May¶⟨+“It must go,”⟩ he said.");
});

test("a headline is read by itself", () => {
  const document = onLines([
    ["headline", "“The dam is old"],
    ["paragraph", "“It must go,” he said."],
  ]);
  assert.equal(drawn(document), "⟨“The dam is old⌋¶⟨“It must go,”⟩ he said.");
});

test("lines of one block are one paragraph, unless each opens the quotation anew", () => {
  const of = (text: string) => drawn(onLines([["paragraph", text]]));
  assert.equal(of("He said “the dam\nis old” and left."), "He said ⟨“the dam¶is old”⟩ and left.");
  assert.equal(of("“The dam is old.\n“It must go,” he said."), "⟨“The dam is old.⌋¶⟨+“It must go,”⟩ he said.");
});

test("repairs are read, spans stay those of the text", () => {
  const text = "Port CityThe ““old”” dam: ‘Lakes''s.’";
  const at = (words: string, length: number) => ({ from: text.indexOf(words), to: text.indexOf(words) + length });
  const repairs: Repair[] = [
    { span: at("The", 0), reads: " — ", why: "glued words" },
    { span: at("““", 1), reads: "", why: "doubled mark" },
    { span: at("''", 1), reads: "", why: "doubled apostrophe" },
  ];
  assert.equal(drawn(onLines([["paragraph", text]], repairs)), "Port CityThe “⟨“old””⟩ dam: ⟨‘Lakes''s.’⟩");
});

const AWKWARD = fc
  .array(fc.constantFrom(..."“”„\"‘’'`«»‹›´′″.,:— \u00a0\n([)]1a5", "word ", "s’ ", "said, ", "He left. "), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(""));

test("whatever the marks, quotations nest, stay in their block and are never empty", () => {
  fc.assert(
    fc.property(fc.array(AWKWARD, { maxLength: 4 }), (words) => {
      const document = paragraphs(...words);
      const { quotations, stray } = findQuotations(document);
      const open: number[] = [];
      let last = 0;
      for (const { span, inner, depth } of quotations) {
        assert.ok(span.from >= last, "in reading order");
        last = span.from;
        while (open.length > depth) open.pop();
        assert.equal(open.length, depth);
        assert.ok(span.to <= (open.at(-1) ?? Infinity), "inside the one around it");
        open.push(span.to);
        assert.ok(span.from <= inner.from && inner.from <= inner.to && inner.to <= span.to);
        assert.ok(depth < 4);
        assert.ok(document.blocks.some((block) => block.span.from <= span.from && span.to <= block.span.to));
        assert.match(slice(document.text, inner), /[^\s.,:]/, "something is quoted");
      }
      for (const mark of stray) assert.match(slice(document.text, mark), /^[“”„"‘’'`«»‹›´′″]{1,2}$/);
      assert.deepEqual(findQuotations(document), { quotations, stray });
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test("ten times the marks in one line take about ten times as long", () => {
  for (const piece of ["“", '"', "“a ‘b «c ", "s' 'a ", '"a" ', "'"]) {
    const time = (marks: number): number => {
      const document = paragraphs(piece.repeat(marks));
      const start = performance.now();
      findQuotations(document);
      return performance.now() - start;
    };
    time(1_000);
    assert.ok(time(50_000) < 30 * time(5_000) + 500, piece);
  }
});
