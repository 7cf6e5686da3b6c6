/**
 * Makes the full reader's judge: models/reader-full-en-1.bin. Its proposals come from networks and fields that have not seen
 * the texts, so that it doesn't learn to trust what is too good to be true.
 *
 *     HEARSAY_DATA=/folder/with/polnear node train/full/judge.ts HELD_OUT_NETWORKS MOVES
 *
 * HELD_OUT_NETWORKS is how the files of the networks begin that export.py made of weights trained with `--held-out`, MOVES the
 * file with the moves of the networks that will read.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Fields } from "../../src/extract/fast/candidates.ts";
import { writeModel } from "../../src/extract/fast/weights.ts";
import { roleMoves } from "../../src/extract/full/fullCandidates.ts";
import { encoderOf, networksOf, proposerOf } from "../../src/extract/full/fullReader.ts";
import { FEATURES } from "../../src/extract/full/inputs.ts";
import { choicesOf } from "../choices.ts";
import { eightBit, fields } from "../fields.ts";
import { type Lesson, ownLessons, polnearLessons } from "../lessons.ts";
import { type Choice, calibration, fitJudge, verdicts } from "../judge.ts";
import { isHeldOut } from "./heldOut.ts";
import { bestShares } from "./mix.ts";

/** Cues are proposed generously; the judge throws out what is none. */
const CUE_BIAS = 1;
const SETTINGS = { epochs: 8, rate: 0.02, decay: 0.001, seed: 20161108 };

const [base, movesFile] = process.argv.slice(2);
const data = process.env["HEARSAY_DATA"];
if (!base || !movesFile || !data) {
  console.error("HEARSAY_DATA must name the folder that holds polnear/; then the held-out networks and the moves");
  process.exit(2);
}
const started = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const news = polnearLessons(data);
const own = ownLessons();
const kept = (held: boolean): Lesson[] => [news, own].flatMap((some) => some.filter((_, i) => isHeldOut(i) === held));
say("fields without the held-out texts");
const { cue, role } = fields(kept(false), say);
const keptFields = new Fields(cue, role);
const networks = networksOf(pathToFileURL(base), 2);
const encoded = encoderOf(networks);
const moves = roleMoves(JSON.parse(readFileSync(`${base}.moves.json`, "utf8")) as number[]);
const articles = kept(true).filter((lesson) => lesson.weight === 1);
const shares = bestShares(articles, ({ reading, a }) => encoded(reading, a), keptFields, moves, say);
const mix = { ...shares, cueBias: CUE_BIAS };
say(`shares of the fields: ${shares.cue} for cues, ${shares.role} for roles`);
const propose = proposerOf(networks, keptFields, moves, mix);
const choices: Choice[] = [];
/** The held-out articles by halves: confidence is set on what its judge has not seen. */
const halves: [Choice[], Choice[]] = [[], []];
kept(true).forEach((lesson, i) => {
  const { reading, a, outermost, nested, weight } = lesson;
  const proposer = propose(reading, a);
  const learnt = [
    ...outermost.flatMap((level) => choicesOf(reading, a, level, proposer, true)),
    ...nested.flatMap((level) => choicesOf(reading, a, level, proposer, false)),
  ];
  for (const choice of learnt) {
    choices.push(choice);
    if (weight === 1) (halves[i % 2] as Choice[]).push(choice);
  }
});
say(`${choices.length} cues for the judge`);
const seen = halves.flatMap((half, k) =>
  verdicts(fitJudge(halves[1 - k] as Choice[], { ...SETTINGS, say: () => {} }), half),
);
const [slope, shift] = calibration(seen);
say(`confidence: ${seen.length} verdicts, slope ${slope.toFixed(3)}, shift ${shift.toFixed(3)}`);
const judge = eightBit(fitJudge(choices, { ...SETTINGS, say }));
const bytes = writeModel("reader-full-en-1", [], judge.weights, {
  features: [FEATURES],
  mix: [mix.cue, mix.role, mix.cueBias],
  moves: JSON.parse(readFileSync(movesFile, "utf8")) as number[],
  judgeStep: [judge.step],
  least: [0.38, 0.35],
  calibration: [slope, shift],
});
writeFileSync(new URL("../../models/reader-full-en-1.bin", import.meta.url), bytes);
say(`models/reader-full-en-1.bin: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);
