import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundStatement } from "../../src/model/statement.ts";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";
import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
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
  "people who belong to somebody, a people, a short name": [
    ["Tom Birch came. [s His kidnappers] [c demanded] [q a dam].", "His kidnappers unnamed"],
    ["Tom Birch came. [s His family] [c said] [q it leaks].", "His family unnamed"],
    ["Tom Birch came. [s His orders] [c said] [q it leaks].", "Tom Birch"],
    ["It met divers and Lowmen [s who] [c favored] [q a dam].", "Lowmen"],
    ["It was left to Delmans [s who] [c favored] [q a dam].", "Delmans unnamed"],
    [
      "[s1 A senior Dike Workers Committee member] [c1 said] [q1 no]. [q2 It leaks], [s2 the DWC member] [c2 said].",
      "A senior Dike Workers Committee member unnamed",
      "A senior Dike Workers Committee member unnamed",
    ],
    ["[q It leaks], [c said] [s an investigator quoted by the newspaper].", "an investigator unnamed"],
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
      " none",
    ],
    ["Jan Orvik came to the port. [q “It leaks,”] [s she] [c said].", "Jan Orvik"],
    ["[s We] [c say] [q it leaks].", "We unnamed"],
  ],
  "a clause that tells which of them": [
    ["[s Residents] who fish at night [c said] [q it leaks].", "Residents who fish at night unnamed"],
    ["[q It leaks], [c said] [s residents] who fish at night. It rained.", "residents who fish at night unnamed"],
    ["[s Residents] who fish at night left the pier and [c said] [q it leaks].", "Residents unnamed"],
    ["[s Residents] who fish at night waited for it and [c said] [q it leaks].", "Residents who fish at night unnamed"],
    ["[s Residents], who fish at night, [c said] [q it leaks].", "Residents unnamed"],
  ],
  "they, beside those they are": [
    ["As Republicans waited for the tide, [s they] [c proposed] [q a dike].", "Republicans unnamed"],
    [
      "[q “It leaks,”] [s Mara Quill and Ana Birch] [c said]. [q2 “It must,”] [s2 they] [c2 said].",
      "Mara Quill and Ana Birch",
      "Mara Quill and Ana Birch",
    ],
    [
      "Addressing it were Tom Birch, head of the Dike Board, and Mara Quill. [s They] [c noted] [q that it leaks].",
      "Tom Birch and Mara Quill",
    ],
  ],
  "who wrote what is told of": [
    [
      "[s The letter of Mara Quill, president of the Ostrel Union of Divers,] [c reads] that [q it leaks].",
      "Mara Quill",
    ],
    ["Mara Quill came. [s In the article she] [c said] [q it leaks].", "Mara Quill"],
    ["Mara Quill came. In the letter she, [s on behalf of the divers], [c said] [q it leaks].", "Mara Quill"],
    ["Tom Birch received a message of greeting from Mara Quill. [s It] [c said] [q it leaks].", "Mara Quill"],
    ["Mara Quill, a diver of Ostrel, published an article titled Dikes. [s It] [c says] [q it leaks].", "Mara Quill"],
    ["[s Academician Jo Tong Su, head of the school,] [c said] [q it leaks].", "Jo Tong Su"],
  ],
  "comments and remarks of whoever spoke just before": [
    ["[s1 Mara Quill] [c1 said] [q1 no]. [s2 The comments] [c2 suggest] [q2 it leaks].", "Mara Quill", "Mara Quill"],
    ["[s1 Tom Birch] [c1 said] [q1 no]. [s2 His remarks] [c2 indicated] [q2 it leaks].", "Tom Birch", "Tom Birch"],
    [
      "[s1 The Water Board] [c1 announced] [q1 a dam]. [s2 The announcement] [c2 suggested] [q2 it leaks].",
      "Water Board organisation",
      "Water Board organisation",
    ],
    // Nobody by name, two at once, and somebody two sentences before.
    [
      "[s1 Two aides] [c1 said] [q1 no]. [s2 The comments] [c2 suggest] [q2 it leaks].",
      "Two aides unnamed",
      "The comments unnamed",
    ],
    [
      "[s1 Mara Quill] [c1 said] [q1 no] and [s2 Tom Birch] [c2 said] [q2 yes]. [s3 The comments] [c3 suggest] [q3 it leaks].",
      "Mara Quill",
      "Tom Birch",
      "The comments unnamed",
    ],
    [
      "[s1 Mara Quill] [c1 said] [q1 no]. It rained. [s2 The comments] [c2 suggest] [q2 it leaks].",
      "Mara Quill",
      "The comments unnamed",
    ],
  ],
  "a state's alias in small letters, where its name has them too": [
    ["They left tarvia, and [s the east] [c said] [q no].", "Tarvia state"],
    ["They left Tarvia, and [s the east] [c said] [q no].", "the east unnamed"],
    ["They left Tarvia, and [s the East] [c said] [q no].", "Tarvia state"],
    ["They left, and [s the East] [c said] [q no].", "East organisation"],
  ],
  "a document that is its own author's": [
    ["A report by the reporter was out. [s The reporter] [c said] [q it leaks].", "The reporter unnamed"],
    [
      "An article by the writer, a letter by the author, was out. [s The author] [c said] [q no].",
      "The author unnamed",
    ],
  ],
  "who is named only behind": [
    [
      "[q1 It leaks], [s1 a lawyer for Ms. Quill] [c1 said]. It rained. [q2 “It does,”] [c2 said] [s2 the lawyer, Tom Birch].",
      "Tom Birch",
      "Tom Birch",
    ],
    [
      "[q1 It leaks], [s1 a lawyer] [c1 said]. A lawyer for the port slept. [q2 “No,”] [c2 said] [s2 the lawyer, Tom Birch].",
      "a lawyer unnamed",
      "Tom Birch",
    ],
    ["[s1 A judge] [c1 ruled] [q1 that it leaks]. Judge Tom Birch came.", "Tom Birch"],
    ["[s1 A judge] [c1 ruled] [q1 that it leaks]. Mara Quill and Judge Tom Birch came.", "A judge unnamed"],
    ["[s1 A senator] [c1 said] [q1 that it leaks]. Senator Tom Birch came.", "A senator unnamed"],
    ["[s The head of the Dike Union] [c said] [q it leaks]. Mara Quill said her union waits.", "Mara Quill"],
    [
      "[s The head of the Dike Union] [c said] [q it leaks]. Mara Quill, a diver, said it waits.",
      "head of the Dike Union office",
    ],
  ],
  "a name that is a place as well": [
    [
      "[s1 Ilse Ostrel, a diver,] [c1 said] [q1 no]. [s2 Ostrel] [c2 said] [q2 it leaks].",
      "Ilse Ostrel",
      "Ilse Ostrel",
    ],
    ["They saw Ilse Ostrel. [s Ostrel] [c said] [q it leaks].", "Ostrel state"],
  ],
  "one and many, two by their last names": [
    ["[s Harbour officials and Mayor Mara Quill] [c said] [q it leaks].", "Harbour officials and Mara Quill"],
    ["[s Mara Quill and a group of anglers] [c said] [q it leaks].", "Mara Quill and a group of anglers"],
    ["Tom Birch met Mara Quill. [s He and Quill] [c said] [q it leaks].", "Tom Birch and Mara Quill"],
    [
      "[s Tom Birch, chairman and chief executive officer of Lindholt-based Dawes,] [c said] [q it leaks].",
      "Tom Birch",
    ],
  ],
  "who brings in a quotation, and who is only told of": [
    [
      "Tom Birch spoke of Paul Reed. Paul Reed smiled. Birch saw it otherwise: [q “It leaks,”] [s he] [c said].",
      "Tom Birch",
    ],
    [
      "[s1 Ro Tong Su, vice-head of the board], [c1 said] that [q1 [s2 Paul Reed] [c2 believed] [q2 it leaked]]. [q3 It must be built], [s3 he] [c3 added].",
      "Ro Tong Su",
      "Paul Reed",
      "Ro Tong Su",
    ],
  ],
  "the end of a long name, and a headline's": [
    ["Justin Ki Brand met Ana Birch. [s Ki Brand] [c said] [q it leaks].", "Justin Ki Brand"],
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

testSpeakers(SPEAKERS, { title: "taken up: " });

test("documents that lead on to documents without end are read in linear time", () => {
  const slow = [
    "The reporter issued a report. ",
    "The message issued a letter. The letter issued a message. ",
    "It issued a letter. ",
  ];
  for (const sentence of slow)
    for (const speaker of ["The reporter", "The letter", "It"]) {
      const found = foundIn(`${sentence.repeat(20_000)}[s ${speaker}] [c said] [q no].`);
      const start = performance.now();
      assert.ok(resolvePeople(found, [TARVIA]).sourceOf(found.statements[0] as FoundStatement), sentence);
      assert.ok(performance.now() - start < 10_000, sentence);
    }
});
