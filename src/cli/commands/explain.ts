import { toExplanation } from "../../export/explanation.ts";
import { UserError } from "../../model/errors.ts";
import { columnsFor, wantsColour } from "../console.ts";
import type { Console } from "../console.ts";
import { nameOf } from "../inputs.ts";
import type { ReadingOptions } from "../options.ts";
import { checkOptions, readInput } from "../reading.ts";

export interface ExplainOptions extends ReadingOptions {
  readonly color?: boolean;
}

/** Shows what stands at one offset of a report and what every rule and model did there. */
export async function explain(file: string, at: number, options: ExplainOptions, console: Console): Promise<void> {
  checkOptions(console, options);
  const resolved = await readInput(console, file, options);
  const name = nameOf(file);
  const { length } = resolved.document.text;
  if (at >= length) throw new UserError(`offset ${at} is past the end of ${name}: the last one is ${length - 1}`, 2);
  const colour = wantsColour(console, options.color);
  await console.stdout.write(toExplanation(resolved, at, { name, columns: columnsFor(console), colour }));
}
