import type { Transform } from "node:stream";

/** What comes out of a transform that is fed with a stream. Errors of either end it, behind all that came out before. */
export async function* piped(stream: AsyncIterable<Uint8Array>, transform: Transform): AsyncGenerator<Uint8Array> {
  const feeding = feed(stream, transform);
  // It is awaited at the end, and not at all where nobody wants the rest.
  feeding.catch(() => {});
  try {
    yield* transform as AsyncIterable<Uint8Array>;
    await feeding;
  } finally {
    transform.destroy();
  }
}

async function feed(stream: AsyncIterable<Uint8Array>, transform: Transform): Promise<void> {
  try {
    for await (const chunk of stream) {
      if (transform.destroyed) return;
      if (!transform.write(chunk)) await drained(transform);
    }
    transform.end();
  } catch (error) {
    transform.destroy(error as Error);
  }
}

/** Comes back when the transform takes more, or never will. */
function drained(transform: Transform): Promise<void> {
  return new Promise((done) => {
    const finish = (): void => {
      transform.off("drain", finish).off("close", finish);
      done();
    };
    transform.on("drain", finish).on("close", finish);
  });
}
