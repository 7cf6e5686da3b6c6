import { unsaidBy } from "../complement.ts";
import { BE, type DenialRule, HAVE, type Line, ahead, beforeAdverbs, isAuxiliary, pastAdverbs } from "../line.ts";

const SHIES = new Set(
  "shrugged demurred demurs demurring deflected deflects deflecting balked balks baulked hedged equivocated".split(" "),
);
const PUTS_OFF = new Set(
  "brushed brushes brushing waved waves waving batted bats batting shrugs shrugging fended fends fending laughed laughs dodged fielded swatted".split(
    " ",
  ),
);
const PASSES = new Set(
  "glossed glosses glossing skated skates skating tiptoed tiptoes tiptoeing danced dancing talked".split(" "),
);
const WITHHOLDS = new Set("withheld withhold withholds withholding".split(" "));
const ASKED = /^(?:questions?|queries|quer(?:y|ies)|inquiries|enquiries|reporters|journalists)$/;
const DETAILS =
  /^(?:names?|details?|information|identit(?:y|ies)|facts?|figures?|reasons?|particulars|specifics|results?|data|number|numbers|address|comment|location)$/;
const SPEECH = /^(?:speech|remarks|address|statement|sermon|testimony|interview|comments)$/;
const SPARE = new Set("short light thin sparse vague sparing".split(" "));
/** Who is so about a matter keeps it open. */
const COY = new Set("vague coy evasive noncommittal non-committal cagey".split(" "));

/**
 * Other ways of not saying: "Asked about it, she demurred", "brushed off questions", "glossed over the loan", "withheld the
 * names", "went unmentioned", "was short on specifics", "said almost nothing about it", "has not claimed responsibility".
 */
