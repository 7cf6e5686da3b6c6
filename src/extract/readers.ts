import { FastReader } from "./fast/fastReader.ts";
import { FullReader } from "./full/fullReader.ts";
import { NoRuntimeError } from "./full/runtime.ts";
import type { StatementReader } from "./proposal.ts";

/** How thoroughly to read. "fast" is small and quick and runs everywhere; "full" reads better and needs onnxruntime. */
export type ReaderName = "fast" | "full";

/** Who reads where nobody says otherwise. */
export const DEFAULT_READER: ReaderName = "full";

let fast: FastReader | null = null;
let full: FullReader | null = null;
let problem: string | null = null;

/** The reader of that name, loaded when first asked for. Where the full one can't be loaded it is the fast one. */
export function statementReader(name: ReaderName): StatementReader {
  fast ??= new FastReader();
  if (name === "fast" || problem !== null) return fast;
  try {
    full ??= new FullReader(fast);
    return full;
  } catch (error) {
    if (!(error instanceof NoRuntimeError)) throw error;
    problem = error.message;
    return fast;
  }
}

/** Why the fast reader reads in place of the full one, in words for the user; null while nothing stands in the way. */
export function whyNotFull(): string | null {
  return problem;
}
