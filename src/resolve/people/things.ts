import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { acronyms } from "../acronyms.ts";
import type { Field } from "../field.ts";
import { institutionIn } from "../institutions.ts";
import { jointInstitutions } from "../namedTogether.ts";
import { namedByNoun } from "../media.ts";
import { nounPhrase, pointed } from "../nounPhrase.ts";
import { headNoun, isMany, ofMany, withoutArticle } from "../nouns.ts";
import { type NamedSource, readSource } from "../sources.ts";
import { sourceWords } from "../tables.ts";
import { antecedentOf } from "./antecedents.ts";
import { bodyMeant } from "./bodies/bodyMeant.ts";
import type { Documents } from "./documents/documents.ts";
import { documentsOf, isDocument } from "../documentWords.ts";
import type { Focus } from "./focus.ts";
import { FullNames } from "./bodies/fullNames.ts";
import { NamedBefore } from "./bodies/namedBefore.ts";
import type { Others, Speaker } from "./others.ts";
import { authorIn, isPersonal, makerIn } from "./documents/owned.ts";
import { partOfShortened, shortenedBody } from "./bodies/shortened.ts";
import { SeveralMeant } from "./severalMeant.ts";
import { isRelative } from "./speakerWords.ts";
import { SubjectsMeant } from "./subjectsMeant.ts";
import { isWhatIsSaid } from "./spokenBefore.ts";
import type { Reading } from "./reading.ts";
import { isGathering } from "./spokenNames.ts";
import { subjectBefore, subjectBehindVerb } from "./subjects.ts";

/** What a channel passes on, and channels by their noun alone. */
const PASSED_ON =
  /^(?:the|this)\s(?:\p{Ll}+\s)?(?:report|story|article|paper|newspaper|agency|daily|weekly|magazine|website|homepage|portal|channel|station|radio|television|outlet|broadcaster|commentary|editorial|tabloid|network)$/iu;
