import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import { ofMany, withoutArticle } from "../nouns.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { sourceWords } from "../tables.ts";
import { documentsOf, isDocument } from "../documentWords.ts";
import { type Others, type Speaker, isOneMan } from "./others.ts";
import type { Gender } from "./names/persons.ts";
import type { Reading } from "./reading.ts";
import { subjectBefore, subjectOfClause, subjectOfSentence } from "./subjects.ts";

/** Those who speak at a gathering. */
const SPEAKERS =
  /^(?:the )?(?:speakers|participants|protesters|protestors|demonstrators|attendants|delegates|reporters|ralliers)\b/i;
/** "Mara Quill published an article. It says …" */
const WROTE = new RegExp(
  `^\\s(?:issued|released|published|posted)\\s(?:an?|the|his|her)\\s(?:[\\p{L}-]+\\s){0,3}?(?:${documentsOf("issued", "printed", "posted")})\\b`,
  "u",
);
/** What joins the clause of "it" to the one before. */
const CLAUSE_BEFORE_IT = /(?:^|\s)(?:but|and|as|since|because|though|although|while|when|if|after|before|until|so)\s$/;
/** How many sentences a subject that holds an office stays "he". */
const SUBJECT_REACH = 4;

/** Whom "it", "they" and "he" mean because a sentence is about them: subjects of the pronoun's own sentence and of those before. */
export class SubjectsMeant {
  readonly #found: Found;
  readonly #field: Field;
  readonly #others: Others;
  readonly #by: Reading;
  readonly #named: (span: Span) => NamedSource;

  /** `named` tells what a phrase names that is no person. */
  constructor(found: Found, field: Field, others: Others, by: Reading, named: (span: Span) => NamedSource) {
    this.#found = found;
    this.#field = field;
    this.#others = others;
    this.#by = by;
    this.#named = named;
  }

  /** "The unions held a meeting at which they demanded …": the subject of a verb before in the sentence, where it fits; else null. */
  beside(span: Span, plural: boolean): NamedSource | null {
    const before = this.#found.document.text.slice(Math.max(0, span.from - 12), span.from);
    const clause = plural && before.endsWith(", ") ? subjectOfClause(this.#found, this.#by.sentence(span.from)) : null;
    if (clause && ofMany(this.#by.words(clause))) return this.#named(clause);
    const both = clause && this.#by.joint(clause);
    if (both) return both;
    if (/[,"”]\s*$/.test(before) || (!plural && !/\b(?:at|in|during|after) which\s$/.test(before))) return null;
    const subject = subjectOfSentence(this.#found, this.#by.sentence(span.from));
    const words = subject && subject.to < span.from ? this.#by.words(subject) : "";
    if (!subject || words === "") return null;
    if (plural) return ofMany(words) ? this.#named(subject) : this.#by.joint(subject);
    const one = this.#named(subject);
    return one.kind === "organisation" || one.kind === "channel" || one.kind === "state" ? one : null;
  }

  /** "Tarvia wants a dam, since it floods": the body or state by name that is the subject of the pronoun's sentence; null where none is. */
  here({ from }: Span, s: FoundStatement | null): NamedSource | null {
    const { text } = this.#found.document;
    if (!CLAUSE_BEFORE_IT.test(text.slice(Math.max(0, from - 12), from))) return null;
    if (s?.content.some((piece) => piece.from < from)) return null;
    const subject = subjectOfSentence(this.#found, this.#by.sentence(from));
    if (!subject || subject.to >= from) return null;
    const between = this.#by.bodies().some((place) => place.from >= subject.to && place.from < from);
    return between ? null : this.#byName(subject);
  }

  /** "The Union would build more. It has said …": the body or state by name that the sentence before is about, where nobody spoke in it. */
  justBefore({ from }: Span, fits: (speaker: Speaker) => boolean): NamedSource | null {
    const at = this.#by.sentence(from);
    if (this.#others.last(from, at, fits, 1)) return null;
    const subject = subjectBefore(this.#found, at);
    return subject && (this.#byName(subject) ?? this.#byNoun(subject));
  }

  /** "The office rejected the report. It said …": the body that a bare noun tells; null for others. */
  #byNoun(subject: Span): NamedSource | null {
    const words = this.#by.words(subject);
    const noun = /^The (\p{Ll}+)$/u.exec(words)?.[1] ?? "";
    if (!sourceWords().get(noun)?.has("organisation") || isDocument(words) || ofMany(words)) return null;
    const named = this.#by.read(subject);
    return named.kind === "organisation" ? named : null;
  }

  /** The body or state whose name a subject is; null for others, and for what has no name. */
  #byName({ from, to }: Span): NamedSource | null {
    const words = this.#by.words({ from, to });
    const span = { from, to: to - (/[\s,]*$/u.exec(words)?.[0].length ?? 0) };
    if (!/^(?:The |the )?\p{Lu}/u.test(words) || ofMany(words)) return null;
    const named = this.#by.read(span);
    return /^\p{Lu}/u.test(named.name) && /^(?:organisation|state)$/.test(named.kind) ? named : null;
  }

  /** The organisation that is the subject of the sentence before; null where none is. */
  bodyBefore(span: Span): NamedSource | null {
    const subject = subjectBefore(this.#found, this.#by.sentence(span.from));
    const named = subject && readSource(this.#by.words(subject), this.#field);
    return named?.kind === "organisation" ? named : null;
  }

  /** "At the rally speakers held …": several persons or bodies who are the subject one to three sentences before; else null. */
  manyBefore(span: Span): NamedSource | null {
    const at = this.#by.sentence(span.from);
    for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
      const subject = subjectOfSentence(this.#found, i);
      const words = subject ? this.#by.words(subject) : "";
      if (SPEAKERS.test(words) || (i < at - 1 && ofMany(words))) return readSource(withoutArticle(words), this.#field);
    }
    return null;
  }

  /**
   * "The board's chairman went abroad. He said …": the holder of an office, not by name, who is a subject before a place,
   * in its own sentence or within some before, and not before `least`; null where none is.
   */
  oneManBefore(
    { from }: Span,
    least: number,
    gender: Gender,
  ): { readonly source: NamedSource; readonly at: number; readonly sentence: number } | null {
    const sentence = this.#by.sentence(from);
    for (let i = sentence; i >= Math.max(0, sentence - SUBJECT_REACH); i--) {
      if ((this.#found.sentences[i]?.from ?? 0) < least) return null;
      const subject = subjectOfSentence(this.#found, i);
      if (!subject || subject.to > from) continue;
      const source = this.#by.read(subject);
      // A person by name is in the foreground anyway.
      if (source.kind === "person") return null;
      if (isOneMan(source, gender)) return { source, at: subject.from, sentence: i };
    }
    return null;
  }

  /** "Zrcadlo carried an article. It said …": the subject of the sentence before, where it made something known; else null. */
  carrierBefore(span: Span): NamedSource | null {
    const at = this.#by.sentence(span.from) - 1;
    const subject = subjectBefore(this.#found, at + 1);
    if (!subject) return null;
    const behind = this.#found.document.text.slice(subject.to, subject.to + 60);
    if (
      !/^\s(?:on [^,.;]{3,24}? )?(?:carried|ran|aired|broadcast|published|issued|released|posted|printed)\s/.test(
        behind,
      )
    )
      return null;
    const source = this.#by.read(subject);
    const wrote = source.kind === "person" && WROTE.test(behind);
    return wrote || source.kind === "channel" || source.kind === "organisation" ? source : null;
  }
}
