import assert from "node:assert/strict";
import { test } from "node:test";
import { editsOf } from "../../../src/extract/acts/edits.ts";
import { spokenIn } from "./spokenCases.ts";

/** What the outlet cut (…) or put in, in order. */
const EDITS: readonly (readonly [string, readonly string[]])[] = [
  ["[q “We waited … for boats,”] [s he] [c said].", ["omission …"]],
  ["[q “We waited ... for boats,”] [s he] [c said].", ["omission ..."]],
  ["[q “We waited . . . for boats,”] [s he] [c said].", ["omission . . ."]],
  ["[q “We waited \\[...\\] for boats,”] [s he] [c said].", ["omission [...]"]],
  ["[q “We waited (…) for boats,”] [s he] [c said].", ["omission (…)"]],
  ["[q “\\[The port\\] was shut … for days,”] [s he] [c said].", ["insertion [The port]", "omission …"]],
  ["[s He] [c said] [q the port was “shut \\[by ice\\]” for … days].", ["insertion [by ice]"]],
  ["[q “\\[W\\]e waited,”] [s he] [c said], [q “and \\[they\\] left.”]", ["insertion [W]", "insertion [they]"]],
  // The outlet's notes are no words of the speaker's.
  ["[q “We was \\[sic\\] waiting,”] [s he] [c said].", []],
  ["[q “We waited \\[2\\] for boats,”] [s he] [c said].", []],
  // Outside the marks the words are the outlet's anyway.
  ["[s He] [c said] [q they waited … for boats].", []],
  ["[q “We waited.”] [s He] [c said]. \\[Ed.\\]", []],
];

test("edits", async (t) => {
  for (const [marked, wanted] of EDITS)
    await t.test(marked, () => {
      const { statements, context, text } = spokenIn(marked);
      const edits = statements.flatMap((s) => editsOf(s, context));
      assert.deepEqual(
        edits.map(({ kind, span }) => `${kind} ${text.slice(span.from, span.to)}`),
        wanted,
      );
    });
});
