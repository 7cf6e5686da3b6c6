import { type Line, pastAdverbs } from "../silences/line.ts";
import { type Act, appearanceWords, isPerson, subjectAt, whole } from "./appearanceWords.ts";

/** Where an occasion of the list stands behind a verb; -1 for nowhere. */
export function eventBehind({ words }: Line, from: number, events: ReadonlySet<string>): number {
  for (let k = from; k < Math.min(words.length, from + 9); k++) {
    if (/^(?:[,;:.]|who|that|which|and)$/.test(words[k] as string)) return -1;
    if (events.has(words[k] as string)) return k;
  }
  return -1;
}

/** The end of an occasion’s words, before its place and time. */
export function occasionEnd({ words }: Line, from: number): number {
  let to = from;
  while (
    to < Math.min(words.length, from + 10) &&
    !/^(?:[,;:.!?"]|on|in|at|and|but|who|which|with|after|before|last|this|for|since|because|where|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)$/.test(
      words[to] as string,
    )
  )
    to++;
  return to;
}

/** "was absent from the parade", "was missing from the podium". */
export function absentAt(line: Line, i: number): Act | null {
  const { words } = line;
  const { event } = appearanceWords();
  if (words[i + 1] !== "from") return null;
  let be = i - 1;
  while (be > i - 4 && be >= 0 && (words[be] as string).endsWith("ly")) be--;
  if (!/^(?:was|were|been)$/.test(words[be] ?? "")) return null;
  const at = eventBehind(line, i + 2, event);
  const who = subjectAt(line, words[be] === "been" ? be - 1 : be);
  return at >= 0 && isPerson(line, who)
    ? whole(line, who, "absent", i + 2, { from: i + 2, to: occasionEnd(line, at + 1) })
    : null;
}

/** "was seen for the first time since May", "made his first public appearance", "has not been seen in public". */
export function seenAt(line: Line, i: number): Act | null {
  const { words } = line;
  const word = words[i] as string;
  if (word === "appearance") {
    const isPublic = words[i - 1] === "public" || words[i - 2] === "public";
    let verb = i - 1;
    while (verb > i - 6 && verb >= 0 && !/^(?:made|makes|making)$/.test(words[verb] as string)) verb--;
    if (!isPublic || !/^(?:made|makes)$/.test(words[verb] ?? "")) return null;
    const who = subjectAt(line, /^(?:has|have|had)$/.test(words[verb - 1] ?? "") ? verb - 1 : verb);
    return isPerson(line, who) ? whole(line, who, "appeared", i + 1, { from: verb + 1, to: i + 1 }) : null;
  }
  const inPublic = words[i + 1] === "in" && words[i + 2] === "public";
  const firstTime = words[i + 1] === "for" && words[i + 3] === "first" && words[i + 4] === "time";
  if (!inPublic && !firstTime) return null;
  const behind = inPublic ? i + 3 : i + 5;
  if (word === "appeared") {
    if (/^(?:not|n't|never)$/.test(words[i - 1] ?? "")) return null;
    const who = subjectAt(line, /^(?:has|have|had)$/.test(words[i - 1] ?? "") ? i - 1 : i);
    return isPerson(line, who) ? whole(line, who, "appeared", behind, null) : null;
  }
  let helper = i - 1;
  let denied = false;
  while (
    helper > i - 6 &&
    helper >= 0 &&
    /^(?:not|n't|never|been|publicly|since|last|also)$/.test(words[helper] as string)
  ) {
    if (/^(?:not|n't|never)$/.test(words[helper] as string)) denied = true;
    helper--;
  }
  if (!/^(?:was|were|has|have|had)$/.test(words[helper] ?? "")) return null;
  const who = subjectAt(line, helper);
  return isPerson(line, who)
    ? whole(line, who, denied ? "absent" : "appeared", pastAdverbs(line, behind), { from: i + 1, to: behind })
    : null;
}
