import type { Stretch, Line } from "../silences/line.ts";
import { type Act, appearanceWords, isPerson, subjectAt, whole } from "./appearanceWords.ts";
import { namesIn } from "./company.ts";
import { personIn } from "./officeParts.ts";
import { eventBehind, occasionEnd } from "./presence.ts";

/** Verbs of taking part, with those of staying away. */
const TAKES_PART = /^(?:attended|chaired|addressed|hosted|joined|attend)$/;
const STAYS_AWAY = /^(?:skipped|boycotted|missed)$/;

/**
 * "Birch, Moss and Quispe attended the funeral", "did not attend the ceremony", "skipped the parade", "presided over the session": who
 * was at an occasion of the list, or was not, one by one.
 */
export function attendedAt(line: Line, i: number): Act[] {
  const { words } = line;
  const word = words[i] as string;
  const over = word === "presided" && words[i + 1] === "over";
  const away = STAYS_AWAY.test(word);
  const appears = word === "appeared" && /^(?:at|on|in)$/.test(words[i + 1] ?? "");
  if (!over && !away && !appears && !TAKES_PART.test(word)) return [];
  let at = i;
  let denied = away;
  while (at > i - 4 && /^(?:has|have|had|did|do|does|not|n't|never|also|last|jointly)$/.test(words[at - 1] ?? "")) {
    at--;
    if (/^(?:not|n't|never)$/.test(words[at] as string)) denied = !away;
  }
  if (away && words.slice(at, i).some((w) => /^(?:not|n't|never)$/.test(w))) return [];
  if (word === "attend" && !(denied && /^(?:did|does|do)$/.test(words[at] as string))) return [];
  if (/^(?:by|well|was|were|is|are|to|would|could|will|who|which|that|the|a)$/.test(words[at - 1] ?? "")) return [];
  const begin = over || appears ? i + 2 : i + 1;
  const event = eventBehind(line, begin, appearanceWords().event);
  if (event < 0 || /^(?:a|an)$/.test(words[begin - 1] ?? "")) return [];
  // "Missed a session" of a hospital: a name or an article tells of one.
  const what = { from: begin, to: occasionEnd(line, event + 1) };
  const kind = denied ? "absent" : "appeared";
  return people(line, at).map((who) => ({ ...whole(line, who, kind, i + 1, what), who }));
}

/** "Khatami and Rouhani were conspicuous by their absence". */
export function conspicuousAt(line: Line, i: number): Act[] {
  const { words } = line;
  if (words.slice(i, i + 2).join(" ") !== "conspicuous by" || words[i + 3] !== "absence") return [];
  return people(line, i - 1).map((who) => ({ ...whole(line, who, "absent", i + 4, null), who }));
}

/** "visited three military units and a tank plant in one trip", "toured the dam": where somebody showed himself. */
export function visitedAt(line: Line, i: number): Act[] {
  const { words, tokens } = line;
  if (!/^(?:visited|toured|inspected)$/.test(words[i] as string)) return [];
  let at = i;
  while (at > i - 4 && /^(?:has|have|had|also|recently|later|then|personally)$/.test(words[at - 1] ?? "")) at--;
  if (
    /^(?:was|were|been|be|not|n't|never|who|which|that|by|most|to|and|the|a|often|frequently)$/.test(
      words[at - 1] ?? "",
    )
  )
    return [];
  const who = subjectAt(line, at);
  if (!who || !isPerson(line, who) || who.to - who.from > 10) return [];
  let to = i + 1;
  while (to < i + 14 && /^[\p{L}\d'’-]+$/u.test(words[to] ?? "") && !ENDS.test(words[to] as string)) to++;
  if (to === i + 1 || /^(?:him|her|them|me|us|by|with)$/.test(words[i + 1] as string)) return [];
  // A person visited is no place.
  if (/^\p{Lu}/u.test(tokens[to - 1]?.reads ?? "") && appearanceWords().office.has(words[i + 1] as string)) return [];
  return [{ ...whole(line, who, "appeared", to, { from: i + 1, to }, i), who, person: true }];
}

const ENDS =
  /^(?:on|in|at|during|when|while|who|which|where|after|before|for|from|by|was|were|but|as|to|with|last|this|since|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|twice|once|several)$/;

/** "It was his first public appearance since May", "the king's first public appearance". */
export function firstAppearanceAt(line: Line, i: number): Act[] {
  const { words } = line;
  if (words[i] !== "appearance" || !/^(?:public|media)$/.test(words[i - 1] ?? "")) return [];
  let from = i - 1;
  while (from > i - 5 && /^(?:public|media|first|second|third|only|last|rare|latest)$/.test(words[from - 1] ?? ""))
    from--;
  const own = words[from - 1] ?? "";
  const be =
    /^(?:was|is|marked|marks)$/.test(words[from - 2] ?? "") && /^(?:it|this|that|which)$/.test(words[from - 3] ?? "");
  if (!be || !/^(?:his|her)$/.test(own)) return [];
  const who = { from: from - 1, to: from };
  return [{ ...whole(line, null, "appeared", i + 1, { from, to: i + 1 }, from - 1), who, person: true }];
}

/** "was represented by Speaker Volodin". */
export function representedAt(line: Line, i: number): Act[] {
  const { words } = line;
  if (words[i] !== "represented" || words[i + 1] !== "by" || !/^(?:was|were)$/.test(words[i - 1] ?? "")) return [];
  const who = personIn(line, i + 2);
  return who ? [{ ...whole(line, null, "appeared", who.to, null, i - 1), who, person: true }] : [];
}

/** The persons before a verb, one by one where they are listed; else its subject. */
function people(line: Line, at: number): Stretch[] {
  const { words } = line;
  let from = at;
  while (from > 0 && !/^(?:[.;:"()]|while|but|that|as|when|after)$/.test(words[from - 1] as string)) from--;
  const listed =
    words.slice(from, at).includes("and") &&
    !words.slice(from, at).some((w) => /^(?:who|which|said|was|were|has|had)$/.test(w));
  const names = listed ? namesIn(line, from, at) : [];
  const parts = words.slice(from, at).filter((w) => w === "," || w === "and").length;
  if (names.length > 1 && names.length >= parts) return names;
  const who = subjectAt(line, at);
  return who && isPerson(line, who) ? [who] : [];
}
