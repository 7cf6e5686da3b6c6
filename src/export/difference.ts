/** A stretch of words that two versions have in common, or that only one of them has. */
export interface Stretch {
  readonly in: "both" | "was" | "now";
  readonly words: string;
}

/** Beyond this many pairs of words the versions are shown whole: comparing takes time in their product. */
const MOST_PAIRS = 1_000_000;

/** What differs between two versions of some words, word by word: a longest common subsequence, what was before what is. */
export function difference(was: string, now: string): Stretch[] {
  const a = was.split(/\s+/).filter((word) => word !== "");
  const b = now.split(/\s+/).filter((word) => word !== "");
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  return merged([
    ...a.slice(0, from).map((words): Stretch => ({ in: "both", words })),
    ...between(a.slice(from, endA), b.slice(from, endB)),
    ...a.slice(endA).map((words): Stretch => ({ in: "both", words })),
  ]);
}

function between(a: readonly string[], b: readonly string[]): Stretch[] {
  const gone = (words: string): Stretch => ({ in: "was", words });
  const come = (words: string): Stretch => ({ in: "now", words });
  if (a.length * b.length > MOST_PAIRS) return [...a.map(gone), ...b.map(come)];
  // longest[i][j]: words common to the ends of both from i and j on.
  const wide = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * wide);
  const at = (i: number, j: number): number => longest[i * wide + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      found.push({ in: "both", words: a[i] as string });
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) found.push(gone(a[i++] as string));
    else found.push(come(b[j++] as string));
  }
  return [...found, ...a.slice(i).map(gone), ...b.slice(j).map(come)];
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    if (last && last.in === stretch.in) all[all.length - 1] = { in: last.in, words: `${last.words} ${stretch.words}` };
    else all.push(stretch);
  }
  return all;
}
