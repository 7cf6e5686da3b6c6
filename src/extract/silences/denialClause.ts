import { clauseEnd } from "./clause.ts";
import type { Denial, Line, Stretch } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** "The deputy who refused to testify at the hearing has become a hero": where the verb of the main clause begins, else `end`. */
function mainVerb({ words }: Line, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    if (vocabulary().wh.has(words[i] as string) || words[i] === "that") return end;
    if (
      /^(?:has|have|had|is|are|was|were|will|would)$/.test(words[i] as string) &&
      !/^(?:he|she|it|they|we|i|and|or|,)$/.test(words[i - 1] as string)
    )
      return i;
  }
  return end;
}

/** The words of the denial and its clause as the guide has them: with the subject, unless that is left out or stands elsewhere. */
export function clauseOf(
  line: Line,
  denial: Denial,
  subject: { subject: Stretch | null; remote: boolean; relative: boolean },
  bound: number,
): Stretch {
  const end = clauseEnd(line, Math.max(denial.to - 1, denial.from + 1), bound, denial.noun ?? false);
  const to = Math.max(denial.to, subject.relative ? mainVerb(line, denial.to, end) : end);
  let from = denial.from;
  if (denial.opens !== undefined) from = denial.opens;
  else if (denial.who === "before" && !denial.bare && subject.subject && !subject.remote && !subject.relative)
    from = subject.subject.from;
  else if (
    denial.who === "before" &&
    !denial.bare &&
    subject.relative &&
    /^(?:who|which|that)$/.test(line.words[from - 1] ?? "")
  )
    from--;
  else if (denial.who === "nobody" && denial.aboutBefore && /^(?:which|that)$/.test(line.words[from - 1] ?? "")) from--;
  else if (
    denial.who === "nobody" &&
    (denial.aboutBefore || denial.withSubject) &&
    subject.subject &&
    (!subject.remote || (denial.withSubject && !line.words.slice(subject.subject.from, from).includes(",")))
  )
    from = Math.min(from, subject.subject.from);
  else if (typeof denial.who === "object") from = Math.min(from, denial.who.from);
  return { from, to };
}
