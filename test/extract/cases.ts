import type { Span } from "../../src/model/span.ts";
import { span } from "../../src/model/span.ts";

/** One statement as marked by hand. Spans are UTF-16, half-open, in the case's `text`. */
export interface MarkedStatement {
  /** The number it carries in the notation; 1 where none is written. */
  readonly n: number;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** In reading order; at least one. */
  readonly content: readonly Span[];
  /** The number of the statement whose content its own content stands in. */
  readonly inside: number | null;
  /** A quotation without a cue that keeps the speaker of the statement before it. */
  readonly continues: boolean;
}

/** A marked text. `statements` is empty exactly when nothing at all must be found in it. */
export interface Case {
  /** The comment above it, or its first words. */
  readonly name: string;
  /** What a reader sees: no marks of the notation, paragraphs parted by one empty line. */
  readonly text: string;
  readonly mustFindNothing: boolean;
  /** In the order of their numbers. */
  readonly statements: readonly MarkedStatement[];
}

/** Which part of a file a case stands in: rules are tuned on the one and measured on the other. */
export type Part = "tune" | "hold";

type Role = "s" | "c" | "q";

interface Bracket {
  readonly role: Role;
  readonly numbers: readonly number[];
  readonly continues: boolean;
  readonly from: number;
  to: number;
  /** The brackets it stands in, outermost first. */
  readonly within: readonly Bracket[];
}

const OPENING = /\[([scq])(\d+(?:,\d+)*)?(<)?(?: |(?=\]))/y;
const PARAGRAPH_BREAK = "\n\n";

/**
 * Reads one case in the notation of `docs/marking.md`.
 * In: its lines, comments included. Out: the text without marks and the statements marked in it.
 * Throws an Error that names the case and the place when the notation is broken.
 */
export function parseCase(lines: readonly string[]): Case {
  const comments = lines.filter((line) => line.startsWith("#"));
  const body = lines.filter((line) => !line.startsWith("#")).map((line) => line.trim());
  const joined = body.join(" ").trim();
  const mustFindNothing = joined.startsWith("!");
  const marked = mustFindNothing ? joined.slice(1).trim() : joined;
  const { text, brackets } = readBrackets(marked);
  const name = comments.map((line) => line.replace(/^#+\s*/, "")).join(" ") || firstWords(text);
  const statements = statementsOf(brackets, name);
  if (mustFindNothing && statements.length > 0) throw new Error(`${name}: marked "!" and yet holds a statement`);
  if (!mustFindNothing && statements.length === 0) throw new Error(`${name}: no statement and no "!"`);
  return { name, text, mustFindNothing, statements };
}

/**
 * Reads a file of cases: paragraphs parted by empty lines, under the headings `## tune` and `## hold`.
 * Throws an Error for a broken case, for an unknown heading and for a case above the first heading.
 */
export function parseCaseFile(content: string): readonly (Case & { readonly part: Part })[] {
  const cases: (Case & { part: Part })[] = [];
  let part: Part | null = null;
  for (const paragraph of content.split(/\n\s*\n/)) {
    const lines = paragraph.split("\n").filter((line) => line.trim() !== "");
    const heading = lines.find((line) => line.startsWith("## "));
    if (heading) {
      if (heading !== "## tune" && heading !== "## hold") throw new Error(`Unknown heading: ${heading}`);
      part = heading === "## tune" ? "tune" : "hold";
      continue;
    }
    if (lines.every((line) => line.startsWith("#"))) continue;
    if (!part) throw new Error(`A case stands above the first heading: ${lines.join(" ")}`);
    cases.push({ ...parseCase(lines), part });
  }
  return cases;
}

function firstWords(text: string): string {
  return text.split(/\s+/).slice(0, 8).join(" ");
}

function readBrackets(marked: string): { text: string; brackets: readonly Bracket[] } {
  const brackets: Bracket[] = [];
  const open: Bracket[] = [];
  let text = "";
  let at = 0;
  while (at < marked.length) {
    const here = marked[at] as string;
    if (here === "\\" && (marked[at + 1] === "[" || marked[at + 1] === "]")) {
      text += marked[at + 1] as string;
      at += 2;
    } else if (here === "[") {
      OPENING.lastIndex = at;
      const opening = OPENING.exec(marked);
      if (!opening) throw broken(marked, at, "a bracket that opens no source, cue or content");
      const bracket: Bracket = {
        role: opening[1] as Role,
        numbers: (opening[2] ?? "1").split(",").map(Number),
        continues: opening[3] !== undefined,
        from: text.length,
        to: text.length,
        within: [...open],
      };
      brackets.push(bracket);
      open.push(bracket);
      at = OPENING.lastIndex;
    } else if (here === "]") {
      const closed = open.pop();
      if (!closed) throw broken(marked, at, "a closing bracket without an opening one");
      closed.to = text.length;
      if (text.slice(closed.from, closed.to).trim() === "") throw broken(marked, at, "an empty bracket");
      at += 1;
    } else if (marked.startsWith(" ¶ ", at)) {
      text += PARAGRAPH_BREAK;
      at += 3;
    } else {
      text += here;
      at += 1;
    }
  }
  if (open.length > 0) throw broken(marked, marked.length, "a bracket that is never closed");
  return { text, brackets };
}

function broken(marked: string, at: number, what: string): Error {
  return new Error(`${what}, at ${at}: "${marked.slice(Math.max(0, at - 30), at + 30)}"`);
}

function statementsOf(brackets: readonly Bracket[], name: string): readonly MarkedStatement[] {
  const numbers = [...new Set(brackets.flatMap((bracket) => bracket.numbers))].sort((a, b) => a - b);
  return numbers.map((n) => {
    const own = brackets.filter((bracket) => bracket.numbers.includes(n));
    const content = own.filter((bracket) => bracket.role === "q");
    const [first] = content;
    if (!first) throw new Error(`${name}: statement ${n} has no content`);
    const source = onlyOne(own, "s", n, name);
    const cue = onlyOne(own, "c", n, name);
    const continues = own.some((bracket) => bracket.continues);
    if (continues && (source || cue))
      throw new Error(`${name}: statement ${n} continues and yet has a source or a cue`);
    if (continues && n === numbers[0]) throw new Error(`${name}: statement ${n} continues, but none stands before it`);
    if (!continues && !source && !cue) throw new Error(`${name}: statement ${n} has neither source nor cue`);
    return {
      n,
      source,
      cue,
      content: content.map(({ from, to }) => span(from, to)),
      inside: enclosing(first, n),
      continues,
    };
  });
}

function onlyOne(own: readonly Bracket[], role: Role, n: number, name: string): Span | null {
  const [found, second] = own.filter((bracket) => bracket.role === role);
  if (second) throw new Error(`${name}: statement ${n} has two brackets of role ${role}`);
  return found ? span(found.from, found.to) : null;
}

function enclosing(content: Bracket, n: number): number | null {
  const outer = content.within.findLast((bracket) => bracket.role === "q" && !bracket.numbers.includes(n));
  return outer?.numbers[0] ?? null;
}
