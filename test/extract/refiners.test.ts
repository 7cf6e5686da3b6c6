import assert from "node:assert/strict";
import { test } from "node:test";
import type { Refiner } from "../../src/extract/proposal.ts";
import { dropLabels } from "../../src/extract/refiners/dropLabels.ts";
import { dropUnless } from "../../src/extract/refiners/dropUnless.ts";
import { dropWhatCannotSpeak } from "../../src/extract/refiners/dropWhatCannotSpeak.ts";
import { hearerInPassive } from "../../src/extract/refiners/hearerInPassive.ts";
import { markOpener } from "../../src/extract/refiners/markOpener.ts";
import { keepQuotationsWhole } from "../../src/extract/refiners/keepQuotationsWhole.ts";
import { trimEdges } from "../../src/extract/refiners/trimEdges.ts";
import { handMade, refined } from "./proposals.ts";

/** What a reader proposed, and what the refiner makes of it; the same words where nothing is to change. */
function changes(
  refiner: Refiner,
  cases: readonly (readonly [string, string])[],
  unchanged: readonly string[] = [],
): void {
  test(refiner.name, async (t) => {
    for (const [proposed, expected] of [...cases, ...unchanged.map((same) => [same, same] as const)])
      await t.test(proposed, () => {
        const { context, proposals } = handMade(expected);
        const [wanted] = proposals;
        const { text } = context.reading.document;
        assert.ok(wanted);
        const result = refined(refiner, proposed);
        assert.ok(!("drop" in result), "drop" in result ? result.drop : "");
        assert.deepEqual(
          [result.source, result.cue, ...result.content],
          [wanted.source, wanted.cue, ...wanted.content].map((s) => (s ? text.slice(s.from, s.to) : "")),
        );
      });
  });
}

changes(
  keepQuotationsWhole,
  [
    // Most of a quotation: all of it.
    ["“[q We open at nine],” [s she] [c said].", "[q “We open at nine,”] [s she] [c said]."],
    ["[q “We open at nine,]” [s she] [c said].", "[q “We open at nine,”] [s she] [c said]."],
    [
      "[s She] [c said] the road was “[q not safe for lorries]”.",
      "[s She] [c said] the road was [q “not safe for lorries”].",
    ],
    ["[s She] [c called] [q it “a gift to the] town”.", "[s She] [c called] [q it “a gift to the town”]."],
    [
      "[s He] [c said]: “I left early because [q it rained and nobody came].”",
      "[s He] [c said]: [q “I left early because it rained and nobody came.”]",
    ],
    [
      "“It rained. [q It rained for days and the bridge went],” [s she] [c said].",
      "[q “It rained. It rained for days and the bridge went,”] [s she] [c said].",
    ],
    // A piece that only grazes one gives it up.
    [
      "[s She] [c said] [q the road was closed, and “the] old bridge by the mill is not safe either,” he wrote.",
      "[s She] [c said] [q the road was closed, and ]“the old bridge by the mill is not safe either,” he wrote.",
    ],
    [
      "“The old bridge by the mill is not [q safe” was what they read], [s she] [c said].",
      "“The old bridge by the mill is not safe”[q  was what they read], [s she] [c said].",
    ],
    // Pieces that grow together are one.
    [
      "“[q The bridge] is old, [q the mill is older],” [s she] [c said].",
      "[q “The bridge is old, the mill is older,”] [s she] [c said].",
    ],
  ],
  [
    "[q “We open at nine,”] [s she] [c said], [q “and close at noon.”]",
    "[s She] [c said] [q the road was “not safe” for lorries].",
    "[s She] [c said] [q the road was closed].",
    // Somebody speaks inside the quotation: not all of its words are his.
    "“My commander told us, and [s he] [c said] [q the bridge was mined and the road was too],” she wrote.",
    // A few words of a long quotation are not the quotation.
    "“We were there when [s Ay] called and [c promised] [q to pay], and then nobody ever paid a penny to us,” she wrote.",
    "[s They] [c said] [q ‘no’ and ‘never’].",
  ],
);

