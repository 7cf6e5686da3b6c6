import type { FoundSilence, SilenceKind } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { FoundStatement } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import { subjectBefore } from "./clause.ts";
import { clauseOf } from "./denialClause.ts";
import { denialsOf } from "./denials.ts";
import { type Stretch, type Denial, type Line, isAuxiliary, linesOf, spanOf } from "./line.ts";
import { isTextPhrase } from "./parts.ts";
import { aboutOf, expectationOf, scopeOf } from "./particulars.ts";
import { channelIn, isChannelPhrase, ownerOf, sourceNamed, speakerAround, speakerBefore } from "./tellers.ts";
import { vocabulary } from "./vocabulary.ts";
import { keepsSilent, trapOf } from "./traps.ts";

/** Blocks whose words are the page's own furniture. */
const NO_REPORT: ReadonlySet<string> = new Set(["noise", "byline", "dateline", "source-line"]);

/**
 * What the report says was not said, done or answered, or was found missing, in the order of the text. `statements` tell whose
 * account it is: a silence inside what somebody says was noticed by him.
 */
export function findSilences(context: Context, statements: readonly FoundStatement[]): FoundSilence[] {
  const { reading } = context;
  const around = speakerAround(statements);
  const before = speakerBefore(context, statements);
  const stretches = context.frames.map((frame) => frame.stretch);
  const found: FoundSilence[] = [];
  for (const { line, denials } of denialsOf(reading)) {
    if (NO_REPORT.has(reading.document.blocks[line.sentence.block]?.kind ?? "")) continue;
    for (const denial of denials) {
      if (denial.kind === null) continue;
      const silence = silenceOf(context, line, denial, denial.kind, { around, before }, stretches);
      if (silence) found.push(silence);
    }
  }
  return found;
}

interface Speakers {
  /** Whose words the silence stands in. */
  readonly around: (at: Span) => FoundStatement | null;
  /** Who spoke last in the report's own words, between a place and the start of its sentence. */
  readonly before: ReturnType<typeof speakerBefore>;
}

