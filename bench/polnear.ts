/**
 * npm run bench:polnear: the default reader on PolNeAR's development part (84 articles, first annotator).
 * HEARSAY_DATA names the folder that holds polnear/. Exact F1 by the word tokens a span touches; statements with `inside`
 * or `frame` are left out, since PolNeAR marks one level. Scored three times: as Hearsay prints; as PolNeAR's annotators
 * mark (a quotation that goes on without a cue belongs to the statement before); and with the bare content, from which
 * the opening "that" is left out.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { capture } from "../src/ingest/ingest.ts";
import type { Span } from "../src/model/span.ts";
import type { Statement } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";
import { random } from "../train/fit.ts";
import { readPolnear } from "../train/polnear.ts";
import { wordKeys } from "./wordKeys.ts";

interface Roles {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** Hits, found and gold of each measure, in one article. */
type Counts = Record<Measure, [hit: number, found: number, gold: number]>;
const MEASURES = ["source", "cue", "content", "triple"] as const;
type Measure = (typeof MEASURES)[number];

const folder = process.env["HEARSAY_DATA"];
if (!folder || !existsSync(join(folder, "polnear"))) {
  console.error(`HEARSAY_DATA must name the folder that holds polnear/ (it is ${folder ?? "not set"})`);
  process.exit(2);
}
const printed: Counts[] = [];
const joined: Counts[] = [];
const bare: Counts[] = [];
for (const article of readPolnear(folder, "dev")) {
  const { document, statements } = readReport(capture(article.bytes, article.path), { reader: "fast" });
  const outermost = statements.filter((s) => s.inside === null);
  printed.push(count(document.text, article.attributions, outermost.map(asPrinted)));
  joined.push(count(document.text, article.attributions, withContinuations(outermost)));
  bare.push(count(document.text, article.attributions, outermost.map(withoutOpener)));
}
report("as printed", printed);
report("quotations that go on joined to the statement before, as PolNeAR marks them", joined);
report("as printed, the bare content: without the “that” which opens it", bare);

function asPrinted(s: Statement): Roles {
  return { source: s.source ? [s.source] : [], cue: s.cue ? [s.cue] : [], content: s.content };
}

function withoutOpener(s: Statement): Roles {
  const [first, ...rest] = s.content;
  const content = first && s.opener ? [{ from: s.opener.to, to: first.to }, ...rest] : s.content;
  return { ...asPrinted(s), content };
}

function withContinuations(statements: readonly Statement[]): Roles[] {
  const joined: { source: Span[]; cue: Span[]; content: Span[] }[] = [];
  for (const s of statements.toSorted((a, b) => (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0))) {
    const before = joined.at(-1);
    if (s.cue === null && before) {
      before.content.push(...s.content);
      continue;
    }
    const { source, cue, content } = asPrinted(s);
    joined.push({ source: [...source], cue: [...cue], content: [...content] });
  }
  return joined;
}

function count(text: string, gold: readonly Roles[], found: readonly Roles[]): Counts {
  const ids = wordKeys(text);
  const lines = ({ from, to }: Span): Span[] => {
    let at = from;
    return text
      .slice(from, to)
      .split("\n")
      .map((line) => {
        const piece = { from: at, to: at + line.length };
        at = piece.to + 1;
        return piece;
      });
  };
  const pieces = (role: "source" | "cue" | "content", of: readonly Roles[]): Set<string> =>
    new Set(
      of
        .flatMap((r) => r[role])
        .flatMap(lines)
        .map((s) => ids([s]))
        .filter((key) => key !== ""),
    );
  const triples = (of: readonly Roles[]): Set<string> =>
    new Set(of.map((r) => [ids(r.source), ids(r.cue), ids(r.content)].join("|")));
  const both = (g: Set<string>, f: Set<string>): [number, number, number] => [
    [...f].filter((key) => g.has(key)).length,
    f.size,
    g.size,
  ];
  return {
    source: both(pieces("source", gold), pieces("source", found)),
    cue: both(pieces("cue", gold), pieces("cue", found)),
    content: both(pieces("content", gold), pieces("content", found)),
    triple: both(triples(gold), triples(found)),
  };
}

function f1(counts: readonly Counts[], measure: Measure): { p: number; r: number; f: number } {
  let hit = 0;
  let found = 0;
  let gold = 0;
  for (const c of counts) {
    const [h, f, g] = c[measure];
    hit += h;
    found += f;
    gold += g;
  }
  return { p: (100 * hit) / found, r: (100 * hit) / gold, f: (200 * hit) / (found + gold) };
}

/** Percentile interval over 1,000 samples of whole articles, drawn with replacement. */
function interval(counts: readonly Counts[], measure: Measure): string {
  const next = random(1);
  const values = Array.from(
    { length: 1000 },
    () =>
      f1(
        counts.map(() => counts[Math.floor(next() * counts.length)] as Counts),
        measure,
      ).f,
  ).sort((a, b) => a - b);
  return `${(values[25] as number).toFixed(1)} to ${(values[974] as number).toFixed(1)}`;
}

function report(title: string, counts: readonly Counts[]): void {
  console.log(title);
  for (const measure of MEASURES) {
    const { p, r, f } = f1(counts, measure);
    console.log(
      `  ${measure.padEnd(8)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f.toFixed(1)}  (95 %: ${interval(counts, measure)})`,
    );
  }
}
