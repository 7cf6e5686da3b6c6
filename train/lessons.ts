import { type Attributes, attributes } from "../src/extract/fast/attributes.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Reading } from "../src/model/reading.ts";
import { read } from "../src/read/read.ts";
import { readCases, readLines } from "./cases.ts";
import type { Level } from "./examples.ts";
import { levelsOf } from "./nested.ts";
import { readPolnear } from "./polnear.ts";

/** Our own lines are few beside PolNeAR's 30,000 sentences: each is shown this often. */
const OWN_WEIGHT = 3;
/** One text to learn from, read and marked. */
export interface Lesson {
  readonly name: string;
  readonly reading: Reading;
  readonly a: Attributes;
  readonly outermost: readonly Level[];
  readonly nested: readonly Level[];
  readonly weight: number;
}

function readingOf(bytes: Uint8Array, from: string): { reading: Reading; a: Attributes } {
  const document = ingest(capture(bytes, from));
  const { reading } = read({ ...document, language: "en" });
  return { reading, a: attributes(reading) };
}

/** The articles of one part of PolNeAR, of the training part where none is named. */
export function polnearLessons(data: string, part: "train" | "dev" = "train"): Lesson[] {
  return readPolnear(data, part).map((article) => {
    const { reading, a } = readingOf(article.bytes, article.path);
    if (reading.document.text !== article.text)
      throw new Error(`${article.path}: read differently from how it is marked`);
    const outermost = reading.sentences.map(({ first, last }): Level => ({
      first,
      last,
      depth: 0,
      marked: article.attributions,
    }));
    return { name: article.name, reading, a, outermost, nested: [], weight: 1 };
  });
}

/** Our own lines and the cases that may be looked at. */
export function ownLessons(): Lesson[] {
  return [...readCases("tune"), ...readLines()].map((marked) => {
    const { reading, a } = readingOf(Buffer.from(marked.text), marked.name);
    return { name: marked.name, reading, a, ...levelsOf(reading, a, marked), weight: OWN_WEIGHT };
  });
}
