import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import type { People } from "../people/people.ts";
import type { NamedSource } from "../sources.ts";
import { BesideCues, type Speaking, circumstances, outsideContent } from "./besideCues.ts";
import { FramedPassages, GOES_ON } from "./framedPassages.ts";
import {
  ANOTHER_INTERVIEW,
  APPEARS,
  COMES_BACK,
  LONG_AGO,
  OWNER,
  PERFECT,
  PRONOUN,
  PUBLISHED,
  QUESTIONS,
  TALKS,
  THE_OCCASION,
  WRITES,
  WRITTEN,
  channelOfHost,
  channelThatAsks,
  dayToldIn,
  isDescribedAgain,
  isSaidElsewhere,
} from "./occasionWords.ts";
import { type Through, passageIn, quotingIn } from "./through.ts";

/** "was quoted as saying" without a "by". */
const QUOTED = /\b(?:was|were|is|are|been|being)\b.*\b(?:quoted|cited|reported)\b.*\bas\b/i;
/** What a channel does with somebody's own words; what it "reports" or "says" of him it may have from many places. */
const PASSES_ON = /\b(?:quot|cit)(?:e|es|ed|ing)\b|^as \p{Ll}+ing$/iu;
/** Shares of those a poll asked. */
const SHARE =
  /\b(?:percent|per cent|majority|plurality|respondents|half|thirds?|quarters?)\b|%|\b(?:in|of|out of) (?:ten|10|five|four|three)\b/i;

/** How many sentences later somebody may speak to the same channel again, or be taken up again by what he is. */
const COMES_AGAIN = 15;
/** How far a channel reaches whose report is told piece by piece. */
const TOLD_BY = 4;
/** For so many sentences somebody who spoke elsewhere is still there. */
const APART = 2;

interface Run {
  readonly through: Through;
  /** Who speaks there; null where the sentence only tells that somebody appeared. */
  readonly speakers: Set<string>;
  /** "The party's candidate": who spoke first is told by what he is, so that "he" behind it may have the name. */
  readonly described?: boolean;
  /** The day it was told of with, if one was. */
  readonly day?: string | null;
  /** The last sentence that belonged to it. */
  last: number;
  /** The last sentence it may reach. */
  readonly until?: number;
  /** It was long before: only quotations, and what is added to them, go on there. */
  readonly past?: boolean;
  /** Something said elsewhere is being told; lasts until the occasion is come back to. */
  away: boolean;
  /** It was written for the channel: what is told with "wrote" belongs to it. */
  readonly written: boolean;
}

/** Which channel each statement came through, where the words beside its cue name none. */
export class Passages {
  readonly #found: Found;
  readonly #people: People;
  readonly #field: Field;
  readonly #of = new Map<FoundStatement, Through | null>();
  readonly #beside: BesideCues;
  /** The sentence in which somebody was last told to have spoken elsewhere. */
  readonly #apart = new Map<string, number>();
  /** The statements with cues of each sentence. */
  #bySentence: ReadonlyMap<number, readonly FoundStatement[]> = new Map();

  constructor(found: Found, people: People, field: Field) {
    this.#found = found;
    this.#people = people;
    this.#field = field;
    this.#beside = new BesideCues(found, people, field);
    this.#walk();
    const framed = new FramedPassages(found, people, field, {
      of: (s) => this.of(s),
      namedIn: (part) => this.#namedIn(part),
    });
    for (const s of found.statements) if (s.frame && !s.inside) this.#of.set(s, framed.throughOf(s.frame));
    for (const [s, through] of framed.behind()) this.#of.set(s, through);
  }

  of(s: FoundStatement): Through | null {
    return this.#of.get(s) ?? null;
  }

