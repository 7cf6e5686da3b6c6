import { clauseEnd } from "../silences/clause.ts";
import { type Line, type Stretch, isAdverb } from "../silences/line.ts";
import { appearanceWords } from "./appearanceWords.ts";

/** The name with its office before it, "Chief of General Staff Pak Su Il": where the name begins is known later. */
export function titleOf({ words }: Line, { from, to }: Stretch): Stretch | null {
  const { office } = appearanceWords();
  let start = from;
  while (start < to && /^(?:the|his|her|its|former|then|outgoing)$/.test(words[start] as string)) start++;
  const titled = words.slice(start, Math.min(to - 1, start + 6)).some((word) => office.has(word));
  return titled && !words.slice(start, to).includes(",") ? { from: start, to } : null;
}

/** Whether the clause is only supposed: "if he were elected", "whoever was named". */
export function isUnreal({ words }: Line, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 9); k--) {
    if (/^[,;:.!?"]$/.test(words[k] as string)) return false;
    if (
      /^(?:if|unless|whether|whoever|should|until|would|why|once)$/.test(words[k] as string) ||
      (k === 0 && words[k] === "had")
    )
      return true;
  }
  return false;
}

/** The auxiliaries before a participle: whether they make a passive, and whether it is only expected. */
export function helperBefore(
  line: Line,
  i: number,
): { at: number; passive: boolean; expected: boolean; denied: boolean } {
  const { words } = line;
  let at = i;
  let passive = false;
  let expected = false;
  let denied = false;
  while (at > 0 && at > i - 10) {
    const word = words[at - 1] as string;
    if (/^(?:was|were|be|been|being|got)$/.test(word)) passive = true;
    else if (/^(?:is|are)$/.test(word)) {
      // "is to be appointed" is to come; "is elected" tells of no day.
      if (words[at] === "to") expected = true;
      else if (!expected && words[at] !== "being") passive = false;
    } else if (/^(?:not|n't|never)$/.test(word)) denied = true;
    else if (
      /^(?:expected|likely|tipped|set|due|slated|poised|will|would|may|might|could|should|about|rumoured|rumored)$/.test(
        word,
      )
    )
      expected = true;
    else if (
      !/^(?:has|have|had|to|also|later|recently|then|just|newly|directly|formally|unanimously|officially|"|subsequently|soon|today|yesterday|widely|re|being|first|once)$/.test(
        word,
      ) &&
      !isAdverb(word)
    )
      break;
    at--;
  }
  // "the first to be appointed": no finite verb tells it.
  if (passive && !expected && words[at] === "to") passive = false;
  // "the newly appointed minister": a participle before a noun.
  if (at === i || (!passive && /^(?:the|a|an)$/.test(words[at - 1] ?? "")))
    return {
      at,
      passive: false,
      expected,
      denied: denied || /^(?:the|a|an|his|her|its|their)$/.test(words[at - 1] ?? ""),
    };
  return { at, passive: passive && !denied, expected, denied };
}

/** The office behind the verb: "as head of the navy", "to the Central Committee", "foreign minister". Null where none is named. */
export function officeIn(line: Line, from: number): Stretch | null {
  const { words } = line;
  const { office, body } = appearanceWords();
  let start = from;
  const end = clauseEnd(line, from, Math.min(words.length, from + 24));
  if (end <= from) return null;
  // "resigned from Congress", "resigned from the Foundling Trust"
  const seat = words[from] === "from" ? (/^(?:the|his|her)$/.test(words[from + 1] ?? "") ? from + 2 : from + 1) : -1;
  if (seat > 0 && /^\p{Lu}\p{Ll}/u.test(line.tokens[seat]?.reads ?? ""))
    return { from: seat, to: officeEnd(line, seat + 1, end) };
  for (let k = from; k < Math.min(end, from + 14); k++) {
    const word = words[k] as string;
    if (word === "as" || (/^(?:to|from|for)$/.test(word) && (k === from || (word !== "for" && start === from))))
      start = k + 1;
    if (/^(?:that|who|which|when|after|because)$/.test(word) || word === "by") return null;
    const named = office.has(word) || office.has(word.replace(/s$/, ""));
    const inBody = body.has(word) && (start > from || /^(?:his|her|their|the)$/.test(words[from] ?? ""));
    if (!named && !inBody) continue;
    while (start < k && /^(?:the|a|an|his|her|its|their|new)$/.test(line.tokens[start]?.reads ?? "")) start++;
    if (start === from && k > from + 5) return null;
    return { from: start === from ? officeStart(line, from, k) : start, to: officeEnd(line, k + 1, end) };
  }
  return null;
}

/** Where the office begins when a name stands before it: "named Ilse Brandvold chief engineer". */
function officeStart({ tokens, words }: Line, from: number, at: number): number {
  let start = at;
  while (
    start > from &&
    /^\p{Ll}/u.test(tokens[start - 1]?.reads ?? "") &&
    !/^(?:him|her|them|as|to|the|a|an)$/.test(words[start - 1] as string)
  )
    start--;
  // Without a small word between, the capitals before the office are a name or a title: "appointed Foreign Minister".
  return start === at && /^\p{Lu}/u.test(tokens[at]?.reads ?? "") ? from : start;
}

/** Where an office that goes on from here ends, no later than `end`. */
export function officeEnd({ words, tokens }: Line, from: number, end: number): number {
  let to = from;
  while (
    to < end &&
    (words[to] !== "to" || /^\p{Lu}/u.test(tokens[to + 1]?.reads ?? "")) &&
    !/^(?:[,;:.]|on|in|at|by|after|before|when|last|this|during|following|amid|under|one|two|three|four|five|six|seven|eight|nine|ten|who|which|and|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|replacing|succeeding|with|until|since|despite)$/.test(
      words[to] as string,
    )
  ) {
    // "for a period of three years"
    if (words[to] === "for" && /^(?:a|an|the|his|her|his|\d+)$/.test(words[to + 1] ?? "")) break;
    to++;
  }
  return to;
}

/** The person named behind a verb, with the office before the name: two capitals or more, or one alone. */
export function personIn({ words, tokens }: Line, from: number): Stretch | null {
  const { office } = appearanceWords();
  if (/^(?:him|her)$/.test(words[from] ?? "")) return { from, to: from + 1 };
  let at = from;
  while (/^(?:the|his|her|its|former|then|outgoing|acting|long-time|longtime)$/.test(words[at] ?? "")) at++;
  let k = at;
  while (
    k < at + 8 &&
    !/^\p{Lu}/u.test(tokens[k]?.reads ?? "") &&
    /^[\p{L}\d-]+$/u.test(words[k] ?? "") &&
    !/^(?:as|at|by|of|to|in|on|with|and)$/.test(words[k] as string)
  )
    k++;
  // Small words before a name are an office, "93-year-old" or nothing.
  if (k > at && !words.slice(at, k).some((w) => office.has(w) || w.endsWith("old"))) return null;
  const first = k;
  while (
    k < first + 7 &&
    (/^\p{Lu}/u.test(tokens[k]?.reads ?? "") || /^(?:bin|al|el|de|van|von|der|da|di|la|le|\.|-)$/.test(words[k] ?? ""))
  ) {
    if (words[k] === "." && !/^\p{Lu}/u.test(tokens[k + 1]?.reads ?? "")) break;
    if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(words[k] as string)) break;
    k++;
  }
  return k > first ? { from, to: k } : null;
}
