import { fullId } from "../../src/archive/records.ts";
import { MOST_RECORDS } from "../../src/store/apply.ts";
import { cursorBehind } from "../../src/store/pages.ts";
import type { Query, RecordRow, Store } from "../../src/store/store.ts";

/** Places of an archive at which records are picked to ask about. */
const PLACES = 60;
const AROUND = 8;

export interface Asking {
  /** Addresses of every kind of page and answer. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  /** Searches as the store is asked them. */
  readonly searches: Readonly<Record<string, readonly Query[]>>;
}

/** What to ask, `times` of each kind, made from records picked all over the archive. */
export async function asking(store: Store, next: (n: number) => number, times: number): Promise<Asking> {
  const { seq } = await store.head();
  const place = (): string => String(next(seq * 1_000) * (MOST_RECORDS / 1_000));
  const records: RecordRow[] = [];
  for (let i = 0; i < PLACES; i++)
    records.push(...(await store.find({ limit: AROUND, cursor: cursorBehind([place()]) })).items);
  if (records.length === 0) throw new Error("the archive holds no statements");
  const silences = (await store.find({ kind: "silence", limit: 100 })).items;
  const { items: articles } = await store.articles({ limit: 500 });

  const one = <T>(from: readonly T[]): T => from[next(from.length)] as T;
  const record = (): RecordRow => one(records);
  const words = (): string[] => record().words.match(/[\p{L}\p{M}]{3,}/gu) ?? ["people"];
  const word = (): string => one(words());
  const two = (): string[] => {
    const all = words();
    return all.slice(next(Math.max(1, all.length - 1))).slice(0, 2);
  };
  const named = records.filter(({ speaker }) => speaker !== "");
  const name = (): string => one(named).speaker;
  const month = (): string => (record().uttered ?? record().published ?? "2011-01-01").slice(0, 7);
  const day = (): string => record().published ?? "2011-01-01";
  const act = (): string => record().act;
  const outlets = records.flatMap(({ outlet: own }) => own ?? []);
  const outlet = (): string => one(outlets);
  const channel = (): string =>
    records.find(({ channel }, i) => channel !== null && i >= next(records.length))?.channel ?? "none";
  const deep = (): string => cursorBehind([place()]);
  const deepSaid = (): string => cursorBehind([day(), place()]);
  const confidence = (): string => one(["0.5", "0.8", "0.9", "0.95", "0.99"]);
  const filter = (): Record<string, string> =>
    one([
      { act: act() },
      { speaker: name() },
      { outlet: outlet() },
      { said: month() },
      { published: `${day()}..` },
      { minConfidence: confidence() },
      { manner: one(["direct", "mixed"]) },
      { kind: "silence" },
    ]);
  const to = (path: string, parameters: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams(parameters).toString();
    return query === "" ? path : `${path}?${query}`;
  };
  const part = (value: string): string => encodeURIComponent(value);
  const id = (): string => fullId(record());
  const many = (make: () => string): string[] => Array.from({ length: times }, make);
  const few = (path: string): string[] => Array.from({ length: Math.min(times, 15) }, () => path);
  const search = (make: () => Record<string, string>, at = "/search"): string[] => many(() => to(at, make()));
  const articleCursor = (): string => {
    const { changed, article } = one(articles);
    return cursorBehind([changed, article]);
  };

  const queries = (make: () => Query): Query[] => Array.from({ length: times }, make);
  const filtered = (): Query =>
    one<Query>([
      { act: act() },
      { speaker: name() },
      { outlet: outlet() },
      { saidFrom: month(), saidTo: month() },
      { publishedFrom: day() },
      { minConfidence: Number(confidence()) },
      { kind: "silence" },
      { act: act(), outlet: outlet() },
      { speaker: name(), act: act() },
    ]);
  const searches: Asking["searches"] = {
    "a word and a filter": queries(() => ({ words: word(), ...filtered() })),
    "two words and a filter": queries(() => ({ words: `${word()} ${word()}`, ...filtered() })),
    "filters alone": queries(() => ({ ...filtered(), ...filtered() })),
    "a word, the last said first": queries(() => ({ words: word(), order: "said", ...filtered() })),
    "a speaker's timeline": queries(() => ({ speaker: name(), order: "said" })),
    "what is deep in a list": queries(() => ({ ...filtered(), cursor: deep() })),
  };
  const pages: Asking["pages"] = {
    today: few("/"),
    articles: many(() => to("/articles", one([{}, { cursor: articleCursor() }]))),
    "articles of an outlet": many(() => to("/articles", { outlet: outlet() })),
    article: many(() => `/articles/${record().article}`),
    "article, text as read": many(() => `/articles/${record().article}/raw`),
    "article, editions": many(() => `/articles/${record().article}/editions`),
    statement: many(() => `/statements/${id()}`),
    people: few("/people"),
    "people, a part of a name": many(() => to("/people", { name: (one(name().split(/\s+/)) || "Kim").slice(0, 4) })),
    person: many(() => `/people/${part(name())}`),
    "person, older": many(() => to(`/people/${part(name())}`, { cursor: deep() })),
    channel: many(() => `/channels/${part(channel())}`),
    outlet: many(() => `/outlets/${part(outlet())}`),
    silences: many(() => to("/silences", one([{}, { kind: one(silences)?.act ?? "" }, { cursor: deep() }]))),
    conditions: many(() => to("/conditions", one([{}, { act: act() }, { cursor: deep() }]))),
    "search, nothing asked": search(() => one([{}, { cursor: deep() }])),
    "search, a word": search(() => ({ words: word() })),
    "search, a word and a filter": search(() => ({ words: word(), ...filter() })),
    "search, a phrase and a filter": search(() => ({ words: `"${two().join(" ")}"`, ...filter() })),
    "search, two words and two filters": search(() => ({ words: `${word()} ${word()}`, ...filter(), ...filter() })),
    "search, a filter": search(filter),
    "search, filters": search(() => ({ ...filter(), ...filter(), ...filter() })),
    "search, last said first": search(() => ({ order: "said", ...filter() })),
    "search, a word, last said first": search(() => ({ order: "said", words: word(), ...filter() })),
    "search, deep in a list": search(() => ({ ...filter(), cursor: deep() })),
    "search, deep, last said first": search(() => ({ ...filter(), order: "said", cursor: deepSaid() })),
    "search, beginning of a word": search(() => ({ words: `${word().slice(0, 4)}*` })),
    "search, nothing found": search(() => ({ words: `${word()} ${word()} ${word()} xyzzy`, ...filter() })),
    review: few("/review"),
    "review, further on": many(() => to("/review", { cursor: cursorBehind([String(next(20_000)), place()]) })),
    "review, second reader": few("/review?second=1"),
    disagreements: few("/review/disagreements"),
    names: few("/names"),
    captures: many(() => to("/captures", one([{}, { cursor: cursorBehind([String(next(seq))]) }]))),
    feeds: few("/feeds"),
    packs: few("/packs"),
    saved: few("/saved"),
    proof: few("/proof"),
    "feed of a search": search(() => ({ words: word(), ...filter() }), "/feeds/search.atom"),
    "api statements": search(() => ({ words: word(), ...filter() }), "/api/v1/statements"),
    "api statements, filters": search(() => ({ ...filter(), ...filter() }), "/api/v1/statements"),
    "api statement": many(() => `/api/v1/statements/${id()}`),
    "api receipt": many(() => `/api/v1/statements/${id()}/receipt`),
    "api counts": search(() => ({ by: one(["act", "speaker", "month", "standing"]), ...filter() }), "/api/v1/counts"),
    "api counts of everything": many(() => to("/api/v1/counts", { by: one(["act", "speaker", "outlet", "month"]) })),
    "api article": many(() => `/api/v1/articles/${record().article}`),
    "api text": many(() => `/api/v1/articles/${record().article}/text`),
    "api articles": many(() => to("/api/v1/articles", { cursor: articleCursor() })),
    "api people": few("/api/v1/people?limit=1000"),
    "api person": many(() => `/api/v1/people/${part(name())}`),
    "api silences": many(() => to("/api/v1/silences", { cursor: deep() })),
    "api conditions": many(() => to("/api/v1/conditions", { act: one(["vow", "threaten", "demand"]) })),
    "api queue": few("/api/v1/queue"),
    "api captures": many(() => to("/api/v1/captures", { cursor: cursorBehind([String(next(seq))]) })),
    "api archive": few("/api/v1/archive"),
    health: few("/health"),
  };
  return { pages, searches };
}
