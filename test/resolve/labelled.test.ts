import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "a label in capitals is somebody named": [
    ["Tom Birch met Eva Moss.\n\n[s1 BIRCH][c1 :] [q1 It leaks].\n\n[s2 MOSS][c2 :] [q2 No].", "Tom Birch", "Eva Moss"],
    ["[s1 ANNA VELT][c1 :] [q1 It leaks].\n\n[s2 VELT][c2 :] [q2 No].", "ANNA VELT", "ANNA VELT"],
    // Letters without a colon behind them are a body's.
    ["Tom Nato came. [s NATO] [c said] [q it leaks].", "NATO organisation"],
  ],
  "names that differ in the middle are two persons": [
    [
      "Kang Jong Sol met Kang Yong Sol. [s1 Kang Yong Sol] [c1 said] [q1 no]. [s2 Kang Jong Sol] [c2 said] [q2 yes].",
      "Kang Yong Sol",
      "Kang Jong Sol",
    ],
    // An initial or nothing there does not tell two apart.
    ["Mara Ilse Quill came. [s Mara Quill] [c said] [q no].", "Mara Ilse Quill"],
  ],
  "joint speakers by their fullest names": [
    [
      "Ilse Brand came. [s Ms. Brand and Tom Birch - a diver who left early -] [c said] [q no].",
      "Ilse Brand and Tom Birch",
    ],
  ],
};

testSpeakers(SPEAKERS);
