import { type SearchWord, tokensOf } from "./searchWords.ts";

/** Each word in its own marks, so that nothing in it is an operator. */
export function fts5Query(words: readonly SearchWord[]): string {
  const one = ({ tokens, prefix }: SearchWord): string => `"${tokens.join(" ")}"${prefix ? "*" : ""}`;
  const wanted = words.filter((word) => !word.not).map(one);
  const unwanted = words.filter((word) => word.not).map(one);
  return [`(${wanted.join(" AND ")})`, ...unwanted].join(" NOT ");
}

/** The function that `matched` is known by in SQL. */
export const MATCHED = "has_words";

let asked = { query: "", words: [] as readonly SearchWord[] };

/** Whether a text has the words of a query (JSON of search words): what FTS5 would say of it, asked of one text. */
export function matched(text: string, query: string): 0 | 1 {
  if (asked.query !== query) asked = { query, words: JSON.parse(query) as readonly SearchWord[] };
  const tokens = tokensOf(text);
  const has = ({ tokens: [first, ...rest], prefix }: SearchWord): boolean =>
    tokens.some(
      (_, at) =>
        same(tokens[at], first, prefix && rest.length === 0) &&
        rest.every((token, i) => same(tokens[at + 1 + i], token, prefix && i === rest.length - 1)),
    );
  return asked.words.every((word) => has(word) !== word.not) ? 1 : 0;
}

function same(token: string | undefined, wanted: string | undefined, prefix: boolean): boolean {
  return prefix ? (token?.startsWith(wanted ?? "") ?? false) : token === wanted;
}
