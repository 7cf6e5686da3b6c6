import type { Pack } from "../../model/pack.ts";
import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { FoundStatement } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import { type Stretch, type Denial, type Line, ahead, spanOf } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** For words of the text, the innermost statement whose content holds them. Asked in the order of the text. */
export function speakerAround(statements: readonly FoundStatement[]): (at: Span) => FoundStatement | null {
  const pieces = statements
    .flatMap((statement) => statement.content.map((piece) => ({ from: piece.from, to: piece.to, statement })))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  let open: typeof pieces = [];
  let next = 0;
  return (at) => {
    for (let piece = pieces[next]; piece && piece.from <= at.from; piece = pieces[++next]) open.push(piece);
    open = open.filter((piece) => piece.to > at.from);
    let best: (typeof pieces)[number] | null = null;
    for (const piece of open)
      if (contains(piece, at) && (!best || piece.to - piece.from < best.to - best.from)) best = piece;
    return best?.statement ?? null;
  };
}

const known = new WeakMap<readonly Pack[], ReadonlySet<string>>();

/** Names of agencies and outlets that the packs know, in lower case. */
function channelNames({ packs }: Context): ReadonlySet<string> {
  const before = known.get(packs);
  if (before) return before;
  const own = packs.flatMap((pack) => pack.channels.flatMap((c) => [c.name, ...c.aliases]));
  const names = new Set(own.map((n) => n.toLowerCase()));
  known.set(packs, names);
  return names;
}

/** A name stands among the first words of a phrase. */
const LONGEST_PHRASE = 14;

/** Whether a phrase names a medium or what a medium carries: "the agency", "KCNA's report", "state media". */
export function isChannelPhrase(context: Context, words: readonly string[]): boolean {
  const { channels } = vocabulary();
  const names = channelNames(context);
  const bare = words.slice(0, LONGEST_PHRASE).filter((w) => w !== "'s" && w !== "the" && w !== "'");
  if (names.has(bare.join(" "))) return true;
  for (let i = 0; i < bare.length; i++) {
    if (/^(?:of|on|about|from|to|for|in|by)$/.test(bare[i] as string)) break;
    if (names.has(bare[i] as string)) return true;
    if (names.has(bare.slice(i).join(" "))) return true;
    if (
      channels.has(bare[i] as string) &&
      !/^(?:account|accounts|report|reports|paper|papers|article|articles|commentary|coverage|bulletin|daily|dispatch)$/.test(
        bare[i] as string,
      )
    )
      return true;
  }
  // "The report", "the dispatch": a channel's where no other owner stands before it.
  const head = bare.at(-1) ?? "";
  return bare.length <= 2 && /^(?:report|reports|article|dispatch|coverage|bulletin|broadcast|commentary)$/.test(head);
}

/** The words that say whose statement it is, and whether they name a medium. Null where nobody is named. */
export function sourceNamed(context: Context, statement: FoundStatement): { span: Span; isChannel: boolean } | null {
  let at: FoundStatement | null = statement;
  for (let steps = 0; at && !at.source && steps < 3; steps++) at = at.continues;
  if (!at?.source) return null;
  const words = context.reading.document.text
    .slice(at.source.from, Math.min(at.source.to, at.source.from + 200))
    .toLowerCase()
    .split(/[\s\u00a0]+/);
  return { span: at.source, isChannel: isChannelPhrase(context, words) };
}

/** For a place, the last source before it that stands behind another place and is no channel, and where the telling ends; else null. */
export function speakerBefore(
  context: Context,
  statements: readonly FoundStatement[],
): (at: number, from: number) => { readonly span: Span; readonly to: number } | null {
  const told = statements
    .flatMap((statement) => (statement.source && statement.cue && !statement.inside ? [statement] : []))
    .map((statement) => ({ statement, span: statement.source as Span, cue: statement.cue as Span }))
    .toSorted((a, b) => a.span.from - b.span.from);
  const spans = told.map(({ span }) => span);
  return (at, from) => {
    const last = Math.min(indexBehind(spans, at), told.length - 1);
    for (let i = last; i >= 0 && i > last - FEW; i--) {
      const { statement, span, cue } = told[i] as (typeof told)[number];
      if (span.from < from) return null;
      if (span.to > at || cue.to > at) continue;
      if (!sourceNamed(context, statement)?.isChannel) return { span, to: Math.max(span.to, cue.to) };
    }
    return null;
  };
}

/** How many tellings of one sentence are looked through. */
const FEW = 8;
const TURNS = /^(?:but|though|although|while|yet|whereas)$/;

export interface Tellers {
  /** The channel on whose account something is missing. */
  readonly accordingTo: Span | null;
  /** Who says so, where no channel does. */
  readonly noticedBy: Span | null;
  /** Whom a "from" or "by" behind the words names. */
  readonly by: Span | null;
  /** Whether a channel tells of the talk and keeps the words back. */
  readonly withholds: boolean;
}

