import type { Span } from "../../model/span.ts";
import { type Page, wordsOf } from "./page.ts";

/** Blocks at the head of a page in which it says whom it talked to. */
export const MOST_HEAD = 12;

/** The one full name that both the headline and what stands before the first question have, where nobody says whom the page talked to. */
export function namedTwice(page: Page, before: number): Span | null {
  const head = page.paragraphs.slice(0, MOST_HEAD).filter(({ index }) => index < before);
  const headline = head.find(({ kind }) => kind === "headline");
  const title = headline ? wordsOf(page, headline.span) : "";
  const named = new Map<string, Span>();
  for (const { span, kind } of head) {
    if (kind === "headline") continue;
    for (const { 0: name, index } of wordsOf(page, span, 1000).matchAll(FULL_NAME))
      if (title.includes(name) && !named.has(name))
        named.set(name, { from: span.from + index, to: span.from + index + name.length });
  }
  const [only, another] = [...named.values()];
  return only && !another ? only : null;
}

/** "Keeper Ilse Brand: 'We built two'", "'We built two': keeper Ilse Brand on gates": whose words the headline has. */
export function quotedInTitle(page: Page, before: number): Span | null {
  const headline = page.paragraphs.slice(0, MOST_HEAD).find(({ kind, index }) => kind === "headline" && index < before);
  if (!headline) return null;
  const words = wordsOf(page, headline.span);
  const found = BEFORE_QUOTE.exec(words) ?? BEHIND_QUOTE.exec(words);
  const name = found?.[1];
  if (!found || name === undefined) return null;
  const from = headline.span.from + found.index + found[0].indexOf(name);
  return { from, to: from + name.length };
}

const TITLE_NAME = "\\p{Lu}\\p{Ll}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){1,2}";
const BEFORE_QUOTE = new RegExp(`^(?:\\p{Lu}\\p{Ll}+ (?=\\p{Lu}\\p{Ll}+ \\p{Lu}))?(${TITLE_NAME}): [“"‘']`, "u");
const BEHIND_QUOTE = new RegExp(`[”"’'](?::| [–—-]) (?:\\p{L}[\\p{L}-]* ){0,3}?(${TITLE_NAME}) on `, "u");
const FULL_NAME = /\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){1,2}/gu;
