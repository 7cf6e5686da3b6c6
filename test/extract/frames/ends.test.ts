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

/** Pages of entries, of which each gives another's words, and what the page tells behind them. */
const ENTRIES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "what is set in ends with it",
    [
      "Ilse Brand, keeper of the gates, writes:",
      "> The gates are old.",
      "> They will not hold.",
      "More on the gates later.",
    ],
    ["press-statement | Ilse Brand, keeper of the gates | The gates are old. / They will not hold."],
  ],
  [
    "words shown end under the next heading",
    [
      "The mayor of Tornby, Ilse Brand, has posted this on Facebook:",
      "Please stay at home.",
      "The school is open to all.",
    ],
    ["press-statement | The mayor of Tornby, Ilse Brand | Please stay at home. / The school is open to all."],
  ],
  [
    "a talk shown ends where another welcomes it, or under a heading",
    [
      "Here is Mayor Ilse Brand, speaking in the council a moment ago:",
      "We have asked the army to help.",
      "Opposition leader Tom Birch welcomed it.",
      "Here’s what the minister told reporters:",
      "The state will pay.",
      "## 10.40",
      "The road is shut.",
    ],
    [
      "speech | Mayor Ilse Brand | We have asked the army to help.",
      "press-statement | the minister | The state will pay.",
    ],
  ],
  [
    "a heading in a document is its own",
    ["The letter of Ilse Brand reads as follows:", "The gates are old.", "## The sea", "The sea is near."],
    ["letter | The letter of Ilse Brand | The gates are old. / The sea / The sea is near."],
  ],
  [
    "the page tells how a statement came, and quotes another",
    [
      "The following statement is attributable to Ilse Brand, spokeswoman for the harbour:",
      "The harbour is alarmed.",
      "Ms Birch will go there.",
      "The statement came hours after the storm.",
      "Wheat rose.",
    ],
    ["press-statement | Ilse Brand, spokeswoman for the harbour | The harbour is alarmed. / Ms Birch will go there."],
  ],
  [
    "an article and whom the page quotes on it",
    [
      "The Tide Daily carried a commentary. The commentary says:",
      "The drills are no routine.",
      "Fire will answer fire.",
      "“It is milder than the last,” said Tom Birch of the Tide Institute.",
    ],
    ["press-statement | The Tide Daily | The drills are no routine. / Fire will answer fire."],
  ],
  [
    "whoever said I is named again by the page",
    [
      "Mr Birch denies wrongdoing. He wrote in a statement after the hearing:",
      "I have never taken a cent. I will be cleared.",
      "The trial continues. If convicted, Birch faces ten years.",
    ],
    ["press-statement | He | I have never taken a cent. I will be cleared."],
  ],
  [
    "words announced over turns, and a statement behind them",
    [
      "One exchange in May reads:",
      "Tack: Any news?",
      "Birch: You promised me an answer.",
      "Tack: You will have it tonight.",
      "Ilse Brand said in a statement:",
      "The gates are old.",
    ],
    [
      "interview | Tack | Any news?",
      "interview | Birch | You promised me an answer.",
      "interview | Tack | You will have it tonight.",
      "press-statement | Ilse Brand | The gates are old.",
    ],
  ],
  [
    "a photo of the paper's, and whoever else spoke at the session",
    [
      "The Tide Daily carried an article. It said:",
      "The gates are new.",
      "The Lake paper carried a photo of the gates.",
      "Minister Ilse Brand further said:",
      "The gates will cost more.",
      "Speakers at the session pointed out that the gates leak.",
    ],
    [
      "press-statement | The Tide Daily | The gates are new.",
      "press-statement | Minister Ilse Brand | The gates will cost more.",
    ],
  ],
  [
    "what he was asked is no announcement",
    ["This is what we know:", "The gates are old.", "He attributed it to rust.", "The sea is near."],
    [],
  ],
];

test("entries and what follows them", async (t) => {
  for (const [name, lines, frames] of ENTRIES) await t.test(name, () => assert.deepEqual(framesOf(lines), frames));
});

/** Who signs a letter. */
const SIGNED: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "a name over an office, whoever made it public",
    [
      "The embassy published the reply of Ms. Brand on Sunday. It reads as follows:",
      "I thank you for your message.",
      "Please accept my regards.",
      "Ilse Brand",
      "Keeper of the Gates of Tornby",
      "Brand takes office in March.",
    ],
    ["letter | Ilse Brand | I thank you for your message. / Please accept my regards."],
  ],
  [
    "several are those who sent it",
    [
      "Eighty divers from two towns published a letter on Sunday.",
      "The full text of the letter reads:",
      "Dear Mayor Brand,",
      "We ask you to mend the gates.",
      "Respectfully,",
      "Tom Birch, diver",
      "Mara Quill, diver",
      "and 78 others",
      "Brand did not reply.",
    ],
    ["letter | Eighty divers from two towns | We ask you to mend the gates."],
  ],
  [
    "several whom nobody names together are nobody",
    ["Dear Mayor Brand,", "We ask you to mend the gates.", "Respectfully,", "Tom Birch, diver", "Mara Quill, diver"],
    ["letter | nobody | We ask you to mend the gates."],
  ],
];

test("who signs", async (t) => {
  for (const [name, lines, frames] of SIGNED) await t.test(name, () => assert.deepEqual(framesOf(lines), frames));
});
