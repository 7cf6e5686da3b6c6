import { clauseEnd, subjectBefore } from "../silences/clause.ts";
import { type Stretch, type Line } from "../silences/line.ts";
import { type Act, appearanceWords, isPerson, subjectAt, whole } from "./appearanceWords.ts";
import { helperBefore, isUnreal, officeEnd, officeIn, personIn, titleOf } from "./officeParts.ts";

const RESIGNS = /^(?:resigned|retired|quit|stepped|resign|retire|step)$/;
/** What comes behind "resigned" where it stands for itself. */
const PLAIN =
  /^(?:[.,;]?|on|after|over|amid|last|in|from|as|with|because|citing|earlier|this|and|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|aug|sept|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today)$/;

/** "was appointed foreign minister", "has been dismissed as chief of staff", "appointed him ambassador", "resigned as mayor". */
export function officeAt(line: Line, i: number, given: "appointed" | "removed", behind: number): Act | null {
  const { words } = line;
  let told: Act["kind"] = given;
  const before = helperBefore(line, i);
  if (words[behind] === '"') behind++;
  const office = officeIn(line, behind);
  if (isUnreal(line, before.at) || /^(?:newly|recently|retired|former)$/.test(words[i - 1] ?? "")) return null;
  if (RESIGNS.test(words[i] ?? "")) {
    // To quit a habit or retire a bond is no personnel act: the office, or the end of the clause, comes next.
    if (/^(?:a|an|the|his|her|its|their|and)$/.test(words[i - 1] ?? "") || words[i - 1] === "-") return null;
    const plain = PLAIN.test(words[behind] ?? "");
    const named = office !== null && /^(?:as|from)$/.test(words[behind] ?? "");
    const leaves =
      /^(?:resign|retire|step)/.test(words[i] ?? "") && !(words[i]?.startsWith("retire") && !before.expected);
    if (!named && !(leaves && plain)) return null;
    const base = /^(?:resign|retire|step)$/.test(words[i] ?? "");
    if (base && !before.expected) return null;
    const who = subjectAt(line, before.at);
    if (before.denied || !isPerson(line, who)) return null;
    return {
      ...whole(line, who, before.expected ? "expected" : "removed", behind, named ? office : null),
      person: true,
    };
  }
  // "was replaced by", "was fired on": the office says that a post is meant.
  if (
    given === "removed" &&
    !before.passive &&
    !before.denied &&
    !/^(?:the|a|an|his|her|its|their)$/.test(words[i - 1] ?? "")
  ) {
    const titled = titledObject(line, i, behind, office, told);
    if (titled) return titled;
  }
  // "appointed Robert Prevost to succeed him"
  const object = told === "removed" || before.denied ? null : personIn(line, behind);
  if (object && words[object.to] === "to" && /^(?:succeed|replace)$/.test(words[object.to + 1] ?? ""))
    return { ...whole(line, object, told, object.to + 1, null, i), who: object, person: true };
  if (!office) {
    const sure = /^(?:dismissed|sacked|ousted|demoted|purged|promoted|reinstated)$/.test(words[i] ?? "");
    if (!(sure && before.passive && isPerson(line, subjectAt(line, before.at)))) return null;
  }
  // "Belousov, nominated as defence minister": not yet in office.
  if (words[i] === "nominated") told = "expected";
  if (!before.passive && words[i - 1] === "," && /^(?:as|to)$/.test(words[behind] ?? "") && office) {
    const who = subjectAt(line, i - 1);
    if (isPerson(line, who)) return { ...whole(line, who, told, behind, office), person: true };
  }
  if (before.passive) {
    const who = subjectAt(line, before.at);
    if (!who || !isPerson(line, who)) return null;
    return whole(line, who, before.expected ? "expected" : told, behind, office);
  }
  if (!office || words[i] === "made") return null;
  const listed = listedBefore(line, i);
  if (listed && /^(?:as|to)$/.test(words[behind] ?? "")) return whole(line, listed, told, behind, office);
  if (!before.denied && !/^(?:the|a|an|his|her|its|their)$/.test(words[i - 1] ?? "")) {
    const titled = titledObject(line, i, behind, office, told);
    if (titled) return titled;
  }
  // "dismissed him as a clown" is an opinion.
  if (words[i] === "dismissed") for (let k = behind; k < office.from; k++) if (words[k] === "as") return null;
  // Active: whoever stands between the verb and the office was given it.
  if (!office || office.from <= behind || before.denied) return null;
  const whom = { from: behind, to: objectEnd(line, behind, office.from) };
  return whom.to > whom.from && isPerson(line, whom)
    ? whole(line, whom, before.expected ? "expected" : told, behind, office, i)
    : null;
}

/**
 * "fired Interior Minister Tom Birch", "dismissed the head of his council and named his driver to the post", "appointed Assistant
 * Superintendent Eva Moss as superintendent": an office, or a name behind one, where the object stands.
 */
