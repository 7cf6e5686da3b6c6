import { findFrames } from "../../../src/extract/frames/frames.ts";
import type { BlockKind } from "../../../src/model/document.ts";
import type { Frame } from "../../../src/model/frame.ts";
import { read } from "../../../src/read/read.ts";
import { documentOf } from "../../read/documentOf.ts";

/** A page, a block a line: `# ` a headline, `## ` a subheading, `- ` a list item, `> ` set in, `[c] ` a caption, `[n] ` what the page left. */
export function pageOf(lines: readonly string[]): { text: string; frames: Frame[] } {
  const kinds: readonly (readonly [string, BlockKind])[] = [
    ["# ", "headline"],
    ["## ", "subheading"],
    ["- ", "list-item"],
    ["[c] ", "caption"],
    ["[n] ", "noise"],
    ["[b] ", "byline"],
    ["> ", "block-quote"],
  ];
  const document = documentOf(
    lines.map((line) => {
      const kind = kinds.find(([mark]) => line.startsWith(mark));
      return kind ? [kind[1], line.slice(kind[0].length)] : ["paragraph", line];
    }),
  );
  return { text: document.text, frames: findFrames(read(document).reading) };
}

/** Each frame of a page as "kind | source | framed words", paragraphs parted by " / ". */
export function framesOf(lines: readonly string[]): string[] {
  const { text, frames } = pageOf(lines);
  return frames.map(
    ({ kind, source, stretch }) =>
      `${kind} | ${source ? text.slice(source.from, source.to) : "nobody"} | ${text.slice(stretch.from, stretch.to).replaceAll("\n\n", " / ")}`,
  );
}
