import { toJsonLine, toReading } from "../export/contract.ts";
import { toPage } from "../export/page.ts";
import type { Resolved } from "../model/statement.ts";
import { nameOf } from "./inputs.ts";
import type { ReadingOptions } from "./options.ts";
import { mediaTypeOf } from "./reading.ts";

/** How inputs are read and shown: plain data, so that a thread can be told. */
export interface Showing {
  readonly options: ReadingOptions;
  /** Null for a line of JSON, else how the page is set. */
  readonly page: { readonly colour: boolean; readonly columns: number } | null;
}

/** An input as it is printed. */
export interface Shown {
  readonly written: string;
  readonly statements: number;
}

/** What is printed of an input that was read. */
export function show(resolved: Resolved, named: string, { options, page }: Showing): Shown {
  const { published, outlet } = options;
  const written = page
    ? toPage(resolved, { name: nameOf(named), ...page })
    : `${toJsonLine(toReading(resolved, { path: named, published, outlet, mediaType: mediaTypeOf(options) }))}\n`;
  return { written, statements: resolved.statements.length };
}
