/** Where a stretch of words is to be cut. Indices are of `words`, the end behind the last one. */
const SUBJECT_PRONOUN = /^(?:he|she|they|we|i|it|you|there|then)$/;
const GOES_ON =
  /^(?:\p{Ll}+ed|broken|held|made|led|known|begun|taken|given|seen|brought|sent|built|\p{Ll}+ing|which|who|whose|whom|including|such|however|too|also|especially|particularly)$/u;
const VERB =
  /^(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|cannot|ca|wo|could|may|might|must|should|'s|'re|'ve|'ll|n't|not|goes|gets|comes|makes|takes|wants|continues|\p{Ll}{2,}ed|went|came|took|made|got|left|won|lost|kept|held|sent|paid|met|gave|found|said|told|brought|stood|began|fell|rose|led|fought|built|sold|broke|chose|drew|ran|saw|spoke|wrote)$/u;
const INSERTED =
  /^(?:after|before|in|on|at|with|despite|like|as|by|under|for|once|again|too|indeed|of|during|having|even)$/;
/** What may follow a comma inside one trigger: a list of nouns or of verbs goes on. */
const NEW_CLAUSE =
  /^(?:and|but|or|nor|so|because|while|as|although|though|which|who|where|when|adding|saying|warning|noting|according|he|she|they|we|i|it)$/;

/**
 * The end of a trigger that opens its sentence: its comma, an inserted clause passed over ("if the talks, held in May, fail,"),
 * or where no comma stands, ahead of the next subject ("if they do this he knows").
 */
export function endOfOpeningTrigger(words: readonly string[], body: number, to: number): number {
  for (let i = body; i < to; i++) {
    if (/^(?:[;:]|then|-|\.\.\.|…)$/.test(words[i] as string) && i > body + 1) return i;
    if (words[i] === "that" && words[i - 1] === "that") return i;
    if (words[i] !== ",") continue;
    const next = words[i + 1] === '"' ? words[i + 2] : words[i + 1];
    // "If they have no crew, and they pay double, …": no main clause begins with "and".
    if (/^(?:and|or)$/.test(next ?? "") && i + 2 < to) continue;
    // "If you find sound, healthy firms, they are": an adjective more.
    const after = words.indexOf(",", i + 1);
    if (
      after > i + 1 &&
      after < Math.min(to, i + 9) &&
      SUBJECT_PRONOUN.test(words[after + 1] ?? "") &&
      words.slice(i + 1, after).every((w) => /^\p{Ll}+$/u.test(w) && !VERB.test(w)) &&
      !/^(?:the|an?|this|that|these|those|his|her|its|their|our|so|then|well|yes|no|as|if)$/.test(next ?? "") &&
      !INSERTED.test(next ?? "") &&
      !GOES_ON.test(next ?? "")
    ) {
      i = after - 1;
      continue;
    }
    // "Unless they pull back, halt the raids and leave, the fleet will fire": a verb more.
    if (
      after > i + 2 &&
      after < Math.min(to, i + 14) &&
      !SUBJECT_PRONOUN.test(next ?? "") &&
      !DETERMINER.test(next ?? "") &&
      !INSERTED.test(next ?? "") &&
      !GOES_ON.test(next ?? "") &&
      !words.slice(i + 1, after).some((w) => VERB.test(w) || OPEN_MODAL.test(w)) &&
      words.slice(i + 1, after).includes("and") &&
      (DETERMINER.test(words[after + 1] ?? "") || SUBJECT_PRONOUN.test(words[after + 1] ?? "")) &&
      mainModal(words, after + 1, to)
    ) {
      i = after - 1;
      continue;
    }
    // "If Kirn, after this defeat, still cannot": no verb yet.
    if (
      i - body < 4 &&
      INSERTED.test(next ?? "") &&
      !words.slice(body, i).some((w) => VERB.test(w) || /^\p{Ll}{2,}s$/u.test(w))
    ) {
      const close = words.indexOf(",", i + 1);
      if (close !== -1 && close < Math.min(to, i + 14)) {
        i = close;
        continue;
      }
    }
    if (GOES_ON.test(next ?? "") && i + 1 < to) {
      const close = words.indexOf(",", i + 1);
      if (close !== -1 && close < Math.min(to, i + 12)) {
        i = close;
        if (
          SUBJECT_PRONOUN.test(words[i + 1] ?? "") ||
          /^(?:the|this|that|an?|his|her|its|their|our)$/.test(words[i + 1] ?? "")
        )
          return i;
        // The insertion closes the clause where its verb stood ahead of it.
        if (words.slice(body, i).some((w) => VERB.test(w)) && !VERB.test(words[i + 1] ?? "")) return i;
        continue;
      }
    }
    return i;
  }
  const second = secondSubject(words, body, to);
  for (let i = body + 2; i < to; i++) {
    if (i === second) return i;
    if (
      SUBJECT_PRONOUN.test(words[i] as string) &&
      (SUBJECT_PRONOUN.test(words[body] as string) ||
        OPEN_MODAL.test(words[i + 1] ?? "") ||
        words.slice(body, i).some((w) => VERB.test(w))) &&
      (!JOINS.test(words[i - 1] as string) ||
        (/^(?:n't|not)$/.test(words[i - 1] as string) && OPEN_MODAL.test(words[i + 1] ?? "")))
    )
      return i;
  }
  return to;
}

/** "Until an offer is made the board will wait": where a second subject with a modal begins; -1 for none. */
function secondSubject(words: readonly string[], body: number, to: number): number {
  for (let modal = body + 4; modal < to; modal++) {
    if (!OPEN_MODAL.test(words[modal] as string)) continue;
    let i = modal - 1;
    while (i > modal - 5 && i > body && /^\p{Ll}+$/u.test(words[i] as string) && !DETERMINER.test(words[i] as string))
      if (JOINS.test(words[i] as string)) return -1;
      else i--;
    return i > body + 2 && i < modal - 1 && DETERMINER.test(words[i] as string) && !JOINS.test(words[i - 1] as string)
      ? i
      : -1;
  }
  return -1;
}

/** A modal before the next comma. */
function mainModal(words: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 9) && words[i] !== ","; i++)
    if (OPEN_MODAL.test(words[i] as string)) return true;
  return false;
}

const DETERMINER = /^(?:the|an?|his|her|its|their|our)$/;

/** A pronoun behind these is no new subject: "if they say that he ...", "if they give it". */
const JOINS =
  /^(?:that|if|and|or|but|who|which|what|when|where|whether|because|as|than|say|says|said|think|thinks|believe|believes|know|knows|is|are|was|were|not|n't|do|does|did|will|would|can|could|of|to|for|with|by|in|on|at|from|like|about|do|make|take|give|let|want|see|tell|told)$/;

/** The end of a trigger behind its main clause: where a new clause or the report's own voice begins, else `to`. */
export function endOfClosingTrigger(words: readonly string[], body: number, to: number): number {
  // "Which if enacted would close the port".
  if (OPEN_MODAL.test(words[body + 1] ?? "") && /(?:ed|en|ilt|ade|old)$/.test(words[body] ?? "")) return body + 1;
  // "Promised to change the law, if elected, to help", "if elected to force firms to pay".
  if (
    /^(?:elected|re-elected|reelected|appointed|successful)$/.test(words[body] ?? "") &&
    words[body + 1] === "to" &&
    /^\p{Ll}{2,}$/u.test(words[body + 2] ?? "") &&
    !/^(?:the|an?|his|her|its|their|this|that|congress|parliament|office|lead|serve)$/.test(words[body + 2] ?? "")
  )
    return body + 1;
  for (let i = body + 1; i < to; i++) {
    const word = words[i] as string;
    if (/^(?:[;:]|-)$/.test(word)) return i;
    if (i > body + 2 && (word === "because" || (word === "before" && (words[i + 1] ?? "").endsWith("ing")))) return i;
    if (word === "," && mainBegins(words, body, i, to)) return i;
    // "If rates rise, or if the mark falls".
    if (word === "," && /^(?:or|and)$/.test(words[i + 1] ?? "") && /^(?:if|unless)$/.test(words[i + 2] ?? "")) {
      i += 2;
      continue;
    }
    // "Only after the sanctions were lifted, unless Norra offered proof": an exception of its own.
    if (word === "," && words[i + 1] === "unless") return i;
    // "Which employees, and how many, will leave": set between commas.
    if (word === "," && words[i + 1] === "and" && /^(?:how|when|where|why|who|what|which)$/.test(words[i + 2] ?? "")) {
      const close = words.indexOf(",", i + 1);
      if (close !== -1 && close < Math.min(to, i + 6)) {
        i = close;
        continue;
      }
    }
    if (word === "," && NEW_CLAUSE.test(words[i + 1] === '"' ? (words[i + 2] ?? "") : (words[i + 1] ?? ""))) return i;
  }
  return to;
}

const OPEN_MODAL = /^(?:will|'ll|would|could|must|should|shall)$/;

/** "…, if Norra agrees, the port will open": the main clause stands behind after all. */
function mainBegins(words: readonly string[], body: number, comma: number, to: number): boolean {
  if (!/^(?:the|an?|this|that|these|those|there|its|his|her|their|our|\p{Ll}{3,}s)$/u.test(words[comma + 1] ?? ""))
    return false;
  if (words.slice(body, comma).some((w) => OPEN_MODAL.test(w))) return false;
  for (let i = comma + 2; i < Math.min(to, comma + 10) && !/^[,;:]$/.test(words[i] as string); i++)
    if (OPEN_MODAL.test(words[i] as string))
      return !words.slice(comma + 1, i).some((w) => /^(?:who|which|that)$/.test(w));
  return false;
}

/** Where the main clause ahead of a trigger begins: behind the last colon or semicolon, or ", and" with a subject of its own. */
export function beginOfMainClause(words: readonly string[], from: number, at: number): number {
  let begin = from;
  for (let i = from; i < at; i++) {
    const word = words[i] as string;
    if (/^[;:]$/.test(word)) begin = i + 1;
    if (word === "," && /^(?:and|but|so)$/.test(words[i + 1] ?? "") && hasSubject(words, i + 2, at)) begin = i + 2;
  }
  while (begin < at && /^(?:["'(,-]|and|but|so|that|\[|\.\.\.)$/.test(words[begin] as string)) begin++;
  return begin;
}

function hasSubject(words: readonly string[], from: number, to: number): boolean {
  return (
    /^(?:he|she|they|we|i|it|you|there|the|this|that)$/.test(words[from] ?? "") &&
    words.slice(from, to).some((w) => VERB.test(w))
  );
}

/** Whether a clause has a verb at all. */
export function hasVerb(words: readonly string[], from: number, to: number): boolean {
  return (
    words
      .slice(from, to)
      .some(
        (w) => VERB.test(w) || /^(?:to|cannot|let|please|stop|leave|give|go)$/.test(w) || /^\p{Ll}{3,}s$/u.test(w),
      ) ||
    to - from > 3 ||
    (to - from > 1 && SUBJECT_PRONOUN.test(words[from] ?? ""))
  );
}

/** Finite verbs by their forms, for those who look for a clause of its own. */
export const FINITE = VERB;

/** Whether a clause may begin at a word: nothing stands before it, or what parts clauses. */
export function opensClause(words: readonly string[], at: number, from: number): boolean {
  return at === from || /^(?:["'.;:(-]|that|and|but)$/.test(words[at - 1] as string);
}
