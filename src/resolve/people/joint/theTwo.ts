import { indexBehind } from "../../../model/outermost.ts";
import type { Span } from "../../../model/span.ts";
import type { Found, FoundStatement } from "../../../model/statement.ts";
import { joined } from "../../nouns.ts";
import type { NamedSource } from "../../sources.ts";
import { kindsOf } from "../../tables.ts";
import type { Focus } from "../focus.ts";
import type { Reading } from "../reading.ts";
import type { Others } from "../others.ts";
import { subjectBefore } from "../subjects.ts";

/** Words for two who are known: "the two", "both men", "the couple", "the two sides". */
const TWO =
  /^(?:the (?:two|pair|couple|duo)|both|(?:both|the two) of (?:them|whom)|(?:both|the two) (?:[\p{Ll}-]+ )?(\p{Ll}+))$/iu;
/** What only persons, and what only bodies or states, are called by. */
const PERSONS = /^(?:the (?:couple|duo)|(?:both|the two) (?:men|women))$/i;
const BODIES =
  /^(?:sides|companies|firms|countries|nations|states|governments|parties|groups|organi[sz]ations|agencies)$/;
/** How many sentences back two who spoke, or who were told of, are "the two". */
const REACH = 3;
/** What may stand between two names that are told of together. */
const AND = /^,? and (?:(?:the |former |then-)?(?:\p{Lu}[\p{L}.’'-]+ ){0,4}|his \p{Ll}+, |her \p{Ll}+, )$/u;

/** Whom words for two mean: those who spoke or were told of together just before. */
export class TheTwo {
  readonly #found: Found;
  readonly #focus: Focus;
  readonly #others: Others;
  readonly #by: Pick<Reading, "joint" | "speaker" | "bodies">;

  constructor(found: Found, focus: Focus, others: Others, by: Pick<Reading, "joint" | "speaker" | "bodies">) {
    this.#found = found;
    this.#focus = focus;
    this.#others = others;
    this.#by = by;
  }

  /** The two whom words at a place mean; null for other words, and where no two are known. */
  meant(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const match = TWO.exec(words);
    if (!match) return null;
    const noun = match[1]?.toLowerCase() ?? "";
    const kinds = kindsOf(noun.replace(/s$/, ""));
    const bodies = BODIES.test(noun);
    const persons = !bodies && (PERSONS.test(words) || kinds.has("office") || kinds.has("description"));
    // "both reports": things, and nobody who was named.
    if (noun !== "" && !bodies && !persons) return null;
    const fits = (one: NamedSource | null): one is NamedSource =>
      one !== null &&
      this.#isTwo(one) &&
      (!persons || one.kind === "person") &&
      (!bodies || one.kind === "organisation" || one.kind === "state");
    const outer = s?.inside ? this.#by.speaker(s.inside) : null;
    if (fits(outer)) return outer;
    const sentence = indexBehind(this.#found.sentences, span.from);
    const spoke = this.#others.last(span.from, sentence, ({ source }) => fits(source), REACH);
    if (spoke) return spoke.source;
    const told = this.#toldOf(sentence, fits) ?? (bodies ? null : this.#namedTogether(span, sentence));
    return told ?? (noun === "sides" ? this.#bodiesHere(span, sentence) : null);
  }

  /** "Mara Quill and Tom Birch met": two who are the subject of a sentence just before. */
  #toldOf(sentence: number, fits: (one: NamedSource | null) => one is NamedSource): NamedSource | null {
    for (let i = sentence; i > 0 && sentence - i < REACH; i--) {
      const subject = subjectBefore(this.#found, i);
      const two = subject && this.#by.joint(subject);
      if (fits(two)) return two;
    }
    return null;
  }

  /** "It pleased Mara Quill and Tom Birch": the last two persons named side by side, in the sentence or the one before; null where more are. */
  #namedTogether({ from }: Span, sentence: number): NamedSource | null {
    const { sentences, document } = this.#found;
    const named = this.#focus
      .allWithin(sentences[Math.max(0, sentence - 1)]?.from ?? from, from)
      .filter((m) => !m.quoted);
    const all = new Set(named.map(({ person }) => person));
    const [first, second] = [...all];
    if (all.size !== 2 || !first || !second) return null;
    const beside = named.some((m, i) => {
      const next = named[i + 1];
      return next && next.person !== m.person && AND.test(document.text.slice(m.to, next.from).replace(/\s/g, " "));
    });
    return beside ? { kind: "person", name: joined([first.name, second.name]) } : null;
  }

  /** "Norda is to buy Velt Works, the two sides said": the only two bodies of the sentence. */
  #bodiesHere({ from }: Span, sentence: number): NamedSource | null {
    const names = new Set(
      this.#by
        .bodies()
        .filter((place) => place.sentence === sentence && place.from < from && place.role !== "owner")
        .map(({ source }) => source.name),
    );
    return names.size === 2 ? { kind: "organisation", name: joined([...names]) } : null;
  }

  /** Whether a source is two by name: "Mara Quill and Tom Birch", and neither "the board and others" nor a body whose name has an "and". */
  #isTwo({ kind, name }: NamedSource): boolean {
    const two = name.split(" and ");
    if (two.length !== 2 || name.includes(", ") || !two.every((one) => /^\p{Lu}/u.test(one))) return false;
    if (kind !== "organisation") return kind === "person" || kind === "state";
    return two.every((one) => this.#by.bodies().some(({ source }) => source.name === one));
  }
}
