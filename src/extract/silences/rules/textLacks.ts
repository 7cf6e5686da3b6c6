import type { SilenceKind } from "../../../model/entries.ts";
import { absentNoun } from "../complement.ts";
import {
  BE,
  type Denial,
  type DenialRule,
  DO,
  HAVE,
  type Line,
  ahead,
  beforeAdverbs,
  isAuxiliary,
  verbAt,
} from "../line.ts";
import { clauseStart, isPart, nounPhraseEnd, textIn, zeroAt } from "../parts.ts";

const ON = /^(?:on|about|of|to|for|regarding|concerning)$/;

/**
 * A text, a medium or a speaker that holds nothing of a matter: "the address contained not one line on wages", "the paper had
 * nothing on the pact", "of the pact there is no trace", "nowhere is he named", "it lacks a figure". Who or what lacks it is
 * looked at where the subject is known.
 */
export const textLacks: DenialRule = {
  name: "text-lacks-1",
  at: new Set([
    "no",
    "not",
    "n't",
    "of",
    "nothing",
    "none",
    "neither",
    "hardly",
    "scarcely",
    "barely",
    "nowhere",
    "lacks",
    "lack",
    "lacked",
    "without",
    "heard",
  ]),
  find(line, i) {
    const { words } = line;
    if (words[i] === "nowhere") return nowhere(line, i);
    if ((words[i] as string).startsWith("lack")) return lacks(line, i);
    // "The record is without it".
    if (words[i] === "without")
      return BE.has(words[i - 1] ?? "") &&
        /^(?:it|them)$/.test(words[i + 1] ?? "") &&
        /^[.,;"]?$/.test(words[i + 2] ?? "")
        ? {
            from: i - 1,
            to: i + 1,
            kind: "topic-not-mentioned",
            who: "before",
            carried: "text",
            left: { from: i, to: i },
          }
        : null;
    if (words[i] === "heard") return unheard(line, i);
    // "The readout is bare of any reference to the border".
    if (words[i] === "of")
      return /^(?:bare|devoid|shorn|stripped|empty)$/.test(words[i - 1] ?? "") &&
        BE.has(words[i - 2] ?? "") &&
        isPart(words[nounPhraseEnd(line, i + 1)], "saying")
        ? {
            from: i - 2,
            to: nounPhraseEnd(line, i + 1) + 1,
            kind: "topic-not-mentioned",
            who: "before",
            carried: "text",
          }
        : null;
    if (words[i] === "neither") {
      const both = inNeither(line, i);
      if (both) return both;
    }
    const zero = zeroAt(line, i);
    if (!zero) return null;
    return there(line, i, zero.to, zero.bare) ?? held(line, i, zero.to, zero.bare);
  },
};

type Found = Omit<Denial, "by"> | null;

/** "Had no word of regret", "contained nothing on wages", "record neither the fire nor the walkout". */
function held(line: Line, i: number, to: number, bare: boolean): Found {
  const { words } = line;
  const verb = beforeAdverbs(line, i - 1);
  if (!isPart(words[verb], "holds")) return null;
  const helper = words[beforeAdverbs(line, verb - 1)] ?? "";
  if (/^(?:to|must|should|may|might|could|would|will|if|can|not|n't|never)$/.test(helper)) return null;
  const from = isAuxiliary(helper) ? beforeAdverbs(line, verb - 1) : verb;
  const word = words[verb] as string;
  // "Had no word of regret for the families": somebody's, not only a text's.
  const noun = nounPhraseEnd(line, to);
  const head = words[noun] ?? "";
  if (!bare && head === "word" && words[noun + 1] === "of" && isPart(words[noun + 2], "sorrow"))
    return { from, to: noun + 2, kind: "message-absent", who: "before", left: { from: noun + 2, to: noun + 3 } };
  if (/^(?:find|finds|found|had|has)$/.test(word) && /^(?:room|place|space)$/.test(head) && words[noun + 1] === "for")
    return { from, to: noun + 2, kind: "topic-not-mentioned", who: "before", carried: "text" };
  // "Condemns the West but names no country".
  if (
    word.startsWith("name") &&
    words[i] === "no" &&
    (bare || /^(?:country|countries|state|states|government|party|group|names|culprits?)$/.test(head))
  ) {
    const blames = words
      .slice(clauseStart(line, from), from)
      .some((w) =>
        /^(?:condemn|criticis|criticiz|blam|denounc|deplor|attack|accus|scold|rebuk|warn|slam|blast)/.test(w),
      );
    return blames && /^(?:[.,;"]|as|in|)$/.test(words[noun + 1] ?? "")
      ? { from, to: bare ? to : noun + 1, kind: "not-criticised", who: "before", left: { from: i, to: i } }
      : null;
  }
  // "Offers none of the apologies that were sought".
  if (words[i] === "none" && words[to] === "of" && /^(?:offer|g[ai]ve|contain|include|carr|print)/.test(word)) {
    const missed = absentNoun(line, to + 1, 4);
    if (missed)
      return {
        from,
        to: missed.at + 1,
        kind: missed.kind,
        who: "before",
        left: { from: missed.at, to: missed.at + 1 },
      };
  }
  if (/^(?:say|said|says|find|found|finds)$/.test(word) && !/^nothing$/.test(words[i] ?? "")) return null;
  if (/^(?:find|found|finds)$/.test(word)) return null;
  if (/^(?:got|gets)$/.test(word))
    return /^(?:airing|mention)$/.test(head) && /^(?:[.,;"]|at|in|from|on|)$/.test(words[noun + 1] ?? "")
      ? { from, to: noun + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true, withSubject: true }
      : null;
  const about = ON.test(words[bare ? to : noun + 1] ?? "");
  const at = bare ? to : noun + 1;
  if (bare && about && words[i] === "nothing" && /^(?:to)$/.test(words[to] ?? "")) return null;
  if (bare && about) return { from, to: at + 1, kind: "topic-not-mentioned", who: "before", carried: "text" };
  if (!bare && isPart(head, "saying") && about)
    return { from, to: at + 1, kind: "topic-not-mentioned", who: "before", carried: "text" };
  if (
    words[i] === "neither" &&
    /^(?:record|list|mention|name|contain|include)/.test(word) &&
    ahead(line, to, 18, (w) => w === "nor") > 0
  )
    return { from, to, kind: "topic-not-mentioned", who: "before", carried: "text", left: "behind" };
  return null;
}

/** "Neither text has a line on the border", "the phrase appears in neither version". */
function inNeither(line: Line, i: number): Found {
  const { words } = line;
  if (textIn(line, i + 1, i + 3) < 0) return null;
  if (words[i - 1] === "in" && NAMED.test(words[i - 2] ?? ""))
    return { from: i - 2, to: i + 2, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true };
  const verb = ahead(line, i + 2, 9, (w) => isPart(w, "holds"));
  if (verb < 0 || !/^(?:an?|any|one|so)$/.test(words[verb + 1] ?? "")) return null;
  const noun = ahead(line, verb + 2, 4, (w) => isPart(w, "saying"));
  return noun > 0 && ON.test(words[noun + 1] ?? "")
    ? { from: verb, to: noun + 2, kind: "topic-not-mentioned", who: { from: i, to: verb } }
    : null;
}

/** "There was nothing for drivers in it", "of the pact there is no trace", "there is no expression of regret anywhere". */
function there(line: Line, i: number, to: number, bare: boolean): Found {
  const { words } = line;
  const be = beforeAdverbs(line, i - 1);
  if (!BE.has(words[be] ?? "") || words[be - 1] !== "there") return null;
  const from = be - 1;
  const noun = bare ? to - 1 : nounPhraseEnd(line, to);
  const head = words[noun] ?? "";
  const spoken = bare ? words[i] === "nothing" : isPart(head, "saying") || /^expressions?$/.test(head);
  if (!spoken) return null;
  // "Of the pact there is no trace".
  const leads = /^(?:of|on|about)$/.test(words[clauseStart(line, from)] ?? "") && clauseStart(line, from) < from - 1;
  if (leads && noun + 1 <= words.length && /^(?:[.,;"]|at|in|anywhere|whatsoever|)$/.test(words[noun + 1] ?? ""))
    return {
      from,
      to: noun + 1,
      kind: "topic-not-mentioned",
      who: "nobody",
      opens: clauseStart(line, from),
      left: { from: clauseStart(line, from) + 1, to: words[from - 1] === "," ? from - 1 : from },
    };
  const sorry = words[noun + 1] === "of" && isPart(words[noun + 2], "sorrow");
  const anywhere = ahead(line, noun + 1, 12, (w) => w === "anywhere");
  const inText = ahead(
    line,
    noun + 1,
    12,
    (w, k) =>
      /^(?:in|from)$/.test(w) &&
      (textIn(line, k + 1, k + 5) > 0 || (words[k + 1] === "it" && spokenOf(words, noun + 1))),
  );
  if (anywhere < 0 && inText < 0) return null;
  const kind: SilenceKind = sorry ? "message-absent" : "topic-not-mentioned";
  const about = ON.test(words[noun + 1] ?? "");
  if (!about) return null;
  return { from, to: noun + 2, kind, who: "nobody" };
}

/** "We have not heard the word sorry", "I never heard an apology": whoever listens misses it. */
function unheard(line: Line, i: number): Found {
  const { words } = line;
  const not = beforeAdverbs(line, i - 1);
  if (!/^(?:not|n't|never)$/.test(words[not] ?? "") || !HAVE.has(words[beforeAdverbs(line, not - 1)] ?? ""))
    return null;
  const from = beforeAdverbs(line, not - 1);
  const sorry = ahead(line, i + 1, 6, (w) => isPart(w, "sorrow"));
  if (sorry < 0 || !words.slice(i + 1, sorry).some((w) => /^(?:word|words|an?|any|of)$/.test(w))) return null;
  return {
    from,
    to: sorry + 1,
    kind: "message-absent",
    who: "nobody",
    noun: true,
    withSubject: true,
    left: { from: sorry, to: sorry + 1 },
  };
}

/** "Nothing for drivers in it": for whom, not to do. */
function spokenOf(words: readonly string[], at: number): boolean {
  return /^(?:for|on|about)$/.test(words[at] ?? "");
}

/** "Nowhere is the engineer named", "nowhere in its pages does the name occur". */
function nowhere(line: Line, i: number): Found {
  const aux = ahead(line, i + 1, 8, (w) => DO.has(w) || HAVE.has(w) || /^(?:is|are|was|were)$/.test(w));
  if (aux < 0) return null;
  const verb = ahead(line, aux + 2, 16, (w) => NAMED.test(w));
  if (
    verb < 0 ||
    ahead(line, aux + 1, verb - aux - 1, (w) => (isAuxiliary(w) && !w.startsWith("'")) || w === "that") > 0
  )
    return null;
  return {
    from: i,
    to: verb + 1,
    kind: "topic-not-mentioned",
    who: "nobody",
    left: { from: aux + 1, to: verb },
  };
}

const NAMED =
  /^(?:named|mentioned|listed|cited|quoted|occur|occurs|appear|appears|occurred|appeared|figure|feature|discussed|referred|acknowledged)$/;

/** "The address lacks a figure", "what it does lack is a figure". */
function lacks(line: Line, i: number): Found {
  const { words } = line;
  const what = words.lastIndexOf("what", i);
  if (what >= 0 && i - what < 9 && /^(?:is|was|are|were)$/.test(words[i + 1] ?? "") && textIn(line, what, i) > 0)
    return { from: what, to: i + 2, kind: "topic-not-mentioned", who: "nobody", left: "behind" };
  if (verbAt(line, i, ["base"]) || words[i] === "lack") return null;
  const noun = nounPhraseEnd(line, i + 1);
  return isPart(words[noun], "saying") && words[noun + 1] !== "of"
    ? { from: i, to: i + 1, kind: "topic-not-mentioned", who: "before", carried: "text", left: "behind" }
    : null;
}
