import { UserError } from "../model/errors.ts";
import type { Page } from "./store.ts";

const USUAL_LIMIT = 50;
const MOST = 500;

/** How many a page holds where so many were asked for. */
export function mostOf(limit = USUAL_LIMIT): number {
  return Math.max(1, Math.min(MOST, Math.trunc(limit) || 1));
}

/** A page and the cursor behind its last row. `rows` has one more than the page where there is a next one. */
export function paged<T>(rows: readonly T[], most: number, key: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, most);
  const last = items.at(-1);
  return { items, cursor: rows.length > most && last ? cursorBehind(key(last)) : null };
}

/** The cursor behind a row with this key. */
export function cursorBehind(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

export function cursorOf(cursor: string, parts: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === "string")) return key;
  } catch {
    // Told below, with what was handed in.
  }
  throw new UserError(`“${cursor}” is no cursor of this list`, 2);
}
