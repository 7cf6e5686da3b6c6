import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import { type Span, slice } from "../../model/span.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { documentsOf } from "../documentWords.ts";
import { firstFrom } from "./besideCue.ts";
import { type PlacedTime, whenOf } from "./placed.ts";
import { dayOfHeadline, dayOfOpening, isHeadline } from "./ledeDay.ts";
import { isAttended, isSpeakerThere } from "./gathered.ts";
import { ON_VISIT, visitOf } from "./visits.ts";
import { heldOn } from "./held.ts";
import { isOfPoll } from "./pollDays.ts";
import {
  type Anchor,
  besideContent,
  isDay,
  isElsewhen,
  mayGoOn,
  nounsOf,
  quoted,
  sameSpeaker,
  surnameOf,
  tellsOtherTime,
  throughOf,
  withoutWords,
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

/** For so many sentences a speaker who was put on another day stays there. */
const AWAY = 4;

/** How much of the sentence before is looked at for another time. */
const TALE = 300;
/** So many sentences behind it a report has come back to the later of two days. */
const COME_BACK = 8;
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
  const { found, announced } = index;
  const { frame, cue } = statement;
  const speaker = chain.at(-1);
  if (frame) {
    const opened = lastBefore(announced, frame.stretch.from).at(-1);
    const when = opened?.when ?? (speaker && dayOfOpener(frame, speaker, index));
    return when ? heldOn(when, "announced as of that day") : null;
  }
  if (!cue || !speaker || statement.inside) return null;
  const below = { found, announced, ownDay };
  if (isHeadline(cue, found)) return dayOfHeadline(statement, speaker, below);
  if (speaker.kind === "none") return null;
  return (
    goneOn(statement, chain, speaker, index) ??
    (speaker.kind === "channel" ? null : dayOfOpening(statement, speaker, below))
  );
}

/** So many sentences ahead of a frame its speaker may be dated. */
const OPENERS = 3;

/**
 * The day of a frame that no sentence announces: that of its speaker's dated words right before it ("… the statement said,
 * adding:"), else the one day right behind his name there ("The Star on Monday told of the dam. It said:").
 */
function dayOfOpener(
  { span, source }: NonNullable<FoundStatement["frame"]>,
  { name }: Hop,
  index: DayRecords,
): When | null {
  const { found, dated, placed, spans } = index;
  const at = indexBehind(found.sentences, span.from);
  // "A spokesman on Friday notified the guild. The notice said:"
  const isBare =
    source !== null && /^(?:the|this|his|her|its) \p{Ll}+$|^it$/iu.test(slice(found.document.text, source));
  const own = dated.findLast(
    (a) =>
      a.at.from < span.to && ((a.speaker === name && at - a.sentence <= OPENERS) || (isBare && at - a.sentence === 1)),
  );
  if (own) return own.when;
  for (let i = at; i >= Math.max(0, at - OPENERS); i--) {
    const { from, to } = found.sentences[i] as Span;
    const place = found.document.text.slice(from, to).indexOf(name);
    if (place < 0) continue;
    const p = placed[firstFrom(spans, from + place + name.length)];
    if (!p || p.found.span.from >= to || !isDay(p) || quoted(found, p.found.span)) return null;
    const between = found.document.text.slice(from + place + name.length, p.found.span.from);
    return /^(?:,[^,;:]{1,120},)?\s*(?:on\s+)?$/.test(between) ? whenOf(p.time) : null;
  }
  return null;
}

