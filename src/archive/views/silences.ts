import type { ListedRecord } from "../../export/recordLines.ts";
import type { Part, Query, RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";
import type { NameThere } from "../named.ts";
import { countedBy } from "./tally.ts";

/** A silence with all that the report tells of it. */
export interface ShownSilence {
  readonly record: ListedRecord;
  readonly noticedBy: string | null;
  readonly accordingTo: string | null;
  readonly about: string | null;
  readonly scope: string | null;
  readonly expectation: string | null;
}

/** Which silences are looked for. */
export interface SilencesAsked extends Part {
  readonly kind?: string;
  readonly who?: string;
  readonly noticedBy?: string;
  readonly accordingTo?: string;
}

export type Tally = readonly NameThere[];

export interface SilencesView {
  readonly items: readonly ShownSilence[];
  readonly cursor: string | null;
  /** Counted among the newest of all silences, `among` of them. */
  readonly kinds: Tally;
  readonly who: Tally;
  readonly noticedBy: Tally;
  readonly accordingTo: Tally;
  readonly among: number;
}

/** Counting all of a large archive would take longer than a page may. */
const AMONG = 500;
const LISTED = 8;

/** Silences, the newest first, and who is silent, who notices and on whose account most often. */
export async function silencesView(store: Store, asked: SilencesAsked): Promise<SilencesView> {
  const { items, cursor } = await store.find(queryOf(asked));
  const { items: newest } = await store.find({ kind: "silence", limit: AMONG });
  const records = await listed(store, items);
  return {
    items: items.map((row, i) => shown(row, records[i] as ListedRecord)),
    cursor,
    kinds: tally(newest, ({ act }) => act),
    who: tally(newest, ({ speaker }) => speaker),
    noticedBy: tally(newest, ({ noticed }) => noticed),
    accordingTo: tally(newest, ({ channel }) => channel),
    among: newest.length,
  };
}

function queryOf({ kind, who, noticedBy, accordingTo, limit, cursor }: SilencesAsked): Query {
  return {
    kind: "silence",
    ...(kind !== undefined && { act: kind }),
    ...(who !== undefined && { speaker: who }),
    ...(noticedBy !== undefined && { noticed: noticedBy }),
    ...(accordingTo !== undefined && { channel: accordingTo }),
    ...(limit !== undefined && { limit }),
    ...(cursor !== undefined && { cursor }),
  };
}

function shown({ noticed, channel, record }: RecordRow, listedRecord: ListedRecord): ShownSilence {
  const field = (name: string): string | null => (record[name] as string | null | undefined) ?? null;
  return {
    record: listedRecord,
    noticedBy: noticed,
    accordingTo: channel,
    about: field("about"),
    scope: field("scope"),
    expectation: field("expectation"),
  };
}

/** The values that stand there most often; where nothing is told there is none. */
function tally(rows: readonly RecordRow[], value: (row: RecordRow) => string | null): Tally {
  return countedBy(rows, (row) => value(row) || null).slice(0, LISTED);
}
