/**
 * npm run bench:polnear: the fast reader on PolNeAR's development part (84 articles, first annotator).
 * HEARSAY_DATA names the folder that holds polnear/. Exact F1 by the word tokens a span touches; statements with `inside`
 * or `frame` are left out, since PolNeAR marks one level. Scored three times: as Hearsay prints; as PolNeAR's annotators
 * mark (a quotation that goes on without a cue belongs to the statement before); and with the bare content, from which
 * the opening "that" is left out.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { capture } from "../src/ingest/ingest.ts";
import type { Statement } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";
import { readPolnear } from "../train/polnear.ts";
import { interval } from "./confidence.ts";
import { type Roles, asPolnearMarks, countedRoles, f1, rolesOf, withContinuations } from "./polnearScore.ts";

const MEASURES = ["source", "cue", "content", "triple"] as const;
type Counts = ReturnType<typeof countedRoles>;

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
  const found = asPolnearMarks(statements);
  const counted = (roles: readonly Roles[]): Counts => countedRoles(document.text, article.attributions, roles);
  printed.push(counted(found.map(rolesOf)));
  joined.push(counted(withContinuations(found).map(({ roles }) => roles)));
  bare.push(counted(found.map(withoutOpener)));
}
report("as printed", printed);
report("quotations that go on joined to the statement before, as PolNeAR marks them", joined);
report("as printed, the bare content: without the “that” which opens it", bare);

function withoutOpener(s: Statement): Roles {
  const [first, ...rest] = s.content;
  const content = first && s.opener ? [{ from: s.opener.to, to: first.to }, ...rest] : s.content;
  return { ...rolesOf(s), content };
}

function report(title: string, counts: readonly Counts[]): void {
  console.log(title);
  for (const measure of MEASURES) {
    const of = (some: readonly Counts[]): ReturnType<typeof f1> => f1(some.map((c) => c[measure]));
    const { p, r, f } = of(counts);
    const [low, high] = interval(counts, (some) => of(some).f);
    console.log(
      `  ${measure.padEnd(8)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f.toFixed(1)}  (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`,
    );
  }
}
