import { DetectError, MalformedError, ParseError, parseFeed as parse } from "feedsmith";
import { UserError } from "../../model/errors.ts";
import { feedDate } from "./feedDate.ts";
import { type LooseItem, looseFeed } from "./looseFeed.ts";
import { rootOf } from "./root.ts";

/** What a feed names, and what it says of it. All of it is the feed's word, none of it the report's. */
export interface FeedItem {
  /** Absolute, http or https, without the part behind #. */
  readonly address: string;
  readonly title: string | null;
  readonly author: string | null;
  /** EDTF; null where the feed does not say or its words can't be read. */
  readonly published: string | null;
  /** When the feed says that it last changed, as written there. */
  readonly updated: string | null;
  /** Where the feed itself has it from. */
  readonly source: { readonly title: string | null; readonly address: string | null } | null;
}

export interface Feed {
  readonly format: "RSS" | "Atom" | "RDF" | "JSON" | "CDF";
  readonly title: string | null;
  readonly items: readonly FeedItem[];
  /** Entries that name no address of the web. */
  readonly unnamed: number;
  /** Set where the file is damaged: the items are those that could still be made out. */
  readonly damaged: boolean;
}

/** More items than any feed has that means well. */
const MOST_ITEMS = 5_000;
/** Longer titles and names are cut. */
const LONGEST = 500;

/**
 * Reads a feed: RSS, Atom, RDF, JSON Feed and CDF. `base` is where it was fetched, to complete addresses by. Null for what is no
 * feed. Throws UserError for what is meant to be one and can't be read.
 */
export function readFeed(text: string, base: string): Feed | null {
  const root = rootOf(text);
  if (root === null) return null;
  if (root === "channel") return damagedFeed(text, base, "CDF");
  try {
    return smithed(parse(text), base);
  } catch (error) {
    // It was recognised, and there is nothing in it.
    if (error instanceof ParseError)
      return { format: FORMATS[root], title: null, items: [], unnamed: 0, damaged: false };
    if (error instanceof MalformedError) return damagedFeed(text, base, FORMATS[root]);
    if (!(error instanceof DetectError)) throw error;
    if (root === "json") return null;
    throw new UserError(`${base}: begins as a feed of ${FORMATS[root]} but holds none`);
  }
}

const FORMATS = { rss: "RSS", feed: "Atom", rdf: "RDF", json: "JSON", channel: "CDF" } as const;

function damagedFeed(text: string, base: string, format: Feed["format"]): Feed {
  const { title, items, closed } = looseFeed(text);
  if (items.length === 0 && title === null && !closed)
    throw new UserError(`${base}: is a damaged feed, and nothing can be made out in it`);
  return feedOf(format, title, items, base, format !== "CDF" || !closed);
}

type Parsed = ReturnType<typeof parse>;

function smithed(parsed: Parsed, base: string): Feed {
  switch (parsed.format) {
    case "rss":
      return feedOf(
        "RSS",
        parsed.feed.title,
        (parsed.feed.items ?? []).map((item) => ({
          links: [
            item.link,
            item.guid?.isPermaLink === false ? null : item.guid?.value,
            item.atom?.links?.find(isAlternate)?.href,
          ],
          title: item.title,
          author: item.authors?.[0]?.name ?? item.dc?.creators?.[0] ?? item.authors?.[0]?.email,
          published: item.pubDate ?? item.dc?.dates?.[0],
          updated: item.atom?.updated,
          source: item.source && { title: item.source.title, address: item.source.url },
        })),
        base,
      );
    case "atom": {
      const { feed } = parsed;
      const home = feed.xml?.base;
      return feedOf(
        "Atom",
        feed.title?.value,
        (feed.entries ?? []).map((entry) => ({
          base: [home, entry.xml?.base],
          links: [entry.links?.find(isAlternate)?.href, entry.id],
          title: entry.title?.value,
          author: entry.authors?.[0]?.name ?? entry.source?.authors?.[0]?.name ?? feed.authors?.[0]?.name,
          published: entry.published,
          updated: entry.updated,
          source: entry.source && {
            title: entry.source.title?.value,
            address: entry.source.links?.find(isAlternate)?.href ?? entry.source.id,
          },
        })),
        base,
      );
    }
    case "rdf":
      return feedOf(
        "RDF",
        parsed.feed.title,
        (parsed.feed.items ?? []).map((item) => ({
          links: [item.link, item.rdf?.about],
          title: item.title,
          author: item.dc?.creators?.[0],
          published: item.dc?.dates?.[0],
        })),
        base,
      );
    case "json":
      return feedOf(
        "JSON",
        parsed.feed.title,
        (parsed.feed.items ?? []).map((item) => ({
          links: [item.url, item.id],
          title: item.title,
          author: item.authors?.[0]?.name ?? parsed.feed.authors?.[0]?.name,
          published: item.date_published,
          updated: item.date_modified,
        })),
        base,
      );
  }
}

function isAlternate({ rel, href }: { readonly rel?: string; readonly href?: string }): boolean {
  return href !== undefined && (rel === undefined || rel === "alternate");
}

function feedOf(
  format: Feed["format"],
  title: unknown,
  raw: readonly LooseItem[],
  base: string,
  damaged = false,
): Feed {
  const items = new Map<string, FeedItem>();
  let unnamed = 0;
  for (const one of raw.slice(0, MOST_ITEMS)) {
    const home = [base, ...(one.base ?? [])].reduce<string>((at, next) => addressIn(next, at) ?? at, base);
    const address = addressOf(one.links, home);
    if (address === null) unnamed++;
    // The first of several is the newest.
    else if (!items.has(address))
      items.set(address, {
        address,
        title: words(one.title),
        author: words(one.author),
        published: feedDate(words(one.published)),
        updated: words(one.updated),
        source: sourceOf(one.source, home),
      });
  }
  return { format, title: words(title), items: [...items.values()], unnamed, damaged };
}

function sourceOf(source: LooseItem["source"], base: string): FeedItem["source"] {
  const title = words(source?.title);
  const address = addressIn(source?.address, base);
  return title === null && address === null ? null : { title, address };
}

/** The first link may be relative; what else may be an address must be a whole one. */
function addressOf([first, ...others]: readonly unknown[], base: string): string | null {
  const link = addressIn(first, base);
  if (link !== null) return link;
  const whole = others.find((other) => typeof other === "string" && /^https?:\/\//i.test(other.trim()));
  return addressIn(whole, base);
}

function addressIn(link: unknown, base: string): string | null {
  if (typeof link !== "string" || link.trim() === "") return null;
  const url = URL.parse(link.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = "";
  return url.href;
}

function words(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const kept = value
    .slice(0, LONGEST * 4)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
  return kept === "" ? null : kept;
}
