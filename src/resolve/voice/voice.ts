import { contains } from "../../model/span.ts";
import type { Found, FoundStatement, Hop, Voice } from "../../model/statement.ts";
import { labelOf } from "./label.ts";
import { type Marked, type MarkedText, marksOf } from "./marked.ts";
import { narratedIn } from "./narration.ts";
import { translationOf } from "./translation.ts";

/**
 * Whose wording stands inside the statement's quotation marks, with the reason in one short sentence; null where no words
 * of it stand in marks (docs/marking-record.md, Voice).
 */
export function voiceOf(statement: FoundStatement, chain: readonly Hop[], found: Found): Voice | null {
  const text = marksOf(found);
  const marked = ownMarks(statement, text);
  if (marked.length === 0) return null;
  const translated = translationOf(statement, found);
  if (translated) return { of: "translation", why: translated };
  const labels = marked.map((m) => labelOf(m, statement, found));
  const label = labels[0];
  if (label && labels.every((l) => l !== null)) return { of: "label", why: label };
  const spoken = marked.filter((_, i) => labels[i] === null);
  const narrated = narratedIn(spoken, statement, chain);
  if (narrated) return narrated;
  return spokenBy(statement, chain, spoken);
}

/** The stretches in marks that belong to the content, not those around a statement nested in a quotation. */
function ownMarks({ content, source }: FoundStatement, { touching }: MarkedText): Marked[] {
  for (const depth of [0, 1]) {
    const own: Marked[] = [];
    for (const piece of content)
      for (const marked of touching(piece, depth)) {
        const { span, inner } = marked;
        const around = span.from < piece.from && span.to > piece.to && (source === null || contains(span, source));
        const shared = { from: Math.max(inner.from, piece.from), to: Math.min(inner.to, piece.to) };
        if (!around && shared.from < shared.to && marked.words.length > 0) own.push(marked);
      }
    if (own.length > 0) return own;
  }
  return [];
}

function spokenBy(
  { cue, source, frame, continues }: FoundStatement,
  chain: readonly Hop[],
  marked: readonly Marked[],
): Voice {
  if (!cue && !source && !frame && !continues && chain.at(-1)?.kind === "none")
    return { of: "unknown", why: "no speaker and no cue stand beside the marks" };
  const first = marked.flatMap((m) => m.words).find((w) => FIRST_PERSON.test(w));
  if (first) return { of: "speaker", why: `“${first}” inside the marks` };
  if (continues) return { of: "speaker", why: "the quotation before it goes on" };
  return { of: "speaker", why: "words in marks with a speaker and a cue" };
}

const FIRST_PERSON = /^(?:i|we|our|my|us|me|you|your|ours|mine)$/;