  /** Goes through the statements in the order of the text and keeps the occasion that is being told. */
  #walk(): void {
    const { statements, sentences, document } = this.#found;
    const cued = statements.filter((s) => !s.continues && !s.frame && s.cue);
    const ordered = cued.toSorted((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
    this.#bySentence = Map.groupBy(ordered, (s) => indexBehind(sentences, (s.cue as Span).from));
    const channels = this.#channelsThatSpeak(ordered);
    let run: Run | null = null;
    let poll: { readonly through: Through; readonly at: number } | null = null;
    let seen = -1;
    for (const s of ordered) {
      const at = indexBehind(sentences, (s.cue as Span).from);
      const who = this.#people.sourceOf(s);
      const own =
        who?.kind === "channel"
          ? quotingIn(document.text, s.source, who.name, (span) => this.#people.named(span))
          : this.#beside.of(s, at);
      if (own) {
        this.#of.set(s, own);
        const outside = outsideContent(this.#found, s, at).map((p) => document.text.slice(p.from, p.to));
        const cue = document.text.slice((s.cue as Span).from, (s.cue as Span).to);
        const before = /^had\b/i.test(cue);
        const past = outside.some((words) => LONG_AGO.test(words));
        const speakers = new Set([
          ...(who ? [who.name] : []),
          ...outsideContent(this.#found, s, at).flatMap((p) => this.#namedThere(p, s.cue as Span)),
        ]);
        // "telling the Post … In an interview with the Post": one occasion, told of twice.
        if (run?.through.name === own.name && at - run.last <= GOES_ON)
          for (const name of run.speakers) speakers.add(name);
        const written = outside.some((words) => WRITTEN.test(words));
        const day = dayToldIn(this.#circumstances(s, at).map(({ from, to }) => document.text.slice(from, to)));
        const described =
          (who?.kind === "unnamed" || who?.kind === "office") &&
          s.source !== null &&
          /^the\s/i.test(document.text.slice(s.source.from, s.source.to));
        const told = { through: { ...own, span: null }, speakers, described, day, last: at, away: false, written };
        // What was said long before is gone on with where it is told, not in the next paragraph.
        run = before ? null : past ? { ...told, past, until: this.#endOfBlock(at) } : told;
        seen = at;
        continue;
      }
      if (s.inside) {
        run = this.#carriedBy(s, s.inside, who, at, run) ?? run;
        continue;
      }
      const hosted = s.source && channelOfHost(document.text.slice(s.source.from, s.source.to), this.#field);
      const asks = /^ask/i.test(document.text.slice((s.cue as Span).from, (s.cue as Span).to));
      if (hosted && who && (asks || run?.through.name === hosted)) {
        const through = { name: hosted, span: null };
        this.#of.set(s, through);
        const asked = outsideContent(this.#found, s, at).flatMap((part) => this.#namedIn(part));
        run = {
          through,
          speakers: new Set([...(run?.speakers ?? []), who.name, ...asked]),
          last: at,
          away: false,
          written: false,
        };
        seen = at;
        continue;
      }
      run =
        this.#announced(Math.max(seen + 1, at - 2), at, s, run) ?? (this.#opensAnother(run, s, who, at) ? null : run);
      seen = Math.max(seen, at);
      if (who?.kind === "channel" && !/^\p{Ll}/u.test(who.name)) this.#beside.speaks(who.name, at);
      if (who?.kind === "organisation" && /\b(?:poll|survey)\b/i.test(who.name))
        poll = { through: { name: who.name, kind: "organisation", span: null }, at };
      if (run && who && this.#goesOn(run, s, who, at)) {
        this.#of.set(s, run.through);
        run.last = at;
      } else if (who?.kind === "unnamed" && poll && at - poll.at <= GOES_ON * 2 && SHARE.test(who.name)) {
        this.#of.set(s, poll.through);
      } else this.#of.set(s, this.#toldBy(s, who, at, channels));
    }
    this.#between(ordered);
  }

  /** What somebody says between two sentences in which he speaks to one channel came through it as well. */
  #between(ordered: readonly FoundStatement[]): void {
    const { document, sentences } = this.#found;
    /** By speaker: the last channel he spoke to, and what he said since. */
    const open = new Map<
      string,
      { readonly through: Through; readonly since: FoundStatement[]; readonly at: number }
    >();
    for (const s of ordered) {
      const who = this.#people.sourceOf(s);
      if (s.inside || who?.kind !== "person") continue;
      const at = indexBehind(sentences, (s.cue as Span).from);
      const through = this.of(s);
      const known = open.get(who.name);
      if (through) {
        if (known?.through.name === through.name && at - known.at <= COMES_AGAIN)
          for (const told of known.since) this.#of.set(told, { ...through, span: null });
        open.set(who.name, { through, since: [], at });
      } else if (known && this.#isElsewhere(s, at, document.text)) open.delete(who.name);
      else known?.since.push(s);
    }
  }

  /** "The agency quoted the envoy as saying …. The envoy added …": what a channel passes on of somebody is an occasion of his. */
  #carriedBy(
    s: FoundStatement,
    outer: FoundStatement,
    who: NamedSource | null,
    at: number,
    run: Run | null,
  ): Run | null {
    const carrier = this.#people.sourceOf(outer);
    if (!who || outer.inside || carrier?.kind !== "channel" || who.kind === "channel") return null;
    const { text } = this.#found.document;
    const cues = [s.cue, outer.cue].map((cue) => cue && text.slice(cue.from, cue.to));
    if (!cues.some((cue) => cue && PASSES_ON.test(cue))) return null;
    if (run && at - run.last <= GOES_ON) {
      const same = run.through.name === carrier.name;
      if (same) run.speakers.add(who.name);
      // "…, as the Star reported": in between, while he speaks to another.
      if (same || (run.until === undefined && [...run.speakers].some((name) => who.name.includes(name)))) return run;
    }
    const through = { name: carrier.name, span: null };
    // Whoever has no name is taken up again by what he is; what somebody else said may be of another occasion soon.
    const until = who.kind === "unnamed" ? {} : { until: this.#endOfBlock(at) };
    return { through, speakers: new Set([who.name]), last: at, away: false, written: false, ...until };
  }

  /** The last sentence of the paragraph of a sentence. */
  #endOfBlock(at: number): number {
    const { sentences } = this.#found;
    let last = at;
    while (sentences[last + 1] && sentences[last + 1]?.block === sentences[at]?.block) last++;
    return last;
  }

  #isElsewhere(s: FoundStatement, at: number, text: string): boolean {
    const cue = s.cue as Span;
    return (
      PERFECT.test(text.slice(cue.from, cue.to)) ||
      this.#circumstances(s, at).some((part) => isSaidElsewhere(text.slice(part.from, part.to)))
    );
  }

  /** "Mr. Pence appeared on ABC's “This Week” on Sunday": the sentence tells the occasion of what follows. */
  #announced(from: number, to: number, s: FoundStatement, run: Run | null): Run | null {
    const { sentences, document } = this.#found;
    for (let i = to - 1; i >= from; i--) {
      const sentence = sentences[i];
      const words = sentence && document.text.slice(sentence.from, Math.min(sentence.to, sentence.from + 400));
      const written = words !== undefined && PUBLISHED.test(words);
      if (!words || !(written || APPEARS.test(words))) continue;
      const name =
        channelThatAsks(words, this.#field) ??
        passageIn(document.text, sentence, this.#field, (span) => this.#people.named(span))?.name;
      if (!name) continue;
      const there = written ? this.#people.personsIn(sentence).map((person) => person.name) : this.#namedIn(sentence);
      // "Quill told the Post no. In her interview with the Post, the mayor …": one occasion, told of twice.
      const known = run?.through.name === name && to - run.last <= GOES_ON ? run.speakers : [];
      return {
        through: { name, span: null },
        speakers: new Set([...there, ...known]),
        last: s.cue ? i : to,
        away: false,
        written,
      };
    }
    return null;
  }

  /** Who is named in a part of a sentence and belongs to the occasion: behind the cue, or where an interview is told of. */
  #namedThere({ from, to }: Span, cue: Span): string[] {
    const before = this.#found.document.text.slice(from, Math.min(to, cue.from));
    const start = TALKS.test(before) ? from : Math.max(from, cue.from);
    return start < to ? this.#namedIn({ from: start, to }) : [];
  }

  #namedIn(part: Span): string[] {
    const { text } = this.#found.document;
    return this.#people
      .personsIn(part)
      .filter(({ to }) => !OWNER.test(text.slice(to, to + 40)))
      .map(({ name }) => name);
  }

  /** "Birch said in an interview": whoever had no part in the occasion has his own, and "the interview" is that one from here on. */
  #opensAnother(run: Run | null, s: FoundStatement, who: NamedSource | null, at: number): boolean {
    const { text } = this.#found.document;
    return (
      run !== null &&
      who !== null &&
      !run.speakers.has(who.name) &&
      this.#circumstances(s, at).some(({ from, to }) => ANOTHER_INTERVIEW.test(text.slice(from, to)))
    );
  }

  /** "The party's candidate told the Star … he went on": the name behind the description, unless he is told of beside it. */
  #isDescribed(run: Run, { name, kind }: NamedSource, called: string, at: number): boolean {
    if (!run.described || kind !== "person" || !PRONOUN.test(called) || at - run.last > 4) return false;
    const { sentences } = this.#found;
    return !sentences.slice(run.last, at).some((sentence) => this.#namedIn(sentence).includes(name));
  }

  #goesOn(run: Run, s: FoundStatement, who: NamedSource, at: number): boolean {
    const { text } = this.#found.document;
    const called = s.source ? text.slice(s.source.from, s.source.to) : who.name;
    const around = this.#circumstances(s, at);
    const back = around.some(({ from, to }) => THE_OCCASION.test(text.slice(from, to)));
    if ((back && who.kind === "person") || this.#isDescribed(run, who, called, at)) run.speakers.add(who.name);
    // Nobody but the one told of before is described so; a body speaks elsewhere soon.
    const reach = back
      ? COMES_AGAIN
      : who.kind === "person"
        ? GOES_ON
        : isDescribedAgain(who, called, run.speakers)
          ? COMES_AGAIN
          : who.kind === "organisation"
            ? 3
            : -1;
    if (at - run.last > reach || at > (run.until ?? at)) return false;
    const cue = s.cue as Span;
    const quoted = /^["“‘'`]/.test(text.charAt(s.content[0]?.from ?? 0));
    if (run.past && !quoted && !/\badd/i.test(text.slice(cue.from, cue.to))) return false;
    const here = outsideContent(this.#found, s, at);
    // Who puts the questions to a speaker of the occasion belongs to it, and leads back to it.
    const others = (part: Span): boolean =>
      this.#namedIn(part).some((name) => name !== who.name && run.speakers.has(name));
    const cued = text.slice(cue.from, cue.to);
    const asks = /\bask/i.test(cued) || around.some(({ from, to }) => QUESTIONS.test(text.slice(from, to)));
    const talks = asks || (/\btold$/i.test(cued) && run.speakers.has(who.name));
    if (talks && here.some(others)) {
      run.away = false;
      return true;
    }
    if ((who.kind === "person" || who.kind === "organisation") && !run.speakers.has(who.name)) return false;
    const outside = around.map((part) => {
      const words = text.slice(part.from, part.to);
      return run.written ? words.replace(WRITES, "") : words;
    });
    const day = dayToldIn(outside);
    if (outside.some((words) => COMES_BACK.test(words))) run.away = false;
    else if (run.day && day && day !== run.day) run.away = true;
    else if (PERFECT.test(text.slice(cue.from, cue.to)) || outside.some(isSaidElsewhere)) run.away = true;
    // What he said elsewhere is told in between; the occasion may still be come back to.
    run.last = at;
    return !run.away;
  }

  #circumstances(s: FoundStatement, at: number): Span[] {
    return circumstances(this.#found, s, at, this.#bySentence.get(at) ?? []);
  }

  /** Somebody in a report that is told piece by piece: the channel speaks shortly before and after him. */
  #toldBy(s: FoundStatement, who: NamedSource | null, at: number, channels: readonly Speaking[]): Through | null {
    if (!who || who.kind === "channel" || !s.cue) return null;
    // What he said elsewhere, and goes on to say there, is not the channel's.
    if (this.#isElsewhere(s, at, this.#found.document.text)) this.#apart.set(who.name, at);
    if (at - (this.#apart.get(who.name) ?? -Infinity) <= APART) return null;
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
}
