import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extract } from "../../src/extract/extract.ts";
import { LONGEST_TEXT } from "../../src/extract/full/fullReader.ts";
import { statementReader, whyNotFull } from "../../src/extract/readers.ts";
import { ACTS, type Act } from "../../src/model/statement.ts";
import { ownPacks } from "../../src/packs/packs.ts";
import { read } from "../../src/read/read.ts";
import { paragraphsOf } from "../read/documentOf.ts";

const reader = statementReader("full");
const packs = ownPacks();
const skip = whyNotFull() ?? false;

function actsIn(text: string): { act: Act; why: string }[] {
  const { statements } = extract(read(paragraphsOf(text)).reading, reader, packs);
  return statements.map(({ act, actWhy }) => ({ act, why: actWhy }));
}

/** Words behind a verb that names no act, and what the speaker does by them. The rules alone miss each of them. */
const WEIGHED: readonly [text: string, act: Act][] = [
  ["Ilse Brand said the plan makes little sense for a town this small.", "evaluate"],
  ["Tom Birch said the vote shows how tired people are.", "evaluate"],
];

/** What others will not do, told by whoever foresees it, rejects no claim and refuses nothing, whatever the network makes of it. */
const FORESEEN: readonly string[] = [
  "Observers said the minister would not punish officials for the failed talks.",
  "Analysts said Quill would not censure clerks for their mistakes in the spring sale.",
];

/** Who will not do something does no harm by it. */
const HARMLESS: readonly string[] = [
  "President Tom Birch told the council that the army would not fire first.",
  "Mara Quill said the guards would not open fire.",
];

/** A verb that names the act is not weighed. */
const NAMED: readonly [text: string, act: Act][] = [
  ["Mara Quill vowed to keep the gates open.", "vow"],
  ["Mara Quill denied that the dam had leaked.", "deny"],
  ["Mara Quill warned that the dam could burst.", "warn"],
];

describe("the network of acts", { skip }, () => {
  for (const [text, act] of WEIGHED)
    test(`${act}: ${text}`, () => {
      const [first] = actsIn(text);
      assert.equal(first?.act, act);
      assert.match(first?.why ?? "", /^acts-en-1 weighs the words: .* %; the rules alone: /);
    });
  for (const text of FORESEEN) test(`predict: ${text}`, () => assert.equal(actsIn(text)[0]?.act, "predict"));
  for (const text of HARMLESS) test(`no threat: ${text}`, () => assert.notEqual(actsIn(text)[0]?.act, "threaten"));
  for (const [text, act] of NAMED)
    test(`named: ${text}`, () => {
      const [first] = actsIn(text);
      assert.equal(first?.act, act);
      assert.doesNotMatch(first?.why ?? "", /acts-en-1/);
    });
  test("what it says of a statement does not depend on what else is read", () => {
    const alone = WEIGHED.flatMap(([text]) => actsIn(text));
    const together = actsIn(WEIGHED.map(([text]) => text).join("\n\n"));
    assert.deepEqual(together, alone);
  });
  test("its shares are of every act, and 1 together", () => {
    const { reading } = read(paragraphsOf(WEIGHED[0]?.[0] ?? ""));
    const { statements } = extract(reading, reader, packs);
    const quotations = { touching: () => [] };
    const weigher = reader.acts?.(reading);
    const shares = Array.from(weigher?.weigh(statements[0] as never, { reading, quotations } as never) ?? []);
    assert.equal(shares.length, ACTS.length);
    assert.ok(Math.abs(shares.reduce((sum, x) => sum + x, 0) - 1) < 1e-6);
  });
  test("a text that the fast reader reads in its place is left to the rules", () => {
    const long = read(paragraphsOf("It rained and rained. ".repeat(LONGEST_TEXT / 4))).reading;
    assert.ok(long.tokens.length > LONGEST_TEXT);
    assert.equal(reader.acts?.(long), null);
  });
});
