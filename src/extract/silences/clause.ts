import { lexicon } from "../fast/lexicon.ts";
import { type Line, type Stretch, ahead, isAdverb, isAuxiliary } from "./line.ts";
import {
  OPENS,
  PREPOSITION,
  bared,
  isApposition,
  lastComma,
  tellingBefore,
  tellsBetween,
  withoutApposition,
} from "./subjectEdges.ts";
import { vocabulary } from "./vocabulary.ts";

/** How far a clause is followed to either side, in words: longer ones are cut. */
const REACH = 60;

const STOP = /^(?:[;:.?!()[\]"-]|\.{3})$/;
const PAST =
  /^(?:went|died|arrived|happened|resigned|remained|expired|came|took|met|left|held|got|made|gave|saw|stood|sat|ran|won|lost|led|began|spoke|kept|was|were|is|are|has|had|have|felt|fell|wrote|read|told|said|says|sent|put|paid|became|brought|built|broke|chose|drew|drove|flew|grew|heard|knew|rose|sold|showed|stuck|struck|thought|threw|wore)$/;

function isFinite(line: Line, i: number): boolean {
  const word = line.words[i] as string;
  // "To repeated requests", "the closed road".
  if (
    word.endsWith("ed") &&
    /^(?:to|of|for|on|in|at|over|about|the|an?|its|his|her|their|'s|any|no|more|from|with|by)$/.test(
      line.words[i - 1] ?? "",
    )
  )
    return false;
  if ((isAuxiliary(word) && !word.startsWith("'")) || PAST.test(word)) return true;
  const reporting = lexicon().verbs.get(word);
  const form = reporting?.form;
  if (/^\p{Lu}/u.test(line.tokens[i]?.reads ?? "") && i > 0) return false;
  if ((form === "past" || form === "participle") && word.endsWith("ed"))
    return !PREPOSITION.test(line.words[i + 1] ?? "");
  return (
    !/^\p{Lu}/u.test(line.tokens[i]?.reads ?? "") &&
    /[^e]ed$/.test(word) &&
    word.length > 4 &&
    !PREPOSITION.test(line.words[i + 1] ?? "")
  );
}

/**
 * The subject that stands before the words at `at`, and where its clause begins. Null where the clause has none of its
 * own ("arrived but did not comment"): then it is the subject of the clause before.
 */
export function subjectBefore(
  line: Line,
  given: number,
): { subject: Stretch | null; remote: boolean; relative: boolean } {
  const { words } = line;
  let at = given;
  let start = at;
  // "Her rival, Tom Birch (Solvan), has yet to bow out": the brackets belong to the name.
  if (words[at - 1] === "," && words[at - 2] === ")") {
    const open = words.lastIndexOf("(", at - 2);
    if (open > at - 10 && open > 0) {
      at = open;
      start = open;
    }
  }
  const bracketed = start < given;
  // "cited for refusing to testify": whose refusing it is the grammar does not say.
  if (/^(?:for|of|by|about|after|before|from|with)$/.test(words[at - 1] ?? ""))
    return { subject: null, remote: true, relative: false };
  let parenthesis = bracketed;
  // "Marsh (Solvan) has not said": what stands between brackets is passed over.
  if (words[at - 1] === ")") {
    const open = words.lastIndexOf("(", at - 1);
    if (open > at - 10 && open > 0) {
      at = open;
      start = open;
      parenthesis = true;
    }
  }
  const least = Math.max(0, at - REACH);
  // "Schilling, through a spokeswoman, declined": what stands between commas is passed over.
  if (words[at - 1] === ",") {
    let comma = at - 2;
    while (comma > least && words[comma] !== "," && !/^[;:.?!"]$/.test(words[comma] as string)) comma--;
    const inner = words[comma + 1] ?? "";
    if (
      words[comma] === "," &&
      ((!/^(?:and|but|or|nor|while|who|which|whose|he|she|they|it)$/.test(inner) &&
        !tellsOn(line, comma + 1, at - 1)) ||
        tellsBetween(line, comma + 1, at - 1))
    ) {
      at = comma;
      start = comma;
      parenthesis = true;
    } else if (words[comma] === "," && /^(?:who|which|whose)$/.test(inner)) {
      at = comma;
      start = comma;
      parenthesis = true;
    }
  }
  for (; start > least; start--) {
    const word = words[start - 1] as string;
    // "That pledge was not repeated".
    const points = word === "that" && start === 1;
    if ((STOP.test(word) && !joins(line, start - 1)) || (OPENS.has(word) && !points)) break;
    if (word === ",") break;
    // "Marsh warns of an answer as state TV leaves out talks": the headline's second clause.
    if (
      word === "as" &&
      start < at &&
      words
        .slice(Math.max(0, start - 30), start - 1)
        .some((w) => /^(?:s|past)$/.test(lexicon().verbs.get(w)?.form ?? "")) &&
      !/^(?:as|such|well|so|known)$/.test(words[start - 2] ?? "")
    )
      break;
    if (/^(?:after|before|as)$/.test(word) && /^(?:he|she|it|they)$/.test(words[start] ?? "")) break;
    // "They see an opening after the council has avoided it": ahead stands another clause; "after the talks he …" has none.
    if (
      /^(?:after|before)$/.test(word) &&
      start < at &&
      start > 2 &&
      !/^(?:[,;:."(]|and|but|that|or)$/.test(words[start - 2] as string) &&
      // "A letter signed after the talks": it belongs to the noun.
      !(/^\p{Ll}+ed$/u.test(words[start - 2] as string) && !isAuxiliary(words[start - 3]))
    )
      break;
    if (
      (word === "and" || word === "or" || word === "nor") &&
      !words.slice(Math.max(least, start - 5), start - 1).includes("between") &&
      (start === at || someFinite(line, Math.max(least, start - 12), start - 1))
    )
      break;
    // "Analysts said the speech made no mention": the clause of the telling ends with its verb.
    const reporting = lexicon().verbs.get(word);
    if (
      reporting &&
      start < at &&
      (reporting.form === "past" ||
        reporting.form === "participle" ||
        reporting.form === "s" ||
        reporting.form === "ing") &&
      !PREPOSITION.test(words[start] ?? "") &&
      /^(?:say|note|add|tell|observe|claim|report|point|complain|argue|acknowledge|admit|stress)/.test(reporting.lemma)
    )
      break;
  }
  const opener = words[start - 1] ?? "";
  if (start === at && !parenthesis && /^(?:who|which|that)$/.test(opener)) {
    const end = words[start - 2] === "," ? start - 2 : start - 1;
    return { subject: phraseBefore(line, end), remote: false, relative: true };
  }
  if (start === at) return { subject: at > 0 ? remoteSubject(line, at) : null, remote: true, relative: false };
  // "She denied she had avoided it".
  if (/^(?:he|she|they|it)$/.test(words[at - 1] ?? "") && firstFinite(line, { from: start, to: at - 1 }) > start)
    return { subject: { from: at - 1, to: at }, remote: false, relative: false };
  const subject = bared(line, { from: start, to: at });
  if (/^(?:who|which)$/.test(opener) && /^(?:through|via|in|by|at|on)$/.test(words[start] ?? "")) {
    const end = words[start - 2] === "," ? start - 2 : start - 1;
    return { subject: phraseBefore(line, end), remote: false, relative: true };
  }
  if (subject.to <= subject.from) return { subject: remoteSubject(line, start), remote: true, relative: false };
  // A verb of its own in the words: they are a clause, and its subject is meant ("took the money and without …").
  const verb = firstFinite(line, subject);
  if (verb === subject.from) return { subject: remoteSubject(line, start), remote: true, relative: false };
  // "With a buyer it would not name".
  if (verb > subject.from && /^(?:he|she|it|they)$/.test(words[at - 1] ?? ""))
    return { subject: { from: at - 1, to: at }, remote: false, relative: false };
  if (verb > subject.from) return { subject: { from: subject.from, to: verb }, remote: true, relative: false };
  // "Told the paper he would not comment".
  if (
    subject.to - subject.from > 1 &&
    /^(?:he|she|they)$/.test(words[subject.to - 1] ?? "") &&
    !/^(?:and|or)$/.test(words[subject.to - 2] ?? "")
  )
    return { subject: { from: subject.to - 1, to: subject.to }, remote: false, relative: false };
  return { subject, remote: false, relative: false };
}

/** Whether a clause of its own stands there; "newly appointed chairman" is none. */
function tellsOn(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      isFinite(line, i) &&
      !((line.words[i] as string).endsWith("ed") && (i === from || (line.words[i - 1] as string).endsWith("ly")))
    )
      return true;
  return false;
}

/** A hyphen inside a word: "44-year-old". */
function joins({ tokens }: Line, i: number): boolean {
  const [before, hyphen, behind] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return hyphen?.reads === "-" && before?.to === hyphen.from && hyphen.to === behind?.from;
}

/** The noun phrase that ends at `end`. */
function phraseBefore(line: Line, end: number): Stretch | null {
  let from = end;
  while (from > Math.max(0, end - 12)) {
    const word = line.words[from - 1] as string;
    if (
      STOP.test(word) ||
      OPENS.has(word) ||
      /^(?:,|and|or|by|to|from|with|at|on|in|told|asked|said|is|was|were|are)$/.test(word)
    )
      break;
    from--;
  }
  return from < end ? { from, to: end } : null;
}

/** The subject of the clause that stands before a place: its words up to the first verb. */
function remoteSubject(line: Line, at: number): Stretch | null {
  const { words } = line;
  let start = Math.max(0, at - 1);
  const least = Math.max(0, at - REACH);
  while (start > least && !/^(?:[;:"]|\.|but)$/.test(words[start - 1] as string)) start--;
  for (let from = start; from < at;) {
    const verb = firstVerb(line, { from, to: at });
    if (verb < 0) return null;
    const subject = bared(line, { from, to: verb });
    // "The envoy, Tom Birch, said": between commas stands who he is.
    const ended = words[verb - 1] === "," && isApposition(line, subject);
    const comma = ended ? -1 : lastComma(words, verb, subject.from);
    let opener = subject.to - 1;
    while (opener >= subject.from && !OPENS.has(words[opener] as string)) opener--;
    // "Signalled in a speech that the talks were near": who signalled goes on.
    const told = tellingBefore(line, { from: subject.from, to: opener });
    if (told > subject.from) return { from: subject.from, to: told };
    // "said Tuesday that he would": behind the "that".
    if (opener >= subject.from && opener + 1 < subject.to) return { from: opener + 1, to: subject.to };
    const own = comma >= 0 ? withoutApposition(line, subject, comma) : subject;
    if (own.to > own.from && !OPENS.has(words[own.from] as string)) return own;
    from = verb + 1;
  }
  return null;
}

/** The first verb of a stretch; where none is sure, a participle before a preposition is one: "arrived at noon". */
function firstVerb(line: Line, stretch: Stretch): number {
  const sure = firstFinite(line, stretch);
  if (sure >= 0) return sure;
  for (let i = stretch.from + 1; i < stretch.to; i++) if (/^\p{Ll}+ed$/u.test(line.tokens[i]?.reads ?? "")) return i;
  return -1;
}

function firstFinite(line: Line, { from, to }: Stretch): number {
  for (let i = from; i < to; i++) if (isFinite(line, i)) return i;
  return -1;
}

function someFinite(line: Line, from: number, to: number): boolean {
  return firstFinite(line, { from: Math.max(0, from), to }) >= 0;
}

/** Words behind a comma with which the clause goes on elsewhere. */
const BREAKS = new Set(
  "but while although though because who which whose saying adding according citing instead nor as he she they it even despite when after leaving prompting telling calling insisting arguing noting and so yet except aside other however only where".split(
    " ",
  ),
);

/** Where the clause ends that holds the words up to `at`; `inside` bounds it (a quotation, a statement's content). */
export function clauseEnd(line: Line, at: number, bound: number, noun = false): number {
  const { words } = line;
  const limit = Math.min(bound, words.length, at + REACH);
  // "His refusal to say where she stood": the question has a verb of its own.
  let owed = 0;
  for (let i = at; i < limit; i++) {
    const word = words[i] as string;
    if (noun && vocabulary().wh.has(word) && vocabulary().wh.has(words[i - 1] ?? "") === false) owed++;
    // Words in marks belong to the clause: “he refused to use the words "…"”.
    const closing = word === '"' && i > at ? closingMark(words, i + 2, limit) : -1;
    if (closing > 0) {
      i = closing;
      // “…,” with its comma inside: the clause ends with the marks.
      if (words[closing - 1] === ",") return Math.min(limit, closing + 1);
      if (i + 1 >= limit) return limit;
      continue;
    }
    if (/^(?:[;:.?!"]|\.{3})$/.test(word) || (word === "-" && i > at && !joins(line, i))) return i;
    if (word === ")" || word === "(") return i;
    if (noun && i > at + 1 && isFinite(line, i) && !PREPOSITION.test(words[i - 1] ?? "")) {
      if (owed === 0) return i;
      // "Would have stood" is one verb.
      while (i + 1 < limit && isAuxiliary(words[i]) && isFinite(line, i + 1)) i++;
      owed--;
    }
    if (/^(?:before|after|while)$/.test(word) && i > at && (words[i + 1] ?? "").endsWith("ing")) return i;
    if (word === "but" || (word === "nor" && i > at)) return trimComma(words, i);
    if (word === "according" && words[i + 1] === "to") return trimComma(words, i);
    if (/^(?:although|though|because|whereas)$/.test(word) && i > at) return trimComma(words, i);
    if (word === "and" && i > at && startsClause(line, i + 1)) return trimComma(words, i);
    // "The outgoing mayor, Tom Birch, who …": the name belongs to the noun before it.
    const apposed = word === "," && i > at ? behindName(line, i, limit) : -1;
    if (apposed > 0) {
      i = apposed;
      if (words[i] !== "," || BREAKS.has(words[i + 1] ?? "")) return i;
      continue;
    }
    if (word === "," && endsAtComma(line, i, limit)) return i;
  }
  return limit;
}

/** Index of the comma or stop behind a name that a comma sets off from its noun; -1 where none stands. */
function behindName({ words, tokens }: Line, comma: number, limit: number): number {
  if (!/^\p{Ll}{4,}$/u.test(tokens[comma - 1]?.reads ?? "") || (words[comma - 1] ?? "").endsWith("ly")) return -1;
  let end = comma + 1;
  while (end < Math.min(limit, comma + 6) && /^\p{Lu}\p{L}+$/u.test(tokens[end]?.reads ?? "")) end++;
  return end > comma + 2 && /^[,.;]$/.test(words[end] ?? "") ? end : -1;
}

function closingMark(words: readonly string[], from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (words[i] === '"') return i;
  return -1;
}

function trimComma(words: readonly string[], i: number): number {
  return words[i - 1] === "," ? i - 1 : i;
}

/** Whether a clause of its own begins at `i`: a pronoun or a verb in the past. */
function startsClause(line: Line, i: number): boolean {
  const word = line.words[i] ?? "";
  if (vocabulary().wh.has(word)) return false;
  // "… and aides later said": somebody else's verb comes soon.
  for (let k = i + 1; k < i + 6; k++) {
    const later = line.words[k] ?? ".";
    if (/^[,;:.!?"]$/.test(later) || OPENS.has(later) || vocabulary().wh.has(later) || PREPOSITION.test(later)) break;
    if (isFinite(line, k)) return true;
  }
  return (
    /^(?:he|she|they|it|we|i|there|did|has|had|was|were|is|would|then|instead|not|no|without)$/.test(word) ||
    (isFinite(line, i) && !vocabulary().wh.has(word)) ||
    (isAdverb(word) && isFinite(line, i + 1))
  );
}

/** A comma ends the clause unless a list of question words or names goes on behind it. */
function endsAtComma(line: Line, i: number, limit: number): boolean {
  const { words } = line;
  const next = words[i + 1] ?? "";
  // "Whether, under the law, it would": set between commas.
  if (vocabulary().wh.has(words[i - 1] ?? "") && i + 2 < limit && words.indexOf(",", i + 1) > i) return false;
  if (vocabulary().wh.has(words[words.lastIndexOf(",", i - 1) - 1] ?? "") && i - words.lastIndexOf(",", i - 1) < 9)
    return false;
  // A date goes on behind its comma.
  if (/^\d{1,4}$/.test(next) && /^\d{1,2}$/.test(words[i - 1] ?? "")) return false;
  if (vocabulary().wh.has(next) && !/^(?:which|who|whose|whom|when)$/.test(next)) return false;
  if (/^(?:or|for)$/.test(next) && (next === "or" || words[i + 2] === "example" || words[i + 2] === "instance"))
    return false;
  if (BREAKS.has(next)) return true;
  // "A, B or C": the list goes on where "or" or "and" comes soon, and no verb before it.
  const more = ahead(line, i + 1, 9, (word, k) => k < limit && (word === "or" || word === "and"));
  return more < 0 || someFinite(line, i + 1, more + 1) || startsClause(line, more + 1) || words[more] === "and";
}
