import { type DenialRule, DO, HAVE, type Line, ahead, beforeAdverbs, isAuxiliary, pastAdverbs } from "../line.ts";
import { isMedium } from "../parts.ts";

/** Parts of what was spoken: who prints the rest without them has cut them. */
const SPOKEN_PART =
  /^(?:passages?|sections?|portions?|remarks|answers?|comments|exchanges?|quotes?|quotations?|segments?|sentences?|paragraphs?|lines?|minutes|seconds)$/;
/** Parts of a text by their wording. */
const WORDING = /^(?:phrases?|words?|terms?|references?|mentions?|wording|formula|pledge|promise|names?)$/;
const TOPIC = /^(?:subject|topic|issue)$/;
/** Other ways to leave out than the two that always mean it. */
const CUTS = new Set(
  "cut cuts cutting removed removes removing deleted deletes deleting excised excises edited edits editing dropped drops dropping skipped skips skipping muted mutes muting bleeped censored censors scrubbed scrubs trimmed trims redacted struck strikes".split(
    " ",
  ),
);
const LEFT = new Set("left leave leaves leaving omit omitted omits omitting".split(" "));
const GONE = new Set("gone missing longer".split(" "));

/**
 * "Left out the passage", "cut a section of the address", "removed the word from its statement", "the phrase …, which had stood
 * there since May, was dropped", "a line blaming the bank has gone". Words that were spoken are kept back by who passes them on;
 * words of an earlier text were not said this time.
 */
