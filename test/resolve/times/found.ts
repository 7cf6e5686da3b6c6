import { findTimes } from "../../../src/extract/times/times.ts";
import type { FoundOccasion } from "../../../src/model/entries.ts";
import type { Found } from "../../../src/model/statement.ts";
import type { Time } from "../../../src/model/time.ts";
import { read } from "../../../src/read/read.ts";
import { resolveTimes } from "../../../src/resolve/times/times.ts";
import { parseCase } from "../../extract/cases.ts";
import { foundOf, statementsOf } from "../../extract/found.ts";
import { packOf } from "../../packs/packOf.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

/** A field with one named day of each kind and an era. */
export const PACK = packOf({
  days: [
    { name: "Harbour Day", aliases: [], on: "--05-02" },
    { name: "Good Friday", aliases: [], on: "easter-2" },
    { name: "Easter", aliases: ["Easter Sunday"], on: "easter" },
  ],
  eras: [{ name: "Reiwa", first: 2019 }],
});

/** The times of a text (paragraphs parted by empty lines) published on a day, or on a day unknown. */
export function foundIn(
  text: string,
  published: string | null,
  occasions: readonly FoundOccasion[] = [],
  updated?: string,
): Found {
  const basis = published === null ? ("unknown" as const) : ("given" as const);
  const document = {
    ...paragraphsOf(text),
    published: { edtf: published, basis, spans: [], ...(updated !== undefined && { updated }) },
  };
  const { reading } = read(document);
  return foundOf(reading, { times: findTimes(reading, [PACK]), occasions });
}

export function timesIn(text: string, published: string | null, updated?: string): { found: Found; times: Time[] } {
  const found = foundIn(text, published, [], updated);
  return { found, times: resolveTimes(found) };
}

/** The same with statements marked as in `docs/marking.md`. */
export function markedIn(marked: string, published: string | null, occasionNouns: readonly string[] = []): Found {
  const { text, statements } = parseCase([marked]);
  const occasions = occasionNouns.map((words): FoundOccasion => {
    const from = text.indexOf(words);
    return {
      span: { from, to: from + words.length },
      noun: words.split(" ").at(-1) as string,
      day: null,
      known: null,
      status: null,
    };
  });
  return { ...foundIn(text, published, occasions), statements: statementsOf(statements) };
}
