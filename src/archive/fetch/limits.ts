import { MAX_BYTES } from "../../ingest/limits.ts";

/** What is taken from a server. Times are in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Finding the host's addresses and reaching one of them. */
  readonly connect: number;
  /** From the question to the first line of the answer. */
  readonly firstByte: number;
  /** All of one answer. Waiting for a turn does not count. */
  readonly whole: number;
  readonly redirects: number;
  /** The head of an answer. */
  readonly head: number;
  /** The body as it is sent, and unpacked. */
  readonly packed: number;
  readonly unpacked: number;
  /** How many times larger than sent a body may be, once it is more than a megabyte. */
  readonly ratio: number;
}

export const USUAL_LIMITS: FetchLimits = {
  connect: 10_000,
  firstByte: 20_000,
  whole: 60_000,
  redirects: 8,
  head: 32 * 1024,
  packed: 16 * 1024 ** 2,
  unpacked: MAX_BYTES,
  ratio: 200,
};

/** Below this a high ratio does no harm: a page of spaces packs well. */
export const RATIO_FROM = 1024 ** 2;
