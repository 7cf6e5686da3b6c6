import { parentPort, threadId } from "node:worker_threads";

// Stands in for the reading worker: does what the words of its task say.
parentPort?.on("message", ({ id, bytes }: { id: number; bytes: Uint8Array }) => {
  const words = Buffer.from(bytes).toString();
  if (words === "die") throw new Error("struck down");
  if (words === "hang") for (;;);
  parentPort?.postMessage({ id, prepared: { text: words, reader: String(threadId) }, whyNotFull: null });
});
