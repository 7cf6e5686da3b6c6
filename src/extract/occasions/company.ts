import type { Stretch, Line } from "../silences/line.ts";
import { type Act, appearanceWords, whole } from "./appearanceWords.ts";

/** "He was accompanied by Ilse Brandvold and Tom Birch", "She inspected the dam, accompanied by them": those who came along. */
export function accompaniedAt(line: Line, i: number): Act[] {
  const { words } = line;
  const isTold = /^(?:was|were|been|,)$/.test(words[i - 1] ?? "") || i === 0;
  return isTold && words[i + 1] === "by" ? seen(line, i, i + 2, null) : [];
}

/** "Present there were Ilse Brandvold, Tom Birch and Eva Moss", "Attending the ceremony were": those who are listed. */
export function presentAt(line: Line, i: number): Act[] {
  const { words } = line;
  if (i > 1) return [];
  const be = words.findIndex((word, k) => k > i && /^(?:was|were|[.,;:])$/.test(word));
  if (be < 0 || be > i + 10 || !/^(?:was|were)$/.test(words[be] as string)) return [];
  const { event } = appearanceWords();
  const begin = words[i + 1] === "at" ? i + 2 : i + 1;
  const isEvent = words.slice(begin, be).some((word) => event.has(word));
  if (!isEvent && !/^(?:there|at|on)$/.test(words[i + 1] ?? "")) return [];
  return seen(line, i, be + 1, isEvent ? { from: begin, to: be } : null);
}

function seen(line: Line, begin: number, from: number, what: Stretch | null): Act[] {
  const names = namesIn(line, from);
  const last = names.at(-1);
  return last ? names.map((who) => ({ ...whole(line, null, "appeared", last.to, what, begin), who })) : [];
}

const PARTS = /^(?:,|and|as|well|together|along|with)$/;
const ENDS =
  /^(?:[.;:()"!?]|on|in|at|to|during|when|while|who|whom|which|where|after|before|for|from|by|was|were|is|are)$/;

/** The persons of a list, each with the office before the name; who has no name ("other officials") is left out. */
export function namesIn(line: Line, from: number, end = line.words.length): Stretch[] {
  const { words } = line;
  const names: Stretch[] = [];
  let start = from;
  for (let k = from; k <= end; k++) {
    const word = k < end ? (words[k] ?? ".") : ".";
    // The stop of "Kim Jr." or of an initial stands within a name.
    const ends =
      ENDS.test(word) &&
      !(word === "." && k < end && /^(?:\p{Ll}{1,3})$/u.test(words[k - 1] ?? "") && k + 1 < words.length);
    if (!ends && !PARTS.test(word)) continue;
    if (isNamed(line, start, k)) names.push({ from: start, to: k });
    start = k + 1;
    if (ends) break;
  }
  return names;
}

/** Whether some words are two capitalised ones or more, an office before them: "chief secretary Tom Birch". */
function isNamed({ words, tokens }: Line, from: number, to: number): boolean {
  const { body, event, office } = appearanceWords();
  let at = from;
  // "Qatar's emir": the office stands for its holder.
  if (
    /^\p{Lu}/u.test(tokens[from]?.reads ?? "") &&
    /^'s?$/.test(words[from + 1] ?? "") &&
    office.has(words[to - 1] ?? "")
  )
    return to - from < 6;
  while (at < to && /^(?:the|former|then|outgoing|his|her)$/.test(words[at] as string)) at++;
  while (at < to && (office.has(words[at] as string) || office.has((words[at] as string).replace(/s$/, "")))) at++;
  while (at < to && at < from + 4 && /^\p{Ll}/u.test(tokens[at]?.reads ?? "") && office.has(words[at + 1] ?? ""))
    at += 2;
  if (to - at < 2 || to - at > 8) return false;
  for (let k = at; k < to; k++) {
    const reads = tokens[k]?.reads ?? "";
    if (!/^\p{Lu}/u.test(reads) && !/^(?:-|\.|de|van|von|der|bin|al|el|da|dos|di|la|le|\p{Ll}+)$/u.test(reads))
      return false;
    if (/^\p{Ll}/u.test(reads) && words[k - 1] !== "-" && !/^(?:de|van|von|der|bin|al|el|da|dos|di|la|le)$/.test(reads))
      return false;
    if (body.has(words[k] as string) || event.has(words[k] as string)) return false;
  }
  return /^\p{Lu}/u.test(tokens[at]?.reads ?? "");
}
