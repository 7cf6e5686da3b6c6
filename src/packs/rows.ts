import { UserError } from "../model/errors.ts";

/** One line of a table, cell by cell, with what is needed to complain about it. */
export interface Row {
  /** The cell of a column, without white space at its ends; "" where the line is shorter. */
  text(column: string): string;
  /** The same, where it must not be empty. */
  needed(column: string): string;
  /** The parts of a cell that are separated by `|`; empty ones and repetitions are left out. */
  list(column: string): string[];
  /** The error to throw: names the file, the line and the column. */
  wrong(column: string, why: string): UserError;
}

/**
 * The rows of a table of tab-separated cells with these columns. Lines that begin with `#` are comments, the first line has
 * to be one: it names the sources. `file` is named in the errors. Throws UserError.
 */
export function rowsOf(file: string, content: string, columns: readonly string[]): Row[] {
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (!lines[0]?.startsWith("#"))
    throw new UserError(`${file}, line 1: write a comment first that names the sources: "# Source: ..."`, 2);
  const rows: Row[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const cells = line.split("\t").map((cell) => cell.trim());
    const where = `${file}, line ${i + 1}`;
    if (cells.length > columns.length)
      throw new UserError(
        `${where}: ${cells.length} fields; a line has ${columns.length} at most, separated by tabs: ${columns.join(", ")}`,
        2,
      );
    rows.push(new Line(where, cells, columns));
  }
  return rows;
}

class Line implements Row {
  readonly #where: string;
  readonly #cells: readonly string[];
  readonly #columns: readonly string[];
  constructor(where: string, cells: readonly string[], columns: readonly string[]) {
    this.#where = where;
    this.#cells = cells;
    this.#columns = columns;
  }

  text(column: string): string {
    return this.#cells[this.#columns.indexOf(column)] ?? "";
  }

  needed(column: string): string {
    const cell = this.text(column);
    if (cell === "") throw this.wrong(column, "must not be empty");
    return cell;
  }

  list(column: string): string[] {
    const cell = this.text(column);
    if (cell === "") return [];
    const parts = cell.split("|").map((part) => part.trim());
    return [...new Set(parts)].filter((part) => part !== "");
  }

  wrong(column: string, why: string): UserError {
    return new UserError(`${this.#where}, ${column}: ${why}`, 2);
  }
}