/** On whose account the silence stands, from the words of the sentence. */
export function channelIn(
  context: Context,
  line: Line,
  denial: Denial,
  clause: Stretch,
  subject: Stretch | null,
): Tellers {
  const { words } = line;
  let accordingTo: Span | null = null;
  let noticedBy: Span | null = null;
  let by: Span | null = null;
  let withholds = false;
  const subjectWords = subject ? words.slice(subject.from, subject.to) : [];
  const speaks = subject !== null && denial.who !== "nobody" && isChannelPhrase(context, subjectWords);
  if (speaks && subject) {
    withholds = true;
    accordingTo = spanOf(line, ownerOf(line, subject));
  }
  // "according to the agency", anywhere near in the sentence
  for (let i = Math.max(0, clause.from - 25); i < Math.min(words.length - 2, clause.to + 25); i++) {
    if (words[i] !== "according" || words[i + 1] !== "to") continue;
    const phrase = { from: i + 2, to: phraseEnd(line, i + 2) };
    if (phrase.to <= phrase.from) continue;
    // "He grew up here, according to the paper, though he …": that was the clause before.
    if (phrase.to < clause.from && words.slice(phrase.to, clause.from).some((w) => TURNS.test(w))) continue;
    if (isChannelPhrase(context, words.slice(phrase.from, phrase.to))) accordingTo = spanOf(line, phrase);
    else noticedBy = spanOf(line, phrase);
  }
  // "was outlined by the agency", "no word from the ministry"
  for (let i = denial.who === "behind" ? denial.from : denial.to; i < clause.to; i++) {
    if (words[i] !== "by" && words[i] !== "from") continue;
    // "Did not mention the gift from the paper": part of what was not mentioned.
    if (words[i] === "from" && denial.who === "before" && subject) continue;
    const phrase = { from: i + 1, to: Math.min(clause.to, phraseEnd(line, i + 1)) };
    if (phrase.to <= phrase.from) continue;
    const isChannel = isChannelPhrase(context, words.slice(phrase.from, phrase.to));
    // "No message was carried by the agency": it would have been somebody else's.
    const carries = isChannel && words[i] === "by" && CARRIED.test(words[i - 1] ?? "");
    if (denial.who === "behind" && !carries) by ??= spanOf(line, phrase);
    if (isChannel) {
      accordingTo ??= spanOf(line, phrase);
      withholds = true;
    }
  }
  // "in the agency's report"
  for (let i = denial.to; i < clause.to; i++) {
    if (words[i] !== "in") continue;
    const end = phraseEnd(line, i + 1);
    if (end <= clause.to && isChannelPhrase(context, words.slice(i + 1, end)))
      accordingTo ??= spanOf(line, { from: i + 1, to: end });
  }
  // "…, the agency noted, but no details were given": the channel that told is the one that kept it back.
  if (
    denial.who === "nobody" &&
    denial.kind === "detail-withheld" &&
    !accordingTo &&
    (words[clause.from - 1] === "but" || words[clause.from - 1] === "and")
  ) {
    const verb = ahead(line, Math.max(0, clause.from - 14), Math.min(14, clause.from), (w) =>
      /^(?:noted|said|reported|added|announced|carried)$/.test(w),
    );
    let comma = verb;
    while (comma > 0 && comma > verb - 9 && words[comma] !== ",") comma--;
    if (verb > 0 && words[comma] === "," && isChannelPhrase(context, words.slice(comma + 1, verb))) {
      accordingTo = spanOf(line, { from: comma + 1, to: verb });
      withholds = true;
    }
  }
  return { accordingTo, noticedBy, by, withholds };
}

/** What a channel does with the words of others. */
const CARRIED =
  /^(?:reported|carried|published|broadcast|aired|relayed|quoted|cited|mentioned|noted|printed|distributed)$/;

/** "The KCNA report": the channel by name, where one owns what it carries. */
export function ownerOf({ words, tokens }: Line, phrase: Stretch): Stretch {
  let head = phrase.from + 1;
  while (head < phrase.to && !/^(?:reports?|dispatch|article|account|coverage|commentary)$/.test(words[head] ?? ""))
    head++;
  if (head >= phrase.to) return phrase;
  let to = head;
  if (to > 0 && /^['’]s?$/.test(words[to - 1] ?? "")) to--;
  let from = to;
  while (from > phrase.from && /^\p{Lu}/u.test(tokens[from - 1]?.reads ?? "") && words[from - 1] !== "the") from--;
  return from < to ? { from, to } : phrase;
}

/** A noun phrase ends at a mark, a verb or a preposition other than "of". */
function phraseEnd({ words }: Line, from: number): number {
  let i = from;
  while (
    i < words.length &&
    i < from + 14 &&
    !/^(?:[,;:.!?"()-]|who|which|that|was|were|is|are|has|had|on|in|at|after|before|during|as|and|but|when|over|about|said|to)$/.test(
      words[i] as string,
    )
  )
    i++;
  return i;
}
