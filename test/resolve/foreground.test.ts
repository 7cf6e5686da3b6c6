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
  "a body taken up by its noun, of all that were named": [
    [
      "The Tarvian Conference of Tide Masters has issued several letters. Tom Birch smiled, but [s the conference] [c said] [q it leaks].",
      "Tarvian Conference of Tide Masters organisation",
    ],
    [
      "Lindholt Savings amp Loan Association took a charge. [s The thrift] [c said] [q it leaks]. [s2 The company] [c2 said] [q2 no].",
      "Lindholt Savings amp Loan Association organisation",
      "Lindholt Savings amp Loan Association organisation",
    ],
    ["Mats Holm defied Harbour Party leaders. [s The party] [c said] [q it leaks].", "Harbour Party organisation"],
    [
      "The Harbour Party met. The Dike Party met. The Dike Party’s hall leaked. [s The party] [c said] [q it leaks].",
      "Dike Party organisation",
    ],
    [
      "The National Dike and Harbour League came. [s The conservative group] [c said] [q it leaks].",
      "conservative group organisation",
    ],
    [
      "Mara Quill came. [s Her campaign] [c said] [q no]. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. It rained. [s2 The campaign] [c2 said] [q2 it leaks].",
      "Mara Quill's campaign organisation",
      "Mara Quill's campaign organisation",
    ],
    ["The Tarvian Government fell. It rained. [s The government] [c said] [q it leaks].", "government organisation"],
  ],
  "an editor is no newspaper, several groups are nobody by name": [
    ["[q It leaks], [c said] [s Jan Orvik, a veteran newspaper editor who teaches].", "Jan Orvik"],
    ["[s Reports] [c say] [q it leaks].", "Reports unnamed"],
    ["[s Anti-Dike Groups] [c say] [q it leaks].", "Anti-Dike Groups unnamed"],
  ],
  "a name at the end of what he is, and one with a nickname": [
    [
      "[s Head of the group of anglers in Tarvia Tom Birch, vice-chairman of the board], [c said] [q it leaks].",
      "Tom Birch",
    ],
    ["[s Dike and Harbour Service Commissioner Mara Quill] [c said] [q it leaks].", "Mara Quill"],
    [
      "[s1 Former diver and Marine Tom “Tide” Birch] [c1 said] [q1 no]. [s2 Birch] [c2 said] [q2 yes].",
      'Tom "Tide" Birch',
      'Tom "Tide" Birch',
    ],
    ["[s A spokesman for Mara Quill] [c said] [q it leaks].", "spokesman for Mara Quill office"],
    ["[s The mayor and Mara Quill] [c said] [q it leaks].", "mayor and Mara Quill"],
    ["Congressman Pete King came. [q It leaks], [s King] [c said].", "Pete King"],
    ["Tom Birch came. [s King] [c said] [q it leaks].", "King office"],
  ],
  "a whole name with a number or a sign in it": [
    [
      "[s The Dike Headquarters of the South Side Committee for Implementing June 15 Declaration] [c said] [q it leaks]. [s2 The organization] [c2 said] [q2 no].",
      "Dike Headquarters of the South Side Committee for Implementing June 15 Declaration organisation",
      "Dike Headquarters of the South Side Committee for Implementing June 15 Declaration organisation",
    ],
    [
      "[s Lindholt Savings amp Loan Association] [c said] [q it leaks].",
      "Lindholt Savings amp Loan Association organisation",
    ],
  ],
  "the first word of two companies, and letters that name nobody": [
    [
      "Velt S.A. made a bid through Velt Works U.K. Ltd. of Ostrel. [s Velt] [c said] [q it leaks].",
      "Velt S.A. organisation",
    ],
    [
      "Velt Air Lines earnings rose. [s Velt] [c said] [q it leaks]. [s2 Tarvia’s largest harbour operator] [c2 said] [q2 no].",
      "Velt Air Lines organisation",
      "Velt Air Lines organisation",
    ],
    ["[s A conservative super PAC] [c said] [q it leaks].", "conservative super PAC organisation"],
  ],
  "what the sentence before is about goes on as it": [
    [
      "[s1 Velt Works Inc.] [c1 said] [q1 no]. Norda Inc. would build more. [s2 It] [c2 said] [q2 it leaks].",
      "Velt Works Inc. organisation",
      "Norda Inc. organisation",
    ],
    [
      "[s1 Velt Works Inc.] [c1 said] [q1 no]. The dike would leak more. [s2 It] [c2 said] [q2 it leaks].",
      "Velt Works Inc. organisation",
      "Velt Works Inc. organisation",
    ],
    [
      "[s1 Polls] [c1 said] [q1 no]. Tarvia waited, but [s2 it] [c2 wants] [q2 a dam].",
      "Polls organisation",
      "Tarvia state",
    ],
  ],
};

testSpeakers(SPEAKERS);
