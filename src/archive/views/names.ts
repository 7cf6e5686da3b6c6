import { setImmediate } from "node:timers/promises";
import type { Part, Store } from "../../store/store.ts";
import { personOf } from "../decider.ts";
import { type LikeNames, likeNames } from "./likeNames.ts";

/** A name that is filed under another, and who did it. */
export interface FiledName {
  readonly name: string;
  readonly under: string;
  /** The entry of the ledger, who made it, when and why. */
  readonly entry: number;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

export interface NamesView {
  readonly filed: readonly FiledName[];
  readonly cursor: string | null;
  /** Pairs that nobody has filed together; null while the names are being gathered. */
  readonly like: readonly (LikeNames & { readonly nameCount: string; readonly otherCount: string })[] | null;
  /** Whether there are more of them than are shown. */
  readonly moreLike: boolean;
}

const LIKE_SHOWN = 25;

/** Names filed under others, and names that are likely one. `patience`: how long to wait for the names to be gathered, in milliseconds. */
export async function namesView(store: Store, part: Part, patience = 50): Promise<NamesView> {
  const { items, cursor } = await store.desk.filed(part);
  const filed = await Promise.all(
    items.map(async ({ name, filed: under, seq }): Promise<FiledName> => {
      const [entry] = await store.entries(seq, 1);
      return {
        name,
        under,
        entry: seq,
        by: personOf(entry?.by ?? ""),
        at: entry?.at ?? "",
        reason: entry?.cause ?? null,
      };
    }),
  );
  const pairs = await gathered(store, patience);
  if (pairs === null) return { filed, cursor, like: null, moreLike: false };
  const like: NonNullable<NamesView["like"]>[number][] = [];
  let more = false;
  for (const pair of pairs) {
    // Filed together since they were gathered.
    if ((await store.namesOf(pair.name)).includes(pair.other)) continue;
    more = like.length === LIKE_SHOWN;
    if (more) break;
    like.push({ ...pair, nameCount: await countOf(store, pair.name), otherCount: await countOf(store, pair.other) });
  }
  return { filed, cursor, like, moreLike: more };
}

const MOST = 1_000;

async function countOf(store: Store, speaker: string): Promise<string> {
  const n = await store.desk.spokenBy(speaker, MOST);
  return n === MOST ? `more than ${(MOST - 1).toLocaleString("en")}` : String(n);
}

/** The pairs of an archive as it was at an entry of its ledger. */
interface Gathered {
  seq: number;
  pairs: readonly LikeNames[] | null;
  work: Promise<void> | null;
}

const known = new WeakMap<Store, Gathered>();
/** Names are gathered in slices, so that others are answered in between. */
const SLICE = 500;
const MOST_NAMES = 100_000;
/** Names of these are of one person or body; words for nobody in particular are not filed. */
const FILED = new Set(["person", "organisation", "office"]);

/**
 * The likely pairs: those of a moment ago while the archive has grown since and they are gathered anew; null where there are
 * none yet.
 */
async function gathered(store: Store, patience: number): Promise<readonly LikeNames[] | null> {
  let state = known.get(store);
  if (!state) known.set(store, (state = { seq: -1, pairs: null, work: null }));
  const { seq } = await store.head();
  const own = state;
  if (own.seq !== seq && own.work === null)
    own.work = gather(store)
      .then((pairs) => void Object.assign(own, { seq, pairs }))
      .finally(() => (own.work = null));
  if (own.work !== null) {
    const waited = AbortSignal.timeout(patience);
    await Promise.race([own.work, new Promise((done) => waited.addEventListener("abort", done))]);
  }
  return own.pairs;
}

async function gather(store: Store): Promise<readonly LikeNames[]> {
  const names: string[] = [];
  for (let after = ""; names.length < MOST_NAMES;) {
    const slice = await store.desk.speakers(after, SLICE);
    for (const { name, kind } of slice) if (FILED.has(kind)) names.push(name);
    const last = slice.at(-1);
    if (!last || slice.length < SLICE) break;
    after = last.name;
    await setImmediate();
  }
  return likeNames(names, () => setImmediate());
}
