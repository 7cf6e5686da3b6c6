import { guessUnsaid, unsaidBy } from "../complement.ts";
import { BE, DO, type DenialRule, HAVE, WILL, beforeAdverbs, pastAdverbs, verbAt } from "../line.ts";
import { type VerbForm, vocabulary } from "../vocabulary.ts";

/** "did not mention", "has never apologised", "would not say when", "was not named", "cannot comment". */
export const deniedVerb: DenialRule = {
  name: "denied-verb-1",
  at: new Set(["not", "n't", "never", "cannot"]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "not" && /^(?:a|one)$/.test(words[i + 1] ?? "")) {
      const single = words[i + 2] === "single" ? 1 : 0;
      // "Not a word of regret": what kind of message it would have been.
      if (
        words[i + 2 + single] === "word" &&
        words[i + 3 + single] === "of" &&
        /^(?:regret|apology|sympathy|condolence|remorse|thanks|congratulation|condemnation|criticism|blame)$/.test(
          words[i + 4 + single] ?? "",
        )
      )
        return {
          from: /^(?:said|made|was|offered|heard)$/.test(words[i - 1] ?? "") ? i - 1 : i,
          to: i + 5 + single,
          kind: /^(?:condemnation|criticism|blame)$/.test(words[i + 4 + single] ?? "")
            ? "not-criticised"
            : "message-absent",
          who: words[i - 2] === "there" || i <= 1 ? "nobody" : "before",
          withSubject: true,
        };
      if (
        /^(?:word|mention|reference)$/.test(words[i + 2 + single] ?? "") &&
        /^(?:of|about|on|to)$/.test(words[i + 3 + single] ?? "")
      )
        return {
          from: /^(?:said|made|was)$/.test(words[i - 1] ?? "") ? i - 1 : i,
          to: i + 4 + single,
          kind: "topic-not-mentioned",
          who: words[i - 2] === "there" ? "nobody" : "before",
          withSubject: true,
        };
    }
    // "Faulted the bank for not disclosing the loan".
    if (word === "not" && /^(?:for|over)$/.test(words[i - 1] ?? "")) {
      const verb = pastAdverbs(line, i + 1);
      const unsaid = unsaidBy(line, verb, ["ing"]);
      // "For not releasing the papers" blames a deed.
      return unsaid?.kind && unsaid.kind !== "act-absent" && !verbAt(line, verb, ["ing"])?.classes.has("light")
        ? { from: i, to: Math.max(unsaid.to, verb + 1), kind: unsaid.kind, who: "nobody", bare: true }
        : null;
    }
    let auxiliary = word === "cannot" ? i : beforeAdverbs(line, i - 1);
    const helper = words[auxiliary] ?? "";
    let forms: readonly VerbForm[];
    if (word === "cannot" || DO.has(helper) || WILL.has(helper)) forms = ["base"];
    else if (HAVE.has(helper)) forms = ["participle"];
    else if (BE.has(helper)) return passive(line, auxiliary, i);
    else if (word === "never") {
      auxiliary = i;
      forms = ["past", "s"];
    } else return null;
    if (word === "never" && helper === "to") return null;
    // "Do not say so": nobody is told to have been silent. A question: "did he not say".
    if (/^(?:do|does)$/.test(helper) && auxiliary === 0) return null;
    let at = pastAdverbs(line, i + 1);
    let wanted = false;
    // "did not want to comment", "did not wish to discuss"
    if (/^(?:want|wish|care|choose|agree|offer|wanted|wished)$/.test(words[at] ?? "") && words[at + 1] === "to") {
      at = pastAdverbs(line, at + 2);
      forms = ["base"];
      wanted = true;
    } else if (
      /^(?:stop|stopped|pause|paused|wait|waited|stay|stayed|bother|bothered)$/.test(words[at] ?? "") &&
      words[at + 1] === "to"
    ) {
      // "Did not stop to answer questions": only an answer is waited for so.
      const next = pastAdverbs(line, at + 2);
      const unsaid = unsaidBy(line, next, ["base"]);
      return unsaid?.kind === "answer-not-given"
        ? { from: auxiliary, to: Math.max(unsaid.to, next + 1), kind: unsaid.kind, who: "before" }
        : null;
    } else if (/^(?:been|be)$/.test(words[at] ?? "") && HAVE.has(helper)) return passive(line, auxiliary, i, at + 1);
    if (words[at] === "reply" || words[at] === "respond" || words[at] === "answer") {
      // "Many voters do not answer polls": a habit.
      if (/^(?:do|does|can|ca|cannot)$/.test(helper)) return null;
    }
    // "Most voters do not blame the mayor", "families do not discuss money".
    if (
      (helper === "do" &&
        /^(?:discuss|mention|address|acknowledge|refer|apologi[sz]e|blame|condemn|fault|accuse|critici[sz]e|denounce)$/.test(
          words[at] ?? "",
        ) &&
        !namesText(line, auxiliary)) ||
      (helper === "does" && /^(?:blame|fault|accuse)$/.test(words[at] ?? ""))
    )
      return null;
    // Police who could not identify a body did not find out.
    if (
      /^(?:can|could|ca|cannot)$/.test(word === "cannot" ? word : helper) &&
      /^(?:identify|describe|release|share|offer)$/.test(words[at] ?? "")
    )
      return null;
    // Habits and manners of speech: "do not use the word", "do not recognise", "do not tell".
    if (/^(?:do|does)$/.test(helper) && /^(?:use|utter|recogni[sz]e|tell|congratulate)$/.test(words[at] ?? ""))
      return null;
    if (describesItself(line, auxiliary, at)) return null;
    const unsaid =
      unsaidBy(line, at, forms) ?? (/^(?:would|wo)$/.test(helper) && word !== "never" ? guessUnsaid(line, at) : null);
    if (!unsaid) return null;
    if (words[at] === "testify" || words[at] === "testified") return null;
    // A will to be silent is a silence only where a question was put: "would not criticise" may be foretold.
    if (WILL.has(helper) || word === "cannot") {
      const lemma = verbAt(line, at, forms)?.lemma ?? words[at];
      if (
        !/^(?:put|speculate|estimate|project|predict|forecast|characteri[sz]e|say|detail|indicate|comment|discuss|answer|name|identify|confirm|elaborate|disclose|reveal|specify|give|provide|be|tell|explain|clarify|speak|talk|go|divulge|release|share|offer|take|respond|address|describe)$/.test(
          lemma ?? "",
        )
      )
        return null;
      if (unsaid.kind === "topic-not-mentioned" && !/^(?:discuss|talk|speak)$/.test(lemma ?? "")) return null;
      // "Vowed he would never respond": what is to be, not what was asked.
      if (word === "never" && !/^(?:say|tell|comment|discuss)$/.test(lemma ?? "")) return null;
      if (
        /^(?:will|wo)$/.test(helper) &&
        !(lemma === "be" && unsaid.kind === "answer-not-given") &&
        !/^(?:say|speculate|disclose|divulge|specify|elaborate|comment|discuss|tell|confirm)$/.test(lemma ?? "")
      )
        return null;
      if (/^(?:give|provide|respond|take|address)$/.test(lemma ?? "") && /^(?:can|ca|cannot)$/.test(helper))
        return null;
      // "cannot say enough about the team"
      if (lemma === "say" && unsaid.kind === null && !/^(?:would|wo|will)$/.test(helper)) return null;
      const kind =
        unsaid.kind !== null &&
        (unsaid.kind === "topic-not-mentioned" || /^(?:comment|say|indicate|explain|tell)$/.test(lemma ?? ""))
          ? "answer-not-given"
          : unsaid.kind;
      return { from: auxiliary, to: Math.max(unsaid.to, at + 1), kind, who: "before" };
    }
    const kind =
      wanted && /^(?:discuss|talk|speak|say)$/.test(words[at] ?? "") && unsaid.kind !== null
        ? "answer-not-given"
        : unsaid.kind;
    return { from: auxiliary, to: Math.max(unsaid.to, at + 1), kind, who: "before" };
  },
};

