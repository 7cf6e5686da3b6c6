import { toJsonLine, toReading } from "../../export/contract.ts";
import { toPage } from "../../export/page.ts";
import { UserError } from "../../model/errors.ts";
import { columnsFor, wantsColour } from "../console.ts";
import type { Console } from "../console.ts";
import { nameOf } from "../inputs.ts";
import type { ReadingOptions } from "../options.ts";
import { Progress } from "../progress.ts";
import { checkOptions, complaint, mediaTypeOf, readInput } from "../reading.ts";

export interface ReadOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/**
 * Reads each input in order and writes its page, or its line of JSON. An input that can't be read costs one line on
 * standard error and the rest go on. Comes back with how many failed.
 */
export async function read(files: readonly string[], options: ReadOptions, console: Console): Promise<number> {
  checkOptions(console, options);
  const inputs = files.length > 0 ? files : ["-"];
  if (inputs.indexOf("-") !== inputs.lastIndexOf("-"))
    throw new UserError("- stands for standard input, which can be read only once", 2);
  if (files.length === 0 && console.stdin.isTTY)
    throw new UserError("no input: name a file, as in hearsay read report.txt, or pipe a report in", 2);

  const { stdout, stderr } = console;
  const wanted = options.quiet !== true && !stdout.isTTY;
  const progress = new Progress(stderr, inputs.length, () => performance.now(), wanted);
  const format = formatter(options, console);
  let statements = 0;
  let failed = 0;
  let pages = 0;
  for (const [done, input] of inputs.entries()) {
    await progress.tell(done);
    let written: string;
    try {
      const resolved = await readInput(console, input, options);
      written = format(resolved, input);
      statements += resolved.statements.length;
    } catch (error) {
      failed++;
      await progress.clear();
      await stderr.write(`hearsay: ${complaint(error, input)}\n`);
      continue;
    }
    await stdout.write(options.json || pages++ === 0 ? written : `\n\n${written}`);
  }
  await progress.clear();
  if (inputs.length > 1 && options.quiet !== true)
    await stderr.write(
      `${inputs.length} files, ${statements} statements, ${failed} failed, ${progress.seconds.toFixed(1)} s\n`,
    );
  return failed;
}

type Formatter = (resolved: Awaited<ReturnType<typeof readInput>>, input: string) => string;

function formatter(options: ReadOptions, console: Console): Formatter {
  if (options.json) {
    const { published, outlet } = options;
    const mediaType = mediaTypeOf(options);
    return (resolved, path) => `${toJsonLine(toReading(resolved, { path, published, outlet, mediaType }))}\n`;
  }
  const colour = wantsColour(console, options.color);
  const columns = columnsFor(console);
  return (resolved, input) => toPage(resolved, { name: nameOf(input), columns, colour });
}
