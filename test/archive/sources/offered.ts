import type { Incoming, Offer } from "../../../src/archive/add.ts";
import { offers } from "../../../src/archive/sources/offers.ts";
import type { SourceOptions } from "../../../src/archive/sources/source.ts";

/** All that a call would take in, with standard input where it is given. */
export async function offered(
  named: readonly string[],
  folder: string,
  said: Partial<Pick<SourceOptions, "options" | "dump">> & { readonly input?: string | Uint8Array } = {},
): Promise<Offer[]> {
  const { input = "", ...source } = said;
  const outside = {
    input: (async function* () {
      yield Buffer.from(input);
    })(),
    fetch: () => Promise.reject(new Error("nothing is fetched here")),
  };
  return Array.fromAsync(
    offers(named, outside, {
      options: {},
      dump: { fields: {}, mapped: false },
      folder,
      meter: { bytes: 0 },
      ...source,
    }),
  );
}

/** Each in one line: what is taken by its words, what is not by why. */
export function glance(offer: Offer): string {
  if ("bytes" in offer)
    return `${offer.name}: ${Buffer.from(offer.bytes).toString().replace(/\s+/g, " ").trim().slice(0, 60)}`;
  return "passed" in offer ? `${offer.name}: passed, ${offer.passed}` : `${offer.name}: refused, ${offer.reason}`;
}

export function taken(all: readonly Offer[]): Incoming[] {
  return all.filter((offer) => "bytes" in offer);
}
