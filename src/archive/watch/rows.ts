import type { WatchedRow } from "../../store/store.ts";

/** Milliseconds since 1970 as the tables have times. */
export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The row of an address nobody has looked at, due never. */
export function unseen(address: string): WatchedRow {
  return {
    address,
    host: new URL(address).host,
    feed: null,
    kind: "unknown",
    facts: {},
    etag: null,
    last_modified: null,
    looked_at: null,
    next_at: null,
    failures: 0,
    last_status: null,
    last_error: null,
  };
}
