import { outermost } from "../model/outermost.ts";
import type { Quotation } from "../model/reading.ts";
import type { Resolved } from "../model/statement.ts";

/** An outermost pair of quotation marks and the statements whose content it stands in. */
export interface QuotedWords {
  readonly quotation: Quotation;
  /** Ids in order; empty where the marks quote nobody: a label, a title, a term. */
  readonly statements: readonly string[];
}

/** Every outermost quotation of a reading, in order: none is left unaccounted for. */
export function quotedWords(resolved: Resolved): QuotedWords[] {
  const quotations = outermost(resolved);
  const ids = new Map<Quotation, string[]>(quotations.all.map((q) => [q, []]));
  for (const { id, content } of resolved.statements)
    for (const q of new Set(content.flatMap((piece) => quotations.touching(piece)))) ids.get(q)?.push(id);
  return quotations.all.map((quotation) => ({ quotation, statements: ids.get(quotation) ?? [] }));
}
