import { capture } from "../ingest/ingest.ts";
import { UserError } from "../model/errors.ts";
import type { Capture } from "../model/document.ts";
import type { Resolved } from "../model/statement.ts";
import { readReport } from "../pipeline.ts";
import { shownOnOneLine } from "../export/terminal.ts";
import { bytesOf, nameOf } from "./inputs.ts";
import type { Console } from "./console.ts";
import type { ReadingOptions } from "./options.ts";

const MEDIA_TYPES = { text: "text/plain", html: "text/html" } as const;

/** The media type `--type` stands for. */
export function mediaTypeOf({ type }: ReadingOptions): string | undefined {
  return type && MEDIA_TYPES[type];
}

/** Throws UserError (a wrong call) for options that can't be met. */
export function checkOptions({ pack }: ReadingOptions): void {
  if (pack !== undefined) throw new UserError("--pack: this version reads no packs yet; leave the option out", 2);
}

/** Reads one input named in the call. Throws UserError, its message beginning with the input's name. */
export async function readInput(console: Console, named: string, options: ReadingOptions): Promise<Resolved> {
  const bytes = await bytesOf(console, named);
  const mediaType = mediaTypeOf(options);
  return readReport(captureOf(bytes, named), {
    ...(options.published !== undefined && { published: options.published }),
    ...(options.outlet !== undefined && { outlet: options.outlet }),
    ...(options.reader !== undefined && { reader: options.reader }),
    ...(options.minConfidence !== undefined && { minConfidence: options.minConfidence }),
    ...(mediaType !== undefined && { mediaType }),
  });
}

/** The capture of an input, called in its messages what the user would call it. Throws UserError. */
export function captureOf(bytes: Uint8Array, named: string): Capture {
  return capture(bytes, named === "-" ? nameOf(named) : named);
}

/** What to tell about an input that failed, in one line. A fault of ours is said to be one, with enough to find it. */
export function complaint(error: unknown, named?: string): string {
  if (error instanceof UserError) return shownOnOneLine(error.message);
  const where = error instanceof Error ? (error.stack?.split("\n")[1]?.trim() ?? "") : "";
  const input = named === undefined ? "" : `${nameOf(named)}: `;
  return shownOnOneLine(`${input}a fault in Hearsay, please report it: ${String(error)} ${where}`);
}
