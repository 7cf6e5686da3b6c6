import assert from "node:assert/strict";
import { test } from "node:test";
import { confirm, dispute, retract, undo } from "../../../src/archive/decide.ts";
import { correct } from "../../../src/archive/correct.ts";
import { RETURNING, takeOver } from "../../../src/archive/returning/returning.ts";
import { UserError } from "../../../src/model/errors.ts";
import { FERRY, QUAY, idWith, keep } from "../../archive/reports.ts";
import { scratchArchive } from "../../archive/scratch.ts";
import { HOSTILE, exportedAs, sampleArchive } from "./sampleArchive.ts";
import {
  type Annotation,
  MIRA,
  bodyFor,
  changed,
  lineOf,
  planned,
  removedFrom,
  removedFromBrat,
  twice,
} from "./tools.ts";

for (const format of Object.keys(RETURNING))
  test(`${format}: what comes back as it went changes nothing, whatever stands in it`, async (t) => {
    const { store } = await sampleArchive(t);
    const before = await store.head();
    const content = await exportedAs(store, format);
    const plan = await planned(store, format, content);
    assert.deepEqual({ ...plan, unchanged: 0 }, { changes: [], unchanged: 0, left: [], refused: [], missing: [] });
    assert.equal(plan.unchanged, (await store.find({ limit: 100 })).items.length);
    assert.deepEqual(await takeOver(store, plan, MIRA), []);
    assert.deepEqual(
      await planned(store, format, content.replaceAll("\n", "\r\n")),
      plan,
      "ends of lines do not matter",
    );
    assert.equal((await store.head()).seq, before.seq);
  });

test("web-annotation: a moved span, another speaker and another act become one correction in the ledger", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "We will sail");
  const content = changed(await exportedAs(store, "web-annotation"), id, (annotation) => {
    const characters = Array.from(HOSTILE);
    const start = characters.join("").indexOf("We will sail") - 2;
    annotation["target"] = annotation["target"][0];
    const [quote, position] = annotation["target"]["selector"];
    const at = Array.from(HOSTILE.slice(0, HOSTILE.indexOf("sail =2+2"))).length;
    Object.assign(position, { start: at, end: at + 4 });
    Object.assign(quote, { exact: "sail", prefix: "", suffix: "" });
    assert.ok(start > 0);
    Object.assign(bodyFor(annotation, "identifying"), { value: "Ida Moor", "hearsay:speakerKind": "person" });
    bodyFor(annotation, "classifying")["value"] = "vow";
  });
  const plan = await planned(store, "web-annotation", content);
  assert.deepEqual(plan.refused, []);
  assert.deepEqual(
    plan.changes.map((change) => [change.id, change.standing, change.fields.map(({ field }) => field)]),
    [[id, "candidate", ["words", "speaker", "act"]]],
  );
  const [entry, ...more] = await takeOver(store, plan, MIRA);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [entry?.act, entry?.by, entry?.cause, entry?.about],
    ["assert", "person:Mira Sand", "marked in class", id],
  );
  const row = await store.record(id);
  const from = HOSTILE.indexOf("sail =2+2");
  assert.deepEqual(
    [row?.standing, row?.speaker, row?.act, row?.words, row?.record["content"]],
    ["confirmed", "Ida Moor", "vow", "sail", [[from, from + 4]]],
  );
  assert.deepEqual(
    (await planned(store, "web-annotation", content)).changes,
    [],
    "the same file twice changes nothing more",
  );
  await undo(store, entry?.seq as number, MIRA);
  assert.equal((await store.record(id))?.standing, "candidate");
});

