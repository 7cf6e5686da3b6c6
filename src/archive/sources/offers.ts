import type { Offer } from "../add.ts";
import type { Fetched } from "../fetch/fetchReport.ts";
import { offerFetched } from "./fetched.ts";
import { offersFrom, offersIn } from "./file.ts";
import { filesAt, refusedBy } from "./paths.ts";
import type { SourceOptions } from "./source.ts";

const ADDRESS = /^https?:\/\//i;

/** Whether a name in a call is an address to fetch. */
export function isAddress(name: string): boolean {
  return ADDRESS.test(name);
}

/** What is outside the files: standard input and the net. */
export interface Outside {
  readonly input: AsyncIterable<Uint8Array>;
  readonly fetch: (address: string) => Promise<Fetched>;
}

/** All that a call names, in its order: files, folders, globs, addresses, and `-` for standard input. Trouble is refused. */
export async function* offers(
  named: readonly string[],
  outside: Outside,
  source: SourceOptions,
): AsyncGenerator<Offer> {
  for (const name of named) {
    if (name === "-") yield* offersFrom(outside.input, source);
    else if (isAddress(name)) yield await fetched(name, outside, source);
    else
      for await (const found of filesAt(name, source.folder)) {
        if ("path" in found) yield* offersIn(found, source);
        else yield found;
      }
  }
}

async function fetched(address: string, { fetch }: Outside, source: SourceOptions): Promise<Offer> {
  try {
    return offerFetched(address, await fetch(address), source);
  } catch (error) {
    return refusedBy(address, error);
  }
}

/** The bytes of all files that are named; null where some are not in files, so that nobody knows before. */
export async function bytesNamed(named: readonly string[], folder: string): Promise<number | null> {
  let bytes = 0;
  for (const name of named) {
    if (name === "-" || isAddress(name)) return null;
    for await (const found of filesAt(name, folder)) if ("path" in found) bytes += found.size;
  }
  return bytes;
}
