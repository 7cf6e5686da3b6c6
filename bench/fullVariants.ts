import { FastReader, judgeOf, numberOf } from "../src/extract/fast/fastReader.ts";
import { type Judge, JudgedReader } from "../src/extract/fast/judgedReader.ts";
import { JUDGE_SLOTS } from "../src/extract/fast/judge.ts";
import { readModel } from "../src/extract/fast/weights.ts";
import { roleMoves } from "../src/extract/full/fullCandidates.ts";
import { FullReader, networksOf, proposerOf } from "../src/extract/full/fullReader.ts";
import type { Cut } from "../src/extract/full/inputs.ts";
import type { StatementReader } from "../src/extract/proposal.ts";

const MODEL = new URL("../models/reader-full-en-1", import.meta.url);

/** The readers that are compared, by name: fast, full, and the full one without some of its parts. */
export function variants(): (readonly [name: string, make: () => StatementReader])[] {
  const model = readModel(new URL(`${MODEL.href}.bin`), []);
  const judge = judgeOf(model);
  const [cue = 0, role = 0, cueBias = 0] = numberOf(model, "mix");
  const full =
    (mix: { cue: number; role: number; cueBias: number }, by: Judge, base = MODEL, cut?: Cut) =>
    (): StatementReader =>
      new JudgedReader(
        "full",
        proposerOf(networksOf(base, 2), new FastReader().fields, roleMoves(numberOf(model, "moves")), mix, cut),
        by,
      );
  const float = process.env["HEARSAY_FLOAT_NETWORKS"];
  return [
    ["fast", () => new FastReader()],
    ["networks-alone", full({ cue: 0, role: 0, cueBias: 0 }, noJudge())],
    ["with-judge", full({ cue: 0, role: 0, cueBias }, judge)],
    ["with-fields", full({ cue, role, cueBias: 0 }, noJudge())],
    ["without-context", full({ cue, role, cueBias }, judge, MODEL, sentences)],
    ["full", () => new FullReader(new FastReader())],
    ...(float ? [["not-quantised", full({ cue, role, cueBias }, judge, new URL(float))] as const] : []),
  ];
}

/** The encoder sees one sentence at a time; nobody taught it anew for that. */
const sentences: Cut = (reading) => reading.sentences.map(({ first, last }) => ({ first, last }));

/** A judge without an opinion: the likeliest way is taken, and every cue is one. */
function noJudge(): Judge {
  const weights = new Int8Array(JUDGE_SLOTS);
  // The slot in which the full reader puts how likely a way is.
  weights[1] = 1;
  return { weights, step: 1, least: [0, 0], calibration: [1, 0] };
}
