import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** eld's detector, as far as it is used. */
export interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

type Scores = Record<string, number>;
interface Database {
  readonly type: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Scores>>;
}

/**
 * eld with its small database. That comes as a script of one large literal: compiled as it is, it takes each thread 130 MB,
 * read here and with scores that are alike kept once, 20 MB. Throws where the script is not as it was when this was written.
 */
export function loadDetector(): Detector {
  const entries = dirname(fileURLToPath(import.meta.resolve("eld/small")));
  const load = createRequire(import.meta.url);
  const { createEld } = load(join(entries, "../languageDetector.js")) as {
    createEld: () => { readonly instance: Detector; readonly loadData: (data: Database) => void };
  };
  const { instance, loadData } = createEld();
  loadData(databaseIn(readFileSync(join(entries, "../ngrams/small.js"), "utf8")));
  return instance;
}

const PARTS = /\{type:'(\w+)',languages:\{([^{}]*)\},isSubset:false,ngrams:\{(.*)\}\};?\s*$/s;
const LANGUAGE = /(\d+):'(\w+)'/g;
/** An n-gram, in quotes or not, with its scores by language. */
const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|([^'{},:]+)):\{([\d:,]*)\}/g;

function databaseIn(script: string): Database {
  const [, type = "", languages = "", list = ""] = PARTS.exec(script) ?? [];
  const ngrams: Record<string, Scores> = Object.create(null) as Record<string, Scores>;
  const kept = new Map<string, Scores>();
  let end = -1;
  for (const { 0: whole, 1: quoted, 2: bare, 3: written = "", index } of list.matchAll(NGRAM)) {
    if (index !== end + 1) break;
    end = index + whole.length;
    let scores = kept.get(written);
    if (!scores) kept.set(written, (scores = scoresIn(written)));
    ngrams[bare ?? (quoted as string).replace(/\\(.)/g, "$1")] = scores;
  }
  if (list === "" || end !== list.length)
    throw new Error("eld's database is not written as it was: see languageDetector.ts");
  return {
    type,
    languages: Object.fromEntries(Array.from(languages.matchAll(LANGUAGE), ([, n, code]) => [n, code])),
    ngrams,
  };
}

function scoresIn(written: string): Scores {
  return Object.fromEntries(
    written
      .split(",")
      .map((pair) => pair.split(":"))
      .map(([language, score]) => [language, Number(score)]),
  );
}
