import { tableRows } from "../text/tables.ts";

/** Kinds of words that tell what a source is: `data/en/source-words.tsv`. */
export type SourceWord = "office" | "description" | "organisation" | "channel" | "unnamed" | "pronoun";

export interface SourceTables {
  /** In lower case. A word may be of several kinds. */
  readonly words: ReadonlyMap<string, ReadonlySet<SourceWord>>;
  /** Names of agencies and outlets, in lower case, to the name they are filed under. */
  readonly channels: ReadonlyMap<string, string>;
  /** Names of states and their capitals, in lower case, to the state. */
  readonly states: ReadonlyMap<string, string>;
}

let loaded: SourceTables | null = null;

/** The word tables that classify sources, read once. */
export function sourceTables(): SourceTables {
  if (loaded) return loaded;
  const words = new Map<string, Set<SourceWord>>();
  for (const [kind = "", list = ""] of tableRows("en/source-words.tsv"))
    for (const word of list.split(" ")) {
      const kinds = words.get(word) ?? new Set<SourceWord>();
      kinds.add(kind as SourceWord);
      words.set(word, kinds);
    }
  const channels = new Map<string, string>();
  for (const [name = "", aliases = ""] of tableRows("core/news-agencies.tsv"))
    for (const alias of [name, ...aliases.split("|")]) if (alias) channels.set(alias.toLowerCase(), name);
  const states = new Map<string, string>();
  for (const [name = "", capital = "", others = ""] of tableRows("core/states.tsv"))
    for (const alias of [name, capital, ...others.split("|")]) if (alias) states.set(alias.toLowerCase(), name);
  loaded = { words, channels, states };
  return loaded;
}
