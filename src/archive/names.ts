import { UserError } from "../model/errors.ts";
import type { Draft, LedgerEntry } from "../model/ledger.ts";
import type { Store } from "../store/store.ts";
import type { NameValue } from "../store/values.ts";
import { type Decider, decisionDraft } from "./decider.ts";

/** Files names under another one: all their statements are found together. Throws UserError where there is nothing to file. */
export async function merge(
  store: Store,
  names: readonly string[],
  into: string,
  decider: Decider,
): Promise<readonly LedgerEntry[]> {
  if (into.trim() === "") throw new UserError("the name to file under is empty", 2);
  const [filed] = await store.namesOf(into);
  for (const name of names) {
    if (filed === name || (await store.namesOf(name)).includes(into))
      throw new UserError(`“${name}” and “${into}” are filed as one already`, 2);
    if (!(await isThere(store, name)))
      throw new UserError(
        `nobody called “${name}” speaks in ${store.name}: write the name as hearsay find shows it`,
        2,
      );
  }
  return write(
    store,
    names.map((name) => draftOf(name, into, decider)),
    decider,
  );
}

/** Lets a name stand for itself again. */
export async function split(store: Store, name: string, decider: Decider): Promise<readonly LedgerEntry[]> {
  const [filed, ...others] = await store.namesOf(name);
  if (filed === name) {
    const under = others.length > 0 ? `; filed under it: ${others.map((one) => `“${one}”`).join(", ")}` : "";
    throw new UserError(`“${name}” is filed under no other name${under}`, 2);
  }
  return write(store, [draftOf(name, null, decider)], decider);
}

/** Files all names that a merge or split touched as they would be filed without it. Throws UserError where that changes nothing. */
export async function undoName(store: Store, entry: LedgerEntry, decider: Decider): Promise<readonly LedgerEntry[]> {
  if (undoneBy(entry) !== null)
    throw new UserError(`entry ${entry.seq} took back a decision itself: make that decision again instead`, 2);
  const { names, entries } = await touched(store, entry);
  const undone = new Set(entries.map(undoneBy));
  if (undone.has(entry.seq)) throw new UserError(`entry ${entry.seq} has been taken back already`, 2);
  const filed = filing(
    entries.filter((one) => one.seq !== entry.seq && !undone.has(one.seq) && undoneBy(one) === null),
  );
  const changes: { readonly name: string; readonly now: string; readonly meant: string }[] = [];
  for (const name of names) {
    const [now = name] = await store.namesOf(name);
    const meant = filed.get(name) ?? name;
    if (now !== meant) changes.push({ name, now, meant });
  }
  if (changes.length === 0)
    throw new UserError(`what entry ${entry.seq} did does not stand any more: later ones decide`, 2);
  // A name that others are filed under takes them along: those come first, and what follows sets each where it belongs.
  const order = ({ name, now, meant }: (typeof changes)[number]): number => (meant === name ? 0 : now === name ? 1 : 2);
  const drafts = changes
    .sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))
    .map(({ name, meant }) => draftOf(name, meant === name ? null : meant, decider, entry.seq));
  return write(store, drafts, decider);
}

/** The entry that this one takes back, or null. */
function undoneBy({ value }: LedgerEntry): number | null {
  return (value as { readonly undoes?: number }).undoes ?? null;
}

/** All names that are or were filed together with those of an entry, and every entry about one of them, in order. */
async function touched(store: Store, entry: LedgerEntry): Promise<{ names: Set<string>; entries: LedgerEntry[] }> {
  const { into } = entry.value as unknown as NameValue;
  const names = new Set<string>([entry.about, ...(into === null ? [] : [into])]);
  const entries: LedgerEntry[] = [];
  // A set hands out what is added to it on the way.
  for (const name of names) {
    for (const one of await store.namesOf(name)) names.add(one);
    for (const one of await store.entriesAbout(name)) {
      if (one.act !== "merge" && one.act !== "split") continue;
      entries.push(one);
      const other = (one.value as unknown as NameValue).into;
      if (other !== null) names.add(other);
    }
  }
  return { names, entries: entries.sort((a, b) => a.seq - b.seq) };
}

/** Under which name each is filed after these entries; what is not in it stands for itself. */
function filing(entries: readonly LedgerEntry[]): Map<string, string> {
  const filed = new Map<string, string>();
  for (const { about: name, value } of entries) {
    const { into } = value as unknown as NameValue;
    if (into === null) filed.delete(name);
    else {
      const target = filed.get(into) ?? into;
      if (target === name) continue;
      for (const [other, under] of filed) if (under === name) filed.set(other, target);
      filed.set(name, target);
    }
  }
  return filed;
}

async function isThere(store: Store, name: string): Promise<boolean> {
  const { items } = await store.find({ speaker: name, limit: 1 });
  return items.length > 0 || (await store.find({ speaker: name, standing: "retracted", limit: 1 })).items.length > 0;
}

function draftOf(name: string, into: string | null, decider: Decider, undoes?: number): Draft {
  const act = into === null ? "split" : "merge";
  return decisionDraft(act, name, { into, ...(undoes !== undefined && { undoes }) }, decider);
}

async function write(store: Store, drafts: readonly Draft[], { now }: Decider): Promise<readonly LedgerEntry[]> {
  return (await store.append([{ drafts, blobs: [] }], now)).flat();
}
