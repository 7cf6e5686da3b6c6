/**
 * Checks that the exported networks give the same labels here as in Python, on the fifty texts of expected.py: of every token
 * as a cue, and of every token in the windows around the marked cues.
 *
 *     HEARSAY_DATA=/folder/with/polnear node train/full/sameLabels.ts EXPECTED
 */
import { readFileSync } from "node:fs";
import { ROLE_LABELS } from "../../src/extract/fast/roleFeatures.ts";
import { windowOf } from "../../src/extract/fast/windows.ts";
import { CUE_LABEL_COUNT } from "../../src/extract/full/encoder.ts";
import { encoderOf, networksOf } from "../../src/extract/full/fullReader.ts";
import { tokenRange } from "../examples.ts";
import { polnearLessons } from "../lessons.ts";

interface Labels {
  readonly cues: readonly number[];
  readonly roles: readonly (readonly number[])[];
}
type Expected = readonly { readonly name: string; readonly exported: Labels; readonly trained: Labels }[];

const MODELS = new URL("../../models/reader-full-en-1", import.meta.url);
const file = process.argv[2];
const data = process.env["HEARSAY_DATA"];
if (!file || !data) {
  console.error("HEARSAY_DATA must name the folder that holds polnear/; then the file that expected.py wrote");
  process.exit(2);
}
const expected = JSON.parse(readFileSync(file, "utf8")) as Expected;
const lessons = new Map(polnearLessons(data, "dev").map((lesson) => [lesson.name, lesson]));
const encoded = encoderOf(networksOf(MODELS, 1));
const counts = { labels: 0, exported: 0, trained: 0 };
for (const { name, exported, trained } of expected) {
  const lesson = lessons.get(name);
  if (!lesson) throw new Error(`${name} is not among the texts`);
  const { reading, a, outermost } = lesson;
  const text = encoded(reading, a);
  compare(highest(text.cueScores(0, reading.tokens.length, false), CUE_LABEL_COUNT), exported.cues, trained.cues);
  const windows = (outermost[0]?.marked ?? []).flatMap((marked) => {
    const range = marked.cue[0] && tokenRange(reading, marked.cue[0]);
    return range ? [windowOf(reading, a, range.first, range.last)] : [];
  });
  if (windows.length !== exported.roles.length)
    throw new Error(`${name}: ${windows.length} windows here, ${exported.roles.length} there`);
  windows.forEach((window, k) =>
    compare(
      highest(text.roleScores(window, false), ROLE_LABELS.length),
      exported.roles[k] as readonly number[],
      trained.roles[k] as readonly number[],
    ),
  );
}
const { labels, ...other } = counts;
console.log(
  `${expected.length} texts, ${labels} labels: ${other.exported} differ from the exported networks in Python, ${other.trained} from the trained ones (not quantised)`,
);
process.exitCode = other.exported === 0 ? 0 : 1;

function highest(scores: Float64Array, labels: number): number[] {
  return Array.from({ length: scores.length / labels }, (_, i) => {
    let best = 0;
    for (let y = 1; y < labels; y++)
      if ((scores[i * labels + y] as number) > (scores[i * labels + best] as number)) best = y;
    return best;
  });
}

function compare(here: readonly number[], exported: readonly number[], trained: readonly number[]): void {
  if (here.length !== exported.length) throw new Error(`${here.length} tokens here, ${exported.length} there`);
  counts.labels += here.length;
  here.forEach((label, i) => {
    if (label !== exported[i]) counts.exported++;
    if (label !== trained[i]) counts.trained++;
  });
}
