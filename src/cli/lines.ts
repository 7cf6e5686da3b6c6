import type { Readable } from "node:stream";
import { UserError } from "../model/errors.ts";

// A reading holds its text and more: above this it can't be the reading of an input within the limit.
const LONGEST_LINE = 400 * 1024 * 1024;
const NEWLINE = 0x0a;

/** The lines of a stream of bytes, one at a time, without their ends. Throws UserError when a line is far too long. */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      pieces.push(chunk.subarray(from, end));
      yield Buffer.concat(pieces).toString("utf8");
      pieces = [];
      size = 0;
      from = end + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > LONGEST_LINE)
      throw new UserError("a line is longer than any reading can be: is it one JSON object a line?");
  }
  if (size > 0) yield Buffer.concat(pieces).toString("utf8");
}
