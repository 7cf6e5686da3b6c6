import type { Task } from "../pool.ts";

/** How the things a call names are taken in. */
export interface SourceOptions {
  /** What is said of every report, where it does not say otherwise itself. */
  readonly options: Task["options"];
  /** How a dump of JSON is mapped. */
  readonly dump: DumpOptions;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Counts the bytes that were read, on disk, packed as they are. */
  readonly meter: Meter;
}

/** The parts of a report that a dump may have, and the names of its fields. */
export const DUMP_FIELDS = ["text", "html", "title", "published", "outlet", "address"] as const;
export type DumpField = (typeof DUMP_FIELDS)[number];

export interface DumpOptions {
  /** The name of each field, with dots where it lies inside others. */
  readonly fields: Readonly<Partial<Record<DumpField, string>>>;
  /** What parts the paragraphs of a text, beside line breaks; white space in it stands for any. */
  readonly paragraphs?: string;
  /** Whether fields were named in the call: then what comes from standard input is a dump. */
  readonly mapped: boolean;
}

export interface Meter {
  bytes: number;
}

/** A stream that counts on a meter what goes through it. */
export async function* metered(stream: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    meter.bytes += chunk.length;
    yield chunk;
  }
}
