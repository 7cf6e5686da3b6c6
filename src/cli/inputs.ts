import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { shownOnOneLine } from "../export/terminal.ts";
import { MAX_BYTES } from "../ingest/limits.ts";
import { unreadable as unreadableFile } from "../ingest/unreadable.ts";
import { UserError } from "../model/errors.ts";
import { pathOf } from "./console.ts";
import type { Console } from "./console.ts";

/** How an input is called in messages. */
export function nameOf(named: string): string {
  return named === "-" ? "standard input" : shownOnOneLine(named);
}

/**
 * The bytes of one input named in the call, `-` being standard input. What is too large is refused before it is loaded.
 * Throws UserError, its message beginning with the input's name.
 */
export async function bytesOf(console: Console, named: string): Promise<Uint8Array> {
  const name = nameOf(named);
  if (named === "-") return allOf(console.stdin, name);
  const path = pathOf(console, named);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) {
      const files = `${name.replace(/\/+$/, "")}/*.txt`;
      throw new UserError(`${name} is a folder: name the files in it, for example ${files}`);
    }
    if (facts.size > MAX_BYTES) throw tooLarge(name);
    return facts.isFile() ? await readFile(path) : await allOf(createReadStream(path), name);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(named, error as Error);
  }
}

async function allOf(stream: Readable, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(name: string): UserError {
  return new UserError(`${name} is larger than ${MAX_BYTES / 1024 ** 2} MB: split it into single reports`);
}

/** What a system error on an input means for the user and what to do about it. */
export function unreadable(named: string, error: Error): UserError {
  return unreadableFile(nameOf(named), error);
}
