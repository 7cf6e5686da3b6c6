import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "a person by another name": [
    ["Jan Orvik, better known as Tide, came. [s Tide] [c said] [q it leaks].", "Jan Orvik"],
    ["Jan Orvik, who is known to his men as “Tide”, came. [s Tide] [c said] [q it leaks].", "Jan Orvik"],
    ["Jan Orvik, known by the nom de guerre Abu Tide, came. [s Abu Tide] [c said] [q it leaks].", "Jan Orvik"],
    ["Gen Yusuf Farid al-Marn came. [s Marn] [c said] [q it leaks].", "Yusuf Farid al-Marn"],
    // What he is known for is no name.
    ["Jan Orvik, known as Keeper of the Tide, met Mara Keeper. [s Keeper] [c said] [q it leaks].", "Mara Keeper"],
  ],
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
