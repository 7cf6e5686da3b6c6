import assert from "node:assert/strict";
import { type Correction, correct, placesOf } from "../../src/archive/correct.ts";
import { confirm, dispute, lastDecision, retract, undo } from "../../src/archive/decide.ts";
import type { Decider } from "../../src/archive/decider.ts";
import { merge, split } from "../../src/archive/names.ts";
import { fullId, recordOf } from "../../src/archive/records.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { onBoth, type It } from "./onBoth.ts";
import { FERRY, NOON, QUAY, idWith, keep, recordWith } from "./reports.ts";

const MIRA: Decider = { name: "Mira Sand", reason: null, now: NOON };
const REASONED: Decider = { ...MIRA, reason: "heard the tape" };

await onBoth((it) => {
  recordCases(it);
  correctionCases(it);
  nameCases(it);
});

async function refused(work: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(work, (error: unknown) => {
    assert.ok(error instanceof UserError, String(error));
    assert.match(error.message, message);
    return true;
  });
}

async function standingOf(store: Store, id: string): Promise<string | undefined> {
  return (await store.record(id))?.standing;
}

function recordCases(it: It): void {
  it("each decision is an entry with name, reason and time, and each can be taken back", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const [confirmed] = await confirm(store, [id], MIRA);
    assert.deepEqual(
      [confirmed?.act, confirmed?.by, confirmed?.at, confirmed?.about, confirmed?.cause],
      ["confirm", "person:Mira Sand", NOON, id, null],
    );
    assert.equal(await standingOf(store, id), "confirmed");
    const [disputed] = await dispute(store, [id], REASONED);
    assert.equal(disputed?.cause, "heard the tape");
    assert.equal(await standingOf(store, id), "disputed");
    const [retracted] = await retract(store, [id], REASONED);
    assert.equal(await standingOf(store, id), "retracted");
    assert.equal((await store.find({ words: '"not close it twice"' })).items.length, 0);
    await undo(store, retracted?.seq as number, MIRA);
    assert.equal(await standingOf(store, id), "disputed");
    assert.equal(await lastDecision(store, await recordOf(store, id)), disputed?.seq);
    await undo(store, confirmed?.seq as number, MIRA);
    assert.equal(await standingOf(store, id), "disputed", "what came after it stands");
    await undo(store, disputed?.seq as number, MIRA);
    assert.equal(await standingOf(store, id), "candidate");
    await refused(undo(store, disputed?.seq as number, MIRA), /taken back already, by entry \d+/);
    await refused(undo(store, (await store.head()).seq, MIRA), /took back a decision itself/);
    await refused(lastDecision(store, await recordOf(store, id)), /nobody has decided on/);
  });

  it("several at once are all decided on, or none", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const ids = [await idWith(store, "not close it twice"), await idWith(store, "quay was safe")];
    const { seq } = await store.head();
    await refused(confirm(store, [...ids, "nothing.here"], MIRA), /there is no statement or silence nothing\.here/);
    assert.equal((await store.head()).seq, seq);
    assert.equal((await confirm(store, [...ids, ids[0] as string], MIRA)).length, 2);
    for (const id of ids) assert.equal(await standingOf(store, id), "confirmed");
  });

  it("a decision needs a name, doubt and retraction a reason, undoing a decision to undo", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const { seq } = await store.head();
    await refused(confirm(store, [id], { ...MIRA, name: " " }), /needs the name of who decides/);
    await refused(dispute(store, [id], MIRA), /a dispute needs a reason/);
    await refused(retract(store, [id], MIRA), /needs a reason/);
    await refused(undo(store, 1, MIRA), /entry 1 is no decision of a person \(it is: capture, by file\)/);
    await refused(undo(store, 99, MIRA), /there is no entry 99/);
    assert.equal((await store.head()).seq, seq);
  });

  it("an id may be shortened as far as one record has it", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    const row = await recordWith(store, "not close it twice");
    const { article, id } = row;
    for (const typed of [
      `${article}.${id}`,
      `${article.slice(0, 3)}.${id.slice(0, 4)}`,
      ` ${article.slice(0, 4).toUpperCase()}.${id} `,
      `.${id}`,
    ])
      assert.equal(fullId(await recordOf(store, typed)), fullId(row), typed);
    await refused(
      recordOf(store, article),
      /may be .*“We will not close it twice,”.*, and more|may be [^;]*; write more of it/,
    );
    await refused(recordOf(store, `${article}.zz`), /there is no statement or silence/);
    await refused(recordOf(store, ""), /there is no statement or silence/);
    await refused(recordOf(store, "%.%"), /there is no statement or silence/);
  });
}

