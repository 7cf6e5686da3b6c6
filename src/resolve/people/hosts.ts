import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";

const PARTICIPLE = /^\p{L}+ing\b/u;

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
    const beside = hosts.filter(({ statement }) => statement.inside !== s);
    if (cue.from !== this.#found.sentences[at]?.from)
      return beside.filter((host) => host.cue.to <= cue.from).at(-1)?.statement ?? null;
    return (beside.length > 0 ? beside : hosts).find(({ source }) => source.from > cue.from)?.statement ?? null;
  }

  /** "Noting that it was late, he went on:": who is announced in the sentence of a participle without a source; null for none. */
  announcedBeside({ cue }: FoundStatement): Span | null {
    if (!cue || !this.#isParticiple(cue)) return null;
    this.#openings ??= this.#found.frames.map(({ span }) => span);
    const frame = this.#found.frames[indexBehind(this.#openings, cue.from)];
    return frame?.source && frame.span.from <= cue.from && cue.to <= frame.span.to ? frame.source : null;
  }

  #isParticiple({ from, to }: Span): boolean {
    return PARTICIPLE.test(this.#found.document.text.slice(from, to));
  }

  #isPossessive({ from, to }: Span): boolean {
    return /^(?:its|his|her|their|our|my)$|['’]s?$/i.test(this.#found.document.text.slice(from, Math.min(to, from + 200)));
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
