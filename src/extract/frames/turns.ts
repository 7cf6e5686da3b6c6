import type { Frame, FrameKind } from "../../model/frame.ts";
import type { Span } from "../../model/span.ts";
import { interviewee, talkedTo } from "./interviewee.ts";
import { interviewIn } from "./interview.ts";
import { asksThere, isAskers } from "./askers.ts";
import { type Label, labelsOf } from "./labels.ts";
import { namesOfLabels } from "./labelNames.ts";
import { type Page, type Paragraph, isFirstPerson, isRunning, standsBetween, wordsOf, trimmedEnd } from "./page.ts";
import { isEnd } from "./returns.ts";
import { refers } from "./speaker.ts";

const NAME = "labelled-turn-1";
/** Measured on transcripts and interviews read by hand: how often a sentence of a turn is the labelled speaker's. */
const CONFIDENCE = 0.97;

/** Unlabelled paragraphs between two labels of one conversation. */
const LONGEST_TURN = 12;
/** Of the turns, so many sound like talk: a question, or words for oneself and the other. */
const LEAST_TALK = 0.5;
const TO_THE_OTHER = /\?|\b[Yy]our?\b/;

/**
 * The turns of an interview or a transcript, told by the labels at the heads of their lines. Two labels must talk to each
 * other, one of them more than once, or a question must have its answer.
 */
export function labelledTurns(page: Page): Frame[] {
  return conversations(page, labelsOf(page)).flatMap((talk) => framesOf(page, talk));
}

/** Runs of labels with no more than a long turn between them that are a conversation. */
function conversations(page: Page, labels: readonly Label[]): Label[][] {
  const runs: Label[][] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && label.paragraph.index - last.paragraph.index <= LONGEST_TURN + 1) run.push(label);
    else runs.push([label]);
  }
  return runs.map((run) => withoutHead(page, run)).filter((run) => isAskers(page, run) || isConversation(page, run));
}

/** "Witness: Mr Tom Birch", "Present: the mayor": lines of the head without a stop are no turns. */
function withoutHead(page: Page, run: readonly Label[]): Label[] {
  const first = run.findIndex((label) => label.start >= label.paragraph.span.to || ENDED.test(lastOf(page, label)));
  return run.slice(Math.max(0, first));
}

function isConversation(page: Page, run: readonly Label[]): boolean {
  const counts = new Map<string, number>();
  for (const { words } of run) counts.set(words, (counts.get(words) ?? 0) + 1);
  const asked = run.some((l) => l.role === "question");
  const answered = run.some((l) => l.role !== "question");
  const recurs = [...counts.values()].some((n) => n > 1);
  if (counts.size < 2 || !(recurs || (asked && answered))) return false;
  const talking = run.filter((label) =>
    isTalk(page.text.slice(label.start, Math.min(label.start + 400, endOfTurn(label)))),
  );
  const ended = run.filter((label) => label.start >= label.paragraph.span.to || ENDED.test(lastOf(page, label)));
  return talking.length >= run.length * LEAST_TALK && ended.length >= run.length * LEAST_TALK;
}

