import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import { readSource } from "../sources.ts";
import type { Person, Persons } from "./names/persons.ts";

/** What a line on the author tells of him. */
const IS =
  /^(?:,[^.;]{2,80},)? (?:is|was|are|edits|writes|teaches|serves|heads|directs|works|covers|co-hosts|hosts|blogs|chairs|lives)\s/u;
/** "By Mara Quill", "By Mara Quill, Staff Writer" */
const BY = /^(?:by|byline:)\s+([\p{Lu}][^,|•·(]{3,50}?)(?:\s*(?:[,|•·(]|$|\sfor\s|\sin\s))/iu;
const NAME = /^(?:(?:Rep|Sen|Gov|Dr|Prof|Sir|Dame)\.? )?((?:\p{Lu}[\p{L}\p{M}'’.-]* ){1,3}\p{Lu}[\p{L}\p{M}'’-]+)/u;
/** "Follow the reporter Mara Quill on Twitter" */
const FOLLOW =
  /^(?:You can )?[Ff]ollow (?:[\p{L}-]+\s){0,8}?((?:\p{Lu}[\p{L}\p{M}'’.-]*\s){1,2}\p{Lu}[\p{L}\p{M}'’-]+)\son\s/u;
/** A line that is nothing but a name, or a handle. */
const SIGNED = /^((?:\p{Lu}[\p{L}\p{M}'’-]*\.? ){1,2}\p{Lu}[\p{L}\p{M}'’-]+|@\w{3,})\.?$/u;
/** A paragraph of as many words is no signature. */
const LETTER = 12;
/** How many paragraphs at the end may tell who wrote the piece. */
const CLOSING = 3;

/** Who wrote a piece, for "I" in words of its own: as a byline tells, or a line at its end. */
export class ByAuthor {
  readonly #found: Found;
  readonly #persons: Persons;
  readonly #field: Field;
  #author: Person | null | undefined;
  #signed: readonly { readonly at: number; readonly name: string }[] | null = null;

  constructor(found: Found, persons: Persons, field: Field) {
    this.#found = found;
    this.#persons = persons;
    this.#field = field;
  }

  /** Whom "I" means outside others' words; null where the page does not tell. */
  of({ from }: Span, s: FoundStatement | null, quoted: boolean): Person | null {
    if (
      quoted ||
      s?.frame ||
      s?.inside ||
      this.#found.frames.some(({ stretch }) => stretch.from <= from && from < stretch.to)
    )
      return null;
    this.#signed ??= this.#signatures();
    const below = this.#signed[firstReached(this.#signed, ({ at }) => at > from)];
    if (this.#signed.length > 0) return below ? this.#called(below.name) : null;
    if (this.#author === undefined) this.#author = this.#read();
    return this.#author;
  }

  /** "It will hold. ¶ Mara Quill": the lines with nothing but a name, where each letter of a page has one below it. */
  #signatures(): { at: number; name: string }[] {
    const { blocks, text } = this.#found.document;
    const signed: { at: number; name: string }[] = [];
    for (const { kind, span } of blocks) {
      const words = text.slice(span.from, span.to).replace(/\s+/g, " ").trim();
      const name = SIGNED.exec(words)?.[1];
      if (name && kind !== "byline" && kind !== "headline") signed.push({ at: span.from, name });
      // A name above what somebody says is a heading.
      else if (words.split(" ").length >= LETTER && kind === "paragraph" && signed.length > 0)
        signed.push({ at: span.from, name: "" });
    }
    return signed.at(-1)?.name === "" ? [] : signed.filter(({ name }) => name !== "");
  }

  #read(): Person | null {
    const { blocks, text } = this.#found.document;
    const lines = blocks.map(({ kind, span }) => ({
      kind,
      words: text.slice(span.from, span.to).replace(/\s+/g, " ").trim(),
    }));
    const by = lines.filter(({ kind }) => kind === "byline").map(({ words }) => BY.exec(words)?.[1]);
    const names = by.filter((name) => name !== undefined);
    if (names.length > 0) return names.length === 1 ? this.#called(names[0] as string) : null;
    const closing = lines.filter(({ kind, words }) => kind !== "noise" && words !== "").slice(-CLOSING);
    for (const { words } of closing.toReversed()) {
      const name = NAME.exec(words);
      const followed = FOLLOW.exec(words)?.[1];
      const told = name?.[1] && IS.test(words.slice(name[0].length)) ? name[1] : followed;
      // Whoever is told of farther up is no author of it.
      if (told && text.indexOf(told.split(" ").at(-1) as string) > text.lastIndexOf(words.slice(0, 12)) - 1)
        return this.#called(told);
    }
    return null;
  }

  #called(name: string): Person | null {
    const plain = name.replace(/\s+/g, " ").trim();
    const full = this.#persons.full(plain);
    if (full) return full;
    const read = readSource(plain, this.#field);
    return read.kind === "person" && plain.includes(" ") ? this.#persons.add(read.name.split(" ")) : null;
  }
}