/** "The law does not address fishing": what a text rules, not what somebody kept back. */
function describesItself({ words }: Parameters<DenialRule["find"]>[0], auxiliary: number, at: number): boolean {
  if (
    !/^(?:do|does)$/.test(words[auxiliary] ?? "") ||
    !/^(?:address|mention|refer|define|specify|say)$/.test(words[at] ?? "")
  )
    return false;
  for (let k = auxiliary - 1; k >= Math.max(0, auxiliary - 6); k--) {
    if (/^[,;:."]$/.test(words[k] as string)) return false;
    if (
      /^(?:bills?|laws?|act|statutes?|constitution|amendment|treaty|rules?|regulations?|ordinance|code|clause)$/.test(
        words[k] as string,
      )
    )
      return true;
  }
  return false;
}

/** Whether the subject before the auxiliary is something that is read or heard: "the letters do not mention". */
function namesText({ words }: Parameters<DenialRule["find"]>[0], auxiliary: number): boolean {
  return words.slice(Math.max(0, auxiliary - 8), auxiliary).some((w) => vocabulary().scopes.has(w));
}

/** Nouns whose plain "was not released" is a silence: others may be prisoners. */
const HELD_BACK =
  /^(?:names?|details?|results?|text|transcript|terms|price|cause|identit(?:y|ies)|amounts?|figures?|report|video|footage|recordings?|findings|figures|numbers?|sums?|value|location|reasons?|dates?|motive|contents?|list|agenda|age|agess?|nationalit(?:y|ies)|documents?|records?|timetable|schedule|agreement|contract|letter|memo|recording|audit|advice)$/;

/** "the terms were not disclosed", "the leader was not mentioned", "is not saying who". */
function passive(
  line: Parameters<DenialRule["find"]>[0],
  auxiliary: number,
  not: number,
  from = not + 1,
): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const at = pastAdverbs(line, from);
  const word = words[at] ?? "";
  if (/^(?:saying|commenting|naming|discussing|disclosing)$/.test(word)) {
    const unsaid = unsaidBy(line, at, ["ing"]);
    return unsaid && { from: auxiliary, to: Math.max(unsaid.to, at + 1), kind: unsaid.kind, who: "before" };
  }
  // "That pledge was not repeated": words of before were to be heard again.
  if (
    /^(?:repeated|reiterated|renewed)$/.test(word) &&
    words
      .slice(Math.max(0, auxiliary - 5), auxiliary)
      .some((w) =>
        /^(?:pledge|promise|threat|vow|warning|demand|call|offer|assurance|apology|praise|invitation)s?$/.test(w),
      )
  )
    return { from: auxiliary, to: at + 1, kind: "message-absent", who: "nobody", aboutBefore: true };
  const verb = verbAt(line, at, ["participle"]);
  if (!verb) return null;
  // "The crew has not been told whether it will be paid".
  if (word === "told")
    return vocabulary().wh.has(words[at + 1] ?? "")
      ? { from: auxiliary, to: at + 1, kind: "detail-withheld", who: "nobody", withSubject: true }
      : null;
  if (/^(?:named|identified)$/.test(word) && /^(?:to|as|after|for|with)$/.test(words[at + 1] ?? "")) return null;
  // "An official who was not named": how a source is described.
  const relative = /^(?:who|which|that)$/.test(words[auxiliary - 1] ?? "");
  if (/^(?:named|identified|quoted)$/.test(word))
    return { from: auxiliary, to: at + 1, kind: relative ? null : "detail-withheld", who: "nobody", aboutBefore: true };
  if (/^(?:mentioned|discussed|addressed|referenced)$/.test(word) || (word === "referred" && words[at + 1] === "to"))
    return { from: auxiliary, to: at + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true };
  if (/^(?:criticised|criticized|blamed|condemned|denounced)$/.test(word))
    return { from: auxiliary, to: at + 1, kind: "not-criticised", who: "nobody", aboutBefore: true };
  if (/^(?:disclosed|specified|divulged|revealed|explained|elaborated)$/.test(word)) return held(at + 1);
  const published = word === "made" && words[at + 1] === "public";
  if (published || /^(?:released|given|provided|published|announced|issued|offered)$/.test(word)) {
    // The noun stands before the auxiliary, perhaps with what it is of: "the names of the dead were not released".
    for (let k = auxiliary - 1; k >= Math.max(0, auxiliary - 10); k--) {
      if (/^[,;:.]$/.test(words[k] as string)) break;
      if (HELD_BACK.test(words[k] as string)) return held(at + (published ? 2 : 1));
    }
  }
  return null;

  function held(to: number): ReturnType<DenialRule["find"]> {
    return { from: auxiliary, to, kind: "detail-withheld", who: "nobody", aboutBefore: true };
  }
}
