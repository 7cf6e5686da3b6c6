import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { inHeadline } from "./headlines.ts";
import { subjectOfSentence } from "./subjects.ts";

const PARTICIPLE = /^(?!according\b)\p{L}+ing\b/iu;

const GOES_ON =
  /^(?:also |further )?(?:adding|noting|stressing|underlining|underscoring|emphasi[sz]ing|indicating|reiterating|affirming|pointing out|recalling|explaining|saying)\b/u;

const ACTIVE =
  /^(?:\p{Ll}+ly )?(?:said|says|asked|appreciated|denounced|condemned|accused|urged|rejected|stressed|noted|declared|called (?:for|on|upon)|demanded|warned|praised|welcomed|claimed|announced|expressed|criticised|criticized|hailed|held|vowed)\b/u;

interface Cued {
  readonly statement: FoundStatement;
  readonly cue: Span;
  readonly source: Span;
}

/** Whose a participle is that names nobody itself: "Recalling the flood, she said …". */
export class Hosts {
  readonly #found: Found;
  #openings: readonly Span[] | null = null;
  #inSentence: Map<number, Cued[]> | null = null;

  constructor(found: Found) {
    this.#found = found;
  }

  /**
   * The statement whose speaker a participle without a source has: the main one of its sentence, the next behind a
   * participle at the sentence's head, else the one before. Null where the cue is no participle or there is no other.
   */
  of(s: FoundStatement): FoundStatement | null {
    const { cue } = s;
    if (!cue || !this.#isParticiple(cue)) return null;
    const at = indexBehind(this.#found.sentences, cue.from);
    const hosts = (this.#sentences().get(at) ?? []).filter(({ statement }) => statement !== s);
    const outside = hosts.filter(({ statement }) => statement.inside !== s);
    // Whoever speaks in what another says is no host of the one who says it.
    const peers = outside.filter(({ statement }) => statement.inside === s.inside);
    const beside = peers.length > 0 ? peers : outside;
    const head = this.#found.sentences[at]?.from ?? 0;
    const opens =
      cue.from === head ||
      /^(?:\p{Lu}\p{Ll}+ly|By|In|While|When|After|Before|Without|Besides)\s$/u.test(
        this.#found.document.text.slice(head, cue.from),
      );
    if (!opens) return beside.findLast((host) => host.cue.to <= cue.from)?.statement ?? null;
    return (beside.length > 0 ? beside : hosts).find(({ source }) => source.from > cue.from)?.statement ?? null;
  }

  /** "…, it said, urging the Board to act": the one who says it, where a participle's source was taken from before that; else null. */
  between(s: FoundStatement): FoundStatement | null {
    const { cue, source } = s;
    if (!cue || !source || source.to > cue.from) return null;
    const host = this.of(s);
    if (!host?.cue || !host.source) return null;
    // "The Board said the dam was safe, adding that …": the dam adds nothing.
    const toldOf = s.inside !== host && host.content.some((piece) => contains(piece, source));
    if (toldOf && this.#goesOn(cue)) return host;
    return host.cue.from >= source.to && host.source.from >= source.to ? host : null;
  }

  /** "Noting that it was late, he went on:": who is announced in the sentence of a participle without a source; null for none. */
  announcedBeside({ cue }: FoundStatement): Span | null {
    if (!cue || !this.#isParticiple(cue)) return null;
    this.#openings ??= this.#found.frames.map(({ span }) => span);
    const frame = this.#found.frames[indexBehind(this.#openings, cue.from)];
    return frame?.source && frame.span.from <= cue.from && cue.to <= frame.span.to ? frame.source : null;
  }

  /** "The Board held a press conference denouncing the plan": the subject at the head of a participle's sentence; null for none. */
  subjectOf({ cue, source }: FoundStatement): Span | null {
    if (!cue || (!source && !this.#isParticiple(cue) && !this.#isActive(cue))) return null;
    const at = indexBehind(this.#found.sentences, cue.from);
    const subject = subjectOfSentence(this.#found, at) ?? this.#pronounAt(at);
    return subject && subject.to < cue.from ? subject : null;
  }

  /** ", adding": behind a comma, by a word with which the one who speaks goes on. */
  #goesOn({ from, to }: Span): boolean {
    const { text } = this.#found.document;
    return text.slice(from - 2, from) === ", " && GOES_ON.test(text.slice(from, to));
  }

  #isParticiple({ from, to }: Span): boolean {
    return PARTICIPLE.test(this.#found.document.text.slice(from, to));
  }

  /** "He met the twins and asked …": the pronoun at the head of a sentence; null where none stands there. */
  #pronounAt(sentence: number): Span | null {
    const { sentences, tokens } = this.#found;
    const token = tokens[sentences[sentence]?.first ?? -1];
    return token && /^(?:He|She|It|They)$/.test(token.reads) ? { from: token.from, to: token.to } : null;
  }

  /** "denounced" right in a sentence, not "was denounced": a finite verb of the report's own, outside headlines. */
  #isActive({ from, to }: Span): boolean {
    return !inHeadline(this.#found, from) && ACTIVE.test(this.#found.document.text.slice(from, to));
  }

  #isPossessive({ from, to }: Span): boolean {
    return /^(?:its|his|her|their|our|my)$|['’]s?$/i.test(
      this.#found.document.text.slice(from, Math.min(to, from + 200)),
    );
  }

  /** The statements with a source and a finite verb by the sentence they stand in. */
  #sentences(): ReadonlyMap<number, readonly Cued[]> {
    if (this.#inSentence) return this.#inSentence;
    this.#inSentence = new Map();
    for (const statement of this.#found.statements) {
      const { cue, source } = statement;
      if (!cue || !source || this.#isParticiple(cue) || this.#isPossessive(source)) continue;
      const at = indexBehind(this.#found.sentences, cue.from);
      const known = this.#inSentence.get(at);
      if (!known) this.#inSentence.set(at, [{ statement, cue, source }]);
      else if (known.length < MOST) known.push({ statement, cue, source });
    }
    return this.#inSentence;
  }
}

/** No sentence of a report has more; a text made to be slow may. */
const MOST = 30;
