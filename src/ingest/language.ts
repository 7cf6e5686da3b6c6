import type { Block } from "../model/document.ts";
import { type Detector, loadDetector } from "./languageDetector.ts";
import { LANGUAGE_MIN_LETTERS, LANGUAGE_SAMPLE_UNITS } from "./limits.ts";

const PROSE = new Set<Block["kind"]>(["paragraph", "headline", "standfirst", "list-item", "block-quote", "subheading"]);
const LETTERS = /\p{L}/gu;
const WORDS = /[\p{L}\p{M}]+/gu;

/** Words that are a quarter of English prose, an eighth where it is full of names, and hardly meet in other languages. */
const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "in",
  "that",
  "for",
  "is",
  "was",
  "on",
  "with",
  "it",
  "by",
  "from",
  "has",
  "have",
  "his",
  "said",
  "not",
  "be",
  "are",
  "at",
  "as",
]);
const ENGLISH_WORDS = 8;
const ENGLISH_SHARE = 0.12;

/** It takes a third of a second to load, so it is loaded when first needed: most input is English and told without it. */
let detector: Detector | null = null;

/** The language of a document's prose as ISO 639-1, or "und" where it cannot be told. */
export function languageOf(text: string, blocks: readonly Block[]): string {
  const sample = sampleOf(text, blocks);
  if ((sample.match(LETTERS)?.length ?? 0) < LANGUAGE_MIN_LETTERS) return "und";
  if (isPlainlyEnglish(sample)) return "en";
  detector ??= loadDetector();
  const detected = detector.detect(sample);
  return detected.isReliable() ? detected.language : "und";
}

function sampleOf(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let room = LANGUAGE_SAMPLE_UNITS;
  for (const { kind, span } of blocks) {
    if (room <= 0) break;
    if (!PROSE.has(kind)) continue;
    const part = text.slice(span.from, Math.min(span.to, span.from + room));
    parts.push(part);
    room -= part.length;
  }
  return parts.join("\n");
}

function isPlainlyEnglish(sample: string): boolean {
  const words: readonly string[] = sample.toLowerCase().match(WORDS) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return words.length >= ENGLISH_WORDS && words.includes("the") && english >= words.length * ENGLISH_SHARE;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** A language as people call it: "Korean" for "ko". */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}
