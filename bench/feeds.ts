/**
 * Reads every feed under a folder (HEARSAY_DATA/feeds, or the folder named in the call): the test files of feedparser and of
 * miniflux. Prints how many are read, how many items they have, and each that is refused, with the reason. Exit code 1 when one
 * is refused that is not in a folder of damaged files, or takes longer than a second.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readFeed } from "../src/archive/watch/feed.ts";
import { decode } from "../src/ingest/decode.ts";
import { UserError } from "../src/model/errors.ts";

const root = process.argv[2] ?? join(process.env["HEARSAY_DATA"] ?? "", "feeds");
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:xml|json)$/.test(file))
  .sort();

/** Folders and files of damaged XML, of an encoding no browser reads, and of XML that is no feed. */
const NOT_WELL_FORMED = /illformed|entities|bozo|utf-?_?32|xml\/testdata\/iso88591/i;

interface Count {
  files: number;
  empty: number;
  items: number;
  unnamed: number;
  damaged: number;
  refused: number;
}
const counts = new Map<string, Count>();
const refused: string[] = [];
let slowest = { file: "", milliseconds: 0 };
let failed = 0;
for (const file of files) {
  const wellFormed = !NOT_WELL_FORMED.test(file);
  const folder =
    /^(?:[^/]+\/){0,2}[^/]+/.exec(file.replace(/\/[^/]+$/, "").replace("miniflux/internal/reader", "miniflux"))?.[0] ??
    "";
  const count = counts.get(folder) ?? { files: 0, empty: 0, items: 0, unnamed: 0, damaged: 0, refused: 0 };
  counts.set(folder, count);
  count.files++;
  const start = performance.now();
  try {
    const feed = readFeed(decode(readFileSync(join(root, file))).text, "https://feeds.example/dir/feed.xml");
    if (feed === null) throw new UserError("is no feed");
    count.items += feed.items.length;
    count.unnamed += feed.unnamed;
    if (feed.damaged) count.damaged++;
    if (feed.items.length + feed.unnamed === 0) count.empty++;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    count.refused++;
    refused.push(`${wellFormed ? "WELL FORMED " : ""}${file}: ${error.message.replace(/^https:\S+: /, "")}`);
    if (wellFormed) failed++;
  }
  const milliseconds = performance.now() - start;
  if (milliseconds > slowest.milliseconds) slowest = { file, milliseconds };
}

console.log("folder                              files   read  empty  items  without address  damaged  refused");
for (const [folder, { files: all, empty, items, unnamed, damaged, refused: not }] of counts)
  console.log(
    folder.padEnd(34),
    [
      [all, 6],
      [all - not, 6],
      [empty, 6],
      [items, 6],
      [unnamed, 16],
      [damaged, 8],
      [not, 8],
    ]
      .map(([n, width]) => String(n).padStart(width as number))
      .join(" "),
  );
console.log(`\n${files.length} files, ${files.length - refused.length} read, ${refused.length} refused:`);
for (const line of refused) console.log(`  ${line}`);
console.log(`slowest: ${slowest.file}, ${slowest.milliseconds.toFixed(0)} ms`);
process.exitCode = failed > 0 || slowest.milliseconds > 1_000 ? 1 : 0;
