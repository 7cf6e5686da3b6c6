import { readFileSync } from "node:fs";

/**
 * The rows of a table in `data/`, cell by cell: cells are parted by tabs, empty lines and lines that begin with `#` left
 * out. `file` is the path below `data/`. Throws where the file is missing.
 */
export function tableRows(file: string): string[][] {
  return readFileSync(new URL(`../../data/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
