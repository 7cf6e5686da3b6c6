import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Transaction } from "kysely";
import type { Database, Tables } from "./schema.ts";
import type { Blob, Store } from "./store.ts";

const zipped = promisify(gzip);
const unzipped = promisify(gunzip);

/** A blob as it is kept. */
export interface Packed {
  readonly blob: Blob;
  readonly bytes: Uint8Array;
}

export async function packed(blobs: readonly Blob[]): Promise<Packed[]> {
  return Promise.all(blobs.map(async (blob) => ({ blob, bytes: await zipped(blob.bytes) })));
}

/** Bytes in one insert: the databases take a message of a gigabyte, the machine would rather not. */
const BYTES_AT_ONCE = 4_000_000;
const ROWS_AT_ONCE = 100;

/** Keeps blobs that are not there yet. */
export async function keepBlobs(change: Transaction<Tables>, blobs: readonly Packed[]): Promise<void> {
  const captures = rowsOf("captures", blobs).map(({ plain, ...row }) => ({ ...row, size: plain }));
  for (const rows of chunksOfBytes(captures))
    await change
      .insertInto("captures")
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute();
  const texts = rowsOf("texts", blobs).map(({ plain, ...row }) => ({ ...row, length: plain }));
  for (const rows of chunksOfBytes(texts))
    await change
      .insertInto("texts")
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute();
}

interface Row {
  readonly article: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly plain: number;
}

function rowsOf(table: Blob["of"], blobs: readonly Packed[]): Row[] {
  return blobs
    .filter(({ blob: { of } }) => of === table)
    .map(({ blob: { article, sha256, bytes: plain }, bytes }) => ({ article, sha256, bytes, plain: plain.length }));
}

function* chunksOfBytes<T extends { readonly bytes: Uint8Array }>(rows: readonly T[]): Generator<T[]> {
  let some: T[] = [];
  let size = 0;
  for (const row of rows) {
    if (some.length > 0 && (size + row.bytes.length > BYTES_AT_ONCE || some.length === ROWS_AT_ONCE)) {
      yield some;
      some = [];
      size = 0;
    }
    some.push(row);
    size += row.bytes.length;
  }
  if (some.length > 0) yield some;
}

export async function blob(
  db: Database,
  ...[of, article, sha256]: Parameters<Store["blob"]>
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom(of)
    .select("bytes")
    .where("article", "=", article)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row ? new Uint8Array(await unzipped(row.bytes)) : null;
}

export async function blobs(db: Database, article: string): ReturnType<Store["blobs"]> {
  const captures = await db.selectFrom("captures").select(["sha256", "size"]).where("article", "=", article).execute();
  const texts = await db.selectFrom("texts").select(["sha256", "length"]).where("article", "=", article).execute();
  return [
    ...captures.map(({ sha256, size }) => ({ of: "captures" as const, sha256, size })),
    ...texts.map(({ sha256, length }) => ({ of: "texts" as const, sha256, size: length })),
  ].sort((a, b) => (a.of + a.sha256 < b.of + b.sha256 ? -1 : 1));
}

/** No article's id has a colon: what waits stands among the captures and beside all articles. */
function waitingAs(key: string): { article: string; sha256: string } {
  return { article: `waiting:${key}`, sha256: "" };
}

export async function keepWaiting(db: Database, key: string, bytes: Uint8Array): Promise<void> {
  await db
    .insertInto("captures")
    .values({ ...waitingAs(key), size: bytes.length, bytes: await zipped(bytes) })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function waiting(db: Database, key: string): Promise<Uint8Array | null> {
  const { article, sha256 } = waitingAs(key);
  return blob(db, "captures", article, sha256);
}

export async function dropWaiting(db: Database, key: string): Promise<void> {
  await db.deleteFrom("captures").where("article", "=", waitingAs(key).article).execute();
}
