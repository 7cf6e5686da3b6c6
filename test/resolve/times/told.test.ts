import assert from "node:assert/strict";
import { test } from "node:test";
import { capture } from "../../../src/ingest/ingest.ts";
import { readReport } from "../../../src/pipeline.ts";

/** A report, its date of publication, and of its statements the first words of the content with their day ("?" where unknown). */
type Case = readonly [text: string, published: string, ...told: readonly (readonly [words: string, day: string])[]];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "a headline has the day of what stands below": [
    [
      "Ostrel's New Dam Praised by Fishermen\n\nThe Guild of Fishermen issued a statement on January 5 about the dam.\n\nThe dam is a great work, the statement said.",
      "2021-01-08",
      ["Ostrel's New Dam", "2021-01-05"],
      ["The dam is a great work", "2021-01-05"],
    ],
    [
      "Mara Quill Says Dam Will Hold\n\nThe dam will hold, Mara Quill said on Tuesday.",
      "2021-01-08",
      ["Dam Will Hold", "2021-01-05"],
    ],
    // An office of others that bears the speaker's name is somebody else.
    [
      "Varna Says Dam Will Hold\n\nThe ferry sank. It was old. Nobody was on it.\n\nThe dam is old, Norland's Varna office said on Tuesday.",
      "2021-01-08",
      ["Dam Will Hold", "?"],
    ],
    // Two days are told, or somebody else's.
    [
      "Dam Praised by Fishermen\n\nThe guild issued a statement on January 5. Mara Quill said on January 6 that it was late.",
      "2021-01-08",
      ["Dam", "?"],
    ],
    [
      "Mara Quill Condemns Fishermen\n\nFishermen said on Tuesday that the dam was old.\n\nThe dam is old, they said.",
      "2021-01-08",
      ["Fishermen", "?"],
    ],
    // The news may be what came last.
    [
      "Lee Un Plans New Dam\n\nThe guild meets for the fourth time. On Tuesday Lee Un admitted that the dam had failed.\n\nLee Un said on Thursday that another would be built.",
      "2021-01-08",
      ["New Dam", "?"],
    ],
    // A feast that is still to come is no day of speaking.
    [
      "Mara Quill Praises Harbour\n\nA meeting with Mara Quill is held on January 20 to mark the day.",
      "2021-01-08",
      ["Harbour", "?"],
    ],
  ],
  "the opening sums up what is told below": [
    [
      "Governor Mara Quill called the dam a disgrace and promised a new one.\n\nThe old one leaks.\n\n“It is a disgrace,” Quill told fishermen in Ostrel on Tuesday.",
      "2021-01-08",
      ["the dam a disgrace", "2021-01-05"],
    ],
    // A long quotation is no distance.
    [
      "Governor Mara Quill called the dam a disgrace.\n\n“Who built it? Who paid for it? Who looks after it? Who fishes there? Who drinks the water?” she asked.\n\n“It leaks,” Quill said on Tuesday.",
      "2021-01-08",
      ["the dam a disgrace", "2021-01-05"],
    ],
    // Two days, another time, or too far below.
    [
      "Governor Mara Quill called the dam a disgrace.\n\n“It is a disgrace,” Quill said on Tuesday. “It leaks,” Quill said on Wednesday.",
      "2021-01-08",
      ["the dam a disgrace", "?"],
    ],
    [
      "Governor Mara Quill once called the dam a disgrace.\n\n“It is fine,” Quill said on Tuesday.",
      "2021-01-08",
      ["the dam a disgrace", "?"],
    ],
  ],
  "what is said at a meeting has its day": [
    [
      "A seminar on fishing took place in Ostrel on January 5.\n\nPresent there were officials of the guild.\n\nJan Hudak, chairman of the guild, said that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "2021-01-05"],
    ],
    // From the one day to the other.
    [
      "Events were held in different towns between January 3 and 5 to mark the day of the harbour.\n\nPresent at the events were officials of the guild.\n\nJan Hudak, chairman of the guild, said that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "2021-01-03/2021-01-05"],
    ],
    // Nothing else is told.
    [
      "A seminar on fishing took place in Ostrel on January 5.\n\nThe harbour was closed.\n\nJan Hudak, chairman of the guild, said that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "2021-01-05"],
    ],
    // Another day, another occasion.
    [
      "A seminar on fishing took place in Ostrel on January 5.\n\nThe harbour was closed on January 6.\n\nJan Hudak, chairman of the guild, said that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "?"],
    ],
    [
      "A seminar on fishing took place in Ostrel on January 5.\n\nJan Hudak, chairman of the guild, said in an interview that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "?"],
    ],
    // A day in the name of the meeting, and the day on which it was held.
    [
      "Fishermen held a January 2 meeting of the guild in Ostrel on January 5.\n\nThe participants said that the harbour was deep.",
      "2021-01-08",
      ["that the harbour was deep", "2021-01-05"],
    ],
  ],
  "what was adopted at a meeting came out on its day": [
    [
      "A meeting took place in Ostrel on January 5.\n\nA letter to the mayor was adopted there.\n\nThe harbour is deep, the letter stressed.",
      "2021-01-08",
      ["The harbour is deep", "2021-01-05"],
    ],
  ],
  "the sentence behind a dated one may name its occasion": [
    [
      "Mara Quill vowed on Tuesday to rebuild the dam. “It will hold,” Quill said in a weekly address.",
      "2021-01-08",
      ["“It will hold,”", "2021-01-05"],
    ],
    [
      "Mara Quill vowed on Tuesday to rebuild the dam. “It will hold,” Quill said in a separate interview.",
      "2021-01-08",
      ["“It will hold,”", "?"],
    ],
  ],
  "a name beside another's is not that other": [
    [
      "In a statement on Tuesday, Quill spokesman Jan Hudak said the dam was old. “It leaks,” Mara Quill said.",
      "2021-01-08",
      ["“It leaks,”", "?"],
    ],
  ],
  "a time in the words of one is not the time of another": [
    [
      "Recalling that the mayor visited the dam last year, Mara Quill said: “We thank him.”",
      "2021-01-08",
      ["“We thank him.”", "?"],
    ],
    // "In July": the tale has left the day of the report, until a day is told again; in its paragraph it goes on there.
    [
      "Mara Quill said on Tuesday that the dam would hold. “It is old,” Quill said in July. “It leaks,” she said.\n\n“It is grey,” Quill said.",
      "2021-01-08",
      ["“It is old,”", "2020-07"],
      ["“It leaks,”", "2020-07"],
      ["“It is grey,”", "?"],
    ],
  ],
  "a frame has the day of what opens it": [
    [
      "The daily Ostrel Star on January 4 told of the new dam. It said:\n\nThe dam is a great work.\n\nIt will hold for a hundred years.",
      "2021-01-08",
      ["The dam is a great work", "2021-01-04"],
    ],
    [
      "A clerk of the guild on Monday notified the fishermen of the new law. The notice said:\n\nThe harbour is closed.",
      "2021-01-08",
      ["The harbour is closed", "2021-01-04"],
    ],
    // What somebody said at a hearing is no meeting of the report.
    [
      "The Star on January 4 carried an editorial on the dam.\n\nMara Quill said at a hearing on January 2 that it leaked.\n\nRecalling this, the paper said:\n\nThe dam is a great work.",
      "2021-01-08",
      ["The dam is a great work", "2021-01-04"],
    ],
    // The date of a treaty is not that of a statement.
    [
      "Mara Quill of the Society for Upholding May 15 Joint Treaty on Monday made public a statement.\n\nWe mourn the old dam, the statement said.",
      "2021-01-08",
      ["We mourn the old dam", "2021-01-04"],
    ],
  ],
  "what is told of the day of publication was said on it": [
    [
      "A wall fell in Ostrel and hurt three fishermen on Friday, the police said.",
      "2021-01-08",
      ["A wall fell", "2021-01-08"],
    ],
    [
      "An explosion destroyed a house in Ostrel on Friday.\n\nThe cause of the explosion was not known, Mara Quill said. “It was loud,” Quill said.",
      "2021-01-08",
      ["The cause", "2021-01-08"],
      ["“It was loud,”", "2021-01-08"],
    ],
    // Nothing but that day is told.
    [
      "Ten fishermen were hurt on Friday by an explosion in Ostrel.\n\n“We look into it,” Mara Quill told reporters.\n\nIn May a boat had sunk there.\n\n“Boats are old,” Tom Birch told reporters.",
      "2021-01-08",
      ["“We look into it,”", "2021-01-08"],
      ["“Boats are old,”", "?"],
    ],
    // Published a day later it may have been said on either day.
    ["A wall fell in Ostrel and hurt three fishermen on Friday, the police said.", "2021-01-09", ["A wall fell", "?"]],
    // What lies ahead, and what names no day, is no sign.
    ["The mayor was to open the dam on Friday, Mara Quill said.", "2021-01-08", ["The mayor was", "?"]],
    ["The wall fell at 7 p.m., Mara Quill said.", "2021-01-08", ["The wall fell", "?"]],
    [
      "An explosion destroyed a house in Ostrel on Friday.\n\nThe harbour is deep, Mara Quill has said.",
      "2021-01-08",
      ["The harbour", "?"],
    ],
  ],
};

for (const [name, cases] of Object.entries(CASES))
  test(name, () => {
    for (const [text, published, ...told] of cases) {
      const { statements, document } = readReport(capture(Buffer.from(text), "report.txt"), {
        published,
        reader: "fast",
      });
      for (const [words, day] of told) {
        const found = statements.filter(({ content }) => document.text.startsWith(words, content[0]?.from));
        assert.ok(found.length > 0, `no statement begins with ${words}: ${text}`);
        assert.equal(found[0]?.uttered.edtf ?? "?", day, `${words}: ${text}`);
      }
    }
  });
