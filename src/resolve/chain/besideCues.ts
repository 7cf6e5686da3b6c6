import { firstReached } from "../../model/sorted.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { channelOf } from "../channels.ts";
import type { Field } from "../field.ts";
import { ALL_PAPERS } from "../paperWords.ts";
import type { People } from "../people/people.ts";
import { fullName } from "./occasionWords.ts";
import { type Passage, type Through, passageIn, passageInSource, programmeBehind } from "./through.ts";

/** How far from its cue a statement's channel is looked for, in characters. */
const NEAR = 300;
/** How long "the newspaper" may mean one named before, in sentences. */
const REMEMBERED = 15;
const ON_AIR = /\b(?:radio|television|tv|broadcaster)\b/i;
const A_PAPER = new RegExp(`\\b(?:${ALL_PAPERS}|newspaper|weekly|daily|magazine)$`, "i");

/** A channel that speaks, and its sentence. */
export interface Speaking {
  readonly name: string;
  readonly at: number;
}

/** Channels that the sentences of statements name themselves, beside their cues; read in the order of the text. */
export class BesideCues {
  readonly #found: Found;
  readonly #people: People;
  readonly #field: Field;
  readonly #full = new Map<string, string>();
  /** The statements that are not inside others by their cues' places, in order. */
  #cues: readonly FoundStatement[] | null = null;
  /** The last channel by name. */
  #channel: Speaking | null = null;

  constructor(found: Found, people: People, field: Field) {
    this.#found = found;
    this.#people = people;
    this.#field = field;
  }

  /** Notes that a channel speaks by its name: "the newspaper" is this one from here on. */
  speaks(name: string, at: number): void {
    this.#channel = { name, at };
  }

  /** A channel named in the sentence of a statement, outside what is said; the one named before for "the newspaper". */
  of(s: FoundStatement, at: number): Through | null {
    const { document, sentences } = this.#found;
    const sentence = sentences[at];
    if (!sentence || document.blocks[sentence.block]?.kind === "headline") return null;
    const { text } = document;
    const behind = s.content.find((piece) => s.cue && piece.from >= s.cue.to)?.from;
    const beside = channelOf(text, sentence, s.cue, behind ?? sentence.to);
    // "told the Post"
    const short = beside && /^the \p{Lu}\p{L}+$/iu.test(text.slice(beside.span.from, beside.span.to));
    const full = short ? this.#people.named(beside.span) : null;
    const programme = beside && programmeBehind(text, { from: beside.span.to, to: behind ?? sentence.to });
    if (programme) return this.#inFull(programme, at);
    if (beside)
      return this.#inFull(
        {
          ...beside,
          name: full?.kind === "channel" ? full.name : beside.name,
          described: /^(?:the )?\p{Ll}[\p{Ll} -]*$/u.test(text.slice(beside.span.from, beside.span.to)),
        },
        at,
      );
    if (s.inside || (s.cue && /\btweet/i.test(text.slice(s.cue.from, s.cue.to)))) return null;
    const inSource = s.source && passageInSource(text, s.source, this.#field, (span) => this.#people.named(span));
    if (inSource) return this.#inFull(inSource, at);
    for (const part of outsideContent(this.#found, s, at)) {
      const passage = passageIn(text, part, this.#field, (span) => this.#people.named(span));
      if (passage && !(s.source && contains(s.source, passage.span)) && !this.#anothers(passage.span, s))
        return this.#inFull(programmeBehind(text, { from: passage.span.to, to: part.to }) ?? passage, at);
    }
    return null;
  }

  /** "Mara Quill, of the friends calling for a dike, said on Tide FM": whether the words for a channel hang on a later cue than a statement's. */
  #anothers(passage: Span, s: FoundStatement): boolean {
    const cue = s.cue as Span;
    if (passage.from < cue.to) return false;
    const source = this.#people.sourceOf(s);
    if (source?.kind !== "unnamed") return false;
    this.#cues ??= this.#found.statements
      .filter((other) => other.cue && !other.inside)
      .toSorted((a, b) => (a.cue as Span).from - (b.cue as Span).from);
    const cues = this.#cues;
    const behind = firstReached(cues, (other) => (other.cue as Span).from > cue.to);
    return cues
      .slice(behind, behind + 12)
      .some(
        (other) =>
          other !== s &&
          other.cue !== null &&
          other.cue.to <= passage.from &&
          other.source !== null &&
          other.source.from < cue.from &&
          this.#people.sourceOf(other)?.name !== source.name,
      );
  }

  #inFull({ name: given, span, described }: Passage, at: number): Through {
    const name = described ? given : this.#fullName(given);
    const known = this.#channel;
    if (described && known && !anotherMedium(given, known.name) && at - known.at <= REMEMBERED)
      return { name: known.name, span };
    if (!described) this.#channel = { name, at };
    return { name, span };
  }

  #fullName(name: string): string {
    let full = this.#full.get(name);
    if (full === undefined) this.#full.set(name, (full = fullName(name, this.#found.document.text, this.#field)));
    return full;
  }
}

/** "The presidential website" is no agency that was named before, "local radio" no newspaper. */
function anotherMedium(described: string, known: string): boolean {
  if (/\bwebsite$/i.test(described)) return !/website|\.\p{Ll}{2,3}$/iu.test(known);
  return ON_AIR.test(described) && A_PAPER.test(known);
}

/** The parts of a sentence that are no content of the statement, not too far from its cue. */
export function outsideContent({ sentences }: Found, s: FoundStatement, at: number): Span[] {
  return partsWithout(sentences[at], s, s.content);
}

/**
 * The parts of a sentence that tell how a statement was made: no content of it, nor of another beside it. "Asked about the
 * speech at the rally, she said": what somebody is asked about is no place of hers.
 */
export function circumstances(found: Found, s: FoundStatement, at: number, beside: readonly FoundStatement[]): Span[] {
  const { cue } = s;
  const others = cue
    ? beside.filter((other) => other !== s && !other.content.some((piece) => contains(piece, cue)))
    : [];
  return partsWithout(found.sentences[at], s, [...s.content, ...others.flatMap(({ content }) => content)]);
}

function partsWithout(whole: Span | undefined, s: FoundStatement, content: readonly Span[]): Span[] {
  const parts: Span[] = [];
  if (!whole || !s.cue) return parts;
  const sentence = { from: Math.max(whole.from, s.cue.from - NEAR), to: Math.min(whole.to, s.cue.to + NEAR) };
  let { from } = sentence;
  for (const piece of content.toSorted((a, b) => a.from - b.from)) {
    if (piece.to <= sentence.from || piece.from >= sentence.to) continue;
    if (piece.from > from) parts.push({ from, to: piece.from });
    from = Math.max(from, piece.to);
  }
  if (from < sentence.to) parts.push({ from, to: sentence.to });
  return parts;
}
