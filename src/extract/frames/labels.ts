import type { Span } from "../../model/span.ts";
import type { Page, Paragraph } from "./page.ts";

/** A speaker's label at the head of a line: "MR. ORDE:", "Q:", "The Meridian:". */
export interface Label {
  /** The label with its colon. */
  readonly span: Span;
  /** The words for the speaker, without colon, brackets and dashes. */
  readonly name: Span;
  readonly words: string;
  readonly role: "question" | "answer" | "name";
  /** Written in capitals throughout, as in transcripts. */
  readonly capitals: boolean;
  /** Where his words begin. */
  readonly start: number;
  readonly paragraph: Paragraph;
}

const LONGEST = 70;
/** A name with title and affiliation; nothing in it reads like a sentence. */
const NAME =
  /^(?:the |The |THE )?(?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*|(?:of|de|van|von|der|bin|al|el|la|du|da|for|and|the) (?=\p{Lu}))(?: (?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*|(?:of|de|van|von|der|bin|al|el|la|du|da|for|and|the)(?= \p{Lu}))){0,6}(?:,? [\p{Lu}][\p{L}. ]{1,30})?(?: ?\([^)]{1,40}\)){0,2}$/u;
const QUESTION = /^(?:q|question|reporter|journalist|interviewer|moderator|host|audience(?: member)?)(?: ?\d{1,2})?$/i;
const ANSWER = /^(?:a|answer|interviewee|guest)$/i;
/** "The Secretary for Tides (Mrs. Ada Quill)": the name of the holder. */
const HOLDER = /(?<=\()(?:Mrs?|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Prof)\.? \p{Lu}[\p{L}\p{M}.'’ -]{2,40}(?=\))/u;
/** What stands before a colon and is nobody. */
const NOBODY =
  /^(?:note|notes|update|updates|updated|correction|breaking|exclusive|analysis|opinion|comment|watch|video|audio|photos?|pictures?|related|topics?|tags?|more|sources?|credit|background|timeline|explainer|review|poll|quiz|fact check|byline|contributing|report|newspaper|name|age|job|city|pay|date|time|place|where|when|what|who|why|how|price|pros?|cons?|winners?|losers?|tickets|location|position|occupation|party|hometown|education|editor['’]s note|look|listen|read|see also|example|result|results|score|home|away|e-?mail|phone|tel|telephone|fax|web|website|contact|press contact|media contact|address|subject|re|from|to|cc|dear|summary|headline|photo|published|posted|image|verdict|bottom line|revealed|shock|first|second|third|finally|step \d+|part \d+|chapter \d+|question \d+|busted|boom|issue|issues|claim|fact|facts|myth|truth|reality|rating)$/i;

/** "Q Thank you, Mara." beside "MS. QUILL:", as briefings are printed. */
const BARE_QUESTION = /^Q (?=[\p{Lu}(“"‘'[])/u;
const FEWEST_BARE = 2;

/** The labels of a page in order, at the heads of its blocks. */
export function labelsOf(page: Page): Label[] {
  const labels = labelsWith(page, false);
  if (!labels.some(({ role, capitals }) => role === "name" && capitals)) return labels;
  const bare = page.paragraphs.filter(({ span }) => BARE_QUESTION.test(page.text.slice(span.from, span.from + 3)));
  return bare.length >= FEWEST_BARE ? labelsWith(page, true) : labels;
}

function labelsWith(page: Page, bareQuestions: boolean): Label[] {
  const labels: Label[] = [];
  for (const paragraph of page.paragraphs) {
    const { kind, span } = paragraph;
    if (kind !== "paragraph" && kind !== "list-item" && kind !== "block-quote" && kind !== "subheading") continue;
    const bare = bareQuestions && BARE_QUESTION.test(page.text.slice(span.from, span.from + 3));
    const label = bare
      ? made(paragraph, span.from, span.from + 1, span.from + 2, "Q")
      : labelAt(page, paragraph, span.from);
    if (!label) continue;
    labels.push(label);
    for (const inner of answersIn(page, label)) labels.push(inner);
  }
  return labels;
}

function labelAt(page: Page, paragraph: Paragraph, from: number): Label | null {
  const line = page.text.slice(from, Math.min(paragraph.span.to, from + LONGEST + 2));
  // "Q  Why?", "Q. Why?", and glued as pages lose their print: "QWhy?"
  const bare = /^(Q|A)(?:[.)]?\s{2,}|\.\s+|\s*[–—]\s+)(?=\S)|^(Q)(?=\p{Lu}\p{Ll})/u.exec(line);
  if (bare) return made(paragraph, from, from + 1, from + bare[0].length, line.slice(0, 1));
  const colon = line.indexOf(":");
  if (colon < 1 || colon > LONGEST) return null;
  const behind = line[colon + 1];
  if (behind !== undefined && !/[\s"“‘']/.test(behind)) return null;
  const words = line.slice(0, colon).replace(/\s+$/, "");
  if (NOBODY.test(words)) return null;
  if (!NAME.test(words) && !QUESTION.test(words) && !ANSWER.test(words)) return null;
  const gap = /^\s*/.exec(page.text.slice(from + colon + 1, paragraph.span.to))?.[0].length ?? 0;
  return made(paragraph, from, from + words.length, from + colon + 1 + gap, words);
}

function made(paragraph: Paragraph, from: number, to: number, start: number, words: string): Label {
  const bare = words.replace(/(?: ?\([^)]*\))+$/, "");
  const inside = HOLDER.exec(words);
  const name = inside ? { from: from + inside.index, to: from + inside.index + inside[0].length } : null;
  return {
    span: { from, to: Math.max(to, Math.min(start, to + 1)) },
    name: name ?? { from, to: from + bare.length },
    words: bare,
    role: QUESTION.test(bare) ? "question" : ANSWER.test(bare) ? "answer" : "name",
    capitals: bare === bare.toUpperCase() && /\p{Lu}{2}/u.test(bare),
    start,
    paragraph,
  };
}

/** "Q: Why? A: Because …" in one block: the answers and questions behind the first label. */
function answersIn(page: Page, first: Label): Label[] {
  if (first.role === "name") return [];
  const { sentences } = page.reading;
  const found: Label[] = [];
  for (let i = first.paragraph.first; i < first.paragraph.last; i++) {
    const sentence = sentences[i];
    if (!sentence || sentence.from <= first.start) continue;
    const opening = /^(Q|A|Question|Answer)\s*:\s+(?=\S)/.exec(page.text.slice(sentence.from, sentence.from + 14));
    if (!opening) continue;
    const words = opening[1] as string;
    found.push(
      made(first.paragraph, sentence.from, sentence.from + words.length, sentence.from + opening[0].length, words),
    );
  }
  return found;
}
