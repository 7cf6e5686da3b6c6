import type { Frame } from "../../model/frame.ts";
import { type Page, type Paragraph, isFirstPerson, isQuoted, isRunning, wordsOf } from "./page.ts";
import { interviewIn } from "./interview.ts";
import { namedTwice } from "./interviewee.ts";

const NAME = "questions-and-answers-1";
const CONFIDENCE = 0.9;

/** An interview without labels has at least so many questions, and answers in which somebody speaks of himself. */
const FEWEST_QUESTIONS = 3;
/** So many where the page tells of an interview in words. */
const FEWEST_TOLD = 2;
const LEAST_OWN = 0.6;
const LEAST_OWN_TOLD = 0.5;
const LONGEST_QUESTION = 600;
const LONGEST_ANSWER = 10;

/**
 * An interview whose questions stand by themselves, told apart by print that is lost in the text: the page says whom it
 * talked to, and paragraphs that end in a question mark take turns with answers in the first person.
 */
export function questionsAndAnswers(page: Page): Frame[] {
  const running = page.paragraphs.filter((p) => (isRunning(p) || p.kind === "subheading") && p.first < p.last);
  const questions = running.flatMap((p, i) =>
    isQuestion(page, p) && running[i + 1] && !isQuestion(page, running[i + 1] as Paragraph) ? [i] : [],
  );
  const [first] = questions;
  if (first === undefined || questions.length < FEWEST_TOLD) return [];
  const { index } = running[first] as Paragraph;
  const told = interviewIn(page, index);
  const who = told?.answers ?? namedTwice(page, index);
  if (!who || (!told && questions.length < FEWEST_QUESTIONS)) return [];
  const longest = Math.max(...questions.slice(1).map((q, k) => q - (questions[k] as number) - 1));
  const turns = questions.map((q, k) => {
    const next = questions[k + 1] ?? endOfLast(page, running, q + 1, longest);
    const answers = running.slice(q + 1, next).slice(0, LONGEST_ANSWER);
    return { question: running[q] as Paragraph, answers };
  });
  const own = turns.filter(({ answers }) =>
    answers.some((p) => !isQuoted(page, p) && isFirstPerson(wordsOf(page, p.span))),
  );
  if (own.length < turns.length * (told ? LEAST_OWN_TOLD : LEAST_OWN)) return [];
  return turns.flatMap(({ question, answers }): Frame[] => {
    const from = answers[0]?.span.from as number;
    const to = answers.at(-1)?.span.to as number;
    const frame = { kind: "interview", cue: null, by: NAME, confidence: CONFIDENCE } as const;
    const opening = { from: question.span.from, to: question.span.from };
    return [
      { ...frame, span: opening, stretch: question.span, source: told?.asks ?? null },
      { ...frame, span: question.span, stretch: { from, to }, source: who },
    ];
  });
}

/** How long the last answer is nobody says: its first paragraph is sure, and no answer before was longer. */
function endOfLast(page: Page, running: readonly Paragraph[], first: number, longest: number): number {
  let end = first + 1;
  while (end < Math.min(running.length, first + longest)) {
    const paragraph = running[end] as Paragraph;
    if (isQuoted(page, paragraph) || !isFirstPerson(wordsOf(page, paragraph.span))) break;
    end++;
  }
  return end;
}

function isQuestion(page: Page, paragraph: Paragraph): boolean {
  const { from, to } = paragraph.span;
  if (to - from > LONGEST_QUESTION || isQuoted(page, paragraph)) return false;
  return /\?\s*$/.test(page.text.slice(to - 3, to)) || ASKS_WITHOUT_MARK.test(wordsOf(page, paragraph.span));
}

/** "How did you come to dive" */
const ASKS_WITHOUT_MARK =
  /^(?:How|What|Why|When|Where|Who|Which) (?:do|does|did|are|is|was|were|can|could|would|will|have|has) you\b[^.!?:;]{0,160}$/u;
