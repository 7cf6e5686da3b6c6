import type { Document, Remark } from "../model/document.ts";
import type { Reading } from "../model/reading.ts";
import { findQuotations } from "./quotations.ts";
import { readSentences } from "./sentences.ts";

/** Languages whose sentences and statements can be read. `und` is too little text to tell: it is tried. */
const READABLE: ReadonlySet<string> = new Set(["en", "und"]);

/**
 * Sentences, tokens and quotations of a document, and what was odd about its marks. Total: what cannot be read
 * (another language) gives an empty reading; `Document.remarks` says so.
 */
export function read(document: Document): { reading: Reading; remarks: Remark[] } {
  if (!READABLE.has(document.language))
    return { reading: { document, tokens: [], sentences: [], quotations: [] }, remarks: [] };
  const { quotations, stray } = findQuotations(document);
  const remarks = stray
    .slice(0, MOST_REMARKS)
    .map((span): Remark => ({ span, level: "note", reason: "a quotation mark without its counterpart" }));
  if (stray.length > MOST_REMARKS)
    remarks.push({
      span: null,
      level: "note",
      reason: `${stray.length - MOST_REMARKS} more quotation marks without their counterpart`,
    });
  return { reading: { document, ...readSentences(document), quotations }, remarks };
}

/** A page of nothing but marks must not become a page of nothing but remarks. */
const MOST_REMARKS = 20;
