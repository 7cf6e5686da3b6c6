import { parseOpml } from "feedsmith";
import { UserError } from "../../model/errors.ts";

/** Larger lists are refused. */
const MOST_UNITS = 16 * 1024 * 1024;
const DEEPEST = 100;

/**
 * The addresses in a list: one a line, with comments behind # at a line's start, or OPML as feed readers write it. In order, each
 * once. `name` is what the list is called. Throws UserError for a line that is no address.
 */
export function addressesIn(text: string, name: string): string[] {
  if (text.length > MOST_UNITS) throw new UserError(`${name}: is too long for a list of addresses`, 2);
  const named = /^\s*\ufeff?\s*(?:<\?xml|<opml)/i.test(text.slice(0, 200)) ? inOpml(text, name) : inLines(text);
  const addresses = named.map(([words, where]) => addressOf(words, `${name}${where}`));
  if (addresses.length === 0) throw new UserError(`${name}: has no address in it`, 2);
  return [...new Set(addresses)];
}

/** An address as it is watched: http or https, without the part behind #. Throws UserError for another. */
export function addressOf(words: string, where: string): string {
  const url = /^https?:\/\//i.test(words) ? URL.parse(words) : null;
  if (!url) throw new UserError(`${where}: “${words.slice(0, 200)}” is no address: write https://…`, 2);
  url.hash = "";
  return url.href;
}

type Named = readonly [words: string, where: string];

function inLines(text: string): Named[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .map((line, i): Named => [line.trim(), `, line ${i + 1}`])
    .filter(([line]) => line !== "" && !line.startsWith("#"));
}

interface Outline {
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

function inOpml(text: string, name: string): Named[] {
  const found: Named[] = [];
  const gather = (outlines: readonly Outline[], depth: number): void => {
    for (const { xmlUrl, outlines: inner } of outlines) {
      if (xmlUrl !== undefined) found.push([xmlUrl, ""]);
      if (inner && depth < DEEPEST) gather(inner, depth + 1);
    }
  };
  let outlines: readonly Outline[];
  try {
    outlines = (parseOpml(text).body?.outlines ?? []) as readonly Outline[];
  } catch {
    throw new UserError(`${name}: is no list of addresses, and no OPML that can be read`, 2);
  }
  gather(outlines, 0);
  return found;
}
