import type { Block } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import { shownOnOneLine } from "./terminal.ts";
import type { Piece, Style } from "./terminal.ts";

/** What a stretch is to its statement; where several hold, the first of them shows. */
const ROLES = ["source", "cue", "nested", "content"] as const;
type Role = (typeof ROLES)[number];

// One array for each, so that wrapping sees which pieces are alike.
const STYLES: Record<Role | "none" | "number", readonly Style[]> = {
  source: ["source"],
  cue: ["cue"],
  nested: ["nested"],
  content: ["content"],
  number: ["dim"],
  none: [],
};

interface Mark {
  readonly span: Span;
  readonly role: Role;
  /** The numbers of the statements it belongs to, raised: `¹·³`. */
  readonly label: string;
}

interface Edge {
  readonly at: number;
  readonly opens: boolean;
  readonly mark: Mark;
}

const OPENING: Record<Role, string> = { source: "{", cue: "‹", content: "⟦", nested: "⟦" };
const CLOSING: Record<Role, string> = { source: "}", cue: "›", content: "⟧", nested: "⟧" };

/** The number a reader sees for a statement: `s12` is 12. */
export function numberOf(statement: Statement): string {
  return statement.id.replace(/^s(?=\d)/, "");
}

/**
 * The text of each block cut into pieces with who, how and what marked: by brackets, or by colour with a raised number
 * where a mark begins. One array for each block, in order. Blocks must be in reading order and not overlap.
 */
export function markedBlocks(
  text: string,
  blocks: readonly Block[],
  statements: readonly Statement[],
  by: "brackets" | "colour",
): Piece[][] {
  const edges = edgesOf(marksOf(statements));
  const open: Record<Role, number> = { source: 0, cue: 0, content: 0, nested: 0 };
  let next = 0;
  const styles = (): readonly Style[] => STYLES[ROLES.find((role) => open[role] > 0) ?? "none"];
  const pass = ({ opens, mark }: Edge, pieces: Piece[]): void => {
    if (by === "brackets") {
      const numbered = opens ? OPENING[mark.role] + mark.label : mark.label + CLOSING[mark.role];
      const bare = CLOSING[mark.role];
      const words = mark.role === "source" || mark.role === "cue";
      pieces.push({ text: !opens && words ? bare : numbered, styles: STYLES.none });
    } else if (opens) pieces.push({ text: mark.label, styles: STYLES.number });
    open[mark.role] += opens ? 1 : -1;
  };
  return blocks.map(({ span }, i) => {
    const pieces: Piece[] = [];
    const following = blocks[i + 1]?.span.from ?? text.length;
    let at = span.from;
    for (; next < edges.length; next++) {
      const edge = edges[next] as Edge;
      // A mark that ends in the white space after a block ends with the block.
      if (edge.opens ? edge.at >= span.to : edge.at > following) break;
      const until = Math.min(Math.max(edge.at, at), span.to);
      if (until > at) pieces.push({ text: shownOnOneLine(text.slice(at, until)), styles: styles() });
      at = until;
      pass(edge, pieces);
    }
    if (at < span.to) pieces.push({ text: shownOnOneLine(text.slice(at, span.to)), styles: styles() });
    return pieces;
  });
}

function marksOf(statements: readonly Statement[]): Mark[] {
  const found = new Map<string, { span: Span; role: Role; numbers: Set<string> }>();
  const add = (span: Span, role: Role, number: string): void => {
    if (span.from === span.to) return;
    const key = `${role} ${span.from} ${span.to}`;
    const known = found.get(key);
    if (known) known.numbers.add(number);
    else found.set(key, { span, role, numbers: new Set([number]) });
  };
  for (const statement of statements) {
    const number = numberOf(statement);
    if (statement.source) add(statement.source, "source", number);
    if (statement.cue) add(statement.cue, "cue", number);
    for (const piece of statement.content) add(piece, statement.inside ? "nested" : "content", number);
  }
  return Array.from(found.values(), ({ span, role, numbers }) => ({
    span,
    role,
    label: Array.from(numbers, raised).join("·"),
  }));
}

/** Every mark's two ends in the order they are met: at one place closing before opening, the outer mark outside. */
function edgesOf(marks: readonly Mark[]): Edge[] {
  const edges = marks.flatMap((mark): Edge[] => [
    { at: mark.span.from, opens: true, mark },
    { at: mark.span.to, opens: false, mark },
  ]);
  return edges.sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at;
    if (a.opens !== b.opens) return a.opens ? 1 : -1;
    return a.opens ? b.mark.span.to - a.mark.span.to : b.mark.span.from - a.mark.span.from;
  });
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function raised(number: string): string {
  return number.replace(/[0-9]/g, (digit) => RAISED[Number(digit)] as string);
}
