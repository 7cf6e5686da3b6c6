import { firstReached } from "../../model/sorted.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { PlacedTime } from "./placed.ts";
import { type Anchor, announcedIn, nounsOf } from "./sameSpeaker.ts";

/**
 * The sentences that tell on which day a document came out or a gathering was held, in order; what was adopted or read at a
 * gathering came out on its day.
 */
export function announcements(found: Found, placed: readonly PlacedTime[], spans: readonly Span[]): Anchor[] {
  const told: Anchor[] = [];
  let gathering: Anchor | null = null;
  for (const [at, sentence] of found.sentences.entries()) {
    const own = announcedIn(found, placed, spans, at);
    if (own) {
      told.push(own);
      if (own.gathers) gathering = own;
      continue;
    }
    if (!gathering || at - gathering.sentence > SOON) continue;
    const words = found.document.text.slice(sentence.from, Math.min(sentence.to, sentence.from + LONGEST));
    if (!ADOPTED.test(words) || hasDay(placed, spans, sentence)) continue;
    told.push({
      ...gathering,
      at: { from: sentence.from, to: sentence.from },
      nouns: nounsOf(words),
      gathers: false,
      sentence: at,
    });
  }
  return told;
}

/** So many sentences behind a gathering's day it is told what came of it. */
const SOON = 12;
/** No more of a sentence than this is searched. */
const LONGEST = 600;

const ADOPTED =
  /\b(?:adopted|read out|introduced|handed over|issued|released|conveyed|announced)\b[^.;:“"]{0,120}\b(?:there|at the (?:end of the )?(?:meeting|rally|seminar|symposium|ceremony|reception|function|conference|forum|gathering|event|session)s?)\b|\b(?:introduced|adopted|read out) at the (?:meeting|rally|seminar|symposium|ceremony|reception|function|conference|forum|gathering|event|session)s? (?:was|were)\b/iu;

function hasDay(placed: readonly PlacedTime[], spans: readonly Span[], { from, to }: Span): boolean {
  for (let i = firstReached(spans, (span) => span.from >= from); i < placed.length; i++) {
    const { found, moment } = placed[i] as PlacedTime;
    if (found.span.from >= to) return false;
    if (moment?.grain === "day") return true;
  }
  return false;
}

const PRESENT_THERE =
  /\b(?:present (?:there|at the|on the occasion)|(?:was|were) (?:present|on hand)|on hand (?:were|was|there)|attended by|attended the|among (?:those present|the (?:attendants|attendees|participants|guests|audience))|in attendance|took part|the attendants|the participants|speeches were (?:made|given|delivered)|a speech was (?:made|given|delivered)|introduced (?:there|at the meeting))\b/i;

const ATTENDED = new WeakMap<Found, readonly number[]>();

/** Whether the report tells, between its gathering and a sentence, who was there: those who speak next speak there. */
export function isAttended(found: Found, gathering: number, sentence: number): boolean {
  let attended = ATTENDED.get(found);
  if (!attended) {
    attended = found.sentences.flatMap(({ from, to }, at) =>
      PRESENT_THERE.test(found.document.text.slice(from, Math.min(to, from + LONGEST))) ? [at] : [],
    );
    ATTENDED.set(found, attended);
  }
  return attended.some((at) => at >= gathering && at <= sentence);
}

const SPOKE =
  /\b(?:made|delivered|gave|read)\s+(?:a|an|the|his|her|its)\s+(?:[\p{L}-]+\s+){0,3}(?:report|speech|address|lecture|keynote)\b|\b(?:addressed|spoke at) the\b/iu;

/** Whether somebody is told to have made a speech between a gathering and a sentence, both of one tale. */
export function isSpeakerThere(found: Found, gathering: number, sentence: number, name: string): boolean {
  const last = name.split(" ").at(-1) as string;
  if (last.length <= 2 || sentence - gathering > SOON) return false;
  for (let at = gathering; at <= sentence; at++) {
    const { from, to } = found.sentences[at] as Span;
    const words = found.document.text.slice(from, Math.min(to, from + LONGEST));
    if (SPOKE.test(words) && words.includes(last)) return true;
  }
  return false;
}
