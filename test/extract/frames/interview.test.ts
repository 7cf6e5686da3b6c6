import assert from "node:assert/strict";
import { test } from "node:test";
import { framesOf } from "./pages.ts";

/** The head of a page with an interview behind it: who asks, and who answers. */
const HEADS: readonly (readonly [string, readonly string[], string, string])[] = [
  ["a full name", ["# Interview with Ilse Brand"], "nobody", "Ilse Brand"],
  ["a day behind the name", ["# Interview with dive founder Ilse Brand Sunday, May 28, 2006"], "nobody", "Ilse Brand"],
  ["who asks", ["# Dry feet: Tidenews interviews diver Ilse Brand about gates"], "Tidenews", "Ilse Brand"],
  [
    "an initial",
    ["# Tidenews interviews Ilse J. Brand and Tom Birch of Dry Feet"],
    "Tidenews",
    "Ilse J. Brand and Tom Birch",
  ],
  [
    "a body in a title is nobody",
    [
      "# Tidenews interviews President of the International Sisterhood of Divers Wednesday, May 3, 2006",
      "May is the month of divers in the United Ports. Tidenews spoke with Ilse Brand, president of the sisterhood.",
    ],
    "Tidenews",
    "Ilse Brand",
  ],
  [
    "whom she talked to asks",
    ["# Interview with Ilse Brand", "On May 3, Ms. Brand sat down with Tom Birch for an interview at her office."],
    "Tom Birch",
    "Ilse Brand",
  ],
  [
    "whom somebody else talked to does not",
    ["# Interview with Ilse Brand", "On May 3, Mara Quill talked to Tom Birch about gates."],
    "nobody",
    "Ilse Brand",
  ],
  [
    "the passive",
    ["# Ilse Brand, gate keeper, interviewed by Tidenews Saturday, May 3, 2006"],
    "Tidenews",
    "Ilse Brand",
  ],
  [
    "a pronoun",
    ["# All about gates", "Ilse Brand heads the port. Tidenews interviewed her for May's Interview on May 3."],
    "Tidenews",
    "Ilse Brand",
  ],
  [
    "who asks behind the name",
    ["# Dry feet", "The gate keeper, Ilse Brand, spoke to the Tide Post on Monday about gates."],
    "the Tide Post",
    "Ilse Brand",
  ],
  [
    "a reporter behind a pronoun",
    [
      "# Interview: Gate keeper Ilse Brand on dry feet",
      "It was a wet year. On Monday she sat down with Tide Weekly's Tom Birch.",
    ],
    "Tom Birch",
    "Ilse Brand",
  ],
  [
    "the author of the talk is not who answers",
    ["# “We built two”", "Interview by Tom Birch", "Ilse Brand was a diver. She spoke with The Tide Review on 3 May."],
    "Tom Birch",
    "Ilse Brand",
  ],
  [
    "an office in the title, its name below",
    ["# An interview with the mayor of Tornby", "The mayor, Ilse Brand, talked to the Tide Post."],
    "the Tide Post",
    "Ilse Brand",
  ],
  [
    "a pronoun, other sentences between",
    [
      "# All about gates",
      "Ilse Brand heads the port. It has never been dry. The Tide Post spoke to her on Tuesday at the dike.",
    ],
    "The Tide Post",
    "Ilse Brand",
  ],
  ["minutes with somebody", ["# Five minutes with... Ilse Brand, the gate keeper"], "nobody", "Ilse Brand"],
  ["a name before the colon", ["# Ilse Brand: An Interview with the 'Gate Poet'"], "nobody", "Ilse Brand"],
  [
    "nobody by name: no place, no words with a capital",
    [
      "# Tidenews interviews New Tornby bar owner on gates",
      "Tidenews interviewed one of the owners of a New Tornby bar about gates.",
    ],
    "Tidenews",
    "one of the owners of a New Tornby bar",
  ],
];

const TALK = ["Do you like gates?", "I do. We built two.", "Will they open?", "I hope so.", "My son hopes so."];

