/**
 * npm run bench:gold [-- tune|hold|both] [--reader fast|full] [--errors]: our own gold for speakers, chains, acts, voice,
 * conditions, frames and silences. HEARSAY_DATA names the folder with the texts; the marks are in bench/gold/marks.
 * Speaker, chain, act and voice are scored on the marked statements that were found (their share is printed first); 95 %
 * intervals are percentiles over 1,000 samples of whole texts.
 */
import { existsSync } from "node:fs";
import { capture } from "../src/ingest/ingest.ts";
import type { Silence } from "../src/model/entries.ts";
import type { Resolved, Statement } from "../src/model/statement.ts";
import { readReport } from "../src/pipeline.ts";
import { random } from "../train/fit.ts";
import { type MarkedSilence, type MarkedStatement, type MarkedText, judgedTexts, markedTexts } from "./gold/marks.ts";
import { asSpan, matched, overlap, sameName } from "./gold/match.ts";
import { macroF1, markedPartOf, sameChain } from "./gold/scoring.ts";
import { goldText } from "./gold/texts.ts";

const args = process.argv.slice(2);
const half = (args.find((a) => ["tune", "hold", "both"].includes(a)) ?? "tune") as "tune" | "hold" | "both";
const reader = (args[args.indexOf("--reader") + 1] === "fast" && args.includes("--reader") ? "fast" : "full") as
  | "fast"
  | "full";
const errors = args.includes("--errors");
const data = process.env["HEARSAY_DATA"];
if (!data || !existsSync(data)) {
  console.error(
    `HEARSAY_DATA must name the folder that holds polnear/, basil/ and kcna-2011/ (it is ${data ?? "not set"})`,
  );
  process.exit(2);
}

/** Of one text: hits and trials of every measure. */
type Tally = Map<string, [hit: number, of: number]>;
const tallies: Tally[] = [];
/** Of one text: marked and given act of each statement found. */
const actPairs: [marked: string, given: string][][] = [];

for (const text of markedTexts(half)) {
  const resolved = read(text, goldText(data, text));
  const tally: Tally = new Map();
  const pairs: [string, string][] = [];
  for (const [m, f] of matched(text.statements, resolved.statements)) scoreStatement(text, m, f, tally, pairs);
  scoreExtraConditions(text, resolved, tally);
  scoreSilences(text.key, text.silences, resolved.silences, tally);
  tallies.push(tally);
  actPairs.push(pairs);
}
for (const text of judgedTexts(half)) {
  const tally: Tally = new Map();
  const words = Buffer.from(goldText(data, text));
  const { silences } = readReport(capture(words, `${text.path}.txt`), { reader: "fast", outlet: "the outlet" });
  for (const { id, span, silences: marked } of text.sentences) {
    const here = silences.filter((q) => q.span.from < span[1] && q.span.to > span[0]);
    scoreSilences(id, marked, here, tally);
  }
  tallies.push(tally);
  actPairs.push([]);
}
report();

function read(text: MarkedText, words: string): Resolved {
  return readReport(capture(Buffer.from(words), text.path), {
    reader,
    outlet: text.outlet ?? "the outlet",
    ...(text.published !== null && { published: text.published }),
  });
}

function count(tally: Tally, measure: string, hit: boolean): boolean {
  const [hits, of] = tally.get(measure) ?? [0, 0];
  tally.set(measure, [hits + (hit ? 1 : 0), of + 1]);
  return hit;
}

function scoreStatement(
  { key, published }: MarkedText,
  m: MarkedStatement,
  f: Statement | null,
  tally: Tally,
  pairs: [string, string][],
): void {
  count(tally, "statements found", f !== null);
  const speaker = f?.chain.at(-1);
  const meant = [{ name: m.speaker, kind: m.kind }, ...(m.also?.chain?.slice(-1) ?? [])];
  const speakerRight = speaker !== undefined && meant.some((one) => sameName(one, speaker));
  if (m.frame !== null) {
    if (!count(tally, "framed, found and given to the right speaker", f !== null && f.frame !== null && speakerRight))
      tell(key, m.id, `framed: ${m.speaker}`, f ? `${speaker?.name}, frame ${f.frame?.kind ?? "none"}` : "not found");
  }
  if (m.condition && !count(tally, "conditions, recall", f !== null && f.condition !== null && hits(m, f)))
    tell(key, m.id, "condition", f ? "none or elsewhere" : "statement not found");
  if (!f) return;
  const show = `${m.speaker} (${m.kind})`;
  if (!count(tally, "speaker", speakerRight)) tell(key, m.id, show, `${speaker?.name} (${speaker?.kind})`);
  const found = markedPartOf(f);
  const chains = [m.chain, ...(m.also?.chain ? [m.also.chain] : [])];
  const chainRight = chains.some((one) => sameChain(one, found));
  if (!count(tally, "chain wholly right", chainRight) && speakerRight)
    tell(key, m.id, `chain ${m.chain.map((h) => h.name).join(" ← ")}`, found.map((h) => h.name).join(" ← "));
  const act = m.also?.act === f.act ? f.act : m.act;
  pairs.push([act, f.act]);
  if (!count(tally, "act, accuracy", act === f.act)) tell(key, m.id, `act ${m.act}`, `${f.act} (${f.actWhy})`);
  count(tally, "strength", m.strength === f.strength);
  count(tally, "negated", m.negated === f.negated);
  if (m.voice !== null && f.voice !== null && !count(tally, "voice", m.voice === f.voice.of))
    tell(key, m.id, `voice ${m.voice}`, `${f.voice.of} (${f.voice.why})`);
  const right = sameDay(m.uttered, f.uttered.edtf);
  if (m.uttered !== null) count(tally, "uttered, of those marked", right);
  // Without a date of publication the hands could mark no day.
  if (published !== null && f.uttered.edtf !== null && !count(tally, "uttered, of those given", right))
    tell(key, m.id, `uttered ${m.uttered ?? "not told"}`, f.uttered.edtf);
}