const ENDED = /[.?!…—–-]["”’)\]]*\s*$/;

/** The last characters of the label's paragraph. */
function lastOf(page: Page, { start, paragraph: { span } }: Label): string {
  return page.text.slice(Math.max(start, span.to - 8), span.to);
}

function isTalk(words: string): boolean {
  return TO_THE_OTHER.test(words) || isFirstPerson(words);
}

function endOfTurn(label: Label): number {
  return label.start >= label.paragraph.span.to ? label.start + 400 : label.paragraph.span.to;
}

function framesOf(page: Page, run: readonly Label[]): Frame[] {
  if (isAskers(page, run)) return askedBy(page, run);
  const kind: FrameKind =
    run.some((l) => l.capitals && l.role === "name") && !run.some((l) => l.role === "answer")
      ? "transcript"
      : "interview";
  const answering = interviewee(page, run);
  const named = namesOfLabels(page, run);
  const interview = interviewIn(page, (run[0] as Label).paragraph.index);
  const told = interview?.told;
  const asks = run.some(({ role }) => role === "answer") ? (interview?.asks ?? null) : null;
  const byName = new Map<string, number>();
  run.forEach((label, i) => {
    const next = run[i + 1];
    if (next)
      byName.set(label.words, Math.max(byName.get(label.words) ?? 0, next.paragraph.index - label.paragraph.index));
  });
  let longest = 0;
  for (const length of byName.values()) longest = Math.max(longest, length);
  return run.flatMap((label, i): Frame[] => {
    const next = run[i + 1];
    const to = next ? endBefore(page, label, next) : endOfLast(page, label, longest);
    if (to <= label.start) return [];
    const source: Span | null =
      label.role === "name"
        ? (named.get(label.words) ?? label.name)
        : label.role === "answer"
          ? answering
          : (wordyQuestion(label) ?? asksThere(page, run, i, named) ?? asks);
    return [
      {
        kind,
        span: label.span,
        stretch: { from: label.start, to },
        source,
        cue: null,
        ...(told && { told }),
        by: NAME,
        confidence: CONFIDENCE,
      },
    ];
  });
}

/** The turns where only the questions have labels: what stands between two of them is the answer. */
function askedBy(page: Page, run: readonly Label[]): Frame[] {
  const before = (run[0] as Label).paragraph.index;
  const answering = talkedTo(page, before);
  const named = namesOfLabels(page, run);
  const told = interviewIn(page, before)?.told;
  const lengths = run.slice(1).map((next, i) => next.paragraph.index - (run[i] as Label).paragraph.index);
  const longest = Math.max(...lengths);
  return run.flatMap((label, i): Frame[] => {
    const frame = { kind: "interview", cue: null, ...(told && { told }), by: NAME, confidence: CONFIDENCE } as const;
    const { paragraph } = label;
    const source = label.role === "name" ? (named.get(label.words) ?? label.name) : wordyQuestion(label);
    const asked: Frame = { ...frame, span: label.span, stretch: { from: label.start, to: paragraph.span.to }, source };
    const next = run[i + 1];
    const to = next ? endBefore(page, label, next) : endOfLast(page, label, longest);
    const first = page.paragraphs.find((p) => p.index > paragraph.index && isRunning(p));
    if (!first || first.span.from >= to) return [asked];
    return [asked, { ...frame, span: paragraph.span, stretch: { from: first.span.from, to }, source: answering }];
  });
}

/** "Reporter:" names whoever asks; "Q:" names nobody. */
function wordyQuestion(label: Label): Span | null {
  return label.words.length > 2 && !/^question$/i.test(label.words) ? label.name : null;
}

function endBefore(page: Page, label: Label, next: Label): number {
  if (next.paragraph.index === label.paragraph.index) return trimmedEnd(page, label.start, next.span.from);
  let to = label.start;
  for (let i = label.paragraph.index; i < next.paragraph.index; i++) {
    const paragraph = page.paragraphs[i] as Paragraph;
    if (isRunning(paragraph)) to = Math.max(to, paragraph.span.to);
  }
  return to;
}

/** The last turn is no longer than the longest before it, and ends where the page speaks of the speaker. */
function endOfLast(page: Page, label: Label, longest: number): number {
  let to = label.paragraph.span.to;
  const empty = label.start >= to;
  for (let i = label.paragraph.index + 1; i < label.paragraph.index + Math.max(longest, empty ? 2 : 1); i++) {
    const paragraph = page.paragraphs[i];
    if (!paragraph || isEnd(page, paragraph)) break;
    if (standsBetween(paragraph)) continue;
    if (!isRunning(paragraph)) break;
    const words = wordsOf(page, paragraph.span, 120);
    const subject = /^(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}'’-]+/u.exec(words)?.[0] ?? "";
    if (refers(subject.replace(/['’]s$/, ""), { speaker: label.words, document: null, firm: true, past: true })) break;
    if (!isTalk(wordsOf(page, paragraph.span))) break;
    to = paragraph.span.to;
  }
  return to;
}
