import { isDeepStrictEqual } from "node:util";
import { openPostgres } from "../../src/store/postgres.ts";
import { REPLAYED } from "../../src/store/schema.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { type Acknowledged, hearsay } from "./command.ts";

export async function withStore<T>(archive: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await (archive.startsWith("postgres:") ? openPostgres(archive) : openSqlite(archive));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** What of each table does not depend on the order and the time in which reports came. */
const LASTING = {
  articles: ["article", "edition", "title", "published"],
  sights: ["article", "address", "capture"],
  editions: ["article", "edition", "capture", "text", "body"],
  records: ["article", "id", "words", "record"],
  addresses: ["address", "article"],
  bodies: ["body", "article"],
} as const;

/** All that an archive holds, as lines in order; what is there twice is twice in it. */
export async function holdings(archive: string): Promise<string[]> {
  return withStore(archive, async (store) => {
    const lines: string[] = [];
    for (const [table, columns] of Object.entries(LASTING) as [keyof typeof LASTING, readonly string[]][])
      for await (const { row } of store.rows(table))
        lines.push(`${table} ${JSON.stringify(columns.map((column) => row[column]))}`);
    return lines.sort();
  });
}

/** What is in one and not in the other, a few of each. */
export function unequal(is: readonly string[], should: readonly string[]): string[] {
  if (isDeepStrictEqual(is, should)) return [];
  const count = (lines: readonly string[]): Map<string, number> => {
    const n = new Map<string, number>();
    for (const line of lines) n.set(line, (n.get(line) ?? 0) + 1);
    return n;
  };
  const [a, b] = [count(is), count(should)];
  const more = (x: Map<string, number>, y: Map<string, number>, what: string): string[] =>
    [...x].filter(([line, n]) => n > (y.get(line) ?? 0)).map(([line]) => `${what}: ${line.slice(0, 300)}`);
  return [...more(a, b, "too much"), ...more(b, a, "missing")].slice(0, 8);
}

/** What of that which was acknowledged is not in the archive, and what is wrong with its file and its chain. */
export async function lost(archive: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  return withStore(archive, async (store) => {
    const faults = [await store.checkFile(), await store.checkLedger(() => {})].filter((fault) => fault !== null);
    for (const { address, outcome, article, edition } of acknowledged) {
      if (outcome === "waiting") continue;
      const there = await store.articleAt(address);
      if (there === null || (article !== null && there !== article)) faults.push(`${address} (${outcome}) is lost`);
      if (article === null || edition === null) continue;
      const row = (await store.editions(article)).find((one) => one.edition === edition);
      if (!row) faults.push(`${article}, edition ${edition} (${outcome}) is lost`);
      else if ((await store.blob("captures", article, row.capture)) === null) faults.push(`${article} lost its bytes`);
      else if ((await store.blob("texts", article, row.text)) === null) faults.push(`${article} lost its text`);
    }
    return faults;
  });
}

/** What a whole check of the archive says, and whether `rebuild` gives the tables there were. */
export async function unsound(archive: string, folder: string): Promise<string[]> {
  const faults: string[] = [];
  const checked = await hearsay(["verify", "--archive", archive], { folder });
  if (checked.code !== 0) faults.push(`verify --archive: ${checked.out}${checked.err}`.slice(0, 600));
  const before = await tables(archive);
  const rebuilt = await hearsay(["rebuild", "--archive", archive, "--quiet"], { folder });
  if (rebuilt.code !== 0) faults.push(`rebuild: ${rebuilt.err}`);
  faults.push(...unequal(await tables(archive), before).map((line) => `after rebuild, ${line}`));
  return faults;
}

/** Every row of every table that a replay makes. */
async function tables(archive: string): Promise<string[]> {
  return withStore(archive, async (store) => {
    const lines: string[] = [];
    for (const table of REPLAYED)
      for await (const { row } of store.rows(table)) lines.push(`${table} ${JSON.stringify(row)}`);
    return lines;
  });
}
