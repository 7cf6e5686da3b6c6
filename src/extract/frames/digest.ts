import type { Frame } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import { type Page, type Paragraph, isRunning, wordsOf, trimmedEnd } from "./page.ts";
import { isEnd } from "./returns.ts";

const NAME = "digest-item-1";
const CONFIDENCE = 0.9;

const PAPER = "(?:The |the )?\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|of|and|de|the)){0,6}";
/** "Following are major news items in …:", "These are some of the leading stories in …" */
const OPENING =
  /^(?:(?:the )?following (?:is|are)|these are|here (?:is|are))\b[^.:]{0,80}?\b(?:news(?: items)?|stories|headlines|items|reports)\b([^:]{0,200})[.:]$/i;
const CARRIED_BY = new RegExp(`\\b(?:in|from|by|of) ((?:the )?${PAPER})(?=,? (?:on|of|today|this)\\b|[,:.]|$)`, "u");
/** Signed behind: "Wheat prices fell. (Harbour Post)" */
const SIGNED = new RegExp(`\\((${PAPER})\\)\\.?$`, "u");
/** Labelled before: "HARBOUR POST: Wheat prices fell." */
const LABELLED = new RegExp(`^(?:[-–—•*]+\\s*)?(${PAPER})\\s*(?::|--|[–—])\\s+(?=\\S)`, "u");
const BULLET = /^[-–—•*]+\s*/;
const LONGEST_NAME = 60;
/** The item tells by itself whose it is: "Minju Joson carries an article …". */
const OWN_CUE =
  /^(?:[-–—•*]+\s*)?(?:The |the )?\p{Lu}[^.]{0,80}?\b(?:reports?|reported|carries|carried|says|said|writes|wrote|runs|ran|quotes|quoted|dedicates|claims|notes|publishes|published)\b/u;

/** The items of a digest of newspapers are the newspapers' statements: named in the opening, over the item, before or behind it. */
export function digestItems(page: Page): Frame[] {
  const frames: Frame[] = [];
  for (const [i, paragraph] of page.paragraphs.entries()) {
    if (!isRunning(paragraph) && paragraph.kind !== "standfirst") continue;
    const opening = OPENING.exec(wordsOf(page, paragraph.span, 400));
    if (opening) for (const frame of itemsBehind(page, i, opening[1] ?? "")) frames.push(frame);
  }
  return frames;
}

function itemsBehind(page: Page, at: number, tail: string): Frame[] {
  const opening = page.paragraphs[at] as Paragraph;
  const carried = CARRIED_BY.exec(tail)?.[1];
  const place = carried === undefined ? -1 : page.text.indexOf(carried, opening.span.from);
  let paper: Span | null =
    carried === undefined || /\b(?:and|newspapers|papers|media|press)\b/.test(carried)
      ? null
      : { from: place, to: place + carried.length };
  const frames: Frame[] = [];
  for (let i = at + 1; i < page.paragraphs.length; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    const { span } = paragraph;
    const words = wordsOf(page, span, 2000);
    if (isEnd(page, paragraph) || OPENING.test(words)) break;
    if (span.to - span.from <= LONGEST_NAME && /^\p{Lu}/u.test(words) && !/[.!?)]$/.test(words)) {
      paper = { from: span.from, to: span.from + words.replace(/\s*:$/, "").length };
      continue;
    }
    if (!isRunning(paragraph)) break;
    const label = LABELLED.exec(words);
    const signed = SIGNED.exec(words);
    const name = label?.[1] ?? signed?.[1];
    if (name === undefined && (OWN_CUE.test(words) || !paper)) continue;
    const from = span.from + (label ? label[0].length : (BULLET.exec(words)?.[0].length ?? 0));
    const to = span.to - (signed && !label ? signed[0].length : 0);
    const nameAt = label ? span.from + words.indexOf(name as string) : span.to - (signed?.[0].length ?? 0) + 1;
    const source = name === undefined ? (paper as Span) : { from: nameAt, to: nameAt + name.length };
    const outside =
      name === undefined ? opening.span : label ? { from: span.from, to: from } : { from: to, to: span.to };
    frames.push({
      kind: "press-statement",
      span: outside,
      stretch: { from, to: trimmedEnd(page, from, to) },
      source,
      cue: null,
      by: NAME,
      confidence: CONFIDENCE,
    });
  }
  return frames;
}
