import assert from "node:assert/strict";
import { test } from "node:test";
import { isEdtf } from "../../src/archive/edtf.ts";
import { insteadOf } from "../../src/archive/instead.ts";
import { nameMeant } from "../../src/archive/named.ts";
import { personFacts } from "../../src/archive/person.ts";
import { merge } from "../../src/archive/names.ts";
import { snippetOf } from "../../src/archive/snippet.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Query } from "../../src/store/store.ts";
import { NOON, record, report } from "../store/reports.ts";
import { onBoth } from "./onBoth.ts";

/** The snippet with what was found between brackets. */
function shown(words: string, typed: string | undefined, room = 200): string {
  const { text, found } = snippetOf(words, typed, room);
  let out = "";
  let end = 0;
  for (const [from, to] of found) {
    out += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  return out + text.slice(end);
}

const LONG = `${"word ".repeat(60)}the mines ${"more ".repeat(60)}`.trim();

test("the words looked for are marked as the search finds them", () => {
  for (const [words, typed, expected] of [
    ["to clear the Mines", "mines", "to clear the [Mines]"],
    ["Łódź and São Paulo", "sao lodz", "Łódź and [São] Paulo"],
    ["self-reliance, and self reliance", "self-reliance", "[self-reliance], and [self reliance]"],
    ["sanction, sanctions, sanctioned", "sanctions*", "sanction, [sanctions], sanctioned"],
    ["sanction, sanctions, sanctioned", "sanction*", "[sanction], [sanctions], [sanctioned]"],
    ["clear the mines and the roads", '"the mines"', "clear [the mines] and the roads"],
    ["the mines and the roads", '"the mines" mines and', "[the mines] [and] the roads"],
    ["open gates and shut gates", "gates -war", "open [gates] and shut [gates]"],
    ["nothing of it", undefined, "nothing of it"],
    ["nothing of it", "-only", "nothing of it"],
    ["broken\n  over lines", "over", "broken [over] lines"],
    ["핵 억제력", "핵", "[핵] 억제력"],
  ] as const)
    assert.equal(shown(words, typed), expected, typed);
});

test("a long text is cut around the first words found, between words", () => {
  const cut = shown(LONG, "mines", 120);
  assert.match(cut, /^… word .* the \[mines\] more .*more …$/);
  assert.ok(cut.length < 140, String(cut.length));
  assert.match(shown(LONG, undefined, 20), /^word word word word …$/);
  assert.equal(shown("x".repeat(300), "x", 50).length, 52);
});

test("dates as Hearsay writes them are told from what is none", () => {
  for (const date of [
    "2021",
    "2021-01",
    "2021-01-07",
    "2021-21",
    "2024-02-29",
    "2021-01-07T08:33:00Z",
    "2021-01-07~",
    "2021-01-05/..",
    "../2021",
    "2021-01/2021-03",
  ])
    assert.ok(isEdtf(date), date);
  for (const date of [
    "",
    "7 January",
    "2021-13",
    "2021-01-32",
    "2023-02-29",
    "2021-25",
    "2021-21-01",
    "21",
    "..",
    "../..",
    "/",
    "2021-01-05/2021-01-06/2021-01-07",
    "2021-01-07T25:00:00Z",
    "2021-1-7",
  ])
    assert.ok(!isEdtf(date), date);
});

const SPEAKERS = [
  report("a1", {
    records: [
      record("s1", { speaker: "Ada Novak", uttered: "2031-05-06", channel: "Harbour Radio" }),
      record("s2", { speaker: "Ada Novak", uttered: "2031-04", act: "vow" }),
      record("s3", { speaker: "Petra Novak" }),
      record("s4", { speaker: "Kim Jong-un", uttered: "2031-01-01" }),
      record("s5", { speaker: "José Ibáñez-Łuk", kind: "silence", act: "act-absent", manner: null }),
    ],
  }),
];

await onBoth((it) => {
  it("a name is taken for the one that is meant, and only where it is plain", async (store) => {
    await store.append(SPEAKERS, NOON);
    for (const [typed, name] of [
      ["Ada Novak", "Ada Novak"],
      ["ada novak", "Ada Novak"],
      ["ada", "Ada Novak"],
      ["nov ada", "Ada Novak"],
      ["Jose Ibanez", "José Ibáñez-Łuk"],
      ["Kim Jong Un", "Kim Jong-un"],
      ["Kim Jung Un", "Kim Jong-un"],
    ] as const) {
      const { name: meant, guessed } = await nameMeant(store, "speaker", typed);
      assert.deepEqual({ meant, guessed }, { meant: name, guessed: name !== typed }, typed);
    }
    assert.equal((await nameMeant(store, "channel", "harbour")).name, "Harbour Radio");
    for (const [typed, message] of [
      ["novak", /“novak” may be “Ada Novak” \(2\), “Petra Novak” \(1\); write one of them/],
      ["Bo Lind", /nobody called “Bo Lind” speaks in .*; most often: “Ada Novak”/],
      ["ovak", /nobody called “ovak” speaks/],
      [" ", /nobody called “ ” speaks/],
    ] as const)
      await assert.rejects(nameMeant(store, "speaker", typed), (error: unknown) => {
        assert.ok(error instanceof UserError && message.test(error.message), String(error));
        return true;
      });
    await merge(store, ["Petra Novak"], "Ada Novak", { name: "Mira", reason: null, now: NOON });
    assert.equal((await nameMeant(store, "speaker", "novak")).name, "Ada Novak", "one person by decision");
  });

  it("a surname that stands alone is taken as it is, and the names it is part of are offered", async (store) => {
    await store.append([report("a2", { records: [record("n1", { speaker: "Novak" })] }), ...SPEAKERS], NOON);
    const meant = await nameMeant(store, "speaker", "Novak");
    assert.deepEqual(
      { ...meant, also: meant.also.map((one) => ({ ...one })) },
      {
        found: "one",
        name: "Novak",
        guessed: false,
        also: [
          { value: "Ada Novak", n: 2 },
          { value: "Petra Novak", n: 1 },
        ],
      },
    );
    assert.deepEqual((await nameMeant(store, "speaker", "Ada Novak")).also, [], "a full name is plain");
    await merge(store, ["Novak"], "Ada Novak", { name: "Mira", reason: null, now: NOON });
    assert.deepEqual(
      (await nameMeant(store, "speaker", "Novak")).also.map(({ value }) => value),
      ["Petra Novak"],
      "what is filed with it needs no offer",
    );
  });

  it("a person's page counts acts, months and days not known, and names what may be the same", async (store) => {
    await store.append([...SPEAKERS, report("a2", { records: [record("s1", { speaker: "Kim Jong Un" })] })], NOON);
    const ada = await personFacts(store, "Ada Novak");
    assert.deepEqual([ada.statements, ada.silences, ada.undated], [2, 0, 0]);
    assert.deepEqual(ada.months, [
      { value: "2031-04", n: 1 },
      { value: "2031-05", n: 1 },
    ]);
    assert.deepEqual(ada.acts, [
      { value: "assert", n: 1 },
      { value: "vow", n: 1 },
    ]);
    assert.deepEqual(
      [ada.channels, ada.standings],
      [[{ value: "Harbour Radio", n: 1 }], [{ value: "candidate", n: 2 }]],
    );
    assert.equal(ada.pack, null);
    const kim = await personFacts(store, "Kim Jong-un");
    assert.equal(kim.pack?.name, "Kim Jong Un");
    assert.deepEqual(kim.likewise, [{ value: "Kim Jong Un", n: 1 }]);
  });

  it("who finds nothing is told what stands in the way", async (store) => {
    assert.deepEqual(await insteadOf(store, {}), [
      `${store.name} holds no statements yet: hearsay add takes reports in.`,
    ]);
    await store.append([report("a1", { records: [record("s1", { words: "the sanctions will stay" })] })], NOON);
    const cases: readonly (readonly [Query, string])[] = [
      [{ words: "sanctions", act: "vow" }, "Without --act something is found."],
      [{ words: "sanctions", saidFrom: "2031", saidTo: "2032" }, "Without --said something is found."],
      [{ words: "sanctions", publishedFrom: "2040" }, "Without --published something is found."],
      [{ words: "sanctions lifted", kind: "statement" }, "Alone, “sanctions” can be found."],
      [{ words: "sanctioned" }, "Words that begin so are found: sanction*"],
      [{ words: "sanctions", order: "said" }, "On days that are not known there is something: hearsay find shows it."],
      [{ act: "vow", standing: "confirmed" }, "Try fewer words and filters."],
    ];
    for (const [query, line] of cases) {
      const told = await insteadOf(store, query);
      assert.ok(told.includes(line), `${JSON.stringify(query)}: ${told.join(" / ")}`);
    }
  });
});
