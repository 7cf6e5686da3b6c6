import { toSafeJson } from "../contract.ts";
import { STANDING } from "../recordWords.ts";
import { textsOnce } from "./byText.ts";
import { type ExportFormat, leavesNothingOut } from "./format.ts";

/** One JSON object a line: the entry as the contract of a reading has it, with what the archive knows of it. */
export const ndjson: ExportFormat = {
  name: "ndjson",
  mediaType: "application/x-ndjson",
  extension: "ndjson",
  describes: "one JSON object a line, all that the archive knows of each entry",
  byText: false,
  leavesOut: leavesNothingOut,
  async *write(records, { texts }) {
    const textOf = textsOnce(texts);
    for await (const record of records) {
      const { id, kind, standing, report, entry, ...rest } = record;
      const { text: _, ...facts } = report;
      const text = textOf(report);
      const line = {
        hearsay: "record-1",
        id,
        kind,
        standing,
        standingMeans: STANDING[standing].means,
        ...rest,
        report: { ...facts, edition: { ...facts.edition, unit: "UTF-16" } },
        record: entry,
        ...(text !== null && { text }),
      };
      yield `${toSafeJson(line)}\n`;
    }
  },
};
