import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../../../src/model/frame.ts";
import { findFrames } from "../../../src/extract/frames/frames.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";
import { parseCase } from "../cases.ts";
import { proposalsOf } from "../proposals.ts";
import { framesOf, pageOf } from "./pages.ts";

/** What announces, in a page whose next line is "The gates stay shut.": the kind and the words for the speaker. */
const OPENINGS: readonly (readonly [string, string])[] = [
  [
    "The mayor of Tornby, Ilse Brand, issued the following statement on Sunday:",
    "press-statement | The mayor of Tornby, Ilse Brand",
  ],
  [
    "A spokesman for the harbour ministry on Friday gave the following answer to a question put by a reporter:",
    "press-statement | A spokesman for the harbour ministry",
  ],
  [
    "A spokesman for the harbour ministry gave a following answer to a question put by a reporter:",
    "press-statement | A spokesman for the harbour ministry",
  ],
  ["In this regard, the lake mission released the following statement.", "press-statement | the lake mission"],
  [
    "The council, which met in Lindholt, made public the following communique Tuesday:",
    "press-statement | The council",
  ],
  [
    "Following is the full text of a speech delivered by Ilse Brand, mayor of Tornby, at the opening of the bridge:",
    "speech | Ilse Brand, mayor of Tornby",
  ],
  ["The following is the text of the letter of the harbour union to the ministry:", "letter | the harbour union"],
  ["Here is Mayor Brand's statement in full:", "press-statement | Mayor Brand"],
  ["Ilse Brand, mayor of Tornby, told Harbour Radio on Friday:", "interview | Ilse Brand, mayor of Tornby"],
  ["In a letter to the council, Ilse Brand wrote:", "letter | Ilse Brand"],
  ["The Harbour Post on Tuesday says in a signed commentary:", "press-statement | The Harbour Post"],
  [
    "Commenting on the speech, an analyst of the Harbour Post says:",
    "press-statement | an analyst of the Harbour Post",
  ],
  ["The gates were never safe, the Harbour Post says, and goes on:", "press-statement | the Harbour Post"],
  ["The gates were never safe, says the Harbour Post, adding:", "press-statement | the Harbour Post"],
  ["The gates were never safe, the daily said, adding:", "press-statement | the daily"],
  [
    "In his talk with the mayor on Aug. 31, 2009 and talk with the harbour minister on Jan. 15, 2011 Brand said:",
    "press-statement | Brand",
  ],
];

test("what announces, and who speaks", async (t) => {
  for (const [opening, expected] of OPENINGS)
    await t.test(opening, () =>
      assert.deepEqual(framesOf([opening, "The gates stay shut."]), [`${expected} | The gates stay shut.`]),
    );
});

/** Whom "It", "He" and "The letter" mean: what stands before, and the speaker. */
const MEANT: readonly (readonly [readonly string[], string])[] = [
  [
    [
      "Ilse Brand, mayor of Tornby, said in a statement that the dam would hold.",
      "The answers to the questions put by Harbour Radio are right, the statement said, and went on:",
    ],
    "Ilse Brand, mayor of Tornby",
  ],
  [["Meridian in a signed commentary terms the plan a danger.", "The dam is old.", "The commentary says:"], "Meridian"],
  [["The old dam leaks, the paper said in a commentary, adding:"], "the paper"],
  [
    [
      "A spokesman for the Tornby Dike Board denounced the plan.",
      "Branding it a danger to peace, work and bread, the spokesman said:",
    ],
    "A spokesman for the Tornby Dike Board",
  ],
  [
    ["Ilse Brand, mayor of Tornby, sent a message of thanks to the divers on Friday.", "The message said:"],
    "Ilse Brand, mayor of Tornby",
  ],
  [
    [
      "The divers on Friday received a message of thanks from Ilse Brand, mayor of Tornby, on the anniversary.",
      "The message said:",
    ],
    "Ilse Brand, mayor of Tornby",
  ],
  [
    [
      "The Tornby Divers' Union issued a statement on Friday to mark the day.",
      "The statement noted that much was left to do.",
      "It went on:",
    ],
    "The Tornby Divers' Union",
  ],
  [
    ["A message of thanks sent by the harbour union was read out at the meeting.", "The message said:"],
    "the harbour union",
  ],
  [
    ["The town did not accept the notice of the divers' board under a pretext.", "The notice said:"],
    "the divers' board",
  ],
  [["A letter to the minister was adopted at the meeting.", "The letter said:"], "The letter"],
  [["The daily Meridian on Monday carried three pictures of the gates.", "It said:"], "The daily Meridian"],
  [
    [
      "The gates must be mended, said the daily Meridian in a signed article Friday.",
      "The harbour union released an appeal on Monday. This appeal is stirring all divers, the article noted.",
      "Stressing that all divers, whether they be old or young, should join, it said:",
    ],
    "the daily Meridian",
  ],
  [
    ["The work, printed in May, tells of gates.", "The website carried photos on old gates and said in its preface:"],
    "The website",
  ],
  [["Ilse Brand issued a statement on Friday which said:"], "Ilse Brand"],
  [
    ["Ilse Brand, chairwoman of the port, laid a wreath at the gates.", "The chairwoman said:"],
    "Ilse Brand, chairwoman of the port",
  ],
];

