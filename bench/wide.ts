/**
 * npm run bench:wide [-- open|blind|both] [--reader fast|full] [--errors]: speakers, chains, acts, conditions and silences on the wide marks
 * (bench/gold/wide.jsonl): statements the full reader had found in 366 texts of five collections, each judged once, by one hand. Two thirds of the
 * texts are open: rules are written on them, `--errors` prints what differs. The third that a hash of the path picks is blind: its
 * figures are printed, never its words. HEARSAY_DATA names the folder with the texts.
 */
import { existsSync } from "node:fs";
import { capture } from "../src/ingest/ingest.ts";
import type { Hop, Statement } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";
import { asSpan, matched, overlap, sameName } from "./gold/match.ts";
import { macroF1, markedPartOf, sameChain } from "./gold/scoring.ts";
import { goldText } from "./gold/texts.ts";
import { type WideText, isBlind, wideTexts } from "./gold/wide.ts";

const data = process.env["HEARSAY_DATA"];
if (!data || !existsSync(data)) {
  console.error(
    `HEARSAY_DATA must name the folder that holds polnear/, basil/, kcna-2011/, timex/ and gum/ (it is ${data ?? "not set"})`,
  );
  process.exit(2);
}
const part = process.argv.find((a) => a === "open" || a === "blind" || a === "both") ?? "open";
const errors = process.argv.includes("--errors");
if (errors && part !== "open") {
  console.error("the words of the blind third are not printed; leave --errors out, or ask for open");
  process.exit(2);
}
const reader = process.argv[process.argv.indexOf("--reader") + 1] === "fast" ? "fast" : "full";
const only = process.argv[process.argv.indexOf("--from") + 1];

/** Hits and all, by measure and by collection. */
const tallies = new Map<string, Map<string, [number, number]>>();
const acts: [string, string][] = [];

for (const text of wideTexts()) {
  if (part !== "both" && isBlind(text.path) !== (part === "blind")) continue;
  if (process.argv.includes("--from") && text.path.split("/")[0] !== only) continue;
  score(text, goldText(data, text));
}
report();

function score({ path, statements, silences }: WideText, text: string): void {
  const read = readReport(capture(Buffer.from(text), path), { reader });
  const kind = path.split("/")[0] as string;
  const count = (measure: string, hit: boolean): boolean => {
    for (const group of [kind, "all"]) {
      const row = tallies.get(measure) ?? new Map<string, [number, number]>();
      const [hits, of] = row.get(group) ?? [0, 0];
      row.set(group, [hits + (hit ? 1 : 0), of + 1]);
      tallies.set(measure, row);
    }
    return hit;
  };
  const words = (span: readonly [number, number] | null): string =>
    span
      ? text
          .slice(...span)
          .replace(/\s+/g, " ")
          .slice(0, 140)
      : "-";
  const tell = (what: string, at: readonly [number, number] | null, marked: string, given: string): void => {
    if (errors) console.log(`${path} ${what}: marked ${marked}; given ${given} | ${words(at)}`);
  };
  const pairs = matched(statements, read.statements);
  for (const m of statements) {
    const f = pairs.get(m) ?? null;
    const place: readonly [number, number] = [
      Math.min(...[...m.source, ...m.cue, ...m.content].map(([from]) => from)),
      Math.max(...[...m.source, ...m.cue, ...m.content].map(([, to]) => to)),
    ];
    if (!m.statement) {
      if (!count("no statements, left out", f === null)) tell("no statement", place, "none", (f as Statement).by);
      continue;
    }
    if (!count("statements found", f !== null) || !f) continue;
    const speaker = f.chain.at(-1) as Hop;
    const right = sameName({ name: m.speaker, kind: m.kind }, speaker);
    if (!count("speaker", right))
      tell("speaker", place, `${m.speaker} (${m.kind})`, `${speaker.name} (${speaker.kind})`);
    const found = markedPartOf(f);
    if (!count("chain wholly right", sameChain(m.chain, found)) && right)
      tell("chain", place, m.chain.map((h) => h.name).join(" ← "), found.map((h) => h.name).join(" ← "));
    acts.push([m.act, f.act]);
    if (!count("act", m.act === f.act)) tell("act", place, m.act, `${f.act} (${f.actWhy})`);
    const hit =
      m.condition !== null &&
      f.condition !== null &&
      overlap([asSpan(m.condition.trigger)], [f.condition.trigger]) >= 0.5;
    if (m.condition && !count("conditions, recall", hit))
      tell("condition", m.condition.trigger, "one", "none or elsewhere");
    if (f.condition && !count("conditions, precision", hit))
      tell("condition", [f.condition.trigger.from, f.condition.trigger.to], m.condition ? "elsewhere" : "none", "one");
  }
  const touches = (a: readonly [number, number], b: { from: number; to: number }): boolean =>
    a[0] < b.to && a[1] > b.from;
  for (const m of silences) {
    const f = read.silences.find(({ span }) => touches(m.span, span));
    if (!count("silences, recall", f !== undefined)) tell("silence", m.span, m.kind, "none");
    if (f && !count("silences, kind", f.kind === m.kind)) tell("silence", m.span, m.kind, f.kind);
  }
  for (const { span, kind: given, by } of read.silences)
    if (
      !count(
        "silences, precision",
        silences.some((m) => touches(m.span, span)),
      )
    )
      tell("silence", [span.from, span.to], "none", `${given} (${by})`);
}

function report(): void {
  const groups = [...new Set([...tallies.values()].flatMap((row) => [...row.keys()]))].sort();
  console.log(
    `wide marks, ${part}, ${reader} reader: % right (of)\n  ${"".padEnd(24)} ${groups.map((g) => g.padStart(14)).join("")}`,
  );
  for (const measure of [...tallies.keys()].sort()) {
    const cells = groups.map((group) => {
      const [hits, of] = tallies.get(measure)?.get(group) ?? [0, 0];
      return (of === 0 ? "–" : `${((100 * hits) / of).toFixed(1)} (${of})`).padStart(14);
    });
    console.log(`  ${measure.padEnd(24)} ${cells.join("")}`);
  }
  console.log(`  act, macro F1 ${macroF1(acts).toFixed(1)}`);
}
