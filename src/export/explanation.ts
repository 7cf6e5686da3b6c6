import type { Hop, Resolved, Statement, Trace } from "../model/statement.ts";
import type { Span } from "../model/span.ts";
import { whenWords } from "./dateWords.ts";
import { numberOf } from "./marks.ts";
import type { PageOptions } from "./page.ts";
import { wholeWords } from "./repairs.ts";
import { inColour, plain, shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint } from "./terminal.ts";

const LABEL = 13;
const LONGEST_QUOTE = 160;

/**
 * A page on one offset of a document's text: what stands there, the statements on it, and what every rule and model
 * proposed, kept, changed or dropped there. Ends with a newline. Throws a RangeError when the offset is not in the text.
 */
export function toExplanation(resolved: Resolved, at: number, options: PageOptions): string {
  const { length } = resolved.document.text;
  if (!Number.isInteger(at) || at < 0 || at >= length)
    throw new RangeError(`No offset ${at} in a text of ${length} units`);
  const paint = options.colour ? inColour : plain;
  const width = Math.max(40, Math.min(100, options.columns));
  const sections = [
    [paint(`${shownOnOneLine(options.name)}, offset ${at}`, "bold")],
    standing(resolved, at).flatMap(([label, words]) => labelled(label, words, width, paint)),
    statementsAt(resolved, at, width, paint),
    entriesAt(resolved, at, width, paint),
    traceAt(resolved, at, width, paint),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function standing({ document, tokens, sentences, quotations }: Resolved, at: number): [string, string][] {
  const { text } = document;
  const found: [string, string][] = [["here", inContext(text, at)]];
  const show = (span: Span, note = ""): string => `${range(span)}${note}: ${quoted(text, span)}`;
  const token = tokens.find(holds(at));
  if (token) {
    const stands = text.slice(token.from, token.to);
    found.push(["token", show(token) + (token.reads === stands ? "" : `, read as “${shownOnOneLine(token.reads)}”`)]);
  }
  const sentence = sentences.find(holds(at));
  if (sentence) found.push(["sentence", show(sentence, `, ${sentence.last - sentence.first} tokens`)]);
  const block = document.blocks.find(({ span }) => holds(at)(span));
  if (block) found.push(["block", show(block.span, `, ${block.kind}`)]);
  for (const q of quotations.filter(({ span }) => holds(at)(span))) {
    const notes = [q.style, q.closed ? "closed" : "not closed"];
    if (q.depth > 0) notes.push(`depth ${q.depth}`);
    if (q.continues !== null) notes.push("goes on from the paragraph before");
    found.push(["quotation", show(q.span, `, ${notes.join(", ")}`)]);
  }
  for (const { span, reads, why } of wholeWords(text, document.repairs).filter((repair) => holds(at)(repair.span)))
    found.push([
      "repair",
      `${range(span)}, ${shownOnOneLine(why)}: ${quoted(text, span)} read as “${shownOnOneLine(reads)}”`,
    ]);
  for (const { span, level, reason } of document.remarks)
    if (span && holds(at)(span)) found.push(["remark", `${range(span)}, ${level}: ${shownOnOneLine(reason)}`]);
  return found;
}

function statementsAt({ document, statements }: Resolved, at: number, width: number, paint: Paint): string[] {
  const here = statements.flatMap((statement) =>
    rolesAt(statement, at).map(([role, span]) => ({ statement, role, span })),
  );
  if (here.length === 0) return [paint("No statement stands on this place.", "bold")];
  const lines = here.flatMap(({ statement, role, span }) => {
    const { name, kind } = statement.chain.at(-1) as Hop;
    const words = `${role} of what ${kind === "none" ? "nobody named" : shownOnOneLine(name)} says, ${range(span)} ${quoted(document.text, span)} (${shownOnOneLine(statement.by)})`;
    return [
      ...labelled(`statement ${numberOf(statement)}`, words, width, paint),
      ...reasons(statement).flatMap(([label, why]) => labelled(`  ${label}`, shownOnOneLine(why), width, paint)),
    ];
  });
  return [paint("Statements here", "bold"), ...lines];
}

/** How each value of a statement was come by. */
function reasons({ chain, act, actWhy, negated, voice, uttered, restsOn }: Statement): [string, string][] {
  const found: [string, string][] = [];
  if (chain.length > 1) found.push(["chain", chain.map((hop) => `${hop.name} (${hop.kind})`).join(" ← ")]);
  if (restsOn !== null) found.push(["rests on", restsOn]);
  if (actWhy !== "") found.push(["act", `${act}${negated ? ", denied or unreal" : ""}: ${actWhy}`]);
  if (voice) found.push(["voice", `${voice.of}: ${voice.why}`]);
  found.push(["said", whenWords(uttered)]);
  return found;
}

/** The silences, times and counts at a place, with their steps. */
function entriesAt(resolved: Resolved, at: number, width: number, paint: Paint): string[] {
  const { text } = resolved.document;
  const here = <T extends { readonly span: Span }>(entries: readonly T[]): T[] =>
    entries.filter(({ span }) => holds(at)(span));
  const lines: [string, string][] = [
    ...here(resolved.silences).map((s): [string, string] => ["silence", `${s.kind}, ${range(s.span)} (${s.by})`]),
    ...here(resolved.times).map((t): [string, string] => [
      "time",
      `${quoted(text, t.span)} ${t.timex.type} ${t.timex.value}: ${whenWords(t)}`,
    ]),
    ...here(resolved.occasions).map((o): [string, string] => [
      "occasion",
      `${shownOnOneLine(o.name)}: ${whenWords(o.when)}`,
    ]),
    ...here(resolved.counts).map((c): [string, string] => [
      "count",
      `${c.count} (${c.bound}) of ${shownOnOneLine(c.term)}`,
    ]),
    ...here(resolved.appearances).map((a): [string, string] => [a.kind, quoted(text, a.span)]),
  ];
  return lines.flatMap(([label, words]) => labelled(label, words, width, paint));
}

function rolesAt({ source, cue, content }: Statement, at: number): [string, Span][] {
  const roles: [string, Span][] = content.map((span) => ["content", span]);
  if (source) roles.unshift(["source", source]);
  if (cue) roles.unshift(["cue", cue]);
  return roles.filter(([, span]) => holds(at)(span));
}

function traceAt({ document, trace }: Resolved, at: number, width: number, paint: Paint): string[] {
  const here = trace.filter(({ span }) => holds(at)(span));
  if (here.length === 0) return [paint("No rule and no model proposed anything here.", "bold")];
  const words = ({ by, span, why }: Trace): string =>
    `${shownOnOneLine(by)}, ${range(span)} ${quoted(document.text, span)}: ${shownOnOneLine(why)}`;
  return [
    paint("What the rules and models did here, in order", "bold"),
    ...here.flatMap((entry) => labelled(entry.what, words(entry), width, paint)),
  ];
}

function holds(at: number): (span: Span) => boolean {
  return ({ from, to }) => from <= at && at < to;
}

function inContext(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  const before = text.slice(Math.max(0, at - 30), at);
  const after = text.slice(at + character.length, at + 30);
  return shownOnOneLine(`…${before}▸${character}◂${after}…`);
}

function quoted(text: string, { from, to }: Span): string {
  if (to - from <= LONGEST_QUOTE) return `“${shownOnOneLine(text.slice(from, to))}”`;
  const half = LONGEST_QUOTE / 2;
  return `“${shownOnOneLine(text.slice(from, from + half))} … ${shownOnOneLine(text.slice(to - half, to))}”`;
}

function range({ from, to }: Span): string {
  return `${from}–${to}`;
}

function labelled(label: string, words: string, width: number, paint: Paint): string[] {
  return wrap([{ text: words, styles: [] }], width - LABEL, paint).map(
    (line, i) => `${paint((i === 0 ? label : "").padEnd(LABEL), "dim")}${line}`,
  );
}
