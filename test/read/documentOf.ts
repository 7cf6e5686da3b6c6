import type { Block, BlockKind, Document, Repair } from "../../src/model/document.ts";

/** A document of nothing but these blocks, an empty line between them. */
export function documentOf(
  parts: readonly (readonly [BlockKind, string])[],
  repairs: readonly Repair[] = [],
): Document {
  const blocks: Block[] = [];
  let text = "";
  for (const [kind, words] of parts) {
    if (text !== "") text += "\n\n";
    blocks.push({ kind, span: { from: text.length, to: text.length + words.length } });
    text += words;
  }
  const none = new Uint32Array();
  return {
    sha256: "",
    bytes: 0,
    mediaType: "text/plain",
    encoding: "utf-8",
    text,
    source: { text: none, from: none, to: none, unit: new Uint8Array() },
    language: "en",
    title: null,
    outlet: null,
    published: { edtf: null, basis: "unknown", spans: [] },
    blocks,
    repairs,
    remarks: [],
  };
}

/** The paragraphs of a text, parted by empty lines. */
export function paragraphsOf(text: string): Document {
  return documentOf(text.split("\n\n").map((words) => ["paragraph", words] as const));
}
