/**
 * npm run train: makes models/reader-fast-en-1.bin from PolNeAR's training part and our own marked lines and cases.
 * HEARSAY_DATA names the folder that holds `polnear/`. Seeded: the same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Candidates, Fields } from "../src/extract/fast/candidates.ts";
import { CUE_FIELD } from "../src/extract/fast/cueFeatures.ts";
import { ROLE_FIELD } from "../src/extract/fast/roleFeatures.ts";
import { writeModel } from "../src/extract/fast/weights.ts";
import { choicesOf } from "./choices.ts";
import { eightBit, fields } from "./fields.ts";
import { type Choice, calibration, fitJudge, verdicts } from "./judge.ts";
import { type Lesson, ownLessons, polnearLessons } from "./lessons.ts";
import { writeSums } from "./sums.ts";

const JUDGE_SETTINGS = { epochs: 8, rate: 0.02, decay: 0.001, seed: 20161108 };
/** Cues are proposed generously; the judge throws out what is none. */
const CUE_BIAS = 1.5;

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
  const { cue, role } = fields(halves[1 - k] as Lesson[], say);
  const candidates = new Candidates(new Fields(cue, role), CUE_BIAS);
  for (const lesson of half) {
    const proposer = candidates.on(lesson.a);
    const learnt = [
      ...lesson.outermost.flatMap((level) => choicesOf(lesson.reading, lesson.a, level, proposer, true)),
      ...lesson.nested.flatMap((level) => choicesOf(lesson.reading, lesson.a, level, proposer, false)),
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
const { cue, role } = fields(lessons, say);
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
writeSums();
say(`models/reader-fast-en-1.bin: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);
