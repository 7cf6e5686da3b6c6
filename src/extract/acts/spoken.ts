import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { Pack } from "../../model/pack.ts";
import type { SpokenStatement } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import { stateAsSubject, statesNamed, statesServed } from "./ownState.ts";
import { organisationWords } from "./wordLists.ts";

/** No more of a content than this many tokens is looked at, so that contents inside contents cost little. */
const MOST_TOKENS = 240;
const MOST_SOURCE_TOKENS = 24;
const MOST_CUE_TOKENS = 16;
const AROUND = 5;

/** One sentence of what is said, quotation marks left out. */
export interface Clause {
  /** In lower case. */
  readonly words: readonly string[];
  /** As they are read. */
  readonly raw: readonly string[];
  readonly asks: boolean;
  /** The speaker's own wording: in quotation marks, or in a stretch that is all his. */
  readonly direct: boolean;
  /** It begins outside the marks, in the report's words: its "he" may be the speaker. */
  readonly opensOutside: boolean;
}

/** A statement as words: what the rules for acts look at. */
export interface Spoken {
  /** In lower case; empty where there is no cue. */
  readonly cue: readonly string[];
  /** The words ahead of the cue in its sentence, nearest last, in lower case; and those behind it. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** In lower case. */
  readonly source: readonly string[];
  readonly clauses: readonly Clause[];
  /** The words that name the speaker himself when they stand as a subject. */
  readonly names: ReadonlySet<string>;
  /** The speaker is a body of people, which a report calls "it". */
  readonly body: boolean;
  /** One man or woman with a surname in -s. */
  readonly surname: boolean;
  /** He speaks for a body: an official, a spokesman, or a body in a stretch that is all its own words. */
  readonly official: boolean;
  /** The states he speaks for where he is an official. */
  readonly states: ReadonlySet<string>;
  readonly packs: readonly Pack[];
  /** The word "that" opens the content. */
  readonly opened: boolean;
  /** A sentence of a stretch that is all his own words. */
  readonly framed: boolean;
}

/** The words of a statement. Linear in the first few hundred tokens of it. */
export function spokenWords(statement: SpokenStatement, context: Context): Spoken {
  const { tokens, sentences } = context.reading;
  const { cue, source, frame } = statement;
  const lower = (from: number, to: number): string[] => tokens.slice(from, to).map((t) => t.reads.toLowerCase());
  const range = ({ from, to }: Span): [number, number] => [indexBehind(tokens, from), indexBehind(tokens, to - 1) + 1];
  let cueWords: string[] = [];
  let before: string[] = [];
  let behind: string[] = [];
  if (cue) {
    const [first, last] = range(cue);
    const sentence = sentences[indexBehind(sentences, cue.from)];
    cueWords = lower(first, Math.min(last, first + MOST_CUE_TOKENS));
    // What is said ahead of the cue tells nothing of the act of saying it.
    const said = statement.content.findLast((piece) => piece.to <= cue.from);
    const from = said ? indexBehind(tokens, said.to - 1) + 1 : 0;
    before = lower(Math.max(from, sentence?.first ?? 0, first - AROUND), first);
    behind = lower(last, Math.min(sentence?.last ?? tokens.length, last + AROUND));
  }
  const named = source ?? frame?.source ?? speakerBefore(statement);
  const sourceTokens = named ? tokens.slice(...range(named)).slice(0, MOST_SOURCE_TOKENS) : [];
  const sourceRaw = sourceTokens.map((t) => t.reads);
  const sourceWords = sourceRaw.map((w) => w.toLowerCase());
  const served = statesServed(sourceRaw, context);
  // "Kirn's aide" is the aide.
  const owner = sourceWords.lastIndexOf("'s");
  // "An Iowa Democrat" is not Iowa.
  const unnamed = /^(?:an?|one|some|two|three|several|many|another)$/.test(sourceWords[0] ?? "");
  const names = new Set(
    sourceTokens
      .filter(
        (t, i) =>
          i > owner &&
          ((!unnamed && NAME.test(t.reads)) ||
            i === headOf(sourceWords) ||
            organisationWords().has(sourceWords[i] as string)),
      )
      .map((t) => t.reads.toLowerCase()),
  );
  for (const word of NO_NAME) names.delete(word);
  return {
    cue: cueWords,
    before,
    behind,
    source: sourceWords,
    clauses: clausesOf(statement, context),
    surname: namesOne(sourceWords, sourceRaw),
    official: frame !== null || sourceWords.some((w) => OFFICIAL.test(w)) || served.size > 0,
    states: new Set([...statesNamed(sourceRaw, context.packs), ...served]),
    packs: context.packs,
    opened: statement.opener !== null,
    framed: frame !== null,
    names,
    body:
      sourceWords.some((w) => organisationWords().has(w)) || sourceTokens.some((t) => /^\p{Lu}{2,}$/u.test(t.reads)),
  };
}

