import type { TestContext } from "node:test";
import { FERRY, keep } from "../archive/reports.ts";
import { type Opened, PASSWORD, openRoom } from "./browser.ts";
import { type Route, anyRecord, filled, partsOf, routesOf } from "./routes.ts";

/** A room with a report in it, where nobody has to log in, and all its addresses that change something. */
export async function withReport(
  t: TestContext,
): Promise<Opened & { readonly changes: readonly (Route & { readonly at: string })[] }> {
  const opened = await openRoom(t, { perMinute: 1_000_000 });
  await keep(opened.store, { "https://news.example/1": FERRY });
  const parts = partsOf(await anyRecord(opened.store));
  const changes = routesOf(opened.app)
    .filter(({ method }) => method !== "GET")
    .map((route) => ({ ...route, at: filled(route.path, parts) }));
  return { ...opened, changes };
}

/** All that a forged request could have changed. */
export async function stateOf({ store }: Opened): Promise<unknown> {
  const { accounts } = store;
  const users = (await accounts.users()).map(({ login, role, password }) => [login, role, password]);
  const searches = (await accounts.searches(null)).map(({ id }) => id);
  const tokens = (await accounts.tokens(null)).map(({ id, revoked_at }) => [id, revoked_at]);
  return { head: { ...(await store.head()) }, users, searches, tokens, watched: (await store.watchedIn(null)).length };
}

/** Fields that forms and bodies of the room know, all in one. */
export const FIELDS = {
  act: "confirm",
  reason: "forged",
  name: "forged",
  names: "A",
  into: "B",
  role: "admin",
  days: "9",
  user: "ada",
  query: "words=x",
  password: "another long phrase",
  repeated: "another long phrase",
  current: PASSWORD,
} as const;
