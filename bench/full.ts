/**
 * npm run bench:full: the readers side by side on PolNeAR's development part (84 articles, first annotator), with what each part
 * of the full reader adds. HEARSAY_DATA names the folder that holds polnear/.
 *
 * Exact F1 by the word tokens a span touches, in per cent: pieces of each role, and whole statements both as printed and with
 * quotations that go on joined to the statement before, as PolNeAR marks them. Confidence is judged on the joined ones.
 *
 *     node bench/full.ts [--only NAME,...] [--errors FILE]
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { extract } from "../src/extract/extract.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Reading } from "../src/model/reading.ts";
import type { FoundStatement } from "../src/model/statement.ts";
import { ownPacks } from "../src/packs/packs.ts";
import { read } from "../src/read/read.ts";
import { type MarkedArticle, readPolnear } from "../train/polnear.ts";
import { calibration } from "../train/judge.ts";
import { type Verdict, ece, interval, recallAt, reliability } from "./confidence.ts";
import { type Measured, MEASURES, asPrinted, countedRoles, f1, measured } from "./polnearScore.ts";
import { variants } from "./fullVariants.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, errors: { type: "string" } } });
const folder = process.env["HEARSAY_DATA"];
if (!folder || !existsSync(join(folder, "polnear"))) {
  console.error(`HEARSAY_DATA must name the folder that holds polnear/ (it is ${folder ?? "not set"})`);
  process.exit(2);
}
const packs = ownPacks();
const articles = readPolnear(folder, "dev").map((article): { article: MarkedArticle; reading: Reading } => ({
  article,
  reading: read(ingest(capture(article.bytes, article.path))).reading,
}));
const perfect = articles.map(
  ({ article: { text, attributions } }) => countedRoles(text, attributions, asPrinted(text, attributions)).triple,
);
console.log(
  `a reader without a fault: printed ${f1(perfect).f.toFixed(1)}, since quotations that go on are told apart`,
);
const only = values.only?.split(",");
const errors: string[] = [];
for (const [name, make] of variants()) {
  if (only && !only.includes(name)) continue;
  const reader = make();
  const started = performance.now();
  const found = articles.map(({ reading }): readonly FoundStatement[] => extract(reading, reader, packs).statements);
  const seconds = (performance.now() - started) / 1000;
  const all = articles.map(({ article }, k) => measured(article, found[k] as readonly FoundStatement[]));
  report(name, all, articles.length / seconds);
  for (const { article: from, wrong } of all) for (const line of wrong) errors.push(`${name}\t${from}\t${line}`);
}
if (values.errors) writeFileSync(values.errors, `${errors.join("\n")}\n`);

function report(name: string, all: readonly Measured[], speed: number): void {
  console.log(`${name}: ${speed.toFixed(1)} articles a second, reading and ingesting not counted`);
  for (const measure of MEASURES) {
    const { p, r, f } = f1(all.map(({ counts }) => counts[measure]));
    const [low, high] = interval(all, (some) => f1(some.map(({ counts }) => counts[measure])).f);
    console.log(
      `  ${measure.padEnd(8)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f.toFixed(1)}  (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`,
    );
  }
  const verdicts = all.flatMap((m) => m.verdicts);
  const gold = all.reduce((n, m) => n + m.counts.joined[2], 0);
  const halves = [0, 1].map((k) => all.filter((_, i) => i % 2 === k).flatMap((m) => m.verdicts));
  console.log(
    `  expected calibration error ${ece(verdicts).toFixed(3)}; on the even and odd articles ${halves.map((h) => ece(h).toFixed(3)).join(" and ")}`,
  );
  // The shipped calibration was fitted on every second article: here each half is told by a fit on the other alone.
  const crossed = halves.flatMap((half, k) => recalibrated(half, halves[1 - k] as readonly Verdict[]));
  console.log(
    `  each half with a calibration fitted on the other: ${ece(crossed).toFixed(3)} over both; ${halves.map((half, k) => ece(recalibrated(half, halves[1 - k] as readonly Verdict[])).toFixed(3)).join(" and ")}`,
  );
  for (const row of reliability(verdicts)) console.log(`    ${row}`);
  for (const [what, is] of [
    ["whole statements", "right"],
    ["speaker right and 0.8 of the content", "near"],
  ] as const)
    console.log(
      `  recall of ${what} at 90, 95, 98 % precision: ${[0.9, 0.95, 0.98].map((p) => recallAt(verdicts, is, p, gold)).join(", ")}`,
    );
}

/** The verdicts with their confidence set anew by a slope and a shift fitted on others (Platt 1999). */
function recalibrated(some: readonly Verdict[], others: readonly Verdict[]): Verdict[] {
  const [slope, shift] = calibration(others.map(({ confidence, right }) => ({ p: confidence, right })));
  return some.map((v) => {
    const p = Math.min(0.999, Math.max(0.001, v.confidence));
    return { ...v, confidence: 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + shift))) };
  });
}
