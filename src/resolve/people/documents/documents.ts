import { indexBehind } from "../../../model/outermost.ts";
import type { Span } from "../../../model/span.ts";
import type { Found, FoundStatement } from "../../../model/statement.ts";
import type { NamedSource } from "../../sources.ts";
import { DOCUMENT_NOUNS, documentNoun, documentsOf, makesKnown, sameDocument } from "../../documentWords.ts";
import { NounPlaces, spanOf } from "./nounPlaces.ts";
import { subjectOfSentence } from "../subjects.ts";

/** Whoever is told of in a lawsuit, or speaks in an advertisement, did not make it: these are left out. */
const SAID_IN = documentsOf("issued", "printed", "found", "carrier", "posted", "spoken");
/** "in a signed commentary", "his speech at": where somebody said something in a document. */
const IN_DOCUMENT = new RegExp(
  `\\b(?:in|through|via|with) (?:an?|his|her|its|their|the|this) (?:[\\p{L}-]+ ){0,4}?(${SAID_IN})\\b`,
  "u",
);
/** "in the message": a document that was named before. */
const NAMED_BESIDE = new RegExp(`\\bin (the (?:${SAID_IN}|telegram))\\b`);
/** What somebody is called who made it. */
const MADE_BY: Readonly<Record<string, readonly string[]>> = {
  reporter: ["report"],
  speaker: ["speech", "address", "lecture", "report"],
  author: ["article", "letter", "commentary", "essay"],
  writer: ["article", "letter", "commentary", "essay"],
};
/** How far from the words for the speaker such a document stands, in characters. */
const NEAR = 300;
const MADE =
  /^(?:issued|written|signed|released|published|made|adopted|sent|carried|posted|given|delivered|contributed|penned|authored|drafted|filed|brought|launched|produced)$/;
/** Verbs behind a document's noun: what follows is what it says. */
const SAYS =
  /^(?:said|says|reads?|noted|notes|stated|states|stressed|urged|called|calls|demanded|denounced|condemned|expressed|declared|is|are|was|were|has|had|have|that|which|who|and)$/;
/** Behind these a noun is no object of the verb before them. */
const OTHER_CLAUSE = /^(?:that|which|who|whom|whose|because|although|though|while|if|;|:|said|says|after|before)$/;
const BETWEEN = 14;
const FAR_BETWEEN = 26;
/** "The board on Feb. 20 issued …" */
const DAY_BEFORE_VERB =
  /^(?:has|have|had|also|on|later|\d+|\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)$/;
/** How many of the last who spoke in a document are looked at. */
const MOST_SPOKEN = 12;
/** A document's title is no longer, in tokens. */
const LONGEST_TITLE = 30;
/** The words for what "the reporter", "the speaker" made; none for other words. */
export function madeBy(words: string): readonly string[] {
  const maker = /^(?:the|this)\s(reporter|speaker|author|writer)$/i.exec(words)?.[1]?.toLowerCase();
  return maker === undefined ? [] : (MADE_BY[maker] ?? []);
}

/** Who speaks in "the statement". */
export class Documents {
  readonly #found: Found;
  readonly #nouns: NounPlaces;
  /** Who said something in which kind of document, in the order it was read. */
  readonly #spoken: { readonly noun: string; readonly at: number; readonly speaker: NamedSource }[] = [];

  constructor(found: Found) {
    this.#found = found;
    this.#nouns = new NounPlaces(found, DOCUMENT_NOUNS);
  }

  /** Notes who spoke in a statement, where its words tell in what kind of document; whether that may go on as "it". */
  spokenIn({ source, cue, content }: FoundStatement, speaker: NamedSource): boolean {
    if (!source || !cue) return false;
    const from = Math.min(source.from, cue.from);
    const behind = content.find((piece) => piece.from >= cue.to)?.from ?? cue.to + 60;
    const to = Math.min(Math.max(behind, source.to + 60), from + NEAR);
    const words = this.#found.document.text.slice(from, to).replace(/\s/g, " ");
    const behindIt = /\beditorially\b/.test(words) ? "editorial" : IN_DOCUMENT.exec(words)?.[1]?.toLowerCase();
    const noun = behindIt ?? this.#documentBefore(from);
    if (noun !== undefined) this.#spoken.push({ noun, at: from, speaker });
    return noun !== undefined && !/^(?:interview|speech)$/.test(noun);
  }

