import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "a lawsuit speaks for whoever filed it": [
    [
      "The Dike Union filed a lawsuit on Monday. [s1 The lawsuit] [c1 says] [q1 it leaks]. [s2 The suit] [c2 adds] [q2 so].",
      "Dike Union organisation",
      "Dike Union organisation",
    ],
    ["It rained. [s The lawsuit from the Water Board] [c says] [q it leaks].", "Water Board organisation"],
    ["[s The lawsuit, which was brought by the Water Board], [c says] [q it leaks].", "Water Board organisation"],
    [
      "[s1 The lawsuit from Tarvia and Ostrel] [c1 says] [q1 it leaks]. [s2 The complaint] [c2 adds] [q2 so].",
      "Tarvia and Ostrel state",
      "Tarvia and Ostrel state",
    ],
    // Nobody is told to have filed it.
    ["Mara Quill expressed concerns about the lawsuit. [s The lawsuit] [c says] [q it leaks].", "lawsuit organisation"],
    ["Mara Quill said the board gave up when the lawsuit came. [s The suit] [c says] [q no].", "The suit unnamed"],
    ["The Dike Union never filed a lawsuit. [s The lawsuit] [c says] [q it leaks].", "lawsuit organisation"],
  ],
  "an advertisement speaks for whoever ran it": [
    [
      "A new ad from the Water Board was shown. [s The 60-second spot] [c says] [q it leaks].",
      "Water Board organisation",
    ],
    ["The Dike Union released an ad. [s The ad, titled “Tides”], [c says] [q it leaks].", "Dike Union organisation"],
    ["Mara Quill gave up when the ad came. [s The ad] [c says] [q it leaks].", "ad organisation"],
  ],
  "a homepage speaks for the body it is of": [
    [
      "The Dike Union posted an article on its homepage. It rained. [s The homepage] [c said] [q it leaks].",
      "Dike Union organisation",
    ],
  ],
  "what somebody has written is his words": [
    ["Tom Birch came. [s Birch's memoir] [c says] [q it leaks].", "Tom Birch"],
    ["Tom Birch came. [s Birch's tweet] [c says] [q it leaks].", "Tom Birch"],
    // A plan of his is not.
    ["Tom Birch came. [s Birch's budget plan] [c says] [q it leaks].", "Birch's budget plan unnamed"],
  ],
  "a document whose words name its author": [
    ["[s A bulletin released by the Water Board] [c says] [q it leaks].", "Water Board organisation"],
    ["[s A letter released Friday by the chairman of the port] [c says] [q it leaks].", "chairman of the port office"],
    ["[s A memo from the mayor of the port obtained by the Star] [c says] [q it leaks].", "mayor of the port office"],
    ["[s A release from the Water Board about the dike] [c says] [q it leaks].", "Water Board organisation"],
    ["[s A memorandum from the Water Board] [c says] [q it leaks].", "Water Board organisation"],
    ["[s The Water Board's notice] [c says] [q it leaks].", "Water Board organisation"],
    ["[s Mara Quill's diary] [c says] [q it leaks].", "Mara Quill"],
    // What is found out stands for itself, and a place writes nothing.
    ["[s A report from the Water Board] [c says] [q it leaks].", "report from the Water Board organisation"],
    ["[s A letter from the seaside] [c says] [q it leaks].", "letter from the seaside organisation"],
  ],
  "who spoke in a document, or made one known": [
    [
      "[s1 Mara Quill] [c1 said] in a Facebook post [q1 the dike leaks]. [s2 The Facebook post] [c2 added] [q2 nobody looks].",
      "Mara Quill",
      "Mara Quill",
    ],
    ["Mara Quill published a book about the dike. [s It] [c says] [q it leaks].", "Mara Quill"],
    // Whoever is told of in a lawsuit did not bring it.
    [
      "[s1 Mara Quill], a plaintiff in the lawsuit, [c1 said] [q1 she waited]. [s2 The lawsuit] [c2 says] [q2 it leaks].",
      "Mara Quill",
      "lawsuit organisation",
    ],
  ],
  "the words before a document that are no author": [
    [
      "The latest criticism comes in a letter released Friday and signed by the Water Board. [s The letter] [c says] [q no].",
      "Water Board organisation",
    ],
    [
      "The Dike Union expressed deep concern over the flood and issued a press release. [s The press release] [c says] [q no].",
      "Dike Union organisation",
    ],
  ],
  "whoever another never met issues nothing": [
    ["A man I never met sent me a letter. [s The letter] [c said] [q it leaks].", "letter organisation"],
  ],
};

testSpeakers(SPEAKERS);
