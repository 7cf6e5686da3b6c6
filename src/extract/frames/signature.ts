import type { Span } from "../../model/span.ts";
import { type Page, isRunning, wordsOf } from "./page.ts";

export const FAREWELL =
  /^(?:(?:yours|very) (?:sincerely|truly|faithfully|respectfully|ever)|(?:most )?(?:sincerely|respectfully|faithfully)(?: yours)?|(?:with )?(?:best|kind|warm|warmest|kindest) (?:regards|wishes)|with respect|in solidarity|yours)\s*[,.]?$/i;
/** A name by itself, with what he is behind a comma or without. */
const SIGNATURE =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:(?:de|van|von|der|bin|al|el|la|du|da) )*\p{Lu}[\p{L}\p{M}.'’-]*){1,4}(?:, [^.]{2,80})?$/u;
/** "and 78 others" */
const OTHERS = /^and (?:\p{L}+|[\d,]+) (?:more|others|other \p{L}+)$/u;
const LONGEST_LINE = 120;

/** Where a letter ends, and the name under it; the name is null where several sign. */
export interface Signed {
  readonly to: number;
  readonly name: Span | null;
}

/** The signature inside a stretch that was taken for a letter: a name on a line of its own, behind a farewell or over an office. */
export function signatureIn(page: Page, { from, to }: Span): Signed | null {
  const inside = page.paragraphs.filter(({ span }) => span.to > from && span.from < to);
  for (const [i, { span, index }] of inside.entries()) {
    const before = inside[i - 1];
    if (!before || !isRunning(before) || !isSigned(page, span)) continue;
    const farewell = FAREWELL.test(wordsOf(page, before.span, 60)) && before.span.to - before.span.from < 50;
    const next = page.paragraphs[index + 1];
    const isLine = next && /[^.!?:;…”"]$/.test(wordsOf(page, next.span, LONGEST_LINE + 1)) && !isLong(next.span);
    if (!farewell && !isLine) continue;
    const end = farewell ? inside[i - 2]?.span.to : before.span.to;
    return end === undefined ? null : { to: end, name: signersAt(page, index) === 1 ? span : null };
  }
  return null;
}

/** How many sign from a line on: names, and "and 78 others". */
export function signersAt(page: Page, index: number): number {
  let signers = 0;
  for (const { span } of page.paragraphs.slice(index)) {
    if (OTHERS.test(wordsOf(page, span, LONGEST_LINE))) return signers + 2;
    // Under a name alone stands what he is.
    if (
      !isSigned(page, span) ||
      / of |^(?:The |(?:Chief|Executive|General|Secretary|President) )/.test(
        wordsOf(page, span, LONGEST_LINE).split(",")[0] as string,
      )
    )
      return signers;
    signers++;
  }
  return signers;
}

function isSigned(page: Page, span: Span): boolean {
  return !isLong(span) && SIGNATURE.test(wordsOf(page, span, LONGEST_LINE));
}

function isLong({ from, to }: Span): boolean {
  return to - from > LONGEST_LINE;
}
