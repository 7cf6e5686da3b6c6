/**
 * Decides what each mark of a paragraph is used for: the uses that together cost least. One pass over the marks keeps,
 * for each set of quotations that can be open at that point, the cheapest way to have come there. So a straight
 * mark or an apostrophe is decided by all that stands before and behind it, in time linear in the number of marks.
 */
import type { Family, Mark } from "./marks.ts";

/**
 * "reopens": opens, and ends the open quotation of the same family whose closing mark is missing.
 * "closes": closes the innermost open quotation of its family, and ends those inside.
 * "closes-other": closes the innermost open quotation though that was opened with the other kind of mark.
 */
export const USES = ["opens", "reopens", "closes", "closes-other", "in-word", "stray"] as const;
export type Use = (typeof USES)[number];
const [OPENS, REOPENS, CLOSES, CLOSES_OTHER, IN_WORD, STRAY] = [0, 1, 2, 3, 4, 5] as const;

export interface Surroundings {
  /** The paragraph starts inside a quotation of this family, without an opening mark. */
  readonly startsInside: Family | null;
  /** The family of the mark that opens the next paragraph, if one does. */
  readonly nextOpens: Family | null;
  /** The family of the next mark in the paragraphs that follow where that one can only close. */
  readonly nextCloses: Family | null;
  /** No words stand behind the last mark. */
  readonly wordlessEnd: boolean;
}

/** What mistakes of the writer cost; see marks.ts for the costs of a mark where it stands. */
const COST = {
  stray: 3.5,
  unclosed: 3,
  unclosedSingle: 2.9,
  /** Unclosed at the paragraph's end, and the next paragraph opens the same way. */
  continued: 0.3,
  /** The same, but of the next marks there is only the closing one. */
  continuedUnmarked: 1,
  reopened: 2.5,
  /** The new opening mark starts a line: the lines are paragraphs of one quotation. */
  reopenedAtLineStart: 0.5,
  /** “... “...” ...” */
  sameInside: 3,
  /** "... “...” ..." */
  curlyInsideStraight: 0.1,
  /** "...” */
  mixed: 1.2,
  /** "...’ */
  mismatched: 4,
} as const;

/** A quotation inside four others is not looked for. */
const DEEPEST = 4;
/** Ways this much dearer than the cheapest with all its debts are given up; less than this where there are too many. */
const MARGIN = 5;
const MOST_WAYS = 8;

// The open quotations are one number, the innermost as its last digit: 0 for none, else what opened it.
const OPENERS: readonly { readonly family: Family; readonly curly: boolean }[] = [
  { family: "double", curly: false },
  { family: "double", curly: true },
  { family: "single", curly: false },
  { family: "single", curly: true },
  { family: "guillemet", curly: true },
  { family: "single-guillemet", curly: true },
];
const BASE = 1 + OPENERS.length;
const STATES = BASE ** DEEPEST;
const SHALLOW = BASE ** (DEEPEST - 1);

function digitOf(family: Family, curly: boolean): number {
  return 1 + OPENERS.findIndex((opener) => opener.family === family && opener.curly === curly);
}

const innermost = (state: number): number => state % BASE;
const outside = (state: number): number => Math.floor(state / BASE);
const familyOf = (digit: number): Family => OPENERS[digit - 1]!.family;

/** For each state what it costs to leave all of it without closing marks. */
const DEBTS = new Float64Array(STATES);
for (let state = 1; state < STATES; state++)
  if (innermost(state) > 0)
    DEBTS[state] =
      DEBTS[outside(state)]! + (familyOf(innermost(state)) === "single" ? COST.unclosedSingle : COST.unclosed);

/** Every step of every way: the use of one mark and the step before it. */
class History {
  #steps = new Int32Array(128);
  /** The first step stands for the start of the paragraph. */
  #length = 1;

  constructor(startsInside: boolean) {
    this.#steps[0] = startsInside ? OPENS : STRAY;
  }

