import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { heldOn, isDayOrRange } from "./held.ts";
import { type DatedText, besideContent, isElsewhen, mayGoOn, nounsOf, tellsOtherTime } from "./sameSpeaker.ts";

/** What somebody was last told to have said at a known time, however coarse. */
export interface Told {
  readonly when: When;
  readonly speaker: string;
  readonly through: string;
  readonly nouns: ReadonlySet<string>;
  readonly cue: Span;
  readonly sentence: number;
}

interface TaleContext extends DatedText {
  /** The day that stands with a statement itself. */
  readonly ownDay: (statement: FoundStatement) => When | null;
}

const IN_SENTENCE = "said in the same sentence";

/** So many sentences later a paragraph still tells what its speaker said then. */
const GOES_ON = 2;
/** So many of what was told before are asked. */
const MOST_TOLD = 24;
/** So many sentences later "at the time" still means the time told before. */
const POINTS_BACK = 6;

/**
 * The time of what the same speaker is told to have said before in this sentence, or right before it in this paragraph; null
 * where another time, another occasion or another tense stands between.
 */
export function inOneTale(
  statement: FoundStatement,
  speaker: string,
  through: string,
  told: readonly Told[],
  context: TaleContext,
): When | null {
  const { found } = context;
  const { cue } = statement;
  if (!cue || statement.inside) return null;
  const { rest, sentence } = besideContent(statement, found);
  const back = pointedTo(rest, sentence, told);
  if (back)
    return tellsOtherTime(sentence, back.when, context) ? null : heldOn(back.when, "said at the time told before");
  if (!mayGoOn(statement, found)) return null;
  const beside = ofSameSubject(statement, sentence, context);
  if (beside) return heldOn(beside, IN_SENTENCE);
  const last = told.slice(-MOST_TOLD).findLast((t) => t.speaker === speaker);
  if (!last) return null;
  if (last.sentence === sentence)
    return tellsOtherTime(sentence, last.when, context) ? null : heldOn(last.when, IN_SENTENCE);
  const near = sentence - last.sentence <= GOES_ON && sentence > last.sentence;
  if (!near || found.sentences[sentence]?.block !== found.sentences[last.sentence]?.block || isElsewhen(rest))
    return null;
  const isThere = (through === "" || through === last.through) && [...nounsOf(rest)].every((n) => last.nouns.has(n));
  for (let at = last.sentence; at <= sentence; at++) if (tellsOtherTime(at, last.when, context)) return null;
  return isThere && !RETURNS.test(rest) ? heldOn(last.when, "told right behind it of the same speaker") : null;
}

const BY_SOURCE = new WeakMap<Found, ReadonlyMap<number, readonly FoundStatement[]>>();

/** The statements by the place of the words for their speaker. */
function bySource(found: Found): ReadonlyMap<number, readonly FoundStatement[]> {
  let map = BY_SOURCE.get(found);
  if (!map) {
    map = Map.groupBy(
      found.statements.filter(({ source }) => source !== null),
      ({ source }) => source?.from ?? -1,
    );
    BY_SOURCE.set(found, map);
  }
  return map;
}

/** "She echoed it on Monday, saying": the one day beside the other verbs of the same subject. */
function ofSameSubject(statement: FoundStatement, sentence: number, context: TaleContext): When | null {
  const { source, cue } = statement;
  const { found, ownDay } = context;
  const { from, to } = found.sentences[sentence] as Span;
  if (!source || !cue) return null;
  let only: When | null = null;
  for (const s of bySource(found).get(source.from) ?? []) {
    if (s === statement || !s.cue || s.inside || s.cue.from < from || s.cue.to > to) continue;
    const when = ownDay(s);
    if (when?.edtf && only && only.edtf !== when.edtf) return null;
    if (when?.edtf) only = when;
  }
  return only && !tellsOtherTime(sentence, only, context) ? only : null;
}

/** What comes back from another time. */
const RETURNS =
  /\b(?:now|today|still|this (?:week|month|year|time)|since then|ever since|later|in (?:an?|the|his|her|its|their) (?:\p{L}+ ){0,2}(?:interview|statement))\b/iu;

/** "She said at the time", "told the Star then"; "then she said" only goes on. */
const AT_THE_TIME = /\bat the time\b|\b(?<!since |by |until |from )then\s*(?:[,._]|$)/i;

/** "She said at the time": what was told last before, of whomever, not too far above. */
function pointedTo(rest: string, sentence: number, told: readonly Told[]): Told | null {
  const last = told.at(-1);
  if (!last || !AT_THE_TIME.test(rest) || sentence - last.sentence > POINTS_BACK || sentence <= last.sentence)
    return null;
  // The report's own day is no "time" that it looks back to.
  const isPast = told.slice(-MOST_TOLD).some(({ when }) => (when.edtf as string) > (last.when.edtf as string));
  return isPast || !isDayOrRange(last.when) ? last : null;
}
