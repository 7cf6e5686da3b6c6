import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ReturnedFile } from "../../archive/returning/annotation.ts";
import {
  type Change,
  type ReturnPlan,
  RETURNING,
  draftsOf,
  planReturn,
  takeOver,
} from "../../archive/returning/returning.ts";
import { STANDING } from "../../export/recordWords.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import { withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { nameOf, unreadable } from "../inputs.ts";
import { type DecisionOptions, deciderOf } from "./decide.ts";

export interface ReturnOptions extends DecisionOptions {
  readonly dryRun?: boolean;
  readonly retractMissing?: boolean;
  readonly quiet?: boolean;
}

/** Above this a file is no work of people. */
const MOST_BYTES = 256 * 1024 * 1024;
const ENDINGS: Readonly<Record<string, RegExp>> = { brat: /\.ann$/i, "web-annotation": /\.(?:jsonld|json)$/i };

/** Takes over what people changed in an export with another tool: as corrections under their name, all or none. */
export async function importReturned(
  path: string,
  options: ReturnOptions & { readonly format: string },
  console: Console,
): Promise<void> {
  const decider = deciderOf(options, console);
  const file = await fileOf(path, options.format, console);
  await withArchive(console, options, { existing: true }, async (store) => {
    const plan = await planReturn(store, file, { retractMissing: options.retractMissing === true });
    for (const line of linesOf(plan)) await console.stdout.write(`${line}\n`);
    if (options.dryRun) {
      await draftsOf(store, plan, decider);
      await console.stdout.write(`${summary(plan)}; nothing was written (--dry-run)\n`);
      return;
    }
    const entries = await takeOver(store, plan, decider);
    for (const { about, act, seq } of entries)
      await console.stdout.write(
        `${shownOnOneLine(about)}: ${act === "assert" ? "corrected" : "retracted"} by ${shownOnOneLine(decider.name)}, entry ${seq}. To take it back: hearsay undo ${seq}\n`,
      );
    if (options.quiet !== true) await console.stderr.write(`${summary(plan)}\n`);
  });
}

/** All annotations of a file, or of the files of a folder that have the format's ending. */
async function fileOf(named: string, format: string, console: Console): Promise<ReturnedFile> {
  const path = pathOf(console, named);
  const read = RETURNING[format];
  const ending = ENDINGS[format];
  if (!read || !ending)
    throw new UserError(`${format} does not come back in; there are: ${Object.keys(RETURNING).join(" ")}`, 2);
  try {
    if (!(await stat(path)).isDirectory()) return read(nameOf(named), await contentOf(path, nameOf(named)));
    const names = (await readdir(path)).filter((name) => ending.test(name)).sort();
    if (names.length === 0) throw new UserError(`${nameOf(named)}: has no ${format} files in it`);
    const files: ReturnedFile[] = [];
    for (const name of names) files.push(read(nameOf(name), await contentOf(join(path, name), nameOf(name))));
    return {
      annotations: files.flatMap(({ annotations }) => annotations),
      left: files.flatMap(({ left }) => left),
    };
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(named, error as Error);
  }
}

async function contentOf(path: string, name: string): Promise<string> {
  if ((await stat(path)).size > MOST_BYTES) throw new UserError(`${name} is larger than ${MOST_BYTES / 1024 ** 2} MB`);
  return readFile(path, "utf8");
}

function linesOf({ changes, left, refused, missing }: ReturnPlan): string[] {
  return [
    ...changes.flatMap(changeLines),
    ...left.map(({ where, why }) => `${shownOnOneLine(where)}: not taken over: ${shownOnOneLine(why)}`),
    ...refused.map(({ where, why }) => `${shownOnOneLine(where)}: refused: ${shownOnOneLine(why)}`),
    ...missing.map((id) => `${shownOnOneLine(id)}: its annotation is gone; it stays (--retract-missing takes it back)`),
  ];
}

function changeLines({ id, standing, correction, fields }: Change): string[] {
  const head = `${id} ${STANDING[standing].mark} ${standing} -> ${correction === null ? "⊘ retracted: its annotation is gone" : "● confirmed"}`;
  return [
    head,
    ...fields.flatMap(({ field, was, now }) => [
      `  ${field} was ${shownOnOneLine(was)}`,
      `  ${" ".repeat(field.length)} now ${shownOnOneLine(now)}`,
    ]),
  ];
}

function summary({ changes, unchanged, left, refused, missing }: ReturnPlan): string {
  const corrected = changes.filter(({ correction }) => correction !== null).length;
  return `${corrected} to correct, ${changes.length - corrected} to retract, ${unchanged} as they were, ${left.length} not taken over, ${refused.length} refused, ${missing.length} gone`;
}
