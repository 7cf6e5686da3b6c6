import type { Standing } from "../model/ledger.ts";
import type { When } from "../model/time.ts";
import { dateWords, reasonWords } from "./dateWords.ts";
import { NARROWEST, factLines, text } from "./pageLines.ts";
import { STANDING, actWords, saidWords, speakerWords } from "./recordWords.ts";
import { type Paint, type Piece, type Style, plain, shown, wrap } from "./terminal.ts";

/** A statement or silence of an archive, as lists show it. */
export interface ListedRecord {
  readonly id: string;
  readonly kind: "statement" | "silence";
  readonly standing: Standing;
  /** Whether a person corrected what the machine had. */
  readonly corrected: boolean;
  readonly speaker: string;
  readonly speakerKind: string;
  readonly act: string;
  readonly manner: string | null;
  /** Names of the hops, outlet first; empty for a silence. */
  readonly chain: readonly string[];
  readonly uttered: When | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly occasion: string | null;
  readonly snippet: { readonly text: string; readonly found: readonly (readonly [number, number])[] };
  readonly confidence: number;
}

const MARGIN = 4;
const FOUND: readonly Style[] = ["bold", "cue"];

/** A record on a few lines: its standing first, then who, what, when and where from; `withSteps`, how its day is known. */
export function recordLines(record: ListedRecord, width: number, paint: Paint, withSteps = false): string[] {
  const { standing, corrected, kind, speaker, speakerKind, act, uttered, chain, snippet } = record;
  const { mark, styles } = STANDING[standing];
  const room = Math.max(NARROWEST / 2, width - MARGIN);
  const reason = withSteps && uttered ? reasonWords(uttered) : "";
  const head: Piece[] = [
    { text: `${mark} ${standing}${corrected ? ", corrected" : ""}`, styles },
    { text: " · ", styles: ["dim"] },
    { text: shown(speakerWords(speaker, speakerKind)), styles: ["source"] },
    { text: ` · ${actWords(kind, act)}`, styles: ["cue"] },
    { text: kind === "silence" ? "" : ` · ${saidWords(uttered)}`, styles: [] },
  ];
  return [
    ...wrap(head, width, paint),
    ...[
      ...(chain.length > 1 ? text(chain.map((name) => name || "nobody named").join(" ← "), room, paint) : []),
      ...wrap(foundPieces(snippet, paint), room - 2, paint).map((line) => `${paint("│", "dim")} ${line}`),
      ...(reason === "" ? [] : text(`day: ${reason}`, room, paint)),
      ...factLines(facts(record), room, paint, "dim"),
    ].map((line) => " ".repeat(MARGIN) + line),
  ];
}

/** The words with those that were looked for marked: coloured where there is colour, between stars where there is none. */
function foundPieces({ text: words, found }: ListedRecord["snippet"], paint: Paint): Piece[] {
  const mark = paint === plain ? "*" : "";
  const pieces: Piece[] = [];
  let end = 0;
  for (const [from, to] of found) {
    pieces.push({ text: shown(words.slice(end, from)), styles: [] });
    pieces.push({ text: `${mark}${shown(words.slice(from, to))}${mark}`, styles: FOUND });
    end = to;
  }
  return [...pieces, { text: shown(words.slice(end)), styles: [] }];
}

function facts({ id, manner, published, outlet, title, occasion, confidence, standing }: ListedRecord): string[] {
  const where = [title === null ? null : `“${title}”`, outlet].filter((part) => part !== null).join(", ");
  return [
    id,
    ...(manner === null ? [] : [manner]),
    ...(occasion === null ? [] : [`at: ${occasion}`]),
    ...(where === "" ? [] : [where]),
    published === null ? "publication date not known" : `published ${dateWords(published)}`,
    ...(standing === "candidate" ? [`confidence ${confidence.toFixed(2)}`] : []),
  ];
}
