import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SilenceKind } from "../../src/model/entries.ts";
import { sha256Of } from "../../src/text/sha256.ts";
import type { MarkedStatement } from "./marks.ts";
import type { TextSource } from "./texts.ts";

type Pair = readonly [number, number];

/** A statement the reader had found, and what one hand said of it. Strength, voice and day were not judged. */
export interface WideStatement extends MarkedStatement {
  /** It is one by docs/marking.md; else its other labels say nothing. */
  readonly statement: boolean;
  /** Several acts fit it about equally. */
  readonly doubtful: boolean;
}

export interface WideText extends TextSource {
  readonly statements: readonly WideStatement[];
  readonly silences: readonly { readonly span: Pair; readonly kind: SilenceKind }[];
}

/** The wide marks, a text a line, in the order of their paths. */
export function wideTexts(): WideText[] {
  return readFileSync(join(import.meta.dirname, "wide.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as WideText);
}

/** Whether a text is one of the blind third. */
export function isBlind(path: string): boolean {
  return Number.parseInt(sha256Of(path).slice(0, 8), 16) % 3 === 0;
}
