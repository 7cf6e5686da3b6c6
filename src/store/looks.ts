import type { Filter } from "./filters.ts";
import type { RecordColumn, Sighted, Sought } from "./textIndex.ts";

/** Most searches have enough when they have looked at so many rows. */
export const FIRST_LOOK = 2_000;

/** Looks at the first so many rows, and further, to so many in all, only where those were not enough. */
export async function inTwoLooks<C extends RecordColumn>(
  sought: Sought,
  { first, all }: { readonly first: number; readonly all: number },
  look: (from: Sought, most: number) => Promise<Sighted<C>>,
): Promise<Sighted<C>> {
  const { rows, edge } = await look(sought, first);
  if (edge === null || first === all) return { rows, edge };
  const further = await look({ ...sought, behind: edge, limit: sought.limit - rows.length }, all - first);
  return {
    rows: [...rows, ...further.rows],
    edge: further.edge && { ...further.edge, lookedThrough: all },
  };
}

/** All that is asked of one field that an index serves. */
export interface Asked {
  readonly field: Filter["field"];
  readonly filters: readonly [Filter, ...Filter[]];
  /** The index holds only the few rows with such a value: silences, what was decided on. */
  readonly isOfFew: boolean;
  /** One value is asked for. */
  readonly isExact: boolean;
}

const INDEXED = new Set<Filter["field"]>([
  "speaker",
  "channel",
  "outlet",
  "noticed",
  "act",
  "occasion",
  "published",
  "uttered",
  "article",
]);

/** The fields by which rows can be come to, as both stores index them. */
export function askedOf(filters: readonly Filter[]): Asked[] {
  const fields = new Set(filters.map(({ field }) => field));
  return [...fields].flatMap((field): Asked[] => {
    const own = filters.filter((filter) => filter.field === field) as [Filter, ...Filter[]];
    const [{ op, value }] = own;
    const isOfFew =
      (field === "kind" && value === "silence") || (field === "standing" && op === "=" && value !== "candidate");
    const isExact = op === "=" && field !== "article";
    return isOfFew || INDEXED.has(field) ? [{ field, filters: own, isOfFew, isExact }] : [];
  });
}