  add(before: number, use: number): number {
    if (this.#length === this.#steps.length) {
      const longer = new Int32Array(this.#length * 2);
      longer.set(this.#steps);
      this.#steps = longer;
    }
    this.#steps[this.#length] = before * USES.length + use;
    return this.#length++;
  }

  use(step: number): number {
    return this.#steps[step]! % USES.length;
  }

  before(step: number): number {
    return Math.floor(this.#steps[step]! / USES.length);
  }

  justOpened(step: number): boolean {
    return this.use(step) <= REOPENS;
  }
}

/** The cheapest way known to each state at one point of the text. */
class Ways {
  states: number[] = [];
  readonly costs = new Float64Array(STATES).fill(Infinity);
  readonly befores = new Int32Array(STATES);
  readonly uses = new Uint8Array(STATES);
  /** The step of the history a way ends with. */
  readonly steps = new Int32Array(STATES);

  offer(state: number, cost: number, before: number, use: number): void {
    const known = this.costs[state]!;
    if (cost >= known) return;
    if (known === Infinity) this.states.push(state);
    this.costs[state] = cost;
    this.befores[state] = before;
    this.uses[state] = use;
  }

  /** Gives up what is too dear and writes the rest into the history. */
  settle(history: History): void {
    let least = Infinity;
    for (const state of this.states) least = Math.min(least, this.costs[state]! + DEBTS[state]!);
    for (let margin = MARGIN; ; margin /= 2) {
      this.#giveUpAbove(least + margin);
      if (this.states.length <= MOST_WAYS) break;
      if (margin < 1) this.#giveUpBeyond(MOST_WAYS);
    }
    for (const state of this.states) this.steps[state] = history.add(this.befores[state]!, this.uses[state]!);
  }

  clear(): void {
    for (const state of this.states) this.costs[state] = Infinity;
    this.states.length = 0;
  }

  #giveUpAbove(limit: number): void {
    let kept = 0;
    for (const state of this.states) {
      if (this.costs[state]! <= limit) this.states[kept++] = state;
      else this.costs[state] = Infinity;
    }
    this.states.length = kept;
  }

  #giveUpBeyond(count: number): void {
    for (const state of this.states.slice(count)) this.costs[state] = Infinity;
    this.states.length = count;
  }
}

/** Pairs the marks of one paragraph after the other. What it holds is working space, reused: no result depends on it. */
export class Pairer {
  #ways = new Ways();
  #next = new Ways();

  /** What each mark is used for. Any marks make some reading: nothing is refused. */
  pair(marks: readonly Mark[], around: Surroundings): Use[] {
    const history = new History(around.startsInside !== null);
    const start = around.startsInside ? digitOf(around.startsInside, true) : 0;
    this.#ways.clear();
    this.#ways.offer(start, 0, 0, STRAY);
    this.#ways.steps[start] = 0;
    marks.forEach((mark, i) => {
      const opensNothing = around.wordlessEnd && i === marks.length - 1;
      this.#next.clear();
      stepOver(opensNothing ? { ...mark, open: Infinity } : mark, this.#ways, this.#next, history);
      this.#next.settle(history);
      [this.#ways, this.#next] = [this.#next, this.#ways];
    });

    let step = 0;
    let lowest = Infinity;
    const { states, steps, costs } = this.#ways;
    for (const state of states) {
      const last = steps[state]!;
      const cost = costs[state]! + costOfEnd(state, around);
      if (cost < lowest) [step, lowest] = [last, cost];
    }

    const uses: Use[] = new Array(marks.length);
    for (let i = marks.length - 1; i >= 0; i--, step = history.before(step)) uses[i] = USES[history.use(step)]!;
    return uses;
  }
}

/** Offers every use of one mark on every way so far. */
function stepOver(mark: Mark, ways: Ways, next: Ways, history: History): void {
  const digit = digitOf(mark.family, mark.curly);
  for (const state of ways.states) {
    const cost = ways.costs[state]!;
    const step = ways.steps[state]!;
    next.offer(state, cost + COST.stray, step, STRAY);
    if (mark.inWord < Infinity) next.offer(state, cost + mark.inWord, step, IN_WORD);

    const empty = mark.wordlessBefore && history.justOpened(step);
    const reopening = cost + mark.open + (mark.startsLine ? COST.reopenedAtLineStart : COST.reopened);
    if (!empty && areDoubleAndSingle(state, mark.family))
      next.offer(outside(state), cost + mark.close + COST.mismatched, step, CLOSES_OTHER);
    let nesting = 0;
    for (let rest = state; rest > 0; rest = outside(rest)) {
      const opener = innermost(rest);
      if (familyOf(opener) === mark.family) {
        const left = DEBTS[state]! - DEBTS[rest]!;
        nesting = Math.max(nesting, opener === digit ? COST.sameInside : COST.curlyInsideStraight);
        if (!empty) {
          const mixed = opener === digit ? 0 : COST.mixed;
          next.offer(outside(rest), cost + mark.close + mixed + left, step, CLOSES);
          next.offer(outside(rest) * BASE + digit, reopening + mixed + left, step, REOPENS);
        }
      }
    }
    if (state < SHALLOW) next.offer(state * BASE + digit, cost + mark.open + nesting, step, OPENS);
  }
}

function areDoubleAndSingle(state: number, family: Family): boolean {
  if (state === 0) return false;
  const opener = familyOf(innermost(state));
  return (opener === "double" && family === "single") || (opener === "single" && family === "double");
}

function costOfEnd(state: number, { nextOpens, nextCloses }: Surroundings): number {
  let outermost = state;
  while (outside(outermost) > 0) outermost = outside(outermost);
  if (outermost === 0) return 0;
  const family = familyOf(outermost);
  const inside = DEBTS[state]! - DEBTS[outermost]!;
  if (family === nextOpens) return inside + COST.continued;
  if (family === nextCloses) return inside + COST.continuedUnmarked;
  return DEBTS[state]!;
}