/** Media in general, which mean the one channel that was named. */
const THE_MEDIA =
  /^the\s(?:(?:country['’]s\s)?(?:state|official|state-run|state-owned|government)(?:\snews)?\s)?(?:media|agency|news agency|broadcaster|newspaper|television)$/iu;

/** "The board received a message": a document that a sentence tells of. */
const DOCUMENT_TOLD_OF = new RegExp(
  `\\b(?:an?|the|his|her) (?:[\\p{L}-]+ ){0,3}?(${documentsOf("issued", "printed")})\\b`,
  "u",
);
/** How many sentences back a body that spoke counts as one that did. */
const SPOKE_REACH = 30;

/** How many sentences in a row with one pronoun for their subject lead back to whom it means. */
const MOST_IN_A_ROW = 3;

/** Whom the words of a source mean where that is no person by name: bodies, channels, documents, "they" and "it". */
export class Things {
  readonly #found: Found;
  readonly #field: Field;
  readonly #focus: Focus;
  readonly #short: ReadonlyMap<string, NamedSource>;
  readonly #documents: Documents;
  readonly #fullNames: FullNames;
  readonly #before: NamedBefore;
  readonly #others: Others;
  readonly #by: Reading;
  /** Whom pronouns mean because a sentence is about them. */
  readonly subjects: SubjectsMeant;
  readonly #several: SeveralMeant;
  /** The statements' sources by where they end. */
  #ends: ReadonlyMap<number, Span> | null = null;

  constructor(found: Found, field: Field, focus: Focus, documents: Documents, others: Others, by: Reading) {
    this.#found = found;
    this.#field = field;
    this.#focus = focus;
    this.#short = acronyms(found.document.text);
    this.#documents = documents;
    this.#fullNames = new FullNames(found);
    this.#before = new NamedBefore(found, field);
    this.#others = others;
    this.#by = by;
    this.#several = new SeveralMeant(found, by);
    this.subjects = new SubjectsMeant(found, field, others, by, (span) => this.#named(span));
  }

  /** The short forms the text introduces. */
  get short(): ReadonlyMap<string, NamedSource> {
    return this.#short;
  }

  /** What the words of a source mean that is no person known. */
  meant(span: Span, words: string, s: FoundStatement | null): NamedSource {
    if (isRelative(words)) {
      const before = this.#sourceBefore(span);
      if (before) return this.#named(before);
      const found = antecedentOf(this.#found, this.#focus, span);
      // "It is clear who wants it": whoever is asked for is nobody yet.
      if (!found?.words && /^who$/i.test(words)) return { kind: "none", name: "" };
      if (!found?.words) return readSource(words, this.#field);
      const named = this.#named({ from: found.words.from, to: found.words.to });
      // "Lowlanders who favoured it": no person by one name has such a clause.
      const many =
        named.kind === "person" && /^\p{Lu}\p{Ll}{2,}s$/u.test(named.name) && found.words.to + 1 === span.from;
      return many ? { kind: "unnamed", name: named.name } : named;
    }
    if (/^(?:they|them|their)$/i.test(words))
      return this.#other(span, words, s) ?? this.#several.bodyAround(span, s) ?? { kind: "unnamed", name: words };
    if (/^(?:it|its|this|that)$/i.test(words))
      return (
        (/^its$/i.test(words) && !isFramed(s) ? this.#several.ownerOf(span, s) : null) ??
        this.#other(span, words, s) ??
        (isFramed(s) ? null : this.#writer(span)) ?? { kind: "organisation", name: words }
      );
    return this.#named(span);
  }

  /** "…, said an angler of the port, who added": the source that ends right before a comma and the pronoun; null where none does. */
  #sourceBefore({ from }: Span): Span | null {
    this.#ends ??= new Map(
      this.#found.statements.flatMap(({ source }) => (source ? [[source.to, source] as const] : [])),
    );
    const source = this.#ends.get(from - 2);
    return source && this.#found.document.text.startsWith(", ", from - 2) ? source : null;
  }

  /** What a phrase names that is no person. */
  #named(span: Span): NamedSource {
    const whole = pointed(this.#by.words(span));
    const less = nounPhrase(whole);
    const words = isDocument(less) ? less : whole;
    const read = readSource(words, this.#field);
    const own = (read.kind === "person" && this.#others.named(read.name)) || read;
    const made = span.to - span.from === words.length ? makerIn(words) : null;
    const maker = made && this.#by.read({ from: span.from + made.from, to: span.from + made.to });
    if (maker?.kind === "organisation" || (maker?.kind === "person" && isPersonal(words))) return maker;
    const bracketed = /\((\p{Lu}{2,8})\)$/u.exec(words)?.[1];
    const long =
      this.#short.get(own.name) ??
      (bracketed && (own.kind === "organisation" || own.kind === "channel") ? this.#short.get(bracketed) : undefined);
    if (long) return long;
    const part = own.kind === "organisation" ? partOfShortened(own.name, this.#short) : null;
    if (part) return part;
    const paper = this.#before.paper(words, span.from);
    if (paper) return paper;
    const body = own.kind === "organisation" || own.kind === "unnamed" ? this.#bodyMeant(words, span.from) : null;
    if (body) return body;
    if (
      own.kind === "organisation" ||
      own.kind === "channel" ||
      (own.kind === "unnamed" && (isDocument(words) || PASSED_ON.test(words)))
    ) {
      const by = span.to - span.from === words.length ? authorIn(words) : null;
      const whose = by && this.#author({ from: span.from + by.from, to: span.from + by.to });
      if (whose && whose.kind !== "none")
        return whose.kind === "unnamed" ? { ...whose, name: withoutArticle(whose.name) } : whose;
      const spoken = this.#documents.speakerIn(words, span.from);
      const author = this.#documents.authorOf(words, span.from);
      if (spoken && (!author || author.from <= spoken.at)) return spoken.speaker;
      const issuer = author && this.#author(author);
      if (issuer && !/^(?:it|he|she|they)$/i.test(issuer.name)) return issuer;
      const shortened = shortenedBody(words, this.#found.document.text, span.from, this.#field);
      if (shortened) return shortened;
      const fuller = this.#fullNames.before(words, span.from);
      const byNoun = fuller && namedByNoun(withoutArticle(this.#by.words(fuller)));
      if (byNoun) return byNoun;
      const name = fuller ? nounPhrase(this.#by.words(fuller)).replace(/^(?:any|every|each)\s/i, "") : null;
      if (name !== null) return this.#others.named(name) ?? { kind: own.kind, name };
      const medium = PASSED_ON.test(words)
        ? this.#lastOther(span, ({ source }) => source.kind === "channel", 12)
        : null;
      if (medium) return medium;
      const carrier =
        own.kind === "channel" && /^the\s\p{Ll}+$/iu.test(words) ? this.subjects.carrierBefore(span) : null;
      if (carrier) return carrier;
      const only = own.kind === "channel" && THE_MEDIA.test(words) ? this.#others.onlyChannel() : null;
      if (only) return only;
      // "A statement read out at the rally said …. The statement accused …"
      const noun = isDocument(words) && /^(?:the|this)\s/i.test(words) ? `${headNoun(words).toLowerCase()} ` : "";
      const same =
        noun === "" ? null : this.#lastOther(span, ({ source }) => source.name.toLowerCase().startsWith(noun), 6);
      if (same?.kind === "organisation") return same;
      const general = /^(?:the|this)\s(?:organi[sz]ation|body|group)$/i.test(words);
      const isBody = (o: Speaker): boolean => o.source.kind === "organisation";
      const near = general
        ? (this.#lastOther(span, (o) => !o.nested && isBody(o), 4) ??
          this.#lastOther(span, isBody, 4) ??
          this.subjects.bodyBefore(span))
        : null;
      if (near) return near;
      const called = this.#before.body(words, span.from);
      if (called) return called;
      const court = /^(?:the|this)\s(?:\p{L}+\s)?(?:ruling|decision|verdict|opinion|order)$/iu.test(words);
      const judges =
        court || /^the high court(?:['’]s)?$/i.test(words)
          ? (this.#lastOther(span, ({ source }) => /\b(?:court|panel|tribunal)\b/i.test(source.name), 12) ??
            this.#before.court(span.from))
          : null;
      if (judges) return judges;
      const [, pronoun, rest] = /^(his|her)\s+(.+)$/i.exec(words) ?? [];
      const owner = pronoun && rest ? this.#by.pronoun({ from: span.from, to: span.from + pronoun.length }) : null;
      if (owner && isWhatIsSaid(rest ?? "")) return { kind: "person", name: owner.name };
      if (owner) return { kind: own.kind, name: `${owner.name}'s ${rest}` };
    }
    if (own.kind === "channel" && /^the\s\p{Ll}/iu.test(own.name))
      return { kind: own.kind, name: withoutArticle(own.name) };
    const isWhole =
      institutionIn(own.name, this.#field) === own.name ||
      jointInstitutions(withoutArticle(words), this.#field) === own.name;
    if (own.kind === "organisation" && isWhole) return own;
    // "the chairman of the board, the mayor of the port and other speakers": they speak as one.
    const others = own.kind === "office" && / and others? \p{Ll}+$/u.test(own.name);
    if (others) return { kind: own.kind, name: withoutArticle(own.name) };
    if (own.kind === "office" || own.kind === "organisation")
      return {
        kind: own.kind,
        name: withoutArticle(own.name.replace(/ \(\p{Lu}{2,8}\)(?= |$)/gu, ""))
          .replace(/(?:(?<!\bC\.C\.),\s(?!\d)|\s(?:under|who (?:is|was|has|had))\b).*$/s, "")
          .replace(/^(?:new|only|any)\s/, ""),
      };
    return own;
  }

  /** "the group": the body that the words take up, of all that were named before; null where they take up none. */
  #bodyMeant(words: string, at: number): NamedSource | null {
    if (isDocument(words) || !/^(?:the|this|that)\s/i.test(words)) return null;
    const sentence = this.#by.sentence(at);
    const spoke = this.#others.bodies(at, sentence, SPOKE_REACH);
    return bodyMeant(words, { places: this.#by.bodies(), field: this.#field, at, sentence, spoke });
  }

  /** Who made a document known; by his words alone where he is being looked for already: "The letter of Mara Quill" is not its own. */
  #author(span: Span): NamedSource {
    return this.#by.author(span) ?? readSource(this.#by.words(span), this.#field);
  }

  /** "The board received a message from Mara Quill. It said …": who made what the sentence before tells of; null for nobody. */
  #writer({ from }: Span): NamedSource | null {
    const before = this.#found.sentences[this.#by.sentence(from) - 1];
    const told = before ? this.#found.document.text.slice(before.from, before.to) : "";
    const noun = DOCUMENT_TOLD_OF.exec(told)?.[1];
    const author = noun === undefined ? null : this.#documents.authorOf(`the ${noun}`, from);
    const writer = author && this.#author(author);
    return writer && (writer.kind === "person" || writer.kind === "office") ? writer : null;
  }

  /** "They" and "it": the last speaker before, within a few sentences, who is many or no person. */
  #other(span: Span, words: string, s: FoundStatement | null): NamedSource | null {
    const plural = /^the/i.test(words);
    const fits = (o: Speaker): boolean =>
      plural
        ? o.plural
        : o.document ||
          isGathering(o.source) ||
          (!o.plural && o.source.kind !== "unnamed" && o.source.kind !== "office");
    // "Anglers said they would": inside what is told of them they are they.
    const around = plural ? this.#several.around(s) : null;
    if (around) return around;
    const beside = this.subjects.beside(span, plural);
    if (beside) return beside;
    const irked = plural ? this.#several.beforeClause(span) : null;
    if (irked) return irked;
    // Who speaks inside another's words is not the one the report goes on with.
    const carrier = isFramed(s) ? null : this.subjects.carrierBefore(span);
    if (carrier && !plural) return carrier;
    const acting = plural || isFramed(s) ? null : (this.subjects.here(span, s) ?? this.subjects.justBefore(span, fits));
    if (acting) return acting;
    const outermost = s && !s.inside ? this.#lastOther(span, (o) => !o.nested && fits(o), 3) : null;
    // Whoever speaks in a frame says "we": "it" and "they" are in his words.
    const least = s?.inside?.frame?.stretch.from ?? 0;
    const spoken = outermost ?? this.#lastOther(span, (o) => o.at >= least && fits(o), 3);
    if (spoken) return spoken;
    const at = this.#firstOfPronoun(span, words);
    const subject = subjectBehindVerb(this.#found, at - 1) ?? subjectBefore(this.#found, at);
    const many = plural ? this.subjects.manyBefore(span) : null;
    const subjectWords = subject ? this.#by.words(subject) : "";
    if (many && !ofMany(subjectWords)) return many;
    if (!subject && isFramed(s)) return null;
    if (!subject) return this.#lastOther(span, (o) => plural && o.source.kind === "organisation", 3);
    const several = plural ? this.#by.joint(subject) : null;
    if (several) return several;
    const named = readSource(subjectWords, this.#field);
    if (plural && / and others?\b/.test(named.name)) return named;
    // "The North, South and Overseas Committees": the commas of a list end no subject.
    const noun = headNoun(subjectWords.replaceAll(",", ""));
    const whole = withoutArticle(nounPhrase(subjectWords));
    const joint = plural ? jointInstitutions(whole, this.#field) : null;
    if (joint) return { kind: "organisation", name: joint };
    if (plural && / and (?:the|an?|its) /.test(whole))
      return { kind: named.kind === "person" ? "unnamed" : named.kind, name: whole };
    // "The campaign blamed the flood. They cannot …"
    if (plural && named.kind === "organisation" && !isMany(subjectWords, noun) && isBody(subjectWords))
      return this.#by.read(subject);
    if (plural !== isMany(subjectWords, noun)) return null;
    if (sourceWords().get(noun.toLowerCase())?.has("organisation")) {
      const one = plural ? null : this.#by.read(subject);
      return one?.kind === "organisation" ? one : { kind: "organisation", name: whole };
    }
    if (named.kind === "person" || named.kind === "office") return null;
    return { kind: named.kind, name: withoutArticle(named.name) };
  }

  /** "Anglers met. They sang. They demanded …": the first of the sentences in a row that open with one pronoun. */
  #firstOfPronoun(span: Span, words: string): number {
    const { sentences, document } = this.#found;
    let at = this.#by.sentence(span.from);
    const opens = (i: number): boolean => {
      const from = sentences[i]?.from;
      return from !== undefined && document.text.startsWith(`${words} `, from);
    };
    if (!opens(at)) return at;
    for (let steps = 0; steps < MOST_IN_A_ROW && opens(at - 1); steps++) at--;
    return at;
  }

  /** The last speaker before a place, no person by name, who fits and spoke within some sentences. */
  #lastOther(span: Span, fits: (speaker: Speaker) => boolean, sentences: number): NamedSource | null {
    const sentence = this.#by.sentence(span.from);
    // "The court ruled so, the organisation said": whoever is brought in by another's words is hardly meant.
    const own = (o: Speaker): boolean => !(o.nested && o.sentence === sentence) && fits(o);
    const last =
      this.#others.last(span.from, sentence, own, sentences) ?? this.#others.last(span.from, sentence, fits, sentences);
    return last?.source ?? null;
  }
}

/** "The campaign", "The Dike Company": no document, and no phrase before a subject. */
function isBody(words: string): boolean {
  return !isDocument(words) && !/ (?:the|an?) /.test(words);
}

/** Whether a statement stands in the words of one who speaks without marks: he says "I", and "it" and "they" are others. */
function isFramed(s: FoundStatement | null): boolean {
  for (let outer = s?.inside ?? null; outer; outer = outer.inside) if (outer.frame) return true;
  return false;
}
