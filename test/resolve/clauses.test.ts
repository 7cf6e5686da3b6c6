import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "whoever is asked answers, and is meant by what was asked": [
    [
      "Tom Birch and Carl Dorn met at the port. Asked by [s1 Birch] [c1 if] [q1 [s2 he] [c2 believed] [q2 that it leaks]], [s3 Dorn] [c3 said] [q3 no].",
      "Tom Birch",
      "Carl Dorn",
      "Carl Dorn",
    ],
  ],
  "a clause tied to the one before has its subject": [
    [
      "Carl Dorn spoke hours after Tom Birch, who leads the polls, held a rally in which [s he] [c assailed] [q Mr. Dorn].",
      "Tom Birch",
    ],
    [
      "[s1 Tom Birch] [c1 said] [q1 Carl Dorn could lose because [s2 he] [c2 denied] [q2 the flood], but also because [s3 he] [c3 supports] [q3 the dam]].",
      "Tom Birch",
      "Carl Dorn",
      "Carl Dorn",
    ],
    // Somebody else may be he already.
    ["[s1 Tom Birch] [c1 said] [q1 he met Carl Dorn because [s2 he] [c2 wants] [q2 a dam]].", "Tom Birch", "Tom Birch"],
    [
      "[s1 Tom Birch] [c1 said] [q1 so]. It rained, because [s2 he] [c2 denied] [q2 the flood].",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "whom a sentence brings in speaks at its end": [
    [
      "Some anglers oppose Tom Birch. [q Former Mayor Carl Dorn was for it while it lasted], [s he] [c said].",
      "Carl Dorn",
    ],
    ["[s1 Tom Birch] [c1 said] [q1 no]. [q2 Mara Quill was for it], [s2 he] [c2 said].", "Tom Birch", "Tom Birch"],
  ],
  "hardly anybody names himself in his own words": [
    [
      "[s1 Carl Dorn] [c1 said] [q1 it leaks]. ¶ [q2 It will hold], [s2 Tom Birch] [c2 said]. ¶ [q3 “Senator Birch's message went well,”] [s3 he] [c3 said].",
      "Carl Dorn",
      "Tom Birch",
      "Carl Dorn",
    ],
  ],
  "whose minister somebody is, before the name": [
    [
      "[s1 Tarvia's transport minister, Mara Quill], [c1 said] [q1 it leaks]. ¶ [q2 “They never wrote,”] [s2 the minister] [c2 said].",
      "Mara Quill",
      "Mara Quill",
    ],
  ],
  "the clause comes before one not by name": [
    [
      "[q1 It leaks], [s1 the governor of the port] [c1 said]. Lawmaker Carl Dorn, who toured it, held a talk at which [s2 he] [c2 accused] [q2 the board].",
      "governor of the port office",
      "Carl Dorn",
    ],
  ],
  "a woman may be called a spokesman": [
    ["Tom Birch came. Birch spokesman Hope Dorn confirmed it. [q “It leaks,”] [s she] [c said].", "Hope Dorn"],
  ],
};

testSpeakers(SPEAKERS);
