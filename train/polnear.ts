import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../src/model/span.ts";

/** One attribution as PolNeAR's annotators marked it, in UTF-16 offsets into the article's text. */
export interface Attribution {
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

export interface MarkedArticle {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** The articles of one part ("train" or "dev") in the order of their names, each with its first annotator's marks. */
export function readPolnear(folder: string, part: string): MarkedArticle[] {
  const base = join(folder, "polnear", "data", part);
  const files = new Map<string, string>();
  for (const file of readdirSync(join(base, "attributions")).sort()) {
    const stem = file.replace(/_[0-9a-f]{4}\.ann$/, "");
    if (file.endsWith(".ann") && !files.has(stem)) files.set(stem, join(base, "attributions", file));
  }
  return [...files].map(([name, file]) => {
    const path = join(base, "text", `${name}.txt`);
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    return { name, path, bytes, text, attributions: readBrat(readFileSync(file, "utf8"), codePointOffsets(text)) };
  });
}

/** brat counts code points; entry k is the UTF-16 offset of code point k. */
function codePointOffsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const c of text) {
    offsets.push(at);
    at += c.length;
  }
  offsets.push(at);
  return offsets;
}

function readBrat(ann: string, offsets: readonly number[]): Attribution[] {
  const spans = new Map<string, Span[]>();
  const found: Attribution[] = [];
  for (const line of ann.split("\n")) {
    const [id = "", middle] = line.split("\t");
    if (!middle) continue;
    if (id.startsWith("T")) {
      const pieces = middle.slice(middle.indexOf(" ") + 1).split(";");
      spans.set(
        id,
        pieces.map((piece) => {
          const [from = 0, to = 0] = piece.split(" ").map((n) => offsets[Number(n)] ?? 0);
          return { from, to };
        }),
      );
    } else if (id.startsWith("E")) {
      const attribution: Attribution = { source: [], cue: [], content: [] };
      for (const part of middle.trim().split(" ").slice(1)) {
        const [role = "", ref = ""] = part.split(":");
        const name = role.replace(/\d+$/, "").toLowerCase();
        if (name === "source" || name === "cue" || name === "content")
          attribution[name].push(...(spans.get(ref) ?? []));
      }
      found.push(attribution);
    }
  }
  return found;
}
