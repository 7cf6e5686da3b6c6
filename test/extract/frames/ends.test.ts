import assert from "node:assert/strict";
import { test } from "node:test";
import { framesOf } from "./pages.ts";

/** A page, and the words of its first frame: what an agency tells in its own voice is outside. */
const PAGES: readonly (readonly [string, readonly string[], string])[] = [
  [
    "“Meanwhile” is the speaker's own word",
    ["The Dike Board issued a bulletin. It said:", "The gates stay shut.", "Meanwhile, they are building a new dam."],
    "The gates stay shut. / Meanwhile, they are building a new dam.",
  ],
  [
    "“Meanwhile” of what another body did is the page's",
    [
      "The Dike Board issued a bulletin. It said:",
      "The gates stay shut.",
      "Meanwhile, the Lake Divers' Union of Lindholt issued a statement on the dam.",
    ],
    "The gates stay shut.",
  ],
  [
    "what several speakers said at the end of a sentence",
    [
      "Speakers at the rally said the dam was old and went on:",
      "The gates stay shut.",
      "They will never open again, they warned.",
    ],
    "The gates stay shut.",
  ],
  [
    "what several speakers said, though the last subject was another",
    [
      "The reporter and speakers referred to the dam.",
      "The Mayor had it built, they said, adding it would hold.",
      "They went on to say:",
      "The gates stay shut.",
      "Referring to the year before, they stressed that all was well.",
    ],
    "The gates stay shut.",
  ],
  [
    "what visitors did before the visit",
    [
      "At the end of the visit, the head of the delegation said:",
      "The gates stay shut.",
      "Prior to the visit, the delegation toured Tornby School.",
    ],
    "The gates stay shut.",
  ],
  [
    "what the speaker tells of a visit himself",
    [
      "At the end of the visit, the head of the delegation said:",
      "The gates stay shut.",
      "During the visit, I saw how much had been done.",
    ],
    "The gates stay shut. / During the visit, I saw how much had been done.",
  ],
  [
    "“they” behind one speaker are others",
    [
      "Ilse Brand said the dam was old and went on:",
      "The gates stay shut.",
      "The divers wrote to us: the gates are old, they said.",
    ],
    "The gates stay shut. / The divers wrote to us: the gates are old, they said.",
  ],
  [
    "another paper's article",
    [
      "The Harbour Post carried an article. It further said:",
      "The gates stay shut.",
      "Meridian carried an article titled “Old Dams”.",
    ],
    "The gates stay shut.",
  ],
  [
    "a commentary that cites facts",
    [
      "The Harbour Post on Tuesday says in a signed commentary:",
      "The gates stay shut.",
      "The commentary cites facts to prove that the dam is old.",
    ],
    "The gates stay shut.",
  ],
  [
    "he who spoke behind a colon on the same line",
    ["Tom Birch said in his speech: As I stand here, the gates stay shut.", "He stressed the boats may turn."],
    "As I stand here, the gates stay shut.",
  ],
  [
    "a commentary named before the verb, and its words on the same line",
    ["Meridian Saturday in a signed commentary says: The gates stay shut. The dam is old.", "It will break."],
    "The gates stay shut. The dam is old. / It will break.",
  ],
  [
    "whoever is “he” in what a paper, “it”, tells",
    ["The daily Meridian on Monday carried a picture of Tom Birch.", "It went on:", "He noted that the dam was old."],
    "He noted that the dam was old.",
  ],
  [
    "whoever is “he” in what a radio tells",
    [
      "Harbour Radio on Monday told of Tom Birch.",
      "The dam is old, the radio said, adding:",
      "Birch came to Norda.",
      "The gates stay shut, he said.",
      "The boats may turn.",
    ],
    "Birch came to Norda. / The gates stay shut, he said. / The boats may turn.",
  ],
  [
    "she behind a sentence about many",
    [
      "Ilse Brand said the dam was old, and went on:",
      "The Tornby women built the gates.",
      "She called upon all divers to watch them.",
    ],
    "The Tornby women built the gates.",
  ],
];

test("where the page speaks again in an agency's prose", async (t) => {
  for (const [name, lines, words] of PAGES)
    await t.test(name, () => assert.equal(framesOf(lines)[0]?.split(" | ")[2], words));
});
