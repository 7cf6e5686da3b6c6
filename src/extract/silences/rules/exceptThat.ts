import { type Denial, type DenialRule, type Line, ahead, asksAt, beforeAdverbs } from "../line.ts";
import { clauseStart, isPart, nounPhraseEnd, zeroAt } from "../parts.ts";
import { vocabulary } from "../vocabulary.ts";

/**
 * One thing left out of a row: "talks about everything but the smoke", "had a word for everyone except the contractors", "harsh
 * words for the weather and none for the owner", "confirmed the letter but not its contents", "blames the wind, and no one by name".
 */
export const exceptThat: DenialRule = {
  name: "except-that-1",
  at: new Set(["but", "except", "bar", "save", "and", "finger", "fingers", "never", "none", "over"]),
  find(line, i) {
    const { words } = line;
    // "Deplored the fire but pointed no finger".
    if ((words[i] as string).startsWith("finger"))
      return words[i - 1] === "no" && /^point(?:ed|s|ing)?$/.test(words[i - 2] ?? "")
        ? { from: i - 2, to: i + 1, kind: "not-criticised", who: "before", left: { from: i, to: i } }
        : null;
    if (words[i] === "never") return neverOf(line, i);
    if (words[i] === "none") return gapped(line, i);
    if (words[i] === "over") return passedBy(line, i);
    const except = words[i] !== "and" ? allBut(line, i) : null;
    if (except) return except;
    if (words[i] === "but" && words[i + 1] === "not") return butNot(line, i);
    return words[i] === "and" || words[i] === "but" ? andNone(line, i) : null;
  },
};

function allBut(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!/^(?:everything|everyone|everybody)$/.test(words[i - 1] ?? "")) return null;
  if (
    !/^(?:the|an?|his|her|its|their|that|this|\p{Lu}.*)$/u.test(words[i + 1] ?? "") &&
    !/^\p{Lu}/u.test(line.tokens[i + 1]?.reads ?? "")
  )
    return null;
  const start = clauseStart(line, i, 20);
  const said = ahead(
    line,
    start,
    i - start,
    (w, k) => (isPart(w, "sayings") || (isPart(w, "saying") && words[k + 1] === "for")) && k < i,
  );
  return said > 0 ? { from: said, to: i + 1, kind: "topic-not-mentioned", who: "before", left: "behind" } : null;
}

const PRAISE = /^(?:words?|praise|thanks|sentences?|lines?|criticism|sympathy|condolences|congratulations|rebuke)$/;

/** "Harsh words for the weather and none for the owner"; "blames the wind, and no one by name". */
function andNone(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const zero = zeroAt(line, i + 1);
  if (!zero) return null;
  const start = clauseStart(line, i, 24);
  if (zero.bare && words[zero.to] === "by" && words[zero.to + 1] === "name")
    return words.slice(start, i).some((w) => /^(?:blame|criticis|criticiz|accus|condemn|attack|denounc)/.test(w))
      ? { from: i + 1, to: zero.to + 2, kind: "not-criticised", who: "before", left: { from: i, to: i } }
      : null;
  if (words[i + 1] !== "none" || !/^(?:for|of|about|on|to)$/.test(words[zero.to] ?? "")) return null;
  const noun = ahead(
    line,
    start,
    i - start,
    (w, k) => k < i && PRAISE.test(w) && /^(?:for|of|about|on|to)$/.test(words[k + 1] ?? ""),
  );
  if (noun < 0) return null;
  const harsh =
    /^(?:criticism|rebuke)$/.test(words[noun] as string) ||
    /^(?:harsh|sharp|strong|tough|angry)$/.test(words[noun - 1] ?? "");
  const warm = /^(?:praise|thanks|sympathy|condolences|congratulations)$/.test(words[noun] as string);
  return {
    from: i + 1,
    to: zero.to + 1,
    who: /^(?:he|she|they)$/.test(words[start] ?? "") ? { from: start, to: start + 1 } : "before",
    opens: start,
    kind: harsh ? "not-criticised" : warm ? "message-absent" : "topic-not-mentioned",
    left: "behind",
  };
}

/** "Conceded that the letter had been discussed, but not its contents", "confirmed the talks but not where they were held". */
function butNot(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const asks =
    asksAt(line, i + 2) && (!/^(?:if|when)$/.test(words[i + 2] ?? "") || /^[.;"]?$/.test(words[i + 3] ?? ""));
  const noun = nounPhraseEnd(line, i + 2);
  const detail =
    /^(?:its|the|their|his|her|any|a)$/.test(words[i + 2] ?? "") &&
    (vocabulary().nouns.get(words[noun] ?? "") === "detail-noun" || /^contents?$/.test(words[noun] ?? "")) &&
    /^(?:[.,;"]|of|)$/.test(words[noun + 1] ?? "");
  if (!asks && !detail) return null;
  const start = clauseStart(line, i, 26);
  const verb = ahead(
    line,
    start,
    i - start,
    (w, k) => k < i && isPart(w, "admits") && !/^(?:not|n't|to)$/.test(words[beforeAdverbs(line, k - 1)] ?? ""),
  );
  return verb > 0 ? { from: i + 1, to: i + 2, kind: "detail-withheld", who: "before", left: "behind" } : null;
}

/** "They talk of healing, never of what was done". */
function neverOf(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const to = words[i + 1] ?? "";
  if (!/^[,-]$/.test(words[i - 1] ?? "") || !/^(?:of|about)$/.test(to)) return null;
  const start = clauseStart(line, i, 20);
  const said = ahead(
    line,
    start,
    i - start,
    (w, k) => /^(?:talks?|talked|speaks?|spoke|speaking|talking)$/.test(w) && words[k + 1] === to,
  );
  if (said < 0 || said >= i) return null;
  return {
    from: i,
    to: i + 2,
    kind: "topic-not-mentioned",
    who: /^(?:he|she|they)$/.test(words[said - 1] ?? "") ? { from: said - 1, to: said } : "before",
    left: "behind",
  };
}

/** "Debt gets six pages, famine none". */
function gapped(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!/^[.;"]?$/.test(words[i + 1] ?? "")) return null;
  let from = i;
  while (from > Math.max(0, i - 5) && words[from - 1] !== ",") from--;
  if (words[from - 1] !== "," || from === i) return null;
  const start = clauseStart(line, from, 20);
  const unit = ahead(line, start, from - start, (w) => isPart(w, "saying") || /^mentions?$/.test(w));
  const gets = words
    .slice(start, from)
    .some((w) => /^(?:gets?|got|receives?|received|has|had|earned|takes|took)$/.test(w));
  return unit > 0 && gets
    ? { from: i, to: i + 1, kind: "topic-not-mentioned", who: "nobody", opens: from, left: { from, to: i } }
    : null;
}

/** "Listed the regions that had done well and passed over Solvan". */
function passedBy(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words, tokens } = line;
  if (!/^(?:passed|passes|skipped|skated)$/.test(words[i - 1] ?? "") || !/^(?:and|but)$/.test(words[i - 2] ?? ""))
    return null;
  if (!/^(?:the|his|her|its|their)$/.test(words[i + 1] ?? "") && !/^\p{Lu}/u.test(tokens[i + 1]?.reads ?? ""))
    return null;
  const start = clauseStart(line, i, 30);
  return words.slice(start, i - 1).some((w) => isPart(w, "sayings"))
    ? { from: i - 1, to: i + 1, kind: "topic-not-mentioned", who: "before", left: "behind" }
    : null;
}
