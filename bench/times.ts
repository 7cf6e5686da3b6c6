/**
 * node bench/times.ts: time expressions and their values, without the reader of statements.
 * HEARSAY_DATA names the folder that holds timex/. TimeBank and AQUAINT by the measures of TempEval-3 (relaxed: a word in
 * common; strict: the same words; value and type: share of the relaxed hits with the same TIMEX3 value or type, times the
 * relaxed F1), with articles a second for finding and resolving; then the cases of Recognizers-Text whose date may lie before
 * the day they are read on.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findTimes } from "../src/extract/times/times.ts";
import { capture, ingest } from "../src/ingest/ingest.ts";
import type { Found } from "../src/model/statement.ts";
import type { Time } from "../src/model/time.ts";
import type { Reading } from "../src/model/reading.ts";
import { ownPacks } from "../src/packs/packs.ts";
import { read } from "../src/read/read.ts";
import { resolveTimes } from "../src/resolve/times/times.ts";
import { type MarkedArticle, readTimeMl } from "./timeBank.ts";

const folder = process.env["HEARSAY_DATA"];
if (!folder || ["timebank", "recognizers-text"].some((name) => !existsSync(join(folder, "timex", name)))) {
  console.error(
    `HEARSAY_DATA must name the folder that holds timex/timebank and timex/recognizers-text (it is ${folder ?? "not set"})`,
  );
  process.exit(2);
}
const packs = ownPacks();

function readingOf(text: string, published: string): Reading {
  return read(ingest(capture(Buffer.from(text), "bench"), { published, mediaType: "text/plain" })).reading;
}

function timesOf(reading: Reading): Time[] {
  const times = findTimes(reading, packs);
  const found: Found = {
    ...reading,
    statements: [],
    frames: [],
    silences: [],
    times,
    occasions: [],
    counts: [],
    appearances: [],
    trace: [],
  };
  return resolveTimes(found);
}

interface Counts {
  gold: number;
  found: number;
  hit: number;
  strict: number;
  type: number;
  value: number;
}

/** Adds the hits of one article. A found time counts for one marked time only. */
function count(counts: Counts, { text, times }: MarkedArticle, found: readonly Time[]): void {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (m) => [m.index, m.index + m[0].length] as const);
  const touched = (from: number, to: number): string =>
    words.flatMap(([a, b], i) => (a < to && b > from ? [i] : [])).join();
  const gold = times.map((t) => ({ ...t, ids: touched(t.from, t.to) })).filter(({ ids }) => ids !== "");
  const left = found.map((t) => ({ ...t, ids: touched(t.span.from, t.span.to) })).filter(({ ids }) => ids !== "");
  counts.gold += gold.length;
  counts.found += left.length;
  for (const time of gold) {
    const ids = new Set(time.ids.split(","));
    const at = left.findIndex((f) => f.ids.split(",").some((id) => ids.has(id)));
    const [hit] = at < 0 ? [] : left.splice(at, 1);
    if (!hit) continue;
    counts.hit++;
    if (hit.ids === time.ids) counts.strict++;
    if (hit.timex.type === time.type) counts.type++;
    if (hit.timex.value === time.value) counts.value++;
  }
}

for (const corpus of ["TimeBank", "AQUAINT"]) {
  const articles = readTimeMl(join(folder, "timex/timebank/data/TBAQ-cleaned", corpus));
  const readings = articles.map(({ text, published }) => readingOf(text, published));
  for (const reading of readings) timesOf(reading);
  const begun = performance.now();
  const found = readings.map(timesOf);
  const seconds = (performance.now() - begun) / 1000;
  const counts: Counts = { gold: 0, found: 0, hit: 0, strict: 0, type: 0, value: 0 };
  for (const [i, article] of articles.entries()) count(counts, article, found[i] as Time[]);
  const f1 = (hits: number): number => (200 * hits) / (counts.gold + counts.found);
  const share = (hits: number): number => (counts.hit === 0 ? 0 : (hits / counts.hit) * f1(counts.hit));
  const figures = [
    `strict ${f1(counts.strict).toFixed(2)}`,
    `relaxed ${f1(counts.hit).toFixed(2)}`,
    `value ${share(counts.value).toFixed(2)}`,
    `type ${share(counts.type).toFixed(2)}`,
    `${(articles.length / seconds).toFixed(0)} articles/s`,
  ];
  console.log(`${corpus.padEnd(10)} gold ${counts.gold}  found ${counts.found}  ${figures.join("  ")}`);
}

interface Case {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime: string };
  readonly Results: readonly {
    readonly Text: string;
    readonly Start: number;
    readonly TypeName: string;
    readonly Resolution?: { readonly values?: readonly { readonly type: string; readonly value?: string }[] };
  }[];
}

recognizers(join(folder, "timex/recognizers-text/Specs/DateTime/English/DateTimeModel.json"));

/** Right where a time that shares words with the case's has one of the case's dates. */
function recognizers(file: string): void {
  const cases = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as readonly Case[];
  const misses = new Map<string, string[]>();
  let all = 0;
  let right = 0;
  for (const { Input, Context, Results } of cases) {
    const today = Context?.ReferenceDateTime.slice(0, 10);
    if (today === undefined) continue;
    for (const { Text, Start, TypeName, Resolution } of Results) {
      const values = (Resolution?.values ?? []).flatMap(({ value }) => value ?? []);
      if (TypeName !== "datetimeV2.date" || !values.some((value) => value < today)) continue;
      all++;
      const beside = timesOf(readingOf(Input, today)).filter(
        (t) => t.span.from < Start + Text.length && t.span.to > Start,
      );
      if (beside.some(({ edtf }) => edtf !== null && values.includes(edtf.replace("~", "")))) right++;
      else {
        const [first] = beside;
        const kind = !first
          ? "not found"
          : first.edtf === null
            ? "found, without a date"
            : /^\d{4}-\d{2}-\d{2}$/.test(first.edtf)
              ? "another day"
              : "not to the day";
        misses.set(kind, [...(misses.get(kind) ?? []), Text]);
      }
    }
  }
  console.log(
    `Recognizers-Text, dates that may be past: ${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`,
  );
  for (const [kind, texts] of [...misses].toSorted((a, b) => b[1].length - a[1].length))
    console.log(`  ${kind}: ${texts.length} (${[...new Set(texts)].slice(0, 12).join("; ")})`);
}
