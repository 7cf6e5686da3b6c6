import { UserError } from "../../model/errors.ts";
import { columnsFor, wantsColour } from "../console.ts";
import type { Console } from "../console.ts";
import { shownInOrder } from "../manyInputs.ts";
import type { ReadingOptions } from "../options.ts";
import { Progress } from "../progress.ts";
import { checkOptions, complaint } from "../reading.ts";

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
  const page = options.json ? null : { colour: wantsColour(console, options.color), columns: columnsFor(console) };
  let statements = 0;
  let failed = 0;
  let pages = 0;
  let done = 0;
  await progress.tell(done);
  for await (const outcome of shownInOrder(console, inputs, { options, page })) {
    if ("failed" in outcome) {
      failed++;
      await progress.clear();
      await stderr.write(`hearsay: ${complaint(outcome.failed, outcome.input)}\n`);
    } else {
      const { shown } = outcome;
      statements += shown.statements;
      await stdout.write(options.json || pages++ === 0 ? shown.written : `\n\n${shown.written}`);
    }
    if (++done < inputs.length) await progress.tell(done);
  }
  await progress.clear();
  if (inputs.length > 1 && options.quiet !== true)
    await stderr.write(
      `${inputs.length} files, ${statements} statements, ${failed} failed, ${progress.seconds.toFixed(1)} s\n`,
    );
  return failed;
}
