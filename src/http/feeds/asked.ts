import { type Asked, askedIn, readAsked } from "../../archive/views/asked.ts";
import type { Query, Store } from "../../store/store.ts";
import { filters } from "../api/filters.ts";
import { Trouble } from "../api/problem.ts";
import { wrong } from "../api/wrong.ts";

const MOST = 100;
const USUAL = 50;

/** What a feed is of. */
export interface FeedQuery {
  readonly asked: Asked;
  readonly query: Query;
}

/**
 * The query in the address of a feed. A name that nobody in the archive has is waited for: the feed is empty until somebody has
 * it. Throws Trouble for what is no filter, and for names that may be several.
 */
export async function feedQuery(store: Store, parameters: URLSearchParams): Promise<FeedQuery> {
  // A form sends its empty fields as well.
  const { limit, cursor: _, ...given } = Object.fromEntries([...parameters].filter(([, value]) => value.trim() !== ""));
  const checked = filters.safeParse(given);
  if (!checked.success) throw wrong("query", checked.error, [...Object.keys(filters.shape), "limit"]);
  const most = limit === undefined ? USUAL : Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > MOST)
    throw new Trouble("bad-request", `query, limit: must be 1 to ${MOST}`, [
      { field: "limit", detail: `1 to ${MOST}` },
    ]);
  const asked = askedIn(given);
  const { query, faults } = await readAsked(store, asked, { waits: true });
  if (query === null) {
    const errors = faults.map(({ field, says, names }) => ({
      field,
      detail: [says, ...names.map(({ value }) => `“${value}”`)].join(" "),
    }));
    throw new Trouble("refused", errors.map(({ field, detail }) => `${field}: ${detail}`).join("; "), errors);
  }
  const { article } = checked.data;
  return { asked, query: { ...query, ...(article !== undefined && { article }), limit: most } };
}

/** What a feed is of, in words: `“gates”, speaker Ada Novak, standing confirmed`. */
export function feedWords(asked: Asked): string {
  const { words, order: _, ...rest } = asked;
  const parts = Object.entries(rest).map(([field, value]) => `${FIELDS[field] ?? field} ${value}`);
  return [...(words === undefined ? [] : [`“${words}”`]), ...parts].join(", ") || "all statements and silences";
}

const FIELDS: Readonly<Record<string, string>> = {
  minConfidence: "confidence from",
  said: "said in",
  published: "published in",
};
