import { type Attributes, hash } from "./attributes.ts";
import { type Path, type Run, labelRuns } from "./crf.ts";
import { classAt, reportingClasses } from "./cueFeatures.ts";
import { type CueWindow, cueHead } from "./roleFeatures.ts";

/** Number of weights of the judge, a power of two. */
export const JUDGE_SLOTS = 1 << 18;

/** How many ways to give a cue its source and content are weighed. */
export const CANDIDATES = 4;

/** Runs of tokens. */
export interface Roles {
  readonly source: readonly Run[];
  readonly content: readonly Run[];
}

/** Features of one way to read a cue: indicator slots, and measured values with a slot each. */
export interface Evidence {
  readonly slots: readonly number[];
  readonly values: readonly (readonly [slot: number, value: number])[];
}

/** Reads the roles off a path of the role field. Token indices start at `offset`. */
function rolesOf({ labels }: Path, offset: number): Roles {
  return { source: labelRuns(labels, offset, 1), content: labelRuns(labels, offset, 5) };
}

/** Every way to read a cue, and what speaks for each and against all. */
export interface Ways {
  readonly roles: readonly Roles[];
  /** Entry 0 speaks for there being no cue; entry k + 1 for `roles[k]`. */
  readonly evidence: readonly Evidence[];
}

/** Weighs nothing yet: gathers the evidence on a cue with the log odds `logit` whose best paths are `paths`. */
export function waysToRead(a: Attributes, window: CueWindow, logit: number, paths: readonly Path[]): Ways {
  const cue = cueEvidence(a, window, logit);
  const roles = paths.map((path) => rolesOf(path, window.first));
  const top = paths[0]?.score ?? 0;
  return {
    roles,
    evidence: [
      evidenceAgainst(a, window, cue, paths[0]),
      ...paths.map((path, rank) => evidenceFor(a, window, cue, roles[rank] as Roles, top - path.score, rank)),
    ],
  };
}

/** The judge's score of one piece of evidence, in steps of its weights. */
export function scoreOf(weights: Float32Array | Int8Array, { slots, values }: Evidence): number {
  let sum = 0;
  for (const s of slots) sum += weights[s] as number;
  for (const [s, v] of values) sum += (weights[s] as number) * v;
  return sum;
}

function slotOf(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 0x7f4a7c15, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  return (h ^ (h >>> 14)) & (JUDGE_SLOTS - 1);
}

function lengthBucket(n: number): number {
  return n <= 4 ? n : n <= 7 ? 5 : n <= 12 ? 6 : n <= 20 ? 7 : n <= 35 ? 8 : 9;
}

/** What the judge knows of the cue itself, whatever its roles. */
interface CueEvidence {
  readonly lemma: number;
  readonly classes: number;
  readonly text: number;
  /** Log odds of the cue in the cue field. */
  readonly logit: number;
}

function cueEvidence(a: Attributes, window: CueWindow, logit: number): CueEvidence {
  const { cueFirst, cueLast } = window;
  const head = cueHead(a, window);
  let text = 17;
  for (let j = cueFirst; j < cueLast; j++) text = Math.imul(text, 31) ^ (a.word[j] as number);
  return {
    lemma: a.lemma[head] as number,
    classes: reportingClasses(a, head),
    text,
    logit,
  };
}

/** Evidence that the cue is no cue at all. `lead` is how much better the best path scores than the second. */
function evidenceAgainst(a: Attributes, window: CueWindow, cue: CueEvidence, best: Path | undefined): Evidence {
  const { first, last, cueFirst, cueLast } = window;
  const before = classAt(a, cueFirst - 1, first, last);
  const after = classAt(a, cueLast, first, last);
  return {
    slots: [
      slotOf(0, 0),
      slotOf(1, cue.lemma),
      slotOf(2, cue.classes),
      slotOf(3, cue.text),
      slotOf(4, cue.lemma, before),
      slotOf(5, cue.lemma, after),
      slotOf(6, before, after, cue.classes),
      slotOf(7, lengthBucket(last - first)),
      slotOf(8, Math.min(2, a.quoted[cueFirst] as number), window.depth),
      slotOf(9, best === undefined || best.labels.every((y) => y < 5 || y === 9) ? 1 : 0),
      slotOf(10, window.depth, cue.classes),
    ],
    values: [[slotOf(11, 0), Math.max(-6, Math.min(6, cue.logit))]],
  };
}

