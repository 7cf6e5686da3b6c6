import type { Document } from "../model/document.ts";
import type { Hop, Resolved, Statement } from "../model/statement.ts";
import { dateWords, whenWords } from "./dateWords.ts";
import { numberOf } from "./marks.ts";
import { NARROWEST, count, factLines, range, short, text, title } from "./pageLines.ts";
import { shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint, Piece } from "./terminal.ts";

const DEEPEST_INDENT = 5;
const MOST_WORDS = 1200;

/** Every statement with its chain, its act, its time, its condition and its receipt. */
export function statementList({ document, statements }: Resolved, width: number, paint: Paint): string[] {
  if (statements.length === 0) return title("No statements found.", "", width, paint);
  const lines = title(
    count(statements.length, "statement"),
    ", all candidates: found by the machine, confirmed by nobody",
    width,
    paint,
  );
  lines.push(...text(undated(statements), width, paint, "dim"));
  for (const { statement, depth } of nested(statements))
    lines.push("", ...statementLines(statement, depth, document, width, paint));
  return lines;
}

/** Said once for all of them, and not of each. */
function undated(statements: readonly Statement[]): string {
  const dated = statements.filter(({ uttered }) => uttered.edtf !== null).length;
  if (dated === statements.length) return "";
  if (dated === 0) return "When it was said is not known of any.";
  return `When it was said is known of ${dated}; where no day stands below, it is not known.`;
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
    ...wrap(speakerPieces(s), room, paint),
    ...(s.chain.length > 1 ? text(s.chain.map(hopWords).join(" ← "), room, paint) : []),
    ...wrap(
      [{ text: wordsOf(s, document.text), styles: [s.inside === null ? "content" : "nested"] }],
      room - 2,
      paint,
    ).map((line) => `${paint("│", "dim")} ${line}`),
    ...conditionLines(s, document.text, room, paint),
    ...factLines([...spoken(s), ...nature(s)], room, paint),
    ...factLines(receipt(s, document.sha256), room, paint, "dim"),
  ];
  return body.map((line, i) => (i === 0 ? `${indent}${paint(number, "bold")}  ` : margin) + line);
}

/** A hop of the chain, with the day it passed the words on where the report tells. */
function hopWords({ name: words, kind, when }: Hop): string {
  const name = kind === "none" ? "nobody named" : words;
  return when?.edtf ? `${name} (${dateWords(when.edtf)})` : name;
}

function speakerPieces(s: Statement): Piece[] {
  const { name, kind } = s.chain.at(-1) as Hop;
  const act: Piece[] = [
    { text: " · ", styles: ["dim"] },
    { text: s.negated ? `no ${s.act}: the speaking is denied` : s.act, styles: ["cue"] },
    { text: s.strength === "neutral" ? "" : ` (${s.strength} words)`, styles: ["dim"] },
  ];
  if (kind === "none") return [{ text: "nobody named", styles: ["bold"] }, ...act];
  return [
    { text: shownOnOneLine(name), styles: ["source"] },
    { text: `, ${kind === "unnamed" ? "unnamed source" : kind}`, styles: ["dim"] },
    ...act,
  ];
}

/** When it was said, how that is known, and where the words stand when no cue stands beside them. */
function spoken(s: Statement): string[] {
  return [
    ...(s.uttered.edtf === null ? [] : [`said ${whenWords(s.uttered)}`]),
    ...(s.frame ? [`the words of ${s.frame.kind === "interview" ? "an" : "a"} ${s.frame.kind.replace("-", " ")}`] : []),
  ];
}

function conditionLines({ condition }: Statement, article: string, room: number, paint: Paint): string[] {
  if (!condition) return [];
  const { trigger, mover } = condition;
  const words = shownOnOneLine(article.slice(trigger.from, trigger.to)).slice(0, MOST_WORDS);
  const whose = mover === null ? "" : `, the move is ${shownOnOneLine(mover)}’s`;
  return wrap([{ text: `only on a condition: “${words}”${whose}`, styles: ["bold"] }], room, paint);
}

function wordsOf({ content }: Statement, article: string): string {
  const words = content.map(({ from, to }) => shownOnOneLine(article.slice(from, to))).join(" […] ");
  if (words.length <= MOST_WORDS) return words;
  return `${words.slice(0, MOST_WORDS)}… (${count(words.length - MOST_WORDS, "more character")})`;
}

function nature(s: Statement): string[] {
  const goesOn = s.cue === null && s.source === null ? ", going on from the speaker before" : "";
  const parts = [`candidate, confidence ${s.confidence.toFixed(2)}`, s.manner + goesOn];
  if (s.voice) parts.push(`wording: ${s.voice.of} (${s.voice.why})`);
  if (s.restsOn !== null && s.restsOn !== s.chain.at(-1)?.name) parts.push(`rests on ${s.restsOn}`);
  if (s.edits.length > 0) parts.push(`cut or altered by the outlet: ${s.edits.length}×`);
  if (s.inside !== null) parts.push(`inside ${s.inside.replace(/^s(?=\d)/, "")}`);
  return parts;
}

function receipt(s: Statement, sha256: string): string[] {
  return [s.content.map(range).join(", "), `sha256 ${short(sha256)}`, s.by];
}
