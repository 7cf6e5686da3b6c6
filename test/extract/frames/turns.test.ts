import assert from "node:assert/strict";
import { test } from "node:test";
import { framesOf } from "./pages.ts";

/** A page, and the frames in it. */
const PAGES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "names in capitals are a transcript",
    ["MS. BRAND: Good morning.", "REPORTER: Will the gates open?", "MS. BRAND: We have no date yet."],
    [
      "transcript | MS. BRAND | Good morning.",
      "transcript | REPORTER | Will the gates open?",
      "transcript | MS. BRAND | We have no date yet.",
    ],
  ],
  [
    "shortened labels stand for the names in full of the head",
    [
      "# A talk with Ilse Brand and Tom Birch",
      "The founders of the seed library talk to Mara Quill of the Harbour Post.",
      "MQ: How did it begin?",
      "IB: With a shoebox. My mother gave it to me.",
      "BIRCH: I wanted to eat the beans.",
      "HARBOUR POST: Did you?",
      "IB: We did not.",
    ],
    [
      "transcript | Mara Quill | How did it begin?",
      "transcript | Ilse Brand | With a shoebox. My mother gave it to me.",
      "transcript | Tom Birch | I wanted to eat the beans.",
      "transcript | Harbour Post | Did you?",
      "transcript | Ilse Brand | We did not.",
    ],
  ],
  [
    "initials and a surname that two names fit stay as they are",
    [
      "# A talk with Ilse Brand, Ivo Brand and Ida Birch",
      "Irma Bolt asked.",
      "IB: How did you begin?",
      "BRAND: We had a shoebox.",
      "IB: And then?",
      "BRAND: We had two.",
    ],
    [
      "transcript | IB | How did you begin?",
      "transcript | BRAND | We had a shoebox.",
      "transcript | IB | And then?",
      "transcript | BRAND | We had two.",
    ],
  ],
  [
    "a hearing: who the witness is stands in the head, which is no turn",
    [
      "# Inquiry into the gates",
      "Witness: Mr Tom Birch, keeper of the gates, examined by Ms Ilse Brand",
      "MS BRAND: When did you see the rust?",
      "THE WITNESS: I saw it in May.",
      "MS BRAND: Whom did you tell?",
      "THE WITNESS: I told nobody.",
    ],
    [
      "transcript | Ilse Brand | When did you see the rust?",
      "transcript | Tom Birch | I saw it in May.",
      "transcript | Ilse Brand | Whom did you tell?",
      "transcript | Tom Birch | I told nobody.",
    ],
  ],
  [
    "a name in capitals as others call him in the talk",
    ["SEN. ORDE: Did you see it, Mr. Vask?", "MR. VASK: I did.", "SEN. ORDE: When?", "MR. VASK: I saw it in May."],
    [
      "transcript | SEN. ORDE | Did you see it, Mr. Vask?",
      "transcript | Vask | I did.",
      "transcript | SEN. ORDE | When?",
      "transcript | Vask | I saw it in May.",
    ],
  ],
  [
    "a briefing whose questions have a bare Q",
    [
      "# Briefing by Press Secretary Ilse Brand",
      "MS. BRAND: Good morning. I have nothing to say first.",
      "Q Thank you, Ilse. Will the gates open?",
      "MS. BRAND: We have no date yet.",
      "Q (Inaudible) -- and the dike?",
      "MS. BRAND: I have not seen it.",
    ],
    [
      "transcript | Ilse Brand | Good morning. I have nothing to say first.",
      "transcript | nobody | Thank you, Ilse. Will the gates open?",
      "transcript | Ilse Brand | We have no date yet.",
      "transcript | nobody | (Inaudible) -- and the dike?",
      "transcript | Ilse Brand | I have not seen it.",
    ],
  ],
  [
    "a parliament: seat and party behind a member, the holder behind an office",
    [
      "Sir Tom Birch (Tornby) (Tide): Does she agree that the gates are old?",
      "The Secretary for Tides (Mrs. Ilse Brand): I agree with him.",
      "Sir Tom Birch: I thank her.",
    ],
    [
      "interview | Sir Tom Birch | Does she agree that the gates are old?",
      "interview | Mrs. Ilse Brand | I agree with him.",
      "interview | Sir Tom Birch | I thank her.",
    ],
  ],
  [
    "a turn has paragraphs without a label",
    ["BRAND: I shall begin.", "The gates are old.", "We are sorry.", "BIRCH: Will you mend them?", "BRAND: We will."],
    [
      "transcript | BRAND | I shall begin. / The gates are old. / We are sorry.",
      "transcript | BIRCH | Will you mend them?",
      "transcript | BRAND | We will.",
    ],
  ],
  [
    "Q and A: nobody asks, and the one whom the page talked to answers",
    ["The Post spoke with Ilse Brand, the mayor.", "Q: Will the gates open?", "A: I cannot tell."],
    ["interview | nobody | Will the gates open?", "interview | Ilse Brand | I cannot tell."],
  ],
  [
    "A stands for the one who answered under her name",
    [
      "The Post: Is it safe?",
      "Ilse Brand: Yes, I think so.",
      "The Post: Since when?",
      "Brand: Since May. I saw it.",
      "Q: And now?",
      "A: We wait.",
    ],
    [
      "interview | The Post | Is it safe?",
      "interview | Ilse Brand | Yes, I think so.",
      "interview | The Post | Since when?",
      "interview | Brand | Since May. I saw it.",
      "interview | nobody | And now?",
      "interview | Ilse Brand | We wait.",
    ],
  ],
  [
    "question and answer in one paragraph",
    ["# Ilse Brand on the gates", "Ilse Brand is the mayor.", "Q: Will they open? A: I cannot tell. I hope so."],
    ["interview | nobody | Will they open?", "interview | Ilse Brand | I cannot tell. I hope so."],
  ],
  [
    "a label glued to its question",
    ["QWhen will the gates open?", "A: I cannot tell.", "QWill you say so?", "A: I will."],
    [
      "interview | nobody | When will the gates open?",
      "interview | nobody | I cannot tell.",
      "interview | nobody | Will you say so?",
      "interview | nobody | I will.",
    ],
  ],
  [
    "the page speaks again behind the last answer",
    ["Brand: Are you sure of that?", "Birch: I am.", "Brand: Thank you.", "Mr Birch’s book is out in May."],
    ["interview | Brand | Are you sure of that?", "interview | Birch | I am.", "interview | Brand | Thank you."],
  ],
  [
    "an interview whose print is lost",
    [
      "# Interview with Ilse Brand",
      "How did you come to the gates?",
      "I was born beside them.",
      "Do you like them?",
      "I do. My father built them.",
      "Will they open?",
      "We all hope so.",
      "The gates are in Tornby.",
    ],
    [
      "interview | nobody | How did you come to the gates?",
      "interview | Ilse Brand | I was born beside them.",
      "interview | nobody | Do you like them?",
      "interview | Ilse Brand | I do. My father built them.",
      "interview | nobody | Will they open?",
      "interview | Ilse Brand | We all hope so.",
    ],
  ],
  [
    "an interview with somebody whom no name is given",
    [
      "# Tide News interviews New Tornby bar owner on the gates",
      "On Monday Tide News interviewed one of the owners of a New Tornby bar about the gates.",
      "How did you come to the gates?",
      "I was born beside them.",
      "Do you like them?",
      "I do. My father built them.",
      "Will they open?",
      "We all hope so.",
    ],
    [
      "interview | Tide News | How did you come to the gates?",
      "interview | one of the owners of a New Tornby bar | I was born beside them.",
      "interview | Tide News | Do you like them?",
      "interview | one of the owners of a New Tornby bar | I do. My father built them.",
      "interview | Tide News | Will they open?",
      "interview | one of the owners of a New Tornby bar | We all hope so.",
    ],
  ],
  [
    "questions put to somebody whom the page does not name, one of them a request",
    [
      "# The gates and the sea",
      "How do you look after them?",
      "We paint them in May.",
      "The lamps are a riddle. Tell us how you light them.",
      "I use oil.",
      "Do your children help?",
      "My son does.",
      "Are you tired of it [laughs]?",
      "I am not.",
    ],
    [
      "interview | nobody | How do you look after them?",
      "interview | nobody | We paint them in May.",
      "interview | nobody | The lamps are a riddle. Tell us how you light them.",
      "interview | nobody | I use oil.",
      "interview | nobody | Do your children help?",
      "interview | nobody | My son does.",
      "interview | nobody | Are you tired of it [laughs]?",
      "interview | nobody | I am not.",
    ],
  ],
  [
    "numbered questions with their answers behind a line break",
    [
      "# Two questions for Ilse Brand",
      "1. Will the gates open?\nI hope so.",
      "2. The board says no.\nThe board told me nothing.",
      "3. Do you like them?\nI do.",
    ],
    [
      "interview | nobody | Will the gates open?",
      "interview | Ilse Brand | I hope so.",
      "interview | nobody | The board says no.",
      "interview | Ilse Brand | The board told me nothing.",
      "interview | nobody | Do you like them?",
      "interview | Ilse Brand | I do.",
    ],
  ],
  [
    "many are interviewed on a thing, which does not answer; whoever answers questions answers",
    [
      "# The Post interviews harbour experts on Storm Ilse Brand",
      "Will it pass?",
      "I think so.",
      "Have you seen it?",
      "We have.",
    ],
    [
      "interview | The Post | Will it pass?",
      "interview | harbour experts | I think so.",
      "interview | The Post | Have you seen it?",
      "interview | harbour experts | We have.",
    ],
  ],
  [
    "Q and A of one who answered questions",
    ["The director, Tom Birch, answered questions from reporters.", "Q: Will you go?", "A: I will not."],
    ["interview | nobody | Will you go?", "interview | Tom Birch | I will not."],
  ],
  // Labels that are nobody's.
  [
    "a report that asks its readers, and quotes",
    [
      "# Fishermen wait",
      "What do you do when the fish are gone?",
      "“We wait,” said Tom Birch.",
      "Do you sell the boat?",
      "“I would rather sell my house,” he said.",
      "Will you ask for help?",
      "Birch laughed. “We asked her in May.”",
    ],
    [],
  ],
  [
    "what readers ask a page",
    [
      "# The water charge",
      "How much will I pay?",
      "We told you last week.",
      "Why must I pay?",
      "Our pipes are old.",
      "When will I get my bill?",
      "We send it in March.",
    ],
    [],
  ],
  [
    "a capital that is no question",
    ["Q Division is closed.", "I saw Q there.", "Q Magazine asked you for it.", "NOTE: We are closed."],
    [],
  ],
  ["a list of results", ["Brand: 547.", "Birch: 1,501.", "Brand: 12.", "Birch: 40."], []],
  [
    "headings of a guide",
    ["Tickets: 40 crowns.", "Pros: The view is fine.", "Cons: It rains.", "Tickets: None left."],
    [],
  ],
  ["headlines in a row", ["Brand: Gates will open", "Birch: Gates stay shut", "Brand: Town is safe"], []],
  ["a profile", ["Name: Ilse Brand", "Age: 44", "Job: Mayor", "Name: Tom Birch"], []],
  ["one label alone", ["Brand: I am sorry.", "The gates stay shut."], []],
  [
    "questions of a page to itself",
    [
      "# What the gates are for",
      "Why are they shut?",
      "Storms broke them.",
      "Who pays?",
      "The town pays.",
      "When do they open?",
      "Nobody knows.",
    ],
    [],
  ],
];

test("turns", async (t) => {
  for (const [name, lines, frames] of PAGES) await t.test(name, () => assert.deepEqual(framesOf(lines), frames));
});
