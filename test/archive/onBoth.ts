import { after, describe, test } from "node:test";
import type { Store } from "../../src/store/store.ts";
import { type Home, inFile, onServer } from "../store/homes.ts";
import { startPostgres } from "../store/postgres.ts";

export type It = (what: string, run: (store: Store, home: Home) => Promise<void>) => void;

/** Runs cases on an archive in a file and on one on a PostgreSQL server, each on an archive of its own. */
export async function onBoth(cases: (it: It) => void): Promise<void> {
  const server = await startPostgres();
  after(async () => {
    if (typeof server !== "string") await server.stop();
  });
  const skip = typeof server === "string" ? server : false;
  if (skip !== false) console.error(`PostgreSQL is not tested: ${skip}`);
  describe("SQLite", () => cases(itOn(async () => inFile())));
  describe("PostgreSQL", { skip }, () => cases(itOn(() => onServer(server as Exclude<typeof server, string>))));
}

function itOn(make: () => Promise<Home>): It {
  return (what, run) =>
    test(what, async () => {
      const home = await make();
      try {
        await run(await home.open(), home);
      } finally {
        await home.close();
      }
    });
}