/** The day told before for the document, the meeting or the speaker of a statement. */
function goneOn(statement: FoundStatement, chain: readonly Hop[], speaker: Hop, index: DayRecords): When | null {
  const { found, announced, dated, placed, spans } = index;
  const { cue, source } = statement;
  if (!cue) return null;
  const { rest, sentence } = besideContent(statement, found);
  const tale = tailOfSentence(sentence - 1, found.sentences[sentence]?.block, found);
  const named = source ? found.document.text.slice(source.from, source.to) : "";
  const bare = named.replace(/^(?:the|a|an)\s+/i, "");
  const visit = ON_VISIT.test(rest) ? visitOf(found, placed, spans, speaker.name, sentence) : null;
  if (visit && !isElsewhen(rest)) return heldOn(visit, "said on the visit of those days");
  if (index.poll && isOfPoll(`${named} ${speaker.name}`, rest)) return index.poll;
  if (isElsewhen(rest) || isElsewhen(tale)) index.elsewhen.set(speaker.name, sentence);
  const isChannel = speaker.kind === "channel";
  const recent = dated
    .slice(-MOST_ANCHORS)
    .filter((a) => sameSpeaker(a.speaker, speaker.name) || sameSpeaker(a.speaker, bare));
  const away = index.elsewhen.get(speaker.name) ?? -Infinity;
  if (!mayGoOn(statement, found) || (sentence - away <= AWAY && !recent.some((a) => a.sentence > away))) return null;
  // "It stressed", of the meeting.
  const isPronoun = /^(?:it|they)$/i.test(named);
  const own = nounsOf(`${isPronoun ? speaker.name : named} ${rest}`);
  const ahead = lastBefore(announced, cue.from);
  const document = ahead.findLast(({ nouns }) => [...own].some((noun) => nouns.has(noun)));
  if (document && isPronoun && !isChannel && nounsOf(speaker.name).size > 0)
    return heldOn(document.when, "said in the document of that day");
  if (
    document &&
    /^(?:the|this|that|its|his|her|their)\b/i.test(named) &&
    nounsOf(isChannel ? bare.replace(/\p{Lu}\p{L}*/gu, "") : named).size > 0
  )
    return heldOn(document.when, "said in the document of that day");
  const gathering = ahead.findLast(({ gathers }) => gathers);
  const through = throughOf(chain);
  const said = { named, rest, sentence, kind: speaker.kind, speaker: speaker.name, through };
  if (gathering && isSaidThere(gathering, said, index))
    return heldOn(gathering.when, "said at the meeting of that day");
  const mine = [
    ...recent.filter((a) => through === "" || isSameWay(through, a.through)),
    ...ahead.filter(
      (a) =>
        namesSpeaker(found, a.sentence, speaker.name) &&
        // What a channel tells of was not told by it on that day; an article of its own was.
        (!isChannel || OWN_ARTICLE.test(textOf(found, a.sentence))),
    ),
  ].filter((a) => isOfOccasion(a, own, rest, sentence));
  if (mine.length === 0) return null;
  const latest = mine.reduce((x, y) => ((y.when.edtf as string) >= (x.when.edtf as string) ? y : x));
  const near = mine.some(
    (a) =>
      a.when.edtf !== latest.when.edtf &&
      Date.parse((latest.when.edtf as string).slice(0, 10)) - Date.parse((a.when.edtf as string).slice(0, 10)) < APART,
  );
  const last = mine.findLast((a) => a.speaker !== null);
  // Of two days near each other the later one, where the report has come back to it.
  const isBack =
    last?.when.edtf === latest.when.edtf &&
    !latest.when.edtf?.includes("/") &&
    sentence - (last?.sentence ?? 0) <= COME_BACK;
  return (near && !isBack) || tellsOtherTime(sentence, latest.when, index)
    ? null
    : heldOn(latest.when, "no other day is told for the same speaker");
}

/** "The daily on Friday ran an editorial": words of a channel's own. */
const OWN_ARTICLE = new RegExp(
  `\\b(?:carried|ran|published|released|issued|dedicated|devoted)\\b[^.;]{0,60}\\b(?:${documentsOf("printed")}|piece)s?\\b`,
  "iu",
);

function textOf({ document, sentences }: Found, sentence: number): string {
  return slice(document.text, sentences[sentence] as Span);
}

/** "CBS" is "CBS This Morning". */
function isSameWay(a: string, b: string): boolean {
  return a === b || (b !== "" && (a.startsWith(`${b} `) || b.startsWith(`${a} `)));
}

/** "In a statement", "at the rally": what the sentences right behind a dated one may name as its occasion. */
const OCCASIONS = new RegExp(
  `^(?:${documentsOf("issued", "posted", "spoken")}|press conference|news conference|talk|rally|press release|announcement|event|meeting|conference|forum|ceremony)$`,
);
/** Behind a dated sentence so many name its occasion. */
const NAMED_NEXT = 2;

/** Whether the occasion that a statement names may be that of an anchor: it names the same, or none before. */
function isOfOccasion(a: Anchor, own: ReadonlySet<string>, rest: string, sentence: number): boolean {
  if (a.sentence === sentence || [...own].every((noun) => a.nouns.has(noun))) return true;
  return (
    a.nouns.size === 0 &&
    sentence - a.sentence <= NAMED_NEXT &&
    [...own].every((noun) => OCCASIONS.test(noun)) &&
    !/\b(?:another|separate|separately|later|earlier|previous|subsequent|second)\b/i.test(rest)
  );
}

/**
 * Whether words were spoken at a gathering: by "the speakers", "in a speech", or by a person, where the report opens with the
 * gathering and has told who was there.
 */
