import assert from "node:assert/strict";
import { test } from "node:test";
import { likeNames } from "../../../src/archive/views/likeNames.ts";

const PAUSE = async (): Promise<void> => {};

for (const [what, names, pairs] of [
  ["hyphens and capitals", ["Brandsma-Kwizera", "Brandsma Kwizera"], ["Brandsma-Kwizera < Brandsma Kwizera"]],
  ["marks over letters", ["Çağrı Erdoğdu", "Cagri Erdogdu"], ["Çağrı Erdoğdu < Cagri Erdogdu"]],
  ["an initial", ["A. Novak", "Ada Novak"], ["Ada Novak < A. Novak"]],
  ["a name more", ["Ada Novak", "Ada Maria Novak"], ["Ada Maria Novak < Ada Novak"]],
  ["the last name alone", ["Solvan", "Marek Solvan"], ["Marek Solvan < Solvan"]],
  ["another order", ["Nguyen Thi Lan", "Lan Thi Nguyen"], ["Lan Thi Nguyen < Nguyen Thi Lan"]],
  ["one letter", ["Henrike Vaal", "Henrike Vaahl"], ["Henrike Vaahl < Henrike Vaal"]],
  ["spellings of a pack", ["Kim Jong-un", "Kim Jong Un"], ["Kim Jong Un < Kim Jong-un"]],
] as const)
  test(`taken for likely one: ${what}`, async () => {
    assert.deepEqual(await told([...names, "Somebody Else"]), pairs);
  });

for (const [what, names] of [
  ["another initial", ["B. Novak", "Ada Novak"]],
  ["brothers", ["Ada Novak", "Bo Novak"]],
  ["a last name that two have", ["Novak", "Ada Novak", "Bo Novak"]],
  ["short names that differ by a letter", ["Bo Li", "Bo Lu"]],
  ["people a pack tells apart", ["Kim Jong Il", "Kim Jong Un"]],
  ["a pronoun and another", ["It", "it"]],
  ["descriptions", ["minister", "prime minister", "the prime minister"]],
  ["an office of a state and the state", ["Tarvia", "Ministry of Defence of Tarvia"]],
  ["nothing", []],
  ["no letters", ["—", "...", ""]],
] as const)
  test(`not taken for one: ${what}`, async () => {
    assert.deepEqual(await told(names), []);
  });

test("the surest come first, and each pair once", async () => {
  const found = await likeNames(["Solvan", "Marek Solvan", "Marek-Solvan", "M. Solvan"], PAUSE);
  assert.deepEqual(
    found.map(({ name, other }) => `${name} < ${other}`),
    [
      "Marek-Solvan < Marek Solvan",
      "Marek Solvan < M. Solvan",
      "Marek-Solvan < M. Solvan",
      "M. Solvan < Solvan",
      "Marek Solvan < Solvan",
      "Marek-Solvan < Solvan",
    ],
  );
});

test("many names of one kind take no longer than they may", async () => {
  const names = Array.from(
    { length: 20_000 },
    (_, i) => `Person ${i.toString(36).replace(/^\w/, (c) => c.toUpperCase())} Novak`,
  );
  let pauses = 0;
  const start = performance.now();
  await likeNames(names, async () => void pauses++);
  assert.ok(performance.now() - start < 10_000);
  assert.ok(pauses > 40, "others have their turn in between");
});

async function told(names: readonly string[]): Promise<string[]> {
  return (await likeNames(names, PAUSE)).map(({ name, other }) => `${name} < ${other}`);
}
