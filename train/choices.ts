import type { Attributes } from "../src/extract/fast/attributes.ts";
import type { Run } from "../src/extract/fast/crf.ts";
import type { Roles } from "../src/extract/fast/judge.ts";
import type { Proposer } from "../src/extract/fast/proposer.ts";
import type { CueWindow } from "../src/extract/fast/roleFeatures.ts";
import { windowOf } from "../src/extract/fast/windows.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Level } from "./examples.ts";
import { roleLabels, tokenRange } from "./examples.ts";
import type { Choice } from "./judge.ts";
import type { Attribution } from "./polnear.ts";

/** A way that is not exact still teaches when its source is right and at least this share of the content. */
const NEARLY = 0.6;

/** What the judge learns from one stretch: every cue proposed there, its ways, and which of them the marks bear out. */
export function choicesOf(
  reading: Reading,
  a: Attributes,
  level: Level,
  proposer: Proposer,
  outermost: boolean,
): Choice[] {
  const choices: Choice[] = [];
  for (const cue of proposer.cues(level.first, level.last, level.depth, !outermost)) {
    const window: CueWindow = outermost
      ? windowOf(reading, a, cue.first, cue.last)
      : { first: level.first, last: level.last, cueFirst: cue.first, cueLast: cue.last, depth: level.depth };
    const { roles, evidence } = proposer.ways(window, cue, !outermost);
    const marked = level.marked.find(({ cue: [span] }) => {
      const range = span && tokenRange(reading, span);
      return range && range.first < cue.last && cue.first < range.last;
    });
    const { right, exact } = marked ? waysBorneOut(reading, window, marked, roles) : { right: [-1], exact: false };
    if (right.length === 0) continue;
    const range = marked?.cue[0] && tokenRange(reading, marked.cue[0]);
    choices.push({
      ways: evidence,
      right: right.map((k) => k + 1),
      exact: exact && range?.first === cue.first && range.last === cue.last,
    });
  }
  return choices;
}

/** Indices of the ways that give the marked roles, edge punctuation aside; failing that, of the nearest one. */
function waysBorneOut(
  reading: Reading,
  window: CueWindow,
  marked: Attribution,
  ways: readonly Roles[],
): { right: number[]; exact: boolean } {
  const labels = roleLabels(reading, window, marked);
  const gold = { source: wordsWith(reading, window, labels, 1), content: wordsWith(reading, window, labels, 5) };
  const keyed = ways.map(({ source, content }) => ({
    source: wordsIn(reading, source),
    content: wordsIn(reading, content),
  }));
  const exact = keyed.flatMap((w, k) => (same(w.source, gold.source) && same(w.content, gold.content) ? [k] : []));
  if (exact.length > 0) return { right: exact, exact: true };
  let best = -1;
  let most = NEARLY;
  keyed.forEach((w, k) => {
    if (!same(w.source, gold.source)) return;
    const shared = w.content.filter((i) => gold.content.includes(i)).length;
    const share = shared / Math.max(1, w.content.length + gold.content.length - shared);
    if (share > most) {
      most = share;
      best = k;
    }
  });
  return { right: best < 0 ? [] : [best], exact: false };
}

function isWord(reading: Reading, i: number): boolean {
  return /[\p{L}\p{N}]/u.test(reading.tokens[i]?.reads ?? "");
}

function wordsWith(reading: Reading, { first }: CueWindow, labels: Uint8Array, begin: number): number[] {
  const found: number[] = [];
  labels.forEach((y, i) => {
    if (y >= begin && y < begin + 4 && isWord(reading, first + i)) found.push(first + i);
  });
  return found;
}

function wordsIn(reading: Reading, runs: readonly Run[]): number[] {
  const found: number[] = [];
  for (const { first, last } of runs) for (let i = first; i < last; i++) if (isWord(reading, i)) found.push(i);
  return found.sort((x, y) => x - y);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
