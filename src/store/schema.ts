import { type Kysely, type RawBuilder, sql } from "kysely";
import { type AccountTables, createAccountTables } from "./accountTables.ts";
import { type ProposalTables, createProposals } from "./proposalTables.ts";
import { createTallies } from "./tallyTable.ts";

/** Where SQLite and PostgreSQL differ. */
export interface Kind {
  readonly name: "sqlite" | "postgres";
  /** The column types: of text that sorts by its bytes, of bytes, of whole numbers beyond 31 bits. */
  readonly text: RawBuilder<unknown>;
  readonly bytes: RawBuilder<unknown>;
  readonly whole: RawBuilder<unknown>;
}

/** The shape of the tables and the numbers in them. Older archives are brought up by a replay, see `openTables`. */
export const FORMAT = 2;

/**
 * The tables. `ledger` and `head` are the record; `captures` and `texts` hold what the ledger names by hash; `watched` is
 * where watching stands; all others are a replay of the ledger and can be dropped. Those with an `article` are distributed by
 * it on Citus, so that every unique key holds it; `addresses`, `bodies` and `bands` are looked up by their own key and
 * distributed by that. All times are ISO 8601 in UTC, all JSON is text: the same rows in both stores.
 */
export interface Tables extends AccountTables, ProposalTables {
  ledger: {
    seq: number;
    at: string;
    by: string;
    act: string;
    about: string;
    /** The canonical JSON that is hashed, deflated. */
    value: Uint8Array;
    cause: string | null;
    once: string | null;
    previous: string;
    hash: string;
  };
  /** One row: the last entry of the ledger, and the format of the tables. */
  head: { one: number; seq: number; hash: string; format: number };
  /** Bytes as received, gzipped. */
  captures: { article: string; sha256: string; size: number; bytes: Uint8Array };
  /** Texts of editions, gzipped UTF-8. */
  texts: { article: string; sha256: string; length: number; bytes: Uint8Array };
  /** What is looked at again and again, and what feeds named: where watching stands. No part of the ledger, and no replay of it. */
  watched: {
    /** As it is asked for. */
    address: string;
    /** With its port where that is not the usual one. */
    host: string;
    /** The feed that named it; null for what a person named. */
    feed: string | null;
    /** "feed", "report" or, before it was first seen, "unknown". */
    kind: string;
    /** JSON: what the feed says of itself, or of the item. */
    facts: string;
    etag: string | null;
    last_modified: string | null;
    /** When it was last asked for, and when it will be; null when never again. */
    looked_at: string | null;
    next_at: string | null;
    /** Failures since it last came. */
    failures: number;
    last_status: number | null;
    last_error: string | null;
  };
  articles: {
    article: string;
    title: string | null;
    outlet: string | null;
    published: string | null;
    language: string;
    /** Number of the latest edition. */
    edition: number;
    first_seen: string;
    changed: string;
    /** The article this one nearly repeats, and how like it is (0 to 1). */
    repeats: string | null;
    likeness: number | null;
  };
  /** Every sight of an article: when, where, with which bytes. */
  sights: {
    article: string;
    seq: number;
    at: string;
    address: string | null;
    capture: string;
    media_type: string;
    by: string;
    /** JSON: response headers, what the caller gave, the feed it came from. */
    circumstances: string;
  };
  editions: {
    article: string;
    edition: number;
    seq: number;
    at: string;
    capture: string;
    text: string;
    body: string;
    /** JSON: the document without its text. */
    document: string;
    /** JSON: what became of the statements of the edition before. */
    fates: string;
  };
  /** Statements and silences. */
  records: {
    /** Sequence number of the entry that asserted it, times a million, and its place in it. */
    place: number;
    article: string;
    id: string;
    kind: string;
    edition: number;
    standing: string;
    speaker: string;
    speaker_kind: string;
    channel: string | null;
    outlet: string | null;
    /** The act of a statement, the kind of a silence. */
    act: string;
    manner: string | null;
    confidence: number;
    /** First day on which it was said and on which it was published, where known. */
    uttered: string | null;
    published: string | null;
    occasion: string | null;
    words: string;
    by: string;
    /** JSON: the entry as the contract has it, corrections applied. */
    record: string;
    /** JSON: the entry as the machine had it, where a person corrected it. */
    machine: string | null;
    /** Who found a silence: whoever the report names for it, or the outlet. Null for statements. */
    noticed: string | null;
    /** Whose move the condition of a statement waits for; "" where that is not told, null where there is no condition. */
    mover: string | null;
    /** What a decision on it is worth, see `worthOf`. */
    worth: number;
    /** People whose decisions stand, and whose name it is where that is one. */
    deciders: number;
    decider: string | null;
    /** 1 where people decided differently and nobody has settled it. */
    differs: number;
  };
  decisions: {
    article: string;
    seq: number;
    id: string;
    act: string;
    by: string;
    at: string;
    cause: string | null;
    value: string;
    /** The entry that took this one back. */
    undone: number | null;
  };
  /** Names that are one, by decision: every name leads straight to the one it is filed under. */
  names: { name: string; filed: string; seq: number };
  addresses: { address: string; article: string };
  /** The hash of the words of an edition without its furniture. */
  bodies: { body: string; article: string };
  /** Bands of the minhash of a body, to find near repeats by. */
  bands: { band: string; article: string };
  /** How many records have a value, and under "held" how many articles and editions there are. */
  tallies: { field: string; value: string; n: number };
}

