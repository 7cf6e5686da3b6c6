import type { FoundOccasion } from "../../model/entries.ts";
import type { Pack, PackOccasion } from "../../model/pack.ts";
import type { Context } from "../proposal.ts";
import { lexicon } from "../fast/lexicon.ts";
import { type Line, linesOf, spanOf } from "../silences/line.ts";
import { isBody } from "./bodies.ts";
import { statusOf } from "./status.ts";
import { numberOf, occasionWords } from "./vocabulary.ts";

/** Blocks in which nobody tells of an occasion. */
const NO_REPORT: ReadonlySet<string> = new Set(["noise", "byline", "source-line"]);

/**
 * The acts of saying a report names, and the events they belong to, in the order of the text: congresses, speeches, interviews.
 * A day of an event ("the third day of the congress") is a mention of its own, before that of the event.
 */
export function findOccasions(context: Context): FoundOccasion[] {
  const { reading, packs } = context;
  const named = packNames(packs);
  const found: FoundOccasion[] = [];
  for (const line of linesOf(reading)) {
    if (NO_REPORT.has(reading.document.blocks[line.sentence.block]?.kind ?? "")) continue;
    const speaks = tellsOfSpeaking(line);
    for (let i = 0; i < line.words.length;) {
      const phrase = packNameAt(line, i, named) ?? phraseAt(line, i, speaks);
      if (!phrase) {
        i++;
        continue;
      }
      const day = dayBefore(line, phrase.from);
      if (day)
        found.push({
          span: spanOf(line, { from: day.from, to: phrase.to }),
          noun: phrase.noun,
          day: day.number,
          known: null,
          status: null,
        });
      found.push({
        span: spanOf(line, phrase),
        noun: phrase.noun,
        day: null,
        known: phrase.known ?? null,
        status: statusOf(line, phrase),
      });
      i = phrase.to;
    }
  }
  return found;
}

interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly noun: string;
  readonly known?: PackOccasion;
}

const DETERMINER =
  /^(?:a|an|the|this|that|these|those|his|her|its|their|my|our|your|any|no|each|every|some|another|such|one)$/;
