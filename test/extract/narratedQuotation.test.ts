import assert from "node:assert/strict";
import { test } from "node:test";
import { narratedQuotation } from "../../src/extract/rules/narratedQuotation.ts";
import { handMade } from "./proposals.ts";

/** What the rule must find is marked. */
const FOUND: readonly string[] = [
  "According to the agency, [s Marek Solvan] “[c declared] [q the policy of open gates]”.",
  "[s He] “[c stressed] [q the need to build more ships]” and left.",
  "The paper wrote that [s President Vaal] also “[c expressed] [q his deep thanks to the divers]”.",
  "[s The Chairman] solemnly “[c vowed] [q to finish the dam before the frost]”.",
];

/** Nothing may be found in these. */
const NOTHING: readonly string[] = [
  "The film “Called Home” opened on Friday.",
  "Her band “Stated Case” split up.",
  "Marek Solvan was “declared winner” on Monday.",
  "He read “announced dead” in the paper.",
  "A “declared enemy” stood at the gate.",
  "Marek Solvan said the gates “declared open” were shut.",
  "Marek Solvan “declared war on dust",
];

for (const marked of FOUND)
  test(marked, () => {
    const { context, proposals } = handMade(marked);
    const added = narratedQuotation.propose(context, [], 1);
    assert.deepEqual(
      added.map(({ source, cue, content }) => ({ source, cue, content })),
      proposals.map(({ source, cue, content }) => ({ source, cue, content })),
    );
  });

for (const text of NOTHING)
  test(text, () => {
    assert.deepEqual(narratedQuotation.propose(handMade(`! ${text}`).context, [], 1), []);
  });

test("a cue that the reader found itself is not found again", () => {
  const { context, proposals } = handMade("[s He] “[c stressed] [q the need to build more ships]”.");
  assert.deepEqual(narratedQuotation.propose(context, proposals, 9), []);
});
