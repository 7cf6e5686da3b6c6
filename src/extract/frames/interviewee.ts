import type { Span } from "../../model/span.ts";
import { namedTwice, quotedInTitle } from "./headline.ts";
import { interviewIn } from "./interview.ts";
import type { Label } from "./labels.ts";
import type { Page } from "./page.ts";

/** Whom "A:" stands for: the one whose name labels answers elsewhere, or whom the page says it talked to. */
export function interviewee(page: Page, run: readonly Label[]): Span | null {
  const named = run.filter((label, i) => label.role === "name" && i > 0 && isQuestion(page, run[i - 1] as Label));
  const [first] = named;
  const names = new Set(named.map((l) => l.words.split(" ").at(-1)));
  if (first && names.size === 1) {
    const fullest = named.reduce((best, l) => (l.words.length > best.words.length ? l : best), first);
    return fullest.name;
  }
  return first ? null : talkedTo(page, (run[0] as Label).paragraph.index);
}

/** Whom the page before block `before` says it talked to. */
export function talkedTo(page: Page, before: number): Span | null {
  return interviewIn(page, before)?.answers ?? namedTwice(page, before) ?? quotedInTitle(page, before);
}

function isQuestion(page: Page, label: Label): boolean {
  const { to } = label.paragraph.span;
  return label.role === "question" || /\?["”’)\]]*\s*$/.test(page.text.slice(Math.max(label.start, to - 6), to));
}
