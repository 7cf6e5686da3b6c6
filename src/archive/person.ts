import type { Counted, Person } from "../export/personPage.ts";
import type { PackPerson } from "../model/pack.ts";
import { folded } from "../resolve/field.ts";
import type { Query, Store } from "../store/store.ts";
import { listed } from "./listed.ts";
import { NAMES, personInPacks } from "./named.ts";

const MOST = 12;
const MONTHS = 12_000;
const LATEST = 5;

/** Gathers what there is about a speaker, by a name that stands in the archive. */
export async function personFacts(store: Store, name: string): Promise<Person> {
  const [filedAs = name, ...others] = await store.namesOf(name);
  const pack = personInPacks(filedAs) ?? personInPacks(name);
  const query: Query = { speaker: name, kind: "statement" };
  const months = await store.counts("month", query, MONTHS);
  const standings = await store.counts("standing", query, MOST);
  const statements = total(standings);
  const silences = total(await store.counts("kind", { speaker: name, kind: "silence" }, MOST));
  const retracted = total(await store.counts("standing", { ...query, standing: "retracted" }, MOST));
  return {
    name: filedAs,
    filed: others,
    likewise: await likewise(store, filedAs, others, pack),
    pack,
    statements,
    silences,
    standings: retracted > 0 ? [...standings, { value: "retracted", n: retracted }] : standings,
    acts: await store.counts("act", query, MOST),
    channels: await store.counts("channel", query, MOST),
    outlets: await store.counts("outlet", query, MOST),
    months: months.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    undated: statements - total(months),
    latest: await listed(store, (await store.find({ ...query, limit: LATEST })).items),
  };
}

function total(counted: readonly Counted[]): number {
  return counted.reduce((all, { n }) => all + n, 0);
}

/**
 * The same name in other spellings that a pack or the archive has, the last name alone and who has it, not filed with it, with how
 * many records have each. Whether they are one is for people to say.
 */
export async function likewise(
  store: Store,
  name: string,
  others: readonly string[],
  pack: PackPerson | null,
): Promise<Counted[]> {
  const filed = new Set([name, ...others]);
  const spellings = new Set([
    ...(pack ? [pack.name, ...pack.aliases] : []),
    ...variants(name),
    ...(await lastNames(store, name)),
  ]);
  const times = await store.timesOf(
    "speaker",
    [...spellings].filter((spelling) => !filed.has(spelling)),
  );
  return [...spellings].flatMap((value) => {
    const n = times.get(value);
    return n === undefined ? [] : [{ value, n }];
  });
}

/** The same words with hyphens and without, and without marks over the letters. */
function variants(name: string): string[] {
  const plain = name.normalize("NFD").replace(/\p{M}+/gu, "");
  return [name.replaceAll("-", " "), plain, plain.replaceAll("-", " ")].filter((one) => folded(one) === folded(name));
}

/** Of "Elena Varga", "Varga"; of "Varga" alone, the names that end so, most often first. */
async function lastNames(store: Store, name: string): Promise<readonly string[]> {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  if (!/^\p{Lu}\p{L}{2,}/u.test(last)) return [];
  if (words.length > 1) return [last];
  return (await store.valuesOf("speaker", NAMES))
    .filter(({ value }) => value.endsWith(` ${last}`))
    .slice(0, MOST)
    .map(({ value }) => value);
}
