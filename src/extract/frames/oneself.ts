import { type Page, type Paragraph, isFirstPerson, outsideMarks } from "./page.ts";
import type { Open } from "./speaker.ts";

const I = /\bI\b/;
const TITLED = /\b(?:Mr|Mrs|Ms|Dr)\.? (\p{Lu}[\p{L}’'-]+)/gu;
const SURNAME = /(?:^|\s)\p{Lu}[\p{L}’'.-]*\s(\p{Lu}[\p{L}’'-]+)$/u;

/** Whether a paragraph names somebody who until then spoke of himself as "I": the page tells of him. */
export function isAboutOneself(
  page: Page,
  at: number,
  { speaker }: Open,
  accepted: readonly Paragraph[],
  paragraph: Paragraph,
): boolean {
  const own = accepted.map((p) => outsideMarks(page, p));
  if (own.length === 0 || !own.every(isFirstPerson) || !own.some((words) => I.test(words))) return false;
  const words = outsideMarks(page, paragraph);
  return (
    !isFirstPerson(words) &&
    namesFor(page, at, speaker).some((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(words))
  );
}

/** The surname of the speaker; of "he", whoever has a title in the same paragraph before. */
function namesFor(page: Page, at: number, speaker: string): string[] {
  const surname = SURNAME.exec((speaker.split(",")[0] as string).trim())?.[1];
  const sentence = page.reading.sentences[at];
  const before = sentence && page.paragraphs[sentence.block];
  const pointing = sentence && /^(?:He|She)\b/.test(page.text.slice(sentence.from, sentence.from + 4));
  const titled =
    before && pointing
      ? [...page.text.slice(before.span.from, sentence.from).matchAll(TITLED)].map((m) => m[1] as string)
      : [];
  return [...(surname === undefined ? [] : [surname]), ...titled];
}
