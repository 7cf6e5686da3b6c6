import type { Block, Document, Repair } from "../model/document.ts";
import type { Resolved } from "../model/statement.ts";
import { markedBlocks } from "./marks.ts";
import { appearanceList, countList, occasionList, peopleList, silenceList, timeList } from "./pageEntries.ts";
import { NARROWEST, count, factLines, range, short, text, title } from "./pageLines.ts";
import { statementList } from "./pageStatements.ts";
import { quotedWords } from "./quotedWords.ts";
import { wholeWords } from "./repairs.ts";
import { inColour, plain, shown, shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint, Piece, Style } from "./terminal.ts";

export interface PageOptions {
  /** What the file is called in the heading. */
  readonly name: string;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly colour: boolean;
}

// Longer lines tire the eye.
const WIDEST = 100;
const MARGIN = 12;
const MOST_REPAIRS = 12;
const MOST_LABELS = 12;
const LONGEST_LABEL = 160;

/**
 * A reading as a page for a person: heading, the article with its attributions marked, each statement with its
 * receipt, repairs and remarks. Ends with a newline. Nothing in the article can steer the terminal.
 */
export function toPage(resolved: Resolved, options: PageOptions): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.columns));
  const paint = options.colour ? inColour : plain;
  const sections = [
    heading(resolved.document, options.name, width, paint),
    article(resolved, options.colour, width, paint),
    statementList(resolved, width, paint),
    silenceList(resolved, width, paint),
    occasionList(resolved, width, paint),
    timeList(resolved, width, paint),
    countList(resolved, width, paint),
    appearanceList(resolved, width, paint),
    peopleList(resolved, width, paint),
    labelList(resolved, width, paint),
    repairList(resolved.document, width, paint),
    remarkList(resolved, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function heading(document: Document, name: string, width: number, paint: Paint): string[] {
  const { edtf, basis } = document.published;
  const facts = [
    document.outlet ? shownOnOneLine(document.outlet.name) : "outlet not known",
    edtf === null ? "publication date not known (--published gives it)" : `published ${shown(edtf)} (${basis})`,
    `language ${shown(document.language)}`,
  ];
  const file = [
    shownOnOneLine(name),
    `${shown(document.mediaType)}, ${count(document.bytes, "byte")}`,
    `sha256 ${short(document.sha256)}`,
  ];
  return [
    ...text(document.title ?? "(no title)", width, paint, "bold"),
    ...factLines(facts, width, paint),
    ...factLines(file, width, paint, "dim"),
    paint("─".repeat(width), "dim"),
  ];
}

function article({ document, statements }: Resolved, colour: boolean, width: number, paint: Paint): string[] {
  const lines = statements.length > 0 ? [...legend(colour, width, paint), ""] : [];
  const marked = markedBlocks(document.text, document.blocks, statements, colour ? "colour" : "brackets");
  let left = 0;
  const endNoise = (): void => {
    if (left > 0)
      lines.push(paint(`${"noise".padEnd(MARGIN)}(${count(left, "character")} of the page around it)`, "dim"), "");
    left = 0;
  };
  document.blocks.forEach((block, i) => {
    if (block.kind === "noise") {
      left += block.span.to - block.span.from;
      return;
    }
    endNoise();
    const wrapped = wrap(blockPieces(block, marked[i] as Piece[]), width - MARGIN, paint);
    const label = block.kind === "paragraph" ? "" : block.kind;
    wrapped.forEach((line, n) => lines.push((paint((n === 0 ? label : "").padEnd(MARGIN), "dim") + line).trimEnd()));
    lines.push("");
  });
  endNoise();
  lines.pop();
  return lines;
}

function legend(colour: boolean, width: number, paint: Paint): string[] {
  const pieces: Piece[] = colour
    ? [
        { text: "who", styles: ["source"] },
        { text: "  how", styles: ["cue"] },
        { text: "  what", styles: ["content"] },
        { text: "  what, inside another", styles: ["nested"] },
        { text: "  ¹ number of the statement below", styles: ["dim"] },
      ]
    : [{ text: "{¹who}  ‹¹how›  ⟦¹what¹⟧  with the number of the statement below", styles: [] }];
  return wrap(pieces, width, paint);
}

function blockPieces({ kind }: Block, pieces: readonly Piece[]): readonly Piece[] {
  const own: Style | null =
    kind === "headline" || kind === "subheading"
      ? "bold"
      : kind === "caption" || kind === "source-line" || kind === "byline"
        ? "dim"
        : null;
  return own === null ? pieces : pieces.map((p) => (p.styles.length > 0 ? p : { text: p.text, styles: [own] }));
}

function repairList(document: Document, width: number, paint: Paint): string[] {
  const repairs = wholeWords(document.text, document.repairs);
  if (repairs.length === 0) return [];
  const listed = repairs.slice(0, MOST_REPAIRS).map((repair) => repairLine(document.text, repair, width, paint));
  const rest = repairs.length - listed.length;
  return [
    ...title(count(repairs.length, "repair"), ", for reading only: the text stays as it came", width, paint),
    ...listed.flat(),
    ...(rest > 0 ? [`  … and ${rest} more (--json lists them all)`] : []),
  ];
}

function repairLine(article: string, { span, reads, why }: Repair, width: number, paint: Paint): string[] {
  const words = article.slice(span.from, span.to);
  return text(`${range(span)} ${quoted(words)} read as ${quoted(reads)} (${why})`, width - 2, paint).map(
    (line) => `  ${line}`,
  );
}

function quoted(words: string): string {
  return `“${shownOnOneLine(words.slice(0, 80)).replaceAll("\u00a0", "\\u{a0}")}${words.length > 80 ? "…" : ""}”`;
}

/** Quotation marks around nobody's words: what the editor might look for among the statements and not find. */
function labelList(resolved: Resolved, width: number, paint: Paint): string[] {
  const labels = quotedWords(resolved).filter(({ statements }) => statements.length === 0);
  if (labels.length === 0) return [];
  const { text: words } = resolved.document;
  const lines = labels.slice(0, MOST_LABELS).map(({ quotation: { span } }) => {
    const quoted = words.slice(span.from, Math.min(span.to, span.from + LONGEST_LABEL));
    const rest = span.to - span.from > LONGEST_LABEL ? " …" : "";
    return text(`${span.from}–${span.to} ${shownOnOneLine(quoted)}${rest}`, width - 2, paint);
  });
  if (labels.length > MOST_LABELS) lines.push([`… and ${labels.length - MOST_LABELS} more (--json lists them all)`]);
  return [
    ...title(count(labels.length, "quotation"), " in no statement: a label, a title, or missed", width, paint),
    ...lines.flat().map((line) => `  ${line}`),
  ];
}

function remarkList({ remarks }: Resolved, width: number, paint: Paint): string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(({ span, level, reason }) =>
    text(
      `${level}: ${reason}${span ? ` (${range(span)})` : ""}`,
      width - 2,
      paint,
      ...(level === "warning" ? (["warning"] as const) : []),
    ),
  );
  return [...title(count(remarks.length, "remark"), "", width, paint), ...lines.flat().map((line) => `  ${line}`)];
}
