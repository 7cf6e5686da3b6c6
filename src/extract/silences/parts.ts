import { tableRows } from "../../text/tables.ts";
import { nounForms, verbForms } from "../fast/lexicon.ts";
import type { Line } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** Classes of `data/en/silence-parts.tsv`. */
export type Part =
  | "holds"
  | "sayings"
  | "admits"
  | "cuts"
  | "saying"
  | "part"
  | "feed"
  | "spoken"
  | "asked"
  | "callers"
  | "usual"
  | "habit"
  | "sorrow";

let loaded: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** Whether a word, in lower case, is one of a class, in whatever form. */
export function isPart(word: string | undefined, part: Part): boolean {
  loaded ??= new Map(
    tableRows("en/silence-parts.tsv").map(([name = "", words = ""]) => {
      const entries = words.split(" ");
      const forms = name.startsWith("verb-")
        ? entries.flatMap((entry) => verbForms(entry).map(([form]) => form))
        : name.startsWith("noun-")
          ? entries.flatMap(nounForms)
          : entries;
      return [name.replace(/^(?:verb|noun)-/, ""), new Set(forms)] as const;
    }),
  );
  return word !== undefined && (loaded.get(part)?.has(word) ?? false);
}

/** Words that deny a thing altogether: "no", "not a single", "hardly a", or stand for it, denied: "nothing", "none". */
export interface Zero {
  /** Index behind the words. */
  readonly to: number;
  /** Whether no noun follows: "nothing", "none", "nobody". */
  readonly bare: boolean;
}

/** The words of none that begin at `i`; null where others do. */
export function zeroAt({ words }: Line, i: number): Zero | null {
  const next = words[i + 1] ?? "";
  switch (words[i]) {
    case "nothing":
    case "none":
    case "nobody":
      return { to: i + 1, bare: true };
    case "neither":
      return { to: i + 1, bare: false };
    case "no":
      return next === "one" ? { to: i + 2, bare: true } : { to: i + 1, bare: false };
    case "not":
    case "n't":
    case "hardly":
    case "scarcely":
    case "barely": {
      let at = i + 1;
      if (words[i] === "not" && next === "so" && words[i + 2] === "much" && words[i + 3] === "as") at = i + 4;
      if (next === "even") at = i + 2;
      if (
        !/^(?:an?|one|any)$/.test(words[at] ?? "") ||
        (words[at] === "any" && words[i] === "not" && words[i - 2] !== "there")
      )
        return null;
      at++;
      return { to: /^(?:single|solitary|lone)$/.test(words[at] ?? "") ? at + 1 : at, bare: false };
    }
    default:
      return null;
  }
}

/** Index of the last word of the plain noun phrase that begins at `from`; `from - 1` where none does. */
export function nounPhraseEnd({ words }: Line, from: number, reach = 6): number {
  let i = from;
  while (
    i < Math.min(words.length, from + reach) &&
    /^[\p{L}’-]+$/u.test(words[i] as string) &&
    !NO_PHRASE.test(words[i] as string)
  )
    i++;
  return i - 1;
}

const NO_PHRASE =
  /^(?:of|in|on|to|from|for|with|by|at|that|who|which|about|than|was|were|is|are|has|had|have|when|while|as|and|or|nor|but|over|after|before|where|during|since|into|against|anywhere|whatsoever|either|too|did|does|do|would|will)$/;

/** Index of the word from `from` to `to` that names a speech, a text, a medium or what carries words; -1 for none. */
export function textIn({ words }: Line, from: number, to: number): number {
  for (let i = Math.max(0, from); i < Math.min(to, words.length); i++) {
    const word = words[i] as string;
    if (isMedium(word) || TEXTS.test(word)) return i;
  }
  return -1;
}

/** Whether a word names a speech, a medium or what carries words. */
export function isMedium(word: string): boolean {
  const { scopes, carriers, channels } = vocabulary();
  return scopes.has(word) || carriers.has(word) || channels.has(word);
}

/** Texts that are no speeches. */
const TEXTS = /^(?:minutes|draft|drafts|caption|captions|page|pages|summary|chapter|manifesto|platform|version)$/;

/** Whether a phrase is headed by a speech, a text or a medium: "the minutes of the council", "Marsh's speech to the guild". */
export function isTextPhrase(words: readonly string[]): boolean {
  const end = words.findIndex(
    (w, i) => i > 0 && /^(?:on|at|by|of|for|to|in|from|that|which|,|published|issued)$/.test(w),
  );
  const head = words.slice(0, end < 0 ? words.length : end);
  const { scopes, carriers, channels } = vocabulary();
  return head.some((w) => scopes.has(w) || carriers.has(w) || TEXTS.test(w)) || channels.has(head.at(-1) ?? "");
}

/** The first index back from `at` behind a stop or an open mark, at most `reach` words away; words set in marks are passed over. */
export function clauseStart({ words }: Line, at: number, reach = 30): number {
  let from = at;
  while (from > Math.max(0, at - reach) && !/^(?:[;:.?!]|\.{3})$/.test(words[from - 1] as string)) {
    if (words[from - 1] === '"') {
      const open = from < 3 ? -1 : words.lastIndexOf('"', from - 2);
      if (open < 1 || words.slice(open + 1, from - 1).some((w) => /^[;:.?!,]$/.test(w))) break;
      from = open;
    } else from--;
  }
  return from;
}

/** Whether somebody was asked something in the words before or behind a place. */
export function askedAround({ words }: Line, at: number): boolean {
  const start = Math.max(0, at - 40);
  for (let i = start; i < Math.min(words.length, at + 16); i++) {
    const word = words[i] as string;
    if (i > at && /^[.;:!?"]$/.test(word)) return false;
    const next = words[i + 1] ?? "";
    if (
      isPart(word, "asked") &&
      /^(?:about|if|whether|why|how|what|who|when|where|which|on|twice|by|again|repeatedly|to|\p{Ll}+ times)$/u.test(
        next,
      )
    ) {
      // "He was asked to leave" is a bidding.
      if (next !== "to" || /^(?:say|explain|name|comment|describe|identify|elaborate)$/.test(words[i + 2] ?? ""))
        return true;
    }
    // "Asked in the corridor if she would stay", "listened to the question".
    if (isPart(word, "asked") && words.slice(i + 1, i + 7).some((w) => /^(?:if|whether|about|why)$/.test(w)))
      return true;
    if (word === "question" && /^(?:of|who|whether|why|how|what|when|where|about)$/.test(next)) return true;
    if (/^(?:question|questions)$/.test(word) && /^(?:to|by|at)$/.test(words[i - 2] ?? "") && i < at) return true;
    if (
      i > at &&
      word === "when" &&
      (/^(?:asked|pressed|questioned|contacted|reached)$/.test(next) || callsOn(words, i + 1))
    )
      return true;
    if (/^(?:reached|contacted)$/.test(word) && /^(?:by|at|on)$/.test(next)) return true;
  }
  return false;
}

/** "The paper rang", "reporters asked": who calls is of the press. */
function callsOn(words: readonly string[], from: number): boolean {
  for (let i = from; i < from + 6; i++)
    if (/^(?:rang|phoned|telephoned|called|contacted|approached|asked)$/.test(words[i] ?? "")) return true;
  return false;
}
