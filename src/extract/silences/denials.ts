import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { type Denial, type DenialRule, type Line, linesOf, spanOf } from "./line.ts";
import { absentFrom } from "./rules/absentFrom.ts";
import { askedEvaded } from "./rules/askedEvaded.ts";
import { awaited } from "./rules/awaited.ts";
import { avoided } from "./rules/avoided.ts";
import { customary } from "./rules/customary.ts";
import { declined } from "./rules/declined.ts";
import { deniedVerb } from "./rules/deniedVerb.ts";
import { exceptThat } from "./rules/exceptThat.ts";
import { farFrom } from "./rules/farFrom.ts";
import { feedCut } from "./rules/feedCut.ts";
import { leftOut, notCarried } from "./rules/leftOut.ts";
import { keptSilent } from "./rules/keptSilent.ts";
import { noNoun } from "./rules/noNoun.ts";
import { noneAnswered } from "./rules/noneAnswered.ts";
import { norDid } from "./rules/norDid.ts";
import { stillNot, yetTo } from "./rules/notYet.ts";
import { partGone } from "./rules/partGone.ts";
import { putOff } from "./rules/putOff.ts";
import { textLacks } from "./rules/textLacks.ts";
import { unreached } from "./rules/unreached.ts";
import { without } from "./rules/without.ts";

/** In this order: of two that share words the earlier rule's stands. */
const RULES: readonly DenialRule[] = [
  notCarried,
  norDid,
  yetTo,
  unreached,
  deniedVerb,
  stillNot,
  declined,
  leftOut,
  avoided,
  without,
  noneAnswered,
  noNoun,
  keptSilent,
  absentFrom,
  putOff,
  awaited,
  farFrom,
  textLacks,
  partGone,
  feedCut,
  askedEvaded,
  exceptThat,
  customary,
];

export interface DeniedLine {
  readonly line: Line;
  readonly denials: readonly Denial[];
}

const known = new WeakMap<Reading, readonly DeniedLine[]>();

/**
 * The sentences that hold words which deny an act of saying, with those words, in order; they do not overlap. Both the silences
 * and the refiner that keeps statements apart from them read this one list.
 */
export function denialsOf(reading: Reading): readonly DeniedLine[] {
  const before = known.get(reading);
  if (before) return before;
  const found: DeniedLine[] = [];
  for (const line of linesOf(reading)) {
    const denials = denialsIn(line);
    if (denials.length > 0) found.push({ line, denials });
  }
  known.set(reading, found);
  return found;
}

const spansKnown = new WeakMap<Reading, readonly Span[]>();

/** The words of the text that deny, in order; they do not overlap. */
export function denialSpans(reading: Reading): readonly Span[] {
  const before = spansKnown.get(reading);
  if (before) return before;
  const spans = denialsOf(reading).flatMap(({ line, denials }) =>
    denials.filter((denial) => !denial.keeps).map((denial) => spanOf(line, denial)),
  );
  spansKnown.set(reading, spans);
  return spans;
}

function denialsIn(line: Line): Denial[] {
  const found: Denial[] = [];
  line.words.forEach((word, i) => {
    if (found.length > 0 && (found.at(-1) as Denial).to > i) return;
    for (const rule of RULES) {
      if (!rule.at.has(word)) continue;
      const denial = rule.find(line, i);
      if (!denial || (found.length > 0 && (found.at(-1) as Denial).to > denial.from)) continue;
      found.push({ ...denial, by: rule.name });
      return;
    }
  });
  return found;
}
