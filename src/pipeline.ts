import { extract } from "./extract/extract.ts";
import { FastReader } from "./extract/fast/fastReader.ts";
import type { StatementReader } from "./extract/proposal.ts";
import { ingest } from "./ingest/ingest.ts";
import type { Capture } from "./model/document.ts";
import type { Resolved } from "./model/statement.ts";
import { read } from "./read/read.ts";
import { resolve } from "./resolve/resolve.ts";

export interface ReadOptions {
  /** The date of publication, EDTF or ISO 8601, where the caller knows it. */
  readonly published?: string;
  readonly outlet?: string;
  /** `text/plain` or `text/html`; told from the bytes where it is not given. */
  readonly mediaType?: string;
  /** "full" is read by the fast reader until there is a full one. */
  readonly reader?: "fast" | "full";
  /** Statements below it are left out; 0 to 1. */
  readonly minConfidence?: number;
}

let fast: FastReader | null = null;

/** The fast reader stands in for the full one until that is there; every statement says who read it. */
function theReader(): StatementReader {
  fast ??= new FastReader();
  return fast;
}

/** One report, from its bytes to its statements. Throws UserError when the bytes are no readable report. */
export function readReport(capture: Capture, options: ReadOptions = {}): Resolved {
  const reader = theReader();
  const document = ingest(capture, options);
  const { reading, remarks } = read(document);
  const resolved = resolve(extract(reading, reader), remarks);
  const least = options.minConfidence ?? 0;
  return least === 0 ? resolved : { ...resolved, statements: resolved.statements.filter((s) => s.confidence >= least) };
}
