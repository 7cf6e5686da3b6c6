import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Env, Room } from "../room.ts";

/** A strong ETag of what these parts make. */
export function tagOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return `"${hash.digest("base64url").slice(0, 27)}"`;
}

/**
 * The ETag of an answer that hangs on the ledger, the question and this version alone: it is known before the answer is. It may be
 * older than the answer, never newer.
 */
export async function headTag(c: Context<Env>, { store, version }: Room, ...more: readonly string[]): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  return tagOf(version, (await store.head()).hash, pathname, search, ...more);
}

/** Whether the asker has what this tag names already (If-None-Match). */
export function isKnown(c: Context<Env>, tag: string): boolean {
  return listed(c.req.header("if-none-match")).some((one) => one === "*" || one.replace(/^W\//, "") === tag);
}

/** Whether the asker may go on: there is no If-Match, or it names this tag. */
export function mayGoOn(c: Context<Env>, tag: string): boolean {
  const wanted = c.req.header("if-match");
  return wanted === undefined || listed(wanted).some((one) => one === "*" || one === tag);
}

/** How answers are kept by those who asked: for themselves, and asked for again each time. */
export const PRIVATE = "private, no-cache";

/** The answer to who has it already. */
export function unchanged(c: Context<Env>, tag: string): Response {
  return c.body(null, 304, { etag: tag, "cache-control": PRIVATE });
}

function listed(header: string | undefined): string[] {
  return header?.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
}
