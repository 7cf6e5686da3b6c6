import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "a body by a short form of its name": [
    ["The Coastal Dike Office came. [s The dike office] [c said] [q it leaks].", "Coastal Dike Office organisation"],
    ["The Tide Society of Velt met. [s The Society] [c said] [q it leaks].", "Tide Society of Velt organisation"],
    [
      "The Tide Trade Union (TTU) met. [s The TTU Central Committee] [c said] [q it leaks].",
      "Central Committee of the Tide Trade Union organisation",
    ],
    // Two are called so, or none.
    [
      "The Coastal Dike Office met the Northern Dike Office. [s The dike office] [c said] [q it leaks].",
      "dike office organisation",
    ],
    ["The Dike Office came. [s The dike office] [c said] [q it leaks].", "Dike Office organisation"],
  ],
};

testSpeakers(SPEAKERS);
