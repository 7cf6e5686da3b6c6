import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { FetchError, type Trouble } from "../../../src/archive/fetch/fetchError.ts";
import { type FetchOptions, type Fetched, fetchReport } from "../../../src/archive/fetch/fetchReport.ts";
import { type Answering, loopback } from "./loopback.ts";

export const PAGE = "<title>Ferry</title><p>“It sails,” said Ada Moe.</p>";

/** Fetches one path of a server that has these pages. */
export async function from(
  t: TestContext,
  pages: Record<string, Answering | string>,
  options: FetchOptions = {},
  path = "/",
): Promise<Fetched> {
  const { origin, allow } = await loopback(t, pages);
  return fetchReport(origin + path, { allow, ...options });
}

/** That work fails for this reason, and whether another try may do better. */
export function fails(work: Promise<unknown>, trouble: Trouble, reason: RegExp, passing = false): Promise<void> {
  return assert.rejects(work, (error) => {
    assert.ok(error instanceof FetchError, String(error));
    assert.equal(error.trouble, trouble, error.message);
    assert.match(error.message, reason);
    assert.equal(error.passing, passing);
    return true;
  });
}
