import type { Edit, SpokenStatement } from "../../model/statement.ts";
import type { Span } from "../../model/span.ts";
import type { Context } from "../proposal.ts";

/** "…", "...", ". . .", bare or in brackets; or words in square brackets, on one line and not longer than a clause. */
const EDIT =
  /[[(][ \u00a0]?(?:…|\.{3,4}|\.(?:[ \u00a0]\.){2,3})[ \u00a0]?[\])]|…|\.{3,}|\.(?:[ \u00a0]\.){2,3}|\[[^[\]\n]{1,120}\]/g;

/** Notes that are no words put into the speaker's mouth: "[sic]", "[1]". */
const NOTE = /^\[(?:sic|\d{1,3}|laughs|laughter|applause|pause)\]$/i;

/** Stretches longer than this are looked at in their first part only. */
const LONGEST = 20_000;

/** Where the outlet cut ("...") or put in words ("[the country]") between the marks of a statement's content. In order. */
export function editsOf({ content }: SpokenStatement, { reading: { document }, quotations }: Context): Edit[] {
  const edits: Edit[] = [];
  for (const piece of content)
    for (const { inner } of quotations.touching(piece)) {
      const from = Math.max(piece.from, inner.from);
      const to = Math.min(piece.to, inner.to, from + LONGEST);
      for (const match of document.text.slice(from, to).matchAll(EDIT)) {
        const span: Span = { from: from + match.index, to: from + match.index + match[0].length };
        const [word] = match;
        if (NOTE.test(word)) continue;
        edits.push({ span, kind: /[\p{L}\p{N}]/u.test(word) ? "insertion" : "omission" });
      }
    }
  return edits;
}
