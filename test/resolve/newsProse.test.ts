import assert from "node:assert/strict";
import { test } from "node:test";
import { chainsOf } from "../../src/resolve/chain/chain.ts";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";
import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const SPEAKERS: SpeakerCases = {
  "the subject that opens a paragraph goes on as he": [
    [
      "[s1 Tom Birch of the Water Board] [c1 said] [q1 it leaked]. [s2 He] [c2 told] anglers [q2 it was late].\n\nJano Varga, head of the Tide Institute, offers another view. [s3 He] [c3 notes] that [q3 it held].",
      "Tom Birch",
      "Tom Birch",
      "Jano Varga",
    ],
    [
      "[s1 Tom Birch of the Water Board] [c1 said] [q1 it leaked]. [s2 He] [c2 told] anglers [q2 it was late]. The dam was built by Jano Varga. [s3 He] [c3 noted] that [q3 it held].",
      "Tom Birch",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "who is named in a clause with whose": [
    ["[s Ostrel and Norda, whose foreign minister, Mara Quill], [c called] [q the deal a work of art].", "Mara Quill"],
    ["[s Norda, whose envoy left Ostrel], [c called] [q the deal a fraud].", "Norda"],
  ],
  "a vice president is no president": [
    ["President Oto Solvan met Vice President Tom Birch. [s The president] [c said] [q it leaked].", "Oto Solvan"],
    ["President Paul Reed met Vice President Tom Birch. [s The vice president] [c said] [q it leaked].", "Tom Birch"],
    ["Ana Reed met ex-Vice President Tom Reed. [s Former Vice President Reed] [c said] [q it leaked].", "Tom Reed"],
  ],
  "the president of another body": [
    [
      "Tide Bank president Ana Ruiz came. [s The Dike Council president] [c said] [q it leaked].",
      "Dike Council president office",
    ],
    ["Tide Bank president Ana Ruiz came. [s The Tide Bank president] [c said] [q it leaked].", "Ana Ruiz"],
  ],
  "a description of the one in the foreground": [
    [
      "Tom Birch ran. Tom Birch fell. [s The Norland senator] [c said] [q no]. It rained. Sen. Ana Ruiz slept.",
      "Tom Birch",
    ],
    ["Tom Birch came. Tom Birch sat. [s The businessman and radio star] [c said] [q it leaked].", "Tom Birch"],
    ["Republican Tom Birch met Democrat Paul Reed. [s The Republican nominee] [c said] [q no].", "Tom Birch"],
    ["Governor Tom Birch came. [s The senator] [c said] [q it leaked].", "senator office"],
    [
      "Tom Birch came. [s The businessman and the mayor] [c said] [q it leaked].",
      "The businessman and the mayor unnamed",
    ],
  ],
  "nouns with a capital": [
    ["[s Leadership] [c said] [q it leaked].", "Leadership unnamed"],
    ["Many doubted the doubters. [s Doubters] [c said] [q it leaked].", "Doubters unnamed"],
    ["[s Estimates] [c said] [q it leaked].", "Estimates organisation"],
    ["Then Waters came. [s Waters] [c said] [q the waters rose].", "Waters"],
    ["[s Ostrair] [c declined to renew its lease and said] [q no].", "Ostrair organisation"],
    ["[q It leaked], [c according to] [s Dawes].", "Dawes organisation"],
    ["Tom Dawes came. [q It leaked], [c according to] [s Dawes].", "Tom Dawes"],
  ],
  "who asks takes nobody up": [
    ["It is clear [s1 who] [c1 wants] [q1 peace].", " none"],
    ["[s Who] [c said] [q it leaked]?", " none"],
    ["With the rate close to 5 percent, [s who] [c would not like] [q to see more]?", " none"],
    ["Tom Birch, [s who] [c said] [q it leaked], left.", "Tom Birch"],
    ["The anglers [s who] [c said] [q it leaked] left.", "The anglers unnamed"],
  ],
  "sentences in a row with one pronoun": [
    [
      "The harbour elements made much fuss. They sang. [s They] [c ordered] [q boats to leave].",
      "harbour elements unnamed",
    ],
    [
      "Dike anglers met in Lindholt. They sang. They fished. [s They] [c ordered] [q boats out].",
      "Dike anglers unnamed",
    ],
    ["Dike anglers met in Lindholt. It rained. They fished. [s They] [c ordered] [q boats out].", "They unnamed"],
    ["Mara Quill met Tom Birch. She sang. [s They] [c ordered] [q boats out].", "They unnamed"],
  ],
  "a name with “In” in it": [
    [
      "Minister Hyon In Sok was busy. [s1 Hyon] [c1 said] [q1 so]. [s2 He] [c2 said] [q2 no].",
      "Hyon In Sok",
      "Hyon In Sok",
    ],
    [
      "[s1 Ko In Sil, a director of the Dike Committee,] [c1 said] [q1 so]. [s2 He] [c2 said] [q2 no].",
      "Ko In Sil",
      "Ko In Sil",
    ],
    ["Ri On Su, who is 40, came. [s Ri On Su] [c said] [q so].", "Ri On Su"],
    ["[s Tide On Call] [c said] [q so].", "Tide On Call organisation"],
    ["Tide On Call, with its boats, came. [s Tide On Call] [c said] [q so].", "Tide On Call organisation"],
  ],
  "a body called by what it is for": [
    [
      "[s Anglers for Gates and Dikes in Lindholt] [c said] [q it leaked].",
      "Anglers for Gates and Dikes in Lindholt organisation",
    ],
    ["[s Anglers for Gates] [c said] [q it leaked].", "Anglers for Gates organisation"],
  ],
  "a possessive is no name": [
    ["What do they want? [s Their] [c intention was] [q to fix the gates].", "Their unnamed"],
    ["The Dike Board met. [s Its] [c ban on] [q boats] stays.", "Dike Board organisation"],
  ],
  "whoever was called upon says “I”": [
    [
      "For the port: Mara Quill, Tom Birch. Miss Quill? ¶ Thank you. [s I] [c wish] [q to begin with the gates].",
      "Mara Quill",
    ],
    ["Mara Quill came. Is that Miss Quill? ¶ Yes. [s I] [c wish] [q to begin with the gates].", " none"],
    ["Mara Quill came. Miss Quill? ¶ It rained. ¶ Yes. [s I] [c wish] [q to begin with the gates].", " none"],
    ["Mara Quill came. Miss Quill? ¶ Tom Birch said: “[s I] [c wish] [q to begin with the gates].”", " none"],
  ],
  "whoever manages a body holds an office": [
    ["[s The manager of the Dike Company] [c said] [q it leaked].", "manager of the Dike Company office"],
    ["[s A manager] [c said] [q it leaked].", "A manager unnamed"],
    ["[s Editor Mara Quill] [c said] [q it leaked].", "Mara Quill"],
  ],
  "the delegate and the coordinator hold offices": [
    [
      "[s1 The delegate of Tarvia] [c1 noted] that [q1 it leaked]. [q2 It rained], [s2 he] [c2 said].",
      "delegate of Tarvia office",
      "delegate of Tarvia office",
    ],
    [
      "[s1 The coordinator of the Dike Party] [c1 praised] [q1 Oto Solvan]. [q2 It rained], [s2 he] [c2 said].",
      "coordinator of the Dike Party office",
      "coordinator of the Dike Party office",
    ],
    [
      "[s1 The head of the Tarvian delegation at its plenary meeting] [c1 said] [q1 no].",
      "head of the Tarvian delegation office",
    ],
  ],
  "two of one surname": [
    ["Ana Reed wed Tom Reed. [s1 Tom Reed] [c1 said] [q1 no]. [s2 Reed] [c2 said] [q2 so].", "Tom Reed", "Tom Reed"],
    ["Ana Reed wed Tom Reed. [s Reed] [c said] [q it leaked].", "Reed"],
  ],
  "whoever is spoken of, and a pair, is not he": [
    [
      "Anglers saw President Oto Solvan. [s1 Tom Birch] [c1 noted] that [q1 [s2 the president] [c2 believed] [q2 in dams]]. [q3 The president was wise], [s3 he] [c3 said].",
      "Tom Birch",
      "Oto Solvan",
      "Tom Birch",
    ],
    [
      "Tom Birch came. [s1 Tom Birch] [c1 said] that [q1 [s2 Oto Solvan and Bela Marn] [c2 set forth] [q2 tasks]]. [s3 He] [c3 praised] [q3 the dams of Oto Solvan and Bela Marn].",
      "Tom Birch",
      "Oto Solvan and Bela Marn",
      "Tom Birch",
    ],
  ],
  "whose document it is": [
    [
      "The Dike Union issued a statement on Friday. [s1 The statement] [c1 recalled] that [q1 a spokesman for the Tide Bank issued a statement against the dam]. [q2 It leaked], [s2 the statement] [c2 said].",
      "Dike Union organisation",
      "Dike Union organisation",
    ],
    [
      "The Tarvian newspaper Zrcadlo on Feb. 20 carried a photo of Oto Solvan standing at the old gates of the dam in the rain and an article on the dam. [s The article] [c said] [q it leaked].",
      "Zrcadlo channel",
    ],
  ],
  "papers, and whose words are only handed on": [
    [
      "[s1 The newspaper Meridian] [c1 said] [q1 it leaked]. ¶ Zrcadlo, organ of the Tide Party, on July 6 carried an article on the dam. ¶ [s2 It] [c2 said] [q2 it rained].",
      "Meridian channel",
      "Zrcadlo channel",
    ],
    [
      "Tom Birch came. [s1 Tom Birch] [c1 said] that [q1 [s2 the chancellor of Norland] [c2 predicted] [q2 rain]]. It rained. [s3 He] [c3 said] [q3 so].",
      "Tom Birch",
      "chancellor of Norland office",
      "Tom Birch",
    ],
  ],
  "who goes on speaking": [
    [
      "Chairman Oto Birch came. [s1 Mara Quill, chairman of the Dike Union], [c1 said] that [q1 it leaked under Oto Birch]. [q2 All thanks to Oto Birch], [s2 the chairman] [c2 noted].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Harbour Radio] [c1 reported] [q1 [s2 an ex-ferryman of Tornby] [c2 disclosed] that [q2 it leaked]]. It rained. [s3 He] [c3 said] [q3 so].",
      "Harbour Radio channel",
      "an ex-ferryman of Tornby unnamed",
      "an ex-ferryman of Tornby unnamed",
    ],
    [
      "Vice-Premier Tom Birch made a report. General Secretary Oto Solvan sat. [s1 The reporter] [c1 said] [q1 it leaked]. [s2 He] [c2 called for] [q2 a dam].",
      "Tom Birch",
      "Tom Birch",
    ],
    ["The daily Zrcadlo stressed this in an essay. [q It leaked], [s the essay] [c says].", "Zrcadlo channel"],
  ],
  "handles and possessives": [
    ["Mara Quill came. [s @MaraQuill] [c promises] [q a dam].", "Mara Quill"],
    ["Mara Quill came. [s @TideFan] [c promises] [q a dam].", "@TideFan unnamed"],
    ["Mara Quill came. She spoke. [s Her on-camera] [c claim] [q that it leaked] failed.", "Mara Quill"],
    ["Mara Quill came. [s Her spokesman] [c said] [q it leaked].", "Her spokesman office"],
  ],
  "his book, and who stands before a relative pronoun": [
    ["Tom Birch dived. [c According to] [s his book “The Art of the Dam”], [q it leaked].", "Tom Birch"],
    [
      "[q1 “No,”] [c1 said] [s1 one angler familiar with the talks], [s2 who] [c2 added] [q2 that it leaked].",
      "one angler familiar with the talks unnamed",
      "one angler familiar with the talks unnamed",
    ],
    ["It was a boost for divers [s who] [c say] [q it leaks].", "divers unnamed"],
    ["The letter was polite, [s which] [c worried] [q us].", " none"],
    [
      "[s The mayor’s spokeswoman] [c said] [q no]. It rained. Ana Ruiz, a spokeswoman for the port, slept.",
      "mayor’s spokeswoman office",
    ],
  ],
  "a paper that first reported": [
    ["[s The Lindholter] [c first reported] [q the leak].", "Lindholter channel"],
    ["[s The Harbour] [c said] [q it leaked].", "Harbour organisation"],
  ],
  "whom a cue names hears": [
    ["Tom Birch met host Paul Reed. Paul Reed smiled. [q “No,”] [s he] [c told] Paul Reed.", "Tom Birch"],
    [
      "[s1 Paul Reed] [c1 asked] Tom Birch [q1 how high it was]. [q2 “High,”] [s2 he] [c2 said].",
      "Paul Reed",
      "Tom Birch",
    ],
    ["[s1 Paul Reed] [c1 told] Tom Birch [q1 it was high]. [s2 He] [c2 said] [q2 so].", "Paul Reed", "Paul Reed"],
  ],
  "he and she": [
    ["Tom Birch came with Paul Reed. [s He and Ana Ruiz] [c said] [q it leaked].", "Tom Birch and Ana Ruiz"],
    ["Ana Ruiz came. [s She and other anglers] [c said] [q it leaked].", "Ana Ruiz and other anglers"],
    ["Paul Reed left. When [s1 he] [c1 insisted] [q1 on tea], Tom Birch was young.", "Tom Birch"],
    ["Paul Reed left. When Paul Reed came, [s he] [c insisted] [q on tea].", "Paul Reed"],
  ],
  "one named among relatives": [
    ["[s Mara Birch, one of Tom Birch’s two daughters], [c said] [q it leaked].", "Mara Birch"],
    ["In the house of Tom Birch, [s anglers] [c said] [q it leaked].", "anglers unnamed"],
  ],
  "an adjective before a name": [
    ["Absent Quill skips debate. Mara Quill was absent. [s Quill] [c said] [q it leaked].", "Mara Quill"],
    ["Did Mara Quill lie? [s Quill] [c said] [q it leaked].", "Mara Quill"],
    ["Ilka Quill skips debate. Mara Quill was absent. [s Mara Quill] [c said] [q it leaked].", "Mara Quill"],
  ],
  "bodies and papers by their noun": [
    ["Boats lay at the Harbour Department. [s The agency] [c said] [q it leaked].", "Harbour Department organisation"],
    ["Boats lay at the pier. [s The agency] [c said] [q it leaked].", "agency organisation"],
    ["The Lindholt Post asked. [s The Post] [c said] [q it leaked].", "Lindholt Post channel"],
    ["It flooded. [s The Post] [c said] [q it leaked].", "Post channel"],
    [
      "The Tarvian Supreme Court ruling came in June. [s The June decision] [c found] [q so].",
      "Tarvian Supreme Court organisation",
    ],
    ["An email was sent from Mara Quill to all. [s The email] [c said] [q it leaked].", "Mara Quill"],
  ],
  "one without a name": [
    [
      "[s1 A harbour official] [c1 said] [q1 no]. [s2 The official] [c2 said] [q2 yes].",
      "A harbour official unnamed",
      "A harbour official unnamed",
    ],
    [
      "[s1 Harbour officials] [c1 said] [q1 no]. [s2 The official] [c2 said] [q2 yes].",
      "Harbour officials unnamed",
      "The official unnamed",
    ],
  ],
};

testSpeakers(SPEAKERS, { title: "who speaks in news prose: " });

/** The chain of each statement behind the outlet. */
const CHAINS: Readonly<Record<string, readonly (readonly [marked: string, ...chains: string[]])[]>> = {
  "programmes and stations": [
    ["[s Mara Quill] [c said] on the TTA's Face of the Nation that [q it leaked].", "Face of the Nation < Mara Quill"],
    ["[s Mara Quill] [c said] on KTID’s “Midday” that [q it leaked].", "Midday < Mara Quill"],
    ["[s Mara Quill] [c told] Lindholt affiliate KTID-TV that [q it leaked].", "KTID-TV < Mara Quill"],
    [
      "[s Mara Quill] [c told] a local Lindholt TV station that [q it leaked].",
      "local Lindholt TV station < Mara Quill",
    ],
    ["In an interview with Tide magazine, [s Mara Quill] [c said] [q it leaked].", "Tide magazine < Mara Quill"],
    ["[s Mara Quill] [c told] the TTA's Jan Orvik that [q it leaked].", "Tarvian Telegraph Agency < Mara Quill"],
    ["In a TTA interview, [s Mara Quill] [c said] [q it leaked].", "Tarvian Telegraph Agency < Mara Quill"],
    ["In a Lindholt interview, [s Mara Quill] [c said] [q it leaked].", "Mara Quill"],
    ["[s Mara Quill] [c told] a local police station that [q it leaked].", "Mara Quill"],
  ],
  "a paper by its noun": [
    ["The Lindholt Post came. [s Mara Quill] [c told] the Post that [q it leaked].", "Lindholt Post < Mara Quill"],
    ["[s Mara Quill] [c tweeted] from the TTA’s “Face of the Day” that [q it leaked].", "Mara Quill"],
  ],
};

for (const [title, cases] of Object.entries(CHAINS))
  test(`through whom in news prose: ${title}`, async (t) => {
    for (const [marked, ...chains] of cases)
      await t.test(marked, () => {
        const found = foundIn(marked, { outlet: "Lowland Review" });
        const read = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]);
        assert.deepEqual(
          found.statements.map((s) =>
            (read.get(s) ?? [])
              .slice(1)
              .map(({ name }) => name)
              .join(" < "),
          ),
          chains,
        );
      });
  });
