import { type Page, type Paragraph, isFirstPerson, isQuoted, outsideMarks, wordsOf } from "./page.ts";

const LONGEST_PROMPT = 300;
const OF_HIMSELF = /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b|\bI['’]/;
const TO_THE_OTHER = /\b[Yy]our?\b/;
/** Three sentences: so long talks whoever answers. */
const TOO_MANY = /(?:[.!?]["”’')\]]*\s+\p{Lu}.*){2}/su;

/**
 * The places of the questions with those among them that are told, not asked: "The company says it wrote to you in March."
 * Where all that stands between two questions is an answer, a prompt, an answer, and so on, every second paragraph is a prompt;
 * each sounds like one, and nobody speaks of himself in it.
 */
export function withPrompts(page: Page, running: readonly Paragraph[], questions: readonly number[]): number[] {
  const gaps = questions.slice(1).map((q, i) => q - (questions[i] as number) - 1);
  if (gaps.some((gap) => gap % 2 === 0)) return [...questions];
  const prompts = gaps.flatMap((gap, i) => {
    const first = questions[i] as number;
    return Array.from({ length: (gap - 1) / 2 }, (_, k) => first + 2 + 2 * k);
  });
  return prompts.every((at) => isPrompt(page, running[at] as Paragraph))
    ? [...questions, ...prompts].toSorted((a, b) => a - b)
    : [...questions];
}

function isPrompt(page: Page, paragraph: Paragraph): boolean {
  const { from, to } = paragraph.span;
  if (to - from > LONGEST_PROMPT || isQuoted(page, paragraph)) return false;
  const words = outsideMarks(page, paragraph);
  return (
    !OF_HIMSELF.test(words) &&
    (!isFirstPerson(words) || TO_THE_OTHER.test(words)) &&
    SOUNDS_ASKED.test(words) &&
    !TOO_MANY.test(words)
  );
}

/** Words to the other, a question, or what others say: "Critics argue that it came too late." */
const SOUNDS_ASKED =
  /\b[Yy]our?\b|\?|^(?:The |Some |Your )?(?:[\p{L}’'-]+ ){1,5}(?:says?|said|argues?|argued|claims?|claimed|warn(?:s|ed)?|fears?|thinks?|believes?|accused?|complain(?:s|ed)?|found|asked|wants?)\b/u;

/** Words of the text in marks that the page prints a second time, by themselves. */
export function isPulled(page: Page, paragraph: Paragraph): boolean {
  if (!isQuoted(page, paragraph)) return false;
  const words = wordsOf(page, paragraph.span).replace(/^[“"‘'\s]+|[”"’'\s.,!?]+$/gu, "");
  const at = page.text.indexOf(words);
  return (
    words.length > 10 && (at !== page.text.lastIndexOf(words) || !(paragraph.span.from <= at && at < paragraph.span.to))
  );
}
