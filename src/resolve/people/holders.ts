import { indexBehind, outermost } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { headNoun } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import type { Focus } from "./focus.ts";
import { type Others, isOneMan } from "./others.ts";
import { type Gender, genderOf } from "./names/persons.ts";
import type { SubjectsMeant } from "./subjectsMeant.ts";

/** Holders of offices, not by name, whom "he" and "she" mean. */
export class Holders {
  readonly #found: Found;
  readonly #focus: Focus;
  readonly #others: Others;
  readonly #subjects: SubjectsMeant;
  readonly #sourceOf: (s: FoundStatement) => NamedSource | null;
  readonly #quoted: ReturnType<typeof outermost>;

  constructor(
    found: Found,
    focus: Focus,
    others: Others,
    subjects: SubjectsMeant,
    sourceOf: (s: FoundStatement) => NamedSource | null,
  ) {
    this.#found = found;
    this.#focus = focus;
    this.#others = others;
    this.#subjects = subjects;
    this.#sourceOf = sourceOf;
    this.#quoted = outermost(found);
  }

  /** The holder of an office, not by name, who spoke last and is "he" now; null where a person by name came after. */
  meant(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const gender = genderOf(words);
    if (this.#quoted.before(span.from + 1)) return null;
    const sentence = indexBehind(this.#found.sentences, span.from);
    // Whoever speaks in a frame says "I": his "he" is somebody in his words.
    const frame = s?.inside?.frame ?? null;
    if (frame) {
      const heard = this.#others.holder(span.from, sentence, gender, true);
      const speaker = s?.inside ? this.#sourceOf(s.inside)?.name : null;
      const own = heard && heard.source.name !== speaker ? heard : null;
      const told = this.#subjects.oneManBefore(span, frame.stretch.from, gender);
      const last = own && (!told || own.at > told.at) ? own : told;
      return last && !this.#focus.actsBetween(last, span.from) ? last.source : null;
    }
    const outer = s?.inside ? this.#sourceOf(s.inside) : null;
    if (outer) return isOneMan(outer, gender) ? outer : null;
    const last =
      this.#others.holder(span.from, sentence, gender, s?.inside !== null) ??
      this.#subjectJustBefore(span, sentence, gender);
    // "…, he added": who acts in what he says is not he.
    const until = Math.min(span.from, s?.content[0]?.from ?? span.from);
    return last && !this.#focus.actsBetween(last, until) ? last.source : null;
  }

  /** "The judge refused. She said …": the single holder of an office whom the sentence before is about, and who names nobody; else null. */
  #subjectJustBefore(
    span: Span,
    sentence: number,
    gender: Gender,
  ): { source: NamedSource; at: number; sentence: number } | null {
    const here = this.#found.sentences[sentence];
    const before = this.#found.sentences[sentence - 1];
    if (!here || !before || here.from !== span.from || here.block - before.block > 1) return null;
    if (this.#focus.allWithin(before.from, span.from).length > 0) return null;
    const one = this.#subjects.oneManBefore(span, before.from, gender);
    // "The harbour leader refused" where one of those named is a leader: whoever is in the foreground.
    const noun = one ? headNoun(one.source.name).toLowerCase() : "";
    const isNamed = this.#focus.allWithin(0, before.from).some(({ person }) => person.titles.has(noun));
    return isNamed ? null : one;
  }
}
