import {
  type Context,
  type Proposal,
  type Refiner,
  contextOf as contextOfReading,
} from "../../src/extract/proposal.ts";
import type { Document } from "../../src/model/document.ts";
import { read } from "../../src/read/read.ts";
import { paragraphsOf } from "../read/documentOf.ts";
import { type Case, parseCase } from "./cases.ts";

/** What rules and refiners see of a document. */
export function contextOf(document: Document): Context {
  return contextOfReading(read(document).reading);
}

/** The marked statements as a reader would have proposed them. */
export function proposalsOf({ statements }: Case): Proposal[] {
  return statements.map(({ n, source, cue, content, inside }) => ({
    key: n,
    content,
    cue,
    source,
    inside,
    continues: null,
    confidence: 0.9,
    by: "by hand",
  }));
}

/** A text marked as in docs/marking.md, seen by rules and refiners: its paragraphs, and the statements marked in it. */
export function handMade(marked: string): { context: Context; proposals: Proposal[] } {
  const parsed = parseCase([marked]);
  return { context: contextOf(paragraphsOf(parsed.text)), proposals: proposalsOf(parsed) };
}

/** What one refiner makes of the only statement marked in a text, as words; the reason where it is dropped. */
export function refined(
  refiner: Refiner,
  marked: string,
): { source: string; cue: string; content: string[]; opener: string } | { drop: string } {
  const { context, proposals } = handMade(marked);
  const [only, second] = proposals;
  if (!only || second) throw new Error(`Not one statement: ${marked}`);
  const result = refiner.refine(only, context);
  if ("drop" in result) return result;
  const words = (span: { from: number; to: number } | null | undefined): string =>
    span ? context.reading.document.text.slice(span.from, span.to) : "";
  return {
    source: words(result.source),
    cue: words(result.cue),
    content: result.content.map(words),
    opener: words(result.opener),
  };
}
