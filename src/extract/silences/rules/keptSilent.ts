import { BE, type DenialRule, HAVE, type Line, ahead, beforeAdverbs, isAuxiliary } from "../line.ts";
import { ownerBefore } from "./declined.ts";

const KEEP =
  /^(?:remain|remained|remains|remaining|stay|stayed|stays|staying|keep|kept|keeps|keeping|fell|gone|went|been|was|were|is|are|'s)$/;
const QUIET = new Set([
  "silent",
  "mum",
  "tight-lipped",
  "tightlipped",
  "mute",
  "schtum",
  "quiet",
  "silence",
  "counsel",
  "no-comment",
]);

/** "remained silent on", "kept mum about", "was conspicuously silent on", "kept its silence", "her silence on the vote". */
export const keptSilent: DenialRule = {
  name: "kept-silent-1",
  at: QUIET,
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "silence") return silence(line, i);
    if (word === "counsel") return null;
    const before = beforeAdverbs(line, i - 1);
    const verb = words[before] ?? "";
    if (!KEEP.test(verb)) return null;
    for (let k = before - 1; k >= Math.max(0, before - 3); k--)
      if (/^(?:not|n't|never|cannot|to|if|must|should|may|might|could|will|would|wo|can|ca)$/.test(words[k] as string))
        return null;
    const helper = isAuxiliary(words[beforeAdverbs(line, before - 1)]) ? beforeAdverbs(line, before - 1) : before;
    const next = words[i + 1] ?? "";
    const on = /^(?:on|about|over|regarding|concerning)$/.test(next);
    const asked = ahead(line, i + 1, 6, (w) => /^(?:asked|questioned|pressed)$/.test(w)) > 0;
    // Streets are quiet and machines are silent: "be" and "quiet" need their topic.
    // "The deputy has been silent": who is, as guns are not.
    const hushed =
      word === "silent" &&
      verb === "been" &&
      HAVE.has(words[before - 1] ?? "") &&
      namesSomebody(line, before - 2) &&
      /^(?:[.,;]|so|since|for|and|)$/.test(next);
    // "Were tight-lipped when asked about the loan".
    const lips = asked && /^(?:tight-lipped|tightlipped|mum)$/.test(word);
    if (
      !on &&
      !hushed &&
      !lips &&
      (BE.has(verb) || word === "quiet" || verb === "fell" || verb === "went" || verb === "gone")
    )
      return null;
    if (
      on &&
      ahead(line, i + 2, 1, (w) => /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(w)) > 0
    )
      return null;
    const about = on ? i + 2 : i + 1;
    return {
      from: helper,
      to: about,
      kind: on && !asked ? "topic-not-mentioned" : asked ? "answer-not-given" : "topic-not-mentioned",
      who: "before",
    };
  },
};

/** A pronoun or a name that is no thing's. */
function namesSomebody({ words, tokens }: Line, at: number): boolean {
  return /^(?:he|she|they)$/.test(words[at] ?? "") || /^\p{Lu}\p{Ll}/u.test(tokens[at]?.reads ?? "");
}

/** "kept its silence", "maintained a silence on", "the ministry's silence on the flood". */
function silence(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const next = words[i + 1] ?? "";
  const on = /^(?:on|about|over|regarding)$/.test(next);
  const owner = ahead(line, Math.max(0, i - 3), 3, (w) => /^(?:his|her|its|their|'s|a)$/.test(w));
  const verb = words[(owner >= 0 ? owner : i) - 1] ?? "";
  if (owner >= 0 && owner < i && /^(?:kept|keeps|keep|keeping|maintained|maintains|maintaining|preserved)$/.test(verb))
    return {
      from: HAVE.has(words[owner - 2] ?? "") ? owner - 2 : owner - 1,
      to: on ? i + 2 : i + 1,
      kind: "topic-not-mentioned",
      who: "before",
    };
  // "Maintained silence on the raid".
  const maintains = ahead(line, Math.max(0, i - 2), 2, (w) => /^(?:maintained|maintains|maintaining)$/.test(w));
  if (on && owner < 0 && maintains >= 0 && maintains < i)
    return {
      from: HAVE.has(words[maintains - 1] ?? "") ? maintains - 1 : maintains,
      to: i + 2,
      kind: "topic-not-mentioned",
      who: "before",
    };
  // A silence of somebody on something: "to break his silence" breaks it.
  if (
    !on ||
    owner < 0 ||
    owner >= i ||
    words[owner] === "a" ||
    /^(?:broke|break|breaks|breaking|broken|ended|ends|end)$/.test(verb)
  )
    return null;
  const named = ownerBefore(line, i);
  if (!named || /^(?:broke|break|breaks|breaking|broken|ended|ends|end)$/.test(words[named.from - 1] ?? ""))
    return null;
  return { from: named.from, to: i + 2, kind: "topic-not-mentioned", who: named, noun: true };
}
