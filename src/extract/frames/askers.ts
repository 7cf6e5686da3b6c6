import type { Span } from "../../model/span.ts";
import type { Label } from "./labels.ts";
import { type Page, isRunning } from "./page.ts";

/** Labels that only ask are at least so many. */
const FEWEST = 3;
/** Of the labelled lines so many end in a question mark, and so many have an answer without a label under them. */
const LEAST_ASKED = 0.5;
const LEAST_ANSWERED = 0.8;

/** Whether a run of labels is one asker's, whose answers have none: "The Post: Why?" over "Because it leaks." */
export function isAskers(page: Page, run: readonly Label[]): boolean {
  if (run.length < FEWEST || run.some(({ role }) => role === "answer")) return false;
  const names = new Set(run.filter(({ role }) => role === "name").map(({ words }) => initialsOf(words)));
  if (names.size > 1) return false;
  const asked = run.filter(({ start, paragraph: { span } }) => /\?["”’)\]]*\s*$/.test(page.text.slice(start, span.to)));
  const answered = run.filter(({ paragraph: { index } }, i) => {
    const until = run[i + 1]?.paragraph.index ?? index + 2;
    return page.paragraphs.slice(index + 1, until).some(isRunning);
  });
  return asked.length >= run.length * LEAST_ASKED && answered.length >= run.length * LEAST_ANSWERED;
}

/** "PR" and "Polar Review" are one. */
function initialsOf(words: string): string {
  const bare = words.replace(/^the /i, "");
  return bare.includes(" ")
    ? bare
        .split(" ")
        .map((word) => word[0])
        .join("")
        .toUpperCase()
    : bare.toUpperCase();
}

/** Who asks behind "Q:" where a name stood before his first question: "Ms Brand: Did you see it? / A: I did. / Q: When?" */
export function asksThere(
  page: Page,
  run: readonly Label[],
  at: number,
  named: ReadonlyMap<string, Span>,
): Span | null {
  if (run[at]?.role !== "question" || !run.some(({ role }) => role === "answer")) return null;
  for (let i = at - 1; i >= 0; i--) {
    const label = run[i] as Label;
    if (label.role !== "name") continue;
    const { span } = label.paragraph;
    if (!/\?["”’)\]]*\s*$/.test(page.text.slice(label.start, span.to))) continue;
    return run[i + 1]?.role === "question" ? null : (named.get(label.words) ?? label.name);
  }
  return null;
}
