import assert from "node:assert/strict";
import { confirm, undo } from "../../src/archive/decide.ts";
import { DecidedMeanwhile, type Decider } from "../../src/archive/decider.ts";
import { MOST_WAITING, declineProposal, propose, takeProposal } from "../../src/archive/proposals.ts";
import { recordOf } from "../../src/archive/records.ts";
import { versionOf } from "../../src/archive/version.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { onBoth, type It } from "./onBoth.ts";
import { FERRY, NOON, idWith, keep } from "./reports.ts";

const MIRA: Decider = { name: "Mira Sand", reason: null, now: NOON };
const BOT = { name: "assistant quill 1.0 for Mira Sand", now: NOON };
const DOUBT = { act: "dispute", change: {}, reason: "it says “may”" } as const;

await onBoth((it) => {
  proposalCases(it);
  versionCases(it);
});

async function refused(work: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(work, (error: unknown) => error instanceof UserError && message.test(error.message));
}

async function filled(store: Store): Promise<string> {
  await keep(store, { "/in/ferry.txt": FERRY });
  return idWith(store, "not close it twice");
}

function proposalCases(it: It): void {
  it("a proposal leaves the ledger and the record as they are, and is kept once", async (store) => {
    const id = await filled(store);
    const { hash } = await store.head();
    const made = await propose(store, id, DOUBT, BOT);
    assert.deepEqual([made.about, made.by, made.settled], [id, BOT.name, null]);
    assert.equal((await propose(store, id, { ...DOUBT, reason: "otherwise put" }, BOT)).id, made.id);
    assert.notEqual((await propose(store, id, DOUBT, { ...BOT, name: "another" })).id, made.id);
    assert.equal((await store.head()).hash, hash);
    assert.equal((await store.record(id))?.standing, "candidate");
    assert.equal((await store.proposals.about(id)).length, 2);
  });

  it("a reviewer who takes it decides under their own name, with the proposer’s reason behind theirs", async (store) => {
    const id = await filled(store);
    const { id: proposal } = await propose(
      store,
      id,
      { act: "correct", change: { speaker: "Ada B. Novak" }, reason: "named so above" },
      BOT,
    );
    const [entry] = await takeProposal(store, proposal, { ...MIRA, reason: "so it is." });
    assert.deepEqual(
      [entry?.by, entry?.cause],
      ["person:Mira Sand", "so it is. (proposed by assistant quill 1.0 for Mira Sand: named so above)"],
    );
    const row = await store.record(id);
    assert.deepEqual([row?.speaker, row?.standing], ["Ada B. Novak", "confirmed"]);
    assert.deepEqual((await store.proposals.one(proposal))?.entry, entry?.seq);
    await refused(takeProposal(store, proposal, MIRA), /settled already/);
    await refused(declineProposal(store, proposal, { ...MIRA, reason: "no" }), /settled already/);
  });

  it("of two who take one at once, one decides", async (store) => {
    const id = await filled(store);
    const { id: proposal } = await propose(store, id, DOUBT, BOT);
    const { seq } = await store.head();
    const both = await Promise.allSettled([
      takeProposal(store, proposal, MIRA),
      takeProposal(store, proposal, { ...MIRA, name: "Jon" }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await store.head()).seq, seq + 1);
  });

  it("one that is declined with a reason decides nothing, and is not proposed anew", async (store) => {
    const id = await filled(store);
    const { id: proposal } = await propose(store, id, DOUBT, BOT);
    await refused(declineProposal(store, proposal, MIRA), /needs a reason/);
    await declineProposal(store, proposal, { ...MIRA, reason: "it does not" });
    assert.equal((await store.record(id))?.standing, "candidate");
    const again = await propose(store, id, DOUBT, BOT);
    assert.deepEqual(
      [again.settled?.as, again.settled?.by, again.settled?.why],
      ["declined", "Mira Sand", "it does not"],
    );
    assert.deepEqual(await store.proposals.waiting(9), []);
  });

  it("one that can’t be decided any more waits on", async (store) => {
    const id = await filled(store);
    const { id: proposal } = await propose(store, id, DOUBT, BOT);
    await assert.rejects(takeProposal(store, proposal, { ...MIRA, name: " " }));
    assert.deepEqual(
      (await store.proposals.waiting(9)).map((one) => one.id),
      [proposal],
    );
  });

  it("nothing is proposed that could not be decided, nor without end", async (store) => {
    const id = await filled(store);
    await refused(propose(store, "no.thing", DOUBT, BOT), /there is no statement/);
    await refused(propose(store, id, { ...DOUBT, reason: " " }, BOT), /needs a reason/);
    await refused(propose(store, id, { ...DOUBT, reason: "x".repeat(2_001) }, BOT), /2000 are enough/);
    await refused(propose(store, id, DOUBT, { ...BOT, name: "" }), /needs the name/);
    await refused(propose(store, id, { ...DOUBT, change: { act: "vow" } }, BOT), /only a correction/);
    await refused(propose(store, id, { act: "correct", change: {}, reason: "x" }, BOT), /nothing to correct/);
    await refused(propose(store, id, { act: "correct", change: { act: "sing" }, reason: "x" }, BOT), /is no act/);
    const same = { act: "correct", change: { speaker: (await store.record(id))?.speaker ?? "" }, reason: "x" } as const;
    await refused(propose(store, id, same, BOT), /says all of this already/);
    const row = {
      act: "dispute",
      change: "{}",
      reason: "x",
      made_at: NOON,
      outcome: null,
      settled_by: null,
      settled_at: null,
      settled_why: null,
      entry: null,
    };
    for (let n = 0; n < MOST_WAITING; n++) await store.proposals.add({ ...row, id: `p${n}`, about: id, by: BOT.name });
    await refused(propose(store, id, DOUBT, BOT), /no more are taken/);
    await propose(store, id, DOUBT, { ...BOT, name: "another" });
  });

  it("those that wait come in pages, the newest first", async (store) => {
    const row = {
      act: "dispute",
      change: "{}",
      reason: "\u0000 x",
      outcome: null,
      settled_by: null,
      settled_at: null,
      settled_why: null,
      entry: null,
    };
    for (const [n, made_at] of ["2031-01-01", "2031-01-02", "2031-01-02", "2031-01-03"].entries())
      await store.proposals.add({ ...row, id: `p${n}`, about: "a.b", by: "x", made_at });
    const first = await store.proposals.waiting(2);
    const second = await store.proposals.waiting(2, first.at(-1));
    assert.deepEqual(
      [...first, ...second].map(({ id }) => id),
      ["p3", "p2", "p1", "p0"],
    );
  });
}

function versionCases(it: It): void {
  const version = async (store: Store, id: string): Promise<string> =>
    versionOf(await recordOf(store, id), await store.decisions(id));

  it("each decision makes another version of a record, and one on a version of before is not made", async (store) => {
    const id = await filled(store);
    const first = await version(store, id);
    const [entry] = await confirm(store, [id], { ...MIRA, after: first });
    const second = await version(store, id);
    assert.notEqual(second, first);
    await assert.rejects(confirm(store, [id], { ...MIRA, after: first }), DecidedMeanwhile);
    await undo(store, entry?.seq ?? 0, { ...MIRA, after: second });
    const third = await version(store, id);
    assert.equal(new Set([first, second, third]).size, 3, "what stands again is not what stood");
    await assert.rejects(confirm(store, [id], { ...MIRA, after: second }), DecidedMeanwhile);
    await confirm(store, [id], { ...MIRA, after: third });
  });

  it("of several at once on one version, one is made", async (store) => {
    const id = await filled(store);
    const after = await version(store, id);
    const { seq } = await store.head();
    const tries = await Promise.allSettled(
      ["Mira", "Jon", "Rea", "Ada"].map((name) => confirm(store, [id], { ...MIRA, name, after })),
    );
    assert.equal(tries.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal((await store.head()).seq, seq + 1);
  });
}
