import { absentNoun, unsaidBy } from "../complement.ts";
import {
  BE,
  DO,
  type DenialRule,
  HAVE,
  WILL,
  type Line,
  ahead,
  hasClass,
  isAuxiliary,
  pastAdverbs,
  verbAt,
} from "../line.ts";

/** The longest subject between "nor did" and its verb, in words. */
const REACH = 9;

/** "nor did he criticise", "nowhere did she mention", "not once has he mentioned", "neither has the ministry commented", "neither the bank nor its lawyer responded". */
export const norDid: DenialRule = {
  name: "nor-did-1",
  at: new Set(["nor", "neither", "nowhere", "once"]),
  find(line, i) {
    const { words } = line;
    const helper = words[i + 1] ?? "";
    if (words[i] === "nowhere") {
      const verb = ahead(line, i + 1, 8, (w) => DO.has(w) || HAVE.has(w));
      return verb > 0 ? inverted(line, verb - 1, HAVE.has(words[verb] ?? "") ? ["participle"] : ["base"], i) : null;
    }
    // "Not once mentioned the islands".
    if (words[i] === "once" && words[i - 1] === "not") {
      const unsaid = unsaidBy(line, i + 1, ["past"]);
      if (unsaid?.kind) return { from: i - 1, to: Math.max(unsaid.to, i + 2), kind: unsaid.kind, who: "before" };
    }
    if (words[i] === "once")
      return words[i - 1] === "not" && (DO.has(helper) || HAVE.has(helper))
        ? inverted(line, i, HAVE.has(helper) ? ["participle"] : ["base"], i - 1)
        : null;
    // "Nor would he comment", but "neither would comment".
    const pair = (): ReturnType<DenialRule["find"]> => (words[i] === "neither" ? neitherOf(line, i) : null);
    if (DO.has(helper) || WILL.has(helper)) return inverted(line, i, ["base"]) ?? pair();
    if (HAVE.has(helper)) return inverted(line, i, ["participle"]) ?? pair();
    if (helper === "was" || helper === "were") return mentionOf(line, i);
    if (words[i] === "neither") {
      if (/^(?:confirm|confirmed|confirms|confirming)$/.test(helper) && words[i + 2] === "nor")
        return { from: isAuxiliary(words[i - 1]) ? i - 1 : i, to: i + 4, kind: "answer-not-given", who: "before" };
      // "He would neither say who had paid nor how much".
      const aux = words[i - 1] ?? "";
      if (WILL.has(aux) || DO.has(aux) || HAVE.has(aux)) {
        const unsaid = unsaidBy(line, i + 1, HAVE.has(aux) ? ["participle"] : ["base"]);
        if (unsaid?.kind)
          return {
            from: i - 1,
            to: Math.max(unsaid.to, i + 2),
            kind: WILL.has(aux) && helper === "say" ? "answer-not-given" : unsaid.kind,
            who: "before",
          };
      }
      return neitherNoun(line, i) ?? neitherOf(line, i);
    }
    return null;
  },
};

/** "Gave neither a date nor a place", "offering neither proof nor an apology". */
function neitherNoun(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const verb = verbAt(line, i - 1, ["past", "ing", "s", "participle"]);
  if (!hasClass(verb, "light")) return null;
  const noun = absentNoun(line, i + (/^(?:an?|the|any)$/.test(line.words[i + 1] ?? "") ? 2 : 1), 3);
  const nor = noun ? ahead(line, noun.at + 1, 8, (w) => w === "nor") : -1;
  if (!noun || nor < 0) return null;
  return { from: i - 1, to: nor + 1, kind: noun.kind, who: "before" };
}

function inverted(
  line: Line,
  i: number,
  forms: readonly ("base" | "participle")[],
  from = i,
): ReturnType<DenialRule["find"]> {
  const first = i + 2;
  for (let at = first + 1; at <= first + REACH; at++) {
    const word = line.words[at];
    if (word === undefined || /^[.,;:!?"]$/.test(word) || BE.has(word)) return null;
    const verb = pastAdverbs(line, at);
    const unsaid = unsaidBy(line, verb, forms);
    // "nor did it say that the road was clear" is a denied statement by itself.
    if (unsaid)
      return {
        from,
        to: Math.max(unsaid.to, verb + 1),
        kind: unsaid.kind ?? (line.words[verb + 1] === "that" ? "topic-not-mentioned" : null),
        who: { from: first, to: at },
      };
  }
  return null;
}

/** "nor was there any mention of": */
function mentionOf({ words }: Line, i: number): ReturnType<DenialRule["find"]> {
  for (let at = i + 2; at < Math.min(words.length, i + 7); at++)
    if (/^(?:mention|reference)$/.test(words[at] as string))
      return { from: i, to: at + 1, kind: "topic-not-mentioned", who: "nobody" };
  return null;
}

/** "Neither the ministry nor the bank responded": both are silent. */
function neitherOf(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  // "And neither apologised", "neither would comment": the two were named before.
  for (let at = i + 1; at < Math.min(words.length, i + 22); at++) {
    const word = words[at] as string;
    if (/^[.;:"]$/.test(word)) return null;
    // "Neither the bank nor its owner's sons would comment".
    if (word === "'s") continue;
    const helper = DO.has(word) || HAVE.has(word) || WILL.has(word);
    const start = helper || word === "immediately" ? pastAdverbs(line, at + (helper ? 1 : 0)) : at;
    if (BE.has(word)) {
      const free = pastAdverbs(line, at + 1);
      return /^(?:available|reachable)$/.test(words[free] ?? "")
        ? { from: at, to: free + 1, kind: "answer-not-given", who: { from: i, to: at } }
        : null;
    }
    if (
      WILL.has(word) &&
      words[start] === "be" &&
      /^(?:reached|contacted|located)$/.test(words[pastAdverbs(line, start + 1)] ?? "")
    )
      return { from: at, to: pastAdverbs(line, start + 1) + 1, kind: "answer-not-given", who: { from: i, to: at } };
    const unsaid = unsaidBy(line, start, helper ? (HAVE.has(word) ? ["participle"] : ["base"]) : ["past"]);
    if (unsaid && unsaid.kind !== null)
      return {
        from: at,
        to: Math.max(unsaid.to, start + 1),
        kind: WILL.has(word) && /^(?:say|tell)$/.test(words[start] ?? "") ? "answer-not-given" : unsaid.kind,
        who: { from: i, to: at },
      };
  }
  return null;
}