export const putOff: DenialRule = {
  name: "put-off-1",
  at: new Set([
    ...SHIES,
    ...PUTS_OFF,
    ...PASSES,
    ...WITHHOLDS,
    ...SPARE,
    ...COY,
    "unsaid",
    "unstated",
    "unspecified",
    "unexplained",
    "unmentioned",
    "unaddressed",
    "nothing",
    "little",
    "unheeded",
    "unfulfilled",
    "responsibility",
    "fifth",
    "ignored",
    "ignores",
    "took",
    "takes",
    "chance",
    "opportunity",
    "hung",
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (/^(?:not|n't|never|to)$/.test(helper)) return null;
    const from = isAuxiliary(helper) ? before : i;
    const next = words[i + 1] ?? "";
    // "Shrugged off the charge" answers it.
    if (word === "shrugged" && next === "off") {
      const asked = ahead(line, i + 2, 5, (w) => ASKED.test(w));
      return asked > 0 && ahead(line, i + 2, asked - i - 2, (w) => /^(?:of|by|and|,|to|about)$/.test(w)) < 0
        ? { from, to: asked + 1, kind: "answer-not-given", who: "before" }
        : null;
    }
    if (
      COY.has(word) &&
      /^(?:about|on)$/.test(next) &&
      (BE.has(helper) || /^(?:remained|stayed|remains|been)$/.test(helper))
    )
      return /^(?:i|we|you)$/.test(words[before - 1] ?? "")
        ? null
        : { from: helper === "been" ? before - 1 : before, to: i + 2, kind: "detail-withheld", who: "before" };
    if (SHIES.has(word))
      return endsClause(next) && wasAsked(words, i)
        ? { from, to: i + 1, kind: "answer-not-given", who: "before", bare: true }
        : null;
    if (PUTS_OFF.has(word)) {
      if (!/^(?:off|aside|away)$/.test(next)) return null;
      const asked = ahead(line, i + 2, 5, (w) => ASKED.test(w));
      return asked > 0 && ahead(line, i + 2, asked - i - 2, (w) => /^(?:of|by|and|,|to|about)$/.test(w)) < 0
        ? { from, to: asked + 1, kind: "answer-not-given", who: "before" }
        : null;
    }
    if (PASSES.has(word))
      return (/^(?:gloss|skat)/.test(word) ? next === "over" : next === "around") && !endsClause(words[i + 2] ?? ".")
        ? { from, to: i + 2, kind: "topic-not-mentioned", who: "before" }
        : null;
    // "The names were being withheld".
    if (
      word === "withheld" &&
      BE.has(helper) &&
      !(helper === "be" && words[before - 1] === "to") &&
      words.slice(Math.max(0, i - 9), i).some((w) => DETAILS.test(w))
    )
      return {
        from: helper === "being" || helper === "been" ? before - 1 : before,
        to: i + 1,
        kind: "detail-withheld",
        who: "nobody",
        aboutBefore: true,
      };
    // "Left unsaid who would pay", "the sum was left unspecified".
    if (/^un(?:said|stated|specified|explained)$/.test(word))
      return /^(?:left|leaves|leaving|went|gone)$/.test(helper)
        ? BE.has(words[before - 1] ?? "") || helper === "went"
          ? {
              from: helper === "went" ? before : before - 1,
              to: i + 1,
              kind: "detail-withheld",
              who: "nobody",
              aboutBefore: true,
            }
          : { from: before, to: i + 1, kind: "detail-withheld", who: "before" }
        : null;
    // "Withheld his endorsement": waited for, like any backing.
    if (WITHHOLDS.has(word) && /^(?:his|her|its|their|an|any)$/.test(next) && words[i + 2] === "endorsement")
      return { from, to: i + 3, kind: "act-absent", who: "before" };
    if (WITHHOLDS.has(word)) {
      const noun = ahead(line, i + 1, 4, (w) => DETAILS.test(w));
      return noun > 0 && ahead(line, i + 1, noun - i - 1, (w) => /^(?:from|of|and|,|to|for)$/.test(w)) < 0
        ? {
            from,
            to: noun + 1,
            kind: words[noun] === "comment" ? "answer-not-given" : "detail-withheld",
            who: "before",
          }
        : null;
    }
    // "Pleaded the Fifth": American for refusing to testify.
    if (word === "fifth") {
      const verb = [i - 1, i - 2, i - 3].find((k) =>
        /^(?:pleaded|pled|pleads|invoked|invokes|took|takes|taking|invoking|pleading)$/.test(words[k] ?? ""),
      );
      const named =
        /^\p{Lu}/u.test(line.tokens[i]?.reads ?? "") &&
        (endsClause(next) || /^(?:amendment|before|during|in|at|when|and|on)$/.test(next));
      return verb !== undefined && named ? { from: verb, to: i + 1, kind: "answer-not-given", who: "before" } : null;
    }
    if (word === "ignored" || word === "ignores") {
      const speech = ahead(
        line,
        i + 1,
        8,
        (w, k) => w === "in" && words.slice(k + 1, k + 4).some((s) => SPEECH.test(s)),
      );
      return speech > i + 1 ? { from, to: i + 1, kind: "topic-not-mentioned", who: "before" } : null;
    }
    if (word === "took" || word === "takes") {
      if (next !== "no") return null;
      if (/^questions?$/.test(words[i + 2] ?? "")) return { from, to: i + 3, kind: "answer-not-given", who: "before" };
      return /^(?:position|stand|stance|side|sides)$/.test(words[i + 2] ?? "") &&
        /^(?:on|in|about|,|\.)$/.test(words[i + 3] ?? ".")
        ? { from, to: i + 3, kind: "message-absent", who: "before" }
        : null;
    }
    if (word === "chance" || word === "opportunity") return chancePassed(line, i);
    if (word === "hung")
      return next === "up" && (wasAsked(words, i) || words[i + 2] === "when") && endsClause(words[i + 2] ?? "")
        ? { from: i, to: i + 2, kind: "answer-not-given", who: "before" }
        : null;
    if (word === "unheeded" || word === "unfulfilled")
      return /^(?:went|gone|goes|left|remained|remains)$/.test(helper)
        ? { from: before, to: i + 1, kind: "act-absent", who: "nobody", aboutBefore: true, withSubject: true }
        : null;
    if (word === "unmentioned" || word === "unaddressed")
      return /^(?:went|gone|goes|left|remained|remains|passed)$/.test(helper)
        ? { from: before, to: i + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true, withSubject: true }
        : null;
    if (SPARE.has(word)) return spare(line, i, before);
    if (word === "responsibility") return unclaimed(line, i);
    return hardly(line, i);
  },
};

/** "Passed on a chance to back the mayor", "passed up the opportunity to condemn it". */
function chancePassed(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const pass = [i - 2, i - 3, i - 4].find((k) => /^(?:passed|passes|passing)$/.test(words[k] ?? ""));
  if (pass === undefined || !/^(?:on|up)$/.test(words[pass + 1] ?? "") || words[i + 1] !== "to") return null;
  const verb = pastAdverbs(line, i + 2);
  const unsaid = unsaidBy(line, verb, ["base"]);
  return {
    from: pass,
    to: Math.max(unsaid?.to ?? 0, verb + 1),
    kind: unsaid?.kind ?? "act-absent",
    who: "before",
  };
}

/** "Was short on specifics". */
function spare(line: Line, i: number, before: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (
    words[i + 1] !== "on" ||
    !(BE.has(words[before] ?? "") || /^(?:remained|stayed|came|proved)$/.test(words[before] ?? ""))
  )
    return null;
  const at = pastAdverbs(line, i + 2);
  return /^(?:details?|specifics|particulars)$/.test(words[at] ?? "")
    ? { from: before, to: at + 1, kind: "detail-withheld", who: "before" }
    : null;
}

/** "Said almost nothing about", "said very little about". */
function hardly({ words }: Line, i: number): ReturnType<DenialRule["find"]> {
  let verb = i - 1;
  while (
    verb > i - 4 &&
    /^(?:almost|virtually|practically|next|to|very|relatively|precious|so|too|absolutely)$/.test(words[verb] ?? "")
  )
    verb--;
  if (verb === i - 1 || !/^(?:said|says|saying)$/.test(words[verb] ?? "")) return null;
  for (let at = i + 1; at < i + 4; at++)
    if (/^(?:about|of|on|regarding)$/.test(words[at] ?? ""))
      return {
        from: HAVE.has(words[verb - 1] ?? "") ? verb - 1 : verb,
        to: at + 1,
        kind: words[i] === "little" ? "detail-withheld" : "topic-not-mentioned",
        who: "before",
      };
  return null;
}

/** "No group has claimed responsibility", "the army has not claimed responsibility". */
function unclaimed({ words }: Line, i: number): ReturnType<DenialRule["find"]> {
  const at = [i - 3, i - 2, i - 1].find((k) => /^(?:claimed|claim|claiming)$/.test(words[k] ?? ""));
  if (at === undefined) return null;
  for (let k = at - 1; k >= Math.max(0, at - 6); k--) {
    const word = words[k] as string;
    if (/^[.,;:"]$/.test(word)) return null;
    if (/^(?:not|n't|yet)$/.test(word)) {
      const helper = beforeAdverbsOf(words, k);
      return HAVE.has(words[helper] ?? "") || words[helper] === "did"
        ? { from: helper, to: i + 1, kind: "message-absent", who: "before" }
        : null;
    }
    if (/^(?:no|nobody|none)$/.test(word)) return { from: k, to: i + 1, kind: "message-absent", who: "nobody" };
  }
  return null;
}

function beforeAdverbsOf(words: readonly string[], not: number): number {
  let k = not - 1;
  while (k > 0 && k > not - 3 && /^(?:immediately|so|far|still|yet)$/.test(words[k] as string)) k--;
  return k;
}

function endsClause(next: string): boolean {
  return next === "" || /^(?:[.,;:"-]|but|and|when|saying|citing|because|instead)$/.test(next);
}

/** Somebody asked, in the sentence before the words: "asked whether", "when a reporter asked", "in answer to a question". */
function wasAsked(words: readonly string[], i: number): boolean {
  const from = Math.max(0, i - 39);
  return words
    .slice(from, i + 40)
    .some(
      (w, k) =>
        (from + k < i || words[from + k - 1] === "when") &&
        /^(?:asked|pressed|questioned|asks|question|questions|quizzed)$/.test(w),
    );
}
