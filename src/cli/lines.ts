import type { Readable } from "node:stream";
import { UserError } from "../model/errors.ts";
import { linesOf as allLinesOf } from "../text/lines.ts";

// A reading holds its text and more: above this it can't be the reading of an input within the limit.
const LONGEST_LINE = 400 * 1024 * 1024;

/** The lines of a stream of bytes, one at a time, without their ends. Throws UserError when a line is far too long. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  for await (const line of allLinesOf(stream as AsyncIterable<Buffer>, LONGEST_LINE)) {
    if (line === null) throw new UserError("a line is longer than any reading can be: is it one JSON object a line?");
    yield line;
  }
}
