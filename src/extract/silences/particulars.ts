import { type Stretch, type Denial, type Line, ahead, beforeAdverbs, isAdverb } from "./line.ts";
import { vocabulary } from "./vocabulary.ts";

/** Prepositions behind which stands what was left out, and in what a thing may be missing. */
const ABOUT = /^(?:of|to|about|on|over|regarding|concerning|for|as|into|against|behind|from)$/;
const IN = /^(?:in|during|at|throughout)$/;
const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight)$/;

/** What was left out, inside the clause; null where no words stand for it. */
export function aboutOf(line: Line, denial: Denial, clause: Stretch): Stretch | null {
  const { words } = line;
  if (denial.left) {
    const left = cut(line, denial.left === "behind" ? { from: denial.to, to: clause.to } : denial.left);
    return left.to > left.from ? left : null;
  }
  if (denial.aboutBefore) {
    const before = cut(line, { from: clause.from, to: denial.from });
    return before.to > before.from ? before : null;
  }
  if (denial.by.startsWith("no-noun")) return aboutOfNoun(line, denial, clause);
  let from = denial.to;
  const last = words[from - 1] ?? "";
  const { wh, nouns } = vocabulary();
  if (denial.kind === "answer-not-given") {
    const question = ahead(line, from, Math.max(0, clause.to - from), (w) =>
      /^(?:on|about|regarding|concerning)$/.test(w),
    );
    const asked = ahead(line, from, Math.max(0, clause.to - from), (w) => /^(?:asked|pressed|questioned)$/.test(w));
    if (asked > 0) {
      const question = ahead(line, asked + 1, 6, (w, k) => wh.has(w) && k < clause.to);
      if (question > 0) return cut(line, { from: question, to: clause.to });
    }
    // "Hung up when asked about the loan".
    if (wh.has(words[from] ?? "") && !(words[from] === "when" && asked === from + 1))
      return cut(line, { from, to: clause.to });
    // "Would prefer not to talk about the loan".
    if (/^(?:about|of)$/.test(last) && from < clause.to) return cut(line, { from, to: clause.to });
    // "Has not answered the question of what he would do".
    const put = ahead(line, from, Math.max(0, clause.to - from), (w) => /^questions?$/.test(w));
    if (put > 0 && (words[put + 1] === "of" || wh.has(words[put + 1] ?? "")) && put + 2 < clause.to)
      return cut(line, { from: words[put + 1] === "of" ? put + 2 : put + 1, to: clause.to });
    // "Would neither confirm nor deny the report".
    if (/^den(?:y|ied|ies|ying)$/.test(last)) {
      const claim = cut(line, { from, to: clause.to });
      return claim.to > claim.from ? claim : null;
    }
    if (/^(?:discuss|discussing|address|explain|identify)$/.test(last)) return cut(line, { from, to: clause.to });
    // "Did not respond to the letter" left the letter open; a request for comment is no matter.
    if (/^(?:respond|responded|responding|reply|replied|replying|react)$/.test(last) && words[from] === "to") {
      const sought = ahead(line, from + 1, Math.max(0, clause.to - from - 1), (w) =>
        /^(?:comments?|interviews?|questions?|inquiries|queries|calls?|e-?mails?|attempts?)$/.test(w),
      );
      if (sought < 0 && from + 1 < clause.to) return cut(line, { from: from + 1, to: clause.to });
    }
    // "did not respond on Monday" has a day, no matter.
    if (question < 0 || DAY.test(words[question + 1] ?? "") || question >= clause.to) return null;
    return cut(line, { from: question + 1, to: clause.to });
  }
  if (wh.has(last) && !wh.has(words[from] ?? "")) from--;
  // "did not mention" has a verb, "made no mention" a noun.
  const isVerb =
    /^(?:not|n't|never|to|without|nor|cannot)$/.test(words[beforeAdverbs(line, from - 2)] ?? "") ||
    /^(?:time|point|stage|moment)$/.test(words[from - 2] ?? "") ||
    DAY.test(words[from - 2] ?? "") ||
    denial.by.startsWith("nor-did");
  if (nouns.has(last) && !isVerb) {
    // The noun itself is what is missing where nothing follows: "gave no reason".
    // "Made no overtures to the board": to whom, not of what.
    const addressed = denial.kind === "message-absent" && words[from] === "to";
    if (!addressed && from < clause.to && ABOUT.test(words[from] ?? "") && !DAY.test(words[from + 1] ?? "")) {
      // What is denied to be known is of the matter; what is by or from somebody is not.
      const named = /^(?:from|by)$/.test(words[from] ?? "")
        ? { from, to: from }
        : cut(line, { from: from + 1, to: clause.to });
      return named.to > named.from ? named : null;
    }
    if (from < clause.to && (wh.has(words[from] ?? "") || words[from] === "that"))
      return cut(line, { from: words[from] === "that" ? from - 1 : from, to: clause.to });
    return denial.kind === "detail-withheld" || denial.kind === "content-withheld" || denial.kind === "message-absent"
      ? { from: from - 1, to: from }
      : null;
  }
  while (from < clause.to && isAdverb(words[from])) from++;
  // "Bring up the debt", "tell us who fired": neither "up" nor "us" was left out.
  if (
    (/^(?:up|out|us|me|him|them|reporters|anyone|anybody)$/.test(words[from] ?? "") ||
      // "Did not tell her why", but "did not discuss her plans".
      (words[from] === "her" && (wh.has(words[from + 1] ?? "") || ABOUT.test(words[from + 1] ?? "")))) &&
    from + 1 < clause.to
  )
    from++;
  if (words[from + 1] === "up" && /^(?:it|that|this)$/.test(words[from] ?? "")) return { from, to: from + 1 };
  if (
    ABOUT.test(words[from] ?? "") &&
    (words[from] !== "as" || words[from + 1] === "to") &&
    !DAY.test(words[from + 1] ?? "") &&
    !/^(?:years|months|weeks|days|decades)$/.test(words[from + 1] ?? "") &&
    from < clause.to
  )
    from++;
  if (
    /^(?:so|yet|by|from|in|at|on|when|since|after|before|until)$/.test(words[from] ?? "") &&
    !wh.has(words[from + 1] ?? "")
  )
    return null;
  const left = cut(line, { from, to: clause.to });
  return left.to > left.from ? left : null;
}

/** What the missing noun was to be of: "no details were given about the talks", "made no mention of wages"; else the noun itself. */
function aboutOfNoun(line: Line, denial: Denial, clause: Stretch): Stretch | null {
  const { words } = line;
  const { nouns, wh } = vocabulary();
  let noun = -1;
  for (let i = denial.from; i < denial.to; i++) if (nouns.has(words[i] as string)) noun = i;
  for (const at of [noun + 1, denial.to]) {
    if (at >= clause.to || (at < denial.to && noun < 0)) continue;
    const word = words[at] ?? "";
    const to = at < denial.to ? denial.to : clause.to;
    if (wh.has(word)) return cut(line, { from: at, to });
    if (word === "that") return cut(line, { from: noun < 0 ? at : noun, to });
    if (!ABOUT.test(word) || /^(?:from|by|behind|as)$/.test(word) || DAY.test(words[at + 1] ?? "")) continue;
    const named = cut(line, { from: at + 1, to: at < denial.to ? passiveStart(words, at + 1, to) : to });
    if (named.to > named.from) return named;
  }
  // "Said nothing about wages": the preposition belongs to the words that deny.
  if (noun < 0 && ABOUT.test(words[denial.to - 1] ?? "")) {
    const named = cut(line, { from: denial.to, to: clause.to });
    if (named.to > named.from) return named;
  }
  const itself =
    denial.kind === "detail-withheld" || denial.kind === "content-withheld" || denial.kind === "message-absent";
  return itself && noun >= 0 ? { from: noun, to: noun + 1 } : null;
}

/** "no reason for the closure was given": the matter ends before the verb. */
function passiveStart(words: readonly string[], from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (/^(?:was|were|is|are|has|have|had|followed|came)$/.test(words[i] as string)) return i;
  return to;
}

/** Without the place, the day and the speech at its end: they say where it was missing, not what. */
function cut(line: Line, { from, to }: Stretch): Stretch {
  const { words } = line;
  const { scopes, wh } = vocabulary();
  const asks = wh.has(words[from] ?? "");
  for (let i = from; i < to; i++) {
    const word = words[i] as string;
    if (
      i > from &&
      /^(?:on|last|earlier|late|this)$/.test(word) &&
      (DAY.test(words[i + 1] ?? "") || DAY.test(words[i + 2] ?? ""))
    )
      return { from, to: i };
    if (i > from && DAY.test(word) && i === to - 1) return { from, to: i };
    // "Whether it was to be used in a speech": the question's own.
    if (IN.test(word) && i > from && !asks) {
      const scope = ahead(line, i + 1, 6, (w) => scopes.has(w));
      if (scope > 0 && scope < to) {
        to = i;
        break;
      }
    }
    // "About the plan in recent months", "the issue for years": since when.
    if (
      i > from &&
      !asks &&
      /^(?:in|for|over|during)$/.test(word) &&
      words
        .slice(i + 1, Math.min(to, i + 5))
        .some((w, k) => /^(?:years|months|weeks|days|decades)$/.test(w) && i + 2 + k >= to)
    )
      return { from, to: i };
    // "In depth", "in detail": how, not what.
    if (i > from && word === "in" && /^(?:depth|detail|full|public)$/.test(words[i + 1] ?? "") && i + 2 >= to)
      return { from, to: i };
    if (i > from && /^(?:directly|specifically|explicitly|since)$/.test(word) && (word === "since" || i === to - 1))
      return { from, to: i };
    if (
      i > from &&
      /^(?:despite|instead|by)$/.test(word) &&
      (word !== "by" || words[i + 1] === "name" || /^(?:close|end|deadline)$/.test(words[i + 2] ?? ""))
    )
      return { from, to: i };
    if (i >= from && word === "as" && words[i + 1] !== "to") return { from, to: i };
    if (
      i > from &&
      word === "when" &&
      (/^(?:asked|pressed|questioned|contacted|reached)$/.test(words[i + 1] ?? "") ||
        (!asks && /^(?:he|she|it|they)$/.test(words[i + 1] ?? "")))
    )
      return { from, to: i };
  }
  // "Would not elaborate, or comment": what is refused beside it is no matter.
  if (/^(?:or|nor)$/.test(words[words[from] === "," ? from + 1 : from] ?? "")) return { from, to: from };
  while (
    to > from &&
    /^(?:,|and|or|directly|specifically|outright|personally|altogether)$/.test(words[to - 1] as string)
  )
    to--;
  if (words[from] === "," && from < to) from++;
  return { from, to };
}

/** Where it was missing: "in his comments" before or behind the words, or the subject itself ("the speech made no mention"). */
export function scopeOf(line: Line, denial: Denial, clause: Stretch, subject: Stretch | null): Stretch | null {
  const { words } = line;
  const { scopes, channels } = vocabulary();
  if (/^(?:absent|missing)$/.test(words[denial.from] ?? "") || denial.by.startsWith("absent")) {
    const from = ahead(line, denial.from, 4, (w) => w === "from");
    const scope = from > 0 ? ahead(line, from + 1, 7, (w) => scopes.has(w)) : -1;
    return scope > 0 ? { from: from + 1, to: scope + 1 } : null;
  }
  for (let i = denial.to; i < clause.to; i++) {
    if (vocabulary().wh.has(words[i - 1] ?? "") && !IN.test(words[i] as string)) break;
    const phrase = IN.test(words[i] as string) ? phraseOf(i, clause.to) : null;
    if (phrase) return phrase;
  }
  // A leading phrase of the clause: "In his comments, the leader made …".
  const least = Math.max(0, clause.from - 16);
  for (let i = clause.from - 1; i >= least; i--) {
    if (/^[;:."]$/.test(words[i] as string)) break;
    const phrase = IN.test(words[i] as string) ? phraseOf(i, clause.from) : null;
    if (phrase) return phrase;
  }
  if (subject && denial.who === "before" && denial.kind !== "act-absent" && denial.kind !== "answer-not-given") {
    for (let i = subject.from; i < subject.to; i++) {
      const word = words[i] as string;
      if (/^(?:of|by|in|on|from)$/.test(word)) break;
      if (
        scopes.has(word) &&
        !channels.has(word) &&
        (i + 1 === subject.to || /^(?:of|by|in|on|from|to)$/.test(words[i + 1] ?? ""))
      )
        return subject;
    }
  }
  return null;

  function phraseOf(preposition: number, end: number): Stretch | null {
    let scope = ahead(line, preposition + 1, 7, (w) => scopes.has(w));
    if (scope < 0 || scope >= end) return null;
    // "The news conference".
    while (scope + 1 < end && scopes.has(words[scope + 1] ?? "")) scope++;
    if (
      ahead(line, preposition + 1, scope - preposition, (w) => /^(?:of|to|that|who|,|and|with|when|said)$/.test(w)) > 0
    )
      return null;
    // "his official speech that took place …": the noun with what stands before it.
    return { from: preposition + 1, to: scope + 1 };
  }
}

/** What had been expected, where the same sentence says it: "despite calls …", "although he had promised …", hopes before a "but". */
export function expectationOf(line: Line, denial: Denial, clause: Stretch): Stretch | null {
  const { words } = line;
  for (let i = Math.max(0, clause.from - 30); i < Math.min(words.length, clause.to + 12); i++) {
    const word = words[i] as string;
    if (word === "despite" && ahead(line, i + 1, 5, (w) => WANTED_NOUN.test(w)) > 0)
      return { from: i, to: endOf(line, i + 1, i < denial.from ? denial.from : words.length) };
    if (/^(?:although|though)$/.test(word) && ahead(line, i + 1, 8, (w) => WANTED.test(w)) > 0)
      return { from: i, to: endOf(line, i + 1, i < denial.from ? denial.from : words.length) };
    if (
      word === "as" &&
      i > denial.to &&
      /^(?:expected|promised|demanded|requested|planned|hoped)$/.test(words[pastHad(words, i + 1)] ?? "")
    )
      return { from: i, to: pastHad(words, i + 1) + 1 };
  }
  // "Observers had hoped for a gesture, but none came": the hope stands in the clause before.
  const before = clause.from - 1;
  if (words[before] !== "but") return null;
  const end = words[before - 1] === "," ? before - 1 : before;
  const start = Math.max(0, end - 70);
  for (let i = end - 1; i >= start; i--) {
    if (/^[;:.]$/.test(words[i] as string)) return null;
    if (!/^(?:hoped|hope|hopes|expected|expect|expects|urged|demanded|awaited)$/.test(words[i] as string)) continue;
    // What one hopes for oneself is no expectation of others.
    if (/^(?:he|she|it)$/.test(words[/^(?:had|has|have)$/.test(words[i - 1] ?? "") ? i - 2 : i - 1] ?? "")) return null;
    let from = i;
    while (from > start && !/^[;:."]$/.test(words[from - 1] as string)) from--;
    return { from, to: end };
  }
  return null;
}

const WANTED_NOUN =
  /^(?:calls?|requests?|pressure|promises?|pledges?|expectations?|demands?|appeals?|hopes?|invitations?|speculation|questions?)$/;
const WANTED = /^(?:expected|promised|asked|urged|called|pressed|demanded|pledged|vowed|hoped|requested)$/;

function pastHad(words: readonly string[], i: number): number {
  while (/^(?:had|been|was|were|widely|he|she|they|it)$/.test(words[i] ?? "")) i++;
  return i;
}

function endOf({ words }: Line, i: number, bound: number): number {
  while (i < Math.min(words.length, bound, i + 40) && !/^[,;:.!?"]$/.test(words[i] as string)) i++;
  return i;
}
