import assert from "node:assert/strict";
import { test } from "node:test";
import { citedSource } from "../../src/extract/rules/citedSource.ts";
import { handMade } from "./proposals.ts";

const FIRST_KEY = 100;

/** What the rule makes of what was found, the changed ones and the new ones: source, cue, content, and in whose statement. */
function citedIn(marked: string): string[] {
  const { context, proposals } = handMade(marked);
  const { text } = context.reading.document;
  return citedSource.propose(context, proposals, FIRST_KEY).map(({ source, cue, content, inside }) =>
    [source, cue, ...content]
      .map((s) => (s ? text.slice(s.from, s.to) : ""))
      .concat(inside === null ? [] : `in ${inside}`)
      .join(" | "),
  );
}

const CITED: readonly (readonly [string, readonly string[]])[] = [
  [
    "[q It leaked], [s the Star] [c reported] on Sunday, citing two clerks familiar with the dike.",
    ["two clerks familiar with the dike | citing | It leaked | in 1"],
  ],
  ["[s The Star], quoting a minister, [c said] [q it leaked].", ["a minister | quoting | it leaked | in 1"]],
  // The reader took both for the source.
  [
    "[s The Star, citing officials,] [c said] [q it leaked].",
    ["The Star | said | it leaked", "officials | citing | it leaked | in 1"],
  ],
  [
    "[s The Star] [c reported] on Sunday, citing an internal memo, that [q it leaked].",
    ["an internal memo | citing | it leaked | in 1"],
  ],
  // Taken for the end of what was said.
  [
    "[s The Star] [c reported] that [q it leaked, citing a port official].",
    ["The Star | reported | it leaked", "a port official | citing | it leaked | in 1"],
  ],
  ["Citing two aides, [s the Star] [c said] [q it leaked].", ["two aides | Citing | it leaked | in 1"]],
  // Read as what the paper says of them.
  [
    "[q1 It leaked], [s1,2 the Star] [c1 reported], [c2 citing] [q2 officials].",
    ["officials | citing | It leaked | in 1"],
  ],
  [
    "[c According to] [s the Star], [q citing people with knowledge of it, the dike leaked].",
    ["the Star | According to | the dike leaked", "people with knowledge of it | citing | the dike leaked | in 1"],
  ],
  // A vow in what is reported is not the one who cites.
  [
    "[s1 The Star] [c1 reported] that [q1 [s2 Solvan] [c2 vowed] [q2 to mend it]], citing an aide.",
    ["an aide | citing | Solvan vowed to mend it | in 1"],
  ],
];

/** Reasons, and what somebody does not tell by others. */
const NONE: readonly string[] = [
  "[s Mara Quill] [c said] [q she would resign], citing health reasons.",
  "[s The council] [c said] [q there would be no vote], citing the president’s death.",
  "[s The mayor] [c said] [q the law was void], citing the constitution.",
  "[s The mayor] [c said] [q taxes would fall], citing a poll.",
  "[s The mayor] [c vowed] [q to leave, citing officials who had failed him].",
  "[s The mayor] [c said] [q “I left, citing officials.”]",
  "[s The Star] [c said] [q it leaked], quoting a clerk as saying so.",
  "[s The Star] [c said] [q it leaked]. The council met, citing an official.",
];

for (const [marked, expected] of CITED) test(marked, () => assert.deepEqual(citedIn(marked), expected));
for (const marked of NONE) test(`none: ${marked}`, () => assert.deepEqual(citedIn(marked), []));
