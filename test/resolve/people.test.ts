import assert from "node:assert/strict";
import { test } from "node:test";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";
import { type SpeakerCases, testSpeakers } from "./speakerCases.ts";

/** Who speaks in each statement of a marked text, in the order of its numbers: the name, and the kind where it is no person. */
const CASES: SpeakerCases = {
  "short names": [
    ["Mara Quill came. [s Quill] [c said] [q it leaked].", "Mara Quill"],
    ["Mara Quill came. [s Ms. Quill] [c said] [q it leaked].", "Mara Quill"],
    ["Mayor Bill de Vries came. [s De Vries] [c said] [q it leaked].", "Bill de Vries"],
    ["Sen. Tom Birch (D-Mass.) came. [s Birch] [c said] [q it leaked].", "Tom Birch"],
    ["Kim Yong Su came. [s Kim] [c said] [q it leaked].", "Kim Yong Su"],
    [
      "[s1 George W. Marsh] [c1 said] [q1 no]. [s2 George Marsh] [c2 said] [q2 yes].",
      "George W. Marsh",
      "George W. Marsh",
    ],
    ["[s1 Mike Ellery] [c1 said] [q1 no]. [s2 Michael Ellery] [c2 said] [q2 yes].", "Mike Ellery", "Mike Ellery"],
  ],
  "two of one surname": [
    ["Ante Marsh and Zora Marsh came. [s Mr. Marsh] [c said] [q it leaked].", "Ante Marsh"],
    ["Ante Marsh and Zora Marsh came. [s Ms. Marsh] [c said] [q it leaked].", "Zora Marsh"],
    ["Ante Marsh and Zora Marsh came. [s Marsh] [c said] [q it leaked].", "Marsh"],
    ["Senator Ante Marsh met Governor Zora Marsh. [s Governor Marsh] [c said] [q it leaked].", "Zora Marsh"],
    [
      "Zora Marsh came. Marsh sat down. Marsh was late. Marsh smiled. Her father Ante Marsh won in 1970. [s Marsh] [c said] [q it leaked].",
      "Zora Marsh",
    ],
    [
      "Zora Marsh came. Her father Ante Marsh won in 1970. It rained. It snowed. It froze. [s Marsh] [c said] [q it leaked].",
      "Zora Marsh",
    ],
  ],
  "spellings of a pack": [
    ["[s Otto Solwan] [c said] [q it leaked].", "Oto Solvan"],
    ["[s1 Otto Solwan] [c1 said] [q1 no]. [s2 Oto Solvan] [c2 said] [q2 yes].", "Oto Solvan", "Oto Solvan"],
    ["[s President Solvan] [c said] [q it leaked].", "Oto Solvan"],
    ["[s Solvan] [c said] [q it leaked].", "Solvan"],
  ],
  "he and she": [
    ["[s1 Mara Quill] [c1 said] [q1 no]. [s2 She] [c2 said] [q2 yes].", "Mara Quill", "Mara Quill"],
    ["[s1 Mr. Birch] [c1 said] [q1 no]. It rained. It snowed. [s2 He] [c2 said] [q2 yes].", "Birch", "Birch"],
    ["Mara Quill met Tom Birch. [s He] [c said] [q it leaked].", "Tom Birch"],
    ["Mara Quill met Tom Birch. [s She] [c said] [q it leaked].", "Mara Quill"],
    ["Tom Birch opened the gate. [q “Paul Reed is wrong,”] [s he] [c said].", "Tom Birch"],
    ["Tom Birch told Paul Reed to go. [s He] [c said] [q it leaked].", "Tom Birch"],
    ["Spokeswoman Ruslana Kvit sat beside Tom Birch. [s She] [c said] [q it leaked].", "Ruslana Kvit"],
    ["[s1 Tom Birch] [c1 said] [q1 [s2 he] [c2 hoped] [q2 to win]].", "Tom Birch", "Tom Birch"],
    ["Paul Reed is ill. [s1 Mara Quill] [c1 said] [q1 [s2 he] [c2 hoped] [q2 to win]].", "Mara Quill", "Paul Reed"],
    ["Tom Birch and Paul Reed came. [s He] [c said] [q it leaked].", " none"],
    ["[s He] [c said] [q it leaked].", " none"],
    ["Paul Reed was out. [q1 “[s2 He] [c2 says] [q2 it leaks],”] [s1 Tom Birch] [c1 said].", "Tom Birch", "Paul Reed"],
  ],
  "we and I": [["[q1 “[s2 I] [c2 expect] [q2 rain],”] [s1 Tom Birch] [c1 said].", "Tom Birch", "Tom Birch"]],
  "they and it": [
    [
      "[s1 The researchers] [c1 said] [q1 no]. [s2 They] [c2 said] [q2 yes].",
      "The researchers unnamed",
      "The researchers unnamed",
    ],
    [
      "[s1 The ministry] [c1 said] [q1 no]. [s2 It] [c2 said] [q2 yes].",
      "ministry organisation",
      "ministry organisation",
    ],
    ["The peasants met outside the gate. [s They] [c demanded] [q water].", "peasants unnamed"],
    ["[s They] [c said] [q it leaked].", "They unnamed"],
  ],
  who: [
    ["He met Tom Birch, [s who] [c said] [q it leaked].", "Tom Birch"],
    ["He met Tom Birch (D-Mass.), [s who] [c said] [q it leaked].", "Tom Birch"],
    ["He met his allies in Congress, [s who] [c said] [q it leaked].", "his allies in Congress unnamed"],
    ["He met Tom Birch and many engineers, [s who] [c said] [q it leaked].", "many engineers unnamed"],
  ],
  descriptions: [
    ["Governor Ana Ruiz came. [s The governor] [c said] [q it leaked].", "Ana Ruiz"],
    ["Sen. Tom Birch came. [s The senator] [c said] [q it leaked].", "Tom Birch"],
    ["Ilse Brand, the chief engineer of the port, came. [s The engineer] [c said] [q it leaked].", "Ilse Brand"],
    ["Senator Tom Birch and Governor Ana Ruiz came. [s The governor] [c said] [q it leaked].", "Ana Ruiz"],
    ["Republican nominee Tom Birch came. [s The candidate] [c said] [q it leaked].", "Tom Birch"],
    ["Ana Ruiz opened the hall. [s The billionaire] [c said] [q it leaked].", "Ana Ruiz"],
    ["Tom Birch came. [s The president] [c said] [q it leaked].", "president office"],
    ["[s A governor] [c said] [q it leaked].", "A governor unnamed"],
    ["Governor Ana Ruiz came. [s A governor] [c said] [q it leaked].", "A governor unnamed"],
  ],
  "offices at the date of the article": [
    ["Oto Solvan met Bela Marn. [s The president] [c said] [q it leaked].", "Oto Solvan"],
    ["Oto Solvan met Bela Marn. [s The former president] [c said] [q it leaked].", "Bela Marn"],
    ["Oto Solvan met Bela Marn. [s The then president] [c said] [q it leaked].", "Bela Marn"],
    ["Oto Solvan met Piet Holm. [s The Tarvian president] [c said] [q it leaked].", "Oto Solvan"],
    ["Oto Solvan met Piet Holm. [s The Ostrelian leader] [c said] [q it leaked].", "Piet Holm"],
    ["Oto Solvan met Piet Holm. [s The president of Ostrel] [c said] [q it leaked].", "Piet Holm"],
    ["Oto Solvan met Piet Holm. [s The president] [c said] [q it leaked].", "president office"],
    ["Oto Solvan came. [s The president of Quarn] [c said] [q it leaked].", "president of Quarn office"],
  ],
  kin: [
    ["Oto Solvan and Ilka Solvan came. [s Oto Solvan’s sister] [c said] [q it leaked].", "Ilka Solvan"],
    ["Oto Solvan came with Ilka Solvan. He sat. [s His sister] [c said] [q it leaked].", "Ilka Solvan"],
    ["Oto Solvan came. [s Solvan’s sister] [c said] [q it leaked].", "Solvan’s sister unnamed"],
  ],
  "states and bodies": [
    ["[s Lindholt] [c said] [q it leaked].", "Tarvia state"],
    ["[s the Amber Palace] [c said] [q it leaked].", "Tarvia state"],
    ["Tarvia is far. [s The East] [c said] [q it leaked].", "Tarvia state"],
    ["It was dark. [s The East] [c said] [q it leaked].", "East organisation"],
    ["Tarvia flooded. [s The OB] [c said] [q it leaked].", "Office of Bridges organisation"],
    ["It flooded. [s The OB] [c said] [q it leaked].", "OB organisation"],
    ["[s The WB] [c said] [q it leaked].", "Water Board organisation"],
    ["The Tarvian Flood Office (TFO) met. [s TFO] [c said] [q it leaked].", "Tarvian Flood Office organisation"],
    ["Mara Quill ran. [s Her campaign] [c said] [q it leaked].", "Mara Quill's campaign organisation"],
    [
      "[s1 A new Harbour Post survey] [c1 found] [q1 no]. [s2 The survey] [c2 showed] [q2 yes].",
      "Harbour Post survey organisation",
      "Harbour Post survey organisation",
    ],
  ],
  documents: [
    [
      "The Water Board on Friday issued a statement. [s The statement] [c said] [q it leaked].",
      "Water Board organisation",
    ],
    [
      "Jan Orvik, head of a party, made public a statement on the flood. [s The statement] [c said] [q it leaked].",
      "Jan Orvik",
    ],
    [
      "[s1 Zrcadlo, a newspaper published in Lindholt,] [c1 reported] [q1 no]. [s2 The article] [c2 said] [q2 yes].",
      "Zrcadlo channel",
      "Zrcadlo channel",
    ],
    [
      "[s1 The TTA] [c1 reported] [q1 no]. [s2 The agency] [c2 said] [q2 yes].",
      "Tarvian Telegraph Agency channel",
      "Tarvian Telegraph Agency channel",
    ],
    ["[s The statement] [c said] [q it leaked].", "statement organisation"],
  ],
  "nobody by name": [
    ["[s Republicans] [c said] [q it leaked].", "Republicans unnamed"],
    ["[s House Democrats] [c said] [q it leaked].", "House Democrats unnamed"],
    ["[s A majority of voters] [c said] [q it leaked].", "A majority of voters unnamed"],
    [
      "[s Current and former officials who spoke with the Post] [c said] [q it leaked].",
      "Current and former officials who spoke with the Post unnamed",
    ],
    ["[s NBC News colleague Mats Holm] [c said] [q it leaked].", "Mats Holm"],
    ["[s Mr. Trane's news conference] [c showed] [q it leaked].", "Mr. Trane's news conference unnamed"],
  ],
  "an office goes on as he": [
    [
      "[s1 The chairman of the dike board] [c1 said] [q1 Oto Solvan built it]. [s2 He] [c2 praised] [q2 the builders].",
      "chairman of the dike board office",
      "chairman of the dike board office",
    ],
    [
      "[s1 The chairwoman of the dike board] [c1 said] [q1 no]. Tom Birch stood up. [s2 He] [c2 said] [q2 yes].",
      "chairwoman of the dike board office",
      "Tom Birch",
    ],
    [
      "[s1 A spokesman for the Tarvian Water Office] [c1 said] in a statement [q1 no]. [s2 It] [c2 said] [q2 yes].",
      "spokesman for the Tarvian Water Office office",
      "spokesman for the Tarvian Water Office office",
    ],
  ],
  "what was issued": [
    ["Tom Birch came. [s The letter from Birch] [c said] [q it leaked].", "Tom Birch"],
    [
      "[s1 Tom Birch] in a statement [c1 said] [q1 no]. [s2 The statement] [c2 said] [q2 yes].",
      "Tom Birch",
      "Tom Birch",
    ],
    [
      "The dike board issued a bulletin. [s1 The bulletin] in an article [c1 said] [q1 no]. [s2 It] [c2 said] [q2 yes].",
      "dike board organisation",
      "dike board organisation",
    ],
    [
      "The Water Board put up an article with a photo by Tom Birch. [s The article] [c said] [q it leaked].",
      "article organisation",
    ],
    [
      "Ilka Solvan received a letter from Tom Birch. [s1 He] [c1 said] in the letter that [q1 no]. [s2 He] [c2 hoped] [q2 so].",
      "Tom Birch",
      "Tom Birch",
    ],
    [
      "The Ostrelian paper Vesna carried an article. [s1 It] [c1 said] [q1 no]. [s2 The paper] [c2 said] [q2 yes].",
      "Vesna channel",
      "Vesna channel",
    ],
    [
      "[s1 The Harbour Union] [c1 said] [q1 no]. [s2 The organization] [c2 said] [q2 yes].",
      "Harbour Union organisation",
      "Harbour Union organisation",
    ],
    [
      "[s1 The Harbour Union] [c1 said] [q1 [s2 Tarvia] [c2 wanted] [q2 peace]]. [s3 It] [c3 called] [q3 it a lie].",
      "Harbour Union organisation",
      "Tarvia state",
      "Harbour Union organisation",
    ],
  ],
  "speakers at a gathering": [
    ["At the rally speakers spoke of the flood. It rained. [s They] [c said] [q it leaked].", "speakers unnamed"],
    ["Tom Birch and Ana Ruiz made speeches. [s They] [c said] [q it leaked].", "Tom Birch and Ana Ruiz"],
  ],
  "a participle has the subject of its sentence": [
    ["[c1 Recalling] [q1 the flood], [s2 Mara Quill] [c2 said] [q2 it leaked].", "Mara Quill", "Mara Quill"],
    ["[s1 Mara Quill] [c1 said] [q1 it leaked], [c2 urging] [q2 the board to act].", "Mara Quill", "Mara Quill"],
    ["The Water Board held a meeting [c denouncing] [q the plan].", "Water Board organisation"],
    ["[c according to] [q it].", ""],
  ],
  "words around a name": [
    ["[s The Harbour Board on Friday strongly] [c denounced] [q it].", "Harbour Board organisation"],
    ["The chairman of the [s Dike Union of Ostrel] [c said] [q no].", "chairman of the Dike Union of Ostrel office"],
    ["Ilse Brand, [s head of the dike board,] [c said] [q no].", "Ilse Brand"],
    ["[s Ana Vega Soto] [c said] [q no]. [s2 Vega] [c2 said] [q2 yes].", "Ana Vega Soto", "Ana Vega Soto"],
    ["Watching CNC-based tools, Tom Birch smiled. [s He] [c said] [q it leaked].", "Tom Birch"],
    [
      "[q1 Oto Solvan will come], [s1 Tom Birch] [c1 said]. [q2 Oto Solvan is late], [s2 he] [c2 added].",
      "Tom Birch",
      "Tom Birch",
    ],
  ],
  "the one channel named": [
    [
      "[s1 The TTA] [c1 said] [q1 no]. It rained. [s2 The state media] [c2 said] [q2 yes].",
      "Tarvian Telegraph Agency channel",
      "Tarvian Telegraph Agency channel",
    ],
    [
      "[s1 The TTA] [c1 said] [q1 a]. [s2 The newspaper Zrcadlo] [c2 said] [q2 b]. [s3 The state media] [c3 said] [q3 c].",
      "Tarvian Telegraph Agency channel",
      "Zrcadlo channel",
      "state media channel",
    ],
  ],
  "they and it beside their subject": [
    ["Those concerned of the port barred the divers. [s They] [c said] [q no].", "Those concerned of the port unnamed"],
    ["At least ten unions of Ostrel met. [s They] [c said] [q no].", "At least ten unions of Ostrel unnamed"],
    ["Three divers of the port came. [s They] [c said] [q no].", "Three divers of the port unnamed"],
    ["The port unions held a rally at which [s they] [c demanded] [q pay].", "The port unions unnamed"],
    [
      "The Union of Divers held a rally in Lindholt at which [s it] [c demanded] [q pay].",
      "Union of Divers organisation",
    ],
    ["The workers fired flares. Both piers lie south. [s They] [c said] [q no].", "workers unnamed"],
    [
      "Accusing the port of neglect, the Dike Board closed the gate. [s It] [c said] [q no].",
      "Dike Board organisation",
    ],
    ["The Council on Tides Wednesday held a rally. [s It] [c said] [q no].", "Council on Tides organisation"],
    // Who is told of by a bare noun goes on, not the body that spoke before.
    [
      "[s The Dike Board] [c said] [q the guard slept]. The office rejected the story. [s2 It] [c2 said] [q2 no].",
      "Dike Board organisation",
      "office organisation",
    ],
    [
      "[s The Dike Board] [c said] [q the guard slept]. The story was false. [s2 It] [c2 said] [q2 no].",
      "Dike Board organisation",
      "Dike Board organisation",
    ],
    // What is said before the comma is no subject of the one who says it.
    ["[q Dikes must be mended], [s they] [c said].", "they unnamed"],
    ["Both piers lie south. [s They] [c said] [q no].", "They unnamed"],
    ["[s This] [c shows] [q decay].", " none"],
  ],
  "the organisation, the secretary, the speaker": [
    [
      "[s1 The Dike Board] [c1 said] [q1 it rained]. [q2 [s3 The high court] [c3 ruled] [q3 so]], [s2 the organisation] [c2 said].",
      "Dike Board organisation",
      "Dike Board organisation",
      "high court organisation",
    ],
    [
      "General Secretary Oto Brand came. [s1 The secretary of the Dike Board] [c1 said] [q1 no]. [s2 The secretary] [c2 added] [q2 more].",
      "secretary of the Dike Board office",
      "secretary of the Dike Board office",
    ],
    ["Mara Quill made a speech. [s The speaker] [c said] [q no].", "Mara Quill"],
    [
      "[s1 Mara Quill] [c1 said] in her report that [q1 it leaked]. [s2 The reporter] [c2 said] [q2 no].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "[s1 Mara Quill] [c1 said] at the banquet [q1 it leaked]. [s2 The speaker] [c2 noted] [q2 Oto Brand was ill].",
      "Mara Quill",
      "Mara Quill",
    ],
    ["[s The speaker] [c said] [q no].", "speaker office"],
  ],
  "many and one, inside and outside": [
    [
      "[s The chairman of the Dike Board, the mayor of the port and other speakers] [c said] [q no].",
      "chairman of the Dike Board, the mayor of the port and other speakers office",
    ],
    [
      "[q1 It rains], [c1 said] [s1 the chairman of the Dike Board]. [q2 Oto Brand has won the race], [s2 he] [c2 added].",
      "chairman of the Dike Board office",
      "chairman of the Dike Board office",
    ],
  ],
  "whose a document is": [
    [
      "A declaration in the name of twenty divers was read. [s The declaration] [c said] [q divers from all ports are ready].",
      "twenty divers unnamed",
    ],
    ["Zrcadlo carried an article titled “Gates” by Mara Quill. [s The article] [c said] [q no].", "Mara Quill"],
    [
      "Zrcadlo carried an article. The article was written by Mara Quill. [s The article] [c said] [q no].",
      "Mara Quill",
    ],
    [
      "In a commentary on Friday [s1 Mara Quill] [c1 blamed] [q1 the port]. [s2 The commentary] [c2 said] [q2 no].",
      "Mara Quill",
      "Mara Quill",
    ],
    [
      "The Dike Board in its bulletin No. 4 carried a map. [s The bulletin] [c said] [q no].",
      "Dike Board organisation",
    ],
    [
      "[s1 A resolution read out at the rally] [c1 said] [q1 no]. [s2 The resolution] [c2 added] [q2 more].",
      "resolution read out at the rally organisation",
      "resolution read out at the rally organisation",
    ],
  ],
  "cut short by a reader": [
    [
      "The Divers Union, the Dike Board and the Action for Clean Water held a rally in Lindholt. [s They] [c said] [q no].",
      "Divers Union, Dike Board and Action for Clean Water organisation",
    ],
    ["Mara Quill, head of the Dike Board, and [s other speakers] [c said] [q no].", "Mara Quill and other speakers"],
    ["The “Forum for Tides”, [s a civic group], [c said] [q no].", "Forum for Tides organisation"],
    ["“It leaks,” [s the mayor] [c said] [q no].", "mayor office"],
  ],
  "a finite verb without a source": [
    ["The Dike Board in Lindholt [c denounced] [q the port].", "Dike Board organisation"],
    ["[q The port] [c was denounced] for [q its neglect].", ""],
  ],
  "two who speak as one": [
    ["[s Jan Orvik, head of the board, and Ana Ruiz, its secretary,] [c praised] [q it].", "Jan Orvik and Ana Ruiz"],
    ["[s Jan Orvik, head of the board, and its secretary Ana Ruiz] [c said] [q it leaked].", "Jan Orvik and Ana Ruiz"],
  ],
};

