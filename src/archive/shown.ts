import { isAbsolute } from "node:path";
import type { Json } from "../model/ledger.ts";
import type { EditionRow, SightRow, Store } from "../store/store.ts";
import type { CaptureValue } from "../store/values.ts";
import { sha256Of } from "../text/sha256.ts";

/** Bytes at an address, as far as it takes to tell whether they are what was last seen there. */
export interface Seen {
  /** URL or absolute path; null where there is none, as on standard input. */
  readonly address: string | null;
  readonly sha256: string;
  /** What the caller said of it. */
  readonly given: { readonly [key: string]: Json };
  readonly circumstances: { readonly [key: string]: Json };
}

/** The key under which a sight is first kept: the same bytes from the same place, with the same things said of them. */
export function sightKey(address: string | null, sha256: string, given: Seen["given"]): string {
  return `seen:${sha256Of(JSON.stringify([address, sha256, given]))}`;
}

/** `keysFor` of one. */
export async function keyFor(store: Store, seen: Seen): Promise<string | null> {
  const [key = null] = await keysFor(store, [seen]);
  return key;
}

/**
 * The keys under which sights are kept; null where one says nothing new. Bytes that were seen at the address before are new again
 * when others were seen there since: the key then names the sight they follow, so that whoever sees the same keeps it once.
 */
export async function keysFor(store: Store, all: readonly Seen[]): Promise<(string | null)[]> {
  const keys = all.map(({ address, sha256, given }) => sightKey(address, sha256, given));
  const there = await store.keysThere(keys);
  return Promise.all(
    all.map(async (seen, i) => {
      const key = keys[i] as string;
      const { address } = seen;
      if (!there.has(key)) return key;
      const article = address === null ? null : await store.articleAt(address);
      const last = address === null || article === null ? null : await lastAt(store, article, address);
      return last === null ? null : keyBehind(key, seen, last);
    }),
  );
}

/** The key of a sight whose first one, `key`, is there: null where the address still shows the same. */
export function keyBehind(key: string, { sha256, circumstances }: Seen, last: SightRow): string | null {
  return last.capture === sha256 || !isLater(circumstances, last) ? null : `${key}:${last.seq}`;
}

const AT_ONCE = 20;

/**
 * The sight that tells what an address showed last, as far as the archive knows. One in a web archive counts by the day it was
 * fetched on; where it came late and brought a text of its own, that is the latest edition until the page is seen again.
 */
export async function lastAt(store: Store, article: string, address: string): Promise<SightRow | null> {
  let last: SightRow | null = null;
  const late: SightRow[] = [];
  for await (const row of backwards(store, article, address)) {
    if (last === null || timeOf(row) > timeOf(last)) {
      if (last !== null) late.push(last);
      last = row;
    } else late.push(row);
    // Nothing is taken in before it is fetched: all that was taken in before this one is older.
    if (row.circumstances["fetched"] === undefined) break;
  }
  const newest = last?.seq ?? 0;
  const above = late.filter(({ seq }) => seq > newest).sort((a, b) => b.seq - a.seq);
  if (above.length === 0) return last;
  const opening = new Set((await store.editions(article)).map(({ seq }) => seq - 1));
  return above.find(({ seq }) => opening.has(seq)) ?? last;
}

async function* backwards(store: Store, article: string, address: string): AsyncGenerator<SightRow> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await store.sightsAt(article, address, before, AT_ONCE);
    yield* rows;
    before = rows.at(-1)?.seq ?? 0;
    if (rows.length < AT_ONCE) return;
  }
}

/**
 * Whether a sight tells of a later time than the last one at its address. What was fetched just now does. A web archive says when
 * it was fetched. A dump does not: only of its own lines one comes after the other.
 */
export function isLater({ fetched, dump, line }: Seen["circumstances"], last: SightRow): boolean {
  if (fetched !== undefined) return Date.parse(String(fetched)) > timeOf(last);
  if (dump === undefined) return true;
  const { circumstances: then } = last;
  return then["dump"] === dump && isAbsolute(String(dump)) && Number(then["line"]) < Number(line);
}

/** Milliseconds since 1970. */
function timeOf({ at, circumstances: { fetched } }: SightRow): number {
  const time = fetched === undefined ? Number.NaN : Date.parse(String(fetched));
  return Number.isNaN(time) ? Date.parse(at) : time;
}

/** The edition a sight showed; null where nobody knows: older entries do not say it. */
export async function editionShown(
  store: Store,
  sight: SightRow,
  editions: readonly EditionRow[],
): Promise<EditionRow | null> {
  const [entry] = await store.entries(sight.seq, 1);
  const { edition } = (entry?.value ?? {}) as Partial<CaptureValue>;
  if (edition !== undefined) return editions.find((one) => one.edition === edition) ?? null;
  const then = editions.filter(({ seq }) => seq <= sight.seq + 1);
  return then.findLast(({ capture }) => capture === sight.capture) ?? (then.length === 1 ? (then[0] ?? null) : null);
}

/** The sight that brought an edition; where it was read anew from bytes that were there, the first one of these. */
export function sightOf(edition: EditionRow | undefined, sights: readonly SightRow[]): SightRow | undefined {
  const same = sights.filter(({ capture }) => capture === edition?.capture);
  return same.find(({ seq }) => seq === (edition?.seq ?? 0) - 1) ?? same[0];
}
