import type { Span } from "../src/model/span.ts";

/** A text of GUM and the sources of its attribution relations. */
export interface GumText {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly sources: readonly Span[];
}

/** The text of a CoNLL-U file, a line a paragraph, and the spans of the sources of its attributions. */
export function gumText(name: string, conllu: string): GumText {
  const words: Span[] = [];
  const marked: [number, number][] = [];
  let text = "";
  /** Words still to come of a form that was put down whole. */
  let pending = 0;
  for (const line of conllu.split("\n")) {
    if (line.startsWith("# newpar") && text !== "" && !text.endsWith("\n\n")) text = `${text.trimEnd()}\n\n`;
    const [id = "", form = "", , , , , , , , misc = ""] = line.split("\t");
    if (!/^\d+$/.test(id) && !/^\d+-\d+$/.test(id)) continue;
    // A form of several words (don't) stands in the text once; its words count as tokens.
    const several = /^(\d+)-(\d+)$/.exec(id);
    if (several) {
      for (let n = Number(several[1]); n <= Number(several[2]); n++)
        words.push({ from: text.length, to: text.length + form.length });
      pending = Number(several[2]) - Number(several[1]) + 1;
      text += form + (misc.includes("SpaceAfter=No") ? "" : " ");
      continue;
    }
    if (pending > 0) pending--;
    else {
      words.push({ from: text.length, to: text.length + form.length });
      text += form + (misc.includes("SpaceAfter=No") ? "" : " ");
    }
    for (const [relation] of misc.matchAll(/Discourse=attribution[^|]*/g))
      for (const [, tokens = ""] of relation.matchAll(/sem-atsrc-([\d,-]*\d)/g))
        for (const run of tokens.split(",")) {
          const [from = 0, to = from] = run.split("-").map(Number);
          marked.push([from, to]);
        }
  }
  const kind = name.split("_")[1] ?? "";
  const sources = marked.flatMap(([from, to]): Span[] => {
    const a = words[from - 1];
    const b = words[to - 1];
    return a && b ? [{ from: a.from, to: b.to }] : [];
  });
  return { name, kind, text, sources };
}