const STOPS =
  /^(?:[.,;:!?"'()[\]-]|\.{3}|of|in|on|at|by|for|to|from|with|over|under|about|against|near|after|before|during|since|until|through|as|and|or|but|nor|if|that|who|which|when|while|where|because|than|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|not|n't|he|she|it|they|we|i|you|him|them|me|us|also|later|then|so|yet|up|out|off|down|into|told|said|says|'s|')$/;

/** The noun phrase of an occasion whose head noun stands at `i`; null where the words mean something else. */
function phraseAt(line: Line, i: number, speaks: boolean): Phrase | null {
  const { words } = line;
  const { nouns, marking } = occasionWords();
  const two = `${words[i]} ${words[i + 1]}`;
  const noun = nouns.has(two) ? two : (words[i] ?? "");
  const classes = nouns.get(noun);
  if (!classes) return null;
  const end = i + noun.split(" ").length;
  // "press release template", "address book", "interview room": the noun only qualifies another.
  if (/^\p{Ll}+$/u.test(line.tokens[end]?.reads ?? "") && QUALIFIED.test(words[end] ?? "")) return null;
  if (classes.has("audience")) return isTold(line, i) ? { from: i, to: end, noun } : null;
  if (MATCH.test(noun) && words.some((w) => occasionWords().sport.has(w))) return null;
  // "For the seventh meeting in a row", "the second straight session": what is counted, not one of them.
  if (
    words.slice(end, end + 3).join(" ") === "in a row" ||
    /^(?:straight|consecutive|successive|running)$/.test(words[i - 1] ?? "")
  )
    return null;
  let from = i;
  while (from > 0 && from > i - 8 && !isStop(line, from - 1) && !DETERMINER.test(words[from - 1] as string)) from--;
  if (/^(?:no|such)$/.test(words[from - 1] ?? "") || isWithinName(line, end)) return null;
  const possessive = words[from - 1] === "'s" || words[from - 1] === "'";
  if (possessive) from = ownerStart(line, from - 1);
  // "The annual State of the District address".
  if (
    noun === "address" &&
    words[from - 1] === "the" &&
    words[from - 2] === "of" &&
    /^\p{Lu}/u.test(line.tokens[from - 3]?.reads ?? "")
  ) {
    from -= 3;
    while (from > 0 && /^(?:annual|first|final|last)$/.test(words[from - 1] as string)) from--;
  }
  const determined = DETERMINER.test(words[from - 1] ?? "") || possessive;
  const named = line.tokens.slice(from, i).some((t) => /^\p{Lu}/u.test(t.reads)) && from < i;
  const marked = words.slice(from, i).some((w) => marking.has(w) || /^\d+(?:st|nd|rd|th)$/.test(w));
  const preposition = /^(?:in|at|during|on|for|to|before|after|from|throughout|of)$/.test(
    words[DETERMINER.test(words[from - 1] ?? "") ? from - 2 : from - 1] ?? "",
  );
  const to = tailEnd(line, end, noun);
  const body = line.tokens.slice(end, to).some((t) => /^\p{Lu}/u.test(t.reads));
  if ((classes.has("event") || classes.has("broad")) && dayBefore(line, from)) return { from, to, noun };
  const lastWord = words[i] as string;
  // The Congress that sits in a capital is an institution, the convention that is signed a treaty.
  const capital = /^\p{Lu}/u.test(line.tokens[i]?.reads ?? "");
  if (
    lastWord === "congress" &&
    capital &&
    !/^(?:party|people|workers)$/.test(words[i - 1] ?? "") &&
    !marked &&
    to === end
  )
    return null;
  if (lastWord === "congress" && !capital && !determined && !marked && !named) return null;
  if (lastWord === "convention" && (/^(?:geneva|vienna|hague)$/.test(words[i - 1] ?? "") || words[end] === "on"))
    return null;
  if (lastWord === "summit" && words[end] === "of" && (words[end + 1] === "mount" || words[end + 1] === "the"))
    return null;
  if (lastWord === "address" && /^(?:e-mail|email|ip|street|home|web|mailing|postal|return)$/.test(words[i - 1] ?? ""))
    return null;
  if (
    lastWord === "debate" &&
    /^(?:about|over|on|around|whether|within)$/.test(words[end] ?? "") &&
    !named &&
    !/^(?:first|second|third|televised|presidential)$/.test(words[i - 1] ?? "")
  )
    return null;
  if (lastWord === "debate" && !preposition) return null;
  // "after meeting with the king" is a doing.
  if (lastWord === "meeting" && !determined && !named && !marked) return null;
  const phrase = { from, to, noun };
  if (isBody(line, { from, to, head: i })) return null;
  if (classes.has("event") && (determined || named || marked || preposition) && !isVerb(line, i)) return phrase;
  if (classes.has("speech") && !isVerb(line, i)) {
    const given = occasionWords().speaking;
    const verb = words.slice(Math.max(0, from - 4), from).some((w) => given.has(w));
    if ((preposition || verb || statusOf(line, phrase)) && (determined || named || marked)) return phrase;
  }
  if (classes.has("broad") && (marked || named || body) && (determined || preposition) && !isVerb(line, i))
    return phrase;
  if (
    classes.has("broad") &&
    determined &&
    !isVerb(line, i) &&
    (isAttended(line, from, speaks) || isPutOff(line, phrase))
  )
    return phrase;
  // "The reception was hosted by the ministry": that it was held tells the occasion.
  if ((classes.has("broad") || noun === "meeting") && determined && isHeld(line, to) && !isVerb(line, i)) return phrase;
  const inMedium = /^(?:in|at|during|on|by|via)$/.test(
    words[DETERMINER.test(words[from - 1] ?? "") ? from - 2 : from - 1] ?? "",
  );
  return classes.has("medium") && speaks && inMedium && (determined || named || noun === "remarks") && !isVerb(line, i)
    ? phrase
    : null;
}

/** "The vigil has been called off", "A forum will be held on Sunday". */
function isPutOff(line: Line, phrase: Phrase): boolean {
  if (/^(?:talks|debate|session|hearing)$/.test(phrase.noun)) return false;
  const status = statusOf(line, phrase);
  return (
    status === "cancelled" ||
    (status === "expected" && /\bbe held\b/.test(line.words.slice(phrase.to, phrase.to + 9).join(" ")))
  );
}

/** Events that matches, too, are called by. */
const MATCH = /^(?:meeting|session|rally|final)$/;

/** "told his cabinet on Sunday": a body that sits to be told. */
function isTold({ words }: Line, i: number): boolean {
  const verb = DETERMINER.test(words[i - 1] ?? "") ? i - 2 : i - 3;
  return (
    /^(?:told|tells|telling|addressed)$/.test(words[verb] ?? "") &&
    !/^(?:office|secretary|minister|ministers|member|members|meeting|post|committee|session|colleagues)$/.test(
      words[i + 1] ?? "",
    )
  );
}

/** "told a business forum", "attended a reception", "said at a gathering of pilots": somebody speaks there or takes part. */
function isAttended({ words }: Line, from: number, speaks: boolean): boolean {
  const at = DETERMINER.test(words[from - 1] ?? "") ? from - 2 : from - 1;
  const before = words[at] ?? "";
  if (/^(?:told|tells|telling)$/.test(before) || occasionWords().part.has(before)) return true;
  return /^(?:at|during)$/.test(before) && (speaks || !/^(?:talks|session)$/.test(words[from] ?? ""));
}

function isHeld({ words }: Line, at: number): boolean {
  const behind = words.slice(at, at + 3).join(" ");
  return /^(?:(?:was|were) (?:\p{Ll}+ly )?(?:held|hosted|convened|arranged|staged)\b|took place\b)/u.test(behind);
}

const QUALIFIED =
  /^(?:room|hall|desk|ground|square|area|march|book|books|centre|center|venue|call|table|paper|papers|writer|writers|line|system|carrier|floor|transcript|leader|leaders|delegate|delegates|goer|goers|member|members|committee|chairman|chair|host|hosts|style|topic|notes|box|organisers|organizers)$/;

function isVerb({ words }: Line, i: number): boolean {
  return (
    /^(?:to|will|would|must|should|can|could|may|might|n't|not)$/.test(words[i - 1] ?? "") &&
    /^(?:address|debate|lecture|post|tweet|call|message|broadcast)$/.test(words[i] ?? "")
  );
}

function isStop({ words, tokens }: Line, i: number): boolean {
  const word = words[i] as string;
  // "A 12-minute statement": the hyphen stands in a word.
  if (word === "-" && tokens[i]?.from === tokens[i - 1]?.to && tokens[i]?.to === tokens[i + 1]?.from) return false;
  // The stop of "Ostrel-U.K." stands inside the sentence.
  if (word === "." && i + 1 < words.length && /\p{Lu}\.?\p{Lu}$/u.test(tokens[i - 1]?.reads ?? "")) return false;
  if (STOPS.test(word) || (word === "took" && words[i + 1] === "place")) return true;
  if (/^\p{Lu}/u.test(tokens[i]?.reads ?? "")) return false;
  const form = lexicon().verbs.get(word)?.form;
  return (
    ((form === "past" || form === "participle" || form === "s") &&
      !/^(?:closed|televised|enlarged|joint|set)$/.test(word) &&
      !occasionWords().marking.has(word)) ||
    (occasionWords().part.has(word) && !/^(?:open|chair|left)$/.test(word))
  );
}

/** "the Workers' Party's congress": where the owner's name begins. */
function ownerStart(line: Line, clitic: number): number {
  const { words, tokens } = line;
  let from = clitic;
  while (from > 0 && from > clitic - 6 && !isStop(line, from - 1) && !DETERMINER.test(words[from - 1] as string))
    from--;
  // "The Party of Order's congress": an owner named with "of".
  const capital = (k: number): boolean => /^\p{Lu}/u.test(tokens[k]?.reads ?? "");
  if (words[from - 1] === "of" && capital(from) && capital(from - 2) && from > 2) {
    from -= 2;
    while (from > 1 && capital(from - 1) && !isStop(line, from - 1) && !DETERMINER.test(words[from - 1] as string))
      from--;
  }
  return from;
}

/** The end of "of the ruling party", "of the Central Committee of the party", "with the newspaper Zrcadlo" behind the noun. */
function tailEnd(line: Line, end: number, noun: string): number {
  const { words } = line;
  let to = end;
  if (/^(?:broadcast|podcast|video|post|tweet)$/.test(noun)) return to;
  for (let rounds = 0; rounds < 3; rounds++) {
    const opens =
      words[to] === "of" ||
      (words[to] === "with" && /^(?:interview|meeting|summit|talks|call)$/.test(noun)) ||
      (words[to] === "'s" && rounds > 0);
    if (!opens) break;
    let at = to + 1;
    while (
      at < words.length &&
      at < to + 8 &&
      !TELLS_WHEN.test(words[at] as string) &&
      (!isStop(line, at) ||
        ((words[at] === "'s" || words[at] === "'") && /^\p{Lu}/u.test(line.tokens[at + 1]?.reads ?? "")))
    )
      at++;
    at = namedOn(line, at);
    while (at > to + 1 && DETERMINER.test(words[at - 1] as string)) at--;
    // "an interview with him": nobody's name. "the session of June": a date, not a body.
    if (
      at === to + 1 ||
      (!/\p{Lu}/u.test(
        line.tokens
          .slice(to + 1, words[at] === "of" ? at + 4 : at)
          .map((t) => t.reads)
          .join(" "),
      ) &&
        words[to] === "with")
    )
      break;
    if (
      /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\d+)$/.test(
        words[to + 1] ?? "",
      )
    )
      break;
    to = at;
  }
  return to;
}

/** "World Economic Forum Annual Meeting": a later noun heads the name. */
function isWithinName({ words, tokens }: Line, end: number): boolean {
  for (let k = end; k < end + 3 && /^\p{Lu}/u.test(tokens[k]?.reads ?? ""); k++)
    if (/^(?:meeting|summit|conference|congress|session|assembly)$/.test(words[k] as string)) return true;
  return false;
}

/** Where the words behind an occasion's body tell of time. */
const TELLS_WHEN =
  /^(?:last|next|earlier|late|early|yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
const BODY =
  /^(?:council|committee|commission|board|ministry|agency|authority|organi[sz]ation|association|assembly|party|union|court)$/;

/** "of the Goods and Services Tax (GST) Council": the body's noun stands behind an "and" or brackets in its name. */
function namedOn({ words, tokens }: Line, at: number): number {
  const capital = (k: number): boolean => /^\p{Lu}/u.test(tokens[k]?.reads ?? "");
  if (!capital(at - 1) || !/^(?:and|\()$/.test(words[at] ?? "")) return at;
  for (let k = at + 1; k < at + 9; k++) {
    if (BODY.test(words[k] ?? "") && capital(k)) return k + 1;
    if (!capital(k) && !/^[()]|and$/.test(words[k] ?? "")) return at;
  }
  return at;
}

/** "the third day of", "day two of", "the opening day of" right before a phrase. */
function dayBefore({ words }: Line, from: number): { from: number; number: number } | null {
  let at = from - 1;
  while (at >= 0 && at > from - 4 && DETERMINER.test(words[at] as string)) at--;
  if (words[at] !== "of") return null;
  const { days } = occasionWords();
  if (words[at - 1] === "day") {
    const counted = words[at - 2] ?? "";
    const number = days.get(counted) ?? (/^\d+(?:st|nd|rd|th)$/.test(counted) ? Number.parseInt(counted, 10) : null);
    return number === null ? null : { from: at - 2, number };
  }
  const number = words[at - 2] === "day" ? numberOf(words[at - 1] ?? "") : null;
  return number === null || number === 0 ? null : { from: at - 2, number };
}

/** Whether somebody speaks in the sentence: a reporting verb of saying or telling stands in it. */
function tellsOfSpeaking({ words }: Line): boolean {
  return words.some((word) => {
    const verb = lexicon().verbs.get(word);
    return verb !== undefined && verb.form !== "base" && SAYS.test(verb.lemma);
  });
}

const SAYS =
  /^(?:say|tell|add|announce|declare|state|note|write|vow|warn|claim|admit|acknowledge|call|accuse|deny|promise|pledge|argue|insist|explain|describe|ask|urge|demand|confirm|reveal|speak|mention|praise|condemn|criticise|criticize|threaten|tweet|answer|respond|suggest|reiterate|repeat|stress|predict|apologise|apologize|address|outline|quote|report|refer)$/;

interface PackWords {
  readonly words: readonly string[];
  /** The word of the list in the occasion's own name. */
  readonly noun: string;
  readonly known: PackOccasion;
}

/** Names of packs by their first word, longest first. */
function packNames(packs: readonly Pack[]): ReadonlyMap<string, readonly PackWords[]> {
  const before = namesKnown.get(packs);
  if (before) return before;
  const names = new Map<string, PackWords[]>();
  for (const known of packs.flatMap((pack) => pack.occasions))
    for (const each of [known.name, ...known.aliases]) {
      const words = wordsOf(each);
      const first = words[0];
      // A common noun alone is found by the word list, with what stands around it.
      if (!first || !/\p{Lu}/u.test(each) || words.length < 2) continue;
      const noun = headOf(wordsOf(known.name));
      names.set(
        first,
        [...(names.get(first) ?? []), { words, noun, known }].toSorted((a, b) => b.words.length - a.words.length),
      );
    }
  namesKnown.set(packs, names);
  return names;
}

const namesKnown = new WeakMap<readonly Pack[], ReadonlyMap<string, readonly PackWords[]>>();

/** The words of a name as tokens have them, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/'s?(?=\s|$)/g, (clitic) => ` ${clitic}`)
    .split(/\s+/);
}

function packNameAt(line: Line, i: number, names: ReadonlyMap<string, readonly PackWords[]>): Phrase | null {
  if (!/^[\p{Lu}\p{N}]/u.test(line.tokens[i]?.reads ?? "")) return null;
  // In marks of its own it is a title: a programme, a film.
  if (/^["']$/.test(line.words[i - 1] ?? "")) return null;
  for (const { words, noun, known } of names.get(line.words[i] as string) ?? [])
    if (words.every((word, k) => line.words[i + k] === word)) {
      const to = i + words.length;
      if (isWithinName(line, to)) return null;
      const head = words.findLastIndex((word) => occasionWords().body.has(word));
      return head >= 0 && isBody(line, { from: i, to, head: i + head }) ? null : { from: i, to, noun, known };
    }
  return null;
}

/** The word of the list in a name: "congress" in "eighth congress of the workers ' party". */
function headOf(words: readonly string[]): string {
  const { nouns } = occasionWords();
  return words.find((word) => nouns.has(word)) ?? (words.at(-1) as string);
}