test("whom an interview without labels is with, and who asks", async (t) => {
  for (const [name, head, asks, answers] of HEADS)
    await t.test(name, () =>
      assert.deepEqual(framesOf([...head, ...TALK]), [
        `interview | ${asks} | Do you like gates?`,
        `interview | ${answers} | I do. We built two.`,
        `interview | ${asks} | Will they open?`,
        `interview | ${answers} | I hope so.`,
      ]),
    );
});

test("the last answer is no longer than those before, and only as long as somebody speaks of himself", () => {
  const frames = framesOf([
    "# Interview with Ilse Brand",
    "How did you come to dive",
    "I was born so.",
    "My father dived.",
    "Will you go on?",
    "I will.",
    "I must.",
    "I hope so.",
  ]);
  assert.equal(frames.at(-1), "interview | Ilse Brand | I will. / I must.");
});

/** What stands behind the first question and behind the second, and which of it the one who asks says. */
const BETWEEN_ANSWERS: readonly {
  readonly name: string;
  readonly first: readonly string[];
  readonly second?: readonly string[];
  readonly told: readonly string[];
}[] = [
  {
    name: "single answers",
    first: ["I do.", "The port says it wrote in March.", "That is not true. We never had a letter."],
    told: ["The port says it wrote in March."],
  },
  {
    name: "answers of three paragraphs are not cut",
    first: ["I do.", "The gates are old and heavy.", "We built two."],
    second: ["I hope so.", "The water is high.", "We shall see."],
    told: [],
  },
  {
    name: "nor those in which she speaks of herself",
    first: ["I do.", "My father built one, you know.", "We built two."],
    told: [],
  },
  {
    name: "nor of three sentences to anybody",
    first: ["I do.", "A gate is heavy. That is known. You lift it, you wait.", "We built two."],
    told: [],
  },
  {
    name: "words printed twice part no answers",
    first: [
      "I do. They never once kept me dry.",
      "“They never once kept me dry”",
      "Critics argue they came too late.",
      "We hear that. They did.",
    ],
    told: ["Critics argue they came too late."],
  },
];

test("what is told to somebody between two answers is the one's who asks", async (t) => {
  for (const { name, first, second = ["I hope so."], told } of BETWEEN_ANSWERS)
    await t.test(name, () => {
      const talk = ["Do you like gates?", ...first, "Will they open?", ...second, "Is it late?", "We think so."];
      const asked = framesOf(["# Tidenews interviews Ilse Brand", ...talk])
        .filter((frame) => frame.includes("| Tidenews |"))
        .map((frame) => frame.split(" | ").at(-1));
      assert.deepEqual(asked, ["Do you like gates?", ...told, "Will they open?", "Is it late?"]);
    });
});

test("three questions are put to the one whose words the headline has", async (t) => {
  const talk = [...TALK.slice(0, 4), "Is it late?", "We think so."];
  for (const [headline, answers] of [
    ["# Keeper Ilse Brand: ‘We built two’", "Ilse Brand"],
    ["# ‘We built two’: gate keeper Ilse Brand on the flood", "Ilse Brand"],
    // Nobody's words.
    ["# Ilse Brand: two gates in a year", null],
  ] as const)
    await t.test(headline, () =>
      assert.deepEqual(
        framesOf([headline, ...talk]).filter((_, i) => i % 2 === 1),
        answers === null
          ? []
          : ["I do. We built two.", "I hope so.", "We think so."].map((a) => `interview | ${answers} | ${a}`),
      ),
    );
});

test("whose words the headline has answers whoever writes the page", () => {
  const talk = [...TALK.slice(0, 4), "Is it late?", "We think so."];
  const head = [
    "# ‘We built two’: gate keeper Ilse Brand on the flood",
    "A year on, the keeper who warned of it talks to Tom Birch about blame",
    "Ilse Brand meets me at the gates.",
  ];
  assert.deepEqual(
    framesOf([...head, ...talk, "This interview has been edited for length."]).map((f) =>
      f.split(" | ").slice(1).join(" | "),
    ),
    [0, 1, 2].flatMap((k) => [
      `Tom Birch | ${[TALK[0], TALK[2], "Is it late?"][k]}`,
      `Ilse Brand | ${[TALK[1], TALK[3], "We think so."][k]}`,
    ]),
  );
});
