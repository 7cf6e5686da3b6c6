import { readFileSync } from "node:fs";
import type { Act } from "../../src/model/statement.ts";
import type { TextSource } from "./texts.ts";

type Pair = readonly [number, number];

/** A statement of which no more is marked than its act. */
export interface ActMark extends TextSource {
  readonly source: Pair | null;
  readonly cue: Pair | null;
  readonly content: readonly Pair[];
  readonly framed: boolean;
  readonly act: Act;
}

/** The marks of a JSON Lines file, bench/gold/acts.jsonl unless another is named. */
export function actMarks(file: URL = new URL("acts.jsonl", import.meta.url)): ActMark[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ActMark);
}
