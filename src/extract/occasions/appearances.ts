import type { FoundAppearance } from "../../model/entries.ts";
import type { Context } from "../proposal.ts";
import { type Line, linesOf, spanOf } from "../silences/line.ts";
import { type Act, appearanceWords } from "./appearanceWords.ts";
import { accompaniedAt, presentAt } from "./company.ts";
import { officeAt, shakeUpAt } from "./offices.ts";
import { resignationAt, successionAt, takeOverAt } from "./successions.ts";
import { attendedAt, conspicuousAt, firstAppearanceAt, representedAt, visitedAt } from "./attendance.ts";
import { absentAt, seenAt } from "./presence.ts";

/** Blocks in which nobody tells of an office. */
const NO_REPORT: ReadonlySet<string> = new Set(["noise", "byline", "source-line"]);

/**
 * Offices given and taken, people seen or missing at an occasion, and changes that are expected, in the order of the text. Only what
 * is told of somebody named, or taken up by a pronoun; inside quotation marks people talk of many things.
 */
export function findAppearances(context: Context): FoundAppearance[] {
  const { reading, quotations } = context;
  const found: FoundAppearance[] = [];
  for (const line of linesOf(reading)) {
    if (NO_REPORT.has(reading.document.blocks[line.sentence.block]?.kind ?? "")) continue;
    let end = 0;
    for (let i = 0; i < line.words.length; i++) {
      if (i < end) continue;
      const acts = actsAt(line, i);
      const [act] = acts;
      if (!act) continue;
      const span = spanOf(line, act.clause);
      const quoted = quotations.touching(spanOf(line, { from: i, to: i + 1 }))[0];
      // A word in marks may stand in the report's own sentence: named “directly appointed” members.
      if (quoted && quoted.span.from <= span.from) continue;
      for (const { kind, who, what, person } of acts)
        found.push({
          span,
          kind,
          who: who && spanOf(line, who),
          what: what && spanOf(line, what),
          ...(person ? { person } : {}),
        });
      end = act.clause.to;
    }
  }
  return found;
}

const DECIDED = /^(?:appoint|elect|name|confirm)$/;

function actsAt(line: Line, i: number): readonly Act[] {
  const word = line.words[i];
  if (word === "accompanied") return accompaniedAt(line, i);
  if (word === "present" || word === "attending") return presentAt(line, i);
  const act = actAt(line, i) ?? takeOverAt(line, i) ?? resignationAt(line, i);
  if (act) return [act];
  for (const find of [successionAt, attendedAt, visitedAt, conspicuousAt, firstAppearanceAt, representedAt]) {
    const acts = find(line, i);
    if (acts.length > 0) return acts;
  }
  return [];
}

function actAt(line: Line, i: number): Act | null {
  const { words } = line;
  const word = words[i] as string;
  const { appointed, removed, shakeUp } = appearanceWords();
  if (shakeUp.has(word)) return shakeUpAt(line, i);
  if (word === "absent" || word === "missing") return absentAt(line, i);
  if (word === "seen" || word === "appeared" || word === "appearance") return seenAt(line, i);
  // "voted to appoint Reyes as superintendent"
  if (DECIDED.test(word)) {
    const decided =
      words[i - 1] === "to" && words.slice(Math.max(0, i - 14), i - 1).some((w) => /^(?:voted|decided)$/.test(w));
    return decided ? officeAt(line, i, "appointed", i + 1) : null;
  }
  const two = `${word}_${words[i + 1] ?? ""}`;
  const taken = removed.has(word) || removed.has(two);
  if (appointed.has(word) || appointed.has(two) || taken)
    return officeAt(line, i, taken ? "removed" : "appointed", appointed.has(two) || removed.has(two) ? i + 2 : i + 1);
  return null;
}
