import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import { kindsOf } from "../tables.ts";
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
  /^(?:the|a|an|his|her|their|its|our|some|many|most|several|two|three|four|five|all|any|these|those|other|few)$/i;
/** What no noun phrase reaches over, looked at from its end. */
const ENDS =
  /^(?:,|;|:|\(|\)|"|said|says|told|that|and|but|is|was|are|were|has|had|have|with|by|from|to|for|than|among|against|including|includes|include|included|like)$/i;
const REACH = 12;
const MODAL =
  /^(?:will|would|can|could|may|might|must|should|won['’]t|wouldn['’]t|can['’]t|couldn['’]t|shouldn['’]t|not|n['’]t)$/i;
/** Before these a word in "-ing" is what somebody does. */
const BEFORE_PARTICIPLE = /^(?:is|are|was|were|be|been|'s|'re|’s|’re|,|for|by|while|and|keep|keeps|kept)$/i;
/** What opens an addition between commas. */
const ADDED = /^(?:especially|particularly|notably|mostly|mainly|largely|chiefly|including)$/i;
/** What people are counted in. */
const QUANTITY =
  /^(?:number|group|majority|minority|lot|dozens|scores|hundreds|thousands|millions|percent|handful|couple|crowd|collection|generation|list|chunk|band|series|coalition|share|half|third|quarter|rest|most|many|some|any|all|each|one|none|few|kind|kinds|sort|class|type|team|panel|family|families)$/;
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
    return null;
  }
  if (asks(found, sentence.last - 1, at, pronoun)) return null;
  const which = /^which$/i.test(found.document.text.slice(pronoun.from, pronoun.to));
  const skipped = which ? /^[,()]$/ : /^(?:[,()"”’—–-]|'')$/;
  while (at >= sentence.first && skipped.test(tokens[at]?.reads as string)) at--;
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
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  const opening = (last: number): number => {
    let from = last;
    while (from > sentence.first && last - from < REACH) {
      if (OPENS.test(reads(from)) || ENDS.test(reads(from - 1))) break;
      // "won't repel anglers who", "he is slamming candidates who": a verb before them.
      if (MODAL.test(reads(from - 2)) && /^\p{Ll}/u.test(reads(from - 1))) break;
      if (/^\p{Ll}{3,}ing$/u.test(reads(from - 1)) && BEFORE_PARTICIPLE.test(reads(from - 2))) break;
      from--;
    }
    return from;
  };
  let from = opening(at);
  const who = /^who$/i.test(found.document.text.slice(pronoun.from, pronoun.to));
  // "anglers on the left who": no person by its last noun.
  const definite = who && /^(?:the|his|her|its|their)$/i.test(reads(from)) && !ENDS.test(reads(from - 2));
  if (definite && /^(?:on|in|at|from)$/.test(reads(from - 1)) && from - 2 >= sentence.first && !isOfPeople(reads(at)))
    from = opening(from - 2);
  // "some, especially in the ports, who": whoever stands before the commas.
  if (ADDED.test(reads(from)) && reads(from - 1) === "," && from - 2 > sentence.first) {
    at = from - 2;
    from = opening(at);
  }
  const until = tokens[at]?.to as number;
  // "the ire of lawmakers who"
  if (who && isOfPeople(reads(at)))
    for (let i = at - 1; i > from; i--)
      if (
        reads(i) === "of" &&
        /^\p{Ll}+$/u.test(reads(i - 1)) &&
        !isOfPeople(reads(i - 1)) &&
        !QUANTITY.test(reads(i - 1))
      ) {
        from = i + 1;
        break;
      }
  if (!/[\p{L}\p{N}]/u.test(between(tokens, tokens[from]?.from as number, until))) return null;
  // "He added that …": no phrase, but a clause.
  if (/^(?:he|she|it|they|we|i|there|there['’]s)$/i.test(reads(from))) return null;
  // "It was polite, which worried us": what is said of something is nobody, and the whole clause may be meant.
  if (
    /^(?:is|was|are|were|be|been|being|'s|'re|so|too|very|more|less|quite)$/i.test(tokens[from - 1]?.reads ?? "") &&
    /^\p{Ll}/u.test(tokens[from]?.reads ?? "") &&
    !OPENS.test(tokens[from]?.reads as string)
  )
    return null;
  return { person: null, words: { from: tokens[from]?.from as number, to: until } };
}

/** Whether a noun is one for people: "anglers", "officials". */
function isOfPeople(noun: string): boolean {
  const one = noun.toLowerCase();
  return [one, one.replace(/s$/, "")].some((word) =>
    (["unnamed", "office", "description"] as const).some((kind) => kindsOf(word).has(kind)),
  );
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
