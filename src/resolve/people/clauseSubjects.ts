import { indexBehind } from "../../model/outermost.ts";
import type { Sentence } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Focus } from "./focus.ts";
import type { Mention } from "./names/mentions.ts";
import type { Person } from "./names/persons.ts";

/** What joins the clause of a pronoun to the one before, whose subject it takes up. */
const TIED = /\b(?:(?:in|at|on|during|for|to|with|by) which|because|although|though|unless)\s$/;
/** A pronoun before another: whoever it means may be meant again. */
const PRONOUN = /\b(?:he|she|him|her|his)\b/i;
/** "because he …, but also because he", "his board": whom these mean the pronoun means as well. */
const SAME = /\b(?:because|although|though|unless) (?:he|she)\b|\b(?:his|her) [\p{L}-]+/giu;
/** "Birch spoke, the chairman waited, although he …": another subject, not by name. */
const OTHER = /, (?:the|an?|his|her) \p{L}/u;
/** "Asked by Birch if he …, Quill said" */
const ASKED = /^(?:When |After being |Being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned)\s/;
/** What may stand between the comma and the name of the subject behind it. */
const BEFORE_NAME = /^, (?:the )?(?:[\p{L}-]+\.? ){0,3}$/u;

/** Whom a pronoun means by the clauses of its sentence: what a subordinate clause tells is told of the subject before it, or behind it. */
export class ClauseSubjects {
  readonly #found: Found;
  readonly #focus: Focus;

  constructor(found: Found, focus: Focus) {
    this.#found = found;
    this.#focus = focus;
  }

  /** "Asked by Birch if he believed it, Quill said": who answers, for a pronoun in what was asked; null for others. */
  asked({ from, to }: Span): Person | null {
    const sentence = this.#sentence(from);
    const { text: all } = this.#found.document;
    if (!ASKED.test(all.slice(sentence.from, sentence.from + 24))) return null;
    const text = all.slice(sentence.from, sentence.to);
    const comma = text.indexOf(", ", to - sentence.from);
    if (comma < 0) return null;
    const [named] = this.#named({ from: sentence.from + comma, to: sentence.to });
    const before = named && text.slice(comma, named.from - sentence.from);
    return named && named.role === "subject" && before && BEFORE_NAME.test(before) ? named.person : null;
  }

  /**
   * "Birch, who leads, held a rally in which he …", "Quill said Birch lost because he …": the one who is the subject of the
   * clause before a pronoun's; null where a clause is not tied so, or somebody else is named or meant between them.
   */
  before(span: Span, outer: FoundStatement | null): Person | null {
    const sentence = this.#sentence(span.from);
    const content = outer?.content.find((piece) => piece.from < span.from && span.from < piece.to);
    const from = content && content.from > sentence.from ? content.from : sentence.from;
    const { text } = this.#found.document;
    if (!TIED.test(text.slice(Math.max(from, span.from - 20), span.from))) return null;
    const named = this.#named({ from, to: span.from });
    const subjects = named.filter((m) => m.role === "subject" || /^, who\s/.test(text.slice(m.to, m.to + 6)));
    const subject = content ? subjects[0] : subjects.at(-1);
    if (!subject || (content && subject.from - from > 40)) return null;
    const between = text.slice(subject.to, span.from).replace(SAME, "");
    return PRONOUN.test(between) || OTHER.test(between) ? null : subject.person;
  }

  /** "Sen. Mara Quill was for it while it lasted, she said": whom the sentence before the comma brings into the report; null for nobody. */
  broughtIn({ from }: Span): Person | null {
    const sentence = this.#sentence(from);
    const [first] = this.#named({ from: sentence.from, to: from });
    if (!first || first.role !== "subject" || !first.opens) return null;
    const { text } = this.#found.document;
    if (!/\s/.test(text.slice(first.from, first.to)) || /^[“"']/.test(text.slice(sentence.from, sentence.from + 1)))
      return null;
    return this.#focus.isFirst(first) && first.person.titles.size > 0 ? first.person : null;
  }

  #named({ from, to }: Span): readonly Mention[] {
    return this.#focus.allWithin(from, to).filter(({ quoted }) => !quoted);
  }

  #sentence(at: number): Sentence {
    return this.#found.sentences[indexBehind(this.#found.sentences, at)] as Sentence;
  }
}