/** Evidence for one way to read the cue. `behind` is how far its path's score is behind the best. */
function evidenceFor(
  a: Attributes,
  window: CueWindow,
  cue: CueEvidence,
  roles: Roles,
  behind: number,
  rank: number,
): Evidence {
  const { first, last, cueFirst, cueLast, depth } = window;
  const { source, content } = roles;
  const { lemma, classes } = cue;
  const at = (i: number): number => classAt(a, i, first, last);
  const word = (i: number): number => (i >= first && i < last ? (a.word[i] as number) : i < first ? 1 : 2);
  const slots: number[] = [];
  const order = [
    ...source.map((r) => [r.first, 1] as const),
    ...content.map((r) => [r.first, 2] as const),
    [cueFirst, 3] as const,
  ]
    .sort((x, y) => x[0] - y[0])
    .reduce((sum, [, role]) => sum * 4 + role, 0);
  slots.push(
    slotOf(20, order),
    slotOf(21, order, lemma),
    slotOf(22, order, classes),
    slotOf(23, rank),
    slotOf(24, source.length, content.length),
  );
  const who = source[0];
  if (who) {
    const near = who.last <= cueFirst ? cueFirst - who.last : who.first - cueLast;
    slots.push(
      slotOf(30, at(who.first), at(who.first - 1)),
      slotOf(31, at(who.last - 1), at(who.last)),
      slotOf(32, word(who.first)),
      slotOf(33, word(who.last)),
      slotOf(34, word(who.first - 1)),
      slotOf(35, lengthBucket(who.last - who.first), has(a.shape, who, 6), order),
      slotOf(36, Math.min(6, near), who.first < cueFirst ? 0 : 1, classes),
      slotOf(37, at(who.first), at(who.last - 1), lengthBucket(who.last - who.first)),
      slotOf(38, at(who.last), at(who.last + 1), who.first < cueFirst ? 0 : 1),
      slotOf(39, has(a.kind, who, 13), has(a.kind, who, 16), at(who.last)),
      slotOf(40, lemma, who.first < cueFirst ? 0 : 1, Math.min(4, near)),
    );
  } else
    slots.push(slotOf(41, lemma), slotOf(42, classes, at(cueFirst - 1)), slotOf(43, at(cueFirst - 1), at(cueLast)));
  let words = 0;
  content.forEach((piece, k) => {
    const side = piece.first < cueFirst ? 0 : 1;
    const length = piece.last - piece.first;
    words += length;
    const stop = endsAt(a, piece.last, last);
    const startsAt =
      piece.first === first ? 1 : piece.first === cueLast ? 2 : piece.first > 0 && at(piece.first - 1) === 6 ? 3 : 0;
    const marks = quotationFit(a, piece, depth);
    const place = side * 4 + Math.min(k, 3);
    slots.push(
      slotOf(50, place, stop, startsAt),
      slotOf(51, place, stop, lemma),
      slotOf(52, place, startsAt, lemma),
      slotOf(53, at(piece.last), at(piece.last + 1), side),
      slotOf(54, word(piece.last), word(piece.last + 1), side),
      slotOf(55, word(piece.last), side),
      slotOf(56, at(piece.last - 1), at(piece.last), at(piece.last + 1)),
      slotOf(57, at(piece.first - 1), at(piece.first), side),
      slotOf(58, word(piece.first), side, lemma),
      slotOf(59, word(piece.first), word(piece.first - 1), side),
      slotOf(60, lengthBucket(length), place, stop),
      slotOf(61, marks, place),
      slotOf(62, marks, lemma),
      slotOf(63, marks, stop, startsAt),
      slotOf(64, verbs(a, piece), at(piece.first), side),
      slotOf(65, verbs(a, piece), stop, classes),
      slotOf(66, at(piece.last), side, lemma),
      slotOf(67, stop, classes, at(piece.first)),
      slotOf(68, word(piece.last), verbs(a, { first: piece.last, last: Math.min(last, piece.last + 8) }), side),
      slotOf(69, side === 1 ? gapOf(a, cueLast, piece.first) : gapOf(a, piece.last, cueFirst), lemma),
      slotOf(70, side === 1 ? gapOf(a, cueLast, piece.first) : gapOf(a, piece.last, cueFirst), order),
    );
  });
  if (content.length === 0) slots.push(slotOf(80, lemma), slotOf(81, 0));
  const rest = last - first - words - (cueLast - cueFirst) - (who ? who.last - who.first : 0);
  slots.push(
    slotOf(82, lengthBucket(Math.max(0, rest)), order),
    slotOf(83, lengthBucket(words), lemma),
    slotOf(84, rest <= 2 ? 1 : 0, lemma),
  );
  return {
    slots,
    values: [
      [slotOf(90, 0), Math.max(-12, -behind)],
      [slotOf(91, rank === 0 ? 1 : 0), 1],
    ],
  };
}

function has(values: Uint8Array, run: Run, value: number): number {
  for (let i = run.first; i < run.last; i++) if (values[i] === value) return 1;
  return 0;
}

/** 0 in the middle of words, 1 at the end of the window, 2 before its last mark, 3 comma, 4 other mark, 5 quotation mark. */
function endsAt(a: Attributes, at: number, last: number): number {
  if (at >= last) return 1;
  const shape = a.shape[at] as number;
  if (shape === 5) return at === last - 1 ? 2 : 4;
  if (shape === 6) return 3;
  if (a.mark[at] !== 0) return 5;
  return shape === 7 || shape === 9 || shape === 10 ? 4 : 0;
}

/** How a piece and the quotations in it fit: 0 none; 1 is one; 2 whole ones inside; 4 cuts one. */
function quotationFit(a: Attributes, { first, last }: Run, depth: number): number {
  let open = 0;
  let seen = 0;
  let cut = 0;
  for (let i = first; i < last; i++) {
    if (a.mark[i] === 1) {
      open++;
      seen++;
    } else if (a.mark[i] === 2) {
      if (open > 0) open--;
      else cut = 1;
    }
  }
  if (open > 0) cut = 1;
  if (seen === 0 && cut === 0) return (a.quoted[first] as number) > depth ? 4 : 0;
  const whole = a.mark[first] === 1 && a.quoted[last - 1] !== 0 && seen === 1 ? 1 : 2;
  return cut === 1 ? 4 : whole;
}

/** 0 no verb that looks finite, 1 one, 2 more. */
function verbs(a: Attributes, { first, last }: Run): number {
  let n = 0;
  for (let i = first; i < last && n < 2; i++) {
    const kind = a.kind[i] as number;
    if ((kind >= 6 && kind <= 9) || a.form[i] === 3 || a.form[i] === 2) n++;
  }
  return n;
}

/** The words between cue and content, the first two and how many. */
function gapOf(a: Attributes, from: number, to: number): number {
  const n = to - from;
  if (n <= 0) return 0;
  return n === 1 ? hash(`1 ${a.word[from]}`) : hash(`${Math.min(n, 8)} ${a.kind[from]} ${a.shape[to - 1]}`);
}
