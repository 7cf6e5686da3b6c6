import assert from "node:assert/strict";
import { confirm } from "../../src/archive/decide.ts";
import { type Done, Overtaken, type Wish, decideOn } from "../../src/archive/review.ts";
import type { Store } from "../../src/store/store.ts";
import { onBoth } from "./onBoth.ts";
import { FERRY, NOON, idWith, keep } from "./reports.ts";

const CONFIRM: Wish = {
  act: "confirm",
  reason: null,
  seen: 0,
  as: null,
  entry: null,
  speaker: null,
  speakerKind: null,
  correctedAct: null,
  said: null,
  spans: null,
  words: null,
};
const DISPUTE: Wish = { ...CONFIRM, act: "dispute", reason: "it says “may”" };

async function filled(store: Store): Promise<string> {
  await keep(store, { "/in/ferry.txt": FERRY });
  return idWith(store, "not close it twice");
}

async function allOf(store: Store, id: string, wishes: readonly (readonly [string, Wish])[]): Promise<readonly Done[]> {
  const tried = await Promise.allSettled(wishes.map(([name, wish]) => decideOn(store, id, wish, name, NOON)));
  const done = tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  for (const one of tried)
    if (one.status === "rejected") {
      assert.ok(one.reason instanceof Overtaken, String(one.reason));
      assert.match(one.reason.message, /decided on this meanwhile/);
    }
  return done;
}

await onBoth((it) => {
  it("of people who decide at once on what all of them saw, one decides and the others are told", async (store) => {
    const id = await filled(store);
    const { seq } = await store.head();
    const done = await allOf(store, id, [
      ["Mira", CONFIRM],
      ["Jon", DISPUTE],
      ["Rea", { ...CONFIRM, act: "correct", correctedAct: "vow" }],
      ["Ada", { ...CONFIRM, act: "retract", reason: "said by nobody" }],
    ]);
    assert.equal(done.length, 1);
    assert.equal((await store.head()).seq, seq + 1);
    assert.equal((await store.decisions(id)).length, 1);
  });

  it("so it is for those who do not say what they saw", async (store) => {
    const id = await filled(store);
    const wishes = ["Mira", "Jon", "Rea"].map((name) => [name, { ...CONFIRM, seen: null }] as const);
    const done = await allOf(store, id, wishes);
    assert.equal((await store.decisions(id)).length, done.length, "nobody is told of a decision that was not made");
  });

  it("of two who take the same decision back at once, one does", async (store) => {
    const id = await filled(store);
    const [made] = await confirm(store, [id], { name: "Mira", reason: null, now: NOON });
    const undo: Wish = { ...CONFIRM, act: "undo", seen: null, entry: made?.seq ?? 0 };
    const tried = await Promise.allSettled(["Mira", "Jon"].map((name) => decideOn(store, id, undo, name, NOON)));
    assert.deepEqual(tried.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await store.decisions(id)).length, 2);
  });

  it("the same wish sent twice at once is carried out once, and both times answered alike", async (store) => {
    const id = await filled(store);
    const { seq } = await store.head();
    const done = await allOf(store, id, [
      ["Mira", DISPUTE],
      ["Mira", DISPUTE],
    ]);
    assert.deepEqual(
      done.map(({ entry, standing }) => [entry, standing]),
      [
        [seq + 1, "disputed"],
        [seq + 1, "disputed"],
      ],
    );
    assert.equal((await store.head()).seq, seq + 1);
  });

  it("who saw the last decision decides after it", async (store) => {
    const id = await filled(store);
    const first = await decideOn(store, id, CONFIRM, "Mira", NOON);
    await assert.rejects(decideOn(store, id, DISPUTE, "Jon", NOON), Overtaken);
    assert.equal((await decideOn(store, id, { ...DISPUTE, seen: first.entry }, "Jon", NOON)).standing, "disputed");
  });
});
