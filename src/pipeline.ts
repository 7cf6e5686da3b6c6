import { extract } from "./extract/extract.ts";
import { FastReader } from "./extract/fast/fastReader.ts";
import type { StatementReader } from "./extract/proposal.ts";
import { ingest } from "./ingest/ingest.ts";
import type { Capture } from "./model/document.ts";
import { UserError } from "./model/errors.ts";
import type { Resolved } from "./model/statement.ts";
import { read } from "./read/read.ts";
import { resolve } from "./resolve/resolve.ts";

export interface ReadOptions {
  /** The date of publication, EDTF or ISO 8601, where the caller knows it. */
  readonly published?: string;
  readonly outlet?: string;
  /** `text/plain` or `text/html`; told from the bytes where it is not given. */
  readonly mediaType?: string;
  readonly reader?: "fast" | "full";
  /** Statements below it are left out; 0 to 1. */
  readonly minConfidence?: number;
}

let fast: FastReader | null = null;

function readerFor(name: ReadOptions["reader"]): StatementReader {
  if (name === "full") throw new UserError("--reader full is not there yet: use --reader fast", 2);
  fast ??= new FastReader();
  return fast;
}

/** One report, from its bytes to its statements. Throws UserError when the bytes are no readable report. */
export function readReport(capture: Capture, options: ReadOptions = {}): Resolved {
  const reader = readerFor(options.reader);
  const document = ingest(capture, options);
  const { reading, remarks } = read(document);
  const resolved = resolve(extract(reading, reader), remarks);
  const least = options.minConfidence ?? 0;
  return least === 0 ? resolved : { ...resolved, statements: resolved.statements.filter((s) => s.confidence >= least) };
}
