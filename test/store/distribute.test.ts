// What Citus asks of an archive, checked on a plain server: no cluster comes with npm. Where HEARSAY_TEST_CITUS_URL names one,
// stores.test.ts runs on it as well.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "pg";
import { UserError } from "../../src/model/errors.ts";
import { SPREAD, distribute } from "../../src/store/distribute.ts";
import { onServer } from "./homes.ts";
import { type Server, startPostgres } from "./postgres.ts";
import { NOON, decision, person, reading, record, report } from "./reports.ts";
import { sha256Of } from "../../src/text/sha256.ts";

const server = await startPostgres();
const skip = typeof server === "string" ? server : false;
if (skip) console.error(`what Citus asks is not tested: ${skip}`);
after(async () => {
  if (typeof server !== "string") await server.stop();
});

const COLUMN = new Map<string, string>(SPREAD.map(([table, column]) => [table, column]));

test("every unique key of a distributed table holds the column it is distributed by", { skip }, async () => {
  const home = await onServer(server as Server);
  await home.open();
  const keys = await home.sql(
    `select c.relname as table, array_agg(a.attname::text) as columns from pg_index i
     join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
     where i.indisunique and c.relnamespace = 'public'::regnamespace group by c.relname, i.indexrelid`,
  );
  const seen = keys.flatMap(({ table, columns }) => {
    const column = COLUMN.get(table as string);
    if (column !== undefined)
      assert.ok((columns as string[]).includes(column), `${table as string}: ${String(columns)}`);
    return column === undefined ? [] : [table];
  });
  assert.deepEqual([...new Set(seen)].sort(), [...COLUMN.keys()].sort());
  const tables = await home.sql(
    "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  // A table that is not distributed is so by decision, not by oversight.
  const local = tables.map(({ relname }) => relname as string).filter((name) => !COLUMN.has(name));
  assert.deepEqual(
    local.filter((name) => !LOCAL.has(name)),
    [],
  );
  await home.close();
});

const LOCAL = new Set([
  "ledger",
  "head",
  "names",
  "watched",
  "users",
  "sessions",
  "tokens",
  "saved_searches",
  "proposals",
]);

test(
  "no statement joins tables, locks rows of a distributed one or moves a row to another shard",
  { skip },
  async () => {
    const home = await onServer(server as Server);
    const said: string[] = [];
    const { query } = Client.prototype;
    Client.prototype.query = function (this: Client, ...args: unknown[]): unknown {
      if (typeof args[0] === "string") said.push(args[0]);
      return (query as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof query;
    try {
      const store = await home.open();
      const created = said.length;
      await store.append([report("a1", { bands: ["b1"], records: [record("s1"), record("s2")] }), report("a2")], NOON);
      await store.append([report("a1", { edition: 2 })], NOON);
      await store.append([{ drafts: [reading("a2", 1, [record("s3")], "reader-2")], blobs: [] }], NOON);
      await store.append([decision("confirm", "a1", "s1"), decision("retract", "a1", "s1", 10)], NOON);
      await store.append(
        [person("assert", "a1.s1", { article: "a1", id: "s1", fields: { words: "x" }, record: {} })],
        NOON,
      );
      await store.append([person("merge", "A", { into: "B" }), person("merge", "B", { into: "C" })], NOON);
      await store.append([person("split", "A", { into: null })], NOON);
      await store.keepWaiting("k", Buffer.from("x"));
      await store.waiting("k");
      await store.dropWaiting("k");
      for (const order of ["newest", "said"] as const) {
        const all = {
          words: 'a "b c" -d',
          kind: "statement",
          channel: "c",
          outlet: "o",
          act: "a",
          manner: "m",
        } as const;
        const more = {
          standing: "candidate",
          occasion: "o",
          saidFrom: "2031",
          publishedTo: "2031",
          article: "a",
        } as const;
        await store.find({ ...all, ...more, speaker: "A", minConfidence: 0.1, order, limit: 1 });
        const { cursor } = await store.find({ order, limit: 1 });
        if (cursor !== null) await store.find({ order, limit: 1, cursor });
      }
      await store.counts("speaker", { words: "words", speaker: "B" }, 5);
      await store.size();
      const page = await store.articles({ limit: 1, outlet: "The Harbour Post" });
      await store.articles({ limit: 1, cursor: page.cursor as string });
      await store.articlesInBands(["b1", "b2"]);
      await store.articleAt("x");
      await store.articleWithBody("x");
      await store.repeatsOf("a1");
      await store.editions("a1");
      await store.sights("a1");
      await store.recordsOf("a1");
      await store.record("a1.s1");
      await store.decisions("a1.s1");
      await store.blobs("a1");
      await store.blob("texts", "a1", sha256Of("x"));
      await store.checkLedger(() => {});
      const statements = said.slice(created).map((sql) => sql.replaceAll('"', ""));
      assert.ok(statements.length > 60, `only ${statements.length} statements were seen`);
      for (const sql of statements) {
        const tables = [...COLUMN.keys(), "names", "ledger", "head"].filter((name) =>
          new RegExp(`\\b(?:from|into|update|join) ${name}\\b`, "i").test(sql),
        );
        assert.ok(tables.length <= 1, `several tables: ${sql}`);
        assert.doesNotMatch(sql, /\bjoin\b|\bwith\b.*\bas\b|\(\s*select/i, "neither joins nor queries inside queries");
        if (/for update|for share/i.test(sql)) assert.deepEqual(tables, ["head"], sql);
        const [, table = "", changes = ""] = /^update (\w+) set (.*?) where/i.exec(sql) ?? [];
        assert.ok(!changes.includes(`${COLUMN.get(table) ?? "?"} =`), `moves a row: ${sql}`);
        // A change of one row goes to one shard; those of names go to every node.
        if (/^(?:update|delete)/i.test(sql) && COLUMN.has(tables[0] ?? ""))
          assert.match(sql, /where article = \$/i, sql);
      }
    } finally {
      Client.prototype.query = query;
      await home.close();
    }
  },
);

test("a server without Citus is told what it lacks", { skip }, async () => {
  const address = await (server as Server).database();
  await assert.rejects(
    distribute(address, () => {}),
    (error: unknown) => error instanceof UserError && /has no Citus in this database/.test(error.message),
  );
});
