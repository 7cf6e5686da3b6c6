import assert from "node:assert/strict";
import { test } from "node:test";
import { timesIn } from "./found.ts";

/** Every time as `words = EDTF`, "?" where no date is known, of a text published on a day. */
function dated(text: string, published: string): string[] {
  const { times } = timesIn(text, published);
  return times.map(({ span, edtf }) => `${text.slice(span.from, span.to)} = ${edtf ?? "?"}`);
}

type Cases = Readonly<Record<string, readonly (readonly [string, ...string[]])[]>>;

/** Groups of texts with the times they hold. */
export function check(published: string, groups: Cases): void {
  for (const [name, cases] of Object.entries(groups))
    test(`${published}: ${name}`, () => {
      for (const [text, ...expected] of cases) assert.deepEqual(dated(text, published), expected, text);
    });
}
