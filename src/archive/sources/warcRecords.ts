import { AsyncIterReader, LimitReader, StatusAndHeadersParser } from "warcio";
import { MAX_BYTES } from "../../ingest/limits.ts";
import type { Refused } from "../add.ts";

/** Heads of records are far shorter; what is longer is no archive. */
const LONGEST_HEAD = 1024 * 1024;

/** A record of a web archive. */
export interface WebRecord {
  /** What it is called in messages. */
  readonly name: string;
  readonly head: Headers;
  /** Null where it is larger than any report. */
  readonly block: Uint8Array | null;
}

/** The records in order; what lies between them is refused, once for each stretch. */
export async function* records(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<WebRecord | Refused> {
  const budget = { left: LONGEST_HEAD };
  const reader = new AsyncIterReader(within(stream, budget), null);
  const heads = new StatusAndHeadersParser();
  let number = 0;
  let lost = false;
  for (;;) {
    budget.left = LONGEST_HEAD;
    const line = await reader.readline(LONGEST_HEAD);
    if (line === "") return;
    if (!line.startsWith("WARC/")) {
      // Records end with empty lines; some writers leave more of them, or fewer.
      if (line.trim() !== "" && !lost) {
        lost = true;
        yield { name, reason: `${name} has something between its records behind record ${number} that is none` };
      }
      continue;
    }
    lost = false;
    number++;
    const head = (await heads.parse(reader, { firstLine: line, headersClass: Headers }))?.headers as Headers;
    const called = `${name}, record ${number}`;
    const length = Number(head.get("Content-Length") ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { name: called, reason: `${called} does not say how long it is` };
      continue;
    }
    budget.left = Infinity;
    const { block, size } = await blockOf(new LimitReader(reader, length));
    if (size < length) {
      yield { name: called, reason: `${called} breaks off after ${size} of its ${length} bytes` };
      return;
    }
    yield { name: called, head, block };
  }
}

/** Ends with an error where more is read ahead than there is room for. */
async function* within(stream: AsyncIterable<Uint8Array>, budget: { left: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    if (budget.left <= 0) throw new Error("its records can’t be told apart: no end of a record's head is met");
    budget.left -= chunk.length;
    yield chunk;
  }
}

async function blockOf(reader: LimitReader): Promise<{ block: Uint8Array | null; size: number }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reader) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return { block: size <= MAX_BYTES ? Buffer.concat(chunks, size) : null, size };
}
