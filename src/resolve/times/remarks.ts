import { type Span, slice } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { firstFrom } from "./besideCue.ts";
import { heldOn, isDayOrRange } from "./held.ts";
import type { Told } from "./oneTale.ts";
import { whenOf } from "./placed.ts";
import { type DatedText, besideContent, isDay, isElsewhen, mayGoOn, surnameOf, tellsOtherTime } from "./sameSpeaker.ts";

/** "Quill made the pledge in an interview": the sentence points back to what she was told to have said. */
const MADE =
  /\b(?:made|gave|delivered) (?:the|this|these|those|that|his|her|their|its) (?:remarks?|comments?|pledge|promise|announcement|declaration|claims?|warning|appeal|threat|vow|call|accusations?|allegations?|admission)\b/u;
/** It is told of something else. */
const ELSE = /\b(?:who|which|that|where|before|since|after|ahead|said|told|will|would)\b|[;:“”"]/iu;
/** So many sentences behind it what is said there still goes on. */
const GOES_ON = 6;
/** So many sentences ahead of it stand the words it points back to. */
const BACK = 2;

interface Made {
  readonly sentence: number;
  readonly words: string;
  /** The day that stands with it, null where none does. */
  readonly when: When | null;
}

const MADES = new WeakMap<Found, readonly Made[]>();

function madesOf(context: DatedText): readonly Made[] {
  const { found } = context;
  let mades = MADES.get(found);
  if (!mades) {
    mades = found.sentences.flatMap((span, sentence) => {
      const words = slice(found.document.text, span);
      const match = MADE.exec(words);
      if (!match) return [];
      return [{ sentence, words, when: dayBehind(context, span, span.from + match.index + match[0].length) }];
    });
    MADES.set(found, mades);
  }
  return mades;
}

/** The first day behind the words, in their own clause. */
function dayBehind({ found, placed, spans }: DatedText, { to }: Span, from: number): When | null {
  const p = placed[firstFrom(spans, from)];
  if (!p || p.found.span.from >= to || !isDay(p) || !["", "on"].includes(p.found.preposition)) return null;
  return ELSE.test(found.document.text.slice(from, p.found.span.from)) ? null : whenOf(p.time);
}

/**
 * The day of remarks that a sentence near by tells to have been made on a day, or that it ties to dated words right before it;
 * null where none does.
 */
export function dayOfRemarks(
  statement: FoundStatement,
  speaker: string,
  told: readonly Told[],
  context: DatedText,
): When | null {
  const { found } = context;
  const mades = madesOf(context);
  if (mades.length === 0 || !statement.cue || statement.inside || statement.frame || !mayGoOn(statement, found))
    return null;
  const { rest, sentence } = besideContent(statement, found);
  const known = surnameOf(speaker);
  if (isElsewhen(rest) || ELSEWHERE.test(rest) || known === null) return null;
  const made = mades.findLast((m) => m.words.includes(known) && reaches(m, sentence));
  const when = made && (made.when ?? (made.sentence < sentence ? pointedTo(made, told) : null));
  if (!made || !when || !isDayOrRange(when)) return null;
  const [first, last] = made.sentence < sentence ? [made.sentence, sentence] : [sentence, made.sentence];
  for (let at = first; at <= last; at++) if (tellsOtherTime(at, when, context)) return null;
  return heldOn(when, "said on the occasion on which the report tells these remarks were made");
}

function reaches({ sentence, when }: Made, at: number): boolean {
  return at > sentence ? at - sentence <= GOES_ON : when !== null && at < sentence && sentence - at <= BACK;
}

/** The dated words right before that the sentence points back to. */
function pointedTo({ sentence }: Made, told: readonly Told[]): When | null {
  const before = told.findLast((t) => t.sentence < sentence);
  return before && sentence - before.sentence <= BACK ? before.when : null;
}

/** Another occasion. */
const ELSEWHERE =
  /\b(?:separately|meanwhile|afterwards?|later|earlier|statement|twitter|facebook|on X|letter|reporters|another|second)\b/iu;
