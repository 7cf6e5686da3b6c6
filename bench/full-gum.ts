/**
 * npm run bench:full-gum: the sources of GUM's attribution relations that each reader finds, by kind of text. HEARSAY_DATA names
 * the folder that holds gum/. GUM marks, for most attribution relations, the tokens that name the source (its signal
 * "atsrc"); it counts thinking and seeing as attribution more freely than docs/marking.md does, so that not all can be found.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FastReader } from "../src/extract/fast/fastReader.ts";
import { FullReader } from "../src/extract/full/fullReader.ts";
import { extract } from "../src/extract/extract.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Span } from "../src/model/span.ts";
import { ownPacks } from "../src/packs/packs.ts";
import { read } from "../src/read/read.ts";
import { gumText } from "./gumText.ts";
import { wordKeys } from "./wordKeys.ts";

const folder = process.env["HEARSAY_DATA"];
if (!folder || !existsSync(join(folder, "gum"))) {
  console.error(`HEARSAY_DATA must name the folder that holds gum/ (it is ${folder ?? "not set"})`);
  process.exit(2);
}
const dep = join(folder, "gum", "dep");
const texts = readdirSync(dep)
  .filter((file) => file.endsWith(".conllu"))
  .sort()
  .map((file) => gumText(file.replace(/\.conllu$/, ""), readFileSync(join(dep, file), "utf8")));
const fast = new FastReader();
const packs = ownPacks();
for (const [name, reader] of [
  ["fast", fast],
  ["full", new FullReader(fast)],
] as const) {
  const rows = new Map<
    string,
    { sources: number; exact: number; touched: number; statements: number; attributed: number }
  >();
  for (const { name: from, kind, text, sources } of texts) {
    const { reading } = read({ ...ingest(capture(Buffer.from(text), from)), language: "en" });
    const { statements } = extract(reading, reader, packs);
    const ids = wordKeys(text);
    const found = statements.flatMap((s) => (s.source && s.frame === null ? [s.source] : []));
    const keys = new Set(found.map((s) => ids([s])));
    const touches = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
    for (const group of [kind, "all"]) {
      const row = rows.get(group) ?? { sources: 0, exact: 0, touched: 0, statements: 0, attributed: 0 };
      row.sources += sources.length;
      row.exact += sources.filter((s) => keys.has(ids([s]))).length;
      row.touched += sources.filter((s) => found.some((f) => touches(f, s))).length;
      row.statements += found.length;
      row.attributed += found.filter((f) => sources.some((s) => touches(f, s))).length;
      rows.set(group, row);
    }
  }
  console.log(`${name}:`);
  for (const [group, { sources, exact, touched, statements, attributed }] of rows)
    console.log(
      `  ${group.padEnd(9)} ${sources} sources; found exactly ${share(exact, sources)}, at least touched ${share(touched, sources)}; of ${statements} statements with a source ${share(attributed, statements)} touch one of GUM's`,
    );
}

function share(part: number, of: number): string {
  return `${part} (${((100 * part) / Math.max(1, of)).toFixed(1)} %)`;
}