function correctionCases(it: It): void {
  it("words, speaker, act and day are set right, found so, and back when it is undone", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const before = await store.record(id);
    const content = await placesOf(store, id, ["not close it twice"]);
    const entry = await correct(
      store,
      id,
      { content, speaker: "Ada Novak-Brandt", act: "vow", uttered: "2031-03-03" },
      REASONED,
    );
    const row = await recordOf(store, id);
    assert.deepEqual(
      [row.standing, row.words, row.speaker, row.speaker_kind, row.act, row.uttered],
      ["confirmed", "not close it twice", "Ada Novak-Brandt", "person", "vow", "2031-03-03"],
    );
    const {
      chain,
      uttered,
      anchors,
      content: spans,
    } = row.record as {
      chain: { name: string }[];
      uttered: unknown;
      anchors: { quote: string }[];
      content: unknown;
    };
    assert.equal(chain.at(-1)?.name, "Ada Novak-Brandt");
    assert.equal(
      chain[0]?.name,
      ((before?.record["chain"] ?? []) as typeof chain)[0]?.name,
      "the hops before the speaker stay",
    );
    assert.deepEqual(uttered, { edtf: "2031-03-03", basis: "given", steps: ["set by Mira Sand"] });
    assert.deepEqual([anchors[0]?.quote, spans], ["not close it twice", content]);
    assert.equal(row.machine?.words, before?.words);
    assert.equal((await store.find({ speaker: "Ada Novak-Brandt", saidFrom: "2031-03-03" })).items.length, 1);
    await undo(store, entry.seq, MIRA);
    assert.deepEqual(await store.record(id), before);
  });

  it("the second of two corrections stands when the first is taken back", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "quay was safe");
    const first = await correct(store, id, { speaker: "Teodor Brandsma" }, MIRA);
    await correct(store, id, { act: "refuse" }, MIRA);
    await undo(store, first.seq, MIRA);
    const row = await recordOf(store, id);
    assert.deepEqual([row.speaker, row.act, row.standing], ["harbour union", "refuse", "confirmed"]);
  });

  it("a day may be set to unknown, an unnamed speaker gets a name and is a person then", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const dated = await idWith(store, "before Easter");
    await correct(store, dated, { uttered: null }, MIRA);
    assert.deepEqual(
      [(await recordOf(store, dated)).uttered, (await recordOf(store, dated)).standing],
      [null, "confirmed"],
    );
    const headline = await idWith(store, "Ferry to run again");
    await correct(store, headline, { speaker: "Ada Novak" }, MIRA);
    assert.equal((await recordOf(store, headline)).speaker_kind, "person");
  });

  it("a silence is set right as a silence", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "who would pay", "silence");
    const content = await placesOf(store, id, ["did not say who would pay"]);
    await correct(store, id, { speaker: "the ministry", act: "answer-not-given", content }, MIRA);
    const { record, words, act } = await recordOf(store, id);
    assert.deepEqual(
      [record["who"], record["kind"], record["span"], words, act],
      ["the ministry", "answer-not-given", content[0], "did not say who would pay", "answer-not-given"],
    );
    await refused(correct(store, id, { uttered: "2031" }, MIRA), /is a silence: it was said on no day/);
    await refused(correct(store, id, { act: "vow" }, MIRA), /“vow” is no kind of silence; there are: detail-withheld/);
    await refused(
      correct(
        store,
        id,
        {
          content: [
            [0, 3],
            [5, 9],
          ],
        },
        MIRA,
      ),
      /it has one stretch/,
    );
  });

  const wrong: readonly (readonly [Correction, RegExp])[] = [
    [{}, /nothing to correct/],
    [{ act: "promise" }, /“promise” is no act; there are: assert announce/],
    [{ speaker: "  " }, /the speaker's name is empty/],
    [{ speakerKind: "wizard" }, /“wizard” is no kind of speaker/],
    [{ uttered: "last Tuesday" }, /“last Tuesday” is no date/],
    [{ uttered: "2031-02-29" }, /“2031-02-29” is no date/],
    [{ content: [] }, /at least one stretch/],
    [{ content: [[4, 4]] }, /4-4 is no stretch/],
    [
      {
        content: [
          [10, 20],
          [15, 30],
        ],
      },
      /15-30 is no stretch/,
    ],
    [{ content: [[0, 100_000]] }, /0-100000 is no stretch of a text of \d+ units/],
  ];
  it("what can't be is refused and nothing is written", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const { seq } = await store.head();
    for (const [correction, message] of wrong) await refused(correct(store, id, correction, MIRA), message);
    await refused(placesOf(store, id, ["never close"]), /“never close” does not stand in the text/);
    assert.equal((await store.head()).seq, seq);
  });
}

