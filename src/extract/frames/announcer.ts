import type { Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { Page } from "./page.ts";
import { isAdverb, mainSubject, pointingTail, subjectBefore, trimmedSubject } from "./subject.ts";
import { framingWords } from "./words.ts";

/** The subject of a verb right before the colon, which may hang on another verb of speaking before it. */
export function announcerOf(page: Page, tokens: readonly Token[], verb: number): Span | null {
  const { speaking, speakingOn, returning } = framingWords();
  const speaks = (i: number): boolean => {
    const word = tokens[i]?.reads ?? "";
    return speaking.has(word) || returning.has(word);
  };
  let link = verb - 1;
  while (link > 0 && isAdverb((tokens[link] as Token).reads)) link--;
  const linked = (tokens[link] as Token | undefined)?.reads ?? "";
  if (/^(?:which|that|who)$/.test(linked)) return mainSubject(page.text, tokens)?.subject ?? null;
  if (linked === "and" || speakingOn.has((tokens[verb] as Token).reads)) {
    if (linked === "and") link--;
    const comma = tokens[link]?.reads === "," ? link : link + 1;
    let start = comma - 1;
    while (start > 0 && tokens[start - 1]?.reads !== ",") start--;
    let last = comma - 1;
    while (last > start && (isAdverb(tokens[last]?.reads ?? "") || DAY_OR_PLACE.test(tokens[last]?.reads ?? "")))
      last--;
    const said = tokens[last]?.reads ?? "";
    if (start > 0 && last > start && (speaks(last) || /^\p{Ll}+ed$/u.test(said))) {
      while (last > start + 1 && isAdverb(tokens[last - 1]?.reads ?? "")) last--;
      return trimmedSubject(page.text, tokens, pointingTail(tokens, start, last), last);
    }
    const inverted = start > 0 && speaks(start) && comma - start <= LONGEST_INVERTED;
    if (
      inverted &&
      NAME_OR_ARTICLE.test(tokens[start + 1]?.reads ?? "") &&
      !tokens.slice(start, comma).some((t) => t.reads === "that")
    )
      return trimmedSubject(page.text, tokens, start + 1, comma);
    // "…, the paper said in a commentary, adding:"
    let told = comma - 1;
    while (told > start && !speaks(told)) told--;
    if (start > 0 && told > start && TELLER.test(tokens[start]?.reads ?? ""))
      return trimmedSubject(page.text, tokens, pointingTail(tokens, start, told), told);
    return mainSubject(page.text, tokens)?.subject ?? null;
  }
  return subjectBefore(page.text, tokens, 0, verb);
}

/** With these begins who tells, behind a comma. */
const TELLER = /^(?:\p{Lu}.*|the|he|she|it|they)$/u;
const NAME_OR_ARTICLE = /^(?:\p{Lu}.*|the|an?)$/u;
/** "…, says the article, adding:" */
const LONGEST_INVERTED = 14;

const DAY_OR_PLACE = /^(?:on|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;
