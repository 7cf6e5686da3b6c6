import type { ListedRecord } from "../../export/recordLines.ts";
import type { PackChannel, PackPerson } from "../../model/pack.ts";
import { ownPacks } from "../../packs/packs.ts";
import type { Query, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";
import { type NameThere, personInPacks } from "../named.ts";
import { likewise } from "../person.ts";
import { type Tally, tally } from "./tally.ts";

const A_PAGE = 20;
const SILENCES = 5;

/** Somebody who speaks, a channel or an outlet. */
export type Part = "speaker" | "channel" | "outlet";

export interface WhoView {
  readonly part: Part;
  /** The name it is filed under, and those people filed with it. */
  readonly name: string;
  readonly filed: readonly string[];
  /** The same name in other spellings that stand in the archive and are not filed with it. */
  readonly likewise: readonly NameThere[];
  readonly person: PackPerson | null;
  readonly channel: PackChannel | null;
  /** Counts of the statements. */
  readonly tally: Tally;
  readonly statements: readonly ListedRecord[];
  readonly cursor: string | null;
  readonly silences: readonly ListedRecord[];
  /** Statements a person took back, counted up to a hundred. */
  readonly retracted: number;
}

/** What the archive and the packs have of a name in one of its parts; null where nothing stands under it. */
export async function whoView(
  store: Store,
  part: Part,
  name: string,
  cursor: string | undefined,
): Promise<WhoView | null> {
  const [filedAs = name, ...filed] = part === "speaker" ? await store.namesOf(name) : [name];
  const query: Query = { [part]: name, kind: "statement" };
  const counted = await tally(store, query);
  const silences = await store.find({ [part]: name, kind: "silence", limit: SILENCES });
  const retracted = (await store.glance({ ...query, standing: "retracted" }, 100)).rows.length;
  if (counted.of + silences.items.length + retracted + filed.length === 0) return null;
  const page = await store.find({ ...query, limit: A_PAGE, ...(cursor !== undefined && { cursor }) });
  const person = part === "speaker" ? (personInPacks(filedAs) ?? personInPacks(name)) : null;
  return {
    part,
    name: filedAs,
    filed,
    likewise: part === "speaker" ? await likewise(store, filedAs, filed, person) : [],
    person,
    channel: channelInPacks(filedAs),
    tally: counted,
    statements: await listed(store, page.items),
    cursor: page.cursor,
    silences: await listed(store, silences.items),
    retracted,
  };
}

function channelInPacks(name: string): PackChannel | null {
  return (
    ownPacks()
      .flatMap(({ channels }) => channels)
      .find((channel) => channel.name === name || channel.aliases.includes(name)) ?? null
  );
}
