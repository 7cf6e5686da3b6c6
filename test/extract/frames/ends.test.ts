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
