import type { Json, LedgerEntry } from "./ledger.ts";

/** What lets a stranger check an entry offline, without the archive. */
export interface Receipt {
  readonly hearsay: "receipt-1";
  /** `ARTICLE.ID` in the archive it comes from. */
  readonly id: string;
  readonly kind: "statement" | "silence";
  readonly standing: string;
  /** The entry as the contract of a reading has it, corrections applied, with the words its spans stand for (`anchors`). */
  readonly record: { readonly [key: string]: Json };
  /** What the machine had, where a person corrected it. */
  readonly machine: Json;
  readonly occasion: string | null;
  readonly article: {
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: { readonly edtf: string | null; readonly basis: string };
  };
  readonly capture: {
    readonly sha256: string;
    readonly size: number;
    readonly mediaType: string;
    readonly address: string | null;
    /** When the archive got it, ISO 8601 in UTC. */
    readonly at: string;
    readonly by: string;
    /** What was said of it when it came in: needed to read it the same way again. */
    readonly given: { readonly [key: string]: Json };
  };
  /** The number of the text among those of its article, and its SHA-256 in UTF-8. */
  readonly edition: { readonly number: number; readonly text: string };
  /** The rule or model that found it. */
  readonly by: string;
  /** The version of Hearsay that read it, and when. */
  readonly read: { readonly by: string; readonly at: string };
  /** What people decided on it and did not take back. */
  readonly decisions: readonly {
    readonly seq: number;
    readonly act: string;
    readonly by: string;
    readonly at: string;
    readonly cause: string | null;
  }[];
  /** The ledger entry that holds the capture, whole, and where the ledger ended when the receipt was made. */
  readonly ledger: {
    readonly entry: LedgerEntry;
    readonly head: { readonly seq: number; readonly hash: string };
  };
  readonly proves: string;
  readonly provesNot: string;
}