function titledObject(line: Line, i: number, behind: number, office: Stretch | null, told: Act["kind"]): Act | null {
  const { words, tokens } = line;
  const person = personIn(line, behind);
  const end = person?.to ?? behind;
  if (words[end] === "'s" || words[end] === "'") return null;
  const apposed = person && told !== "removed" ? behindApposition(line, end) : end;
  if (person && apposed > end && words[apposed] === "as") {
    const post = officeIn(line, apposed);
    return post && { ...whole(line, person, told, apposed, post, i), person: true };
  }
  if (person && person.to - person.from > 1 && office && office.from < person.to && office.from >= behind) {
    const as = /^(?:as|to)$/.test(words[end] ?? "") ? officeIn(line, end) : null;
    if (told === "removed") {
      if (words[end] === "as") return null;
      return { ...whole(line, person, told, end, titleOf(line, person), i), person: true };
    }
    return as && as.from >= end ? { ...whole(line, person, told, end, as, i), person: true } : null;
  }
  if (!/^(?:dismissed|sacked|fired|ousted|removed|named|appointed)$/.test(words[i] as string)) return null;
  // The holder without a name: article, at most five words up to the office's noun, and nothing that owns it.
  if (!/^(?:the|his|her|its|their)$/.test(words[behind] ?? "")) return null;
  const { office: offices } = appearanceWords();
  let head = behind + 1;
  while (
    head < behind + 7 &&
    /^[\p{Ll}-]+$/u.test(tokens[head]?.reads ?? "") &&
    !PREPOSITIONS.test(words[head] as string) &&
    !isOffice(head)
  )
    head++;
  if (told === "appointed" || told === "expected") {
    // "named his former bodyguard to the post"
    let to = behind + 1;
    while (to < behind + 6 && /^[\p{Ll}-]+$/u.test(tokens[to]?.reads ?? "") && !PREPOSITIONS.test(words[to] as string))
      to++;
    if (!/^(?:to|as)$/.test(words[to] ?? "")) return null;
    const post = officeIn(line, to);
    return post ? { ...whole(line, { from: behind, to }, told, to, post, i) } : null;
  }
  if (!isOffice(head) || /^(?:'s|'|-)$/.test(words[head + 1] ?? "") || /^[\p{Ll}]+s$/u.test(words[head + 1] ?? ""))
    return null;
  if (words.slice(head, head + 10).includes("as")) return null;
  const what = { from: behind + 1, to: officeEnd(line, head + 1, clauseEnd(line, head, words.length)) };
  // "fired the head of the agency, Tom Birch"
  const name = words[what.to] === "," ? personIn(line, what.to + 1) : null;
  const isNamed =
    name !== null &&
    name.to - name.from > 1 &&
    /^[,.;]?$/.test(words[name.to] ?? "") &&
    /^\p{Lu}/u.test(tokens[name.from]?.reads ?? "");
  return { ...whole(line, null, told, head + 1, what, i), who: isNamed ? name : null };

  function isOffice(k: number): boolean {
    const word = words[k] ?? "";
    return offices.has(word) || offices.has(word.replace(/s$/, ""));
  }
}

/** "nominated Kim Ha-neul, head of the guard, as minister": behind what stands between commas. */
function behindApposition({ words }: Line, at: number): number {
  if (words[at] !== ",") return at;
  const comma = words.indexOf(",", at + 1);
  return comma > 0 && comma < at + 14 ? comma + 1 : at;
}

const PREPOSITIONS = /^(?:of|from|to|as|in|on|at|by|for|against|with|over|about|that|who)$/;

/** "was included in a list of officials appointed as members": the one on the list. */
function listedBefore(line: Line, i: number): Stretch | null {
  const { words } = line;
  for (let k = i - 1; k >= Math.max(0, i - 10); k--) {
    if (/^[;:.]$/.test(words[k] as string)) return null;
    if (!/^(?:included|listed|named|counted)$/.test(words[k] as string) || !/^(?:was|were)$/.test(words[k - 1] ?? ""))
      continue;
    const { subject } = subjectBefore(line, k - 1);
    return isPerson(line, subject) ? subject : null;
  }
  return null;
}

/** The end of the object before "as", "to" or the office itself. */
function objectEnd({ words, tokens }: Line, from: number, office: number): number {
  for (let k = from; k < office; k++) {
    if (/^(?:as|to|,)$/.test(words[k] as string)) return k;
    if (k > from && /^\p{Ll}/u.test(tokens[k]?.reads ?? "") && /^\p{Lu}/u.test(tokens[k - 1]?.reads ?? "")) return k;
  }
  return /^(?:him|her|them)$/.test(words[from] ?? "") ? from + 1 : office;
}

/** "a cabinet reshuffle is expected", "a reshuffle was on the cards": nobody is named yet. */
export function shakeUpAt(line: Line, i: number): Act | null {
  const { words } = line;
  let from = i;
  while (
    from > 0 &&
    from > i - 5 &&
    /^[\p{L}-]+$/u.test(words[from - 1] as string) &&
    !/^(?:a|an|the|of|in|on|with|after|before|and|for|to|that|is|was)$/.test(words[from - 1] as string)
  )
    from--;
  const end = clauseEnd(line, i, words.length);
  for (let k = i + 1; k < Math.min(end, i + 8); k++) {
    const phrase = words.slice(k, k + 3).join(" ");
    if (
      /^(?:expected|likely|due|planned|looming|imminent|looms)\b/.test(phrase) ||
      /^on the (?:cards|agenda)$/.test(phrase) ||
      words[k] === "rumoured"
    )
      return { kind: "expected", clause: { from, to: end }, who: null, what: { from, to: i + 1 } };
  }
  if (/^(?:expected|likely|looming|imminent|planned|possible)$/.test(words[from] ?? ""))
    return { kind: "expected", clause: { from, to: end }, who: null, what: { from: from + 1, to: i + 1 } };
  return null;
}
