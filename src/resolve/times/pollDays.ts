import type { Found } from "../../model/statement.ts";
import type { When } from "../../model/time.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { PlacedTime } from "./placed.ts";

const FIELDED =
  /\b(?:polls?|surveys?)\b[^.;]{0,140}?\b(?:conducted|taken|carried out|fielded|surveyed|interviewed|questioned)\b|\b(?:conducted|surveyed|interviewed)\b[^.;]{0,80}?\b(?:polls?|surveys?)\b/iu;
/** "Sept. 19 to 22", "Jan. 30 and Feb. 2", "May 13-22": the second day, its month where another one is named. */
const TO = /^\s*(?:-|–|—|to|through|until|and)\s*(?:(\p{Lu}\p{Ll}{2,8})\.?\s+)?(\d{1,2})(?!\d|,\d|:)/u;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Who answers in a poll; the poll itself says what it shows when it is printed. */
const POLLED = /\b(?:percent|per cent|respondents|voters|those polled|those surveyed|adults)\b|%/iu;
const POLL = /\b(?:polls?|surveys?)\b/iu;
const ANOTHER =
  /\b(?:previous|earlier|last (?:month|week|year|poll)|another|separate|other|exit|entrance|averages?|prior)\b/iu;

/** The days on which the report's own poll was taken, where one sentence tells them; null where none or two do. */
export function pollDays(
  { document: { text }, sentences }: Found,
  placed: readonly PlacedTime[],
  spans: readonly Span[],
): When | null {
  let only: When | null = null;
  for (const { from, to } of sentences) {
    const words = text.slice(from, to);
    const fielded = FIELDED.exec(words);
    if (!fielded || ANOTHER.test(words)) continue;
    for (let i = indexBehind(spans, from); i < placed.length; i++) {
      const { found, time, moment } = placed[i] as PlacedTime;
      if (found.span.from >= to + 40) break;
      if (found.span.from < from + fielded.index || moment?.grain !== "day" || time.edtf === null) continue;
      const second = TO.exec(text.slice(found.span.to, found.span.to + 30));
      const last = second && dayOf(time.edtf, second[1], second[2] as string);
      if (!last) continue;
      const edtf = `${time.edtf}/${last}`;
      if (only && only.edtf !== edtf) return null;
      only = { edtf, basis: "derived", steps: [...time.steps, "the poll was taken on these days"] };
      break;
    }
  }
  return only;
}

function dayOf(first: string, month: string | undefined, day: string): string | null {
  const [year = "", ownMonth = "", ownDay = ""] = first.split("-");
  const at = month === undefined ? Number(ownMonth) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const days = Number(day);
  if (at === 0 || days < 1 || days > 31 || (at === Number(ownMonth) && days <= Number(ownDay))) return null;
  return `${year}-${String(at).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Whether these words name people whom a poll asked; `rest` is the sentence without what is said. */
export function isOfPoll(source: string, rest: string): boolean {
  return POLLED.test(source) && !POLL.test(source) && !ANOTHER.test(rest) && !ANOTHER.test(source);
}
