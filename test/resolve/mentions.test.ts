import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../src/read/read.ts";
import type { Found } from "../../src/model/statement.ts";
import { fieldOf } from "../../src/resolve/field.ts";
import { namesIn } from "../../src/resolve/people/names/mentions.ts";
import { foundOf } from "../extract/found.ts";
import { documentOf, paragraphsOf } from "../read/documentOf.ts";
import { TARVIA } from "./marked.ts";

function namedIn(document: Found["document"]): string[] {
  const { reading } = read(document);
  const { mentions } = namesIn(foundOf(reading), fieldOf([TARVIA]));
  return mentions.map((m) => `${document.text.slice(m.from, m.to)}${m.quoted ? " quoted" : ""} = ${m.person.name}`);
}

/** A text, and each place in it that names a person, with the person. */
const CASES: readonly (readonly [text: string, ...mentions: string[]])[] = [
  [
    "On Monday Mara Quill met Foreign Minister Joost Meerveld.",
    "Mara Quill = Mara Quill",
    "Joost Meerveld = Joost Meerveld",
  ],
  ["The dam in Port Selwyn burst. But Tom Birch stayed.", "Tom Birch = Tom Birch"],
  ["North Korea and the United States met in Hanoi."],
  ["The Ministry of Defence said no."],
  [
    "Ms. Željka Šimić-O’Brien and J. R. Marsh left.",
    "Željka Šimić-O’Brien = Željka Šimić-O'Brien",
    "J. R. Marsh = J. R. Marsh",
  ],
  ["Quill left."],
  ["Mr. Quill left. Quill came back.", "Quill = Quill", "Quill = Quill"],
  ["Mara Quill stayed. “Quill is ill,” they said.", "Mara Quill = Mara Quill", "Quill quoted = Mara Quill"],
  ["Mara Quill stayed in Quill Tower.", "Mara Quill = Mara Quill"],
  ["Secretary of State Adam Crewe left.", "Adam Crewe = Adam Crewe"],
  ["Tarvian Bela Marn and Otto Solwan left.", "Bela Marn = Bela Marn", "Otto Solwan = Oto Solvan"],
  ["He came last June. Last June Dora Marsh left.", "Dora Marsh = Dora Marsh"],
  ["They met Tom Birch Sunday.", "Tom Birch = Tom Birch"],
  ["Jan Orvik left in April.", "Jan Orvik = Jan Orvik"],
];

for (const [text, ...mentions] of CASES) test(text, () => assert.deepEqual(namedIn(paragraphsOf(text)), mentions));

test("capitals of a headline make no names, but known ones are found there", () => {
  const document = documentOf([
    ["headline", "Quill Says Old Dam Is Safe"],
    ["paragraph", "Mara Quill was calm."],
  ]);
  assert.deepEqual(namedIn(document), ["Quill = Mara Quill", "Mara Quill = Mara Quill"]);
});

/** A text, and for each person in it what the text says he is. */
const DESCRIBED: readonly (readonly [text: string, described: Readonly<Record<string, readonly string[]>>])[] = [
  [
    "President Mara Quill meets his Tarvian counterpart Tom Birch. It rained hours before Dike President Ilse Brand left.",
    { "Mara Quill": ["President"], "Tom Birch": ["Tarvian counterpart"], "Ilse Brand": ["Dike President"] },
  ],
  [
    "Tarvia''s leader Jon Marsh left. They met Hana Sol, the mayor of Ostra.",
    { "Jon Marsh": ["leader"], "Hana Sol": ["the mayor of Ostra"] },
  ],
  [
    "There were Hana Sol, the mayor, Tom Birch, director of the port, Ilse Brand, secretary of the board and Jon Marsh, editor of the paper.",
    {
      "Hana Sol": ["the mayor"],
      "Tom Birch": ["director of the port"],
      "Ilse Brand": ["secretary of the board"],
      "Jon Marsh": ["editor of the paper"],
    },
  ],
  ["In New Selwyn, the mayor, Tom Birch, said no.", { "Tom Birch": ["the mayor"] }],
  [
    "Tom Birch, minister of Trade and Foreign Affairs, left.",
    { "Tom Birch": ["minister of Trade and Foreign Affairs"] },
  ],
  ["An aide to Tom Birch left.", { "Tom Birch": [] }],
];

test("what the text says somebody is ends at a verb, a stop and the next name", async (t) => {
  for (const [text, described] of DESCRIBED)
    await t.test(text, () => {
      const { persons } = namesIn(foundOf(read(paragraphsOf(text)).reading), fieldOf([TARVIA]));
      assert.deepEqual(Object.fromEntries(persons.all.map((one) => [one.name, one.described])), described);
    });
});
