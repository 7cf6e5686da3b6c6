import { absentNoun } from "../complement.ts";
import { BE, type DenialRule, DO, HAVE, type Line, ahead, beforeAdverbs, pastAdverbs } from "../line.ts";
import { vocabulary } from "../vocabulary.ts";

const PICTURES = /^(?:photos?|photographs?|pictures?|images?|footage|video|videos|broadcast|clip)$/;
/** Who is asked, called or written to keeps these back. */
const ABSENT =
  /^(?:mentions?|references?|apology|condemnation|criticism|condolences?|congratulations?|explanation|response|reply|comments?|message|statement|acknowledge?ment|denial)$/;

/**
 * What was waited for and did not come: "the absence of any reference to the raid", "is still waiting for a reply", "who had been
 * invited, did not turn up", "the photographs did not show him", "changed the subject", "would say only that".
 */
export const awaited: DenialRule = {
  name: "awaited-1",
  at: new Set(["absence", "lack", "waiting", "awaiting", "not", "n't", "changed", "changes", "only"]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "absence" || word === "lack") return absence(line, i);
    if (word === "waiting" || word === "awaiting") return waiting(line, i);
    if (word === "changed" || word === "changes")
      return words[i + 1] === "the" &&
        /^(?:subject|topic)$/.test(words[i + 2] ?? "") &&
        words.slice(0, i).some((w) => /^(?:asked|pressed|questioned|quizzed)$/.test(w))
        ? { from: i, to: i + 3, kind: "answer-not-given", who: "before" }
        : null;
    // "Would say only that the talks went on": who says no more was asked for more.
    if (word === "only")
      return words[i - 1] === "say" && words[i - 2] === "would" && /^(?:that|["'])$/.test(words[i + 1] ?? "")
        ? { from: i - 2, to: i + 1, kind: "answer-not-given", who: "before", left: { from: i, to: i } }
        : null;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (!DO.has(helper) && !HAVE.has(helper)) return null;
    return unseen(line, before, i) ?? unattended(line, before, i);
  },
};

function absence(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  // "In the absence of a reply": what is done then, is told; "lack of an answer to the riddle" too.
  if (words[i + 1] !== "of" || (words[i - 1] === "the" && words[i - 2] === "in")) return null;
  const noun = absentNoun(line, i + 2, 4);
  if (!noun || !ABSENT.test(words[noun.at] ?? "")) return null;
  let from = i;
  while (
    from > Math.max(0, i - 3) &&
    /^(?:the|an?|its|\p{Ll}+(?:ing|ous|lete|table|otal|vious))$/u.test(words[from - 1] ?? "")
  )
    from--;
  return { from, to: noun.at + 1, kind: noun.kind, who: "nobody", noun: true, bare: true };
}

function waiting(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  if (!BE.has(words[before] ?? "") || !words.slice(before - 1, i).includes("still")) return null;
  const at = words[i] === "waiting" ? (words[i + 1] === "for" ? i + 2 : -1) : i + 1;
  const reply = at > 0 ? ahead(line, at, 4, (w) => /^(?:repl(?:y|ies)|answers?|responses?)$/.test(w)) : -1;
  if (reply < 0) return null;
  let opens = before;
  while (opens > 0 && before - opens < 12 && !/^(?:[,;:."]|and|but|that|while)$/.test(words[opens - 1] as string))
    opens--;
  return { from: before, to: reply + 1, kind: "answer-not-given", who: "behind", opens };
}

/** "Photographs from the parade did not show him": a picture of a thing tells of nothing. */
function unseen(line: Line, helper: number, not: number): ReturnType<DenialRule["find"]> {
  const { words, tokens } = line;
  const at = pastAdverbs(line, not + 1);
  if (!/^(?:show|shown|include|included|feature|featured)$/.test(words[at] ?? "")) return null;
  const isPerson =
    /^(?:him|her|them)$/.test(words[at + 1] ?? "") ||
    (/^\p{Lu}\p{Ll}/u.test(tokens[at + 1]?.reads ?? "") && /^\p{Lu}\p{Ll}/u.test(tokens[at + 2]?.reads ?? "")) ||
    (/^(?:his|her|the)$/.test(words[at + 1] ?? "") &&
      /^(?:wife|husband|daughter|son|deputy|minister|general|leader)$/.test(words[at + 2] ?? ""));
  let start = helper;
  while (start > 0 && helper - start < 12 && !/^(?:[,;:."]|and|but|that)$/.test(words[start - 1] as string)) start--;
  const picture = words.slice(start, helper).some((w) => PICTURES.test(w) || vocabulary().channels.has(w));
  return isPerson && picture ? { from: helper, to: at + 1, kind: "topic-not-mentioned", who: "before" } : null;
}

/** "Marsh, who had been invited, did not turn up". */
function unattended(line: Line, helper: number, not: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const at = pastAdverbs(line, not + 1);
  const comes =
    /^(?:attend|appear|come)$/.test(words[at] ?? "") ||
    (/^(?:turn|show)$/.test(words[at] ?? "") && words[at + 1] === "up");
  if (!comes || !DO.has(words[helper] ?? "")) return null;
  const due = words
    .slice(Math.max(0, helper - 16), helper)
    .some((w, k, part) => /^(?:invited|summoned|expected|scheduled|due)$/.test(w) && part[k - 1] !== "not");
  return due ? { from: helper, to: words[at + 1] === "up" ? at + 2 : at + 1, kind: "act-absent", who: "before" } : null;
}
