import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { UserError } from "../../src/model/errors.ts";
import { loadPack, ownPacks } from "../../src/packs/packs.ts";

const HEADER = JSON.stringify({ name: "rivers", description: "The river commission." });

function folderWith(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test("a pack with every table is read", (t) => {
  const pack = loadPack(
    folderWith(t, {
      "pack.json": HEADER,
      "README.md": "passed over",
      "people.tsv": "# Source: the yearbooks.\n\n# a comment\nIlse Brandvold\tI. Brandvold | Ilse B.\tf\r\nJan Orvik\n",
      "offices.tsv":
        "# Source: s\nIlse Brandvold\tpresident\tRiver Commission\t2019-07\nIlse Brandvold\tclerk\t\t2010\t2010\n",
      "kin.tsv": "# Source: s\nJan Orvik\tbrother\tIlse Brandvold\n",
      "organisations.tsv": "# Source: s\nRiver Commission\tRC\tTarvia\n",
      "channels.tsv": "# Source: s\nLindholt Star\t\tindependent\n",
      "states.tsv": "# Source: s\nTarvia\tLindholt\tTarvian\tAmber Palace\tthe East|Republic of Tarvia\n",
      "occasions.tsv": "# Source: s\nSpring session\t\tRiver Commission\t2018-04-09/2018-04-11|2019-04-08\n",
      "days.tsv": "# Source: s\nFlood Day\t\t--02-29\nBridge Day\t\t2019-05-01\nLow Water Friday\t\teaster-2\n",
      "eras.tsv": "# Source: s\nDyke era\t1912\n",
      "terms.tsv": "# Source: s\nfloods\tflood*|high water\n",
      "verbs.tsv": "# Source: s\nmeasure\tcount\tneutral\nsay\t-\tneutral\n",
    }),
  );
  const { people, ...rest } = pack;
  assert.deepEqual(people, [
    {
      name: "Ilse Brandvold",
      aliases: ["I. Brandvold", "Ilse B."],
      gender: "f",
      offices: [
        { title: "president", of: "River Commission", from: "2019-07", to: null },
        { title: "clerk", of: "", from: "2010", to: "2010" },
      ],
      kin: [],
    },
    { name: "Jan Orvik", aliases: [], gender: null, offices: [], kin: [{ relation: "brother", of: "Ilse Brandvold" }] },
  ]);
  assert.deepEqual(rest, {
    name: "rivers",
    description: "The river commission.",
    organisations: [{ name: "River Commission", aliases: ["RC"], of: "Tarvia" }],
    channels: [{ name: "Lindholt Star", aliases: [], controlledBy: "independent" }],
    states: [
      {
        name: "Tarvia",
        aliases: ["the East", "Republic of Tarvia"],
        capital: "Lindholt",
        seats: ["Amber Palace"],
        demonyms: ["Tarvian"],
      },
    ],
    occasions: [
      {
        name: "Spring session",
        aliases: [],
        of: "River Commission",
        dates: [
          { from: "2018-04-09", to: "2018-04-11" },
          { from: "2019-04-08", to: "2019-04-08" },
        ],
      },
    ],
    days: [
      { name: "Flood Day", aliases: [], on: "--02-29" },
      { name: "Bridge Day", aliases: [], on: "2019-05-01" },
      { name: "Low Water Friday", aliases: [], on: "easter-2" },
    ],
    eras: [{ name: "Dyke era", first: 1912 }],
    terms: [{ name: "floods", terms: ["flood*", "high water"] }],
    verbs: [
      { verb: "measure", act: "count", strength: "neutral" },
      { verb: "say", act: "", strength: "neutral" },
    ],
  });
});

test("a pack needs no table", (t) => {
  assert.deepEqual(loadPack(folderWith(t, { "pack.json": HEADER })).people, []);
});

/** A broken file, and what the message must say of it. */
const BROKEN: readonly (readonly [file: string, content: string | Uint8Array, says: RegExp])[] = [
  ["people.tsv", "Ilse Brandvold\n", /people\.tsv, line 1: write a comment first/],
  ["people.tsv", "", /people\.tsv, line 1: write a comment first/],
  ["people.tsv", "# s\n\tI. B.\tf\n", /people\.tsv, line 2, name: must not be empty/],
  ["people.tsv", "# s\n\nIlse\t\tw\n", /people\.tsv, line 3, gender: "w" is neither f nor m/],
  [
    "people.tsv",
    "# s\nIlse\t\tf\tx\n",
    /people\.tsv, line 2: 4 fields; a line has 3 at most, separated by tabs: name, aliases, gender/,
  ],
  ["people.tsv", "# s\nIlse\nJan\nIlse\n", /people\.tsv, line 4, name: "Ilse" stands in this table twice/],
  ["offices.tsv", "# s\nNobody\tclerk\n", /offices\.tsv, line 2, person: "Nobody" stands in no line of people\.tsv/],
  ["kin.tsv", "# s\nNobody\tson\tIlse\n", /kin\.tsv, line 2, person: "Nobody"/],
  ["channels.tsv", "# s\n# only comments\n \t \n\tx\n", /channels\.tsv, line 4, name: must not be empty/],
  [
    "occasions.tsv",
    "# s\nSession\t\t\t2018-04-11/2018-04-09\n",
    /occasions\.tsv, line 2, dates: "2018-04-11\/2018-04-09"/,
  ],
  ["occasions.tsv", "# s\nSession\t\t\t2018-02-30\n", /occasions\.tsv, line 2, dates: "2018-02-30" is no date/],
  ["days.tsv", "# s\nFlood Day\t\t--02-30\n", /days\.tsv, line 2, on: "--02-30" is no day/],
  ["days.tsv", "# s\nFlood Day\t\tspring\n", /days\.tsv, line 2, on: "spring" is no day/],
  ["eras.tsv", "# s\nDyke era\tlong ago\n", /eras\.tsv, line 2, first: "long ago" is no year/],
  ["terms.tsv", "# s\nfloods\n", /terms\.tsv, line 2, terms: must not be empty/],
  [
    "verbs.tsv",
    "# s\nsay\ttalk\tneutral\n",
    /verbs\.tsv, line 2, act: "talk" is no act; write one of assert, announce/,
  ],
  ["verbs.tsv", "# s\nsay\tassert\tloud\n", /verbs\.tsv, line 2, strength: "loud" is none of neutral, weak, strong/],
  ["verbs.tsv", "# s\nsay\n", /verbs\.tsv, line 2, act: must not be empty/],
  ["peple.tsv", "# s\n", /peple\.tsv: a pack has no table of this name; it may have people, offices/],
  ["people.tsv", Uint8Array.of(35, 0xff, 10), /people\.tsv: is no UTF-8 text/],
  ["pack.json", "{", /pack\.json: is no JSON/],
  ["pack.json", "[]", /pack\.json, name: must be there/],
  ["pack.json", '{"name": "x", "description": " "}', /pack\.json, description: must be there/],
  ["pack.json", '{"name": "x", "description": "y", "people": []}', /pack\.json, people: is no field of a pack/],
];

for (const [file, content, says] of BROKEN)
  test(`${file}: ${says.source}`, (t) => {
    const folder = folderWith(t, { "pack.json": HEADER, [file]: content });
    assert.throws(
      () => loadPack(folder),
      (error) => error instanceof UserError && error.exitCode === 2 && says.test(error.message),
    );
  });

for (const [dates, says] of [
  ["2019\t2018", /to: 2018 lies before 2019/],
  ["2019-06\t2019-05-31", /to: 2019-05-31 lies before 2019-06/],
  ["2019-13\t", /from: "2019-13" is no date/],
  ["19-06-01\t", /from: "19-06-01" is no date/],
] as const)
  test(`an office from ${dates.replace("\t", " to ")} is refused`, (t) => {
    const offices = `# s\nIlse\tclerk\t\t${dates}\n`;
    const folder = folderWith(t, { "pack.json": HEADER, "people.tsv": "# s\nIlse\n", "offices.tsv": offices });
    assert.throws(() => loadPack(folder), says);
  });

test("a folder that is not there, or has no pack.json, is no pack", (t) => {
  assert.throws(() => loadPack(join(folderWith(t, {}), "nowhere")), /nowhere.*is not there/);
  assert.throws(() => loadPack(folderWith(t, {})), /pack\.json: is not there/);
});

test("our own packs: core first, each office held by somebody of the pack, read once", () => {
  const packs = ownPacks();
  assert.deepEqual(
    packs.map(({ name }) => name),
    ["core", "korea"],
  );
  assert.equal(ownPacks(), packs);
  const states = new Set(packs.flatMap((pack) => pack.states.map(({ name }) => name)));
  for (const { name, channels } of packs)
    for (const channel of channels)
      if (/^(?:North Korea|China|Russia|Iran)$/.test(channel.controlledBy))
        assert.ok(states.has(channel.controlledBy), `${name}: ${channel.name}`);
});

/** Who held an office of a state on a day, by our own packs. */
for (const [title, of, day, holder] of [
  ["president", "United States", "2013-06-01", "Barack Obama"],
  ["president", "United States", "2017-01-21", "Donald Trump"],
  ["leader", "North Korea", "2011-12-01", "Kim Jong Il"],
  ["leader", "North Korea", "2019-04-11", "Kim Jong Un"],
  ["president", "South Korea", "2019-04-11", "Moon Jae-in"],
  ["prime minister", "United Kingdom", "2010-05-12", "David Cameron"],
  ["chancellor", "Germany", "2010-05-12", "Angela Merkel"],
] as const)
  test(`the ${title} of ${of} on ${day}`, () => {
    const holders = ownPacks()
      .flatMap(({ people }) => people)
      .filter(({ offices }) =>
        offices.some(
          (o) =>
            o.title === title &&
            o.of === of &&
            (o.from === null || o.from <= day) &&
            (o.to === null || o.to.localeCompare(day) > 0),
        ),
      );
    assert.deepEqual([...new Set(holders.map(({ name }) => name))], [holder]);
  });
