import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Whom the report goes on with where several may be meant. */
const SPEAKERS: SpeakerCases = {
  "the surname is not his whom the report calls by his first name": [
    [
      "Elian Quill came to Ostrel. Elian slept. His father, Tom Quill, stayed. Elian woke. [s Quill] [c said] [q it leaks].",
      "Tom Quill",
    ],
    [
      "Elian Quill came to Ostrel. “Elian slept, and Elian ate.” His father, Tom Quill, stayed. It rained. It rained. It rained. [s Quill] [c said] [q it leaks].",
      "Elian Quill",
    ],
    ["Elian Quill came to Ostrel. Elian slept. Elian woke. [s Quill] [c said] [q it leaks].", "Elian Quill"],
    ["Tom Quill came. The Miami Quill family waited. [s Quill] [c said] [q it leaks].", "Tom Quill"],
  ],
};

testSpeakers(SPEAKERS);