test("whom the announcing words mean", async (t) => {
  for (const [lines, source] of MEANT)
    await t.test(lines.join(" ¶ "), () =>
      assert.deepEqual(
        framesOf([...lines, "The gates stay shut."]).map((f) => f.split(" | ")[1]),
        [source],
      ),
    );
});

const STATEMENT = "The mayor, Ilse Brand, issued the following statement on Sunday:";
const SAID = "Ilse Brand sent a message to the divers.";

/** A page, and where its one frame ends: the last framed words. */
const ENDS: readonly (readonly [string, readonly string[], string])[] = [
  ["the end of the text", [STATEMENT, "The gates stay shut.", "We are sorry."], "We are sorry."],
  [
    "an end mark",
    [STATEMENT, "The gates stay shut.", "ENDS", "Notes to editors: the gates are old."],
    "The gates stay shut.",
  ],
  ["a mark of hashes", [STATEMENT, "The gates stay shut.", "[n] ###", "The town is old."], "The gates stay shut."],
  [
    "notes without an end mark",
    [STATEMENT, "The gates stay shut.", "Press contact: Tom Birch"],
    "The gates stay shut.",
  ],
  [
    "a byline",
    [STATEMENT, "The gates stay shut.", "[b] Reporting by Tom Birch", "We are sorry."],
    "The gates stay shut.",
  ],
  [
    "the statement told again",
    [STATEMENT, "The gates stay shut.", "The statement added that boats may turn.", "The town is old."],
    "The gates stay shut.",
  ],
  ["the mayor told of again", [STATEMENT, "The gates stay shut.", "Brand said she was sorry."], "The gates stay shut."],
  [
    "a sentence told to its end",
    [STATEMENT, "The gates stay shut.", "The boats may turn, the statement stressed."],
    "The gates stay shut.",
  ],
  [
    "the same in the middle of a paragraph",
    [STATEMENT, "The gates stay shut. The boats may turn, the statement stressed."],
    "The gates stay shut.",
  ],
  [
    "a pronoun behind a bare verb",
    [SAID, "The message said:", "The gates stay shut.", "She hoped that the boats would turn."],
    "The gates stay shut.",
  ],
  [
    "how the meeting went on",
    [SAID, "The message said:", "The gates stay shut.", "A resolution was adopted at the meeting."],
    "The gates stay shut.",
  ],
  [
    "somebody else's statement",
    [SAID, "The message said:", "The gates stay shut.", "The bishop also issued a similar statement."],
    "The gates stay shut.",
  ],
  [
    "another newspaper",
    ["The Harbour Post says in a commentary:", "The gates stay shut.", "Tornby Daily notes that the boats may turn."],
    "The gates stay shut.",
  ],
  [
    "somebody described",
    [
      "In a text on his page, Birch wrote:",
      "The gates stay shut.",
      "The former minister said that the boats may turn.",
    ],
    "The gates stay shut.",
  ],
  [
    "the occasion told of again",
    [STATEMENT, "The gates stay shut.", "The sitting was attended by the divers."],
    "The gates stay shut.",
  ],
  [
    "another who says it in a statement of his own",
    [
      "The Dike Board in its statement said the dam was old. It added:",
      "The gates stay shut.",
      "The Divers Union said in its statement that the boats may turn.",
    ],
    "The gates stay shut.",
  ],
  [
    "another with initials",
    [SAID, "The message said:", "The gates stay shut.", "M. N. Birch, a diver, in his statement praised the boats."],
    "The gates stay shut.",
  ],
  [
    "the paper by another word",
    [
      "The newspaper Meridian carried an article about the dam. The dam is old, the newspaper said, and went on:",
      "The gates stay shut.",
      "The boats may turn, the paper said.",
    ],
    "The gates stay shut.",
  ],
  [
    "not a meeting told of right behind the announcement",
    [SAID, "The message said:", "The meeting of divers was a great event.", "We are sorry."],
    "We are sorry.",
  ],
  [
    "nor a he right behind the announcement",
    [
      "The dam is old, the editorial of the Harbour Post said, adding:",
      "He said “the gates stay shut”.",
      "We are sorry.",
    ],
    "We are sorry.",
  ],
  [
    "a picture does not end it",
    [STATEMENT, "The gates stay shut.", "[c] The gates on Sunday.", "We are sorry."],
    "We are sorry.",
  ],
  [
    "nor does what another said",
    [STATEMENT, "The gates stay shut.", "The minister told us that they were safe.", "We are sorry."],
    "We are sorry.",
  ],
  [
    "nor a he of whom the speaker speaks",
    [STATEMENT, "Tom Birch built them.", "He said they were safe."],
    "He said they were safe.",
  ],
  [
    "nor a colon of the speaker's own",
    [STATEMENT, "As my grandfather said:", "A gate is open or shut."],
    "A gate is open or shut.",
  ],
];

