import assert from "node:assert/strict";
import { test } from "node:test";
import { chainsOf, restsOn } from "../../src/resolve/chain/chain.ts";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";

const OUTLET = "Lowland Review";

/** The chain of each statement of a marked text behind the outlet, in the order of its numbers, and behind `=` the one it rests on. */
const CASES: Readonly<Record<string, readonly (readonly [marked: string, ...chains: string[]])[]>> = {
  "told to a channel": [
    ["[s Mara Quill] [c told] the newspaper Zrcadlo that [q it leaked].", "Zrcadlo < Mara Quill = Zrcadlo"],
    [
      "[s1 Mara Quill] [c1 told] The Lindholt Star on Friday that [q1 it leaked]. [s2 She] [c2 told] the newspaper that [q2 it broke]. [s3 Jan Orvik] [c3 told] local radio that [q3 it held].",
      "Lindholt Star < Mara Quill = Lindholt Star",
      "Lindholt Star < Mara Quill = Lindholt Star",
      "local radio < Jan Orvik = local radio",
    ],
    [
      "[s Mara Quill] [c told] The Lindholt Star on Friday that [q it leaked].",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    ["[s Mara Quill] [c told] TTA [q it leaked].", "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency"],
    [
      "[q “It leaks,”] [s Mara Quill] [c said] in an interview with the TTA.",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "In an interview with the TTA, [s Mara Quill] [c said] [q it leaked].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[q “It leaks,”] [s Mara Quill] [c said] Sunday on the TTA’s “Face of the Day.”",
      "Face of the Day < Mara Quill = Face of the Day",
    ],
    [
      "[s Mara Quill] [c told] the TTA’s Jan Orvik that [q it leaked].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[q “It leaks,”] [s Mara Quill] [c told] the TTA’s “Face of the Day.”",
      "Face of the Day < Mara Quill = Face of the Day",
    ],
    [
      "On TTA‘ Face of the Day, [s Mara Quill] [c said] [q it leaked].",
      "Face of the Day < Mara Quill = Face of the Day",
    ],
    [
      "[s Mara Quill] [c said] on the TTA’s Harbourmaster that [q it leaked].",
      "Harbourmaster < Mara Quill = Harbourmaster",
    ],
    ["[s Mara Quill] [c was scolded] on social media [q for the dam].", "Mara Quill = Lowland Review"],
    ["[s Mara Quill] [c wrote] in The Lindholt Star that [q it leaked].", "Lindholt Star < Mara Quill = Lindholt Star"],
    [
      "[s Mara Quill] [c wrote] in a letter published on the front page of The Lindholt Star: [q it leaks].",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    [
      "[s Mara Quill] [c wrote] in a TTA op-ed that [q it leaks].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[q “It leaks,”] [s Mara Quill] [c told] Jan Orvik of the Lindholt Star.",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    ["[q “It leaks,”] [s Mara Quill] [c said] Sunday on “Harbour Hour.”", "Harbour Hour < Mara Quill = Harbour Hour"],
    [
      "[s Mara Quill] [c told] the TTA’s Jan Orvik on “Harbour Hour” that [q it leaks].",
      "Harbour Hour < Mara Quill = Harbour Hour",
    ],
    [
      "Speaking on the Jan Orvik radio show, [s Mara Quill] [c said] [q it leaks].",
      "Jan Orvik radio show < Mara Quill = Jan Orvik radio show",
    ],
    [
      "Sitting down with the TTA’s “Harbour Hour” on Monday, [s Mara Quill] [c said] [q it leaks].",
      "Harbour Hour < Mara Quill = Harbour Hour",
    ],
    [
      "[q “It leaks,”] [s Mara Quill] [c told] Jan Orvik in an interview taped for Sunday’s Meet the Press.",
      "Meet the Press < Mara Quill = Meet the Press",
    ],
    [
      "[s Mara Quill] [c said] on the TTA’s Morning Meeting programme that [q it leaks].",
      "Morning Meeting < Mara Quill = Morning Meeting",
    ],
    [
      "In an interview with the dike council for Sunday’s session, [s Mara Quill] [c said] [q no].",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "Asked by the TTA, [s Mara Quill] [c said] [q it leaks].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
  "told to a channel in the words for the speaker": [
    [
      "[q “It leaks,”] [c explained] [s Mara Quill to the Lindholt Star].",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    [
      "[s Mara Quill in the Lindholt Star today] [c explains] why [q it leaks].",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    [
      "[q It leaks], [c according to] [s an engineer quoted by the TTA].",
      "Tarvian Telegraph Agency < an engineer = Tarvian Telegraph Agency",
    ],
    ["[q “It leaks,”] [c said] [s Mara Quill, an adviser to the TTA].", `Mara Quill = ${OUTLET}`],
  ],
  "no channel": [
    ["[s Mara Quill] [c told] reporters that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c told] a rally in Lindholt that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c told] her radio audience on Monday that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c told] radio host Tom Birch that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["Responding to the TTA report, [s Mara Quill] [c said] [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["Asked about a report on the TTA, [s Mara Quill] [c said] [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill], who came to the TTA in 2010, [c said] [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["The TTA asked Mara Quill to leave. [s Quill] [c said] [q no].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c told] Lindholt Boat Show visitors that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c said] on Twitter that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c told] Tom Birch that [q the Lindholt Star lied].", `Mara Quill = ${OUTLET}`],
    ["[s Mara Quill] [c said] [q reports carried by the TTA were wrong].", `Mara Quill = ${OUTLET}`],
  ],
  "the outlet itself is named once": [
    ["[s Mara Quill] [c told] the Lowland Review that [q it leaked].", `Mara Quill = ${OUTLET}`],
    ["[s The Lowland Review] [c reported] [q it leaked].", ` = ${OUTLET}`],
  ],
  carried: [
    [
      "[s1 The TTA] [c1 said] [q1 it leaked]. [q2 “It leaks,”] [s2 Mara Quill] [c2 said] in remarks carried by the agency.",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    ["[s Its news agency, LNA], [c reported] that [q it leaked].", "LNA = LNA"],
    ["[s A Lindholt newspaper, Le Pilote], [c reported] that [q it leaked].", "Le Pilote = Le Pilote"],
    ["[s Ostrel's state-run news agency ONA] [c reported] that [q it leaked].", "ONA = ONA"],
    [
      "[s Mara Quill] [c said] in a speech carried by the TTA that [q it leaked].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[s Mara Quill] [c was quoted by the TTA as saying] [q it leaked].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[s1 The TTA] [c1 said] [q1 it rained]. [s2 Mara Quill] [c2 was quoted as saying] [q2 it leaked].",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    ["[s Mara Quill] [c was quoted as saying] [q it leaked].", `Mara Quill = ${OUTLET}`],
  ],
  nested: [
    [
      "[s1 Analysts] [c1 said] [q1 [s2 Mara Quill] [c2 had told] them [q2 it leaked]].",
      `Analysts = ${OUTLET}`,
      "Analysts < Mara Quill = Analysts",
    ],
    [
      "[q1 [s2 Analysts] [c2 said] that [q2 [s3 Mara Quill] [c3 had vowed] [q3 to go]]], [s1 the TTA] [c1 reported].",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Analysts = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Analysts < Mara Quill = Analysts",
    ],
    [
      "[s1 Mara Quill] [c1 said] [q1 [s2 she] [c2 hoped] [q2 to go]].",
      `Mara Quill = ${OUTLET}`,
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 [s2 she] [c2 hoped] [q2 to go]].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
  "a channel holds for its occasion": [
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [q2 “It is old,”] [s2 she] [c2 said].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "Mara Quill appeared on the TTA’s “Face of the Day” on Sunday. [q “It is old,”] [s she] [c said].",
      "Face of the Day < Mara Quill = Face of the Day",
    ],
    [
      "[s1 Mara Quill] [c1 told] The Lindholt Star [q1 it leaked]. [s2 She] [c2 told] the newspaper [q2 nobody came].",
      "Lindholt Star < Mara Quill = Lindholt Star",
      "Lindholt Star < Mara Quill = Lindholt Star",
    ],
    [
      "[s1 Mara Quill] [c1 wrote] in an op-ed for the TTA that [q1 it leaks]. [q2 “It is old,”] [s2 Quill] [c2 wrote].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "In an article from the TTA, [s1 Mara Quill] [c1 warned] [q1 it leaks]. [s2 She] [c2 wrote], [q2 “It is old.”]",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    // What she is asked about was said elsewhere, not what she answers.
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [c2 Asked] [q2 about her speech at the rally last week], [s3 Quill] [c3 said] [q3 no]. [s4 She] [c4 said] [q4 yes].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      ` = ${OUTLET}`,
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "[s1 A senior Harbour clerk] [c1 told] the TTA [q1 it leaked]. [q2 “It is old,”] [c2 said] [s2 the Harbour clerk].",
      "Tarvian Telegraph Agency < A senior Harbour clerk = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < A senior Harbour clerk = Tarvian Telegraph Agency",
    ],
    [
      "In an interview with Jan Orvik on his podcast “The Tide Files,” [s1 Mara Quill] [c1 said] [q1 it leaks]. [q2 “It is old,”] [s2 Orvik] [c2 said].",
      "The Tide Files < Mara Quill = The Tide Files",
      "The Tide Files < Jan Orvik = The Tide Files",
    ],
    [
      "[s1 Jan Orvik], [c1 telling] the TTA [q1 it leaks], smiled. In an interview with the TTA, [s2 Mara Quill] [c2 said] [q2 no]. [s3 Orvik] [c3 said] [q3 yes].",
      "Tarvian Telegraph Agency < Jan Orvik = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Jan Orvik = Tarvian Telegraph Agency",
    ],
  ],
  "what stands between two sentences told to one channel": [
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. It rained. It snowed. It rained. It snowed. It rained. It snowed. It rained. [s2 Quill] [c2 noted] [q2 it was old]. As [s3 Quill] [c3 told] the TTA, [q3 it rose].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
  "a body told of for a while": [
    [
      "In a statement to the TTA, [s1 the Dike Council] [c1 denied] [q1 the leak]. [s2 The Dike Council] [c2 claimed] [q2 it was dry]. It rained. It snowed. It rained. It snowed. [s3 The Dike Council] [c3 said] [q3 no].",
      "Tarvian Telegraph Agency < Dike Council = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Dike Council = Tarvian Telegraph Agency",
      `Dike Council = ${OUTLET}`,
    ],
  ],
  "the fullest name of a paper": [
    [
      "[s1 Mara Quill] [c1 told] the Times [q1 it leaks]. The Lindholt Times has an office here.",
      "Lindholt Times < Mara Quill = Lindholt Times",
    ],
    [
      "[s1 Mara Quill] [c1 told] the Times [q1 it leaks]. The Lindholt Times and the Harbour Times have offices here.",
      "Times < Mara Quill = Times",
    ],
    [
      "[s Mara Quill] [c told] the Lindholt Post-Gazette [q it leaks].",
      "Lindholt Post-Gazette < Mara Quill = Lindholt Post-Gazette",
    ],
  ],
  "who puts a channel's questions": [
    [
      "[s1 The TTA’s Jan Orvik] [c1 asked] Mara Quill [q1 whether it leaked]. [q2 “It is old,”] [s2 she] [c2 replied].",
      "Tarvian Telegraph Agency < Jan Orvik = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "The TTA interviewed Mara Quill on Friday. [q “It is old,”] [s she] [c said].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
    [
      "Mara Quill sat down with the TTA’s Jan Orvik. [q “It is old,”] [s she] [c said].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
  "one channel quotes another": [
    [
      "[c According to] [s the Lindholt Star, quoting the agency TTA], [q it leaked].",
      "Lindholt Star < Tarvian Telegraph Agency = Tarvian Telegraph Agency",
    ],
  ],
  "and ends with it": [
    [
      "[s1 Mara Quill’s sister] [c1 told] the TTA [q1 it leaked]. [s2 Quill] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill’s sister = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 had told] the TTA [q1 it leaked]. [s2 She] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. In a 2011 radio interview, [s2 she] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [s2 Tom Birch] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Tom Birch = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. In a speech on Monday, [s2 she] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [s2 She] [c2 had said] before that [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA last year [q1 it leaked]. [s2 She] [c2 said] [q2 it was dry].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
    ],
  ],
  "and is come back to": [
    [
      "[s1 Mara Quill] [c1 told] the TTA’s Jan Orvik [q1 it leaked]. In a speech on Monday, [s2 she] [c2 said] [q2 it was dry]. [s3 Orvik] [c3 asked] Quill [q3 why].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
      "Tarvian Telegraph Agency < Jan Orvik = Tarvian Telegraph Agency",
    ],
    [
      "[s1 Mara Quill] [c1 told] the TTA’s Jan Orvik [q1 it leaked]. In a speech on Monday, [s2 she] [c2 said] [q2 it was dry]. [s3 Quill] also [c3 told] Orvik [q3 it was old].",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      `Mara Quill = ${OUTLET}`,
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
  "told piece by piece": [
    [
      "[s1 The TTA] [c1 reported] [q1 a flood]. [s2 Tom Birch] [c2 said] [q2 it rose]. [s3 The agency] [c3 said] [q3 it fell].",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Tom Birch = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
    ],
    // What somebody said elsewhere, and goes on to say there.
    [
      "[s1 The TTA] [c1 reported] [q1 a flood]. [s2 Tom Birch] [c2 said] in a press release [q2 it rose]. [s3 Birch] [c3 added] [q3 it was deep]. [s4 The agency] [c4 said] [q4 it fell].",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      `Tom Birch = ${OUTLET}`,
      `Tom Birch = ${OUTLET}`,
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
    ],
    // An aside about him is no other occasion.
    [
      "[s1 The TTA] [c1 reported] [q1 a flood]. [s2 Tom Birch], who left last summer, [c2 said] [q2 it rose]. [s3 The agency] [c3 said] [q3 it fell].",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Tom Birch = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency = Tarvian Telegraph Agency",
    ],
  ],
  "those a poll asked": [
    [
      "[s1 A Harbour Post survey] [c1 found] [q1 doubt]. [s2 Some 40 percent] [c2 said] [q2 it leaked]. [s3 Mara Quill] [c3 said] [q3 no].",
      `Harbour Post survey = ${OUTLET}`,
      "Harbour Post survey < Some 40 percent = Harbour Post survey",
      `Mara Quill = ${OUTLET}`,
    ],
  ],
  "a quotation that goes on": [
    [
      "[q1 “It leaks,”] [s1 Mara Quill] [c1 told] the TTA. [q2< “It is old.”]",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
      "Tarvian Telegraph Agency < Mara Quill = Tarvian Telegraph Agency",
    ],
  ],
};

for (const [what, cases] of Object.entries(CASES))
  test(what, async (t) => {
    for (const [marked, ...expected] of cases)
      await t.test(marked, () => {
        const found = foundIn(marked, { outlet: OUTLET });
        const chains = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]);
        const drawn = found.statements.map((s) => {
          const chain = chains.get(s) ?? [];
          const names = chain.filter(({ kind }) => kind !== "outlet").map(({ name }) => name);
          return `${names.join(" < ")} = ${restsOn(chain)}`;
        });
        assert.deepEqual(drawn, expected);
      });
  });

test("a channel beside the cue has its place, one that holds from before has none", () => {
  const found = foundIn("[s1 Mara Quill] [c1 told] the TTA [q1 it leaked]. [q2 “It is old,”] [s2 she] [c2 said].");
  const chains = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]);
  const places = found.statements.map((s) => chains.get(s)?.[0]?.span ?? null);
  assert.deepEqual(
    places.map((place) => place && found.document.text.slice(place.from, place.to)),
    ["TTA", null],
  );
});

test("the speaker's cue is no cue of the channel he told", () => {
  const found = foundIn("[s1 Mara Quill] [c1 told] the TTA [q1 it leaked].");
  const chains = chainsOf(found, resolvePeople(found, [TARVIA]), [TARVIA]);
  const [statement] = found.statements;
  assert.ok(statement);
  assert.deepEqual(
    chains.get(statement)?.map(({ name, cue }) => [name, cue === null]),
    [
      ["Tarvian Telegraph Agency", true],
      ["Mara Quill", false],
    ],
  );
});
