import assert from "node:assert/strict";
import { test } from "node:test";
import type { NamedSource } from "../../src/resolve/sources.ts";
import { resolvePeople } from "../../src/resolve/people/people.ts";
import { TARVIA, foundIn } from "./marked.ts";

/** By what they show: texts marked as in docs/marking.md, each with the source of every statement in it as `shown` tells it. */
export type SpeakerCases = Readonly<Record<string, readonly (readonly [marked: string, ...speakers: string[]])[]>>;

/** "Mara Quill", "Water Board organisation", and nothing for nobody. */
function nameAndKind(source: NamedSource | null): string {
  return source === null ? "" : source.kind === "person" ? source.name : `${source.name} ${source.kind}`;
}

/** A test for each heading, a case for each text: who speaks. */
export function testSpeakers(cases: SpeakerCases, { title = "", shown = nameAndKind } = {}): void {
  for (const [what, some] of Object.entries(cases))
    test(`${title}${what}`, async (t) => {
      for (const [marked, ...speakers] of some)
        await t.test(marked, () => {
          const found = foundIn(marked);
          const people = resolvePeople(found, [TARVIA]);
          assert.deepEqual(
            found.statements.map((s) => shown(people.sourceOf(s))),
            speakers,
          );
        });
    });
}
