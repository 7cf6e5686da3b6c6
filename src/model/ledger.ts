/** What an entry of the ledger does. */
export const LEDGER_ACTS = ["capture", "edition", "assert", "retract", "merge", "split", "confirm", "dispute"] as const;
export type LedgerAct = (typeof LEDGER_ACTS)[number];

/** A value JSON can carry; object keys are sorted where it is hashed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An entry before it has its place in the chain. */
export interface Draft {
  /** Who or what made it: a reader's name with its version, `fetch`, or `person:` and a name. */
  readonly by: string;
  readonly act: LedgerAct;
  /** What it is about: the hash of a capture, the id of an article, a statement, a silence, a name. */
  readonly about: string;
  readonly value: Json;
  /** The reason a person gave, or what called for it. */
  readonly cause: string | null;
  /**
   * An entry with the same key is made at most once; with it, all drafts of its unit are left out. This is what makes adding
   * the same report twice, or by two processes at once, change nothing.
   */
  readonly once: string | null;
}

/** One line of the ledger. Never changed, never removed. */
export interface LedgerEntry extends Draft {
  /** 1 for the first. */
  readonly seq: number;
  /** When it was written: ISO 8601, UTC, milliseconds, by the archive's clock. */
  readonly at: string;
  /** The hash of the entry before it; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 over `previous` and all the rest, see `hashOf` in `store/chain.ts`. */
  readonly hash: string;
}

/** What a statement is worth: the machine's alone, looked at by a person, contested, taken back. */
export const STANDINGS = ["candidate", "confirmed", "disputed", "retracted"] as const;
export type Standing = (typeof STANDINGS)[number];
