import type { Frame } from "../../model/frame.ts";
import {
  type Page,
  type Paragraph,
  isFirstPerson,
  isQuoted,
  isRunning,
  outsideMarks,
  trimmedEnd,
  wordsOf,
} from "./page.ts";
import { interviewIn } from "./interview.ts";
import { isPulled, withPrompts } from "./prompts.ts";
import { namedTwice, quotedInTitle } from "./headline.ts";

const NAME = "questions-and-answers-1";
const CONFIDENCE = 0.9;

const STANDS_ALONE: ReadonlySet<string> = new Set(["subheading", "standfirst"]);

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
 * talked to, or the questions are put to somebody, and paragraphs that end in a question mark take turns with answers in
 * the first person.
 */
export function questionsAndAnswers(page: Page): Frame[] {
  const running = page.paragraphs
    .filter((p) => (isRunning(p) || STANDS_ALONE.has(p.kind)) && p.first < p.last)
    .filter((p) => !isPulled(page, p))
    .flatMap((p) => linesOf(page, p));
  const sure = running.flatMap((p, i) =>
    isQuestion(page, p) && running[i + 1] && !isQuestion(page, running[i + 1] as Paragraph) ? [i] : [],
  );
  const questions = withPrompts(page, running, sure);
  const [first] = questions;
  if (first === undefined || sure.length < FEWEST_TOLD) return [];
  const { index } = running[first] as Paragraph;
  const told = interviewIn(page, index);
  const who = told?.answers ?? namedTwice(page, index) ?? quotedInTitle(page, index);
  if (!told && sure.length < FEWEST_QUESTIONS) return [];
  // Where the page names nobody, the questions must tell that somebody is asked.
  if (!who && questions.filter((q) => asksSomebody(page, running[q] as Paragraph)).length < FEWEST_QUESTIONS) return [];
  const longest = Math.max(...questions.slice(1).map((q, k) => q - (questions[k] as number) - 1));
  const turns = questions.map((q, k) => {
    const next = questions[k + 1] ?? endOfLast(page, running, q + 1, longest);
    const answers = running.slice(q + 1, next).slice(0, LONGEST_ANSWER);
    return { question: running[q] as Paragraph, answers };
  });
  const own = turns.filter(({ answers }) =>
    answers.some((p) => !isQuoted(page, p) && isFirstPerson(outsideMarks(page, p))),
  );
  if (own.length < turns.length * (told ? LEAST_OWN_TOLD : LEAST_OWN)) return [];
  return turns.flatMap(({ question, answers }): Frame[] => {
    const from = answers[0]?.span.from as number;
    const to = answers.at(-1)?.span.to as number;
    const frame = {
      kind: "interview",
      cue: null,
      by: NAME,
      confidence: CONFIDENCE,
      told: told?.told ?? null,
    } as const;
    const opening = { from: question.span.from, to: question.span.from };
    return [
      { ...frame, span: opening, stretch: question.span, source: told?.asks ?? null },
      { ...frame, span: question.span, stretch: { from, to }, source: who },
    ];
  });
}

/** "1. Do you like them?", a line break, and the answer in one block: the question and its answer, the number left out; else the block. */
function linesOf(page: Page, paragraph: Paragraph): Paragraph[] {
  const { from, to } = paragraph.span;
  const words = page.text.slice(from, Math.min(to, from + LONGEST_QUESTION));
  const line = words.indexOf("\n");
  const number = /^\d{1,2}[.)] /.exec(words)?.[0].length ?? 0;
  if (line < 0 || !(number > 0 || /\?\s*$/.test(words.slice(0, line)))) return [paragraph];
  const answer = from + line + 1;
  const question = { from: from + number, to: trimmedEnd(page, from, from + line) };
  return answer < to
    ? [
        { ...paragraph, span: question },
        { ...paragraph, span: { from: answer, to } },
      ]
    : [paragraph];
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
  const words = wordsOf(page, paragraph.span);
  if (page.text[to] === "\n" && NUMBERED.test(page.text.slice(Math.max(0, from - 5), from)))
    return page.text[to + 1] !== "\n";
  return /\?["”’)\]]*\s*$/.test(page.text.slice(to - 4, to)) || ASKS_WITHOUT_MARK.test(words) || INVITES.test(words);
}

/** Whether a question is put to somebody, not by a reader to the page: "Do you like them?", not "How do I apply?" */
function asksSomebody(page: Page, { span }: Paragraph): boolean {
  const words = wordsOf(page, span);
  return TO_SOMEBODY.test(words) && !/\b(?:I|my|me)\b/.test(words);
}

const TO_SOMEBODY = /\b(?:[Yy]ou|[Yy]our|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Professor|Minister)\b/u;
/** "These animals are a mystery. Talk us through what you found." */
const INVITES =
  /(?:^|[.!?] )(?:(?:Please|So|And|But|Well|OK),? )?(?:(?:[Tt]ell|[Ww]alk|[Tt]alk|[Tt]ake|[Gg]ive|[Ss]how) us|(?:[Dd]escribe|[Ee]xplain) (?:[^.!?]{0,80} )?(?:to|for) us|I(?:['’]d| would) like to (?:know|ask|hear)|I (?:just )?want(?:ed)? to (?:know|ask))\b[^.!?]{0,240}[.!]?$/u;

/** Before a question of a numbered row, its answer behind a line break. */
const NUMBERED = /(?:^|\n)\d{1,2}[.)] $/;
/** "How did you come to dive" */
const ASKS_WITHOUT_MARK =
  /^(?:How|What|Why|When|Where|Who|Which) (?:do|does|did|are|is|was|were|can|could|would|will|have|has) you\b[^.!?:;]{0,160}$/u;
