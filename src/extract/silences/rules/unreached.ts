import { subjectBefore } from "../clause.ts";
import { BE, type DenialRule, DO, type Line, WILL, ahead, beforeAdverbs, isAuxiliary, pastAdverbs } from "../line.ts";

const CALL =
  /^(?:calls?|phones?|telephones?|messages?|e-?mails?|requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|letters?|questions?|voicemails?|texts?)$/;
/** How far before "were not returned" the calls may be named, in words. */
const REACH = 25;

/** "could not be reached", "was not immediately available for comment", "calls were not returned", "went unanswered". */
export const unreached: DenialRule = {
  name: "unreached-1",
  at: new Set([
    "not",
    "n't",
    "cannot",
    "unavailable",
    "unreachable",
    "unanswered",
    "unreturned",
    "unable",
    "efforts",
    "attempts",
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (word === "unavailable" || word === "unreachable") {
      // A page or a village is not to be asked.
      if (
        word === "unreachable" &&
        /^(?:websites?|sites?|pages?|servers?|areas?|villages?|towns?|regions?|places?)$/.test(words[before - 1] ?? "")
      )
        return null;
      const free = BE.has(helper) || /^(?:and|,|remained|remains)$/.test(helper);
      if (!free || (word === "unavailable" && !/^(?:for|to)$/.test(words[i + 1] ?? ""))) return null;
      if (
        word === "unavailable" &&
        ahead(line, i + 1, 4, (w) => /^(?:comment|interview|questions|reached)$/.test(w)) < 0
      )
        return null;
      return { from: BE.has(helper) ? before : i, to: i + 1, kind: "answer-not-given", who: "before" };
    }
    if (word === "unable") return words[i + 1] === "to" && BE.has(helper) ? notReached(line, before, i + 2) : null;
    if (word === "efforts" || word === "attempts") return vainAttempt(line, i);
    if (word === "unanswered" || word === "unreturned") {
      if (!/^(?:went|go|gone|goes|left|remained|rang|rings)$/.test(helper)) return null;
      return callBefore(words, before)
        ? { from: before, to: i + 1, kind: "answer-not-given", who: "nobody", withSubject: true }
        : null;
    }
    const at = pastAdverbs(line, i + 1);
    if (helper === "could") {
      const missed = notReached(line, before, at);
      if (missed) return missed;
    }
    if ((WILL.has(helper) || word === "cannot") && words[at] === "be") {
      const reached = pastAdverbs(line, at + 1);
      // "A deal could not be reached", "the suspect could not be located": no call was made.
      if (
        /^(?:agreement|deal|compromise|consensus|settlement|verdict|decision|conclusion|accord|goals?|targets?|summit|village|town|area)$/.test(
          words[before - 1] ?? "",
        ) ||
        (words[reached] === "located" && ahead(line, reached + 1, 4, (w) => /^(?:comment|interview)$/.test(w)) < 0)
      )
        return null;
      return /^(?:reached|contacted|located)$/.test(words[reached] ?? "") &&
        !/^(?:on|by|at|within|if|unless)$/.test(words[reached + 1] ?? "")
        ? { from: word === "cannot" ? i : before, to: reached + 1, kind: "answer-not-given", who: "before" }
        : null;
    }
    if (
      DO.has(helper) &&
      words[at] === "make" &&
      ahead(line, at + 1, 3, (w) => /^(?:himself|herself|itself|themselves)$/.test(w)) > 0 &&
      ahead(line, at + 2, 3, (w) => w === "available") > 0
    )
      return { from: before, to: at + 3, kind: "answer-not-given", who: "before" };
    if (BE.has(helper) || helper === "been") {
      const from = helper === "been" && isAuxiliary(words[before - 1]) ? before - 1 : before;
      if (words[at] === "made" && words[at + 1] === "available" && words[at + 2] === "for")
        return { from, to: at + 2, kind: "answer-not-given", who: "before" };
      if (words[at] === "available" && detailsBefore(words, before) && !/^(?:for|to|in|at)$/.test(words[at + 1] ?? ""))
        return { from, to: at + 1, kind: "detail-withheld", who: "nobody", aboutBefore: true };
      if (/^(?:available|reachable)$/.test(words[at] ?? ""))
        return words[at] === "reachable" ||
          ahead(line, at + 1, 5, (w) => /^(?:comment|interview|interviewed|questions)$/.test(w)) > 0
          ? { from, to: at + 1, kind: "answer-not-given", who: "before" }
          : null;
      const past = words[at] === "been" ? pastAdverbs(line, at + 1) : at;
      if (/^(?:returned|answered)$/.test(words[past] ?? "") && callBefore(words, before))
        return { from, to: past + 1, kind: "answer-not-given", who: "nobody", withSubject: true };
    }
    if (/^(?:has|have|had)$/.test(helper) && words[at] === "been") {
      const past = pastAdverbs(line, at + 1);
      if (/^(?:returned|answered)$/.test(words[past] ?? "") && callBefore(words, before))
        return { from: before, to: past + 1, kind: "answer-not-given", who: "nobody", withSubject: true };
    }
    return null;
  },
};

/** "The paper was unable to reach Mara Quill", "could not contact her": a deal or a summit is reached otherwise. */
function notReached(line: Line, from: number, verb: number): ReturnType<DenialRule["find"]> {
  const { words, tokens } = line;
  if (!/^(?:reach|contact)$/.test(words[verb] ?? "")) return null;
  const first = verb + 1;
  let to = first;
  if (/^(?:him|her|them)$/.test(words[first] ?? "")) to++;
  else while (to < first + 5 && /^\p{Lu}\p{L}*\.?$/u.test(tokens[to]?.reads ?? "")) to++;
  // Rescuers reach people too: it is asked for a comment, or somebody is called by his title.
  const forWords =
    words[to] === "for" && ahead(line, to + 1, 3, (w) => /^(?:comments?|interview|response)$/.test(w)) > 0;
  const titled = /^(?:mr|ms|mrs|dr)\.?$/.test(words[first] ?? "");
  const isPerson = to > first && (forWords || titled);
  const { subject, remote } = subjectBefore(line, from);
  return isPerson
    ? { from: subject && !remote ? subject.from : from, to, kind: "answer-not-given", who: { from: first, to } }
    : null;
}

/** "Efforts to reach the owner were unsuccessful", "attempts to contact him failed". */
function vainAttempt(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (words[i + 1] !== "to" || !/^(?:reach|contact|interview|call)$/.test(words[i + 2] ?? "")) return null;
  const end = ahead(line, i + 3, 14, (w) => /^(?:unsuccessful|failed|successful|vain)$/.test(w));
  if (end < 0 || (words[end] === "successful" && words[end - 1] !== "not")) return null;
  let to = i + 3;
  while (to < end && !/^(?:were|was|have|had|on|for|failed|at|by|through|,)$/.test(words[to] as string)) to++;
  return { from: i, to: end + 1, kind: "answer-not-given", who: { from: i + 3, to: Math.max(to, i + 4) } };
}

/** "Details of the raid were not available": the noun heads its clause. */
function detailsBefore(words: readonly string[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - 8); k--) {
    if (/^(?:[.,;:"]|that|and|but)$/.test(words[k] as string)) return false;
    if (/^(?:details?|terms|figures?|results?|information|comment)$/.test(words[k] as string)) return true;
  }
  return false;
}

function callBefore(words: readonly string[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    if (/^[.;:"]$/.test(words[k] as string)) return false;
    if (CALL.test(words[k] as string)) return true;
  }
  return false;
}
