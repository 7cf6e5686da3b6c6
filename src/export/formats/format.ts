import type { ExportedRecord } from "./exported.ts";

/** What the caller of an export wants. */
export interface WriteOptions {
  /** Whole texts too, each once: with the first entry of it. Without, only the words of the entries and hashes. */
  readonly texts: boolean;
  /** Where the reading room is, with its last slash: entries are then named by their address there. */
  readonly base: string | null;
  /** Where the ledger ended when the export began. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** One file of a format that has several. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** A way to write entries out. Each says in its own means what an entry is worth: none lets a candidate look like a fact. */
export interface ExportFormat {
  readonly name: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** One line for lists of formats. */
  readonly describes: string;
  /** Counts in the text, or has all entries of an article together: records must come so, with their texts. */
  readonly byText: boolean;
  /** Why an entry is not in this format, or null where it is. */
  leavesOut(record: ExportedRecord): string | null;
  /** Pieces of one stream, in UTF-8 when put together. Holds one article's entries at a time, at most. */
  write(records: AsyncIterable<ExportedRecord>, options: WriteOptions): AsyncIterable<string>;
  /** The same as files, where the format has several of them. */
  files?(records: AsyncIterable<ExportedRecord>, options: WriteOptions): AsyncIterable<ExportedFile>;
}

export function leavesNothingOut(): null {
  return null;
}