  /** "In a commentary on Friday he blamed …": the document named at the head of the sentence, before who speaks; else undefined. */
  #documentBefore(at: number): string | undefined {
    const { document, sentences } = this.#found;
    const head = sentences[indexBehind(sentences, at)]?.from ?? at;
    const words = document.text.slice(head, at);
    return words.length < 120 && /^In\s/.test(words) && !/[.:;]/.test(words.replace(/\b\p{Lu}\p{Ll}{2,3}\./gu, ""))
      ? IN_DOCUMENT.exec(words.replace(/^In/, "in").replace(/\s/g, " "))?.[1]?.toLowerCase()
      : undefined;
  }

  /** "the message" of "He said in the message that …": the words for a document that was named before; null where none stand. */
  namedBeside({ source, cue, content }: FoundStatement): string | null {
    if (!source || !cue) return null;
    const behind = content.find((piece) => piece.from >= cue.to)?.from ?? cue.to;
    const words = this.#found.document.text.slice(source.to, Math.min(behind, source.to + NEAR));
    return NAMED_BESIDE.exec(words)?.[1] ?? null;
  }

  /** Who said something before `at` in a document of the kind a phrase means: "X said in a statement"; null where nobody did. */
  speakerIn(words: string, at: number): { readonly speaker: NamedSource; readonly at: number } | null {
    const noun = documentNoun(words);
    // "An article" is a new one.
    if (noun === null || /^an?\s/i.test(words)) return null;
    return this.#lastIn(sameDocument(noun), at);
  }

  /** "the reporter", "the speaker": who made the report or the speech before `at`; null where nobody did. */
  makerOf(words: string, at: number): NamedSource | null {
    const nouns = madeBy(words);
    return nouns.length === 0 ? null : (this.#lastIn(nouns, at)?.speaker ?? null);
  }

  #lastIn(nouns: readonly string[], at: number): { readonly speaker: NamedSource; readonly at: number } | null {
    for (let i = this.#spoken.length - 1; i >= 0 && i > this.#spoken.length - MOST_SPOKEN; i--) {
      const one = this.#spoken[i];
      if (one && nouns.includes(one.noun) && one.at < at) return one;
    }
    return null;
  }

  /** The words before `at` that name who issued the document a phrase means: "X issued a statement"; null where none do. */
  authorOf(words: string, at: number): Span | null {
    const noun = documentNoun(words);
    if (!noun) return null;
    const { tokens, sentences } = this.#found;
    const itself = this.#behindItself(noun, at, words);
    if (itself) return itself;
    // "An article" is a new one: its own sentence tells who ran it.
    const places = /^an?\s/i.test(words) ? this.#nouns.before([noun], at + words.length).next().value : null;
    if (places !== null && (places === undefined || (tokens[places]?.from as number) < at)) return null;
    for (const i of places === null ? this.#nouns.before(sameDocument(noun), at) : [places]) {
      const sentence = sentences[indexBehind(sentences, tokens[i]?.from as number)];
      if (!sentence) continue;
      // "The statement recalled that Mara Quill had issued a statement": not the one that is taken up.
      if (
        i > sentence.first + 1 &&
        tokens[sentence.first]?.reads === "The" &&
        sameDocument(noun).includes(tokens[sentence.first + 1]?.reads ?? "")
      )
        continue;
      const named = this.#inTheNameOf(i + 1, sentence.last);
      if (named) return named;
      // "a statement by the ministry", "a message of condolence from Mara Quill"
      const behind = this.#behindTitle(i + 1, sentence.last);
      for (
        let k = behind;
        k < sentence.last && k - behind < 5 && !/^(?:[,;:."“”]|under|on|in)$/.test(tokens[k]?.reads as string);
        k++
      ) {
        const joins = tokens[k]?.reads === "and" && MADE.test(tokens[k + 1]?.reads ?? "");
        if (SAYS.test(tokens[k]?.reads as string) && !joins) break;
        const word = tokens[k]?.reads as string;
        // "an article accompanied by a photo" is not the photo's.
        const made = k === behind || MADE.test(tokens[k - 1]?.reads as string);
        const names =
          (word === "by" && made) ||
          word === "from" ||
          (word === "of" && k === i + 1 && /^\p{Lu}/u.test(tokens[k + 1]?.reads ?? ""));
        const author = names ? this.#phraseFrom(k + 1, sentence.last) : null;
        if (author) return author;
      }
      // "Zrcadlo refers to the flood in a signed article", "…, says Zrcadlo in a signed article"
      let medium = i - 1;
      while (medium > sentence.first && i - medium < 5 && !/^[Ii]n$/.test(tokens[medium]?.reads as string)) medium--;
      if (
        /^[Ii]n$/.test(tokens[medium]?.reads as string) &&
        /^(?:an?|its|his|her)$/.test(tokens[medium + 1]?.reads ?? "")
      ) {
        const inverted = this.#invertedBefore(medium, sentence.first);
        if (inverted) return inverted;
        const subject = subjectOfSentence(this.#found, indexBehind(sentences, sentence.from));
        // "The board in its bulletin No. 4 carried …": up to where the medium is named.
        const before = tokens[medium - 1]?.to as number;
        const last = tokens[medium - 1]?.reads ?? "";
        if (subject && subject.from < before && !/^(?:comes?|came|appears?|appeared|is|was)$/.test(last))
          return { from: subject.from, to: Math.min(subject.to, before) };
      }
      // "…, the statement noted" takes one up that was issued before.
      if (/^(?:the|this|The|This)$/.test(tokens[i - 1]?.reads ?? "")) continue;
      for (let v = i - 1; v > sentence.first && i - v < FAR_BETWEEN; v--)
        if (OTHER_CLAUSE.test(tokens[v]?.reads as string)) break;
        else if (makesKnown(tokens[v]?.reads as string, noun) && !/^(?:never|not)$/.test(tokens[v - 1]?.reads ?? "")) {
          const author = this.#subjectBefore(v, sentence.first);
          if (author) return author;
        }
      // "… according to a statement on its website. The statement said": nobody is named for this one.
      if (/^an?$/i.test(tokens[i - 1]?.reads ?? "")) return null;
    }
    return null;
  }

  /** "The lawsuit, which was brought by the Dike Union, says": whose it is by the words right behind it; null where none stand there. */
  #behindItself(noun: string, at: number, words: string): Span | null {
    const { tokens, sentences } = this.#found;
    const own = this.#nouns.before([noun], at + words.length).next().value;
    if (own === undefined || (tokens[own]?.from as number) < at) return null;
    const last = sentences[indexBehind(sentences, at)]?.last ?? own;
    let k = own + 1;
    const skip = (pattern: RegExp): void => {
      if (pattern.test(tokens[k]?.reads ?? "")) k++;
    };
    skip(/^,$/);
    skip(/^(?:which|that)$/);
    skip(/^(?:was|were)$/);
    if (!MADE.test(tokens[k]?.reads ?? "")) return null;
    k++;
    while (DAY_BEFORE_VERB.test(tokens[k]?.reads ?? "")) k++;
    if (!/^(?:by|from)$/.test(tokens[k]?.reads ?? "")) return null;
    // The source's own words name them all: "brought by the mayor, Tom Birch, and the Dike Union".
    const end = indexBehind(tokens, at + words.length - 1) + 1;
    return end > k + 1 ? spanOf(tokens, k + 1, end) : this.#phraseFrom(k + 1, last);
  }

  /** "a declaration in the name of the fishermen", "the article was written by Mara Quill": whose it is; null where none stands there. */
  #inTheNameOf(at: number, last: number): Span | null {
    const words = this.#found.tokens.slice(at, at + 8).map(({ reads }) => reads);
    const made = /^(?:was|were)$/.test(words[0] ?? "") && MADE.test(words[1] ?? "") ? 2 : 0;
    const name = words.slice(made).join(" ");
    const how =
      /^(?:in the (?:joint )?name of|in their joint name of)\b/.exec(name)?.[0] ??
      (made > 0 && /^(?:by|from)\b/.exec(name)?.[0]);
    return how ? this.#phraseFrom(at + made + how.split(" ").length, last) : null;
  }

  /** "an article titled “Gates” by Mara Quill": where the words go on behind the title; `at` where none stands there. */
  #behindTitle(at: number, last: number): number {
    const { tokens } = this.#found;
    if (!/^(?:titled|entitled|headlined)$/.test(tokens[at]?.reads ?? "") || !/^["“]$/.test(tokens[at + 1]?.reads ?? ""))
      return at;
    for (let k = at + 2; k < Math.min(last, at + LONGEST_TITLE); k++)
      if (/^["”]$/.test(tokens[k]?.reads as string)) return k + 1;
    return at;
  }

  /** "…, says Zrcadlo on Friday in an article": who stands between the verb behind the comma and a place; null where none does. */
  #invertedBefore(at: number, first: number): Span | null {
    const { tokens } = this.#found;
    for (let i = at - 1; i > first && at - i < BETWEEN; i--)
      if (tokens[i]?.reads === ",")
        return /^(?:says|said|writes|wrote)$/.test(tokens[i + 1]?.reads ?? "") && at > i + 2
          ? spanOf(tokens, i + 2, at)
          : null;
    return null;
  }

  /** The subject that ends right before a verb: from the sentence's head on, or from the last clause. */
  #subjectBefore(verb: number, first: number): Span | null {
    const { tokens } = this.#found;
    const reads = (k: number): string => tokens[k]?.reads ?? "";
    let end = verb;
    while (end > first && DAY_BEFORE_VERB.test(tokens[end - 1]?.reads as string)) end--;
    let marks = 0;
    for (let k = first; k < end; k++) if (tokens[k]?.reads === '"') marks++;
    // A pair of marks belongs to a name: the Union against the "Dike Act".
    const stops =
      marks % 2 === 0 ? /^(?:;|:|that|but|when|while|after|who)$/ : /^(?:;|:|"|that|but|when|while|after|who)$/;
    let from = end;
    while (from > first && end - from < 45 && !stops.test(tokens[from - 1]?.reads as string)) from--;
    // "The Post said Quill sent a statement": she did.
    for (let k = from + 1; k < end - 1; k++)
      if (/^(?:said|says)$/.test(reads(k)) && /^\p{Lu}/u.test(reads(k + 1))) from = k + 1;
    for (let k = from + 1; k < end; k++)
      if (/^(?:met|said|told|is|was|has|had|visited|attended)$/.test(tokens[k]?.reads as string)) end = k;
    // A text that was joined from its lines: "…homepages., The Dike Union posted"
    for (let k = from + 1; k < end - 1; k++) if (reads(k - 1) === "." && reads(k) === ",") from = k + 1;
    // "The Dike Union expressed concern and issued a press release"
    if (reads(end - 1) === "and")
      for (let k = from + 2; k < end; k++)
        if (
          /^(?:\p{Ll}{3,}ed|held|took|made|gave|sent|told)$/u.test(reads(k)) &&
          !/^(?:an?|the|and|,)$/.test(reads(k - 1))
        )
          end = k;
    // "Whom I never met sent a letter": no subject.
    return /^(?:never|not)$/.test(reads(end - 1)) ? null : spanOf(tokens, from, end);
  }

  #phraseFrom(from: number, last: number): Span | null {
    const { tokens } = this.#found;
    let end = from;
    while (
      end < last &&
      end - from < 20 &&
      !(
        (/^(?:,|;|:|\.|\(|"|that|which|said|says|to|on|in|is|was|are|were|has|had)$/.test(
          tokens[end]?.reads as string,
        ) ||
          this.#tells(end, from)) &&
        !(tokens[end]?.reads === "in" && /\p{Ll}s$/u.test(tokens[end - 1]?.reads as string)) &&
        !(tokens[end]?.reads === "," && /^C\.(?:C\.)?$/.test(tokens[end - 1]?.reads as string)) &&
        !(tokens[end]?.reads === "," && this.#listGoesOn(end, last))
      )
    )
      end++;
    return spanOf(tokens, from, end);
  }

  /** "a statement by the Dike Union described the raid as …": whether the verb of the document stands there, behind a name. */
  #tells(at: number, from: number): boolean {
    const reads = (k: number): string => this.#found.tokens[k]?.reads ?? "";
    return (
      at > from + 1 &&
      /^\p{Lu}/u.test(reads(at - 1)) &&
      /^\p{Ll}{3,}ed$/u.test(reads(at)) &&
      !/^(?:called|named|dubbed|titled|entitled|headed|chaired)$/.test(reads(at)) &&
      /^(?:the|an?|its|his|her|their|that|\p{Lu}.*)$/u.test(reads(at + 1))
    );
  }

  /** "the groups, delegations and families of …": whether what stands behind a comma is one more of those before. */
  #listGoesOn(comma: number, last: number): boolean {
    const { tokens } = this.#found;
    for (let k = comma + 1; k < Math.min(last, comma + 6); k++) {
      const word = tokens[k]?.reads as string;
      if (word === "and") return k > comma + 1 && /^\p{Ll}+s$/u.test(tokens[k - 1]?.reads as string);
      if (!/^\p{Ll}[\p{L}-]+$/u.test(word) || SAYS.test(word)) return false;
    }
    return false;
  }
}
