import type { Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { framingWords, speaks, wordsForPeople } from "./words.ts";

/** With these a phrase begins that stands before the subject: "In this regard, the mission …". */
const FRONTING =
  /^(?:in|on|at|after|following|during|upon|by|with|asked|speaking|referring|recalling|commenting|regarding|concerning|touching|meanwhile|then|later|earlier|as|for|to|when|while|noting|stressing|replying|responding|answering|addressing|writing|under|from|but|and|however|also|moreover|besides|yesterday|today|according|hailing|welcoming|under|quoting|citing|turning|if|since|although|though|because|despite|without)$/i;
const AUXILIARY = /^(?:has|have|had|is|are|was|were|will|would|did|does|do|can|could|may|might|must|should)$/;
const ADVERB =
  /^(?:also|then|further|again|later|too|jointly|today|yesterday|first|finally|only|recently|subsequently|(?!daily|weekly|monthly|family|assembly|ally)\p{Ll}+ly)$/u;
const DETERMINED =
  /^(?:the|a|an|his|her|its|their|in|on|upon|at|to|for|with|and|that|over|against|about|of|from|how|all|no)$/;
const NOT_A_SUBJECT = /^(?:what|how|who|why|where|here|if|there|that|as|to|so|because|and|or|but)$/i;

/** When and on which occasion somebody spoke is not part of who he is. */
const OCCASION =
  /(?<!\b[Tt]he),?\s+(?:(?:late |early )?(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.? \d{1,2}\b|the same day|that day|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Ju|Aug|Sep|Oct|Nov|Dec))|(?:today|yesterday|recently|earlier)\b|in (?:reply|response|answer)\b|when \p{Ll}).*$/su;

export function isAuxiliary(word: string): boolean {
  return AUXILIARY.test(word);
}

export function isAdverb(word: string): boolean {
  return ADVERB.test(word);
}

/**
 * The words for who does what the verb at `verb` says: from the start of the clause to the verb, without what stands before the
 * subject and without day, place and occasion. `first` is where the sentence begins. Null where no subject stands there.
 */
