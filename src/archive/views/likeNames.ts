import { fieldOf, folded } from "../../resolve/field.ts";

/** Two names that may be one person's. */
export interface LikeNames {
  /** The fuller one, under which the other would be filed. */
  readonly name: string;
  readonly other: string;
  readonly why: string;
}

interface Named {
  readonly name: string;
  /** Small letters without marks, hyphens as spaces. */
  readonly words: readonly string[];
  /** The name it has in a pack, or "". */
  readonly filed: string;
}

/** So many names with one last name are told apart by hand. */
const MOST_ALIKE = 60;
/** Names shorter than this differ by a letter too easily. */
const LONG = 8;

/** Names or groups of them looked at before others have their turn. */
const AT_ONCE = 500;

/**
 * Pairs of names that are likely one person's or body's, the surest first. Every pair stands once. Works in small pieces and calls
 * `pause` between them.
 */
export async function likeNames(names: readonly string[], pause: () => Promise<unknown>): Promise<LikeNames[]> {
  const all: Named[] = [];
  for (const [i, name] of names.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await pause();
    if (isName(name)) all.push(named(name));
  }
  const pairs = new Map<string, LikeNames & { readonly rank: number }>();
  const add = (a: Named, b: Named): void => {
    const found = a.name === b.name ? null : likeness(a, b);
    if (found === null) return;
    const [fuller, other] = isFuller(a, b) ? [a.name, b.name] : [b.name, a.name];
    const key = [a.name, b.name].sort().join("\u0000");
    if (!pairs.has(key)) pairs.set(key, { name: fuller, other, why: WHY[found], rank: RANKS.indexOf(found) });
  };
  for (const keyed of [
    ({ filed }: Named) => filed,
    ({ words }: Named) => words.toSorted().join(" "),
    ({ words }: Named) => words.at(-1) ?? "",
    ({ words }: Named) => `${words[0]} …`,
  ])
    for await (const alike of groups(all, keyed, pause))
      for (const [i, a] of alike.entries()) for (const b of alike.slice(i + 1)) add(a, b);
  return [...pairs.values()]
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.other < b.other ? -1 : 1))
    .map(({ name, other, why }) => ({ name, other, why }));
}

const RANKS = ["pack", "spelling", "order", "initial", "middle", "letter", "last"] as const;
type Rank = (typeof RANKS)[number];
const WHY: Readonly<Record<Rank, string>> = {
  pack: "a pack has both as names of one",
  spelling: "the same words, spelt with other marks, hyphens or capitals",
  order: "the same words in another order",
  initial: "an initial where the other has a first name",
  middle: "one has a name more",
  letter: "one letter differs",
  last: "the last name alone; nobody else here has it",
};

const NO_NAMES = new Set(["it", "he", "she", "they", "we", "i", "you", "who", "the", "a", "an"]);
/** Small words that stand within names. */
const WITHIN = new Set(
  "al af an av bin bint da das de del della den der di dos du el ibn la le of ten ter the und van von y zu".split(" "),
);

/** Whether words are a name of somebody, and no description: every word but the small ones begins with a capital, where its script has them. */
function isName(words: string): boolean {
  const all = words.split(/[\s-]+/).filter(Boolean);
  if (all.length === 0 || NO_NAMES.has((all[0] as string).toLowerCase())) return false;
  return all.every(
    (word, i) => /^\P{L}*(?:\p{Lu}|\p{Lt}|\p{Lo})/u.test(word) || (i > 0 && (WITHIN.has(word) || all.length > 2)),
  );
}

function named(name: string): Named {
  return {
    name,
    words: folded(name.replaceAll("-", " "))
      .replace(/[^\p{L}\p{M}\p{N}\s]/gu, "")
      .split(/\s+/)
      .filter(Boolean),
    filed: fieldOf().person(name)?.name ?? "",
  };
}

async function* groups(
  all: readonly Named[],
  keyOf: (one: Named) => string,
  pause: () => Promise<unknown>,
): AsyncGenerator<readonly Named[]> {
  const byKey = new Map<string, Named[]>();
  for (const [i, one] of all.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await pause();
    const key = keyOf(one);
    if (key === "") continue;
    const group = byKey.get(key);
    if (group) group.push(one);
    else byKey.set(key, [one]);
  }
  let looked = 0;
  for (const group of byKey.values()) {
    if (group.length > 1 && ++looked % 50 === 0) await pause();
    if (group.length < 2 || group.length > MOST_ALIKE) continue;
    // A last name alone says who is meant only where one person has it.
    const full = group.filter(({ words }) => words.length > 1);
    const people = new Set(full.map(({ words }) => words[0]?.[0]));
    yield people.size > 1 ? full : group;
  }
}

function likeness(a: Named, b: Named): Rank | null {
  if (a.filed !== "" && b.filed !== "") return a.filed === b.filed ? "pack" : null;
  const [x, y] = [a.words, b.words];
  if (x.join(" ") === y.join(" ")) return "spelling";
  if (x.length > 1 && x.toSorted().join(" ") === y.toSorted().join(" ")) return "order";
  // “Ministry of Defence of Tarvia” does not have Tarvia for its last name.
  if (x.at(-1) === y.at(-1) && !x.includes("of") && !y.includes("of")) {
    if (x.length === 1 || y.length === 1) return "last";
    const [first, other] = [x[0] as string, y[0] as string];
    const initial = first.length === 1 || other.length === 1;
    if (x.length === y.length && initial && first[0] === other[0] && first !== other) return "initial";
    if (first === other && x.length !== y.length) return "middle";
  }
  return x.length > 1 && x.length === y.length && differByALetter(x.join(" "), y.join(" ")) ? "letter" : null;
}

/** Whether one letter is another, missing or too many. */
function differByALetter(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LONG || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** The one with more words, then with more letters; hyphens and marks are kept rather than lost. */
function isFuller(a: Named, b: Named): boolean {
  const [x, y] = [a.words.join(" ").length, b.words.join(" ").length];
  if (a.filed !== "" && a.filed === a.name) return true;
  if (b.filed !== "" && b.filed === b.name) return false;
  if (a.words.length !== b.words.length) return a.words.length > b.words.length;
  if (x !== y) return x > y;
  const [rich, poor] = [richness(a.name), richness(b.name)];
  return rich === poor ? a.name < b.name : rich > poor;
}

function richness(name: string): number {
  return Buffer.byteLength(name) + name.split("-").length;
}