/** Whoever spoke before, where a quotation goes on without naming him again. */
function speakerBefore({ continues }: SpokenStatement): Span | null {
  return continues?.source ?? null;
}

const NAME = /^\p{Lu}/u;
const NO_NAME = ["the", "a", "an", "of", "and", "in", "for", "mr", "mrs", "ms"];

/** The last noun of a phrase before "of", "for", "in" or a comma: "spokesman" of "a spokesman for the bank". */
function headOf(words: readonly string[]): number {
  const end = words.findIndex((w, i) => i > 0 && /^(?:of|for|in|at|from|,|who|which|that|with)$/.test(w));
  return (end === -1 ? words.length : end) - 1;
}

const STOP = /^(?:[.!?;]|\.\.\.)$/;
const MARK = /^["'()[\]-]$/;

function clausesOf(statement: SpokenStatement, { reading: { tokens }, quotations }: Context): Clause[] {
  const clauses: Clause[] = [];
  let words: string[] = [];
  let raw: string[] = [];
  let inMarks = 0;
  let opensInside = false;
  const own = statement.frame !== null || statement.continues !== null;
  const close = (asks: boolean): void => {
    if (words.some((w) => /[\p{L}\p{N}]/u.test(w)))
      clauses.push({ words, raw, asks, direct: own || inMarks * 2 > words.length, opensOutside: !own && !opensInside });
    words = [];
    raw = [];
    inMarks = 0;
  };
  let left = MOST_TOKENS;
  for (const piece of statement.content) {
    const marks = quotations.touching(piece).map((q) => q.span);
    let mark = 0;
    const from = statement.opener && statement.opener.from === piece.from ? statement.opener.to : piece.from;
    for (let i = indexBehind(tokens, from); left > 0; i++, left--) {
      const token = tokens[i];
      if (!token || token.from >= piece.to) break;
      if (STOP.test(token.reads)) {
        close(token.reads === "?");
        continue;
      }
      if (MARK.test(token.reads)) continue;
      while (mark < marks.length && (marks[mark] as Span).to <= token.from) mark++;
      const inside = marks[mark] !== undefined && (marks[mark] as Span).from <= token.from;
      if (inside) inMarks++;
      if (words.length === 0) opensInside = inside;
      words.push(token.reads.toLowerCase());
      raw.push(token.reads);
    }
  }
  close(false);
  return clauses;
}

const ADVERB =
  /^(?:\p{Ll}+ly|also|never|not|n't|then|still|always|now|soon|ever|all|both|just|therefore|thus|again|only|would|have|had|has|do|does|did|'ve|,)$/u;

/** Whose doing the verb at `at` is: the speaker's own, somebody else's, or (without a subject) not to be told. */
export function doer(clause: Clause, at: number, spoken: Spoken): "own" | "you" | "other" | "none" {
  const { words, raw, direct } = clause;
  let i = at - 1;
  while (i >= 0 && ADVERB.test(words[i] as string)) i--;
  // "He had differences, but cannot support him": the subject stands at the head.
  if (/^(?:and|but|or)$/.test(words[i] ?? "")) i = SUBJECT.test(words[0] ?? "") ? 0 : i;
  const word = words[i];
  if (word === undefined) return "none";
  if (word === "i" || word === "we") return "own";
  if (word === "you") return "you";
  if (/^(?:he|she|they|it)$/.test(word)) {
    if ((direct && !clause.opensOutside) || anotherNamed(clause, i, spoken)) return "other";
    // "Kirn, who said he would": the pronoun may be any of them.
    if (spoken.source[0] === "who") return word === "it" ? "other" : "own";
    if (spoken.source.length === 1 && OTHER_THAN.get(spoken.source[0] as string)?.has(word)) return "other";
    if (word === "they") return plural(spoken.source) ? "own" : "other";
    if (word === "it") return i === 0 && spoken.body ? "own" : "other";
    return plural(spoken.source) && !spoken.surname ? "other" : "own";
  }
  for (let k = i; k >= 0 && k > i - 6; k--) {
    const w = words[k] as string;
    if (/^(?:our|my)$/.test(w)) return "own";
    // "His company would close": a body the speaker speaks for.
    if (!direct && /^(?:his|her|its|their)$/.test(w))
      return organisationWords().has(word) ||
        /^(?:country|nation|administration|people|troops|men|soldiers|fighters|allies|ministers|lawyers)$/.test(word)
        ? "own"
        : "other";
    if (w === "," || w === "that" || w === "of" || w === "to") break;
  }
  // "The envoy of Norra said Norra would": a state by one that speaks for it.
  if (spoken.official && spoken.states.size > 0) {
    const state = stateAsSubject(raw, i, spoken.packs);
    if (state !== null) return spoken.states.has(state) ? "own" : "other";
  }
  // "An official said the government would": he speaks for it.
  if (
    spoken.official &&
    words[i - 1] === "the" &&
    /^\p{Ll}/u.test(raw[i] as string) &&
    (organisationWords().has(word) || /^(?:country|nation|state|republic|army|military|navy|party)$/.test(word)) &&
    !CHANNEL.test(word)
  )
    return "own";
  if (spoken.names.has(word) && (NAME.test(raw[i] as string) || words[i - 1] === "the")) return "own";
  return "other";
}

/** Somebody else is named ahead of a pronoun, so that it may mean him. */
function anotherNamed({ raw, words }: Clause, at: number, { names }: Spoken): boolean {
  for (let i = 0; i < at; i++)
    if (NAME.test(raw[i] as string) && !names.has(words[i] as string) && !NOBODY.test(words[i] as string)) return true;
  return false;
}

const NOBODY =
  /^(?:i|the|a|an|in|on|at|if|when|while|after|he|she|they|it|we|this|that|there|but|and|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const CHANNEL = /^(?:paper|newspaper|report|media|press|agency|court|opposition|poll|enemy|group|network|magazine)$/;
const OFFICIAL =
  /^(?:officials?|spokesman|spokeswoman|spokesperson|spokesmen|spokespeople|minister|secretary|ambassador|aides?|adviser|advisor|advisers|advisors|executive|executives|ceo|director|manager|representative|representatives|envoy|president|premier|chancellor|king|queen|emir|chairman|leader|leaders|governor|mayor|ministry|government|administration|embassy|delegation)$/;

/** Pronouns that cannot be the one who speaks, where he is a pronoun himself. */
const OTHER_THAN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["he", new Set(["she", "it", "they"])],
  ["she", new Set(["he", "it", "they"])],
  ["i", new Set(["he", "she", "it", "they"])],
  ["we", new Set(["he", "she", "it", "they"])],
  ["they", new Set(["he", "she", "it"])],
]);

