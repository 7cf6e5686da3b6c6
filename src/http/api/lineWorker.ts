import { answerTasks } from "../../archive/answering.ts";
import { type ReadingLine, toReading } from "../../export/contract.ts";
import { convert } from "../../ingest/convert.ts";
import { capture } from "../../ingest/ingest.ts";
import { readReport } from "../../pipeline.ts";

/** Reads a report to the contract of a reading. */
answerTasks<ReadingLine>(async ({ bytes, from, options }) => {
  const { published, outlet, mediaType } = options;
  const converted = await convert(bytes, from);
  const resolved = readReport(capture(bytes, from), { ...options, ...(converted && { converted }) });
  return toReading(resolved, { path: from, published, outlet, mediaType });
});
