import type { Frame } from "../../model/frame.ts";
import { type Page, type Paragraph, isFirstPerson, isQuoted, isRunning, wordsOf } from "./page.ts";
import { talkedTo } from "./interviewee.ts";

const NAME = "questions-and-answers-1";
const CONFIDENCE = 0.9;

/** An interview without labels has at least so many questions, and answers in which somebody speaks of himself. */
const FEWEST_QUESTIONS = 3;
const LEAST_OWN = 0.6;
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
  if (first === undefined || questions.length < FEWEST_QUESTIONS) return [];
  const who = talkedTo(page, (running[first] as Paragraph).index);
  if (!who) return [];
  const turns = questions.map((q, k) => {
    const next = questions[k + 1];
    // How long the last answer is nobody says: its first paragraph is sure.
    const answers = running.slice(q + 1, next ?? q + 2).slice(0, LONGEST_ANSWER);
    return { question: running[q] as Paragraph, answers };
  });
  const own = turns.filter(({ answers }) =>
    answers.some((p) => !isQuoted(page, p) && isFirstPerson(wordsOf(page, p.span))),
  );
  if (own.length < turns.length * LEAST_OWN) return [];
  return turns.flatMap(({ question, answers }): Frame[] => {
    const from = answers[0]?.span.from as number;
    const to = answers.at(-1)?.span.to as number;
    const frame = { kind: "interview", cue: null, by: NAME, confidence: CONFIDENCE } as const;
    const opening = { from: question.span.from, to: question.span.from };
    return [
      { ...frame, span: opening, stretch: question.span, source: null },
      { ...frame, span: question.span, stretch: { from, to }, source: who },
    ];
  });
}

function isQuestion(page: Page, paragraph: Paragraph): boolean {
  const { from, to } = paragraph.span;
  return to - from <= LONGEST_QUESTION && /\?\s*$/.test(page.text.slice(to - 3, to)) && !isQuoted(page, paragraph);
}
