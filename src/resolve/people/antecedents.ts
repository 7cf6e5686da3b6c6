import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { Focus } from "./focus.ts";
import type { Person } from "./names/persons.ts";

export interface Antecedent {
  /** Where a person is named right before the pronoun. */
  readonly person: Person | null;
  /** The words the pronoun takes up, where nobody is named. */
  readonly words: Span | null;
}

/** Where a noun phrase may begin. */
const OPENS =
  /^(?:the|a|an|his|her|their|its|our|some|many|most|several|two|three|four|five|all|these|those|other|few)$/i;
/** What no noun phrase reaches over, looked at from its end. */
const ENDS =
  /^(?:,|;|:|\(|\)|"|said|says|told|that|and|but|is|was|are|were|has|had|have|with|by|from|to|for|than|among|against|including|like)$/i;
const REACH = 12;
/** "Quill, compared with 64 percent who": many, whoever is named before them. */
const MANY =
  /^(?:percent|%|people|those|men|women|others|voters|residents|respondents|members|officials|supporters|critics|all|many|some)$/;

/** What "who" or "which" takes up: the person named right before it, else the noun phrase there; null where none stands. */
export function antecedentOf(found: Found, focus: Focus, pronoun: Span): Antecedent | null {
  const { tokens, sentences } = found;
  const sentence = sentences[indexBehind(sentences, pronoun.from)];
  if (!sentence) return null;
  let at = indexBehind(tokens, pronoun.from) - 1;
  // "the anglers, who wait and who have said": the second takes up what the first does.
  if (/^(?:and|or|but)$/.test(tokens[at]?.reads ?? "")) {
    const same = tokens[at + 1]?.reads;
    let first = at - 1;
    while (first > sentence.first && tokens[first]?.reads !== same) first--;
    if (first > sentence.first) return antecedentOf(found, focus, tokens[first] as Span);
  }
  if (asks(found, sentence.last - 1, at, pronoun)) return null;
  while (at >= sentence.first && /^[,()]$/.test(tokens[at]?.reads as string)) at--;
  if (at < sentence.first) return null;
  const end = tokens[at]?.to as number;
  // "Ted Cruz (R-Tex), who": what stands in brackets is passed over; "Mr. Lee, a lawyer, who" is named a phrase before.
  const mention = focus.within(Math.max(sentence.from, end - 120), pronoun.from);
  if (
    mention &&
    !MANY.test(tokens[at]?.reads ?? "") &&
    (mention.person.sure || mention.person.gender !== null) &&
    (end - mention.to <= 12 || /^[\s\p{L}\p{N},().’'-]{0,100}$/u.test(between(tokens, mention.to, end)))
  ) {
    const gap = between(tokens, mention.to, end);
    if (gap.trim() === "" || (/^\s*(?:[,(]|of\s)/.test(gap) && !/\sand\s/.test(gap)))
      return { person: mention.person, words: null };
  }
  let from = at;
  while (from > sentence.first && at - from < REACH) {
    if (OPENS.test(tokens[from]?.reads as string)) break;
    if (ENDS.test(tokens[from - 1]?.reads as string)) break;
    from--;
  }
  // "It was polite, which worried us": what is said of something is nobody, and the whole clause may be meant.
  if (
    /^(?:is|was|are|were|be|been|being|'s|'re|so|too|very|more|less|quite)$/i.test(tokens[from - 1]?.reads ?? "") &&
    /^\p{Ll}/u.test(tokens[from]?.reads ?? "") &&
    !OPENS.test(tokens[from]?.reads as string)
  )
    return null;
  return { person: null, words: { from: tokens[from]?.from as number, to: end } };
}

/** Behind these "who" asks, and takes nobody up: "it is clear who wants it", "the question of who pays". */
const BEFORE_QUESTION =
  /^(?:clear|unclear|evident|obvious|certain|sure|of|on|about|over|to|is|was|matter|know|knows|knew|known|see|sees|saw|say|said|ask|asks|asked|asking|tell|tells|told|wonder|wonders|wondered|decide|decides|decided|determine|determines|determined|explain|explains|explained|reveal|reveals|revealed|learn|learned|remember|understand|guess|question|questions|investigate|identify|find|out)$/i;
/** "With the rate near zero, who would not …?" */
const FRONTED = /^(?:with|in|on|at|by|after|before|if|when|as|for|since|despite|given|and|but|so|then)$/i;

/** Whether "who" at a place asks: it takes up nobody. `at` is the token before it. */
function asks({ tokens, sentences, document }: Found, last: number, at: number, pronoun: Span): boolean {
  if (!/^who$/i.test(document.text.slice(pronoun.from, pronoun.to))) return false;
  const before = tokens[at]?.reads ?? "";
  if (BEFORE_QUESTION.test(before)) return true;
  const first = sentences[indexBehind(sentences, pronoun.from)]?.first ?? at;
  return before === "," && tokens[last]?.reads === "?" && FRONTED.test(tokens[first]?.reads ?? "");
}

function between(tokens: Found["tokens"], from: number, to: number): string {
  let words = "";
  for (let i = indexBehind(tokens, from); i < tokens.length && (tokens[i]?.from as number) < to; i++)
    words += ` ${tokens[i]?.reads ?? ""}`;
  return words;
}
