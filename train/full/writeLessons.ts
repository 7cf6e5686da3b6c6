/**
 * Writes what the full reader learns from as JSON lines, one text a line: word pieces, features and labels, made by the same
 * code that reads and by the code that teaches the fast reader.
 *
 *     HEARSAY_DATA=/folder/with/polnear node train/full/writeLessons.ts OUT
 *
 * OUT gets train.jsonl (PolNeAR's training part), dev.jsonl (its development part) and own.jsonl (our own lines and cases).
 */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Attributes } from "../../src/extract/fast/attributes.ts";
import { CUE_FIELD } from "../../src/extract/fast/cueFeatures.ts";
import { FeatureList } from "../../src/extract/fast/features.ts";
import type { CueWindow } from "../../src/extract/fast/roleFeatures.ts";
import { windowOf } from "../../src/extract/fast/windows.ts";
import { FEATURES, NOISY_FEATURES, inputsOf } from "../../src/extract/full/inputs.ts";
import { WordPiece } from "../../src/extract/full/wordPiece.ts";
import type { Reading } from "../../src/model/reading.ts";
import { type Level, cueSequence, roleLabels, tokenRange } from "../examples.ts";
import { type Lesson, ownLessons, polnearLessons } from "../lessons.ts";
import type { Attribution } from "../polnear.ts";
import { isHeldOut } from "./heldOut.ts";

const VOCABULARY = new URL("../../models/reader-full-en-1.vocab.txt", import.meta.url);

const data = process.env["HEARSAY_DATA"];
const out = process.argv[2];
if (!data || !out) {
  console.error("HEARSAY_DATA must name the folder that holds polnear/, and the first word the folder to write to");
  process.exit(2);
}
const wordPiece = WordPiece.read(VOCABULARY);
const list = new FeatureList(CUE_FIELD.slots);
mkdirSync(out, { recursive: true });
write("meta.json", [{ features: FEATURES, noisy: NOISY_FEATURES, first: wordPiece.first, last: wordPiece.last }]);
write("train.jsonl", polnearLessons(data).map(lessonOf));
write("dev.jsonl", polnearLessons(data, "dev").map(lessonOf));
write("own.jsonl", ownLessons().map(lessonOf));

function write(file: string, lessons: readonly object[]): void {
  const handle = openSync(join(out as string, file), "w");
  for (const lesson of lessons) writeSync(handle, `${JSON.stringify(lesson)}\n`);
  closeSync(handle);
  console.error(`${file}: ${lessons.length} texts`);
}

/** Labels of the cues of one level, "-1" where a cue crosses its edge and nothing is learnt. */
function cuesOf(reading: Reading, a: Attributes, level: Level): { first: number; last: number; labels: number[] } {
  const [sequence] = cueSequence(reading, a, level, list);
  const { first, last } = level;
  return { first, last, labels: sequence ? [...sequence.labels] : Array<number>(last - first).fill(-1) };
}

function rolesOf(reading: Reading, window: CueWindow, marked: Attribution): object {
  return { ...window, labels: [...roleLabels(reading, window, marked)] };
}

function lessonOf({ name, reading, a, outermost, nested }: Lesson, index: number): object {
  const { pieces, start, features } = inputsOf(reading, a, wordPiece);
  const roles: object[] = [];
  for (const marked of outermost[0]?.marked ?? []) {
    const range = marked.cue[0] && tokenRange(reading, marked.cue[0]);
    if (range) roles.push(rolesOf(reading, windowOf(reading, a, range.first, range.last), marked));
  }
  const nestedRoles: object[] = [];
  for (const { first, last, depth, marked } of nested)
    for (const inner of marked) {
      const range = inner.cue[0] && tokenRange(reading, inner.cue[0]);
      if (!range || range.first < first || range.last > last) continue;
      const window = { first, last, cueFirst: range.first, cueLast: range.last, depth };
      nestedRoles.push(rolesOf(reading, window, inner));
    }
  return {
    name,
    heldOut: isHeldOut(index),
    pieces: [...pieces],
    start: [...start],
    features,
    sentences: reading.sentences.map(({ first, last }) => [first, last]),
    cues: outermost.map((level) => cuesOf(reading, a, level)),
    roles,
    nestedCues: nested.map((level) => cuesOf(reading, a, level)),
    nestedRoles,
  };
}
