import { MAX_JSON_LD_NODES, MAX_JSON_LD_UNITS } from "../limits.ts";
import type { PageFacts } from "../reader.ts";
import type { ParsedPage } from "./page.ts";

const OUTLET_NAMES = ["og:site_name", "application-name"];
const TITLE_NAMES = ["og:title", "twitter:title", "dc.title", "parsely-title"];
const PUBLISHED_NAMES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date.published",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "date",
];
const UPDATED_NAMES = [
  "article:modified_time",
  "og:article:modified_time",
  "og:updated_time",
  "datemodified",
  "dc.date.modified",
  "dcterms.modified",
  "lastmod",
  "last-modified",
];
const ARTICLE_TYPES = /^(?:News|Reportage|Analysis|Opinion|Background|Review|Blog)?(?:Article|NewsArticle|Posting)$/;
const LONGEST = 300;

/** What the page's metadata say: meta elements first, then JSON-LD, then the first time element of the body. */
export function factsOf(page: ParsedPage, source: string): PageFacts {
  const meta = metaValues(page);
  const linked = linkedFacts(page);
  const pick = (names: readonly string[]): string | null => {
    for (const name of names) {
      const value = meta.get(name);
      if (value) return value;
    }
    return null;
  };
  return {
    title: pick(TITLE_NAMES) ?? linked.title ?? titleText(page, source),
    outlet: pick(OUTLET_NAMES.slice(0, 1)) ?? linked.outlet ?? pick(OUTLET_NAMES.slice(1)),
    published: pick(PUBLISHED_NAMES) ?? linked.published ?? firstTime(page),
    updated: pick(UPDATED_NAMES) ?? linked.updated,
  };
}

function metaValues(page: ParsedPage): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, attributes } of page.elements) {
    if (name !== "meta") continue;
    const content = tidy(attributes["content"]);
    if (!content) continue;
    // One element may carry several names, parted by spaces.
    const keys = `${attributes["property"] ?? ""} ${attributes["name"] ?? ""} ${attributes["itemprop"] ?? ""}`;
    for (const key of keys.slice(0, LONGEST).toLowerCase().split(/\s+/))
      if (key && !values.has(key)) values.set(key, content);
  }
  return values;
}

function tidy(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return value.slice(0, LONGEST).replace(/\s+/g, " ").trim() || null;
}

function titleText(page: ParsedPage, source: string): string | null {
  const index = page.elements.findIndex((element) => element.name === "title");
  if (index < 0) return null;
  let text = "";
  for (const event of page.events) {
    if (event.is === "text" && event.element === index)
      text += event.literal ? source.slice(event.from, event.to) : event.data;
    if (event.is === "close" && event.element === index) break;
  }
  return tidy(text);
}

/** The first time element with a machine-readable date that has a year. */
function firstTime(page: ParsedPage): string | null {
  for (const { name, attributes } of page.elements) {
    const value = name === "time" ? tidy(attributes["datetime"]) : null;
    if (value && /\d{4}/.test(value)) return value;
  }
  return null;
}

/** The first article among the page's JSON-LD blocks, however they are wrapped. */
function linkedFacts(page: ParsedPage): PageFacts {
  for (const raw of linkedBlocks(page)) {
    const article = findArticle(raw);
    if (!article) continue;
    return {
      title: tidy(article["headline"]) ?? tidy(article["name"]),
      outlet: nameOf(article["publisher"]),
      published: tidy(article["datePublished"]) ?? tidy(article["dateCreated"]),
      updated: tidy(article["dateModified"]),
    };
  }
  return { title: null, outlet: null, published: null, updated: null };
}

function linkedBlocks(page: ParsedPage): string[] {
  const blocks = new Map<number, string>();
  for (const event of page.events) {
    if (event.is !== "text") continue;
    const element = page.elements[event.element];
    if (element?.name !== "script" || !/^application\/ld\+json/i.test(element.attributes["type"] ?? "")) continue;
    const before = blocks.get(event.element) ?? "";
    if (before.length + event.data.length <= MAX_JSON_LD_UNITS) blocks.set(event.element, before + event.data);
  }
  return [...blocks.values()];
}

type Node = Readonly<Record<string, unknown>>;

function findArticle(raw: string): Node | null {
  let root: unknown;
  try {
    root = JSON.parse(raw.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""));
  } catch {
    return null;
  }
  const queue: unknown[] = [root];
  for (let at = 0; at < queue.length && at < MAX_JSON_LD_NODES; at++) {
    const node = queue[at];
    if (Array.isArray(node)) queue.push(...node.slice(0, MAX_JSON_LD_NODES));
    else if (node !== null && typeof node === "object") {
      const types = [(node as Node)["@type"]].flat();
      if (types.some((type) => typeof type === "string" && ARTICLE_TYPES.test(type))) return node as Node;
      queue.push((node as Node)["@graph"], (node as Node)["mainEntity"], (node as Node)["itemListElement"]);
    }
  }
  return null;
}

function nameOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (first !== null && typeof first === "object") return tidy((first as Node)["name"]);
  return tidy(first);
}
