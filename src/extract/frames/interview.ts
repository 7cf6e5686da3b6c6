import type { Span } from "../../model/span.ts";
import { MOST_HEAD, quotedInTitle } from "./headline.ts";
import { type Page, type Paragraph, wordsOf } from "./page.ts";
import { wordsForPeople } from "./words.ts";

/** An interview as the head of its page tells of it. */
export interface Interview {
  readonly answers: Span;
  /** Who asks, where one is named: "The Post spoke with Ilse Brand". */
  readonly asks: Span | null;
  /** The sentence that tells of the talk: "She spoke to the Post on Monday". */
  readonly told: Span | null;
}

const PARTICLE = "(?:de|van|von|der|bin|al|el|la|du|da) ";
const WORD = "(?:(?:\\p{Lu}|Mrs?|Ms|Dr|St|Jr|Sr|Prof|Gov|Sen|Rep|Gen)\\.|\\p{Lu}[\\p{L}\\p{M}'’-]*)";
const RUN = `${WORD}(?: (?:${PARTICLE})*${WORD}){0,5}`;
const RUNS = new RegExp(RUN, "gu");
/** Whoever does this asks. */
const ASKS = "interviews|interviewed|(?:spoke|speaks|talks|talked|sat down|chatted) (?:exclusively )?(?:with|to)";
const OPENS = new RegExp(
  `\\b(?:(${ASKS})|[Ii]nterview(?: with|:)?|INTERVIEW(?: WITH|:)?|(?:[Mm]inutes|[Qq]uestions) (?:with|for)(?:\\.\\.\\.|…|:)?|Q ?& ?A(?: with)?|(?:[Tt]alk|[Cc]onversation) (?:with|to)|[Qq]uestions to) `,
  "gu",
);
/** "Ilse Brand sat down with Tom Birch for an interview" */
const TALKED_WITH = new RegExp(
  `(${RUN}) (?:recently |then )?(?:spoke|talked|sat down|chatted|speaks|talks|sits down) (?:with|to) (${RUN})(?= (?:for an interview|about|on|in|at|from|by|of)\\b|[,.])`,
  "gu",
);
const INTERVIEWED_BY = new RegExp(`(${RUN})(?:, [^,.:]{2,60}?,?)? interviewed by (${RUN})`, "u");
/** "Ilse Brand, the mayor, answered reporters' questions" */
const ANSWERS = new RegExp(
  `(${RUN})(?:, [^,.:]{2,80},|,)? (?:answers?|answered|takes?|took|fielded|replie[sd] to|responde?[sd]? to) (?:[\\p{L}’'-]+ ){0,3}questions\\b`,
  "u",
);
const NAMED_BEFORE = new RegExp(`^(${RUN}): (?:[Aa]n |[Tt]he )?[Ii]nterview\\b`, "u");
const DAYS =
  "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December";
