import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { ReadingLine } from "../../export/schema.ts";
import { readingLine } from "../../export/schema.ts";
import { faultOf } from "../../export/spans.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { ingest } from "../../ingest/ingest.ts";
import { UserError } from "../../model/errors.ts";
import { pathOf } from "../console.ts";
import type { Console } from "../console.ts";
import { bytesOf, nameOf, unreadable } from "../inputs.ts";
import { linesOf } from "../lines.ts";
import { captureOf, complaint } from "../reading.ts";

export interface VerifyOptions {
  readonly root?: string;
  readonly quiet?: boolean;
}

/**
 * Checks readings against the files they were made from: the same bytes, the same text, every span inside it and
 * every quoted word standing where it is said to. One line of output for each reading that fails, then a summary.
 * Comes back with how many failed.
 */
export async function verify(readings: string, options: VerifyOptions, console: Console): Promise<number> {
  const root = options.root === undefined ? console : { ...console, folder: resolve(console.folder, options.root) };
  const stream = readings === "-" ? console.stdin : createReadStream(pathOf(console, readings));
  let checked = 0;
  let failed = 0;
  try {
    let number = 0;
    for await (const line of linesOf(stream)) {
      number++;
      if (line.trim() === "") continue;
      checked++;
      const { name, fault } = await check(line, root);
      if (fault === null) continue;
      failed++;
      await console.stdout.write(`line ${number}${name === null ? "" : `, ${name}`}: ${fault}\n`);
    }
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw unreadable(readings, error);
    throw error;
  }
  if (checked === 0) throw new UserError(`${nameOf(readings)} holds no readings: make some with hearsay read --json`);
  if (options.quiet !== true)
    await console.stdout.write(
      failed === 0
        ? `${readingsOf(checked)} checked, every one stands: same bytes, same text, every span in place\n`
        : `${readingsOf(checked)} checked, ${failed} failed\n`,
    );
  return failed;
}

async function check(line: string, console: Console): Promise<{ name: string | null; fault: string | null }> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { name: null, fault: "not JSON" };
  }
  const parsed = readingLine.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      name: null,
      fault: `not a reading: ${issue?.path.join(".")}: ${shownOnOneLine(issue?.message ?? "")}`,
    };
  }
  const reading = parsed.data;
  const name = nameOf(reading.input.path);
  const own = faultOf(reading);
  if (own !== null) return { name, fault: own };
  if (reading.input.path === "-") {
    return { name, fault: "can't be read again; keep the report in a file and read that. Its spans fit its own text" };
  }
  try {
    return { name, fault: await differenceOf(reading, console) };
  } catch (error) {
    return { name: null, fault: complaint(error, reading.input.path) };
  }
}

async function differenceOf({ input, document }: ReadingLine, console: Console): Promise<string | null> {
  const captured = captureOf(await bytesOf(console, input.path), input.path);
  if (captured.sha256 !== input.sha256) {
    const [then, now] = [input.sha256.slice(0, 8), captured.sha256.slice(0, 8)];
    return `the file has changed since: its sha256 was ${then}…, now it is ${now}…`;
  }
  const { published, outlet, mediaType } = input.given;
  const again = ingest(captured, {
    ...(published !== null && { published }),
    ...(outlet !== null && { outlet }),
    ...(mediaType !== null && { mediaType }),
  });
  if (again.text === document.text) return null;
  const at = firstDifference(again.text, document.text);
  return `same bytes, but its text is not what they are read as, from offset ${at} on; altered, or read by another version`;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function readingsOf(n: number): string {
  return `${n} reading${n === 1 ? "" : "s"}`;
}