function silenceOf(
  context: Context,
  line: Line,
  denial: Denial,
  kind: SilenceKind,
  { around, before: spokeBefore }: Speakers,
  stretches: readonly Span[],
): FoundSilence | null {
  const words = spanOf(line, denial);
  const quotation = context.quotations.touching(words)[0] ?? null;
  const frame = context.frames[indexBehind(stretches, words.from)];
  const framed = frame && contains(frame.stretch, words) ? frame : null;
  const before =
    typeof denial.who === "object"
      ? { subject: denial.who, remote: false, relative: false }
      : subjectBefore(line, denial.from);
  const subject = denial.who === "behind" ? null : before.subject;
  if (trapOf(line, denial, subject)) return null;
  const quoted = quotation !== null && contains(quotation.inner, words);
  const carrier = denial.carried !== undefined && passesOn(context, line, denial, subject);
  // "The letter omits the blessing": a text of one's own does not mention it.
  const inText =
    denial.carried === "only" &&
    denial.by.startsWith("left-out") &&
    subject !== null &&
    vocabulary().scopes.has(line.words[subject.to - 1] ?? "") &&
    // Who skips a debate speaks elsewhere.
    !(line.words[denial.from] ?? "").startsWith("skip");
  const text = denial.carried === "text" && subject !== null && isTextPhrase(meant(context, line, subject));
  if (denial.carried && denial.carried !== "withheld" && !carrier && !inText && !text) return null;
  const refused = denial.by.startsWith("declined") && kind === "answer-not-given";
  // Between marks people deny and scold: only what is said of a third is somebody's silence.
  const missing = denial.who === "nobody" && MISSED.test(line.words.slice(denial.from, denial.to).join(" "));
  if ((quoted || framed) && !refused && !missing && !(subject && !before.remote)) return null;
  const telling = around(words);
  const himself = telling !== null && !quoted && meansSpeaker(context, telling, line, subject);
  if (
    himself &&
    !OF_ONESELF.has(kind) &&
    headsContent(telling, spanOf(line, subject as Stretch)) &&
    !ownsUp(line, denial)
  )
    return null;
  // What is told of the speaker himself, or of one named outside his words, is the report's own remark.
  const own =
    telling !== null &&
    !himself &&
    (subject === null ||
      denial.who === "nobody" ||
      telling.content.some((piece) => contains(piece, spanOf(line, subject))));
  // "Said talks were “ongoing” and declined to name a date": the one who told goes on, in the report's own words.
  const goesOn =
    own &&
    !quoted &&
    before.remote &&
    denial.who === "before" &&
    /^(?:and|but)$/.test(line.words[denial.from - 1] ?? "") &&
    /^["”]$/.test(line.words[denial.from - 2] ?? "") &&
    telling.source !== null;
  const statement = own && !goesOn && !denial.by.startsWith("feed-cut") ? telling : null;
  // "His lawyer said he would not answer": what he announces is a statement, and nothing was asked yet.
  if (
    (own || himself) &&
    !refused &&
    (quoted || !keepsSilent(line, denial)) &&
    !isAside(line, denial, subject) &&
    /^(?:would|will|wo|'ll)$/.test(line.words[denial.from] ?? "")
  )
    return null;
  // "Marsh said the council had not discussed it": of his own body he denies it; "posts claim that he refused to comment" may be false.
  if (statement && !quoted && (isOwnBody(context, statement, line, denial, subject) || isClaim(context, statement)))
    return null;
  const bound = quoted
    ? tokensBefore(line, quotation.inner.to)
    : statement
      ? tokensBefore(line, statementEnd(statement, words))
      : line.words.length;
  const clause = clauseOf(line, denial, before, Math.max(denial.to, bound));
  const scope = scopeOf(line, denial, clause, subject);
  const about = aboutOf(line, denial, clause);
  const expectation = expectationOf(line, denial, clause);
  const channel = channelIn(context, line, denial, clause, subject);
  // "State media did not disclose what he said there".
  const withholdsWords =
    kind === "detail-withheld" && SAID_WHAT.test(line.words.slice(denial.to - 1, denial.to + 5).join(" "));
  // "The agency gave no reason": what it leaves open itself is missing on nobody's account.
  const keepsOwn =
    channel.withholds &&
    !withholdsWords &&
    kind === "detail-withheld" &&
    denial.who === "before" &&
    subject !== null &&
    !DETAILS.test(line.words.slice(denial.from, denial.to).join(" "));
  const teller = statement ? sourceNamed(context, statement) : null;
  const named = channel.accordingTo ?? (teller?.isChannel ? teller.span : null);
  // "… will answer, the envoy said on Monday, without saying how": he who said it left it open.
  const spoke = own || quoted ? null : spokeBefore(words.from, line.sentence.from);
  const tail = spoke && denial.by.startsWith("without") && line.words[denial.from - 1] === ",";
  const beside = tail && context.reading.document.text.slice(spoke.to, words.from).length < 60 ? spoke.span : null;
  const who =
    denial.who === "behind"
      ? (channel.by ?? (channel.withholds && before.remote ? before.subject && spanOf(line, before.subject) : null))
      : goesOn
        ? telling.source
        : subject && !(scope && same(scope, subject)) && denial.who !== "nobody"
          ? (beside ??
            spanOf(line, withName(line, channel.accordingTo ? ownerOf(line, subject) : subject, denial.from)))
          : denial.who === "before" && !(scope && subject && same(scope, subject))
            ? (beside ?? spoke?.span ?? null)
            : null;
  return {
    span: spanOf(line, clause),
    kind:
      inText && !carrier
        ? "topic-not-mentioned"
        : carrier && denial.carried === "withheld"
          ? "content-withheld"
          : channel.withholds &&
              !denial.bare &&
              kind === "detail-withheld" &&
              (withholdsWords || DETAILS.test(line.words.slice(denial.from, denial.to).join(" ")))
            ? "content-withheld"
            : kind,
    who,
    noticedBy: channel.noticedBy ?? (teller && !teller.isChannel ? teller.span : framed ? framed.source : null),
    accordingTo: named && OF_ACCOUNTS.has(kind) && !keepsOwn ? named : null,
    about: about && spanOf(line, about),
    scope: scope && spanOf(line, scope),
    expectation: expectation && spanOf(line, expectation),
    by: denial.by,
  };
}

/** Whether a single person tells that the body he sits on has not talked of a matter. */
function isOwnBody(
  { reading }: Context,
  { source }: FoundStatement,
  line: Line,
  denial: Denial,
  subject: Stretch | null,
): boolean {
  if (!source || !subject || !/^discuss(?:ed)?$/.test(line.words[denial.to - 1] ?? "")) return false;
  const body = line.words.slice(subject.from, subject.to);
  const one =
    !/\p{Ll}s$/u.test(reading.document.text.slice(source.from, source.to)) ||
    /\p{Lu}\p{L}*s$/u.test(reading.document.text.slice(source.from, source.to));
  return (
    one &&
    /^(?:the|his|her|its|their|our)$/.test(body[0] ?? "") &&
    /^(?:council|committee|board|cabinet|government|party|company|commission|panel|parliament|agency|ministry|administration|team|club|bank|court|union|leaders|ministers|two|sides|bloc)$/.test(
      body.at(-1) ?? "",
    )
  );
}

/** Whether what is told is a claim that goes round: "a video shared online says". */
function isClaim({ reading }: Context, { source }: FoundStatement): boolean {
  if (!source) return false;
  const words = reading.document.text.slice(source.from, Math.min(source.to, source.from + 120)).toLowerCase();
  return /^(?:(?:an?|the|another|other|some|several|many|false|viral|these|those|misleading|online|social media|facebook) )*(?:posts?|videos?|clips?|memes?|versions?|captions?|rumou?rs?|users)\b/.test(
    words,
  );
}

/** The words of a subject; those of the sentence before where it is a pronoun that takes them up: "The report is long. It has …". */
function meant(context: Context, line: Line, { from, to }: Stretch): readonly string[] {
  const own = line.words.slice(from, to);
  if (own.length > 1 || !/^(?:it|they|this|these)$/.test(own[0] ?? "")) return own;
  const before = linesOf(context.reading)[indexBehind(context.reading.sentences, line.sentence.from) - 1];
  if (from > 1 || !before || before.sentence.block !== line.sentence.block) return own;
  const verb = before.words.findIndex((w, i) => i > 0 && isAuxiliary(w) && !w.startsWith("'"));
  return before.words.slice(0, Math.min(verb < 0 ? 8 : verb, 12));
}

/** Whether what is silent, or that in which something is missing, carries the words of others: a medium, a transcript, a video. */
function passesOn(context: Context, { words }: Line, denial: Denial, subject: Stretch | null): boolean {
  const phrase =
    denial.who === "nobody" || !subject
      ? // "In the Hindi version, the paragraph has been left out".
        words.slice(denial.opens !== undefined && words[denial.opens - 1] === "," ? 0 : denial.from, denial.to)
      : words.slice(subject.from, subject.to).filter((w) => w !== "neither");
  const head = phrase.findIndex((w, i) => i > 0 && /^(?:on|at|by|of|for|to|,)$/.test(w));
  const { carriers } = vocabulary();
  return (
    isChannelPhrase(context, phrase) ||
    (denial.who === "nobody" ? phrase : phrase.slice(0, head < 0 ? phrase.length : head)).some((w) => carriers.has(w))
  );
}

/** "There is nothing about the missile": said of a text by whoever reads it. */
const MISSED =
  /^(?:there (?:is|was|were) (?:no (?:\p{L}+ )?(?:mentions?|references?|word|apology)|nothing|not a)|not an? (?:single )?word|no mention|(?:conspicuously )?(?:absent|missing|gone)|(?:the |an? )?(?:\p{L}+ )?(?:absence|lack) of|(?:have|has) (?:not|never) heard)\b/u;

/** Kinds that hang on an account: an agency that does not answer gives none. */
const OF_ACCOUNTS: ReadonlySet<SilenceKind> = new Set([
  "topic-not-mentioned",
  "message-absent",
  "not-criticised",
  "detail-withheld",
  "act-absent",
]);

/** What a channel keeps back of a talk; one detail it leaves open itself is withheld like anybody's. */
const DETAILS =
  /\b(?:details?|specifics?|information|particulars|elaborat\p{L}*|transcript|text|description|account)\b/u;

const SAID_WHAT = /\bwhat (?:\p{L}+ ){1,2}(?:said|told|discussed|says)\b/u;

/** Kinds that somebody tells of himself: that he has not apologised is no denial. */
const OF_ONESELF: ReadonlySet<SilenceKind> = new Set(["answer-not-given", "message-absent", "act-absent"]);

/** "With a buyer it wouldn't identify": a clause about somebody else, beside what is announced. */
function isAside({ words }: Line, denial: Denial, subject: Stretch | null): boolean {
  return (
    subject !== null &&
    subject.to - subject.from === 1 &&
    /^(?:he|she|it|they)$/.test(words[subject.from] ?? "") &&
    /^(?:identify|name|disclose|specify|discuss)$/.test(words[denial.to - 1] ?? "") &&
    /^(?:[.,;"]|)$/.test(words[denial.to] ?? "") &&
    /^\p{Ll}{3,}$/u.test(words[subject.from - 1] ?? "") &&
    !/^(?:that|said|says|but|and|which|because|while|why|when|if)$/.test(words[subject.from - 1] ?? "")
  );
}

/** Whether a pronoun takes up the speaker: "he said he …". Analysts who say that "it made no mention" speak of another. */
function meansSpeaker(context: Context, { source }: FoundStatement, line: Line, subject: Stretch | null): boolean {
  if (!source || !subject || subject.to - subject.from > 1) return false;
  const word = line.words[subject.from] ?? "";
  if (!/^(?:he|she|they|it)$/.test(word)) return false;
  const words = context.reading.document.text.slice(source.from, source.to);
  const plural = /\p{Ll}s$/u.test(words) && !/\p{Lu}\p{L}*s$/u.test(words);
  return word === "they"
    ? plural || /^they$/i.test(words)
    : !plural && (word !== "it" || /^(?:it|the\s|its\s)/i.test(words));
}

/** "He said he did not mention it": a denial of his own, where the words open what he said. */
function headsContent({ content }: FoundStatement, at: Span): boolean {
  return content.some((piece) => at.from >= piece.from && at.from - piece.from < 8);
}

/** "The mayor, Tom Birch, did not": with the name between the commas. */
function withName({ words, tokens }: Line, subject: Stretch, before: number): Stretch {
  const inner = subject.to + 1;
  if (words[subject.to] !== "," || words[before - 1] !== "," || before - 1 <= inner) return subject;
  const names = tokens.slice(inner, before - 1).filter((t) => /^\p{Lu}/u.test(t.reads)).length;
  return names > 0 &&
    !/^(?:who|which|whose|through|via|in|at|by|on|for|with|citing|speaking|and)$/.test(words[inner] ?? "")
    ? { from: subject.from, to: before - 1 }
    : subject;
}

function same(a: Stretch, b: Stretch): boolean {
  return a.from === b.from && a.to === b.to;
}

/** "She had not revealed it sooner", "because she was not asked": who says since when or why he was silent grants that he was. */
function ownsUp({ words }: Line, denial: Denial): boolean {
  for (let i = denial.to; i < Math.min(words.length, denial.to + 12); i++) {
    if (/^[.;:"]$/.test(words[i] as string)) return false;
    if (/^(?:sooner|earlier|because)$/.test(words[i] as string)) return true;
  }
  return false;
}

/** The end of the piece of content that holds the words. */
function statementEnd({ content }: FoundStatement, words: Span): number {
  return content.find((piece) => contains(piece, words))?.to ?? words.to;
}

/** How many tokens of the line begin before a place. */
function tokensBefore({ tokens }: Line, at: number): number {
  return indexBehind(tokens, at - 1) + (tokens[indexBehind(tokens, at - 1)] ? 1 : 0);
}
