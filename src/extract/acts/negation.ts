import type { Spoken } from "./spoken.ts";

const NOT = /^(?:not|n't|never|nor|neither)$/;
const NOBODY = /^(?:nobody|no-one|none|neither|no)$/;
const UNREAL = /^(?:would|'d|could|might|may)$/;
const FAILS =
  /^(?:refused|refuses|refusing|failed|fails|failing|declined|declines|forgot|neglected|hesitated|stopped)$/;
const DENIES = /^(?:denied|denies|deny|denying)$/;
const WITHOUT = /^(?:without|instead|from)$/;

/**
 * Why the act of speaking itself is denied or unreal ("has never promised", "would say", "denied having threatened"), or null.
 * What is denied inside the words said is no such thing.
 */
export function negationOf({ cue, before, source }: Spoken): string | null {
  const [head] = cue;
  if (head === undefined) return null;
  const not = cue.find((w) => NOT.test(w));
  if (not) return `“${not}” in the cue`;
  if (NOBODY.test(source[0] ?? "") && source[1] !== "." && source[0] !== "no.") return `“${source[0]}” speaks`;
  // What stands ahead of the verb, behind its subject, belongs to the verb: "did not", "would".
  const ahead = before.slice(-4);
  const unreal = [...ahead.slice(-2), ...cue.slice(0, -1)].findIndex((w) => UNREAL.test(w));
  // In a poll "would vote" tells what is meant to be done.
  if (unreal !== -1 && !source.some((w) => /^(?:percent|%|voters|respondents)$/.test(w)))
    return "“would” or its like ahead of the verb";
  const near = ahead.at(-1) ?? "";
  if (NOT.test(near) || (NOT.test(ahead.at(-2) ?? "") && /^(?:\p{Ll}+ly|been|yet|once|ever)$/u.test(near)))
    return "“not” ahead of the verb";
  if (near === "to" && (FAILS.test(ahead.at(-2) ?? "") || NOT.test(ahead.at(-2) ?? ""))) return `“${ahead.at(-2)} to”`;
  if (head.endsWith("ing")) {
    if (DENIES.test(near)) return "“denied” speaking";
    if (WITHOUT.test(near) || /(?:instead of|rather than|short of|far from)$/.test(ahead.slice(-2).join(" ")))
      return `“${ahead.slice(-2).join(" ")}”`;
  }
  // "If the bank says", "nor did he say": what opens the clause of the one who speaks.
  const begin = before.length - source.length;
  const opening =
    source.length > 0 && before.slice(begin).join(" ") === source.join(" ") ? before[begin - 1] : undefined;
  return /^(?:if|unless|lest|nor)$/.test(opening ?? "") && before[begin - 2] !== "even"
    ? `“${opening}” ahead of the one who speaks`
    : null;
}
