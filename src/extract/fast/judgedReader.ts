import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { Proposal, StatementReader } from "../proposal.ts";
import { type Attributes, WORD_KINDS, attributes } from "./attributes.ts";
import type { Run } from "./crf.ts";
import { type Roles, type Ways, scoreOf } from "./judge.ts";
import type { FoundCue, Proposer } from "./proposer.ts";
import type { CueWindow } from "./roleFeatures.ts";
import { LONG_SENTENCE, nestedStretches, windowOf } from "./windows.ts";

/** Blocks in which nobody is looked for: pictures, places, names of authors, counters. */
const UNREAD: ReadonlySet<string> = new Set(["caption", "dateline", "byline", "source-line", "noise"]);

/** How deep statements inside statements are read. */
const DEEPEST = 3;

/** No sentence of a report has more cues; in hostile text only the surest are read. */
const MOST_CUES = 24;

/** What reading one sentence may cost, in tokens of all windows together: a hostile one must not hold up the rest. */
const MOST_TOKENS = 2500;
const MOST_TOKENS_LONG = 1200;

/** What a reader of this kind is made of, besides its proposers. */
export interface Judge {
  /** Weights, as steps of `step`. */
  readonly weights: Int8Array;
  readonly step: number;
  /** The least probability that somebody speaks, outermost and nested. */
  readonly least: readonly number[];
  /** Slope and shift from the judge's log odds to how often it is right. */
  readonly calibration: readonly number[];
}

/** One reading under way. */
interface Work {
  readonly reading: Reading;
  readonly a: Attributes;
  readonly proposer: Proposer;
  readonly firstKey: number;
  readonly found: Proposal[];
  /** Cues of the sentence at hand that were read as nested. */
  readonly nestedCues: Set<number>;
  /** What may still be spent on the sentence at hand, in tokens of windows. */
  tokensLeft: number;
}

/**
 * Reads a text cue by cue. A proposer finds cues sentence by sentence and, seen from each cue, the likeliest ways to read its
 * source and content; a log-linear judge weighs these against each other, and against there being no statement at all, by
 * what can only be seen of the whole. Inside the content of what it found it reads again, as if that were the report.
 */
export class JudgedReader implements StatementReader {
  readonly name: string;
  readonly #proposerOf: (reading: Reading, a: Attributes) => Proposer;
  readonly #judge: Judge;

  constructor(name: string, proposerOf: (reading: Reading, a: Attributes) => Proposer, judge: Judge) {
    this.name = name;
    this.#proposerOf = proposerOf;
    this.#judge = judge;
  }

  propose(reading: Reading, firstKey: number): Proposal[] {
    const a = attributes(reading);
    const proposer = this.#proposerOf(reading, a);
    const work: Work = { reading, a, proposer, firstKey, found: [], nestedCues: new Set(), tokensLeft: 0 };
    for (const { first, last, block } of reading.sentences) {
      if (UNREAD.has(reading.document.blocks[block]?.kind ?? "")) continue;
      work.nestedCues.clear();
      work.tokensLeft = last - first > LONG_SENTENCE ? MOST_TOKENS_LONG : MOST_TOKENS;
      for (const cue of surestCues(proposer.cues(first, last, 0, false)))
        this.#add(work, windowOf(reading, a, cue.first, cue.last), cue, null, 0);
    }
    return work.found;
  }

  /** Reads one cue, adds its statement if somebody speaks, and reads what is nested in the content. */
  #add(work: Work, window: CueWindow, cue: FoundCue, inside: number | null, level: number): void {
    const { reading, a, proposer, firstKey, found, nestedCues } = work;
    work.tokensLeft -= window.last - window.first;
    if (work.tokensLeft < 0) return;
    const verdict = this.#weigh(proposer.ways(window, cue, level > 0));
    if (!verdict || verdict.speaks < (this.#judge.least[Math.min(level, 1)] ?? 0.5)) return;
    const { roles } = verdict;
    const spanOf = (run: Run): Span => ({
      from: reading.tokens[run.first]?.from as number,
      to: reading.tokens[run.last - 1]?.to as number,
    });
    const key = firstKey + found.length;
    const source = roles.source[0];
    found.push({
      key,
      content: roles.content.map(spanOf),
      cue: spanOf(cue),
      source: source ? spanOf(source) : null,
      inside,
      continues: null,
      confidence: this.#calibrated(verdict.right),
      by: this.name,
    });
    if (level >= DEEPEST) return;
    for (const stretch of roles.content.flatMap((run) => nestedStretches(reading, a, run.first, run.last))) {
      if (!maySpeak(a, stretch)) continue;
      for (const inner of surestCues(proposer.cues(stretch.first, stretch.last, stretch.depth, true))) {
        // Outer statements may share content; what is nested in both is read once.
        const place = inner.first * 4096 + (inner.last - inner.first);
        if (nestedCues.has(place)) continue;
        nestedCues.add(place);
        this.#add(work, { ...stretch, cueFirst: inner.first, cueLast: inner.last }, inner, key, level + 1);
      }
    }
  }

  /** The best way to read a cue, how likely somebody speaks at all, and how likely this very way is right. */
  #weigh({ roles, evidence }: Ways): { roles: Roles; speaks: number; right: number } | null {
    const { weights, step } = this.#judge;
    const [none = 0, ...scores] = evidence.map((e) => scoreOf(weights, e) * step);
    let best: Roles | null = null;
    let bestScore = -Infinity;
    scores.forEach((score, k) => {
      const way = roles[k] as Roles;
      if (score > bestScore && way.content.length > 0) {
        bestScore = score;
        best = way;
      }
    });
    if (!best) return null;
    const highest = Math.max(none, ...scores);
    const against = Math.exp(none - highest);
    const sum = scores.reduce((s, x) => s + Math.exp(x - highest), against);
    return { roles: best, speaks: 1 - against / sum, right: Math.exp(bestScore - highest) / sum };
  }

  /** From the judge's probability to how often such statements were wholly right on texts not trained on. */
  #calibrated(p: number): number {
    const [slope = 1, shift = 0] = this.#judge.calibration;
    const clipped = Math.min(0.999, Math.max(0.001, p));
    const q = 1 / (1 + Math.exp(-(slope * Math.log(clipped / (1 - clipped)) + shift)));
    return Math.round(q * 1000) / 1000;
  }
}

/** The cues, or if a hostile text has more than any report the surest of them, in reading order. */
function surestCues(cues: FoundCue[]): FoundCue[] {
  if (cues.length <= MOST_CUES) return cues;
  const surest = cues.toSorted((x, y) => y.logit - x.logit).slice(0, MOST_CUES);
  return surest.sort((x, y) => x.first - y.first);
}

/** Whether any word of a stretch is known to report: without one nobody is looked for inside a content. */
function maySpeak(a: Attributes, { first, last }: Run): boolean {
  for (let i = first; i < last; i++)
    if (a.verb[i] !== 0 || a.noun[i] !== 0 || WORD_KINDS[a.kind[i] as number] === "according") return true;
  return false;
}