/** A time of day in what was given does not matter; of a range both ends do. */
function sameDay(marked: string | null, given: string | null): boolean {
  return marked !== null && (given ?? "").replace(/T[^/]*/g, "") === marked;
}

function hits(m: MarkedStatement, f: Statement): boolean {
  return (
    m.condition !== null && f.condition !== null && overlap([asSpan(m.condition.trigger)], [f.condition.trigger]) >= 0.5
  );
}

/** Precision: every condition given in the marked part of a text is compared with all that were marked there. */
function scoreExtraConditions(text: MarkedText, { statements }: Resolved, tally: Tally): void {
  const marked = text.statements.flatMap((s) => (s.condition ? [asSpan(s.condition.trigger)] : []));
  for (const s of statements) {
    if (!s.condition || s.condition.trigger.from >= (text.until ?? Infinity)) continue;
    const { trigger } = s.condition;
    if (!text.statements.some((m) => overlap(m.content.map(asSpan), s.content) >= 0.5)) continue;
    if (
      !count(
        tally,
        "conditions, precision",
        marked.some((m) => overlap([m], [trigger]) >= 0.5),
      )
    )
      tell(text.key, s.id, "no condition", `${trigger.from}–${trigger.to}`);
  }
}

function scoreSilences(key: string, marked: readonly MarkedSilence[], found: readonly Silence[], tally: Tally): void {
  const touches = (m: MarkedSilence, f: Silence): boolean => m.span[0] < f.span.to && m.span[1] > f.span.from;
  for (const m of marked) {
    const f = found.find((q) => touches(m, q));
    if (!count(tally, "silences, recall", f !== undefined))
      tell(key, `${m.span.join("–")}`, `silence ${m.kind}`, "none");
    if (f && !count(tally, "silences, kind", m.kind === f.kind)) tell(key, f.id, m.kind, f.kind);
  }
  for (const f of found)
    if (
      !count(
        tally,
        "silences, precision",
        marked.some((m) => touches(m, f)),
      )
    )
      tell(key, `${f.span.from}–${f.span.to}`, "no silence", `${f.kind} (${f.by})`);
}

function tell(key: string, id: string, marked: string, given: string): void {
  if (errors) console.log(`${key} ${id}: marked ${marked}; given ${given}`);
}

function report(): void {
  const measures = [
    "statements found",
    "speaker",
    "framed, found and given to the right speaker",
    "chain wholly right",
    "act, accuracy",
    "strength",
    "negated",
    "voice",
    "uttered, of those marked",
    "uttered, of those given",
    "conditions, precision",
    "conditions, recall",
    "silences, precision",
    "silences, recall",
    "silences, kind",
  ];
  console.log(`gold, ${half}: ${tallies.length} texts, ${reader} reader`);
  for (const measure of measures) {
    const share = (of: readonly Tally[]): number => {
      let hit = 0;
      let all = 0;
      for (const tally of of) {
        const [h, n] = tally.get(measure) ?? [0, 0];
        hit += h;
        all += n;
      }
      return all === 0 ? Number.NaN : (100 * hit) / all;
    };
    const n = tallies.reduce((sum, tally) => sum + (tally.get(measure)?.[1] ?? 0), 0);
    console.log(
      `  ${measure.padEnd(46)} ${share(tallies).toFixed(1).padStart(5)} % of ${String(n).padStart(4)}${interval(tallies, share)}`,
    );
  }
  console.log(
    `  ${"act, macro F1".padEnd(46)} ${macroF1OfTexts(actPairs).toFixed(1).padStart(5)}${interval(actPairs, macroF1OfTexts)}`,
  );
}

/** Over the pairs of several texts. */
function macroF1OfTexts(texts: readonly (readonly [string, string][])[]): number {
  return macroF1(texts.flat());
}

function interval<T>(of: readonly T[], measure: (sample: readonly T[]) => number): string {
  const next = random(1);
  const values = Array.from({ length: 1000 }, () => measure(of.map(() => of[Math.floor(next() * of.length)] as T)))
    .filter((x) => !Number.isNaN(x))
    .sort((a, b) => a - b);
  if (values.length === 0) return "";
  const at = (q: number): string => (values[Math.floor(q * values.length)] as number).toFixed(1);
  return `  (95 %: ${at(0.025)} to ${at(0.975)})`;
}
