import type { Block, BlockKind, Document, Repair } from "../../src/model/document.ts";

/** A document of nothing but these blocks, `between` them an empty line or what is given, and `after` the last. */
export function documentOf(
  parts: readonly (readonly [BlockKind, string])[],
  repairs: readonly Repair[] = [],
  { between, after } = { between: "\n\n", after: "" },
): Document {
  const blocks: Block[] = [];
  let text = "";
  for (const [kind, words] of parts) {
    if (blocks.length > 0) text += between;
    blocks.push({ kind, span: { from: text.length, to: text.length + words.length } });
    text += words;
  }
  text += after;
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
