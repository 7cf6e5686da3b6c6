import { headlineAgainstBody } from "./extract/acts/headline.ts";
import { extract } from "./extract/extract.ts";
import { DEFAULT_READER, type ReaderName, statementReader } from "./extract/readers.ts";
import { type Converted, ingest } from "./ingest/ingest.ts";
import type { Capture } from "./model/document.ts";
import type { Pack } from "./model/pack.ts";
import type { Resolved } from "./model/statement.ts";
import { ownPacks } from "./packs/packs.ts";
import { read } from "./read/read.ts";
import { resolve } from "./resolve/resolve.ts";

export interface ReadOptions {
  /** The date of publication, EDTF or ISO 8601, where the caller knows it. */
  readonly published?: string;
  /** The same, where it counts only if the report itself does not say. */
  readonly publishedElse?: string;
  readonly outlet?: string;
  /** `text/plain` or `text/html`; told from the bytes where it is not given. */
  readonly mediaType?: string;
  /** The text of a capture that is none itself, from `convert`. */
  readonly converted?: Converted;
  /** Where the full one, the default, can't be loaded, the fast one reads: every statement says who read it. */
  readonly reader?: ReaderName;
  /** Statements below it are left out; 0 to 1. */
  readonly minConfidence?: number;
  /** What is known of the field: Hearsay's own packs unless others are handed in. */
  readonly packs?: readonly Pack[];
}

/** One report, from its bytes to its statements. Throws UserError when the bytes are no readable report. */
export function readReport(capture: Capture, options: ReadOptions = {}): Resolved {
  const reader = statementReader(options.reader ?? DEFAULT_READER);
  const document = ingest(capture, options);
  const { reading, remarks } = read(document);
  const packs = options.packs ?? ownPacks();
  const found = extract(reading, reader, packs);
  const resolved = resolve(found, [...remarks, ...headlineAgainstBody(found, packs)], packs);
  const least = options.minConfidence ?? 0;
  return least === 0 ? resolved : { ...resolved, statements: resolved.statements.filter((s) => s.confidence >= least) };
}