const DAY = new RegExp(`^(?:${DAYS})$`);
/** "On Monday Tide News interviewed": a day that runs into the name; but the Sunday Times. */
const DAY_BEFORE = new RegExp(`^(?:On|In|Last|This) (?:${DAYS}) (?=\\p{Lu})`, "u");
/** Where words for the one talked to end at the latest. */
const CLAUSE = /(?<!\b\p{Lu})[.;:!?]\s|\s(?:about|on|over|who|which|after|before|regarding|while|when)\s|[“"]/u;
/** What may stand behind a name; another small word makes it the head of one: "New York bar owner". */
const BEHIND =
  /^(?:$|[^\s]|\s(?:[^\p{Ll}]|(?:about|on|in|at|of|for|over|after|before|from|who|and|to|by|during|as|with|via|regarding|is|was|last|this|earlier|here)\b))/u;
/** "the Brotherhood", "of Tornby": behind these stands no person. */
const NO_PERSON_BEHIND = /\b(?:the|of|at|for|in)\s['‘]?$/;
/** "one of the owners of the bar" */
const DESCRIBED =
  /^((?:one|two|three|several|the|an?) \p{Ll}[^.,;:“"]{2,80}?)(?= (?:about|on|over|in) |[.,;:]|$| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u;

/** "harbour experts on the storm" */
const MANY = /^((?:\p{Ll}[\p{L}-]+ ){0,3}\p{Ll}[\p{L}-]*s)(?= (?:about|on|over|of|from|in) )/u;
/** Behind one of these stands whoever is interviewed, not whoever only listens. */
const INTERVIEWS = /^(?:interview|q ?& ?a)/i;

/** "Interview by Tom Birch": behind it stands whoever asks. */
const BY_ASKER = new RegExp(`^by (${RUN})`, "iu");
/** "to the Post", "with Tide Weekly's Tom Birch": behind the verb stands whoever asks. */
const ASKER_BEHIND = new RegExp(`^(?:[Tt]he ${RUN}|${RUN}['’]s (?:\\p{Ll}[\\p{L}-]* ){0,3}(${RUN}))(?! and\\b)`, "u");
/** "The mayor, Ilse Brand, spoke": the name right before the verb. */
const NAME_BEFORE = new RegExp(`(${RUN})(?:,|, [^,.:]{2,60},)? (?:(?:has|recently|exclusively) )?$`, "u");

/** "He", "The harbour vet": a subject that is nobody by name. */
const SUBJECT_BEFORE = /\b(?:[Hh]e|[Ss]he)(?: (?:has|recently|exclusively))? $|(?:^|[.!?] )The \p{Ll}[^.,]{2,60} $/u;

/** Who answers and who asks, by what stands before block `before`; null where no word tells of an interview. */
export function interviewIn(page: Page, before: number): Interview | null {
  const interview = talkIn(page, before);
  const titled = interview && quotedInTitle(page, before);
  if (!titled) return interview;
  // "‘It leaks’: keeper Ilse Brand on the flood", "The keeper talks to Tom Birch": whose words the headline has answers.
  const name = (span: Span): string => page.text.slice(span.from, span.to);
  const same = name(interview.answers)
    .split(" ")
    .some((word) => name(titled).endsWith(word));
  const asks = interview.asks ?? (isFullName(name(interview.answers)) ? interview.answers : null);
  return same ? interview : { ...interview, answers: titled, asks };
}

function talkIn(page: Page, before: number): Interview | null {
  const interview = talkTold(page, before);
  const behind = askerBehind(page, before);
  if (!behind) return interview;
  const isNamed = interview && /\p{Lu}/u.test(page.text[interview.answers.from] as string);
  const answers = (isNamed ? null : behind.answers) ?? interview?.answers;
  if (!answers) return null;
  return { answers, asks: interview?.asks ?? behind.asks, told: behind.told ?? interview?.told ?? null };
}

/** "Interview by Tom Birch", "Ilse Brand spoke to the Post": the one who asks behind the words, and who answers where he stands before them. */
function askerBehind(page: Page, before: number): (Omit<Interview, "answers"> & { answers: Span | null }) | null {
  let by: Span | null = null;
  for (const { span, index } of page.paragraphs.slice(0, MOST_HEAD)) {
    if (index >= before) break;
    const words = wordsOf(page, span, 500);
    for (const found of words.matchAll(OPENS)) {
      const start = found.index + found[0].length;
      const author = BY_ASKER.exec(words.slice(start))?.[1];
      if (author !== undefined && isFullName(author))
        by ??= { from: span.from + start + 3, to: span.from + start + 3 + author.length };
      const asker = behindVerb(words, found);
      if (!asker) continue;
      const meant = asker.answers;
      return {
        answers: meant && { from: span.from + meant.at, to: span.from + meant.at + meant.length },
        asks: by ?? { from: span.from + asker.at, to: span.from + asker.at + asker.length },
        told: sentenceAt(page, span.from + asker.at),
      };
    }
  }
  return by && { answers: null, asks: by, told: null };
}

/** Whoever asks behind the verb, where whoever answers stands before it; null where the verb has it the other way round. */
function behindVerb(words: string, found: RegExpExecArray): (Place & { readonly answers: Place | null }) | null {
  const start = found.index + found[0].length;
  const asker =
    found[1] === undefined || found[1].startsWith("interview") ? null : ASKER_BEHIND.exec(words.slice(start));
  if (!asker) return null;
  const told = words.slice(0, found.index);
  const [, name = ""] = NAME_BEFORE.exec(told) ?? [];
  const person = isFullName(name) ? { at: told.lastIndexOf(name), length: name.length } : null;
  if (!person && !SUBJECT_BEFORE.test(told)) return null;
  const reporter = asker[1] ?? asker[0];
  const at = start + asker[0].length - reporter.length;
  return { at, length: reporter.length, answers: person ?? subjectIn(told) };
}

function talkTold(page: Page, before: number): Interview | null {
  const head = page.paragraphs.slice(0, MOST_HEAD).filter(({ index }) => index < before);
  const told = toldIn(page, head);
  return told && told.asks === null ? { ...told, asks: partnerOf(page, head, told.answers) } : told;
}

/** "Interview with Ilse Brand", and farther on "Ms. Brand sat down with Tom Birch": the one she talked to; null where nobody is named. */
function partnerOf(page: Page, head: readonly Paragraph[], answers: Span): Span | null {
  const name = page.text.slice(answers.from, answers.to);
  if (/ and /.test(name)) return null;
  const last = name.split(" ").at(-1) as string;
  for (const { span } of head) {
    const words = wordsOf(page, span, 500);
    for (const found of words.matchAll(TALKED_WITH)) {
      const start = found.index + found[0].length - (found[2] as string).length;
      const person = found[1]?.split(" ").at(-1) === last ? personIn(found[2] as string) : null;
      if (person) return { from: span.from + start + person.at, to: span.from + start + person.at + person.length };
    }
  }
  return null;
}

function toldIn(page: Page, head: readonly Paragraph[]): Interview | null {
  let described: Interview | null = null;
  for (const { span } of head) {
    const words = wordsOf(page, span, 500);
    const place = (at: number, length: number): Span => ({ from: span.from + at, to: span.from + at + length });
    const [by, name = "", asker = ""] = INTERVIEWED_BY.exec(words) ?? [];
    const both = by ? personIn(name) : null;
    if (by && both) {
      const at = words.indexOf(by);
      const named = asker
        .split(" ")
        .filter((word) => !DAY.test(word))
        .join(" ");
      return {
        answers: place(at + both.at, both.length),
        asks: place(at + by.length - asker.length, named.length),
        told: sentenceAt(page, span.from + at),
      };
    }
    for (const found of words.matchAll(OPENS)) {
      const start = found.index + found[0].length;
      const rest = words.slice(start);
      const asks = found[1] === undefined ? null : askerBefore(words, found.index);
      const asking = asks && place(asks.at, asks.length);
      const told = asks ? sentenceAt(page, span.from + found.index) : null;
      if (BY_ASKER.test(rest) || behindVerb(words, found)) continue;
      const person = personIn(rest.slice(0, CLAUSE.exec(rest)?.index));
      if (person) return { answers: place(start + person.at, person.length), asks: asking, told };
      const surname = SURNAME.exec(rest)?.[1];
      const whole = surname === undefined ? null : namedInFull(page, head, surname);
      if (whole) return { answers: whole, asks: asking, told };
      const meant = /^(?:him|her)\b/.test(rest) ? subjectIn(words.slice(0, found.index)) : null;
      if (meant) return { answers: place(meant.at, meant.length), asks: asking, told };
      const many = INTERVIEWS.test(found[0]) ? MANY.exec(rest)?.[1] : undefined;
      const one = DESCRIBED.exec(rest)?.[1] ?? many;
      if (one !== undefined) described ??= { answers: place(start, one.length), asks: asking, told };
    }
    const answering = ANSWERS.exec(words);
    const whoever = answering?.[1] === undefined ? null : personIn(answering[1]);
    if (answering && whoever)
      return { answers: place(answering.index + whoever.at, whoever.length), asks: null, told: null };
    const titled = NAMED_BEFORE.exec(words)?.[1];
    const one = titled === undefined ? null : personIn(titled);
    if (one) return { answers: place(one.at, one.length), asks: null, told: null };
  }
  return described;
}

/** "Brand", "Ms. Brand": a name alone, behind which the words for the one talked to end. */
const SURNAME =
  /^(?:(?:Mrs?|Ms|Dr|Professor|Prof)\.? )?(\p{Lu}[\p{L}\p{M}’'-]+)(?=[.,]|$| (?:about|on|in|at|by|over|via|after|before|during|from|last|this|earlier)\b)/u;

/** The full name in the head that ends in a surname. */
function namedInFull(page: Page, head: readonly Paragraph[], surname: string): Span | null {
  for (const { span } of head)
    for (const { 0: run, index } of wordsOf(page, span, 1000).matchAll(RUNS))
      if (run.endsWith(` ${surname}`) && isFullName(run))
        return { from: span.from + index, to: span.from + index + run.length };
  return null;
}

function sentenceAt(page: Page, at: number): Span | null {
  const sentence = page.reading.sentences.find((s) => s.from <= at && at < s.to);
  return sentence ? { from: sentence.from, to: sentence.to } : null;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

/** The first full name in words for the one talked to, with the second of two; null where none stands. */
function personIn(words: string): Place | null {
  for (const { 0: run, index } of words.matchAll(RUNS)) {
    const all = run.split(" ");
    const day = all.findIndex((word) => DAY.test(word));
    const name = day < 0 ? run : all.slice(0, day).join(" ");
    const end = index + name.length;
    if (!isFullName(name) || NO_PERSON_BEHIND.test(words.slice(0, index))) continue;
    if (day < 0 && !BEHIND.test(words.slice(end))) continue;
    const second = new RegExp(`^ and (${RUN})`, "u").exec(words.slice(end));
    return { at: index, length: name.length + (second && isFullName(second[1] as string) ? second[0].length : 0) };
  }
  return null;
}

function isFullName(name: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || /^(?:The|An?)$/.test(words[0] as string) || words.some((w) => /['’]s$/.test(w))) return false;
  return !wordsForPeople().has((words.at(-1) as string).toLowerCase());
}

/** "Ilse Brand heads the port. The Post interviewed her": the last sentence's subject by name. */
function subjectIn(words: string): Place | null {
  const subject = new RegExp(`(?:^|[.!?]\\s)(${RUN})(?=,| (?:is|was|has|heads|leads|runs)\\b)`, "gu");
  const last = [...words.matchAll(subject)].findLast(([, name = ""]) => isFullName(name));
  const name = last?.[1];
  if (!last || name === undefined) return null;
  return { at: last.index + last[0].length - name.length, length: name.length };
}

/** "On Friday, the Harbour Post spoke with …": the name right before the verb; null where none stands. */
function askerBefore(words: string, verb: number): Place | null {
  const found = new RegExp(
    `(?:^|[,.:–—] |\\d |\\b[Tt]he )((?:The )?${RUN}) (?:(?:has|recently|exclusively) )?$`,
    "u",
  ).exec(words.slice(0, verb));
  const name = found?.[1]?.replace(DAY_BEFORE, "");
  if (!found || name === undefined || DAY.test(name) || /^(?:We|I|He|She|They)$/.test(name)) return null;
  return { at: found.index + found[0].trimEnd().lastIndexOf(name), length: name.length };
}