changes(
  trimEdges,
  [
    ["[s She] [c said][q  the dam leaks. ]", "[s She] [c said] [q the dam leaks]."],
    ["[q The dam leaks, ][s she] [c said].", "[q The dam leaks], [s she] [c said]."],
    ["[s She] [c said][q : the dam leaks].", "[s She] [c said]: [q the dam leaks]."],
    ["[s She] [c said][q  — the dam — ]then left.", "[s She] [c said] — [q the dam] — then left."],
    ["[s Mara Quill, ]the mayor, [c said] [q no].", "[s Mara Quill], the mayor, [c said] [q no]."],
    [
      "[q The dam] was called safe [s by the mayor] and [c said] so.",
      "[q The dam] was called safe by [s the mayor] and [c said] so.",
    ],
    ["[s , she] [c said] [q no].", ", [s she] [c said] [q no]."],
    [
      "[q The dam leaks], [c said] [s Mara Quill to the Courier].",
      "[q The dam leaks], [c said] [s Mara Quill] to the Courier.",
    ],
    ["[q The dam leaks], [c said] [s Quill to reporters].", "[q The dam leaks], [c said] [s Quill] to reporters."],
    [
      "[s Norvik Lines, which owns the dam, ][c said] [q it leaks].",
      "[s Norvik Lines], which owns the dam, [c said] [q it leaks].",
    ],
    ["[q The dam leaks], [c said] [s Zrcadlo Friday].", "[q The dam leaks], [c said] [s Zrcadlo] Friday."],
    [
      "[s Zrcadlo in a signed article Friday] [c said] [q the dam leaks].",
      "[s Zrcadlo] in a signed article Friday [c said] [q the dam leaks].",
    ],
    [
      "[s Zrcadlo in an article titled “Old Dams”] [c said] [q it leaks].",
      "[s Zrcadlo] in an article titled “Old Dams” [c said] [q it leaks].",
    ],
    [
      "[s She] [c said] [q it was safe in the U.S., ]and left.",
      "[s She] [c said] [q it was safe in the U.S.], and left.",
    ],
    ["[q The dam] [s she] [c said][q . ] Then [q it burst. ]", "[q The dam] [s she] [c said]. Then [q it burst]."],
    ["[s She] [c said] [q it leaks…]", "[s She] [c said] [q it leaks…]"],
  ],
  [
    "[q “The dam leaks,”] [s she] [c said].",
    "[s She] [c said]: [q “The dam leaks.”]",
    "[s She] [c said] [q it was made in the U.S.]",
    "[s She] [c asked] [q whether it leaks?]",
    "[q “We will not—”] [s he] [c said].",
    "[s She] [c said] [q it was “old.”]",
    "[s She] [c said] [q it fell by -5 degrees].",
    "[s ‘The Anvil’] [c said] [q no].",
    "[s Crowds on Black Friday] [c said] [q no].",
    "[s Norvik Lines, which owns the dam, and Arel Bank] [c said] [q no].",
    "[s The dam that leaks] [c said] [q no].",
    "[q The dam leaks], [c said] [s Tarvian Ambassador to Solvan].",
    "[q The dam leaks], [c said] [s the envoy to Solvan].",
    "[s Notes by Quill to the Courier] [c said] [q no].",
    "[s The rules issued Friday] [c say] [q no].",
  ],
);

test("trim-edges: a content without words is none", () => {
  assert.deepEqual(refined(trimEdges, "[s She] [c said] [q “…”]"), { drop: "no words in its content" });
  assert.deepEqual(refined(trimEdges, "[s She] [c said][q . ]"), { drop: "no words in its content" });
});

test("trim-edges: a source without words is none", () => {
  const result = refined(trimEdges, "[s — ][c said] [q the dam leaks].");
  assert.ok(!("drop" in result));
  assert.equal(result.source, "");
});

test(markOpener.name, async (t) => {
  for (const marked of [
    "[s She] [c said] [q that the dam leaks].",
    "[s She] [c said] [q That, in spring, the dam leaks].",
    "[s She] [c warned] us [q that\u00a0“old” dams leak].",
    "[s She] [c said] [q that those who stay lose], and [q that she left].",
    "[s She] [c said] [q that it was a mistake].",
    "[s She] [c said] [q that that was a mistake].",
    "[s She] [c said] [q that hasty words were spoken].",
  ])
    await t.test(marked, () => {
      const result = refined(markOpener, marked);
      assert.ok(!("drop" in result));
      assert.match(result.opener, /^that$/i);
    });
  for (const marked of [
    "[s She] [c said] [q that was a mistake].",
    "[s She] [c said] [q that will do].",
    "[s She] [c said] [q that isn’t so].",
    "[s She] [c said] [q that’s enough].",
    "[s She] [c said] [q thatched roofs burn].",
    "[q That the dam leaks] is what [s she] [c said].",
    "[s She] [c said] [q the dam that leaks is old].",
    "[s She] [c said]: [q “That the dam leaks is news.”]",
    "[s She] [c asked] [q whether that was so].",
  ])
    await t.test(marked, () => {
      const result = refined(markOpener, marked);
      assert.ok(!("drop" in result));
      assert.equal(result.opener, "");
    });
});

test(dropLabels.name, async (t) => {
  for (const [marked, why] of [
    ["The exercise, [c called] [q Grey Heron], was moved.", /a name/],
    ["A port [c nicknamed] [q “the Old Lady”] burned.", /a name/],
    ["A line [c known as] [q the Road of Salt] was cut.", /a name/],
    ["[s Solvan’s] [c promise] [q comes with a date].", /plain sentence/],
    ["[s The ministry] [c issued] [q the following statement].", /follows by itself/],
    ["[s He] [c made] [q a short written statement].", /follows by itself/],
    ["[s Q][c :] [q What is on the map?]", /heading/],
  ] as const)
    await t.test(marked, () => {
      const result = refined(dropLabels, marked);
      assert.ok("drop" in result);
      assert.match(result.drop, why);
    });
  for (const marked of [
    "[s She] [c called] [q it Grey Heron].",
    "[s Critics] [c dubbed] the plan [q “Grey Heron”].",
    "The exercise was [c called] [q “a gift to our enemies”].",
    "[s Solvan’s] [c promise] [q that the gates would open] was kept.",
    "[s His] [c vow] [q to leave] failed.",
    "[s She] [c said] [q the statement was false].",
    "[s Amundsen][c :] [q Villages.]",
  ])
    await t.test(marked, () => assert.ok(!("drop" in refined(dropLabels, marked))));
});

