import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "several who speak as one, each by the fullest name": [
    [
      "Mara Quill came with Tom Birch. [s Quill and his late rival, Jan Orvik,] [c said] [q it leaks].",
      "Mara Quill and Jan Orvik",
    ],
    ["Mara Quill came. [s Mr. Birch and an aide] [c said] [q it leaks].", "Birch and an aide"],
    ["Mara Quill came. [s Ms. Quill and a group of divers] [c said] [q it leaks].", "Mara Quill and a group of divers"],
    ["[s The Water Board and its next head] [c said] [q it leaks].", "Water Board and its next head unnamed"],
    [
      "[s The Water Board and the campaigns of Mara Quill and Tom Birch] [c said] [q it leaks].",
      "Water Board and campaigns of Mara Quill and Tom Birch unnamed",
    ],
    ["Oto Solvan came. [s The president and his aides] [c said] [q it leaks].", "Oto Solvan and his aides"],
    [
      "Oto Solvan came. [s The president, Tarvian divers and the Water Board] [c said] [q it leaks].",
      "Oto Solvan, Tarvian divers and Water Board",
    ],
    [
      "Piet Holm spoke of [s the two candidates, Mara Quill and Sen. Tom Birch (R-Tarn),] [c who demanded] [q a dam].",
      "Mara Quill and Tom Birch",
    ],
  ],
  "one who speaks, whatever joins what he is": [
    ["[s Mara Quill, a diver and a host of the port,] [c said] [q it leaks].", "Mara Quill"],
    ["[s Mara Quill, head of the union of divers and the board,] [c said] [q it leaks].", "Mara Quill"],
    [
      "The North, South and Overseas Side Committees for Clean Water met. [s They] [c said] [q it leaks].",
      "North, South and Overseas Side Committees for Clean Water organisation",
    ],
    ["[s Prof. and Dr. Mara Quill] [c said] [q it leaks].", "Mara Quill"],
    ["[s Former diver and Marine Tom “Tide” Birch] [c said] [q it leaks].", 'Tom "Tide" Birch'],
    ["[s Dike and Harbour Service Commissioner Mara Quill] [c said] [q it leaks].", "Mara Quill"],
    ["[s Several divers, including Mara Quill and Tom Birch,] [c said] [q it leaks].", "Several divers unnamed"],
    ["[s Mara Quill, a friend of the Dike Union, and a former chairman of it,] [c said] [q it leaks].", "Mara Quill"],
  ],
  "two who are known": [
    [
      "[s1 Mara Quill and Tom Birch] [c1 said] [q1 no]. It rained. [s2 The two] [c2 said] [q2 it leaks].",
      "Mara Quill and Tom Birch",
      "Mara Quill and Tom Birch",
    ],
    ["Mara Quill and Tom Birch are both divers. [s Both] [c promised] [q a dam].", "Mara Quill and Tom Birch"],
    ["The storm drove out Mara Quill and Tom Birch. [s The couple] [c said] [q it leaks].", "Mara Quill and Tom Birch"],
    ["Mara Quill and Tom Birch met. [s They both] [c said] [q it leaks].", "Mara Quill and Tom Birch"],
    ["Mara Quill and Tom Birch are mistaken if [s they] [c think] [q it leaks].", "Mara Quill and Tom Birch"],
  ],
  "two of whom the text names none, or more": [
    ["Mara Quill met Tom Birch and Jan Orvik. [s The two] [c said] [q it leaks].", "The two unnamed"],
    ["Mara Quill left Tom Birch. [s The two] [c said] [q it leaks].", "The two unnamed"],
    ["Mara Quill and Tom Birch met. [s Both reports] [c said] [q it leaks].", "Both reports unnamed"],
    [
      "[s1 Mara Quill and others] [c1 said] [q1 no]. [s2 The two] [c2 said] [q2 it leaks].",
      "Mara Quill and others",
      "The two unnamed",
    ],
  ],
  "one of whom is open": [["[s The mayor and he] [c said] [q it leaks].", "mayor and he office"]],
};

testSpeakers(SPEAKERS);
