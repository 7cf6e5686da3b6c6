/**
 * npm run bench:seeds [-- --reader fast|full]: the kinds of facts F1 to F83 that the two seed articles contain, each looked up in
 * the reading of its article by offsets only. HEARSAY_SEEDS names the folder with the two articles. S is the article with a date,
 * A the one without.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { toReading } from "../src/export/contract.ts";
import type { ReadingLine } from "../src/export/schema.ts";
import { capture } from "../src/ingest/ingest.ts";
import { readReport } from "../src/pipeline.ts";
import { FACTS } from "./seeds/facts.ts";

const folder = process.env["HEARSAY_SEEDS"];
if (!folder || !existsSync(folder)) {
  console.error(`HEARSAY_SEEDS must name the folder with the two seed articles (it is ${folder ?? "not set"})`);
  process.exit(2);
}
const reader = process.argv.includes("fast") ? "fast" : "full";
const [first, second] = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .sort();
const read = (file: string | undefined, published?: string): ReadingLine => {
  const path = join(folder, file ?? "");
  const resolved = readReport(capture(readFileSync(path), path), { reader, ...(published && { published }) });
  return toReading(resolved, { path, published });
};
// Published on Thursday 11 April 2019: not in the text, handed in to see what hangs on it.
const readings = { S: read(first), A: read(second), "A, dated": read(second, "2019-04-11") };

let found = 0;
let tried = 0;
for (const { id, what, checks, outOfReach } of FACTS) {
  const results = checks.map(({ of, holds }) => holds(readings[of]));
  const all = results.every(Boolean);
  tried++;
  if (all) found++;
  const places = checks.map(({ of, at }, i) => `${of}@${at}${results[i] ? "" : " ✗"}`).join(", ");
  const reason = all || outOfReach === undefined ? "" : `; out of reach: ${outOfReach}`;
  console.log(
    `${id.padEnd(4)} ${all ? "found  " : results.some(Boolean) ? "in part" : "missing"}  ${what} (${places})${reason}`,
  );
}
console.log(`${found} of ${tried} kinds of facts are in the reading of their article (${reader} reader)`);
