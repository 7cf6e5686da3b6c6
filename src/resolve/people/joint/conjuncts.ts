import { kindsOf } from "../../tables.ts";

/** No report has more speak as one. */
const MOST = 6;
const LONGEST = 240;

/** A part of a phrase, from its first character to behind its last. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Words with which somebody else begins behind "and": "the board and its chairman", "Quill and two anglers". */
const OPENS =
  /^(?:the|an?|his|her|its|their|our|another|other|others|some|many|several|most|all|two|three|four|five|six|\d+)\s/i;
/** What hangs something on the words before it: behind it "and" may join only what hangs there. */
const HANGS =
  /\s(?:of|for|between|against|with|from|in|on|to|by|among|at|about|who|which|that|whose|like|including)\s/i;
/** What stands behind a name tells what its bearer is: ", the dike company,", ", head of the board". */
const APPOSED = /^(?:(?:an?|the|its|his|her|their|our)\s)?\p{Ll}/u;

/** "Quill and Birch both", "the Board and the Union each" */
const EACH = /\s(?:both|each|all|alike|together|jointly)$/;
/** "anglers, including Quill and Birch": those behind it are some of those before. */
const SOME_OF = /\b(?:including|such as|among|like|especially|notably)\s/;
/** Many who are named behind what they are: "the two candidates, Mara Quill and Tom Birch". */
const MANY_NAMED = /^(?:the|both|his|her|its|two|three|four)\s[^,]*?\p{Ll}s(?:,| (?:--|—|–)) (?=\p{Lu})/iu;

/**
 * Those who speak as one in a phrase, each with what stands behind his name; null where one speaks, or where "and" may join
 * only what hangs on the first: "the head of the board and the union".
 */
export function conjunctsOf(words: string): readonly Part[] | null {
  const phrase = words.replace(/,? (?:--|—|–)?$/, "").replace(EACH, "");
  if (phrase.length > LONGEST || !/\sand\s/.test(phrase) || SOME_OF.test(phrase)) return null;
  const start = MANY_NAMED.exec(phrase)?.[0].length ?? 0;
  const joins = topLevel(phrase).filter(({ from }) => from >= start);
  const and = joins.find(({ word }) => word === "and");
  if (!and) return null;
  const before = joins.filter((join) => join.from < and.from);
  const next = joins.find(({ from, word }) => from > and.from && word === "and");
  // "the union and the campaigns of Quill and Birch": a second "and" only joins what hangs on the last.
  if (next && !HANGS.test(phrase.slice(and.to, next.from + 1))) return null;
  const parts: Part[] = [];
  let from = start;
  let told = false;
  for (const join of [...before, and]) {
    const part = { from, to: join.from };
    const apposed = APPOSED.test(phrase.slice(part.from, part.to)) && !isMany(phrase.slice(part.from, part.to));
    const previous = parts.at(-1);
    // "Norda, the dike company, and its owner": the second part tells what the first is.
    if (previous && apposed) parts[parts.length - 1] = { from: previous.from, to: part.to };
    else parts.push(part);
    told ||= previous !== undefined && apposed;
    from = join.to;
  }
  const last = { from, to: phrase.length };
  const opened = phrase.slice(last.from, last.to);
  // "Mara Quill, a diver and a host": the apposition goes on.
  if (told && !(phrase[and.from] === "," && /^(?:(?:his|her|its) |\p{Lu})/u.test(opened))) return null;
  const firsts = parts.map((part) => phrase.slice(part.from, part.to).split(", ")[0] as string);
  if (firsts.some((first) => HANGS.test(first) || !(OPENS.test(first) || /^\p{Lu}/u.test(first) || isMany(first))))
    return null;
  // "North, South and East Committees", "Tarvian and Ostrelian divers": one noun for all of them.
  const shares = !OPENS.test(opened) && / \S*\p{Ll}s(?= (?:of|for|in|from|at)\s|$)/u.test(opened);
  if (shares && firsts.some((first) => /^(?:the )?\S+$/.test(first))) return null;
  // "Prof. and Dr. Quill", "President and Mrs. Birch": a title by itself is nobody.
  if (firsts.some((first) => !first.includes(" ") && (first.endsWith(".") || kindsOf(first).has("office"))))
    return null;
  if (!OPENS.test(opened) && !/^\p{Lu}/u.test(opened) && !isMany(opened)) return null;
  parts.push(last);
  return parts.length <= MOST ? parts : null;
}

/** "divers of the port": many, by their noun. */
function isMany(words: string): boolean {
  const noun =
    words
      .split(/,|\s(?:of|for|in|from|with|at|to|on|who)\s/)[0]
      ?.split(" ")
      .at(-1) ?? "";
  return /^\p{Ll}+s$/u.test(noun) && kindsOf(noun).size > 0;
}

interface Join extends Part {
  readonly word: string;
}

/** The commas and the "and" of a phrase that stand in no brackets or marks. */
function topLevel(phrase: string): Join[] {
  const hidden = phrase.replace(/\([^)]*\)|["“][^"”]*["”]/g, (inner) => "x".repeat(inner.length));
  return [...hidden.matchAll(/,?\sand\s|,\s(?!Jr\b|Sr\b|Inc\b|Ltd\b|L\.P|\d)/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: match[0].includes("and") ? "and" : ",",
  }));
}
