import { mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { listed } from "../../archive/listed.ts";
import { count } from "../../export/pageLines.ts";
import { recordLines } from "../../export/recordLines.ts";
import { inColour, plain } from "../../export/terminal.ts";
import { HOME } from "../../home.ts";
import type { Query, RecordRow, Store } from "../../store/store.ts";
import { withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";
import { stoppable } from "../interrupt.ts";
import { add } from "./add.ts";
import { open } from "./serve.ts";

const EXAMPLES = join(HOME, "examples");
const ARCHIVE = join(HOME, ".hearsay/examples.db");

const BEFORE = `Hearsay reads news reports and keeps the record of who said what, according to whom, each entry with the
exact characters it rests on.

`;

const AFTER = `Ctrl+C closes it. Next, with reports of your own:
  npm start -- read FILE...                 what is in them, here
  npm run -s hearsay -- add FILE...         into an archive, hearsay.db in this folder
  npm run -s hearsay -- serve               and that archive in a browser
  npm run -s hearsay -- --help              everything else
`;

/** What a newcomer sees a little of: a pledge, somebody's own words, and a silence. */
const SHOWN: readonly Query[] = [{ act: "vow" }, { manner: "direct" }, { kind: "silence" }];
const SURE = 0.8;
const WIDEST = 100;

/**
 * Reads the reports in examples/ into an archive of their own, once, shows a little of what was found, and opens the reading room
 * until it is stopped. Comes back with how many reports failed.
 */
export async function tour(console: Console, archive: string = ARCHIVE): Promise<number> {
  const { stdout } = console;
  await stdout.write(BEFORE);
  mkdirSync(dirname(archive), { recursive: true });
  return stoppable(async (stop) => {
    await stdout.write("Reading the reports in examples/ (invented, so that they may be shared) ...\n");
    const failed = await add([EXAMPLES], { archive, quiet: true }, console);
    if (stop.aborted) return failed;
    await withArchive(console, { archive }, { existing: true }, async (store) => {
      await stdout.write(await summary(store, console));
      await open(store, { log: "warn" }, console, stop, async ({ address }) => {
        await stdout.write(`The reading room is open: ${address}\n${AFTER}`);
      });
    });
    return failed;
  });
}

async function summary(store: Store, console: Console): Promise<string> {
  const { articles, statements, silences } = await store.size();
  const records: RecordRow[] = [];
  for (const query of SHOWN) {
    const { items } = await store.find({ ...query, minConfidence: SURE, limit: 50 });
    const one = items.find(({ article }) => !records.some((shown) => shown.article === article));
    if (one) records.push(one);
  }
  const paint = wantsColour(console, undefined) ? inColour : plain;
  const width = Math.min(WIDEST, columnsFor(console));
  const blocks = (await listed(store, records, undefined)).map((record) =>
    recordLines(record, width, paint).join("\n"),
  );
  const where = relative(HOME, store.name);
  return [
    `${count(articles, "report")}, ${count(statements, "statement")} and ${count(silences, "silence")} in ${where}.`,
    "What a machine read stays a candidate until somebody confirms it. A few of them:",
    "",
    ...blocks.flatMap((block) => [block, ""]),
    "",
  ].join("\n");
}
