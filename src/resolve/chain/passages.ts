import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { channelOf } from "../channels.ts";
import type { Field } from "../field.ts";
import type { People } from "../people/people.ts";
import type { NamedSource } from "../sources.ts";
import { type Passage, type Through, passageIn } from "./through.ts";

/** Words that put a statement on another occasion than the one before, or on none that is told. */
const ELSEWHERE =
  /\b(?:earlier|separately|previously|once|last (?:week|month|year)|in the past|in an?(?: \p{L}+){0,2} (?:speech|statement|tweet|letter|post|e-?mail|memo|address|book|conference|briefing|call)|at an?\s|at the\s|tweeted|Twitter|wrote|rally|campaign stop)\b|\btold (?:\p{L}+ ){0,5}(?:crowd|audience|group|gathering|supporters|reporters|voters|delegates|lawmakers|senators|donors|students|activists|listeners|conference|meeting)\b/iu;
/** "has said", "had dismissed", "have long argued": said at other times. */
const PERFECT = /^(?:has|have|had)\b/i;
/** "was quoted as saying" without a "by". */
const QUOTED = /\b(?:was|were|is|are|been|being)\b.*\b(?:quoted|cited|reported)\b.*\bas\b/i;
/** Shares of those a poll asked. */
const SHARE =
  /\b(?:percent|per cent|majority|plurality|respondents|half|thirds?|quarters?)\b|%|\b(?:in|of|out of) (?:ten|10|five|four|three)\b/i;

/** How many sentences after the channel was named its occasion may go on. */
const GOES_ON = 6;
/** How far from its cue a statement's channel is looked for, in characters. */
const NEAR = 300;
/** How long "the newspaper" may mean one named before, in sentences. */
const REMEMBERED = 15;
/** How far a channel reaches whose report is told piece by piece. */
const TOLD_BY = 4;

interface Run {
  readonly through: Through;
  /** Who speaks there; null where the sentence only tells that somebody appeared. */
  readonly speakers: ReadonlySet<string>;
  /** The last sentence that belonged to it. */
  last: number;
  /** Something said elsewhere is being told; lasts until the occasion is come back to. */
  away: boolean;
}

/** When something was said long before: no occasion goes on from there. */
const LONG_AGO =
  /\b(?:earlier|previously|once|last (?:week|month|year|spring|summer|autumn|fall|winter)|in (?:(?:January|February|March|April|May|June|July|August|September|October|November|December|early|late|mid)\b|\d{4})|years? ago|months? ago|at the time|then)\b/u;

/** Which channel each statement came through, where the words beside its cue name none. */
export class Passages {
  readonly #found: Found;
  readonly #people: People;
  readonly #field: Field;
  readonly #of = new Map<FoundStatement, Through | null>();
  /** The last channel by name, and its sentence. */
  #channel: Speaking | null = null;

  constructor(found: Found, people: People, field: Field) {
    this.#found = found;
    this.#people = people;
    this.#field = field;
    this.#walk();
  }

  of(s: FoundStatement): Through | null {
    return this.#of.get(s) ?? null;
  }

  /** Goes through the statements in the order of the text and keeps the occasion that is being told. */
  #walk(): void {
    const { statements, sentences, document } = this.#found;
    const cued = statements.filter((s) => !s.continues && !s.frame && s.cue);
    const ordered = cued.toSorted((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
    const channels = this.#channelsThatSpeak(ordered);
    let run: Run | null = null;
    let poll: { readonly through: Through; readonly at: number } | null = null;
    let seen = -1;
    for (const s of ordered) {
      const at = indexBehind(sentences, (s.cue as Span).from);
      const who = this.#people.sourceOf(s);
      const own = who?.kind === "channel" ? null : this.#ownPassage(s, at);
      if (own) {
        this.#of.set(s, own);
        const past = this.#outside(s, at).some((p) => LONG_AGO.test(document.text.slice(p.from, p.to)));
        const speakers = new Set([
          ...(who ? [who.name] : []),
          ...this.#outside(s, at).flatMap((p) => this.#namedIn(p)),
        ]);
        run = past ? null : { through: { ...own, span: null }, speakers, last: at, away: false };
        seen = at;
        continue;
      }
      if (s.inside) continue;
      run = this.#announced(Math.max(seen + 1, at - 2), at, s) ?? run;
      seen = Math.max(seen, at);
      if (who?.kind === "channel" && !/^\p{Ll}/u.test(who.name)) this.#channel = { name: who.name, at };
      if (who?.kind === "organisation" && /\b(?:poll|survey)\b/i.test(who.name))
        poll = { through: { name: who.name, kind: "organisation", span: null }, at };
      if (run && who && this.#goesOn(run, s, who, at)) {
        this.#of.set(s, run.through);
        run.last = at;
      } else if (who?.kind === "unnamed" && poll && at - poll.at <= GOES_ON * 2 && SHARE.test(who.name)) {
        this.#of.set(s, poll.through);
      } else this.#of.set(s, this.#toldBy(s, who, at, channels));
    }
  }

  /** A channel named in the sentence of a statement, outside what is said; the one named before for "the newspaper". */
  #ownPassage(s: FoundStatement, at: number): Through | null {
    const { document, sentences } = this.#found;
    const sentence = sentences[at];
    if (!sentence || document.blocks[sentence.block]?.kind === "headline") return null;
    const { text } = document;
    const behind = s.content.find((piece) => s.cue && piece.from >= s.cue.to)?.from;
    const beside = channelOf(text, sentence, s.cue, behind ?? sentence.to);
    if (beside)
      return this.#inFull(
        { ...beside, described: /^(?:the )?\p{Ll}[\p{Ll} -]*$/u.test(text.slice(beside.span.from, beside.span.to)) },
        at,
      );
    if (s.inside) return null;
    for (const part of this.#outside(s, at)) {
      const passage = passageIn(text, part, this.#field, (span) => this.#people.named(span));
      if (passage && !(s.source && passage.span.from >= s.source.from && passage.span.to <= s.source.to))
        return this.#inFull(passage, at);
    }
    return null;
  }

