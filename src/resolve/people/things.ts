import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { acronyms } from "../acronyms.ts";
import type { Field } from "../field.ts";
import { institutionIn, jointInstitutions } from "../institutions.ts";
import { namedByNoun } from "../media.ts";
import { nounPhrase, pointed } from "../nounPhrase.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { sourceWords } from "../tables.ts";
import { antecedentOf } from "./antecedents.ts";
import { type Documents, beforeAuthor, isDocument } from "./documents.ts";
import type { Focus } from "./focus.ts";
import type { Others, Speaker } from "./others.ts";
import type { Person } from "./persons.ts";
import { subjectBefore, subjectOfSentence } from "./subjects.ts";

/** What a channel passes on, and channels by their noun alone. */
const PASSED_ON =
  /^(?:the|this)\s(?:\p{Ll}+\s)?(?:report|article|paper|newspaper|agency|daily|magazine|website|channel|station|outlet|broadcaster|commentary|editorial|tabloid|network)$/iu;
/** Media in general, which mean the one channel that was named. */
const THE_MEDIA =
  /^the\s(?:(?:country['’]s\s)?(?:state|official|state-run|state-owned|government)(?:\snews)?\s)?(?:media|agency|news agency|broadcaster|newspaper|television)$/iu;
const RELATIVE = /^(?:who|whom|whose|which|that)$/i;
/** Those who speak at a gathering. */
const SPEAKERS =
  /^(?:the )?(?:speakers|participants|protesters|protestors|demonstrators|attendants|delegates|reporters|ralliers)\b/i;

/** What the things a text speaks of are read with. */
export interface Reading {
  /** The words at a span, white space made one. */
  words(span: Span): string;
  /** The index of the sentence a place stands in. */
  sentence(at: number): number;
  /** Whom a source means. */
  read(span: Span): NamedSource;
  /** Two or more persons who speak as one. */
  together(span: Span): Person | null;
  pronoun(span: Span): Person | null;
}

/** Whom the words of a source mean where that is no person by name: bodies, channels, documents, "they" and "it". */
export class Things {
  readonly #found: Found;
  readonly #field: Field;
  readonly #focus: Focus;
  readonly #short: ReadonlyMap<string, NamedSource>;
  readonly #documents: Documents;
  readonly #others: Others;
  readonly #by: Reading;

  constructor(found: Found, field: Field, focus: Focus, documents: Documents, others: Others, by: Reading) {
    this.#found = found;
    this.#field = field;
    this.#focus = focus;
    this.#short = acronyms(found.document.text);
    this.#documents = documents;
    this.#others = others;
    this.#by = by;
  }

  /** The short forms the text introduces. */
  get short(): ReadonlyMap<string, NamedSource> {
    return this.#short;
  }

  /** What the words of a source mean that is no person known. */
  meant(span: Span, words: string, s: FoundStatement | null): NamedSource {
    if (RELATIVE.test(words)) {
      const found = antecedentOf(this.#found, this.#focus, span);
      return found?.words
        ? this.#named({ from: found.words.from, to: found.words.to })
        : readSource(words, this.#field);
    }
    if (/^(?:they|them|their)$/i.test(words)) return this.#other(span, words, s) ?? { kind: "unnamed", name: words };
    if (/^(?:it|its|this|that)$/i.test(words))
      return this.#other(span, words, s) ?? { kind: "organisation", name: words };
    return this.#named(span);
  }

  /** What a phrase names that is no person. */
  #named(span: Span): NamedSource {
    const whole = pointed(this.#by.words(span));
    const less = nounPhrase(whole);
    const words = isDocument(less) ? less : whole;
    const read = readSource(words, this.#field);
    const own = (read.kind === "person" && this.#others.named(read.name)) || read;
    const bracketed = /\((\p{Lu}{2,8})\)$/u.exec(words)?.[1];
    const long =
      this.#short.get(own.name) ??
      (bracketed && (own.kind === "organisation" || own.kind === "channel") ? this.#short.get(bracketed) : undefined);
    if (long) return long;
    if (own.kind === "organisation" || own.kind === "channel") {
      const before = own.kind === "organisation" ? beforeAuthor(words) : 0;
      const raw = before > 0 && span.to - span.from === words.length;
      const whose = raw ? this.#by.read({ from: span.from + before, to: span.to }) : null;
      if (whose && (whose.kind === "channel" || whose.kind === "person" || whose.kind === "organisation")) return whose;
      const spoken = this.#documents.speakerIn(words, span.from);
      const author = this.#documents.authorOf(words, span.from);
      if (spoken && (!author || author.from <= spoken.at)) return spoken.speaker;
      const issuer = author && this.#by.read(author);
      if (issuer && !/^(?:it|he|she|they)$/i.test(issuer.name)) return issuer;
      const fuller = this.#documents.fullerName(words, span.from);
      const byNoun = fuller && namedByNoun(withoutArticle(this.#by.words(fuller)));
      if (byNoun) return byNoun;
      if (fuller)
        return { kind: own.kind, name: nounPhrase(this.#by.words(fuller)).replace(/^(?:any|every|each)\s/i, "") };
      const medium = PASSED_ON.test(words)
        ? this.#lastOther(span, ({ source }) => source.kind === "channel", 12)
        : null;
      if (medium) return medium;
      const carrier = own.kind === "channel" && /^the\s\p{Ll}+$/iu.test(words) ? this.#carrierBefore(span) : null;
      if (carrier) return carrier;
      const only = own.kind === "channel" && THE_MEDIA.test(words) ? this.#others.onlyChannel() : null;
      if (only) return only;
      const general = /^(?:the|this)\s(?:organi[sz]ation|body|group)$/i.test(words);
      const organisation = general ? this.#lastOther(span, ({ source }) => source.kind === "organisation", 4) : null;
      if (organisation) return organisation;
      const court = /^(?:the|this)\s(?:ruling|decision|verdict|opinion|order)$/i.test(words);
      const judges = court
        ? this.#lastOther(span, ({ source }) => /\b(?:court|panel|tribunal)\b/i.test(source.name), 12)
        : null;
      if (judges) return judges;
      const [, pronoun, rest] = /^(his|her)\s+(.+)$/i.exec(words) ?? [];
      const owner = pronoun && rest ? this.#by.pronoun({ from: span.from, to: span.from + pronoun.length }) : null;
      if (owner) return { kind: own.kind, name: `${owner.name}'s ${rest}` };
    }
    if (own.kind === "channel" && /^the\s\p{Ll}/iu.test(own.name))
      return { kind: own.kind, name: withoutArticle(own.name) };
    const isWhole =
      institutionIn(own.name, this.#field) === own.name ||
      jointInstitutions(withoutArticle(words), this.#field) === own.name;
    if (own.kind === "organisation" && isWhole) return own;
    if (own.kind === "office" || own.kind === "organisation")
      return {
        kind: own.kind,
        name: withoutArticle(own.name.replace(/ \(\p{Lu}{2,8}\)$/u, ""))
          .replace(/(?:(?<!\bC\.C\.),\s(?!\d)|\s(?:under|posted|published|released|conducted)\b).*$/s, "")
          .replace(/^(?:new|only|any)\s/, ""),
      };
    return own;
  }

  /** "They" and "it": the last speaker before, within a few sentences, who is many or no person. */
  #other(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const plural = /^the/i.test(words);
    const fits = (o: Speaker): boolean =>
      plural ? o.plural : o.document || (!o.plural && o.source.kind !== "unnamed" && o.source.kind !== "office");
    // Who speaks inside another's words is not the one the report goes on with.
    const carrier = this.#carrierBefore(span);
    if (carrier && !plural) return carrier;
    const outermost = s && !s.inside ? this.#lastOther(span, (o) => !o.nested && fits(o), 3) : null;
    const spoken = outermost ?? this.#lastOther(span, fits, 3);
    if (spoken) return spoken;
    const subject = subjectBefore(this.#found, this.#by.sentence(span.from));
    const many = plural ? this.#manyBefore(span) : null;
    if (many) return many;
    if (!subject) return this.#lastOther(span, (o) => plural && o.source.kind === "organisation", 3);
    const together = plural ? this.#by.together(subject) : null;
    if (together) return { kind: "person", name: together.name };
    const named = readSource(this.#by.words(subject), this.#field);
    const noun =
      withoutArticle(this.#by.words(subject))
        .split(/\s(?:of|for|in|from)\s/)[0]
        ?.split(" ")
        .at(-1) ?? "";
    if (plural !== noun.endsWith("s")) return null;
    if (sourceWords().get(noun.toLowerCase())?.has("organisation"))
      return { kind: "organisation", name: withoutArticle(nounPhrase(this.#by.words(subject))) };
    if (named.kind === "person" || named.kind === "office") return null;
    return { kind: named.kind, name: withoutArticle(named.name) };
  }

  /** "At the rally speakers held …": the speakers or participants who are the subject one to three sentences before; else null. */
  #manyBefore(span: Span): NamedSource | null {
    const at = this.#by.sentence(span.from);
    for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
      const subject = subjectOfSentence(this.#found, i);
      if (subject && SPEAKERS.test(this.#by.words(subject)))
        return readSource(withoutArticle(this.#by.words(subject)), this.#field);
    }
    return null;
  }

  /** "Zrcadlo carried an article. It said …": the subject of the sentence before, where it made something known; else null. */
  #carrierBefore(span: Span): NamedSource | null {
    const at = this.#by.sentence(span.from) - 1;
    const subject = subjectBefore(this.#found, at + 1);
    if (!subject) return null;
    const behind = this.#found.document.text.slice(subject.to, subject.to + 60);
    if (!/^\s(?:carried|ran|aired|broadcast|published|issued|released|posted|printed)\s/.test(behind)) return null;
    const source = this.#by.read(subject);
    return source.kind === "channel" || source.kind === "organisation" ? source : null;
  }

  /** The last speaker before a place, no person by name, who fits and spoke within some sentences. */
  #lastOther(span: Span, fits: (speaker: Speaker) => boolean, sentences: number): NamedSource | null {
    return this.#others.last(span.from, this.#by.sentence(span.from), fits, sentences)?.source ?? null;
  }
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an)\s+(?=\S)/i, "");
}