export const leftOut: DenialRule = {
  name: "left-out-1",
  at: new Set([...CUTS, ...LEFT, ...GONE]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (/^(?:not|n't|never|cannot|to|may|might|could|should|would|will|if)$/.test(helper)) return null;
    const out = LEFT.has(word) && /^(?:left|lea)/.test(word);
    // "Two paragraphs on the police are no longer there".
    if (word === "longer") {
      const be = words[i - 1] === "no" ? beforeAdverbs(line, i - 2) : -1;
      return be > 0 && /^(?:is|are|was|were)$/.test(words[be] ?? "") && /^(?:there|in|part)$/.test(words[i + 1] ?? "")
        ? wordingGone(line, be, i + 2)
        : null;
    }
    if (/^(?:is|are|was|were|been|being|has|have|had|'s)$/.test(helper)) {
      if (out && words[i + 1] !== "out") return null;
      return (
        wordingGone(line, before, out ? i + 2 : i + 1) ??
        (helper === "has" || helper === "had" ? active(line, i, before) : null)
      );
    }
    return GONE.has(word) ? null : active(line, i, i);
  },
};

function active(line: Line, i: number, from: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const word = words[i] as string;
  const omits = LEFT.has(word);
  if (/^(?:left|lea)/.test(word) && words[i + 1] !== "out") return null;
  const at = /^out$/.test(words[i + 1] ?? "") ? i + 2 : i + 1;
  // "What the speech leaves out is the cost".
  if (omits && /^(?:is|was|are|were)$/.test(words[at] ?? "")) {
    const what = words.lastIndexOf("what", i);
    return what >= 0 && i - what < 9
      ? { from: what, to: at + 1, kind: "topic-not-mentioned", who: "nobody", left: "behind" }
      : null;
  }
  const part = partIn(line, at, 6, omits);
  if (part < 0)
    return (omits || word.startsWith("skip") || (/^(?:edit|cut)/.test(word) && words[i + 1] === "out")) &&
      !/^[.,;:]?$/.test(words[at] ?? "")
      ? words.slice(Math.max(0, i - 12), i).some((w) => /^(?:conspicuously|pointedly|notably)$/.test(w))
        ? { from, to: at, kind: "topic-not-mentioned", who: "before", carried: "withheld" }
        : { from, to: at, kind: "content-withheld", who: "before", carried: "only" }
      : null;
  const isWording = WORDING.test(words[part] as string);
  const named = /^(?:reference|mention)s?$/.test(words[part] as string);
  if (omits || named)
    return { from, to: named ? part + 1 : at, kind: "topic-not-mentioned", who: "before", carried: "withheld" };
  const source = ahead(line, part + 1, 9, (w, k) => /^(?:of|from)$/.test(w) && speechIn(line, k + 1, 8) > 0);
  if (!isWording && source > 0) return { from, to: part + 1, kind: "content-withheld", who: "before" };
  // "Dropped the word “patient”", "removed the phrase from its statement".
  if (isWording && (words[part + 1] === '"' || source > 0))
    return { from, to: at, kind: "topic-not-mentioned", who: "before", carried: "withheld" };
  return !isWording && /^(?:edited|muted)/.test(word)
    ? { from, to: at, kind: "topic-not-mentioned", who: "before", carried: "withheld" }
    : null;
}

/** "The phrase “…” was dropped", "two paragraphs on the police have gone": the wording heads its clause. */
function wordingGone(line: Line, helper: number, to: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  let start = helper;
  let part = -1;
  let quoted = false;
  while (start > 0 && helper - start < 45) {
    const word = words[start - 1] as string;
    if (word === '"') quoted = !quoted;
    else if (!quoted && /^[;:.?!]$/.test(word)) break;
    else if (
      !quoted &&
      /^(?:that|but|while|although|though|,|and)$/.test(word) &&
      /^(?:the|an?|two|three|several|both|that)$/.test(words[start] ?? "")
    ) {
      part = partIn(line, start, 4);
      if (part >= 0) break;
    }
    start--;
  }
  if (part < 0) part = partIn(line, start, 4);
  if (part < 0) return null;
  // What is told of a wording: its words behind it, where it stood before, or where it is gone from.
  const next = words[part + 1] ?? "";
  const from = ahead(line, to, 3, (w) => w === "from");
  const speech = from > 0 ? speechIn(line, from + 1, 8) : -1;
  const stood = words
    .slice(part + 1, helper)
    .some((w) => /^(?:appeared|stood|featured|used|figured|included|heard|contained)$/.test(w));
  if (
    !/^["']$/.test(next) &&
    speech < 0 &&
    !stood &&
    !/^(?:on|about|blaming|praising|criticising|criticizing|saying|calling|promising|warning|describing|referring)$/.test(
      next,
    )
  )
    return null;
  const carried = speech > 0 || stood;
  return {
    from: helper,
    to: speech > 0 ? speech + 1 : to,
    kind: "topic-not-mentioned",
    who: "nobody",
    opens: start,
    left: { from: start, to: behindWording(words, part, helper) },
    carried: carried ? "withheld" : undefined,
  };
}

/** The wording itself: with its marks, without what is told of it behind a comma. */
function behindWording(words: readonly string[], part: number, end: number): number {
  const close = words[part + 1] === '"' ? words.indexOf('"', part + 2) : -1;
  if (close > part && close < end) return close + 1;
  const told = words.findIndex((w, k) => k > part && k < end && /^(?:,|which)$/.test(w));
  return told > part ? told : end;
}

/** Index of the noun for a part of speech or text in the phrase that begins at `from`; -1 for none. */
function partIn({ words }: Line, from: number, reach: number, topics = false): number {
  for (let i = from; i < Math.min(words.length, from + reach); i++) {
    const word = words[i] as string;
    if (SPOKEN_PART.test(word) || WORDING.test(word) || (topics && TOPIC.test(word))) return i;
    if (!/^[\p{L}'-]+$/u.test(word) || /^(?:of|from|in|on|to|by|with|and|for|at)$/.test(word)) return -1;
  }
  return -1;
}

/** Index of a noun for a speech or text in the phrase that begins at `from`. */
function speechIn(line: Line, from: number, reach: number): number {
  const at = ahead(line, from, reach, isMedium);
  return at > 0 && ahead(line, from, at - from, (w) => /^(?:,|and|that|which|who)$/.test(w)) < 0 ? at : -1;
}

const KEEPS = /^(?:includ|contain|carr|featur|show|reproduc|quot|report|publish|print|air|broadcast|relay|cover)/;
const SPEECH = /^(?:what|remarks|speech|words|comments|address|statement|contents?|answers?|text|interview|quotes?)$/;

/**
 * "The transcript did not include a passage", "the daily has not reported the test", "neither the agency nor the paper reported
 * what he said": who passes words on keeps them back. That something "was not reported" says nothing.
 */
export const notCarried: DenialRule = {
  name: "not-carried-1",
  at: new Set(["not", "n't", "never", "neither"]),
  find(line, i) {
    const { words } = line;
    if (words[i] === "neither") return neitherReported(line, i);
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (!DO.has(helper) && !HAVE.has(helper)) return null;
    const verb = pastAdverbs(line, i + 1);
    if (!KEEPS.test(words[verb] ?? "") || words[verb + 1] === "to") return null;
    return kept(line, verb, before, "before", HAVE.has(helper));
  },
};

function kept(
  line: Line,
  verb: number,
  from: number,
  who: "before" | { from: number; to: number },
  lasting: boolean,
): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const word = words[verb] as string;
  const part = partIn(line, verb + 1, 5);
  if (/^(?:includ|contain|carr|featur|show|reproduc)/.test(word) && part > 0) {
    let start = from;
    while (start > 0 && from - start < 24 && !/^(?:[;:.?!"]|that|but)$/.test(words[start - 1] as string)) start--;
    const subject = words.slice(start, from);
    const texts = subject.some(isMedium);
    const isStatement = subject.some((w) =>
      /^(?:statement|communiqu[eé]|declaration|resolution|agreement|agenda)s?$/.test(w),
    );
    const spoken = /^(?:passages?|remarks|answers?|exchanges?|comments|quotes?|segments?)$/.test(words[part] as string);
    if (texts)
      return {
        from,
        to: verb + 1,
        kind: spoken && !isStatement ? "content-withheld" : "topic-not-mentioned",
        who,
        carried: "withheld",
      };
  }
  if (!/^(?:report|carr|publish|quot|print|air|broadcast|relay|cover)/.test(word)) return null;
  const speech = ahead(line, verb + 1, 5, (w) => SPEECH.test(w));
  if (speech > 0) return { from, to: verb + 1, kind: "content-withheld", who, carried: "only" };
  return lasting && /^(?:report|cover|mention)/.test(word) && words[verb + 1] !== "any"
    ? { from, to: verb + 1, kind: "topic-not-mentioned", who, carried: "told" }
    : null;
}

/** "Neither the agency nor the army's paper reported what he said". */
function neitherReported(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const verb = ahead(line, i + 2, 16, (w) =>
    /^(?:reported|carried|published|quoted|printed|aired|broadcast|relayed)$/.test(w),
  );
  if (verb < 0 || isAuxiliary(line.words[verb - 1]) || ahead(line, i, verb - i, (w) => w === "nor") < 0) return null;
  return kept(line, verb, i, { from: i, to: verb }, true);
}
