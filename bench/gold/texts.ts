import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sha256Of } from "../../src/text/sha256.ts";
import { gumText } from "../gumText.ts";
import { timeMlText } from "../timeBank.ts";

/** Where a marked text comes from, below HEARSAY_DATA. `#` and a number behind the path name a line of a JSON Lines file. */
export interface TextSource {
  readonly path: string;
  /** SHA-256 of the text in UTF-8, or its beginning. */
  readonly sha256: string;
}

const stories = new Map<string, { readonly title?: string; readonly story: string }[]>();

/**
 * The text that was marked: PolNeAR's files as they are; of BASIL the paragraphs, joined by an empty line, their sentences by a
 * space; of KCNA title and story, its paragraphs (joined by commas in the data) by an empty line; of TimeML what stands in TEXT; of
 * GUM the words, a line a paragraph. Throws where the text is not the one that was marked.
 */
export function goldText(data: string, { path, sha256 }: TextSource): string {
  const text = textAt(data, path);
  const found = sha256Of(text);
  if (!found.startsWith(sha256))
    throw new Error(`${path}: its text has the hash ${found.slice(0, 8)}, marked was ${sha256.slice(0, 8)}`);
  return text;
}

function textAt(data: string, path: string): string {
  if (path.includes("#")) return story(data, path);
  if (path.endsWith(".json")) return basil(data, path);
  if (path.endsWith(".tml")) return timeMlText(plain(data, path));
  if (path.endsWith(".conllu")) return gumText(path, plain(data, path)).text;
  return plain(data, path);
}

function plain(data: string, path: string): string {
  return readFileSync(join(data, path), "utf8");
}

function basil(data: string, path: string): string {
  const article = JSON.parse(plain(data, path)) as { body?: string[][]; "body-paragraphs"?: string[][] };
  return (article.body ?? article["body-paragraphs"] ?? [])
    .map((paragraph) => (Array.isArray(paragraph) ? paragraph.join(" ") : paragraph))
    .join("\n\n");
}

function story(data: string, path: string): string {
  const [file = "", line = ""] = path.split("#");
  let all = stories.get(file);
  if (!all) {
    all = gunzipSync(readFileSync(join(data, file)))
      .toString("utf8")
      .split("\n")
      .filter((row) => row !== "")
      .map((row) => JSON.parse(row) as { title?: string; story: string });
    stories.set(file, all);
  }
  const entry = all[Number(line)];
  if (!entry) throw new Error(`${path}: there is no such story`);
  const paragraphs = entry.story
    .split(/(?:,\s+)?,\s\s+|, , /)
    .map((paragraph) => paragraph.trim().replace(/^[ ,]+|[ ,]+$/g, ""))
    .filter((paragraph) => paragraph !== "");
  return `${entry.title ?? ""}\n\n${paragraphs.join("\n\n")}\n`;
}
