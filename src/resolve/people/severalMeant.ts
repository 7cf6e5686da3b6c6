import { indexBehind } from "../../model/outermost.ts";
import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { headNoun, ofMany } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import { kindsOf } from "../tables.ts";
import { isPlural } from "./others.ts";
import type { Reading } from "./reading.ts";

/** "many anglers because they": those named right before the clause of a pronoun. */
const BEFORE_CLAUSE =
  /(?:^|\s)((?:many|some|most|several|few|the|all|these|those|other|both)\s(?:[\p{L}-]+\s){0,3}\p{Ll}{3,}s|[\p{L}-]+\s\p{Ll}{4,}s)\s(?:because|as|since|when|if|although|though|while|until|before|after)\s$/u;
/** "The Birches": one family. */
const FAMILY = /^the \p{Lu}\p{L}+s$/iu;
/** "Attorneys general", "the governors of two states" */
const HOLDERS =
  /^(?:the |two |three |four |several |some |many )?(?:[\p{L}-]+ )?\p{L}{3,}(?:s|men|women)(?: general)?(?= (?:of|in|from|at|for|who|across) |$)/iu;

/** Whom "they" and "its" mean by the sentence they stand in. */
export class SeveralMeant {
  readonly #found: Found;
  readonly #by: Pick<Reading, "words" | "bodies" | "speaker">;

  constructor(found: Found, by: Pick<Reading, "words" | "bodies" | "speaker">) {
    this.#found = found;
    this.#by = by;
  }

  /** "The Birches said they …", "Attorneys general said they …": the several whose words a statement stands in; null for one. */
  around(s: FoundStatement | null): NamedSource | null {
    const outer = s?.inside && !s.inside.frame ? this.#by.speaker(s.inside) : null;
    if (!outer || !s?.inside || /^(?:they|we|who|)$/i.test(outer.name)) return null;
    const words = s.inside.source ? this.#by.words(s.inside.source) : outer.name;
    const several =
      outer.kind === "office"
        ? HOLDERS.test(outer.name)
        : outer.kind === "unnamed"
          ? isPlural(outer.name, outer)
          : outer.kind === "person" && (FAMILY.test(words) || / and /.test(outer.name));
    return several ? outer : null;
  }

  /** The body whose words a statement stands in, where nobody else is known: "The board said they …"; null for others. */
  bodyAround({ from }: Span, s: FoundStatement | null): NamedSource | null {
    const opens = s?.inside && !s.inside.frame && s.inside.content.some((piece) => piece.from === from);
    const outer = opens && s.inside ? this.#by.speaker(s.inside) : null;
    return outer?.kind === "organisation" ? outer : null;
  }

  /** "It irks many anglers because they …": those right before the clause; null where no several stand there. */
  beforeClause({ from }: Span): NamedSource | null {
    const { document, sentences } = this.#found;
    const head = sentences[indexBehind(sentences, from)]?.from ?? from;
    const words = BEFORE_CLAUSE.exec(document.text.slice(Math.max(head, from - 90), from).replace(/\s/g, " "))?.[1];
    if (!words) return null;
    const noun = headNoun(words).toLowerCase();
    const kinds = kindsOf(noun);
    const people =
      kinds.has("unnamed") ||
      ["office", "description"].some((kind) => kindsOf(noun.replace(/s$/, "")).has(kind as "office"));
    return people && ofMany(words) ? { kind: "unnamed", name: words.replace(/^the /i, "") } : null;
  }

  /** "Quill said Ostrel had dropped its demand": the only body or state by name between the head of what is said, or of the sentence, and a pronoun; null for none, or several. */
  ownerOf({ from }: Span, s: FoundStatement | null): NamedSource | null {
    const { sentences } = this.#found;
    const head = sentences[indexBehind(sentences, from)]?.from ?? from;
    const content = s?.inside?.content.find((piece) => piece.from < from && from < piece.to);
    const start = Math.max(head, content?.from ?? head);
    const bodies = this.#by.bodies();
    const behind = (at: number): number => firstReached(bodies, (place) => place.from >= at);
    const places = bodies.slice(behind(start), behind(from)).filter((place) => place.to <= from);
    const names = new Set(places.map(({ source }) => source.name));
    const one = places.find(({ from: at }) => content && at - start <= 4) ?? (names.size === 1 ? places[0] : undefined);
    return one?.source ?? null;
  }
}
