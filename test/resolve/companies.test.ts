import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";
import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: name and kind. */
const CASES: SpeakerCases = {
  "a company by its full name": [
    ["[s Brandle's Inc.] [c said] [q it lost money].", "Brandle's Inc. (organisation)"],
    ["[s Tom Lama Co.] [c said] [q it lost money].", "Tom Lama Co. (organisation)"],
    [
      "[s Norda Pumps II Limited Partnership] [c said] [q it won].",
      "Norda Pumps II Limited Partnership (organisation)",
    ],
    ["[s QUILLAND DREDGING CORP.] [c said] [q it won].", "QUILLAND DREDGING CORP. (organisation)"],
  ],
  "the company that the sentence before tells of": [
    [
      "The index was held back by the oil giant Norda Mobil. [s The company] [c reported] [q a loss].",
      "Norda Mobil (organisation)",
    ],
    ["Velt, the parent company of Harbour, rose. [s The company] [c reported] [q a profit].", "Velt (organisation)"],
    ["Ostrel retailer Hartwell fell on Tuesday. [s The company] [c said] [q no].", "Hartwell (organisation)"],
    // Two may be meant, or somebody else is.
    [
      "The retailer Velt fell behind the retailer Norda. [s The company] [c reported] [q a loss].",
      "company (organisation)",
    ],
    ["Quilland fought the carmaker Norda. [s The company] [c reported] [q a loss].", "company (organisation)"],
    ["They met the publisher Mara Quill. [s The company] [c reported] [q a loss].", "company (organisation)"],
  ],
  "the campaign by the one it is of": [
    [
      "Tom Dorn is a surrogate for Quill's campaign. [s The campaign] [c said] [q it won].",
      "Quill's campaign (organisation)",
    ],
    ["They went on a four-day Harbour campaign. [s The campaign] [c said] [q it won].", "campaign (organisation)"],
  ],
  "a company's form before its name": [
    ["[s N.V. Veldt] [c said] [q it won].", "N.V. Veldt (organisation)"],
    ["[s PT Veldt Niaga, a bank,] [c said] [q it won].", "PT Veldt Niaga (organisation)"],
  ],
  "a company by its short name": [
    [
      "Quilland Dredging Co. closed a yard. [s Quilland] [c said] [q it lost money].",
      "Quilland Dredging Co. (organisation)",
    ],
    ["Brandle's Inc. closed a shop. [s Brandle's] [c said] [q it lost money].", "Brandle's Inc. (organisation)"],
    [
      "Ostra Tide Machines Corp. closed a yard. [s OTM] [c said] [q it lost money].",
      "Ostra Tide Machines Corp. (organisation)",
    ],
    ["Quilland-Marsh Co. closed a yard. [s Quilland] [c said] [q it lost money].", "Quilland-Marsh Co. (organisation)"],
    ["Veldt Airlines closed a line. [s Veldt] [c said] [q it lost money].", "Veldt Airlines (organisation)"],
    [
      "[s1 Quilland Co.] [c1 said] [q1 no]. [s2 Quilland, a Lindholt maker of pumps] [c2 said] [q2 it won].",
      "Quilland Co. (organisation)",
      "Quilland Co. (organisation)",
    ],
    ["Ante Quilland runs Quilland Dredging Co. [s Quilland] [c said] [q it leaked].", "Ante Quilland (person)"],
    ["Quilland Dredging Co. closed. [s Mr. Quilland] [c said] [q it leaked].", "Quilland (person)"],
    [
      "Veldt Pumps Corp. sued Veldt Motors Inc. over it. [s Veldt Pumps] [c said] [q it leaked].",
      "Veldt Pumps Corp. (organisation)",
    ],
    [
      "Quilland Co. and Norda Pumps Inc. closed. [s Quilland and Norda Pumps] [c said] [q it rained].",
      "Quilland Co. and Norda Pumps Inc. (organisation)",
    ],
  ],
  "a body that the text says what it is": [
    [
      "It is an ad by Harbour First, a civic organization based in Ostra. [s The organization] [c said] [q no].",
      "Harbour First (organisation)",
    ],
    ["It is an ad by Harbour First, a civic group. [s Harbour First] [c said] [q no].", "Harbour First (organisation)"],
    [
      "It was Harbour First, a civic group, and Clean Tides, a rural group. [s The group] [c said] [q no].",
      "group (organisation)",
    ],
    ["Tom Birch, a company founder, came. [s The company] [c said] [q no].", "company (organisation)"],
    ["In Lindholt, a group that fishes met. [s Lindholt] [c said] [q no].", "Tarvia (state)"],
  ],
  "a body that the text shows by what it says of it": [
    ["Velthuis shares fell. Tarvia fined Velthuis. [s Velthuis] [c said] [q it rained].", "Velthuis (organisation)"],
    ["[s Velthuis] [c said] [q it would close its yard]. It fined Velthuis.", "Velthuis (organisation)"],
    ["Tom Birch is an economist at Norda Capital. [s Norda] [c expects] [q rain].", "Norda Capital (organisation)"],
    [
      "They fined Velthuis & Marsh. [s Velthuis & Marsh], based in Ostra, [c said] [q no].",
      "Velthuis & Marsh (organisation)",
    ],
    [
      "It fined Norda. [s1 Norda and Velthuis], which own dikes, [c1 said] [q1 no].",
      "Norda and Velthuis (organisation)",
    ],
    ["A dike broke at Velthuis. [s Danish rival Velthuis] [c said] [q no].", "Velthuis (organisation)"],
    ["Norda's chief executive left Norda. [s Norda] [c said] [q no].", "Norda (organisation)"],
    ["It lies by the works of energy firm Norda Green. [s Norda Green] [c said] [q no].", "Norda Green (organisation)"],
    ["They met Norda Green's development director. [s Norda Green] [c said] [q no].", "Norda Green (organisation)"],
    [
      "Norda Terminals filed for creditor protection. [s Norda Terminals] [c said] [q no].",
      "Norda Terminals (organisation)",
    ],
    // A firm's man is none.
    ["They met Norda Green's friend. [s Norda Green] [c said] [q no].", "Norda Green (person)"],
    // Nothing is said that is said of bodies only.
    ["Tarvia fined Velthuis. [s Velthuis] [c said] [q it rained].", "Velthuis (person)"],
    ["Mara Velthuis came. A stake in Velthuis is sold. [s Velthuis] [c said] [q no].", "Mara Velthuis (person)"],
    ["Mr. Velthuis cut his work. [s Velthuis] [c said] [q no].", "Velthuis (person)"],
  ],
  "a company whose name is written otherwise": [
    ["VELTHUIS WORKS Inc. closed. [s Velthuis] [c said] [q no].", "VELTHUIS WORKS Inc. (organisation)"],
    ["UNIQUAY Corp. closed. [s UniQuay] [c said] [q no].", "UNIQUAY Corp. (organisation)"],
    ["Norda amp Marsh Co. closed. [s Norda amp Marsh Co.] [c said] [q no].", "Norda amp Marsh Co. (organisation)"],
    [
      "First of Ostra Bank Corp. closed. [s First of Ostra] [c said] [q no].",
      "First of Ostra Bank Corp. (organisation)",
    ],
    [
      "Quill's Bay Co. closed a shop. Shares of Quill's Bay fell. [s Quill's Bay] [c said] [q no].",
      "Quill's Bay Co. (organisation)",
    ],
    ["Security Norda Corp. closed. [s Security] [c said] [q no].", "Security Norda Corp. (organisation)"],
    ["[s Tom Birch of Norda Marsh & Co.] [c said] [q no].", "Tom Birch (person)"],
  ],
  "several companies as one": [
    [
      "[s1 Quilland Co. and Norda Inc.] [c1 said] [q1 no]. [s2 The companies] [c2 said] [q2 it won].",
      "Quilland Co. and Norda Inc. (organisation)",
      "Quilland Co. and Norda Inc. (organisation)",
    ],
    [
      "Quilland Co. sued Norda Inc. over it. [s The companies] [c said] [q no].",
      "Quilland Co. and Norda Inc. (organisation)",
    ],
    ["Quilland Co., Velt Inc. and Norda Inc. met. [s The companies] [c said] [q no].", "The companies (unnamed)"],
    ["[s SEPLO and the crew union UXO] [c said] [q no].", "SEPLO and UXO (organisation)"],
  ],
  "the company": [
    [
      "[s1 Quilland Co.] [c1 said] [q1 no]. [s2 The company] [c2 said] [q2 it won].",
      "Quilland Co. (organisation)",
      "Quilland Co. (organisation)",
    ],
    [
      "Quilland Co. closed a yard. [s The Lindholt, Tarvia, maker of pumps] [c said] [q it lost money].",
      "Quilland Co. (organisation)",
    ],
    [
      "Norda Inc. sold a yard. Quilland Co. closed a yard. [s The pump maker] [c said] [q it lost money].",
      "Quilland Co. (organisation)",
    ],
    [
      "A yard of Norda Inc. and of Quilland Co. closed. [s The company] [c said] [q it lost money].",
      "company (organisation)",
    ],
    [
      "Quilland Co. closed a yard. Pilots mocked [s the company’s] [c refusal] [q to talk].",
      "Quilland Co. (organisation)",
    ],
    ["Few share [s the pilots’] [c demand] that [q it stay open].", "the pilots (unnamed)"],
    ["Quilland Co. closed a yard. [s The parent company] [c said] [q it lost money].", "parent company (organisation)"],
  ],
  "a document of a body is the body's": [
    ["The port closed. [s The Water Board's first appeal] [c asks] [q for help].", "Water Board (organisation)"],
    ["The port closed. [s The Water Board plan] [c asks] [q for help].", "Water Board (organisation)"],
    [
      "Quilland Co. closed. [c According to] [s Quilland's estimates], [q it lost money].",
      "Quilland Co. (organisation)",
    ],
    ["[s Mayor Mara Quill's plan] [c asks] [q for help].", "Mayor Mara Quill's plan (unnamed)"],
  ],
  "documents keep what tells them from others": [
    ["[c According to] [s the excerpts], [q it leaked].", "excerpts (organisation)"],
    ["[q It leaked], [c according to] [s tide tables released Friday].", "tide tables released Friday (unnamed)"],
    [
      "[q It leaked], [c according to] [s test results released Friday].",
      "test results released Friday (organisation)",
    ],
    [
      "[s A commission appointed by Mayor Mara Quill] [c found] [q that it leaked].",
      "commission appointed by Mayor Mara Quill (organisation)",
    ],
    [
      "[s Records obtained by The Harbour Weekly] [c show] [q that it leaked].",
      "Records obtained by The Harbour Weekly (organisation)",
    ],
  ],
  "a body by its first noun": [
    [
      "She left the Church of the Tides. [s The Church] [c said] [q it was sorry].",
      "Church of the Tides (organisation)",
    ],
    [
      "She left the Church of Selwyn's hall in Ostra. [s The Church] [c said] [q no].",
      "Church of Selwyn (organisation)",
    ],
  ],
  "bodies that speak as one": [
    ["[s The Water Board and Ostra police] [c said] [q it leaked].", "Water Board and Ostra police (organisation)"],
    ["[s The Water Board and Mara Quill] [c said] [q it leaked].", "Water Board and Mara Quill (person)"],
    ["[s Harbour workers and Mayor Tom Birch] [c said] [q it leaked].", "Harbour workers and Tom Birch (person)"],
    [
      "Norda Inc. and Veldt Corp. sold. [s Quilland, Norda and Veldt] [c said] [q it leaked].",
      "Quilland, Norda Inc. and Veldt Corp. (organisation)",
    ],
    [
      "[s The Department of Tides and Human Services] [c said] [q no].",
      "Department of Tides and Human Services (organisation)",
    ],
  ],
  "what stands beside a source is no part of it": [
    ["[s Even with a full house, the Water Board] [c said] [q no].", "Water Board (organisation)"],
    ["[s Two surveys of anglers -- one by a bank --] [c showed] [q a lead].", "Two surveys of anglers (organisation)"],
    [
      "[s A Water Board member who supports Quill] [c said] [q no].",
      "A Water Board member who supports Quill (unnamed)",
    ],
    ["[s Mr. Contractors] [c said] [q no]. Many contractors came.", "Contractors (person)"],
    ["[s Contractors, like Tom Birch,] [c said] [q no]. Many contractors came.", "Contractors (unnamed)"],
    ["[s Zrcadlo Nord, an Internet paper of anglers,] [c said] [q no].", "Zrcadlo Nord (channel)"],
  ],
  "some polls are documents": [
    ["[s Some polls] [c show] [q her ahead].", "Some polls (organisation)"],
    ["[s Some parties] [c say] [q she is ahead].", "Some parties (unnamed)"],
  ],
  "a paper named in full before": [
    [
      "The Harbour Times had it first. The Times told more. [s The Times] [c said] [q it leaked].",
      "Harbour Times (channel)",
    ],
  ],
  "who is said to have sent a statement": [
    [
      "The Water Board said Tom Birch provided a written statement. [c According to] [s the statement], [q it leaked].",
      "Tom Birch (person)",
    ],
  ],
  "whose statement it is ends before what it tells": [
    [
      "A statement by the Dike Ministry described the raids as senseless. [q No], [s the statement] [c said].",
      "Dike Ministry (organisation)",
    ],
  ],
  "a company behind what it is, and guards that are a body": [
    ["[s The chip giant Hanvit] [c said] [q no].", "Hanvit (organisation)"],
    ["[s The publisher Quill] [c said] [q no].", "Quill (person)"],
    ["[s The coast guard] [c said] [q no].", "coast guard (organisation)"],
    ["[s A prison guard] [c said] [q no].", "A prison guard (unnamed)"],
  ],
  "who belongs to a body is not the body": [
    [
      "[s A source within the National Harbour Committee] [c said] [q no].",
      "A source within the National Harbour Committee (unnamed)",
    ],
    ["[s A producer for Norda Studios] [c said] [q no].", "A producer for Norda Studios (unnamed)"],
    ["[s A producer of Norda Studios films, Tom Birch,] [c said] [q no].", "Tom Birch (person)"],
    ["[s A committee for Harbour Safety] [c said] [q no].", "committee for Harbour Safety (organisation)"],
  ],
  "lands and cities are no persons": [
    ["[s Ohio] [c said] [q no].", "Ohio (state)"],
    ["[s The states of Ohio and Utah] [c said] [q no].", "Ohio and Utah (state)"],
    ["[s Ohio, Tarvia and Utah] [c said] [q no].", "Ohio, Tarvia and Utah (state)"],
    ["[s The city of Chicago] [c said] [q no].", "Chicago (organisation)"],
    ["Mara Utah came. [s Mara Utah] [c said] [q no].", "Mara Utah (person)"],
  ],
};

testSpeakers(CASES, { shown: (source) => (source ? `${source.name} (${source.kind})` : "") });

test("texts made to be slow take linear time", () => {
  for (const slow of ["AaBb&", "Aa Bb, a ", "Aa-", "Aa Bb Co. ", "Aa of Bb ABC ", "Aaa shares. ", "Aaa's Co. "]) {
    const start = performance.now();
    resolvePeople(foundIn(`[s Tom Birch] [c said] [q it leaked]. ${slow.repeat(20_000)}`), [TARVIA]);
    assert.ok(performance.now() - start < 10_000, slow);
  }
});
