import type { Frame, FrameKind } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import { readAnnouncement } from "./announcement.ts";
import {
  type Page,
  type Paragraph,
  isFirstPerson,
  isQuoted,
  isRunning,
  outsideMarks,
  standsBetween,
  wordsOf,
} from "./page.ts";
import { isEnd, returns } from "./returns.ts";
import { type Open, refers } from "./speaker.ts";
import { framingWords } from "./words.ts";

const NAME = "titled-page-1";
const CONFIDENCE = 0.93;

/** Paragraphs at the head of a page in which the speaker must speak of himself. */
const LOOKED_AT = 8;
const LEAST_OWN = 2;
const LONGEST_TITLE = 240;
/** A page may have its title on two lines. */
const TITLE_LINES = 2;

const PERSON =
  "(?:[Tt]he )?(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|of|for|the|and|de|van|von|der|bin|al)(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|of|for|the|and|de|van|von|der|bin|al)){0,11}";
const PREFIX =
  "(?:(?:(?:[Ff]ull |[Cc]omplete )?(?:[Tt]ext|TEXT|[Tt]ranscript|TRANSCRIPT)(?: of (?:the )?| ?[:–—-] ?)|FULL TEXT ?[:–—-] ?))?";
const SPOKEN = "[Rr]emarks|[Ss]tatement|[Aa]ddress|[Ss]peech|[Ll]ecture|[Tt]oast|[Ss]ermon|[Ee]ulogy";
/** "Remarks by President Vaal at the opening of the bridge", "Letter from the mayor" */
const TITLE = new RegExp(
  `^${PREFIX}(?:\\p{Lu}[\\p{L}’'-]+ ){0,2}?(?:(${SPOKEN}) (?:by|of|from|delivered by|issued by|made by|attribut(?:able|ed) to)|([Ll]etter|[Mm]essage) (?:by|from)) (${PERSON})`,
  "u",
);
/** "Full text of President Vaal's speech", "President Vaal's speech in full" */
const POSSESSIVE = new RegExp(
  `^${PREFIX}((?:\\p{Lu}[\\p{L}\\p{M}.'’-]* ){0,6}?\\p{Lu}[\\p{L}\\p{M}.-]*)['’]s? (?:[\\p{L}-]+ ){0,3}?(${SPOKEN}|[Ll]etter|[Mm]essage)(?![\\p{L}])`,
  "u",
);
const IN_FULL = /\b(?:full text|full transcript|complete text|in full|transcript|text of)\b|^text ?:/i;

/** A page whose headline says that all of it is somebody's words: "Remarks by …", "Full text of the chairman's speech". */
export function titledPage(page: Page): Frame[] {
  const first = page.paragraphs.find((p) => p.kind === "headline");
  for (const line of page.paragraphs.slice(first?.index ?? page.paragraphs.length, (first?.index ?? 0) + TITLE_LINES)) {
    if (line.span.to - line.span.from > LONGEST_TITLE) return [];
    const words = wordsOf(page, line.span);
    if (line !== first && /[.!?:]["”’)\]]*\s*$/.test(words)) return [];
    const named = giverIn(words);
    if (named) return framedBehind(page, line, named);
  }
  return [];
}

/** The page behind the line of its title that names the speaker; nothing where he does not speak of himself. */
function framedBehind(page: Page, headline: Paragraph, named: Giver): Frame[] {
  const source: Span = { from: headline.span.from + named.from, to: headline.span.from + named.to };
  const open: Open = { speaker: named.words, document: named.document, firm: true, past: true };
  const body = page.paragraphs.filter((p) => p.index > headline.index && isRunning(p) && p.first < p.last);
  const start = body.findIndex((p) => !isPreface(page, p, open));
  const own = body
    .slice(Math.max(0, start), start + LOOKED_AT)
    .filter((p) => !isQuoted(page, p) && isFirstPerson(outsideMarks(page, p)));
  const first = body[start];
  if (!first || own.length < Math.min(LEAST_OWN, body.length - start)) return [];
  const to = endOf(page, first, open);
  if (to === null) return [];
  return [
    {
      kind: framingWords().documents.get(named.document) as FrameKind,
      span: headline.span,
      stretch: { from: first.span.from, to },
      source,
      cue: null,
      by: NAME,
      confidence: CONFIDENCE,
    },
  ];
}

interface Giver extends Span {
  readonly words: string;
  readonly document: string;
}

function giverIn(title: string): Giver | null {
  const by = TITLE.exec(title);
  const document = by?.[1] ?? by?.[2];
  if (by?.[3] && document) {
    const words = by[3].replace(/(?:\s+(?:of|for|the|and|de|van|von|der|bin|al))+$/u, "");
    const from = by.index + by[0].length - by[3].length;
    if (/\p{Lu}/u.test(words)) return { from, to: from + words.length, words, document: document.toLowerCase() };
  }
  const whose = POSSESSIVE.exec(title);
  // "Mayor Brand's Farewell Address" is all there is: a title.
  const alone = whose !== null && whose[0].length === title.trimEnd().length && /^\p{Lu}/u.test(whose[2] ?? "");
  const his = IN_FULL.test(title) || alone ? whose : null;
  if (!his?.[1] || !his[2]) return null;
  const from = title.indexOf(his[1]);
  return { from, to: from + his[1].length, words: his[1], document: his[2].toLowerCase() };
}

/** Whether a paragraph at the head is still the page's: it names the speaker, announces him, or is a line of its own. */
function isPreface(page: Page, paragraph: Paragraph, open: Open): boolean {
  const sentence = page.reading.sentences[paragraph.last - 1];
  const words = wordsOf(page, paragraph.span);
  if (sentence && readAnnouncement(page, sentence)) return true;
  if (/^[[(].*[\])]$/s.test(words) || !/[.!?…:,]["”’)\]]*$/.test(words)) return true;
  if (isFirstPerson(outsideMarks(page, paragraph))) return false;
  const names = words.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
  return names.some((name) => name.length > 3 && refers(name, open));
}

function endOf(page: Page, first: Paragraph, open: Open): number | null {
  let to: number | null = null;
  for (let i = first.index; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    if (isEnd(page, paragraph)) return to;
    if (standsBetween(paragraph)) continue;
    if (!isRunning(paragraph)) return to;
    const sentence = page.reading.sentences[paragraph.first];
    if (to !== null && sentence && returns(page, sentence, { before: null, about: false }, open)) return to;
    to = paragraph.span.to;
  }
  return to;
}
