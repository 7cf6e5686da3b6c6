import { parentPort } from "node:worker_threads";
import { DEFAULT_READER, whyNotFull } from "../../extract/readers.ts";
import type { Answer, Task } from "../../archive/pool.ts";
import { type ReadingLine, toReading } from "../../export/contract.ts";
import { convert } from "../../ingest/convert.ts";
import { capture } from "../../ingest/ingest.ts";
import { UserError } from "../../model/errors.ts";
import { readReport } from "../../pipeline.ts";

parentPort?.on("message", async (task: Task & { readonly id: number }) => {
  parentPort?.postMessage(await answerTo(task));
});

/** Reads a report to the contract of a reading. */
async function answerTo({ id, bytes, from, options }: Task & { readonly id: number }): Promise<Answer<ReadingLine>> {
  try {
    const { published, outlet, mediaType, reader = DEFAULT_READER } = options;
    const converted = await convert(bytes, from);
    const resolved = readReport(capture(bytes, from), { ...options, ...(converted && { converted }) });
    const prepared = toReading(resolved, { path: from, published, outlet, mediaType });
    return { id, prepared, whyNotFull: reader === "full" ? whyNotFull() : null };
  } catch (error) {
    const fault = !(error instanceof UserError);
    return { id, wrong: error instanceof Error ? error.message : String(error), fault };
  }
}