test("the next speaker's frame takes over", () => {
  assert.deepEqual(
    framesOf([
      "The Dike Board in its bulletin carried a map of the gates.",
      "It went on:",
      "The gates stay shut.",
      "The Divers Union said in a bulletin:",
      "The boats may turn.",
    ]),
    [
      "press-statement | The Dike Board | The gates stay shut.",
      "press-statement | The Divers Union | The boats may turn.",
    ],
  );
  assert.deepEqual(
    framesOf([
      "The dam is old, the chief engineer of the port said, adding:",
      "The gates stay shut.",
      "The deputy director for tides said:",
      "The boats may turn.",
    ]),
    [
      "press-statement | the chief engineer of the port | The gates stay shut.",
      "press-statement | The deputy director for tides | The boats may turn.",
    ],
  );
});

test("who speaks behind a document at the head, and who wrote what a paper carried", () => {
  assert.deepEqual(framesOf(["In a resolution the divers said: The gates stay shut. We are sorry."]), [
    "press-statement | the divers | The gates stay shut. We are sorry.",
  ]);
  assert.deepEqual(framesOf(["The gates are old, the divers said: The dam, too, is old."]), []);
  assert.deepEqual(
    framesOf([
      "Meridian carried an article titled “Gates” contributed by Ilse Brand.",
      "The article says:",
      "The gates stay shut.",
    ]),
    ["press-statement | Ilse Brand | The gates stay shut."],
  );
});

test("where a frame ends", async (t) => {
  for (const [name, lines, end] of ENDS)
    await t.test(name, () => {
      const { text, frames } = pageOf(lines);
      assert.equal(frames.length, 1);
      const { stretch } = frames[0] as Frame;
      assert.ok(text.slice(stretch.from, stretch.to).endsWith(end), text.slice(stretch.from, stretch.to));
    });
});

test("a second announcement opens a frame of the same speaker", () => {
  assert.deepEqual(
    framesOf([
      SAID,
      "The message said:",
      "The gates stay shut.",
      "The boats may turn, the message said, and went on:",
      "We are sorry.",
    ]),
    ["letter | Ilse Brand | The gates stay shut.", "letter | Ilse Brand | We are sorry."],
  );
});