export function subjectBefore(text: string, tokens: readonly Token[], first: number, verb: number): Span | null {
  // "Stressing that all, whether anglers or rowers, should go, it said"
  const pronoun = tokens[verb - 1];
  if (pronoun && /^(?:it|he|she|they)$/.test(pronoun.reads) && reads(tokens, verb - 2) === ",")
    return { from: pronoun.from, to: pronoun.to };
  let start = behindFronting(tokens, first, verb);
  let end = verb;
  for (let i = start + 1; i < end; i++) if (isFinite(tokens, i)) end = i;
  while (
    end > start &&
    (isAdverb(reads(tokens, end - 1)) || isAuxiliary(reads(tokens, end - 1)) || reads(tokens, end - 1) === ",")
  )
    end--;
  while (start < end && /^(?:["'(,-]|--)$/.test(reads(tokens, start))) start++;
  // "In his talks on Aug. 31, 2009 and on Jan. 15, 2011 Brand said": a year begins no subject.
  if (/^\d{4}$/.test(reads(tokens, start))) {
    const name = end - 1;
    if (!/^\p{Lu}/u.test(reads(tokens, name)) || !/^\d/.test(reads(tokens, name - 1))) return null;
    return trimmedSubject(text, tokens, name, end);
  }
  return trimmedSubject(text, tokens, pointingTail(tokens, start, end), end);
}

/**
 * "Noting that it means peace, work and bread, it says", "under the flag “Peace!” the letter said": where the last words
 * before the verb point back by themselves, they begin at the index given; else `start`.
 */
export function pointingTail(tokens: readonly Token[], start: number, end: number): number {
  let last = end - 1;
  while (last > start && !/^[,"']$/.test(reads(tokens, last - 1))) last--;
  const tail = tokens.slice(last, end).map((t) => t.reads);
  if (last === start) return start;
  // "Branding it a danger to peace, work and bread, the spokesman said": an office alone behind a participle.
  const office =
    tail.length <= 3 &&
    tail[0] === "the" &&
    wordsForPeople().has(tail.at(-1) as string) &&
    (isFronting(tokens, start) || isFronting(tokens, 0));
  return office || POINTING.test(tail.join(" ")) ? last : start;
}

const POINTING =
  /^(?:it|he|she|they|the (?:[\p{L}-]+ )?(?:article|statement|letter|message|commentary|editorial|report|paper|bulletin|speech|essay))$/u;

/** Who does what the first finite verb of the sentence says, and that verb. */
export function mainSubject(
  text: string,
  tokens: readonly Token[],
): { readonly subject: Span; readonly verb: number } | null {
  const start = behindFronting(tokens, 0, tokens.length);
  for (let verb = start + 1; verb < Math.min(tokens.length, start + 60); verb++) {
    if (!isFinite(tokens, verb)) continue;
    const subject = subjectBefore(text, tokens, start, verb);
    return subject && { subject, verb };
  }
  return null;
}

/** Words for somebody are no longer than this, in characters. */
const LONGEST = 1200;

/** A span of words for somebody, without what tells when and on which occasion he spoke; null where nothing is left. */
export function trimmedSpan(text: string, { from, to }: Span): Span | null {
  if (to - from > LONGEST) return null;
  let words = text.slice(from, to);
  words = words.replace(/,\s+(?:who|which|whose|where)\s.*$/su, "").replace(OCCASION, "");
  words = words.slice(0, mediumAt(words)).replace(/ (?!daily|weekly|monthly|family|assembly)\p{Ll}+ly$/u, "");
  words = words.replace(/[\s,;:–—-]+$/u, "");
  return /\p{L}/u.test(words) ? { from, to: from + words.length } : null;
}

/** Where "in a signed commentary", "in his letter of May" begins in words for somebody; their length where nothing does. */
function mediumAt(words: string): number {
  const { documents } = framingWords();
  for (const { 1: medium = "", index } of words.matchAll(
    /,? in (?:an?|his|her|its|their|this|the) ((?:[\p{L}-]+ ?){1,4})/gu,
  ))
    if (medium.split(" ").some((word) => documents.has(word) || word === "interview")) return index;
  return words.length;
}

/** The words between two tokens as a subject: without "who" clauses that only add, day and occasion; null for none. */
export function trimmedSubject(text: string, tokens: readonly Token[], start: number, end: number): Span | null {
  const from = tokens[start]?.from;
  const last = tokens[end - 1];
  if (from === undefined || !last || end <= start || NOT_A_SUBJECT.test(reads(tokens, start))) return null;
  return trimmedSpan(text, { from, to: last.to });
}

function reads(tokens: readonly Token[], i: number): string {
  return tokens[i]?.reads ?? "";
}

/** "In this regard, …", "On Friday, in Lindholt, …": where the subject begins. */
function behindFronting(tokens: readonly Token[], first: number, last: number): number {
  let start = first;
  if (
    /^in$/i.test(reads(tokens, start)) &&
    /^(?:this|that)$/.test(reads(tokens, start + 1)) &&
    reads(tokens, start + 3) !== ","
  )
    return start + 3 < last ? start + 3 : start;
  for (let round = 0; round < 3 && isFronting(tokens, start); round++) {
    let comma = start + 1;
    while (comma < last && reads(tokens, comma) !== ",") comma++;
    // "On Dec. 20, 2011, the mission": a number is no subject.
    while (/^\p{N}/u.test(reads(tokens, comma + 1)) && reads(tokens, comma + 2) === ",") comma += 2;
    if (comma + 1 >= last) {
      // "On Friday the mission …": behind a day or a date.
      const day = dayBehind(tokens, start, last);
      return day ?? start;
    }
    start = comma + 1;
  }
  return start;
}

/** "In this regard, …", "Introducing the book in detail, …"; but "Beijing, …" is a name. */
function isFronting(tokens: readonly Token[], i: number): boolean {
  const word = reads(tokens, i);
  const next = reads(tokens, i + 1);
  if (/^\p{Lu}\p{Ll}+ly$/u.test(word) && /^\p{Ll}{2,}ing$/u.test(next)) return true;
  return FRONTING.test(word) || (/^\p{Lu}\p{Ll}{2,}ing$/u.test(word) && /^\p{Ll}/u.test(next));
}

const DAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2})$/;

function dayBehind(tokens: readonly Token[], start: number, last: number): number | null {
  if (!/^on$/i.test(reads(tokens, start))) return null;
  for (let i = start + 1; i < Math.min(last - 1, start + 4); i++) if (DAY.test(reads(tokens, i))) return i + 1;
  return null;
}

/** Whether token i is the finite verb of a main clause, as far as its form and its neighbours tell. */
function isFinite(tokens: readonly Token[], i: number): boolean {
  const word = reads(tokens, i);
  const before = reads(tokens, i - 1);
  const next = reads(tokens, i + 1);
  if (/^(?:expressed|expresses|said|says|told|wrote|writes|added)$/.test(word))
    return !/^(?:who|which|that)$/.test(before);
  if (/^(?:who|which|that|whose|and|,|by|as)$/.test(before) && !isAuxiliary(word))
    return before === "," || before === "and" ? isVerb(word) && inRunning(next) : false;
  if (/^(?:who|which|that)$/.test(before)) return false;
  if (isAuxiliary(word)) return true;
  // "the military talks of the two states": a noun.
  if (next === "of" && NOUN_OF.test(word)) return false;
  // "Meridian carried photos": behind a name, things follow without an article.
  if (
    /^(?:carried|ran|published|posted|printed|edited|issued|released|cites|lists)$/.test(word) &&
    (/^\p{Lu}/u.test(before) || /^(?:the|this|its)$/i.test(reads(tokens, i - 2))) &&
    /^\p{Ll}+s$/u.test(next)
  )
    return true;
  // "Mayor Mara Quill delivered remarks": a name, and what was spoken without an article.
  if (/^(?:delivered|gave|made|sent)$/.test(word) && /^\p{Lu}/u.test(before)) {
    const { documents } = framingWords();
    if (documents.has(next) || documents.has(next.replace(/s$/, ""))) return true;
  }
  return isVerb(word) && (next === ":" || inRunning(next) || isAdverb(before));
}

const NOUN_OF = /^(?:talks|reports|remarks|comments|claims|notes|states|calls|demands|charges|answers|replies|urges)$/;

function isVerb(word: string): boolean {
  return (
    framingWords().issuing.has(word) ||
    speaks(word) ||
    /^\p{Ll}{2,}ed$/u.test(word) ||
    /^(?:went|goes|met|held|paid|took|hit|saw|left|laid|came|led|brought|got|spoke|stood|sat|threw|told|won|lost)$/.test(
      word,
    )
  );
}

/** Words that follow a verb rather than a noun. */
function inRunning(next: string): boolean {
  return (
    DETERMINED.test(next) ||
    /^(?:this|these|those|him|them|out|up|as|following|it|he|she|they|there|one|two|three|some|many|\p{N}.*|\p{Lu}.*|["'])$/u.test(
      next,
    )
  );
}
