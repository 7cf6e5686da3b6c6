import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks behind an age, a trade, an office, a pronoun: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "somebody brought in without a name": [
    [
      "Ali Brand, the dike minister, came. [s1 An opposition legislator] [c1 said] [q1 no]. [q2 It leaks], [s2 the legislator] [c2 said].",
      "An opposition legislator unnamed",
      "An opposition legislator unnamed",
    ],
    [
      "[s1 A legislator] [c1 said] [q1 no]. Mara Quill, a legislator, came. [q2 It leaks], [s2 the legislator] [c2 said].",
      "A legislator unnamed",
      "Mara Quill",
    ],
    [
      "Bo Ek came. [s1 One of them, a diver who called herself Ana], [c1 said] [q1 no]. [q2 It leaks], [s2 she] [c2 said].",
      "One of them, a diver who called herself Ana unnamed",
      "One of them, a diver who called herself Ana unnamed",
    ],
    ["Mara Quill came. The judge refused. [s She] [c said] [q it would go on].", "judge office"],
    ["Judge Mara Quill came. The harbour judge refused. [s She] [c said] [q it would go on].", "Mara Quill"],
  ],
  "an office to or of a place takes up its holder": [
    ["Tom A. Birch, Tarvian ambassador to Ostrel, came. [s The ambassador] [c said] [q it leaks].", "Tom A. Birch"],
    [
      "A basket came from Aleksi I. Matzko, ambassador extraordinary and plenipotentiary of Tarvia to Ostrel. [s The ambassador] [c said] [q it leaks].",
      "Aleksi I. Matzko",
    ],
    ["They met Tarvian ambassador to Zubrin Tom A. Birch. [s The ambassador] [c said] [q it leaks].", "Tom A. Birch"],
    [
      "They met Ambassador Extraordinary and Plenipotentiary to Ostrel Tom A. Birch. [s The ambassador] [c said] [q it leaks].",
      "Tom A. Birch",
    ],
    // "to" behind a noun that is no office tells nothing of the name behind it.
    ["They sent a basket to Tom A. Birch. [s The ambassador] [c said] [q it leaks].", "ambassador office"],
  ],
  "what somebody is beside his office takes up who has just spoken": [
    [
      "[s1 Carl Dorn] [c1 said] [q1 no]. [s2 The retired neurosurgeon] [c2 said] [q2 it leaks].",
      "Carl Dorn",
      "Carl Dorn",
    ],
    [
      "[s1 Mara Quill] [c1 said] [q1 no]. [s2 The Ostrel-born former model] [c2 said] [q2 it leaks].",
      "Mara Quill",
      "Mara Quill",
    ],
    ["[s1 Tom Dorn] [c1 said] [q1 no]. [s2 The Air Force veteran] [c2 said] [q2 it leaks].", "Tom Dorn", "Tom Dorn"],
    ["[s1 Tom Dorn] [c1 said] [q1 no]. [s2 The economist] [c2 said] [q2 it leaks].", "Tom Dorn", "Tom Dorn"],
    // Somebody else has come in since.
    [
      "[s1 Tom Birch] [c1 said] [q1 no]. His wife Mara Birch opened the evening. [s2 The former model] [c2 said] [q2 it leaks].",
      "Tom Birch",
      "The former model unnamed",
    ],
  ],
  "an adverb is nobody, a name that ends like one is somebody": [
    ["Mark Kelly came. [s Kelly] [c said] [q it leaks].", "Mark Kelly"],
    ["Ana Donnelly came. [s Donnelly] [c said] [q it leaks].", "Ana Donnelly"],
    ["[s Separately] [c said] [q it leaks].", ""],
    ["[s reportedly] [c said] [q it leaks].", ""],
    ["[s Recently] [c said] [q it leaks].", ""],
  ],
  "what happens or is felt is nobody": [
    ["[s The rise in prices] [c suggests] [q it leaks].", ""],
    ["[s The confrontation between Birch and Quill] [c confirmed] [q it leaks].", ""],
    ["Tom Birch won. [s Birch's victory] [c showed] [q it leaks].", ""],
    // A group, a paper or a body that is called so speaks.
    ["[s The victory fund] [c said] [q it leaks].", "victory fund organisation"],
    ["[s The study on prices] [c showed] [q it leaks].", "study on prices organisation"],
  ],
  "whom a description cannot mean": [
    // He is named in what is told.
    [
      "Ilse Brand is gone. [s1 Mara Quill] [c1 said] [q1 no]. Tom Birch leads. [s2 The candidate] [c2 said] [q2 that Birch would lose].",
      "Mara Quill",
      "Mara Quill",
    ],
    ["Ilse Brand, a senator, left. [s The senator] [c said] [q that Brand would not answer].", "senator office"],
    // A president is the leader of his country, of no chamber.
    [
      "President Tom Birch came. [q It leaks], [s the Senate minority leader] [c said].",
      "Senate minority leader office",
    ],
    ["President Tom Birch came. [q It leaks], [s the leader] [c said].", "Tom Birch"],
    [
      "[s1 Mara Quill] [c1 said] [q1 no]. [s2 The only candidate] [c2 said] [q2 it leaks].",
      "Mara Quill",
      "The only candidate unnamed",
    ],
    // Whose the father is, is not he.
    [
      "Tom Birch, father of three, came. Ilse Brand left. [s Brand's father] [c said] [q it leaks].",
      "Brand's father unnamed",
    ],
    ["Tom Birch, father of three, came. [q It leaks], [s the father] [c said].", "Tom Birch"],
  ],
  "who is brought in before a colon goes on": [
    ['Senator Tom Birch came. Mara Quill saw it otherwise: [q "It leaks"], [s the senator] [c said].', "Mara Quill"],
    [
      'Senator Tom Birch came. Governor Mara Quill saw it otherwise: [q "It leaks"], [s the senator] [c said].',
      "Tom Birch",
    ],
  ],
  "trades of those who speak in public": [
    ["[s1 Tom Birch] [c1 said] [q1 no]. [s2 The radioman] [c2 said] [q2 it leaks].", "Tom Birch", "Tom Birch"],
    [
      "A preacher came. [s1 Tom Birch] [c1 said] [q1 no]. [s2 The preacher] [c2 said] [q2 it leaks].",
      "Tom Birch",
      "The preacher unnamed",
    ],
  ],
  "whose lawyer somebody is": [
    [
      "Tarvian Attorney Ana Brand came. Tom Birch fell ill. [s His lawyer] [c said] [q it leaks].",
      "His lawyer unnamed",
    ],
    ["Ana Brand, a lawyer for Birch, came. Tom Birch fell ill. [s Birch's lawyer] [c said] [q it leaks].", "Ana Brand"],
  ],
  "a candidate is none of those who speak with him": [
    [
      "Tom Birch came. [s1 Birch and his anglers] [c1 said] [q1 no]. [q2 It leaks], [s2 the candidate] [c2 said].",
      "Tom Birch and his anglers",
      "Tom Birch",
    ],
  ],
  "what is told of somebody makes him the one described": [
    // Two offices, the second a candidate's, are one person's.
    [
      "Sen. Tom Birch came. [q It leaks], [s the Lindholt senator and Tarvian presidential candidate] [c said].",
      "Tom Birch",
    ],
    [
      "Sen. Tom Birch came. [q It leaks], [s the Lindholt senator and the presidential candidate] [c said].",
      "Lindholt senator and the presidential candidate office",
    ],
    // Whose man he is.
    ["Tarvia's Tom Birch waits. Ilse Brand left. [s The Tarvian leader] [c said] [q it leaks].", "Tom Birch"],
    [
      "Ostrel's Tom Birch waits. Ilse Brand left. [s The Tarvian leader] [c said] [q it leaks].",
      "Tarvian leader office",
    ],
    // Whom the report is about; where two are, nobody.
    [
      "Mara Quill goes on. Quill meets the anglers. [s The former director of Velt Works] [c said] [q it leaks].",
      "Mara Quill",
    ],
    [
      "Mara Quill meets Ana Sol. Sol leads. [s The former director of Velt Works] [c said] [q it leaks].",
      "former director of Velt Works office",
    ],
    [
      "Mayor Mara Quill goes on. [s The former director of Velt Works] [c said] [q it leaks].",
      "former director of Velt Works office",
    ],
    // Behind the name of the body he leads.
    ["[s Chairman of the Tarvia Friendship Association Tom Birch who is a diver] [c said] [q it leaks].", "Tom Birch"],
  ],
  "what stands beside a name and is not said of its bearer": [
    // What stands behind the closing mark is the speaker's.
    [
      "[s1 Mara Quill], a speaker, [c1 said] [q1 no]. [q2 “My dear Tom Birch,”] [s2 the conference speaker] [c2 said].",
      "Mara Quill",
      "Mara Quill",
    ],
    // "Mr. Quill" is not Mara.
    ["President Quill left. Mara Quill told Mr. Quill. [s Mr. Quill] [c said] [q it leaks].", "Quill"],
    ["Mara Quill told Mrs. Quill so. [s Mrs. Quill] [c said] [q it leaks].", "Mara Quill"],
  ],
  "ages and trades take up one by name": [
    [
      "[s1 Mara Quill], 54, [c1 said] [q1 no]. [s2 The 54-year-old] [c2 added] [q2 it leaks].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 said] [q1 no]. [s2 The former engineer] [c2 said] [q2 it leaks].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "Bo Ek came. [s1 Mara Quill] [c1 said] [q1 no]. [s2 The Harbour Guild engineer] [c2 said] [q2 it leaks].",
      "Mara Quill",
      "The Harbour Guild engineer unnamed",
    ],
    [
      "A widow was robbed. [s1 Mara Quill] [c1 said] [q1 no]. [s2 The widow] [c2 said] [q2 it leaks].",
      "Mara Quill",
      "The widow unnamed",
    ],
    [
      "[s1 A harbour lawyer representing the anglers, Mara Quill], [c1 said] [q1 no]. [q2 It leaks], [s2 the lawyer] [c2 said].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Prime Minister Tom Birch] [c1 said] [q1 no]. [s2 The Premier] [c2 added] [q2 it leaks].",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "an office of the one a report opens with": [
    [
      "Tom Birch faces a revolt. [s1 The Dike secretary] [c1 said] [q1 no]. [s2 The shadow harbour secretary, Ilse Brand], [c2 said] [q2 so].",
      "Tom Birch",
      "Ilse Brand",
    ],
    [
      "[s1 Ostrel's former transport minister] [c1 denied] [q1 it]. Peter Marsh, 58, is accused of theft.",
      "Peter Marsh",
    ],
  ],
  "a minister of one thing is none of another": [
    ["The environment minister, Ilse Brand, came. [s The prime minister] [c said] [q no].", "prime minister office"],
    ["Gen. Tom Birch came. [s The harbour's inspector general] [c said] [q no].", "harbour's inspector general office"],
    [
      "[s1 Environment Minister Ilse Brand] [c1 said] [q1 no]. [s2 The minister] [c2 said] [q2 so].",
      "Ilse Brand",
      "Ilse Brand",
    ],
  ],
  "whoever was asked answers": [
    [
      "John Birch [c1 was asked by] [s1 a caller] [q1 why it leaks]. [q2 It is old], [s2 he] [c2 said].",
      "a caller unnamed",
      "John Birch",
    ],
  ],
  "pronouns behind a clause, a possessive, an apposition": [
    [
      "[s1 Tom Birch] [c1 said] [q1 no]. While John Holm shares the view, [s2 he] [c2 opposed] [q2 the dam].",
      "Tom Birch",
      "John Holm",
    ],
    [
      "[s1 Mats Holm] [c1 said] [q1 no]. It rained. Tom Birch's plans met with doubt. [s2 He] [c2 said] [q2 it leaks].",
      "Mats Holm",
      "Tom Birch",
    ],
    [
      "[s1 A party official] [c1 said] [q1 no]. Birch's son, Mats Birch, lost the seat. [s2 He] [c2 said] [q2 so].",
      "A party official unnamed",
      "Mats Birch",
    ],
    ["They like Hilda Brand, compared with 64 percent [s who] [c say] [q no].", "64 percent unnamed"],
  ],
};

testSpeakers(SPEAKERS);
