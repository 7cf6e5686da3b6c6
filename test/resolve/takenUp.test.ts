import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: Readonly<Record<string, readonly (readonly [marked: string, ...speakers: string[]])[]>> = {
  "those told of before, by their noun": [
    [
      "[s1 Aides with knowledge of the plan] [c1 said] [q1 no]. [q2 It leaks], [s2 the aides] [c2 said].",
      "Aides with knowledge of the plan unnamed",
      "Aides with knowledge of the plan unnamed",
    ],
    [
      "[s1 A senior Lindholt staffer] [c1 said] [q1 no]. [q2 It leaks], [c2 said] [s2 the Lindholt staffer].",
      "A senior Lindholt staffer unnamed",
      "A senior Lindholt staffer unnamed",
    ],
    [
      "[s1 Harbour aides] [c1 said] [q1 no]. [s2 Dike Board aides] [c2 said] [q2 yes]. [s3 The aides] [c3 said] [q3 so].",
      "Harbour aides unnamed",
      "Dike Board aides unnamed",
      "The aides unnamed",
    ],
    [
      "[s1 One woman adopted from Ostrel] [c1 said] [q1 no]. It rained. [s2 She] [c2 said] [q2 it leaks].",
      "One woman adopted from Ostrel unnamed",
      "One woman adopted from Ostrel unnamed",
    ],
  ],
  "a relative clause that goes on": [
    [
      "It was opposed by the town's young anglers, who fish there and [s who] [c say] [q it leaks].",
      "the town's young anglers unnamed",
    ],
  ],
  "nobody who may be he or she": [
    [
      "[s1 Mara Quill and Ana Birch] [c1 said] [q1 no]. [s2 She] [c2 said] [q2 it leaks].",
      "Mara Quill and Ana Birch",
      "She",
    ],
    ["Jan Orvik came to the port. [q “It leaks,”] [s she] [c said].", "Jan Orvik"],
    ["[s We] [c say] [q it leaks].", "We unnamed"],
  ],
  "a long quotation is one step": [
    [
      "Mara Quill was asked by Ana Birch. [q “Oh. It leaks. It does. It did. It will. It may. It can. I know.”] [s She] [c smiled].",
      "Mara Quill",
    ],
  ],
  "names that are words as well": [
    ["Dawn Birch came. [s Ms. Birch] [c said] [q it leaks].", "Dawn Birch"],
    [
      "Rubio Brand met Ana Birch. [s Ana Birch and Rubio Brand both] [c said] [q it leaks].",
      "Ana Birch and Rubio Brand",
    ],
    [
      "Constitutions matter. [s Constitutionalists, like Sen. Tom Birch,] [c say] [q it leaks].",
      "Constitutionalists unnamed",
    ],
  ],
};

for (const [title, cases] of Object.entries(SPEAKERS))
  test(`taken up: ${title}`, async (t) => {
    for (const [marked, ...speakers] of cases)
      await t.test(marked, () => {
        const found = foundIn(marked);
        const people = resolvePeople(found, [TARVIA]);
        const named = found.statements.map((s) => {
          const source = people.sourceOf(s);
          return source && (source.kind === "person" ? source.name : `${source.name} ${source.kind}`);
        });
        assert.deepEqual(named, speakers);
      });
  });