testSpeakers(CASES);

test("every place that names somebody is listed with him, in the order of the text", () => {
  const found = foundIn(
    "Mara Quill came. Tom Birch left. [s Ms. Quill] [c said] [q it leaked]. [s2 Officials] [c2 said] [q2 no].",
  );
  const { text } = found.document;
  const people = resolvePeople(found, [TARVIA]).entities;
  assert.deepEqual(
    people.map(({ id, name, kind, mentions }) => [id, name, kind, mentions.map((m) => text.slice(m.from, m.to))]),
    [
      ["p1", "Mara Quill", "person", ["Mara Quill", "Quill"]],
      ["p2", "Tom Birch", "person", ["Tom Birch"]],
      ["p3", "Officials", "unnamed", ["Officials"]],
    ],
  );
});

test("states, places, bodies by their short forms, and descriptions of persons are listed", () => {
  const found = foundIn(
    "Oto Solvan met divers in Lindholt. Lindholt has agreed to pay. The Tarvian Flood Office (TFO) met. TFO went. The Tarvian leader left. Ostrel Mobile rang. [s Tom Birch] [c said] [q it leaked].",
  );
  const { text } = found.document;
  const listed = resolvePeople(found, [TARVIA]).entities.map(
    ({ name, kind, mentions }) => `${kind} ${name}: ${mentions.map((m) => text.slice(m.from, m.to)).join(" | ")}`,
  );
  assert.deepEqual(listed, [
    "person Oto Solvan: Oto Solvan | The Tarvian leader",
    "place Lindholt: Lindholt",
    "state Tarvia: Lindholt",
    "organisation Tarvian Flood Office: TFO | TFO",
    "person Tom Birch: Tom Birch",
  ]);
});

test("the words at any place are read as the sources are", () => {
  const found = foundIn("Governor Ana Ruiz came, and she waved. [s Tom Birch] [c said] [q the governor smiled].");
  const { text } = found.document;
  const people = resolvePeople(found, [TARVIA]);
  const at = (words: string): string | undefined => {
    const from = text.indexOf(words);
    return people.named({ from, to: from + words.length })?.name;
  };
  assert.deepEqual([at("she"), at("the governor"), at("Tom Birch")], ["Ana Ruiz", "Ana Ruiz", "Tom Birch"]);
  assert.equal(people.named(null), null);
});

test("many people of one name, and many documents, take linear time", () => {
  const one = "[s Mr. Kim] [c said] [q so].";
  for (const piece of [
    "Senator Abc Kim said so. The senator left. ",
    "The statement was issued. He went. ",
    "Abc Def, Ghi Jkl, ",
  ]) {
    const found = foundIn(`${piece.repeat(6_000)} ${one}`);
    const start = performance.now();
    resolvePeople(found, [TARVIA]);
    assert.ok(performance.now() - start < 4_000, piece);
  }
});