function isSaidThere(
  gathering: Anchor,
  said: {
    readonly named: string;
    readonly rest: string;
    readonly sentence: number;
    readonly kind: Hop["kind"];
    readonly speaker: string;
    readonly through: string;
  },
  index: DayRecords,
): boolean {
  const { named, rest, sentence, kind, speaker } = said;
  if (
    SPEAKERS.test(named) ||
    SPEAKERS.test(speaker) ||
    TOLD_IT.test(rest) ||
    /\bin (?:a|his|her|their) (?:\p{Ll}+ )?(?:speech|speeches|address|report)\b/u.test(rest)
  )
    return true;
  const { found } = index;
  const block = found.sentences[gathering.sentence]?.block ?? 0;
  return (
    (kind === "person" || kind === "office") &&
    found.document.blocks.findIndex((b) => b.kind === "paragraph") >= block &&
    (isAttended(found, gathering.sentence, sentence) ||
      isSpeakerThere(found, gathering.sentence, sentence, speaker) ||
      isMinutes(gathering, said, index)) &&
    !tellsOtherTime(sentence, gathering.when, index)
  );
}

/** So many sentences behind a gathering that opens a report, what is said is still of it. */
const MINUTES = 12;
const OWN_SPEECH = /^(?:speech|address|report|talk|lecture)$/;

/** Whether a report that opens with a gathering has told since of nothing but that gathering: no other day, no other occasion. */
function isMinutes(
  gathering: Anchor,
  { rest, sentence, through }: { readonly rest: string; readonly sentence: number; readonly through: string },
  index: DayRecords,
): boolean {
  const { found } = index;
  const { from, to } = found.sentences[gathering.sentence] as Span;
  if (sentence - gathering.sentence > MINUTES || through !== "" || !WAS_HELD.test(found.document.text.slice(from, to)))
    return false;
  if (![...nounsOf(rest)].every((noun) => OWN_SPEECH.test(noun))) return false;
  for (let at = gathering.sentence + 1; at <= sentence; at++)
    if (tellsOtherTime(at, gathering.when, index)) return false;
  return true;
}

const WAS_HELD =
  /\b(?:was|were) (?:\p{Ll}+ly )?(?:held|hosted|convened|arranged|staged|given|opened|closed)\b|\b(?:took place|held|hosted|convened|opened|closed)\b/u;

/** "Told the meeting", "said at the rally". */
const TOLD_IT =
  /\b(?:told|at|addressing|addressed) the (?:same )?(?:meeting|rally|seminar|symposium|ceremony|reception|banquet|forum|gathering|session)\b(?! (?:of|with|in|on)\b)/iu;
const SPEAKERS = /^(?:the )?(?:speakers?|participants?|attendants?|reporters?|orators?)\b/i;

/** The last anchors before a place; their places are in order. */
function lastBefore(anchors: readonly Anchor[], at: number): readonly Anchor[] {
  const end = firstReached(anchors, (a) => a.at.from >= at);
  return anchors.slice(Math.max(0, end - MOST_ANCHORS), end);
}

/** The end of a sentence, where it stands in the block, without what is said there. */
function tailOfSentence(at: number, block: number | undefined, found: Found): string {
  const sentence = found.sentences[at];
  return sentence && sentence.block === block
    ? withoutWords(found, { from: Math.max(sentence.from, sentence.to - TALE), to: sentence.to })
    : "";
}

/** What follows a name that stands before another's: a role of somebody else. */
const OTHERS_NAME =
  /^(?:['’]|\s+(?:spokes\p{Ll}+|campaign|aides?|advis[eo]rs?|all(?:y|ies)|lawyers?|attorneys?|surrogates?|supporters?|officials?|strategists?|staffers?|deput(?:y|ies))\s)/u;

function namesSpeaker(found: Found, sentence: number, name: string): boolean {
  const { from } = found.sentences[sentence] as Span;
  // "The Norda ministry" is known by no word of its name alone.
  const last = surnameOf(name) ?? (/^\P{Lu}*\p{Lu}.* \p{Ll}+$/u.test(name) ? name : null);
  if (last === null) return false;
  const words = textOf(found, sentence);
  for (let at = words.indexOf(last); at >= 0; at = words.indexOf(last, at + 1)) {
    // "Clinton spokesman Solvan said", "Clinton's foes": somebody else.
    if (
      !OTHERS_NAME.test(words.slice(at + last.length)) &&
      !quoted(found, { from: from + at, to: from + at + last.length })
    )
      return true;
  }
  return false;
}
