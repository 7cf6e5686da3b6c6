/**
 * npm run bench:acts [-- open|blind] [--rules] [--errors]: acts, with --rules by the rules alone, on 1,006 statements more than the gold has (bench/gold/acts.jsonl),
 * each marked once, by one hand. Two thirds of the texts are open: rules are written on them, `--errors` prints their misses. The
 * third that a hash of the path picks is blind: its figures are printed, never its words. HEARSAY_DATA names the folder with the texts.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { actOf } from "../src/extract/acts/act.ts";
import { extract } from "../src/extract/extract.ts";
import { contextOf } from "../src/extract/proposal.ts";
import { statementReader } from "../src/extract/readers.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Act, FoundStatement, SpokenStatement } from "../src/model/statement.ts";
import { ownPacks } from "../src/packs/packs.ts";
import { read } from "../src/read/read.ts";
import { sha256Of } from "../src/text/sha256.ts";
import { asSpan } from "./gold/match.ts";
import { goldText } from "./gold/texts.ts";

type Pair = readonly [number, number];

interface Marked {
  readonly path: string;
  readonly sha256: string;
  readonly source: Pair | null;
  readonly cue: Pair | null;
  readonly content: readonly Pair[];
  readonly framed: boolean;
  readonly act: Act;
}

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
const marks = readFileSync(join(import.meta.dirname, "gold", "acts.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Marked)
  .filter(({ path }) => isBlind(path) === (part === "blind"));
const pairs: [marked: Act, given: Act][] = [];
const packs = ownPacks();
const reader = statementReader("full");
const rulesAlone = process.argv.includes("--rules");
for (const [path, all] of Map.groupBy(marks, (m) => m.path)) {
  const text = goldText(data, { path, sha256: (all[0] as Marked).sha256 });
  const { reading } = read(ingest(capture(Buffer.from(text), path), {}));
  // A framed statement is looked up among those found, for its speaker.
  const framed = all.some((m) => m.framed) ? extract(reading, reader, packs).statements.filter((s) => s.frame) : [];
  const context = contextOf(reading, packs, [], rulesAlone ? null : (reader.acts?.(reading) ?? null));
  for (const m of all) {
    const { act, why } = actOf(spokenOf(m, framed, text), context);
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
const acts = [...new Set(pairs.map(([marked]) => marked))].sort();
const f1 = acts.map((act) => {
  const hit = pairs.filter(([m, g]) => m === act && g === act).length;
  const [marked, given] = [pairs.filter(([m]) => m === act).length, pairs.filter(([, g]) => g === act).length];
  const score = (200 * hit) / (marked + given);
  console.log(
    `  ${act.padEnd(9)} marked ${String(marked).padStart(3)}, given ${String(given).padStart(3)}, F1 ${score.toFixed(1)}`,
  );
  return score;
});
const right = pairs.filter(([m, g]) => m === g).length;
console.log(
  `${pairs.length} statements: right ${((100 * right) / pairs.length).toFixed(1)} %, macro F1 ${(f1.reduce((s, x) => s + x, 0) / f1.length).toFixed(1)}`,
);

/** Whether a text is one of the blind third. */
function isBlind(path: string): boolean {
  return Number.parseInt(sha256Of(path).slice(0, 8), 16) % 3 === 0;
}

function spokenOf(m: Marked, framed: readonly FoundStatement[], text: string): SpokenStatement {
  const content = m.content.map(asSpan);
  const [first] = content;
  const that = first && /^that\b/.test(text.slice(first.from, first.to));
  const twin = m.framed ? framed.find((s) => s.content[0]?.from === first?.from) : undefined;
  return {
    content,
    cue: m.cue && asSpan(m.cue),
    source: m.source && asSpan(m.source),
    opener: first && that ? { from: first.from, to: first.from + 4 } : null,
    manner: "indirect",
    frame: twin?.frame ?? null,
    inside: null,
    continues: null,
    confidence: 1,
    by: "by hand",
  };
}