test(dropUnless.name, async (t) => {
  for (const marked of [
    "He would not return unless [s Norra] [c offered] [q “firm proof”].",
    "The port stays shut unless [s the council] [c agrees] [q to pay].",
  ])
    await t.test(marked, () => assert.ok("drop" in refined(dropUnless, marked)));
  for (const marked of [
    "Unless it rains, [s she] [c said], [q the road will open].",
    "[s Norra] [c vowed] [q to leave unless it was paid].",
    "The road stays shut unless it rains, [c according to] [s the clerk], [q for a week].",
  ])
    await t.test(marked, () => assert.ok(!("drop" in refined(dropUnless, marked))));
});

/** What is dropped, with a part of the reason. */
const DROPPED: readonly (readonly [string, RegExp])[] = [
  ["In [s comments] [c reported] [q by the agency on Monday], he was mild.", /who did it/],
  ["[s She] [c said] [q so].", /nothing of its own/],
  ["[s She] has not [c said] [q so far].", /nothing of its own/],
  ["[s The law] [c says] [q otherwise].", /nothing of its own/],
  ["[s He] [c said] [q as much].", /nothing of its own/],
  ["[s She] [c knew] [q this].", /nothing of its own/],
  ["Mark [q what] [s he] [c says].", /nothing of its own/],
  ["[q When asked whether the mill would open], [s Birch] [c laughed].", /question of another/],
  ["Asked if [q she swims], [s Senn] [c laughed].", /question of another/],
  ["[s Neither the mill nor the bank] [c said] [q what it would cost].", /silence/],
  ["[s Neither paper] [c has reported] [q why the gate was shut].", /silence/],
  ["[q She [c said] it would rain], [s she] did.", /cue stands inside/],
  ["[s people who say [q the dam leaks]] [c said].", /inside its source/],
  ["[s The] [c said] [q cases were caused by neglect].", /article without a noun/],
  ["It let writers include [s the] [c claim] [q to the isles].", /article without a noun/],
];

test(dropWhatCannotSpeak.name, async (t) => {
  for (const [marked, why] of DROPPED)
    await t.test(marked, () => {
      const result = refined(dropWhatCannotSpeak, marked);
      assert.ok("drop" in result);
      assert.match(result.drop, why);
    });
  for (const marked of [
    "[s She] [c said] [q no].",
    "[s She] [c called] [q it] a day.",
    "[s The mill] [c denied] [q this].",
    "[s A third] [c has always disputed] [q that].",
    "[s Two divers] [c confirmed] [q it].",
    "That is [q what] [s the judge] [c said].",
    "[s Birch] [c asked] [q if the mill would open].",
    "[q Asked how the mill burnt, the guard ran], [s she] [c said].",
    "[s Neither side] [c wants] [q the mill to close].",
    "[s She] [c said] [q by Friday the gates would be open].",
    "[s She] [c said] [q so it goes].",
    "[s He] [c said] [q it was later than they thought].",
    "[q “Never,”] [s he] [c said].",
    "[s The people] who came [c said] [q the dam leaks].",
  ])
    await t.test(marked, () => assert.ok(!("drop" in refined(dropWhatCannotSpeak, marked))));
  await t.test("the answer stands behind the verb", () => {
    const result = refined(dropWhatCannotSpeak, "[q Asked when the mill would open], [s an aide] [c said] next year.");
    assert.ok(!("drop" in result));
    assert.deepEqual(result.content, ["next year"]);
  });
  await t.test("without content nothing is attributed", () => {
    const { context, proposals } = handMade("[s She] [c said] [q no].");
    const [only] = proposals;
    assert.ok(only);
    assert.deepEqual(dropWhatCannotSpeak.refine({ ...only, content: [] }, context), { drop: "nothing is attributed" });
  });
});

changes(
  hearerInPassive,
  [
    [
      "[s The mayors] [c were informed of] [q the closing of the mill].",
      "The mayors [c were informed of] [q the closing of the mill].",
    ],
    ["[s Senn] [c had been told] that [q the mill was lost].", "Senn [c had been told] that [q the mill was lost]."],
    ["[s They] [c were also briefed on] [q the new farm].", "They [c were also briefed on] [q the new farm]."],
  ],
  [
    "[s Senn] [c told] the mayors [q of the closing].",
    "The mayors [c were told of] [q the closing] by [s Senn].",
    "[s Senn] [c was quoted as saying] [q that the mill was lost].",
    "[s He] [c was told to have warned] [q that the mill was lost].",
  ],
);
