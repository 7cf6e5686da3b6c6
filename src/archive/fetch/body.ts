import type { IncomingMessage } from "node:http";
import { type Duplex, PassThrough, Readable, pipeline as joined } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchError } from "./fetchError.ts";
import { type FetchLimits, RATIO_FROM } from "./limits.ts";

/** The ways of packing that are asked for. */
export const ENCODINGS = "gzip, deflate, br";

/** Ways of packing laid over each other in one answer. */
const MOST_LAYERS = 3;

type Step = Duplex | ((source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>);

/** The body of an answer, unpacked. Throws FetchError where it is cut off, broken, or more than the limits allow. */
export async function bodyOf(
  answer: IncomingMessage,
  address: string,
  limits: Pick<FetchLimits, "packed" | "unpacked" | "ratio">,
): Promise<Buffer> {
  const steps = stepsFor(answer.headers["content-encoding"], address);
  const chunks: Buffer[] = [];
  let packed = 0;
  let unpacked = 0;
  const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      packed += chunk.length;
      if (packed > limits.packed) throw tooLarge(address, limits.packed);
      yield chunk;
    }
  };
  const gathered = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      unpacked += chunk.length;
      if (unpacked > limits.unpacked) throw tooLarge(address, limits.unpacked);
      if (unpacked > RATIO_FROM && unpacked > packed * limits.ratio)
        throw new FetchError(
          address,
          "size",
          `unpacks to more than ${limits.ratio} times what was sent, as no page does`,
        );
      chunks.push(chunk);
    }
  };
  try {
    // The types of pipeline know a fixed number of steps only.
    await (pipeline as (steps: readonly unknown[]) => Promise<void>)([answer, counted, ...steps, gathered]);
  } catch (error) {
    throw error instanceof FetchError ? error : broken(address, error as NodeJS.ErrnoException);
  }
  return Buffer.concat(chunks, unpacked);
}

function stepsFor(encoding: string | undefined, address: string): Step[] {
  const named = (encoding ?? "").toLowerCase().split(",", MOST_LAYERS + 1);
  const layers = named.map((name) => name.trim()).filter((name) => name !== "" && name !== "identity");
  if (layers.length > MOST_LAYERS) throw new FetchError(address, "content", "is packed too many times over");
  return layers.reverse().map((name): Step => {
    switch (name) {
      case "gzip":
      case "x-gzip":
        return createGunzip();
      case "br":
        return createBrotliDecompress();
      case "deflate":
        return inflated;
      default:
        throw new FetchError(address, "content", `is packed as "${name}", which was not asked for and is not read`);
    }
  });
}

/** "deflate" is meant to have zlib's head; some servers leave it out. */
async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const { value: first, done } = await chunks.next();
  if (done) return;
  const again = async function* (): AsyncGenerator<Buffer> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  const inflate = ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  // An error on the way is thrown where the other end is read.
  yield* joined(Readable.from(again()), inflate, new PassThrough(), () => {}) as AsyncIterable<Buffer>;
}

function tooLarge(address: string, most: number): FetchError {
  return new FetchError(address, "size", `is larger than ${Math.floor(most / 1024)} KB, the most that is taken`);
}

function broken(address: string, error: NodeJS.ErrnoException): FetchError {
  // zlib's own codes begin with Z_, those of its brotli with ERR__.
  if (error.code?.startsWith("Z_") || error.code?.startsWith("ERR__"))
    return new FetchError(address, "connection", `can’t be unpacked: it was cut off or damaged (${error.message})`);
  return new FetchError(address, "connection", `broke off before its end (${error.message})`);
}