export type Database = Kysely<Tables>;

/** The columns of `records` that both stores have. */
export const RECORD_COLUMNS = [
  "place",
  "article",
  "id",
  "kind",
  "edition",
  "standing",
  "speaker",
  "speaker_kind",
  "channel",
  "outlet",
  "act",
  "manner",
  "confidence",
  "uttered",
  "published",
  "occasion",
  "words",
  "by",
  "record",
  "machine",
  "noticed",
  "mover",
  "worth",
  "deciders",
  "decider",
  "differs",
] as const satisfies readonly (keyof Tables["records"])[];

/** Tables that a replay of the ledger makes. */
export const REPLAYED = [
  "articles",
  "sights",
  "editions",
  "records",
  "decisions",
  "names",
  "addresses",
  "bodies",
  "bands",
  "tallies",
] as const satisfies readonly (keyof Tables)[];

/** Makes the tables of a new archive, without the indexes only searching needs. */
export async function createTables(db: Database, kind: Kind): Promise<void> {
  const { schema } = db;
  const { text, bytes, whole } = kind;
  await schema
    .createTable("ledger")
    .addColumn("seq", whole, (c) => c.primaryKey())
    .addColumn("at", text, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("act", text, (c) => c.notNull())
    .addColumn("about", text, (c) => c.notNull())
    .addColumn("value", bytes, (c) => c.notNull())
    .addColumn("cause", text)
    .addColumn("once", text, (c) => c.unique())
    .addColumn("previous", text, (c) => c.notNull())
    .addColumn("hash", text, (c) => c.notNull())
    .execute();
  await schema.createIndex("ledger_about").on("ledger").column("about").execute();
  await schema
    .createTable("head")
    .addColumn("one", "integer", (c) => c.primaryKey())
    .addColumn("seq", whole, (c) => c.notNull())
    .addColumn("hash", text, (c) => c.notNull())
    .addColumn("format", "integer", (c) => c.notNull())
    .execute();
  for (const [table, size] of [
    ["captures", "size"],
    ["texts", "length"],
  ] as const)
    await schema
      .createTable(table)
      .addColumn("article", text, (c) => c.notNull())
      .addColumn("sha256", text, (c) => c.notNull())
      .addColumn(size, "integer", (c) => c.notNull())
      .addColumn("bytes", bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ["article", "sha256"])
      .execute();
  await schema
    .createTable("watched")
    .addColumn("address", text, (c) => c.primaryKey())
    .addColumn("host", text, (c) => c.notNull())
    .addColumn("feed", text)
    .addColumn("kind", text, (c) => c.notNull())
    .addColumn("facts", text, (c) => c.notNull())
    .addColumn("etag", text)
    .addColumn("last_modified", text)
    .addColumn("looked_at", text)
    .addColumn("next_at", text)
    .addColumn("failures", "integer", (c) => c.notNull())
    .addColumn("last_status", "integer")
    .addColumn("last_error", text)
    .execute();
  await schema.createIndex("watched_next").on("watched").column("next_at").where("next_at", "is not", null).execute();
  await schema.createIndex("watched_feed").on("watched").column("feed").execute();
  await createAccountTables(db, kind);
  await createProposals(db, kind);
  await createReplayed(db, kind);
}

/** Makes the tables a replay fills, empty. */
export async function createReplayed(db: Database, kind: Kind): Promise<void> {
  const { text, whole, name } = kind;
  const { schema } = db;
  await schema
    .createTable("articles")
    .addColumn("article", text, (c) => c.primaryKey())
    .addColumn("title", text)
    .addColumn("outlet", text)
    .addColumn("published", text)
    .addColumn("language", text, (c) => c.notNull())
    .addColumn("edition", "integer", (c) => c.notNull())
    .addColumn("first_seen", text, (c) => c.notNull())
    .addColumn("changed", text, (c) => c.notNull())
    .addColumn("repeats", text)
    .addColumn("likeness", "double precision")
    .execute();
  await schema
    .createTable("sights")
    .addColumn("article", text, (c) => c.notNull())
    .addColumn("seq", whole, (c) => c.notNull())
    .addColumn("at", text, (c) => c.notNull())
    .addColumn("address", text)
    .addColumn("capture", text, (c) => c.notNull())
    .addColumn("media_type", text, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("circumstances", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("sights_key", ["article", "seq"])
    .execute();
  await schema
    .createTable("editions")
    .addColumn("article", text, (c) => c.notNull())
    .addColumn("edition", "integer", (c) => c.notNull())
    .addColumn("seq", whole, (c) => c.notNull())
    .addColumn("at", text, (c) => c.notNull())
    .addColumn("capture", text, (c) => c.notNull())
    .addColumn("text", text, (c) => c.notNull())
    .addColumn("body", text, (c) => c.notNull())
    .addColumn("document", text, (c) => c.notNull())
    .addColumn("fates", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("editions_key", ["article", "edition"])
    .execute();
  const records = schema
    .createTable("records")
    // In SQLite the place is the row's own number, which the text index goes by and every index ends in.
    .addColumn("place", whole, (c) => (name === "sqlite" ? c.primaryKey() : c.notNull()))
    .addColumn("article", text, (c) => c.notNull())
    .addColumn("id", text, (c) => c.notNull())
    .addColumn("kind", text, (c) => c.notNull())
    .addColumn("edition", "integer", (c) => c.notNull())
    .addColumn("standing", text, (c) => c.notNull())
    .addColumn("speaker", text, (c) => c.notNull())
    .addColumn("speaker_kind", text, (c) => c.notNull())
    .addColumn("channel", text)
    .addColumn("outlet", text)
    .addColumn("act", text, (c) => c.notNull())
    .addColumn("manner", text)
    .addColumn("confidence", "double precision", (c) => c.notNull())
    .addColumn("uttered", text)
    .addColumn("published", text)
    .addColumn("occasion", text)
    .addColumn("words", text, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("record", text, (c) => c.notNull())
    .addColumn("machine", text)
    .addColumn("noticed", text)
    .addColumn("mover", text)
    .addColumn("worth", "integer", (c) => c.notNull())
    .addColumn("deciders", "integer", (c) => c.notNull())
    .addColumn("decider", text)
    .addColumn("differs", "integer", (c) => c.notNull());
  await (
    name === "sqlite"
      ? records.addUniqueConstraint("records_id", ["article", "id"])
      : records.addPrimaryKeyConstraint("records_key", ["article", "id"])
  ).execute();
  await schema
    .createTable("decisions")
    .addColumn("article", text, (c) => c.notNull())
    .addColumn("seq", whole, (c) => c.notNull())
    .addColumn("id", text, (c) => c.notNull())
    .addColumn("act", text, (c) => c.notNull())
    .addColumn("by", text, (c) => c.notNull())
    .addColumn("at", text, (c) => c.notNull())
    .addColumn("cause", text)
    .addColumn("value", text, (c) => c.notNull())
    .addColumn("undone", whole)
    .addPrimaryKeyConstraint("decisions_key", ["article", "seq"])
    .execute();
  await schema
    .createTable("names")
    .addColumn("name", text, (c) => c.primaryKey())
    .addColumn("filed", text, (c) => c.notNull())
    .addColumn("seq", whole, (c) => c.notNull())
    .execute();
  // A table that is its own key need not be kept twice.
  const keyed = name === "sqlite" ? sql`without rowid` : sql``;
  await schema
    .createTable("addresses")
    .modifyEnd(keyed)
    .addColumn("address", text, (c) => c.primaryKey())
    .addColumn("article", text, (c) => c.notNull())
    .execute();
  await schema
    .createTable("bodies")
    .modifyEnd(keyed)
    .addColumn("body", text, (c) => c.primaryKey())
    .addColumn("article", text, (c) => c.notNull())
    .execute();
  await schema
    .createTable("bands")
    .modifyEnd(keyed)
    .addColumn("band", text, (c) => c.notNull())
    .addColumn("article", text, (c) => c.notNull())
    .addPrimaryKeyConstraint("bands_key", ["band", "article"])
    .execute();
  await createTallies(db, kind);
}
