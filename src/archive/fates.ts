import { MOST_RECORDS } from "../store/apply.ts";
import type { EditionRow, RecordRow, Store } from "../store/store.ts";
import type { Fate, ReadingValue, RecordValue } from "../store/values.ts";
import type { Anchor } from "./anchors.ts";

/** A statement of the edition before, as far as its fate is concerned. */
export interface Earlier {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly speaker: string;
  readonly record: { readonly anchors?: unknown };
}

/** From this share of common words on, a statement is the same one with other words. */
const ALTERED = 0.5;

/**
 * What an edition has: the statements and silences of its last reading, those decided on in it as they stand. One that a person
 * decided on in an edition before has its row there, so the rows alone do not tell. `records` are all rows of the article.
 */
export async function foundIn(
  store: Store,
  { edition, seq }: EditionRow,
  records: readonly RecordRow[],
): Promise<readonly Earlier[]> {
  const rows = records.filter((row) => row.edition === edition);
  // Its first reading is the entry behind it.
  const reading = rows.reduce((last, { place }) => Math.max(last, Math.floor(place / MOST_RECORDS)), seq + 1);
  const [entry] = await store.entries(reading, 1);
  const value = (entry?.value ?? {}) as Partial<ReadingValue>;
  if (value.edition !== edition || !value.records) return rows;
  const all = new Map<string, Earlier>(value.records.map((record) => [record.id, record]));
  for (const row of rows) all.set(row.id, row);
  return [...all.values()];
}

/**
 * What became of each statement of an edition in the next one: unchanged, moved (the same words elsewhere), altered (with the words
 * then and now) or gone. Nothing is anchored anew: the earlier statement keeps its place in the earlier text.
 */
export function fatesOf(earlier: readonly Earlier[], now: readonly RecordValue[]): Fate[] {
  const byId = new Map(now.map((record) => [record.id, record]));
  const before = new Set(earlier.map(({ id }) => id));
  const free = new Set(now.filter(({ id }) => !before.has(id)));
  const alike: { old: Earlier; record: RecordValue; share: number }[] = [];
  const candidates = [...free].map((record) => ({ record, words: wordsIn(record.words) }));
  for (const old of earlier) {
    if (byId.has(old.id)) continue;
    const words = wordsIn(old.words);
    for (const { record, words: others } of candidates) {
      if (record.kind !== old.kind) continue;
      const share = common(words, others) + (record.speaker === old.speaker ? 0.05 : 0);
      if (share >= ALTERED) alike.push({ old, record, share });
    }
  }
  const altered = new Map<Earlier, RecordValue>();
  for (const { old, record } of alike.sort((a, b) => b.share - a.share)) {
    if (altered.has(old) || !free.has(record)) continue;
    free.delete(record);
    altered.set(old, record);
  }
  return earlier.map((old): Fate => {
    const same = byId.get(old.id);
    if (same) {
      const moved = places(old.record) !== places(same.record);
      return { id: old.id, fate: moved ? "moved" : "unchanged", to: same.id, was: null, now: null };
    }
    const other = altered.get(old);
    return other
      ? { id: old.id, fate: "altered", to: other.id, was: old.words, now: other.words }
      : { id: old.id, fate: "gone", to: null, was: old.words, now: null };
  });
}

function places(record: { readonly anchors?: unknown }): string {
  return JSON.stringify(((record.anchors ?? []) as Anchor[]).map(({ from, to }) => [from, to]));
}

function wordsIn(words: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Twice the common words over all words of both. */
function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [word, n] of a) {
    shared += Math.min(n, b.get(word) ?? 0);
    all += n;
  }
  for (const n of b.values()) all += n;
  return all === 0 ? 0 : (2 * shared) / all;
}
