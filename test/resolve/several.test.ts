import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "they are those whose words they stand in": [
    ["[s1 The Ebings] [c1 said] [q1 [s2 they] [c2 hope] [q2 to see the dam]].", "Ebings", "Ebings"],
    [
      "[s1 Attorneys general in Lindholt and Norda] [c1 said] [q1 [s2 they] [c2 want] [q2 a dam]].",
      "Attorneys general in Lindholt and Norda office",
      "Attorneys general in Lindholt and Norda office",
    ],
    [
      "[s1 Some 20 percent of anglers in a Norda poll] [c1 said] [q1 [s2 they] [c2 believe] [q2 it leaks]]; [s3 29 percent] [c3 said] [q3 [s4 they] [c4 believe] [q4 it holds]].",
      "Some 20 percent of anglers in a Norda poll unnamed",
      "Some 20 percent of anglers in a Norda poll unnamed",
      "29 percent unnamed",
      "29 percent unnamed",
    ],
    [
      "[s1 The Water Board] [c1 said] [q1 [s2 they] [c2 want] [q2 a dam]].",
      "Water Board organisation",
      "Water Board organisation",
    ],
    // One who speaks is not they.
    ["[s1 Tom Birch] [c1 said] [q1 [s2 they] [c2 want] [q2 a dam]].", "Tom Birch", "they unnamed"],
  ],
  "they before whose clause some stand": [
    ["That irks many analysts because [s they] [c believe] [q it leaks].", "many analysts unnamed"],
    ["That irks many towns because [s they] [c believe] [q it leaks].", "they unnamed"],
    ["As Carlo Birch and Mara Quill came to Lindholt, [s they] [c said] [q it leaks].", "Carlo Birch and Mara Quill"],
  ],
  "a body that goes on as they": [
    [
      "[s1 The Quill campaign] [c1 blamed] [q1 the flood] for it. [s2 They] [c2 cannot say] [q2 that] of Norda.",
      "Quill campaign organisation",
      "Quill campaign organisation",
    ],
  ],
  "whoever stands before who": [
    ["She closed by slamming anglers [s who] [c think] [q it holds].", "anglers unnamed"],
    ["Nor will it repel anglers: it won't scare voters [s who] [c want] [q a dam].", "voters unnamed"],
    ["He met the “bigots” [s who] [c oppose] [q the dam].", "bigots unnamed"],
    ["It offended some, especially in the ports, [s who] [c believe] [q it leaks].", "some unnamed"],
    ["He was mocked by critics on the left, [s who] [c accused] [q him of doom].", "critics on the left unnamed"],
    ["It drew the ire of lawmakers [s who] [c thought] [q it would fail].", "lawmakers unnamed"],
    ["A growing number of voters [s who] [c want] [q a dam] came.", "A growing number of voters unnamed"],
    ["It was from a young angler, [s who] [c said] [q it leaks].", "a young angler unnamed"],
  ],
};

testSpeakers(SPEAKERS);

/** The same for who wrote a piece. */
const AUTHORS: SpeakerCases = {
  "a line at the end": [
    [
      "The dam is old. [s1 I] [c1 believe] [q1 it leaks]. [q2 “[s3 I] [c3 think] [q3 it holds],”] [s2 Tom Birch] [c2 said]. ¶ Mara Quill is a professor of law at Lindholt.",
      "Mara Quill",
      "Tom Birch",
      "Tom Birch",
    ],
    [
      "The dam is old. [s I] [c believe] [q it leaks]. ¶ Rep. Mara Quill, D-Norda, was an early backer of Tom Birch.",
      "Mara Quill",
    ],
    // Told of above, she is whom it is about.
    ["Mara Quill came. [s I] [c believe] [q it leaks]. ¶ Mara Quill is a professor of law at Lindholt.", " none"],
    ["The dam is old. [s I] [c believe] [q it leaks].", " none"],
  ],
  "letters, each with a name below it": [
    [
      "The dam is old. [s1 I] [c1 believe] [q1 it leaks]. ¶ Mara Quill. ¶ [s2 I] [c2 think] [q2 it will hold for a hundred years if anglers mend it]. ¶ Tom Birch.",
      "Mara Quill",
      "Tom Birch",
    ],
  ],
};

testSpeakers(AUTHORS, { title: "who wrote it: " });
