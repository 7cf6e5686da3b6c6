import { UserError } from "../../model/errors.ts";
import type { ListedRecord } from "../../export/recordLines.ts";
import type { Page, Query, RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";
import { type NameThere, speakersCalled } from "../named.ts";
import { type Asked, type AskedField, type Fault, type Taken, readAsked } from "./asked.ts";
import { MOST_TALLIED, type Tally, tally, tallyOf } from "./tally.ts";

const A_PAGE = 30;

export interface SearchView {
  readonly asked: Asked;
  readonly taken: readonly Taken[];
  readonly faults: readonly Fault[];
  /** Who is called by the words that were looked for: what they said themselves is another search. */
  readonly called: readonly NameThere[];
  readonly hits: readonly ListedRecord[];
  /** Leads to the next page; null on the last. */
  readonly cursor: string | null;
  /** Set where the page ended early: so many records were looked through, others behind the cursor were not. */
  readonly lookedThrough: number | null;
  readonly tally: Tally | null;
  /** Where nothing was found: searches with one filter less, or wider words, that find something. */
  readonly instead: readonly { readonly without: AskedField | null; readonly asked: Asked }[];
}

/** What a search finds, with what its names were taken for, counts, and what to try where it finds nothing. */
export async function searchView(store: Store, asked: Asked, { limit = A_PAGE } = {}): Promise<SearchView> {
  const { query, taken, faults } = await readAsked(store, asked);
  const nothing = { asked, taken, called: [], hits: [], cursor: null, lookedThrough: null, tally: null, instead: [] };
  if (query === null) return { ...nothing, faults };
  try {
    const { page, counted } = await found(store, query, limit);
    return {
      ...nothing,
      faults,
      called: asked.cursor === undefined && asked.speaker === undefined ? await speakersCalled(store, asked.words) : [],
      hits: await listed(store, page.items, query.words),
      cursor: page.cursor,
      lookedThrough: page.lookedThrough ?? null,
      tally: counted,
      instead:
        page.items.length > 0 || page.cursor !== null || asked.cursor !== undefined
          ? []
          : await instead(store, asked, query),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const field = asked.cursor !== undefined && error.message.includes("cursor") ? "cursor" : "words";
    return { ...nothing, faults: [{ field, says: error.message, names: [] }] };
  }
}

/** A page of what a query finds, and counts of it; what fits on one page is not looked for twice. */
async function found(
  store: Store,
  query: Query,
  limit: number,
): Promise<{ readonly page: Page<RecordRow>; readonly counted: Tally }> {
  if (query.cursor === undefined && query.order !== "said") {
    const { page, glance } = await store.overview({ ...query, limit }, MOST_TALLIED + 1);
    return { page, counted: tallyOf(glance) };
  }
  const page = await store.find({ ...query, limit });
  const isAll = page.cursor === null && query.cursor === undefined;
  return { page, counted: isAll ? tallyOf({ rows: page.items }) : await tally(store, query) };
}

const FIELDS: Readonly<Partial<Record<AskedField, readonly (keyof Query)[]>>> = {
  words: ["words"],
  speaker: ["speaker"],
  channel: ["channel"],
  outlet: ["outlet"],
  act: ["act"],
  manner: ["manner"],
  standing: ["standing"],
  kind: ["kind"],
  occasion: ["occasion"],
  said: ["saidFrom", "saidTo"],
  published: ["publishedFrom", "publishedTo"],
  minConfidence: ["minConfidence"],
};

async function instead(store: Store, asked: Asked, query: Query): Promise<SearchView["instead"]> {
  const ways: { without: AskedField | null; asked: Asked }[] = [];
  for (const [field, keys] of Object.entries(FIELDS) as [AskedField, readonly (keyof Query)[]][]) {
    if (asked[field] === undefined) continue;
    const left = Object.fromEntries(
      Object.entries(query).filter(([key]) => !(keys as readonly string[]).includes(key)),
    );
    if (await finds(store, left)) ways.push({ without: field, asked: { ...asked, [field]: undefined } as Asked });
  }
  if (query.words !== undefined) {
    const words = query.words
      .trim()
      .split(/\s+/)
      .map((word) => (/^[\p{L}\p{N}]{5,}$/u.test(word) ? `${word.slice(0, Math.max(4, word.length - 2))}*` : word))
      .join(" ");
    if (words !== query.words && (await finds(store, { ...query, words })))
      ways.push({ without: null, asked: { ...asked, words } });
  }
  if (query.order === "said" && (await finds(store, { ...query, order: "newest" })))
    ways.push({ without: "order", asked: { ...asked, order: undefined } as unknown as Asked });
  return ways;
}

async function finds(store: Store, query: Query): Promise<boolean> {
  try {
    return (await store.find({ ...query, limit: 1 })).items.length > 0;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