function nameCases(it: It): void {
  const speaking = async (store: Store, speaker: string): Promise<number> =>
    (await store.find({ speaker })).items.length;

  it("names are filed as one and stand apart again", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    const [own, other] = [await speaking(store, "Ada Novak"), await speaking(store, "A. Novak")];
    assert.ok(own > 0 && other > 0);
    const [merged] = await merge(store, ["A. Novak"], "Ada Novak", REASONED);
    assert.equal(await speaking(store, "A. Novak"), own + other);
    await refused(merge(store, ["A. Novak"], "Ada Novak", MIRA), /are filed as one already/);
    await refused(merge(store, ["Ada Novak"], "A. Novak", MIRA), /are filed as one already/);
    await refused(merge(store, ["A. Nowak"], "Ada Novak", MIRA), /nobody called “A\. Nowak” speaks/);
    await refused(split(store, "Ada Novak", MIRA), /filed under no other name; filed under it: “A\. Novak”/);
    const [parted] = await split(store, "A. Novak", MIRA);
    assert.equal(await speaking(store, "A. Novak"), other);
    await undo(store, parted?.seq as number, MIRA);
    assert.equal(await speaking(store, "Ada Novak"), own + other, "a split is taken back as well");
    await undo(store, merged?.seq as number, MIRA);
    assert.equal(await speaking(store, "Ada Novak"), own);
    await refused(undo(store, merged?.seq as number, MIRA), /has been taken back already/);
  });

  it("what was filed under a name goes back with it", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    await merge(store, ["A. Novak"], "Ada Novak", MIRA);
    const [second] = await merge(store, ["Ada Novak"], "harbour union", MIRA);
    assert.deepEqual(await store.namesOf("A. Novak"), ["harbour union", "A. Novak", "Ada Novak"]);
    const undone = await undo(store, second?.seq as number, MIRA);
    assert.deepEqual(await store.namesOf("A. Novak"), ["Ada Novak", "A. Novak"]);
    assert.deepEqual(await store.namesOf("harbour union"), ["harbour union"]);
    assert.deepEqual(
      undone.map(({ act, about }) => [act, about]),
      [
        ["split", "Ada Novak"],
        ["merge", "A. Novak"],
      ],
    );
  });

  it("an early merge is taken back from under a later one", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    const [first] = await merge(store, ["A. Novak"], "Ada Novak", MIRA);
    await merge(store, ["Ada Novak"], "harbour union", MIRA);
    await undo(store, first?.seq as number, MIRA);
    assert.deepEqual(await store.namesOf("A. Novak"), ["A. Novak"]);
    assert.deepEqual(await store.namesOf("Ada Novak"), ["harbour union", "Ada Novak"]);
  });
}
