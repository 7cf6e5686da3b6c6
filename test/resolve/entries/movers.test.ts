import assert from "node:assert/strict";
import { test } from "node:test";
import { conditionOf } from "../../../src/extract/conditions/condition.ts";
import { contextOf } from "../../../src/extract/proposal.ts";
import type { SpokenStatement } from "../../../src/model/statement.ts";
import { resolve } from "../../../src/resolve/resolve.ts";
import { TARVIA, foundIn } from "../marked.ts";

/** Who must move by the last statement marked in each text; null where the words leave it open. */
const MOVERS: readonly (readonly [string, string | null])[] = [
  ["[s Bela Marn] [c said] [q he would leave if he lost the vote].", "Bela Marn"],
  ["[s Bela Marn] [c said] [q the port would close if the council stopped paying].", "council"],
  ["Oto Solvan rules alone. [s Officials] [c hope] that [q if he leaves, the port will open].", "Oto Solvan"],
  ["[s Officials] [c said] [q Oto Solvan would lose the port if he returned].", "Oto Solvan"],
  // Another of whom it may be said stands nearer.
  ["[s Ilka Solvan] [c said] [q she could not support Mara Holm if she becomes president].", null],
  // Between his own marks he is nobody's "he".
  ["[s Bela Marn] [c said], [q “If he went into a church, we would call the guards.”]", null],
  ["Oto Solvan met Bela Marn. [s Officials] [c said] [q the port would open if he left].", null],
  ["[s Oto Solvan] [c said] [q he will resign if his wife wins the seat].", "his wife"],
  ["[s Ilka Solvan] [c said] [q peace is far as long as they march].", null],
];

test("who must move", async (t) => {
  for (const [marked, mover] of MOVERS)
    await t.test(marked, () => {
      const found = foundIn(marked);
      const context = contextOf(found, [TARVIA]);
      const statements = found.statements.map((s) => ({ ...s, condition: conditionOf(s as SpokenStatement, context) }));
      const last = resolve({ ...found, statements }, [], [TARVIA]).statements.at(-1);
      assert.ok(last?.condition, "a condition");
      assert.equal(last.condition.mover, mover);
    });
});
