import type { Block, Document, Repair } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Hop, Resolved, Statement } from "../model/statement.ts";
import { markedBlocks, numberOf } from "./marks.ts";
import { quotedWords } from "./quotedWords.ts";
import { wholeWords } from "./repairs.ts";
import { columnsOf, inColour, plain, shown, shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint, Piece, Style } from "./terminal.ts";

export interface PageOptions {
  /** What the file is called in the heading. */
  readonly name: string;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly colour: boolean;
}

// Longer lines tire the eye; narrower than this the margin would leave no room for words.
const WIDEST = 100;
const NARROWEST = 40;
const MARGIN = 12;
const DEEPEST_INDENT = 5;
const MOST_WORDS = 1200;
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
    edtf === null ? "publication date not known" : `published ${shown(edtf)} (${basis})`,
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

function statementList({ document, statements }: Resolved, width: number, paint: Paint): string[] {
  if (statements.length === 0) return title("No statements found.", "", width, paint);
  const lines = title(
    count(statements.length, "statement"),
    ", all candidates: found by the machine, confirmed by nobody",
    width,
    paint,
  );
  for (const { statement, depth } of nested(statements))
    lines.push("", ...statementLines(statement, depth, document, width, paint));
  return lines;
}

/** Statements in order, each followed by those inside it. A circle of `inside` comes out unnested. */
function nested(statements: readonly Statement[]): { statement: Statement; depth: number }[] {
  const known = new Set(statements.map((s) => s.id));
  const inside = Map.groupBy(statements, (s) => (s.inside !== null && known.has(s.inside) ? s.inside : null));
  const listed: { statement: Statement; depth: number }[] = [];
  const seen = new Set<Statement>();
  const list = (roots: readonly Statement[]): void => {
    const waiting = roots.map((statement) => ({ statement, depth: 0 })).reverse();
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      if (seen.has(entry.statement)) continue;
      seen.add(entry.statement);
      listed.push(entry);
      const depth = entry.depth + 1;
      const below = inside.get(entry.statement.id) ?? [];
      for (const statement of below.toReversed()) waiting.push({ statement, depth });
    }
  };
  list(inside.get(null) ?? []);
  list(statements);
  return listed;
}

function statementLines(s: Statement, depth: number, document: Document, width: number, paint: Paint): string[] {
  const number = numberOf(s).padStart(3);
  const indent = " ".repeat(4 * Math.min(depth, DEEPEST_INDENT));
  const margin = `${indent}     `;
  const room = Math.max(NARROWEST / 2, width - margin.length);
  const body = [
    ...wrap(speakerPieces(s.chain.at(-1) as Hop), room, paint),
    ...(s.chain.length > 1 ? text(s.chain.map((hop) => hop.name).join(" ← "), room, paint) : []),
    ...wrap(
      [{ text: wordsOf(s, document.text), styles: [s.inside === null ? "content" : "nested"] }],
      room - 2,
      paint,
    ).map((line) => `${paint("│", "dim")} ${line}`),
    ...factLines(nature(s), room, paint),
    ...factLines(receipt(s, document.sha256), room, paint, "dim"),
  ];
  return body.map((line, i) => (i === 0 ? `${indent}${paint(number, "bold")}  ` : margin) + line);
}

function speakerPieces({ name, kind }: Hop): Piece[] {
  if (kind === "none") return [{ text: "nobody named", styles: ["bold"] }];
  return [
    { text: shownOnOneLine(name), styles: ["source"] },
    { text: `, ${kind === "unnamed" ? "unnamed source" : kind}`, styles: ["dim"] },
  ];
}

function wordsOf({ content }: Statement, article: string): string {
  const words = content.map(({ from, to }) => shownOnOneLine(article.slice(from, to))).join(" […] ");
  if (words.length <= MOST_WORDS) return words;
  return `${words.slice(0, MOST_WORDS)}… (${count(words.length - MOST_WORDS, "more character")})`;
}

function nature(s: Statement): string[] {
  const goesOn = s.cue === null && s.source === null ? ", going on from the speaker before" : "";
  const parts = [`candidate, confidence ${s.confidence.toFixed(2)}`, s.manner + goesOn];
  if (s.act) parts.push(s.strength && s.strength !== "neutral" ? `${s.act} (${s.strength} verb)` : s.act);
  if (s.negated) parts.push("the speaking is denied");
  if (s.voice) parts.push(`wording: ${s.voice.of} (${s.voice.why})`);
  if (s.restsOn !== null && s.restsOn !== s.chain.at(-1)?.name) parts.push(`rests on ${s.restsOn}`);
  if (s.inside !== null) parts.push(`inside ${s.inside.replace(/^s(?=\d)/, "")}`);
  return parts;
}

function receipt(s: Statement, sha256: string): string[] {
  return [s.content.map(range).join(", "), `sha256 ${short(sha256)}`, s.by];
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

function title(bold: string, rest: string, width: number, paint: Paint): string[] {
  const pieces: Piece[] = [
    { text: bold, styles: ["bold"] },
    { text: rest, styles: ["dim"] },
  ];
  return wrap(pieces, width, paint);
}

function text(words: string, width: number, paint: Paint, ...styles: readonly Style[]): string[] {
  return wrap([{ text: shownOnOneLine(words), styles }], width, paint);
}

/** Facts on as few lines as take them, broken between facts where that can be. */
function factLines(facts: readonly string[], width: number, paint: Paint, ...styles: readonly Style[]): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const last = lines.at(-1);
    const joined = `${last} · ${fact}`;
    if (last !== undefined && columnsOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines.flatMap((line) => text(line, width, paint, ...styles));
}

function range({ from, to }: Span): string {
  return `${from}–${to}`;
}

function short(sha256: string): string {
  return sha256.slice(0, 8);
}

function count(n: number, thing: string): string {
  return `${n.toLocaleString("en")} ${thing}${n === 1 ? "" : "s"}`;
}
