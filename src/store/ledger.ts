import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Transaction } from "kysely";
import { UserError } from "../model/errors.ts";
import type { Draft, Json, LedgerAct, LedgerEntry } from "../model/ledger.ts";
import { BEGINNING, canonical, faultOfEntry, hashOf } from "./chain.ts";
import { chunks } from "./chunks.ts";
import { textsKept } from "./newRows.ts";
import type { Database, Kind, Tables } from "./schema.ts";

type Change = Transaction<Tables>;
/** The place of an entry in the chain. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

/** Rows in one insert, keys in one question: SQLite takes 32,766 parameters, an entry has ten. */
const AT_ONCE = 1_000;

/** The last entry, held so that nobody else writes until this transaction ends. */
export async function lockedHead(change: Change, kind: Kind): Promise<Link> {
  const head = change.selectFrom("head").select(["seq", "hash"]).where("one", "=", 1);
  return (kind.name === "postgres" ? head.forUpdate() : head).executeTakeFirstOrThrow();
}

/** Which of these keys the ledger has already. */
export async function keysThere(change: Database, keys: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (const some of chunks(keys, AT_ONCE)) {
    const rows = await change
      .selectFrom("ledger")
      .select("once")
      .where("once", "in", [...some])
      .execute();
    for (const row of rows) there.add(row.once as string);
  }
  return there;
}

/** An entry with its value as the text that is hashed and kept. */
export interface Written {
  readonly entry: LedgerEntry;
  readonly text: string;
}

/**
 * An entry ready to be written. Its value is read back from its text: the tables are then made of the same value now and at
 * every replay.
 */
export function written(entry: LedgerEntry): Written {
  const text = canonical(entry.value);
  return { entry: { ...entry, value: JSON.parse(text) as Json }, text };
}

/** Drafts as entries that continue the chain behind `head`. */
export function chained(drafts: readonly Draft[], head: Link, at: string): Written[] {
  let { seq, hash } = head;
  return drafts.map((draft) => {
    const one = written({ ...textsKept(draft), seq: seq + 1, at, previous: hash, hash: "" });
    hash = hashOf({ ...one.entry, value: one.text });
    seq++;
    return { ...one, entry: { ...one.entry, hash } };
  });
}

export async function writeEntries(change: Change, entries: readonly Written[]): Promise<void> {
  const last = entries.at(-1)?.entry;
  if (!last) return;
  for (const some of chunks(entries, AT_ONCE)) {
    const rows = some.map(({ text, entry: { seq, at, by, act, about, cause, once, previous, hash } }) => {
      return { seq, at, by, act, about, value: deflateRawSync(text), cause, once, previous, hash };
    });
    await change.insertInto("ledger").values(rows).execute();
  }
  await change.updateTable("head").set({ seq: last.seq, hash: last.hash }).where("one", "=", 1).execute();
}

/** An entry as it stands in its row. Throws UserError where its value can't be read any more. */
export function entryOf(row: Tables["ledger"]): LedgerEntry {
  return { ...row, act: row.act as LedgerAct, value: JSON.parse(textOf(row)) as Json };
}

function textOf({ seq, value }: Tables["ledger"]): string {
  try {
    return inflateRawSync(value).toString("utf8");
  } catch {
    throw damaged(`entry ${seq} is not what it was when it was written`);
  }
}

/** Entries read at once. */
const BATCH = 500;

/** Reads the whole ledger, checking the chain up to its head. Throws UserError at the first entry that does not fit. */
export async function* checkedEntries(db: Database): AsyncGenerator<readonly LedgerEntry[]> {
  // Others may write meanwhile: the ledger then ends between what its head was and what it is.
  const first = await headOf(db);
  let previous: Link = { seq: 0, hash: BEGINNING };
  for (;;) {
    const rows = await db
      .selectFrom("ledger")
      .selectAll()
      .where("seq", ">", previous.seq)
      .orderBy("seq")
      .limit(BATCH)
      .execute();
    const entries = rows.map((row) => {
      const text = textOf(row);
      const fault = faultOfEntry({ ...row, act: row.act as LedgerAct, value: text }, previous);
      if (fault !== null) throw damaged(fault);
      previous = { seq: row.seq, hash: row.hash };
      checkHead(first, previous);
      return { ...row, act: row.act as LedgerAct, value: JSON.parse(text) as Json };
    });
    if (entries.length === 0) break;
    yield entries;
  }
  const last = await headOf(db);
  checkHead(last, previous);
  if (previous.seq < first.seq || previous.seq > last.seq)
    throw damaged(`it ends with entry ${previous.seq}, its head says ${last.seq}`);
}

export async function headOf(db: Database): Promise<Link> {
  return db.selectFrom("head").select(["seq", "hash"]).where("one", "=", 1).executeTakeFirstOrThrow();
}

function checkHead(head: Link, { seq, hash }: Link): void {
  if (head.seq === seq && head.hash !== hash) throw damaged(`its head has another hash than entry ${seq}`);
}

function damaged(fault: string): UserError {
  return new UserError(`the ledger is damaged: ${fault}`);
}