const SUBJECT = /^(?:i|we|he|she|they|it)$/;

/** "Sanders", "Police Chief Williams": a surname in -s. */
function namesOne(source: readonly string[], raw: readonly string[]): boolean {
  const at = headOf(source);
  return (
    NAME.test(raw[at] ?? "") &&
    !source.includes("and") &&
    !PEOPLES.test(source[at] ?? "") &&
    !/^(?:the|\p{N}+)$/u.test(source[0] ?? "")
  );
}

/** Names of peoples and parties, which are many. */
const PEOPLES =
  /(?:crats|cans|ians|ists|ites|qis|nis|lis|ims|ews|urds|audis|eeks|urks|rabs|erbs|eans|mans|ories|reens|tives|berals|men|police|parties|voters|officials|lawyers|critics|leaders)$/;

function plural(source: readonly string[]): boolean {
  return (
    source.includes("and") ||
    /^(?:they|we|many|some|several|most|few)$/.test(source[0] ?? "") ||
    /(?:[^s]s|men|people|police)$/.test(source[headOf(source)] ?? "") ||
    (/^(?:nearly|about|\p{N}+|two|three|four|five|six|seven|eight|nine|half|percent)/u.test(source[0] ?? "") &&
      /[^s]s$/.test(source.at(-1) ?? ""))
  );
}
