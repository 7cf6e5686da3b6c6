/**
 * npm run train: makes models/reader-fast-en-1.bin from PolNeAR's training part and our own marked lines and cases.
 * HEARSAY_DATA names the folder that holds `polnear/`. Seeded: the same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Attributes, attributes } from "../src/extract/fast/attributes.ts";
import { Candidates } from "../src/extract/fast/candidates.ts";
import type { Weights } from "../src/extract/fast/crf.ts";
import { CUE_FIELD } from "../src/extract/fast/cueFeatures.ts";
import { FeatureList } from "../src/extract/fast/features.ts";
import { ROLE_FIELD } from "../src/extract/fast/roleFeatures.ts";
import { writeModel } from "../src/extract/fast/weights.ts";
import { windowOf } from "../src/extract/fast/windows.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Reading } from "../src/model/reading.ts";
import { read } from "../src/read/read.ts";
import { readCases, readLines } from "./cases.ts";
import { choicesOf } from "./choices.ts";
import { type Level, cueSequence, roleSequence, tokenRange } from "./examples.ts";
import { type Sequence, fit, quantized } from "./fit.ts";
import { type Choice, calibration, fitJudge, verdicts } from "./judge.ts";
import { levelsOf } from "./nested.ts";
import { readPolnear } from "./polnear.ts";

const SETTINGS = { epochs: 8, rate: 0.01, decay: 0.002, seed: 20161108 };
const JUDGE_SETTINGS = { epochs: 8, rate: 0.02, decay: 0.001, seed: 20161108 };
/** Our own lines are few beside PolNeAR's 30,000 sentences: each is shown this often. */
const OWN_WEIGHT = 3;
/** Cues are proposed generously; the judge throws out what is none. */
const CUE_BIAS = 1.5;

/** One text to learn from, read and marked. */
interface Lesson {
  readonly reading: Reading;
  readonly a: Attributes;
  readonly outermost: readonly Level[];
  readonly nested: readonly Level[];
  readonly weight: number;
}

const folder = process.env["HEARSAY_DATA"];
if (!folder || !existsSync(join(folder, "polnear"))) {
  console.error(`HEARSAY_DATA must name the folder that holds polnear/ (it is ${folder ?? "not set"})`);
  process.exit(2);
}
const started = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const lessons = [...polnearLessons(folder), ...ownLessons()];
say(`${lessons.length} texts read`);
// The judge learns from fields that have not seen the text: each half is proposed to by the other half's fields.
const halves = [0, 1].map((k) => lessons.filter((_, i) => i % 2 === k));
const choices: Choice[] = [];
const onNews: [Choice[], Choice[]] = [[], []];
halves.forEach((half, k) => {
  say(`fields of half ${k + 1} of 2, for the judge`);
  const { cue, role } = fields(halves[1 - k] as Lesson[]);
  const candidates = new Candidates(cue, role, CUE_BIAS);
  for (const lesson of half) {
    const learnt = [
      ...lesson.outermost.flatMap((level) => choicesOf(lesson.reading, lesson.a, level, candidates, true)),
      ...lesson.nested.flatMap((level) => choicesOf(lesson.reading, lesson.a, level, candidates, false)),
    ];
    for (const choice of learnt) choices.push(choice);
    if (lesson.weight === 1) for (const choice of learnt) (onNews[k] as Choice[]).push(choice);
  }
});
say(`${choices.length} cues for the judge`);
// Confidence is set by judges that have not seen the half they are tried on.
const seen = halves.flatMap((_, k) =>
  verdicts(fitJudge(onNews[1 - k] as Choice[], { ...JUDGE_SETTINGS, say: () => {} }), onNews[k] as Choice[]),
);
const [slope, shift] = calibration(seen);
say(`confidence: ${seen.length} verdicts, slope ${slope.toFixed(3)}, shift ${shift.toFixed(3)}`);
const judge = eightBit(fitJudge(choices, { ...JUDGE_SETTINGS, say }));
say("fields of all texts");
const { cue, role } = fields(lessons);
const numbers = { cueBias: [CUE_BIAS], judgeStep: [judge.step], least: [0.38, 0.35], calibration: [slope, shift] };
const bytes = writeModel(
  "reader-fast-en-1",
  [
    [CUE_FIELD, cue],
    [ROLE_FIELD, role],
  ],
  judge.weights,
  numbers,
);
writeFileSync(new URL("../models/reader-fast-en-1.bin", import.meta.url), bytes);
say(`models/reader-fast-en-1.bin: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);

function readingOf(bytes: Uint8Array, from: string): { reading: Reading; a: Attributes } {
  const document = ingest(capture(bytes, from));
  const { reading } = read({ ...document, language: "en" });
  return { reading, a: attributes(reading) };
}

function polnearLessons(data: string): Lesson[] {
  return readPolnear(data, "train").map((article) => {
    const { reading, a } = readingOf(article.bytes, article.path);
    if (reading.document.text !== article.text)
      throw new Error(`${article.path}: read differently from how it is marked`);
    const outermost = reading.sentences.map(({ first, last }): Level => ({
      first,
      last,
      depth: 0,
      marked: article.attributions,
    }));
    return { reading, a, outermost, nested: [], weight: 1 };
  });
}

function ownLessons(): Lesson[] {
  return [...readCases("tune"), ...readLines()].map((marked) => {
    const { reading, a } = readingOf(Buffer.from(marked.text), marked.name);
    return { reading, a, ...levelsOf(reading, a, marked), weight: OWN_WEIGHT };
  });
}

/** Fits both fields on some of the texts. */
function fields(on: readonly Lesson[]): { cue: Weights; role: Weights } {
  const cueList = new FeatureList(CUE_FIELD.slots);
  const roleList = new FeatureList(ROLE_FIELD.slots);
  const cues: Sequence[] = [];
  const roles: Sequence[] = [];
  for (const { reading, a, outermost, nested, weight } of on) {
    const taught: { cues: Sequence[]; roles: Sequence[] } = { cues: [], roles: [] };
    for (const level of [...outermost, ...nested]) taught.cues.push(...cueSequence(reading, a, level, cueList));
    for (const marked of outermost[0]?.marked ?? []) {
      const range = marked.cue[0] && tokenRange(reading, marked.cue[0]);
      if (range)
        taught.roles.push(roleSequence(reading, a, windowOf(reading, a, range.first, range.last), marked, roleList));
    }
    for (const { first, last, depth, marked } of nested)
      for (const inner of marked) {
        const range = inner.cue[0] && tokenRange(reading, inner.cue[0]);
        if (range && range.first >= first && range.last <= last)
          taught.roles.push(
            roleSequence(
              reading,
              a,
              { first, last, cueFirst: range.first, cueLast: range.last, depth },
              inner,
              roleList,
            ),
          );
      }
    for (let n = 0; n < weight; n++) {
      for (const s of taught.cues) cues.push(s);
      for (const s of taught.roles) roles.push(s);
    }
  }
  return {
    cue: quantized(fit(CUE_FIELD, cues, { ...SETTINGS, say })),
    role: quantized(fit(ROLE_FIELD, roles, { ...SETTINGS, say })),
  };
}

function eightBit(weights: Float32Array): { weights: Int8Array; step: number } {
  let largest = 1e-6;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const step = largest / 127;
  return { weights: Int8Array.from(weights, (w) => Math.round(w / step)), step };
}
