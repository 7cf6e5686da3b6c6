import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { firstFrom } from "./besideCue.ts";
import type { PlacedTime } from "./placed.ts";
import { isOfPoll } from "./pollDays.ts";
import {
  type Anchor,
  besideContent,
  isElsewhen,
  mayGoOn,
  nounsOf,
  quoted,
  sameSpeaker,
  throughOf,
} from "./sameSpeaker.ts";

/** What a report tells of days that its statements may hang on. */
export interface DayRecords {
  readonly found: Found;
  readonly placed: readonly PlacedTime[];
  readonly spans: readonly Span[];
  /** Sentences that tell when a document came out, in order. */
  readonly announced: readonly Anchor[];
  /** Statements with a day of their own, in order, as far as they were looked at. */
  readonly dated: Anchor[];
  /** The sentence in which a speaker was last put on another day than the report's. */
  readonly elsewhen: Map<string, number>;
  /** The days of the report's own poll. */
  readonly poll: When | null;
}

/** Whether a date is a day, or from one day to another. */
export function isDayOrRange({ edtf }: When): boolean {
  return edtf !== null && /^\d{4}-\d{2}-\d{2}(?:T[^/]*)?(?:\/\d{4}-\d{2}-\d{2})?$/.test(edtf);
}

/** For so many sentences a speaker who was put on another day stays there. */
const AWAY = 4;

/** How much of the sentence before is looked at for another time. */
const TALE = 300;
/** So many anchors before a statement are asked. */
const MOST_ANCHORS = 24;

/** Days further apart than this are of two occasions that nobody mixes up. */
const APART = 8 * 86_400_000;

/**
 * The day that another sentence gives for a statement without one: that of its document, of the meeting, of the poll, of its
 * speaker before; for a headline that of the same speaker below, which `ownDay` tells. Null where there is none, or two.
 */
export function heldDay(
  statement: FoundStatement,
  chain: readonly Hop[],
  index: DayRecords,
  ownDay: (statement: FoundStatement) => When | null,
): When | null {
  const { found, announced, dated } = index;
  const { frame, cue, source } = statement;
  if (frame) {
    const opened = lastBefore(announced, frame.stretch.from).at(-1);
    return opened ? heldOn(opened.when, "announced as of that day") : null;
  }
  const speaker = chain.at(-1);
  if (!cue || !speaker || speaker.kind === "none" || statement.inside) return null;
  if (isHeadline(cue, found)) return ofHeadline(speaker, index, ownDay);
  const { rest, sentence } = besideContent(statement, found);
  const tale = tailOfSentence(sentence - 1, found.sentences[sentence]?.block, found);
  const named = source ? found.document.text.slice(source.from, source.to) : "";
  if (index.poll && isOfPoll(`${named} ${speaker.name}`, rest)) return index.poll;
  if (isElsewhen(rest) || isElsewhen(tale)) index.elsewhen.set(speaker.name, sentence);
  const recent = dated.slice(-MOST_ANCHORS).filter((a) => sameSpeaker(a.speaker, speaker.name));
  const away = index.elsewhen.get(speaker.name) ?? -Infinity;
  if (!mayGoOn(statement, found) || (sentence - away <= AWAY && !recent.some((a) => a.sentence > away))) return null;
  const own = nounsOf(`${named} ${rest}`);
  const ahead = lastBefore(announced, cue.from);
  const document = ahead.findLast(({ nouns }) => [...own].some((noun) => nouns.has(noun)));
  if (document && /^(?:the|this|that|its|his|her|their)\b/i.test(named) && nounsOf(named).size > 0)
    return heldOn(document.when, "said in the document of that day");
  const gathering = ahead.findLast(({ gathers }) => gathers);
  if (
    gathering &&
    (SPEAKERS.test(named) || /\bin (?:a|his|her|their) (?:\p{Ll}+ )?(?:speech|speeches|address|report)\b/u.test(rest))
  )
    return heldOn(gathering.when, "said at the meeting of that day");
  const through = throughOf(chain);
  const mine = [
    ...recent.filter((a) => through === "" || through === a.through),
    ...ahead.filter((a) => namesSpeaker(found, a.sentence, speaker.name)),
  ].filter((a) => a.sentence === sentence || [...own].every((noun) => a.nouns.has(noun)));
  if (mine.length === 0) return null;
  const latest = mine.reduce((x, y) => ((y.when.edtf as string) >= (x.when.edtf as string) ? y : x));
  const near = mine.some(
    (a) =>
      a.when.edtf !== latest.when.edtf &&
      Date.parse((latest.when.edtf as string).slice(0, 10)) - Date.parse((a.when.edtf as string).slice(0, 10)) < APART,
  );
  return near || otherDateIn(sentence, latest, index)
    ? null
    : heldOn(latest.when, "no other day is told for the same speaker");
}

