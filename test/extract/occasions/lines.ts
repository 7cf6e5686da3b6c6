import { type Context, contextOf } from "../../../src/extract/proposal.ts";
import { ownPacks } from "../../../src/packs/packs.ts";
import { read } from "../../../src/read/read.ts";
import { paragraphsOf } from "../../read/documentOf.ts";

/** What the finders see of a text. */
export function contextFor(text: string): Context {
  return contextOf(read(paragraphsOf(text)).reading, ownPacks());
}

/** The words at a span, "" for none. */
export function wordsAt(text: string, span: { readonly from: number; readonly to: number } | null): string {
  return span ? text.slice(span.from, span.to) : "";
}
