/**
 * npm run bench:acts [-- open|blind] [--rules] [--errors]: acts, with --rules by the rules alone, on 1,006 statements more than the gold has (bench/gold/acts.jsonl),
 * each marked once, by one hand. Two thirds of the texts are open: rules are written on them, `--errors` prints their misses. The
 * third that a hash of the path picks is blind: its figures are printed, never its words. HEARSAY_DATA names the folder with the texts.
 */
import { existsSync } from "node:fs";
import { actOf } from "../src/extract/acts/act.ts";
import { extract } from "../src/extract/extract.ts";
import { contextOf } from "../src/extract/proposal.ts";
import { statementReader } from "../src/extract/readers.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Act } from "../src/model/statement.ts";
import { ownPacks } from "../src/packs/packs.ts";
import { read } from "../src/read/read.ts";
import { type ActMark, actMarks } from "./gold/actMarks.ts";
import { f1Of, macroF1, spokenOf } from "./gold/scoring.ts";
import { goldText } from "./gold/texts.ts";
import { isBlind } from "./gold/wide.ts";

type Pair = readonly [number, number];

const data = process.env["HEARSAY_DATA"];
if (!data || !existsSync(data)) {
  console.error(
    `HEARSAY_DATA must name the folder that holds polnear/, basil/ and kcna-2011/ (it is ${data ?? "not set"})`,
  );
  process.exit(2);
}
const errors = process.argv.includes("--errors");
const part = process.argv.find((a) => a === "open" || a === "blind") ?? "open";
if (errors && part === "blind") {
  console.error("the words of the blind third are not printed; leave --errors out, or ask for open");
  process.exit(2);
}
const marks = actMarks().filter(({ path }) => isBlind(path) === (part === "blind"));
const pairs: [marked: Act, given: Act][] = [];
const packs = ownPacks();
const reader = statementReader("full");
const rulesAlone = process.argv.includes("--rules");
for (const [path, all] of Map.groupBy(marks, (m) => m.path)) {
  const text = goldText(data, { path, sha256: (all[0] as ActMark).sha256 });
  const { reading } = read(ingest(capture(Buffer.from(text), path), {}));
  // A framed statement is looked up among those found, for its speaker.
  const framed = all.some((m) => m.framed) ? extract(reading, reader, packs).statements.filter((s) => s.frame) : [];
  const context = contextOf(reading, packs, [], rulesAlone ? null : (reader.acts?.(reading) ?? null));
  for (const m of all) {
    const twin = m.framed ? framed.find((s) => s.content[0]?.from === m.content[0]?.[0]) : undefined;
    const { act, why } = actOf(spokenOf(m, twin ?? null, text), context);
    pairs.push([m.act, act]);
    if (errors && act !== m.act) {
      const words = (p: Pair | null): string => (p ? text.slice(...p).replace(/\s+/g, " ") : "-");
      console.log(
        `${m.act} ≠ ${act} (${why}) | ${words(m.source)} | ${words(m.cue)} | ${m.content.map(words).join(" […] ").slice(0, 260)}`,
      );
    }
  }
}
console.log(`acts, ${part} part`);
for (const act of [...new Set(pairs.map(([marked]) => marked))].sort()) {
  const [marked, given] = [pairs.filter(([m]) => m === act).length, pairs.filter(([, g]) => g === act).length];
  console.log(
    `  ${act.padEnd(9)} marked ${String(marked).padStart(3)}, given ${String(given).padStart(3)}, F1 ${f1Of(act, pairs).toFixed(1)}`,
  );
}
const right = pairs.filter(([m, g]) => m === g).length;
console.log(
  `${pairs.length} statements: right ${((100 * right) / pairs.length).toFixed(1)} %, macro F1 ${macroF1(pairs).toFixed(1)}`,
);
