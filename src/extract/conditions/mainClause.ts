import { beginOfMainClause, hasVerb } from "./clauses.ts";
import type { Trigger } from "./triggers.ts";

/** The main clause behind a trigger, as word indices half open: from `from` on, without what joins it; null where no verb stands there. */
export function mainBehind(words: readonly string[], from: number, end: number): [number, number] | null {
  let begin = from;
  while (begin < end && /^(?:[,"'-]|\.\.\.|…|then)$/.test(words[begin] as string)) begin++;
  return begin < end && hasVerb(words, begin, end) ? [begin, end] : null;
}

/** The main clause ahead of a trigger, as word indices half open, without who tells it; null where none stands there. */
export function mainAhead(
  words: readonly string[],
  { at, kind }: Pick<Trigger, "at" | "kind">,
): [number, number] | null {
  const ahead = beginOfMainClause(words, 0, at);
  const end = lastWord(words, ahead, at);
  const asked = words[ahead] === "whether" ? 1 : 0;
  const begin = behindReport(words, ahead + asked, end);
  return begin < end && (kind === "phrase" || hasVerb(words, begin, end))
    ? [begin, withMark(words, [begin, end])]
    : null;
}

/** "Kirn said the port would close if ...": what depends on it is not that Kirn said so. */
function behindReport(words: readonly string[], from: number, end: number): number {
  // "The agency quoted him as saying that …", "Kirn told the crew that …".
  for (let i = Math.min(end - 3, from + 24); i > from + 1; i--)
    if (
      words[i] === "that" &&
      (words[i - 1] === "saying" ||
        HOLDS.test(words[i - 1] as string) ||
        words.slice(Math.max(from, i - 6), i).some((w) => /^(?:told|tells)$/.test(w))) &&
      hasVerb(words, i + 1, end)
    )
      return i + 1;
  for (let i = Math.min(end - 3, from + 12); i > from; i--)
    if (REPORTS.test(words[i] as string)) {
      const behind = words[i + 1] === "that" ? i + 2 : i + 1;
      return hasVerb(words, behind, end) && !/^[,;]$/.test(words[behind] as string) ? behind : from;
    }
  return from;
}

/** Behind these a "that" opens what is thought or shown: "sure that the port would close if …". */
const HOLDS =
  /^(?:sure|confident|certain|convinced|believe|believes|believed|think|thinks|thought|prove|proves|proved|practice|show|shows|showed|fear|fears|feared|predict|predicts|predicted|hope|hopes|hoped|mean|means|meant|noted|notes|suggest|suggests|suggested|agreed|insists)$/;
/** Verbs of telling, behind which what is told begins. */
export const REPORTS =
  /^(?:said|says|warned|warns|argued|insisted|claimed|stressed|added|vowed|promised|threatened|announced)$/;

/** Index behind the last word of `words[from, to)`, marks of punctuation left out. */
export function lastWord(words: readonly string[], from: number, to: number): number {
  let end = to;
  while (end > from && !/[\p{L}\p{N}%]/u.test(words[end - 1] as string)) end--;
  if (end > from && /^(?:or|because|and|but)$/.test(words[end - 1] as string)) end--;
  while (end > from && !/[\p{L}\p{N}%]/u.test(words[end - 1] as string)) end--;
  return end;
}

/** Where words end with the mark that closes the one among them: the port would "shut for good" if … */
export function withMark(words: readonly string[], [from, to]: readonly [number, number]): number {
  const open = words.slice(from, to).filter((w) => w === '"').length % 2 === 1;
  return open && words[from] !== '"' && words[to] === '"' ? to + 1 : to;
}
