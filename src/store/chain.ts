import { createHash } from "node:crypto";
import type { Json, LedgerEntry } from "../model/ledger.ts";

/** What stands before the first entry. */
export const BEGINNING = "0".repeat(64);

/** JSON with sorted keys and no white space: the same value gives the same text in every store. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const fields = value as { readonly [key: string]: Json };
  return `{${Object.keys(fields)
    .filter((key) => fields[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(fields[key] as Json)}`)
    .join(",")}}`;
}

/** The parts of an entry that its hash covers, `value` as the canonical text it is stored as. */
export type Hashed = Omit<LedgerEntry, "hash" | "value"> & { readonly value: string };

/** SHA-256, lower-case hexadecimal, over the parts in fixed order, each with its length before it: nothing can be moved between them. */
export function hashOf({ previous, seq, at, by, act, about, value, cause, once }: Hashed): string {
  const hash = createHash("sha256");
  for (const part of [previous, String(seq), at, by, act, about, value, cause ?? "\u0000", once ?? "\u0000"])
    hash.update(`${Buffer.byteLength(part)}:${part}\n`);
  return hash.digest("hex");
}

/** What is wrong with an entry that should follow `previous`, or null. */
export function faultOfEntry(
  entry: Hashed & { readonly hash: string },
  previous: { seq: number; hash: string },
): string | null {
  if (entry.seq !== previous.seq + 1) return `entry ${entry.seq} follows entry ${previous.seq}`;
  if (entry.previous !== previous.hash) return `entry ${entry.seq} does not name the hash of the entry before it`;
  if (hashOf(entry) !== entry.hash) return `entry ${entry.seq} is not what it was when it was written`;
  return null;
}
