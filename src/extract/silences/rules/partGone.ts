import { BE, type Denial, type DenialRule, HAVE, type Line, ahead, beforeAdverbs } from "../line.ts";
import { clauseStart, isPart, textIn } from "../parts.ts";

const OUT = new Set(
  "taken struck stricken cut left edited crossed fallen dropped squeezed removed deleted excised omitted missing absent".split(
    " ",
  ),
);
const INTO_NOTHING = /^(?:disappeared|vanished|gone)$/;

/**
 * A part of a text that is there no more: "a paragraph on the pact was taken out", "the sentence did not survive", "gone was the
 * promise of a cap", "missing, too, is any account of the call", "she left the trial out of it".
 */
export const partGone: DenialRule = {
  name: "part-gone-1",
  at: new Set([...OUT, "disappeared", "vanished", "gone", "survive", "leaves", "leaving"]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    const aside = leftOutOf(line, i);
    if (aside) return aside;
    const lead = inverted(line, i);
    if (lead) return lead;
    const before = beforeAdverbs(line, i - 1);
    if (word === "survive")
      return /^(?:not|n't)$/.test(words[i - 1] ?? "") && /^(?:did)$/.test(words[i - 2] ?? "")
        ? headed(line, i - 2, /^(?:either|too)$/.test(words[i + 1] ?? "") ? i + 2 : i + 1)
        : null;
    if (INTO_NOTHING.test(word) && HAVE.has(words[before] ?? "")) return headed(line, before, i + 1);
    if (/^(?:disappeared|vanished)$/.test(word)) return headed(line, i, i + 1);
    if (!OUT.has(word) || !BE.has(words[before] ?? "")) return null;
    const from = HAVE.has(words[before - 1] ?? "") ? before - 1 : before;
    return headed(line, from, words[i + 1] === "out" ? i + 2 : i + 1);
  },
};

/** Where a part of a text heads the clause, and something tells what part: a matter, its words or the text itself. */
function headed(line: Line, from: number, to: number): Omit<Denial, "by"> | null {
  const { words } = line;
  let start = clauseStart(line, from, 45);
  // "From which a remark had been removed": the clause of the which.
  for (let k = from - 1; k > start; k--)
    if (
      /^(?:but|while|although|though|which|whereas|because|said)$/.test(words[k] as string) ||
      (words[k] === "and" && /^(?:the|an?)$/.test(words[k + 1] ?? ""))
    )
      start = k + 1;
  let at = start;
  // "In the second version, the paragraph …".
  if (words[at] === "in" || words[at] === "from") {
    const comma = words.indexOf(",", at);
    if (comma > 0 && comma < from) at = comma + 1;
  }
  const noun = ahead(line, at, 6, (w) => isPart(w, "part"));
  if (noun < 0 || noun >= from) return null;
  if (words.slice(at, noun).some((w) => /^(?:of|in|on|to|from|with|by|and|for|at|,)$/.test(w))) return null;
  const told = words.slice(noun + 1, from);
  const where = words.slice(to, to + 8).includes("account") ? -1 : textIn(line, to, to + 8);
  const about = /^(?:on|about|that|for|"|against|describing|calling|promising|blaming)$/.test(told[0] ?? "");
  const pledge = /^(?:pledge|promise|vow|offer|threat|condemnation)s?$/.test(words[noun] as string);
  const text = where > 0 || (!words.includes("account") && textIn(line, at, noun + 9) > 0);
  // An offer is taken back and a threat vanishes without a text.
  const message = /^(?:thanks|greetings?|tributes?)$/.test(words[noun] as string);
  if (pledge ? !text : !(about || text || (message && told[0] === "to"))) return null;
  return {
    from,
    to,
    kind: message ? "message-absent" : "topic-not-mentioned",
    who: "nobody",
    opens: start,
    left: { from: at, to: from },
  };
}

/** "Gone was the promise of a cap", "missing, too, is any account of the call". */
function inverted(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!/^(?:gone|missing|absent)$/.test(words[i] as string)) return null;
  if (i > 1 || (i === 1 && words[0] !== "also" && words[0] !== '"')) return null;
  let be = i + 1;
  if (/^(?:too|also)$/.test(words[be] ?? "")) be++;
  else if (words[be] === "," && /^(?:too|also|however|as|notably)$/.test(words[be + 1] ?? ""))
    be = words[be + 2] === "," ? be + 3 : be + 2;
  if (!/^(?:is|are|was|were)$/.test(words[be] ?? "")) return null;
  const noun = ahead(
    line,
    be + 1,
    6,
    (w) => isPart(w, "part") || isPart(w, "saying") || /^(?:accounts?|talk|claims?|praise|criticism)$/.test(w),
  );
  if (noun < 0) return null;
  return {
    from: i,
    to: be + 1,
    kind: words[noun + 1] === "of" && isPart(words[noun + 2], "sorrow") ? "message-absent" : "topic-not-mentioned",
    who: "nobody",
    left: "behind",
  };
}

/** "She left her father's trial out of it", "leaving the raid out of his speech". */
function leftOutOf(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!/^(?:left|leaves|leaving)$/.test(words[i] as string) || BE.has(words[beforeAdverbs(line, i - 1)] ?? ""))
    return null;
  const out = ahead(line, i + 2, 8, (w, k) => w === "out" && words[k + 1] === "of");
  // "Scolded two governors while leaving their names out".
  const name = ahead(line, i + 1, 3, (w) => /^names?$/.test(w));
  if (name > 0 && words[name + 1] === "out" && words[name + 2] !== "of") {
    const blames = words
      .slice(clauseStart(line, i), i)
      .some((w) => /^(?:scold|blam|criticis|criticiz|condemn|attack|denounc|deplor|accus|rebuk)/.test(w));
    return {
      from: i,
      to: name + 2,
      kind: blames ? "not-criticised" : "detail-withheld",
      who: "before",
      left: { from: i + 1, to: name + 1 },
    };
  }
  if (out < 0 || words[i + 1] === "out") return null;
  const text = words[out + 2] === "it" || textIn(line, out + 2, out + 6) > 0;
  return text && (out > i + 2 || !/^(?:him|her|them|us|me)$/.test(words[i + 1] ?? ""))
    ? { from: i, to: out + 2, kind: "topic-not-mentioned", who: "before", left: { from: i + 1, to: out } }
    : null;
}