  #inFull({ name, span, described }: Passage, at: number): Through {
    const known = this.#channel;
    if (described && known && at - known.at <= REMEMBERED) return { name: known.name, span };
    if (!described) this.#channel = { name, at };
    return { name, span };
  }

  /** "Mr. Pence appeared on ABC's “This Week” on Sunday": the sentence tells the occasion of what follows. */
  #announced(from: number, to: number, s: FoundStatement): Run | null {
    const { sentences, document } = this.#found;
    for (let i = to - 1; i >= from; i--) {
      const sentence = sentences[i];
      if (!sentence || !APPEARS.test(document.text.slice(sentence.from, Math.min(sentence.to, sentence.from + 400))))
        continue;
      const passage = passageIn(document.text, sentence, this.#field, (span) => this.#people.named(span));
      if (passage)
        return {
          through: { name: passage.name, span: null },
          speakers: new Set(this.#namedIn(sentence)),
          last: s.cue ? i : to,
          away: false,
        };
    }
    return null;
  }

  #namedIn(part: Span): string[] {
    return this.#people.personsIn(part).map(({ name }) => name);
  }

  #goesOn(run: Run, s: FoundStatement, who: NamedSource, at: number): boolean {
    if (who.kind !== "person" || at - run.last > GOES_ON) return false;
    const { document } = this.#found;
    const cue = s.cue as Span;
    const here = this.#outside(s, at);
    // Who puts the questions to a speaker of the occasion belongs to it, and leads back to it.
    const others = (part: Span): boolean =>
      this.#namedIn(part).some((name) => name !== who.name && run.speakers.has(name));
    if (/\bask/i.test(document.text.slice(cue.from, cue.to)) && here.some(others)) {
      run.away = false;
      return true;
    }
    if (!run.speakers.has(who.name)) return false;
    const outside = here.map((part) => document.text.slice(part.from, part.to));
    if (outside.some((words) => /\binterview/i.test(words))) run.away = false;
    else if (PERFECT.test(document.text.slice(cue.from, cue.to)) || outside.some((words) => ELSEWHERE.test(words)))
      run.away = true;
    // What he said elsewhere is told in between; the occasion may still be come back to.
    run.last = at;
    return !run.away;
  }

  /** Somebody in a report that is told piece by piece: the channel speaks shortly before and after him. */
  #toldBy(s: FoundStatement, who: NamedSource | null, at: number, channels: readonly Speaking[]): Through | null {
    if (who?.kind === "channel" || !s.cue) return null;
    const behind = firstReached(channels, (channel) => channel.at > at);
    const before = channels[behind - 1];
    const after = channels[behind];
    if (before && after && before.name === after.name && at - before.at <= TOLD_BY && after.at - at <= TOLD_BY)
      return { name: before.name, span: null };
    const { text } = this.#found.document;
    const evidential = QUOTED.test(text.slice(s.cue.from, s.cue.to));
    return evidential && before && at - before.at <= GOES_ON ? { name: before.name, span: null } : null;
  }

  #channelsThatSpeak(ordered: readonly FoundStatement[]): Speaking[] {
    const { sentences } = this.#found;
    return ordered.flatMap((s) => {
      const who = this.#people.sourceOf(s);
      return who?.kind === "channel" ? [{ name: who.name, at: indexBehind(sentences, (s.cue as Span).from) }] : [];
    });
  }

  /** The parts of a sentence that are no content of the statement, not too far from its cue. */
  #outside(s: FoundStatement, at: number): Span[] {
    const parts: Span[] = [];
    const whole = this.#found.sentences[at];
    if (!whole || !s.cue) return parts;
    const sentence = { from: Math.max(whole.from, s.cue.from - NEAR), to: Math.min(whole.to, s.cue.to + NEAR) };
    let { from } = sentence;
    for (const piece of s.content.toSorted((a, b) => a.from - b.from)) {
      if (piece.to <= sentence.from || piece.from >= sentence.to) continue;
      if (piece.from > from) parts.push({ from, to: piece.from });
      from = Math.max(from, piece.to);
    }
    if (from < sentence.to) parts.push({ from, to: sentence.to });
    return parts;
  }
}

interface Speaking {
  readonly name: string;
  readonly at: number;
}

/** What tells that somebody speaks to a channel. */
const APPEARS = /\b(?:appear(?:ed|s|ing)|appearance|interview(?:ed)?|spoke|speaking|sat down|joined|guest|told)\b/i;
