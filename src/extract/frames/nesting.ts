import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains, overlaps } from "../../model/span.ts";
import type { Context, Proposal } from "../proposal.ts";
import { ownWords, significant } from "./speaker.ts";

const FIRST_PERSON = /^(?:I|we|me|us|my|our|mine|ours|myself|ourselves)(?:['’](?:m|ve|d|ll|re))?$/i;
const PASSIVE = /^(?:is|are|was|were|be|been|being|has been|have been|had been)\b/i;
/** "You told parliament …" hands on what the other said; "Do you think …?" asks him. */
const TOLD = /(?:ed|said|told|wrote|made|gave|spoke)$/;

/** What becomes of a proposal in a text with frames. */
export interface Nested {
  readonly kept: readonly Proposal[];
  readonly dropped: readonly { readonly proposal: Proposal; readonly why: string }[];
}

/**
 * Puts what was found inside a framed sentence inside that sentence's statement. What the framed speaker says of himself
 * ("I think", "we hope") is his statement already; a speaker's label is no cue.
 */
export function nestInFrames(found: readonly Proposal[], { frames, reading }: Context): Nested {
  const framed = found
    .filter((p) => p.frame !== undefined)
    .toSorted((a, b) => (a.content[0] as Span).from - (b.content[0] as Span).from);
  if (framed.length === 0) return { kept: found, dropped: [] };
  const { text } = reading.document;
  const contents = framed.map((p) => p.content[0] as Span);
  const stretches = frames.map((f) => f.stretch);
  const openings = frames.map((f) => f.span).toSorted((a, b) => a.from - b.from);
  const spansOfCues = frames.map((f) => f.cue ?? { from: f.span.from, to: f.span.from });
  const dropped: { proposal: Proposal; why: string }[] = [];

  const fate = (p: Proposal): { readonly outer: number | null } | { readonly why: string } => {
    const place = p.cue ?? (p.content[0] as Span);
    const cues = frames[indexBehind(spansOfCues, place.from)]?.cue ?? null;
    if (p.cue && cues && overlaps(cues, p.cue)) return { why: "what a frame announces is its own statement" };
    const stretch = stretches[indexBehind(stretches, place.from)];
    const opening = openings[indexBehind(openings, place.from)];
    if (opening && overlaps(opening, place) && p.content.some((piece) => touchesOne(stretches, piece)))
      return { why: "what a frame announces is its own statement" };
    if (!stretch || !contains(stretch, place)) return { outer: null };
    const at = indexBehind(contents, place.from);
    const outer = framed[at];
    if (!outer || (contents[at] as Span).from > place.from) return { why: "a label or an address inside a frame" };
    if (p.cue === null) return { outer: outer.key };
    if (p.source === null)
      return PASSIVE.test(text.slice(p.cue.from, p.cue.to))
        ? { outer: outer.key }
        : { why: "the framed speaker's own words" };
    const source = text.slice(p.source.from, p.source.to);
    const speaker = outer.frame?.source;
    if (
      (source !== "US" && FIRST_PERSON.test(source)) ||
      (speaker && isSame(source, text.slice(speaker.from, speaker.to)))
    )
      return { why: "the framed speaker's own words" };
    if (/^you$/i.test(source) && !TOLD.test(text.slice(p.cue.from, p.cue.to)))
      return { why: "what the one spoken to is asked" };
    return { outer: outer.key };
  };

  const outers = new Map<number, number | null>();
  const settled: Proposal[] = [];
  for (const p of found) {
    const result = p.frame === undefined ? fate(p) : { outer: p.inside };
    if ("why" in result) dropped.push({ proposal: p, why: result.why });
    else {
      settled.push(p);
      outers.set(p.key, result.outer);
    }
  }
  const kept = settled
    .filter((p) => p.continues === null || outers.has(p.continues))
    .map((p) => {
      const inside = p.inside !== null && outers.has(p.inside) ? p.inside : (outers.get(p.key) ?? null);
      return inside === p.inside ? p : { ...p, inside };
    });
  return { kept, dropped };
}

/** Whether a piece shares a unit with one of the stretches, which are in order. */
function touchesOne(stretches: readonly Span[], piece: Span): boolean {
  const next = stretches[indexBehind(stretches, piece.from)];
  return next !== undefined && overlaps(next, piece);
}

/** "The Committee" in a statement of the Committee for Harbours. */
function isSame(source: string, speaker: string): boolean {
  const parts = significant(source);
  const own = ownWords(speaker);
  return parts.length > 0 && parts.length <= 6 && parts.every((part) => own.has(part));
}
