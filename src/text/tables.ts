import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DATA } from "../home.ts";

/**
 * The rows of a table in `data/`, cell by cell: cells are parted by tabs, empty lines and lines that begin with `#` left
 * out. `file` is the path below `data/`. Throws where the file is missing.
 */
export function tableRows(file: string): string[][] {
  return readFileSync(join(DATA, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
