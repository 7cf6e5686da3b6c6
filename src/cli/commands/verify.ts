import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { readAgain } from "../../archive/again.ts";
import { isReceipt } from "../../archive/receipt.ts";
import type { ReadingLine } from "../../export/schema.ts";
import { readingLine } from "../../export/schema.ts";
import { faultOf } from "../../export/spans.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { UserError } from "../../model/errors.ts";
import { pathOf } from "../console.ts";
import type { Console } from "../console.ts";
import { bytesOf, nameOf, unreadable } from "../inputs.ts";
import { linesOf } from "../lines.ts";
import { complaint } from "../reading.ts";
import type { ReceiptOptions } from "./verifyReceipt.ts";

export interface VerifyOptions extends ReceiptOptions {
  readonly root?: string;
}

/**
 * Checks what stands in a file, told apart by its content. Readings against the files they were made from: the same bytes, the
 * same text, every span inside it and every quoted word standing where it is said to. A receipt in itself, against the file it
 * speaks of where that is named, and against an archive. With neither, a whole archive. One line of output for each that
 * fails, then a summary. Comes back with how many failed.
 */
export async function verify(
  named: string | undefined,
  file: string | undefined,
  options: VerifyOptions,
  console: Console,
): Promise<number> {
  if (named === undefined) {
    if (options.archive === undefined)
      throw new UserError("nothing to check: name readings, a receipt, or an archive with --archive", 2);
    const { verifyArchive } = await import("./verifyArchive.ts");
    return verifyArchive(options.archive, options, console);
  }
  const root = options.root === undefined ? console : { ...console, folder: resolve(console.folder, options.root) };
  let readings = 0;
  let receipts = 0;
  let failed = 0;
  for await (const { number, text } of itemsOf(named, console)) {
    const json = parsed(text);
    if (isReceipt(json)) {
      receipts++;
      const { verifyReceipt } = await import("./verifyReceipt.ts");
      if (!(await verifyReceipt(json, file, options, console))) failed++;
      continue;
    }
    if (file !== undefined || options.archive !== undefined)
      throw new UserError(`${nameOf(named)} holds no receipt: a file or --archive beside it is for receipts only`, 2);
    readings++;
    const { name, fault } = await check(json, root);
    if (fault === null) continue;
    failed++;
    await console.stdout.write(`line ${number}${name === null ? "" : `, ${name}`}: ${fault}\n`);
  }
  if (readings + receipts === 0)
    throw new UserError(
      `${nameOf(named)} holds no readings and no receipt: hearsay read --json and hearsay receipt make some`,
    );
  if (options.quiet !== true && (readings > 0 || receipts > 1))
    await console.stdout.write(summaryOf(readings, receipts, failed));
  return failed;
}

function summaryOf(readings: number, receipts: number, failed: number): string {
  const checked = [
    ...(readings > 0 ? [`${readings} reading${readings === 1 ? "" : "s"}`] : []),
    ...(receipts > 0 ? [`${receipts} receipt${receipts === 1 ? "" : "s"}`] : []),
  ].join(" and ");
  if (failed > 0) return `${checked} checked, ${failed} failed\n`;
  return receipts > 0
    ? `${checked} checked, every one stands\n`
    : `${checked} checked, every one stands: same bytes, same text, every span in place\n`;
}

/** One a line; a file whose first line is no JSON in itself may be one value over many lines. */
async function* itemsOf(named: string, console: Console): AsyncGenerator<{ number: number; text: string }> {
  const stream = named === "-" ? console.stdin : createReadStream(pathOf(console, named));
  const lines: { number: number; text: string }[] = [];
  let number = 0;
  let whole = false;
  try {
    for await (const text of linesOf(stream)) {
      number++;
      if (text.trim() === "") continue;
      whole ||= lines.length === 0 && number === 1 && /^\s*\{/.test(text) && parsed(text) === undefined;
      if (whole) lines.push({ number, text });
      else yield { number, text };
    }
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw unreadable(named, error);
    throw error;
  }
  const text = lines.map((line) => line.text).join("\n");
  if (whole && parsed(text) !== undefined) yield { number: 1, text };
  else yield* lines;
}

/** A value of JSON, or undefined where the text is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function check(json: unknown, console: Console): Promise<{ name: string | null; fault: string | null }> {
  if (json === undefined) return { name: null, fault: "not JSON" };
  const line = readingLine.safeParse(json);
  if (!line.success) {
    const [issue] = line.error.issues;
    return {
      name: null,
      fault: `not a reading: ${issue?.path.join(".")}: ${shownOnOneLine(issue?.message ?? "")}`,
    };
  }
  const reading = line.data;
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
  const { sha256, text, why } = await readAgain(await bytesOf(console, input.path), input.path, input.given);
  if (sha256 !== input.sha256) {
    const [then, now] = [input.sha256.slice(0, 8), sha256.slice(0, 8)];
    return `the file has changed since: its sha256 was ${then}…, now it is ${now}…`;
  }
  if (text === null) throw new UserError(why);
  if (text === document.text) return null;
  const at = firstDifference(text, document.text);
  return `same bytes, but its text is not what they are read as, from offset ${at} on; altered, or read by another version`;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
