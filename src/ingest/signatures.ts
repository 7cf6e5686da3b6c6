import { tableRows } from "../text/tables.ts";

const ROWS = new Map(tableRows("core/agency-signatures.tsv").map(([place = "", names = ""]) => [place, names]));

/**
 * The names agencies sign with at one place (`data/core/agency-signatures.tsv`), as alternatives of a pattern. Throws for
 * a place the table does not have.
 */
export function signedAs(place: string): string {
  const names = ROWS.get(place);
  if (names === undefined) throw new Error(`data/core/agency-signatures.tsv has no row "${place}"`);
  return names
    .split("|")
    .map((name) => name.replace(/[.*+?^${}()[\]\\]/g, "\\$&"))
    .join("|");
}