test("people asked one after the other", () => {
  assert.deepEqual(
    framesOf([
      "Ilse Brand, a diver, told Harbour Radio:",
      "The gates stay shut.",
      "Tom Birch, 44, a pilot, said:",
      "We are sorry.",
    ]),
    [
      "interview | Ilse Brand, a diver | The gates stay shut.",
      "press-statement | Tom Birch, 44, a pilot | We are sorry.",
    ],
  );
});

test("words that go on behind the colon of a commentary", () => {
  assert.deepEqual(
    framesOf(["The Harbour Post says in a commentary: The gates stay shut. They are old.", "We are sorry."]),
    ["press-statement | The Harbour Post | The gates stay shut. They are old. / We are sorry."],
  );
});

/** Pages of reports without any frame. */
const NONE: readonly (readonly string[])[] = [
  ["The mayor issued a statement on Sunday.", "The gates stay shut, she said."],
  ["The mayor said:", "“The gates stay shut.”", "The town is old."],
  ["Brand said there were three reasons:", "- the gates are old;", "- the boats are new."],
  ["The mayor also said:", "- the gates stay shut;", "- boats may turn."],
  ["Following are the results of the races:", "Tornby won."],
  ["The report noted the sparse attendance:", "Half of the hall was empty."],
  ["Listen to the mayor's remarks on the gates below:", "Later she praised the divers."],
  [
    "Here are some of the questions and a summary of their answers, which the union released.",
    "One asked about the gates.",
  ],
  ["The council made the following changes:", "The gates stay shut."],
  ["The shop, following a statement by the mayor, shut its doors.", "The gates stay shut."],
  ["As the mayor said:", "The gates stay shut."],
  ["We issue the following statement:", "The gates stay shut."],
  ["One diver tweeted:", "<tweet>The gates stay shut</tweet>"],
  ["The council meets on these days:", "Monday is for the gates."],
  ["The mayor issued the following statement:"],
];

test("reports without a frame", async (t) => {
  for (const lines of NONE) await t.test(lines.join(" ¶ "), () => assert.deepEqual(framesOf(lines), []));
});

test("the headline is not framed, and announces nothing", () => {
  assert.deepEqual(
    framesOf(["# Mayor issued the following statement:", "The gates stay shut.", "The town is old."]),
    [],
  );
});

/** A marked text, and what is framed behind a statement whose words follow a colon on the same line. */
const BEHIND_A_STATEMENT: readonly (readonly [string, readonly string[]])[] = [
  // Nothing but a verb announces: to the end of the paragraph.
  [
    "[s The mayor, Ilse Brand,] [c said:] [q The gates stay shut]. The boats may turn. ¶ It rained all day.",
    ["The boats may turn."],
  ],
  ["[s The mayor, Ilse Brand,] [c said:] [q The gates stay shut]. ¶ It rained all day.", []],
  ["[s The mayor, Ilse Brand,] [c said:] [q The gates stay shut]. She left for Norda.", []],
  ["[s The mayor, Ilse Brand,] [c said] [q the gates stay shut]. The boats may turn.", []],
  // A commentary goes on until the page speaks of it again, in whatever tense.
  [
    "[s Meridian] in a signed commentary [c says:] [q The gates stay shut]. The dam is old. ¶ It will break. ¶ Blaming the board, far from kind, the commentary said the boats may turn.",
    ["The dam is old. / It will break."],
  ],
];

test("words behind a colon on the same line keep their cue, what goes on behind them is framed", async (t) => {
  for (const [marked, expected] of BEHIND_A_STATEMENT)
    await t.test(marked, () => {
      const parsed = parseCase([marked]);
      const { reading } = read(paragraphsOf(parsed.text));
      assert.deepEqual(
        findFrames(reading, proposalsOf(parsed)).map(({ stretch: { from, to } }) =>
          parsed.text.slice(from, to).replaceAll("\n\n", " / "),
        ),
        expected,
      );
    });
});