test("brat: a moved span and another speaker become one correction in the ledger", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "We will sail");
  let content = await exportedAs(store, "brat");
  const line = lineOf(content, id, "T");
  const at = Array.from(HOSTILE.slice(0, HOSTILE.indexOf("We will sail"))).length;
  const [number] = line.split("\t");
  content = content.replace(line, `${number}\tCandidateStatement ${at} ${at + 12}\tWe will sail`);
  content = content.replace(lineOf(content, id, "Speaker"), (note) => note.replace(/speaker: .*/, "speaker: Ida Moor"));
  const plan = await planned(store, "brat", content);
  assert.deepEqual([plan.refused, plan.left], [[], []]);
  const [entry] = await takeOver(store, plan, MIRA);
  assert.equal(entry?.act, "assert");
  const row = await store.record(id);
  const from = HOSTILE.indexOf("We will sail");
  assert.deepEqual(
    [row?.standing, row?.speaker, row?.words, row?.record["content"]],
    ["confirmed", "Ida Moor", "We will sail", [[from, from + 12]]],
  );
  assert.equal((row?.machine as { speaker?: string } | null)?.speaker, "Moor");
});

test("brat: a stretch over the end of a line comes in fragments and goes in as one piece", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "to Mel & stay");
  const content = await exportedAs(store, "brat");
  const before = lineOf(content, id, "T");
  const [number = ""] = before.split("\t");
  const place = (words: string, ends: string): string => {
    const start = Array.from(HOSTILE.slice(0, HOSTILE.indexOf(words))).length;
    return `${start} ${start + Array.from(ends).length}`;
  };
  const after = `${number}\tCandidateStatement ${place("come back,", "come back,")};${place("to Mel & stay", "to Mel & stay")}\tcome back, to Mel & stay`;
  const [entry] = await takeOver(store, await planned(store, "brat", content.replace(before, after)), MIRA);
  assert.ok(entry);
  const from = HOSTILE.indexOf("come back,");
  assert.deepEqual((await store.record(id))?.record["content"], [[from, HOSTILE.indexOf("& stay") + 6]]);
});

test("words that do not stand where the offsets say stop the whole import", async (t) => {
  const { store } = await sampleArchive(t);
  const { seq } = await store.head();
  const good = await idWith(store, "run again before Easter");
  const bad = await idWith(store, "We will sail");
  const notation = changed(await exportedAs(store, "web-annotation"), good, (annotation) => {
    bodyFor(annotation, "classifying")["value"] = "vow";
  });
  const cases: [string, string, RegExp][] = [
    [
      "web-annotation",
      changed(notation, bad, (annotation) => (annotation["target"][0]["selector"][1]["start"] -= 1)),
      /do not stand at \d+-\d+ \(counted in characters\)/,
    ],
    [
      "web-annotation",
      changed(notation, bad, (annotation) => (annotation["target"][0]["selector"][1]["end"] = 9_999)),
      /is no place in its text/,
    ],
    [
      "web-annotation",
      changed(
        notation,
        bad,
        (annotation) => annotation["target"].reverse() && annotation["target"].push(annotation["target"][0]),
      ),
      /overlap/,
    ],
    [
      "web-annotation",
      changed(notation, bad, (annotation) => (bodyFor(annotation, "classifying")["value"] = "sing")),
      /“sing” is no act/,
    ],
    ["web-annotation", JSON.stringify(twice(JSON.parse(notation) as Parameters<typeof twice>[0])), /is there twice/],
  ];
  for (const [format, content, why] of cases) {
    const plan = await planned(store, format, content);
    await assert.rejects(takeOver(store, plan, MIRA), (error: Error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, why);
      assert.match(error.message, /nothing was changed/);
      return true;
    });
    assert.equal((await store.head()).seq, seq);
  }
});

