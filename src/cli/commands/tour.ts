import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../model/errors.ts";
import type { Console } from "../console.ts";
import { read } from "./read.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples");

const BEFORE = `Hearsay reads news reports and keeps the record of who said what, according to whom, each entry with the
exact characters it rests on. These are the reports in examples/ (invented, so that they may be shared).

`;

const AFTER = `

Try next:
  npm start -- read FILE...                          your own reports, text or HTML
  npm run -s hearsay -- read --json FILE...          the same for programs, one JSON object a line
  npm run -s hearsay -- explain FILE OFFSET          why the words at an offset were taken, or not
  npm run -s hearsay -- --help                       everything else
`;

/** Reads every report in examples/ and says what to try next. Comes back with how many failed. */
export async function tour(console: Console): Promise<number> {
  const names = (await readdir(EXAMPLES)).filter((name) => /\.(?:txt|html?)$/.test(name)).sort();
  if (names.length === 0) throw new UserError("there are no reports in examples/; name one: npm start -- read FILE");
  await console.stdout.write(BEFORE);
  const failed = await read(
    names.map((name) => `examples/${name}`),
    { quiet: true },
    { ...console, folder: join(EXAMPLES, "..") },
  );
  await console.stdout.write(AFTER);
  return failed;
}
