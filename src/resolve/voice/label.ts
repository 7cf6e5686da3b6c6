import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Marked } from "./marked.ts";

const LONGEST_LABEL = 3;
const LONGEST_TERM = 5;

const NAMED =
  /(?:^|\s)(?:so-called|so called|supposed|self-styled|self-described|known as|dubbed|nicknamed|codenamed|code-named|titled|entitled|called|named|branded|termed|labelled|labeled|aka|the (?:word|words|term|terms|phrase|slogan|name|nickname|hashtag|title|label)|(?:film|movie|book|novel|song|album|series|show|documentary|play|programme|program|operation|podcast|painting|exercise) (?:called )?)$/;
const VERB =
  /^(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|should|'s|'re|'ve|'ll|n't|not|i|we|you|he|she|they|it)$/;

/**
 * Why a stretch in marks is a name or a term rather than somebody's words: up to three words without a verb, behind words
 * that name or doubt. Null where it is not one. What the cue itself calls ("called him a “liar”") is the speaker's wording.
 */
export function labelOf(marked: Marked, { cue, content, frame }: FoundStatement, { document }: Found): string | null {
  const { words, before, behind, span } = marked;
  if (words.some((w) => VERB.test(w))) return null;
  if (content.every((piece) => piece.from >= span.from && piece.to <= span.to)) return null;
  if (isTitle(marked)) return "a name or title: its words begin with capitals";
  if (frame && words.length <= LONGEST_TERM) return "a term inside words that are all the speaker's own";
  if (words.length > LONGEST_LABEL) return null;
  const ahead = before.filter((w) => !/^["'(]$/.test(w));
  const namer = NAMED.exec(ahead.join(" "));
  const calledByCue =
    cue !== null && /call|dub|brand|label|term|nam|describ/.test(document.text.slice(cue.from, cue.to));
  if (namer && !(calledByCue && /(?:called|dubbed|branded|termed|labelled|labeled|named)$/.test(namer[0].trim())))
    return `“${namer[0].trim()}” ahead of ${words.length === 1 ? "one word" : `${words.length} words`} without a verb`;
  return /^(?:\p{N}+|twice|once|three|four|five|six|seven|eight|nine|ten|dozens) ?(?:times)?\b/u.test(
    behind
      .filter((w) => w !== ",")
      .slice(0, 2)
      .join(" "),
  ) && /^(?:times|twice|once)$/.test(behind.find((w) => /^(?:times|twice|once)$/.test(w)) ?? "")
    ? "a word that is counted"
    : null;
}

/** “To the Miners of the North”: two words or more, all long ones with a capital, where the page around them has none. */
function isTitle({ raw, amongCapitals }: Marked): boolean {
  const long = raw.filter((w) => w.length > 3);
  return (
    !amongCapitals &&
    raw.length > 1 &&
    long.length > 0 &&
    /^\p{Lu}/u.test(raw[0] as string) &&
    raw.filter((w) => /^\p{Lu}/u.test(w)).length > 1 &&
    long.every((w) => /^[\p{Lu}\p{N}]/u.test(w))
  );
}