test("a text that is not the archive's is refused", async (t) => {
  const { store } = await sampleArchive(t);
  const content = await exportedAs(store, "web-annotation");
  const other = await scratchArchive(t);
  await keep(other, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
  const id = await idWith(store, "before Easter");
  const hash = /ni:\/\/\/sha-256;[\w-]{43}/.exec(JSON.stringify(content)) as RegExpExecArray;
  const retargeted = changed(
    content,
    id,
    (annotation) => (annotation["target"]["source"]["id"] = hash[0].replace(/.$/, "_")),
  );
  const plan = await planned(store, "web-annotation", retargeted);
  assert.match(plan.left[0]?.why ?? "", /its target is not the text it was exported with/);
  const forged = changed(content, id, (annotation) => {
    annotation["hearsay:textSha256"] = "0".repeat(64);
    annotation["target"]["source"] = `ni:///sha-256;${Buffer.alloc(32).toString("base64url")}`;
  });
  assert.match(
    (await planned(store, "web-annotation", forged)).refused[0]?.why ?? "",
    /has no text of .* with SHA-256 0000/,
  );
  const elsewhere = await planned(other, "web-annotation", content);
  assert.ok(
    elsewhere.left.length > 0 &&
      elsewhere.left.every(({ why }) => /there is no .* in .* \(any more\)|decided on since/.test(why)),
  );
});

test("what somebody decided meanwhile is not written over, and not passed over in silence", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  const other = await idWith(store, "that the ferry would run");
  const content = await exportedAs(store, "web-annotation");
  const mine = changed(content, id, (annotation) => (bodyFor(annotation, "identifying")["value"] = "Ada Nowak"));
  await correct(store, id, { speaker: "Ada Nováková" }, MIRA);
  await dispute(store, [other], MIRA);
  const plan = await planned(store, "web-annotation", mine);
  assert.match(
    plan.refused[0]?.why ?? "",
    /its speaker was set right since it was exported, to “Ada Nováková \(person\)”, and is “Ada Nowak \(person\)” here/,
  );
  assert.ok(plan.left.some(({ why }) => why.startsWith(other) && /decided on since/.test(why)));
  const act = changed(content, id, (annotation) => (bodyFor(annotation, "classifying")["value"] = "vow"));
  assert.match(
    (await planned(store, "web-annotation", act)).refused[0]?.why ?? "",
    /was candidate when it was exported and is confirmed now/,
  );
  const same = changed(content, id, (annotation) => (bodyFor(annotation, "identifying")["value"] = "Ada Nováková"));
  assert.match(
    (await planned(store, "web-annotation", same)).left[0]?.why ?? "",
    /the archive has it so already|decided on since/,
  );
});

test("a retracted entry does not come back by being changed in a tool", async (t) => {
  const { store, retracted } = await sampleArchive(t);
  const content = changed(
    await exportedAs(store, "web-annotation", { standing: "retracted" }),
    retracted,
    (annotation) => {
      bodyFor(annotation, "classifying")["value"] = "vow";
    },
  );
  assert.match(
    (await planned(store, "web-annotation", content)).refused[0]?.why ?? "",
    /it is retracted: take that back first/,
  );
});

test("a removed annotation retracts nothing by itself; asked to, it does, with a reason", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  for (const format of Object.keys(RETURNING)) {
    const content = await exportedAs(store, format);
    const without =
      format === "brat"
        ? removedFromBrat(content, id)
        : JSON.stringify(removedFrom(JSON.parse(content) as Parameters<typeof removedFrom>[0], id));
    const plan = await planned(store, format, without);
    assert.deepEqual([plan.changes, plan.missing], [[], [id]], format);
    const asked = await planned(store, format, without, true);
    await assert.rejects(takeOver(store, asked, { ...MIRA, reason: null }), /needs a reason/);
    const [entry, ...more] = await takeOver(store, asked, MIRA);
    assert.deepEqual([entry?.act, entry?.about, more.length], ["retract", id, 0]);
    assert.equal((await store.record(id))?.standing, "retracted");
    await undo(store, entry?.seq as number, MIRA);
    assert.equal((await store.record(id))?.standing, "candidate");
    assert.match((await planned(store, format, without, true)).refused[0]?.why ?? "", /somebody decided on it since/);
  }
});

test("an export of some entries retracts none of the others", async (t) => {
  const { store, disputed } = await sampleArchive(t);
  for (const format of Object.keys(RETURNING)) {
    const content = await exportedAs(store, format, { standing: "disputed" });
    const plan = await planned(store, format, content, true);
    assert.deepEqual([plan.changes, plan.unchanged, plan.missing], [[], 1, []], `${format} ${disputed}`);
  }
});

