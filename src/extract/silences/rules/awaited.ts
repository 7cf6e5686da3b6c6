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
  at: new Set([
    "absence",
    "lack",
    "waiting",
    "awaiting",
    "not",
    "n't",
    "changed",
    "changes",
    "only",
    "none",
    "open",
    "passed",
    "passes",
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "absence" || word === "lack") return absence(line, i);
    if (word === "waiting" || word === "awaiting") return waiting(line, i);
    if (word === "none") return noneOf(line, i);
    // "Left open whether she would stay".
    if (word === "open")
      return /^(?:left|leaves|leaving)$/.test(words[i - 1] ?? "") && vocabulary().wh.has(words[i + 1] ?? "")
        ? { from: i - 1, to: i + 1, kind: "detail-withheld", who: "before" }
        : null;
    if (word === "passed" || word === "passes") {
      const silence =
        words[i + 1] === "over"
          ? ahead(
              line,
              i + 3,
              9,
              (w, k) =>
                (w === "silence" && words[k - 1] === "in") ||
                (/^(?:sentence|line|paragraph|clause)$/.test(w) && words.slice(i + 3, k).includes("in")),
            )
          : -1;
      return silence > 0
        ? {
            from: i,
            to: i + 2,
            kind: "topic-not-mentioned",
            who: "before",
            left: { from: i + 2, to: words.indexOf("in", i + 3) },
          }
        : null;
    }
    if (word === "changed" || word === "changes")
      return words[i + 1] === "the" &&
        /^(?:subject|topic)$/.test(words[i + 2] ?? "") &&
        words.slice(0, i).some((w) => /^(?:asked|pressed|questioned|quizzed)$/.test(w))
        ? { from: i, to: i + 3, kind: "answer-not-given", who: "before" }
        : null;
    // "Would say only that the talks went on": who says no more was asked for more.
    if (word === "only")
      return words[i - 1] === "say" && words[i - 2] === "would" && /^(?:that|["'])$/.test(words[i + 1] ?? "")
        ? { from: i - 2, to: i + 1, kind: "answer-not-given", who: "before", left: { from: i, to: i }, keeps: true }
        : null;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (!DO.has(helper) && !HAVE.has(helper)) return null;
    return unseen(line, before, i) ?? unattended(line, before, i) ?? notRaised(line, before, i);
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

/** "Prices, which took up most of last year's talks, did not come up at all", "the word did not appear once". */
function notRaised(line: Line, helper: number, not: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (!DO.has(words[helper] ?? "")) return null;
  const at = pastAdverbs(line, not + 1);
  const behind = words[at + 1] === "up" ? at + 2 : at + 1;
  const ends = /^(?:[.,;"]|at|once|in|during|)$/.test(words[behind] ?? "");
  const comesUp = words[at] === "come" && words[at + 1] === "up" && ends;
  const named =
    /^(?:appear|occur|feature|figure)$/.test(words[at] ?? "") &&
    ends &&
    words.slice(Math.max(0, helper - 10), helper).some((w) => /^(?:words?|phrases?|terms?|references?)$/.test(w));
  return comesUp || named
    ? { from: helper, to: behind, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true }
    : null;
}

/** "Printed none of his remarks", "named none of the ministers". */
function noneOf(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (words[i + 1] !== "of") return null;
  const verb = words[i - 1] ?? "";
  if (/^(?:named|names|naming|identified|identifying)$/.test(verb))
    return { from: i - 1, to: i + 2, kind: "detail-withheld", who: "before" };
  return /^(?:printed|prints|carried|carries|quoted|quotes|published|aired|broadcast|reported)$/.test(verb) &&
    ahead(line, i + 2, 4, (w) => /^(?:remarks|words|speech|comments|answers|quotes)$/.test(w)) > 0
    ? { from: i - 1, to: i, kind: "content-withheld", who: "before", carried: "only", left: "behind" }
    : null;
}

/** "Marsh, who had been invited, did not turn up". */
function unattended(line: Line, helper: number, not: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const at = pastAdverbs(line, not + 1);
  const comes =
    /^(?:attend|appear|come|appeared)$/.test(words[at] ?? "") ||
    (/^(?:turn|show|turned|shown)$/.test(words[at] ?? "") && words[at + 1] === "up");
  if (!comes || (words[at] === "come" && words[at + 1] === "up")) return null;
  const due = words
    .slice(Math.max(0, helper - 16), helper)
    .some((w, k, part) => /^(?:invited|summoned|expected|scheduled|due)$/.test(w) && part[k - 1] !== "not");
  return due ? { from: helper, to: words[at + 1] === "up" ? at + 2 : at + 1, kind: "act-absent", who: "before" } : null;
}
