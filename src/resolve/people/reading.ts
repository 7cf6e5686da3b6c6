import type { Span } from "../../model/span.ts";
import type { FoundStatement } from "../../model/statement.ts";
import type { NamedSource } from "../sources.ts";
import type { BodyPlace } from "./bodies/bodyPlaces.ts";
import type { Person } from "./names/persons.ts";

/** What the things a text speaks of are read with. */
export interface Reading {
  /** The words at a span, white space made one. */
  words(span: Span): string;
  /** The index of the sentence a place stands in. */
  sentence(at: number): number;
  /** Whom a source means. */
  read(span: Span): NamedSource;
  /** Whom the words for a document's author mean; null where they are being read already. */
  author(span: Span): NamedSource | null;
  /** All who are named in a phrase, as one; null where they are not several. */
  joint(span: Span): NamedSource | null;
  pronoun(span: Span): Person | null;
  /** Who speaks in a statement. */
  speaker(s: FoundStatement): NamedSource | null;
  /** The places that name a body, in order. */
  bodies(): readonly BodyPlace[];
}
