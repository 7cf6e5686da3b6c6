/**
 * Sets the full reader's confidence by what readers are shown: whole statements, after the rules and refiners, joined as
 * PolNeAR marks them. Fitted on every second article of PolNeAR's development part, the first, third and so on; the others tell
 * how well it holds. Rewrites two numbers of models/reader-full-en-1.bin.
 *
 *     HEARSAY_DATA=/folder/with/polnear node train/full/calibrate.ts
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { type Verdict, ece } from "../../bench/confidence.ts";
import { measured } from "../../bench/polnearScore.ts";
import { extract } from "../../src/extract/extract.ts";
import { FastReader, numberOf } from "../../src/extract/fast/fastReader.ts";
import { readModel, writeModel } from "../../src/extract/fast/weights.ts";
import { FullReader } from "../../src/extract/full/fullReader.ts";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import { ownPacks } from "../../src/packs/packs.ts";
import { read } from "../../src/read/read.ts";
import { calibration } from "../judge.ts";
import { readPolnear } from "../polnear.ts";

const FILE = new URL("../../models/reader-full-en-1.bin", import.meta.url);
const data = process.env["HEARSAY_DATA"];
if (!data) {
  console.error("HEARSAY_DATA must name the folder that holds polnear/");
  process.exit(2);
}
const model = readModel(FILE, []);
const [slope = 1, shift = 0] = numberOf(model, "calibration");
const reader = new FullReader(new FastReader(), 2, model);
const packs = ownPacks();
const halves: [Verdict[], Verdict[]] = [[], []];
readPolnear(data, "dev").forEach((article, i) => {
  const { reading } = read(ingest(capture(article.bytes, article.path)));
  const { verdicts } = measured(article, extract(reading, reader, packs).statements);
  halves[i % 2]?.push(...verdicts);
});
const fit = (on: readonly Verdict[]): [number, number] =>
  calibration(on.map(({ confidence, right }) => ({ p: confidence, right })));
const set = (verdicts: readonly Verdict[], [more, offset]: [number, number]): Verdict[] =>
  verdicts.map((v) => {
    const p = Math.min(0.999, Math.max(0.001, v.confidence));
    return { ...v, confidence: 1 / (1 + Math.exp(-(more * Math.log(p / (1 - p)) + offset))) };
  });
const [even, odd] = halves;
const chosen = fit(even);
console.log(`expected calibration error as it was: ${ece([...even, ...odd]).toFixed(3)}`);
console.log(`fitted on the first half, on the second: ${ece(set(odd, chosen)).toFixed(3)}`);
console.log(`fitted on the second half, on the first: ${ece(set(even, fit(odd))).toFixed(3)}`);
const numbers = { ...model.numbers, calibration: [slope * chosen[0], chosen[0] * shift + chosen[1]] };
const bytes = writeModel(model.name, [], model.judge, numbers);
writeFileSync(FILE, bytes);
console.log(
  `models/reader-full-en-1.bin: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`,
);
