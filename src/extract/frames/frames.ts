import type { Frame } from "../../model/frame.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Reading } from "../../model/reading.ts";
import type { Proposal } from "../proposal.ts";
import { announcedFrames } from "./announced.ts";
import { digestItems } from "./digest.ts";
import { signedLetters } from "./letter.ts";
import { type Page, pageOf } from "./page.ts";
import { questionsAndAnswers } from "./questions.ts";
import { titledPage } from "./titled.ts";
import { labelledTurns } from "./turns.ts";

/** What finds frames, the surest first: of two that overlap the earlier one in this list stays. */
const FINDERS: readonly ((page: Page, sources: readonly Proposal[]) => Frame[])[] = [
  labelledTurns,
  digestItems,
  signedLetters,
];

/** What a page is as a whole, where nothing in it announces anybody. */
const WHOLE_PAGES: readonly ((page: Page) => Frame[])[] = [titledPage];

/**
 * The stretches of a report that are one speaker's own words without marks, in order; they do not overlap. `sources`
 * are the statements the reader found: they tell whom "He went on:" means.
 */
export function findFrames(reading: Reading, sources: readonly Proposal[] = []): Frame[] {
  const page = pageOf(reading);
  let frames: Frame[] = [];
  for (const finder of FINDERS) frames = merged(frames, finder(page, sources));
  // Whoever answers questions may announce what others said.
  if (frames.length === 0) frames = questionsAndAnswers(page);
  frames = merged(frames, announcedFrames(page, sources, frames));
  for (const finder of WHOLE_PAGES) if (frames.length === 0) frames = finder(page);
  return frames;
}

/** Both lists in order; of the second only what overlaps nothing of the first. */
function merged(first: readonly Frame[], second: readonly Frame[]): Frame[] {
  const stretches = first.map((f) => f.stretch);
  const free = second.filter(({ stretch }) => {
    const next = stretches[indexBehind(stretches, stretch.from)];
    return !next || next.from >= stretch.to;
  });
  return [...first, ...free].toSorted((a, b) => a.stretch.from - b.stretch.from);
}