test("a new annotation, a comment, a new standing and a moved cue are told and not taken over", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  const content = changed(await exportedAs(store, "web-annotation"), id, (annotation) => {
    annotation["body"].push({ type: "TextualBody", purpose: "commenting", value: "sure?" });
    bodyFor(annotation, "assessing")["value"] = "confirmed";
  });
  const collection = JSON.parse(content) as { first: { items: Annotation[] } };
  collection.first.items.push({ type: "Annotation", target: "https://elsewhere.example/", body: [] });
  const plan = await planned(store, "web-annotation", JSON.stringify(collection));
  assert.deepEqual(plan.changes, []);
  assert.deepEqual(
    plan.left.map(({ why }) => why.split(/[:.;]/)[0]),
    ["a comment is not kept", "a standing is no annotation", "it belongs to no record of the archive"],
  );
  const brat = await exportedAs(store, "brat");
  const cue = /^(T\d+)\tCue (\d+) (\d+)\tsaid$/m.exec(brat) as RegExpExecArray;
  const moved = brat
    .replace(cue[0], `${cue[1]}\tCue ${Number(cue[2]) + 1} ${cue[3]}\taid`)
    .replace(/CandidateStatement/, "ConfirmedStatement")
    .concat(
      "T9\tCandidateStatement 0 5\tFerry\nE1\tSaying:T9\n#9\tAnnotatorNotes T9\tI wonder\n".replaceAll("9", "99"),
    );
  const told = (await planned(store, "brat", moved)).left.map(({ why }) => why).join("\n");
  for (const why of [
    /the cue of \S+ were moved/,
    /a standing is no annotation/,
    /belongs to no record/,
    /no place in the archive/,
    /a note is not kept/,
  ])
    assert.match(told, why);
});

test("a quote without a place is looked for, and taken only where it stands once", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  const content = await exportedAs(store, "web-annotation");
  const withQuote = (exact: string): string =>
    changed(content, id, (annotation) => (annotation["target"]["selector"] = [{ type: "TextQuoteSelector", exact }]));
  const plan = await planned(store, "web-annotation", withQuote("run again before Easter"));
  assert.match(plan.changes[0]?.fields[0]?.now ?? "", /^run again before Easter \(\d+-\d+\)$/);
  assert.match((await planned(store, "web-annotation", withQuote("again"))).refused[0]?.why ?? "", /more than once/);
  assert.match(
    (await planned(store, "web-annotation", withQuote("never there"))).refused[0]?.why ?? "",
    /do not stand in its text/,
  );
});

test("files that are none of theirs are refused in words", () => {
  const read = RETURNING["web-annotation"] as (typeof RETURNING)[string];
  assert.throws(() => read("x", "{"), /x: is no JSON/);
  assert.throws(() => read("x", "{}"), /x: has no Web Annotations/);
  assert.deepEqual(read("x", '[null, 3, "a"]').annotations, []);
  const lines = RETURNING["brat"] as (typeof RETURNING)[string];
  for (const line of [
    "nonsense",
    "T1",
    "T1\tA b c\td",
    "T1\tA 5 2\td",
    "T1\tA 0 3\tlonger",
    "#1\tHearsay T1\t{",
    "R1\tX Arg1:T1",
  ]) {
    const { annotations, left } = lines("x", line);
    assert.deepEqual(annotations, [], line);
    if (!line.startsWith("#")) assert.equal(left.length, 1, line);
  }
});

test("confirmed meanwhile and unchanged here stays confirmed", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  const content = await exportedAs(store, "brat");
  await confirm(store, [id], MIRA);
  const plan = await planned(store, "brat", content);
  assert.deepEqual([plan.changes, plan.refused], [[], []]);
  assert.match(plan.left[0]?.why ?? "", /decided on since it was exported/);
  await retract(store, [id], MIRA);
  assert.deepEqual((await planned(store, "brat", content)).changes, []);
});

test("who is named where nobody was is a person, unless the tool says otherwise", async (t) => {
  const { store } = await sampleArchive(t);
  const id = await idWith(store, "before Easter");
  await correct(store, id, { speaker: "nobody", speakerKind: "none" }, MIRA);
  const content = await exportedAs(store, "brat");
  const named = content.replace(lineOf(content, id, "Speaker"), (line) =>
    line.replace("nobody (none)", "Ida Moor (none)"),
  );
  await takeOver(store, await planned(store, "brat", named), MIRA);
  const row = await store.record(id);
  assert.deepEqual([row?.speaker, row?.speaker_kind], ["Ida Moor", "person"]);
});
