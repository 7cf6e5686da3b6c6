import { Parser } from "htmlparser2";

/** An item as a feed has it, nothing checked yet. */
export interface LooseItem {
  /** The address first, then what may be one. */
  readonly links: readonly unknown[];
  /** What addresses are relative to, from the outside in. */
  readonly base?: readonly unknown[];
  readonly title?: unknown;
  readonly author?: unknown;
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly source?: { readonly title?: unknown; readonly address?: unknown } | undefined;
}

type Field = "link" | "guid" | "title" | "author" | "published" | "updated" | "source";

/** Elements by their names without prefix. */
const FIELDS: Readonly<Record<string, Field>> = {
  link: "link",
  guid: "guid",
  id: "guid",
  title: "title",
  author: "author",
  creator: "author",
  pubdate: "published",
  published: "published",
  issued: "published",
  date: "published",
  updated: "updated",
  modified: "updated",
  source: "source",
};
const ITEMS = new Set(["item", "entry"]);
/** Longer words are cut. */
const LONGEST = 2_000;

interface Found {
  readonly words: Partial<Record<Field, string>>;
  href: string | null;
  source: string | null;
}

/**
 * Makes out what can be made out of a damaged feed of XML: items by their elements, wherever the file breaks off or goes wrong.
 * Reads CDF as well, whose items have their address in an attribute.
 */
export function looseFeed(text: string): {
  readonly title: string | null;
  readonly items: readonly LooseItem[];
  /** Whether the file comes to its end as XML should. */
  readonly closed: boolean;
} {
  const feed: Found = { words: {}, href: null, source: null };
  const items: Found[] = [];
  let item: Found | null = null;
  let field: Field | null = null;
  let root: string | null = null;
  let closed = false;
  const parser = new Parser(
    {
      onopentag(named, attributes) {
        const name = named.replace(/^.*:/, "").toLowerCase();
        root ??= named;
        const href = Object.entries(attributes).find(([key]) => key.toLowerCase() === "href")?.[1] ?? null;
        if (ITEMS.has(name)) items.push((item = { words: {}, href, source: null }));
        else {
          const known = FIELDS[name] ?? null;
          const into = item ?? feed;
          // What stands in a field belongs to it.
          field ??= known !== null && into.words[known] === undefined ? known : null;
          const { rel } = attributes;
          if (known === "link" && href !== null && (rel === undefined || rel === "alternate")) into.href ??= href;
          if (known === "source") into.source ??= attributes["url"] ?? null;
        }
      },
      ontext(words) {
        const into = item ?? feed;
        if (field !== null) into.words[field] = ((into.words[field] ?? "") + words).slice(0, LONGEST);
      },
      onclosetag(named, implied) {
        if (named === root && !implied) closed = true;
        const name = named.replace(/^.*:/, "").toLowerCase();
        if (ITEMS.has(name)) item = null;
        if (ITEMS.has(name) || FIELDS[name] === field) field = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return {
    closed,
    title: feed.words.title?.trim() || null,
    items: items.map(({ words, href, source }) => ({
      links: [words.link?.trim() || href, words.guid],
      title: words.title,
      author: words.author,
      published: words.published,
      updated: words.updated,
      source: words.source === undefined && source === null ? undefined : { title: words.source, address: source },
    })),
  };
}