/** Whether a sentence names another date, in nobody's words, than that of the anchor. */
function otherDateIn(at: number, { when }: Anchor, { found, placed, spans }: DayRecords): boolean {
  const sentence = found.sentences[at];
  if (!sentence) return false;
  for (let i = firstFrom(spans, sentence.from); i < placed.length; i++) {
    const p = placed[i] as PlacedTime;
    if (p.found.span.from >= sentence.to) return false;
    if (p.found.meaning.kind === "date" && p.time.edtf !== when.edtf && !quoted(found, p.found.span)) return true;
  }
  return false;
}

const SPEAKERS = /^(?:the )?(?:speakers?|participants?|attendants?|reporters?|orators?)\b/i;

function heldOn({ edtf, steps }: When, why: string): When {
  return { edtf, basis: "derived", steps: [...steps, why] };
}

/** The last anchors before a place; their places are in order. */
function lastBefore(anchors: readonly Anchor[], at: number): readonly Anchor[] {
  const end = firstReached(anchors, (a) => a.at.from >= at);
  return anchors.slice(Math.max(0, end - MOST_ANCHORS), end);
}

/** The end of a sentence, where it stands in the block. */
function tailOfSentence(at: number, block: number | undefined, { document, sentences }: Found): string {
  const sentence = sentences[at];
  return sentence && sentence.block === block
    ? document.text.slice(Math.max(sentence.from, sentence.to - TALE), sentence.to)
    : "";
}

function namesSpeaker({ document, sentences }: Found, sentence: number, name: string): boolean {
  const { from, to } = sentences[sentence] as Span;
  const last = name.split(" ").at(-1) as string;
  return last.length > 2 && /^\p{Lu}/u.test(last) && document.text.slice(from, to).includes(last);
}

function isHeadline(cue: Span, found: Found): boolean {
  const sentence = found.sentences[indexBehind(found.sentences, cue.from)];
  return sentence !== undefined && found.document.blocks[sentence.block]?.kind === "headline";
}

/** So many statements of a report are looked through for a headline's speaker. */
const MOST_LOOKED_AT = 60;
/** How many statements of the body a headline may stand for. */
const BODY = 8;

/** A headline tells what the text tells below: the day of the first statement there whose source names the same speaker. */
function ofHeadline(
  { name }: Hop,
  { found }: DayRecords,
  ownDay: (statement: FoundStatement) => When | null,
): When | null {
  const last = name.split(" ").at(-1) as string;
  if (!/^\p{Lu}/u.test(last)) return null;
  const below = found.statements
    .slice(0, MOST_LOOKED_AT)
    .filter((s) => s.cue && !isHeadline(s.cue, found) && !s.frame)
    .slice(0, BODY);
  for (const s of below) {
    if (!s.source || !found.document.text.slice(s.source.from, s.source.to).includes(last)) continue;
    const when = ownDay(s);
    if (when && isDayOrRange(when)) return heldOn(when, "the headline of what is told below");
  }
  return null;
}
