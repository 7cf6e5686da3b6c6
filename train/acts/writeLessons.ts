/**
 * Writes what the network of acts learns from as JSON lines, one statement a line: word pieces and parts as the reader makes them, and
 * the act where somebody marked it.
 *
 *     HEARSAY_DATA=/folder/with/the/corpora node train/acts/writeLessons.ts OUT
 *
 * OUT gets marked.jsonl (bench/gold: the wide marks, the half that may be tuned on, the open marks of acts; train/acts/marks.jsonl; the
 * lines of train/lines and train/acts/lines; and, to measure on, the held half and the blind marks, told by `set`) and unmarked.jsonl
 * (what the fast reader finds in texts nobody marked).
 */
import { closeSync, globSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type ActMark, actMarks } from "../../bench/gold/actMarks.ts";
import { type MarkedStatement, markedTexts } from "../../bench/gold/marks.ts";
import { spokenOf } from "../../bench/gold/scoring.ts";
import { type TextSource, goldText } from "../../bench/gold/texts.ts";
import { isBlind, wideTexts } from "../../bench/gold/wide.ts";
import { ruledAct } from "../../src/extract/acts/act.ts";
import { headOfCue } from "../../src/extract/acts/head.ts";
import { spokenWords } from "../../src/extract/acts/spoken.ts";
import { verbsOf } from "../../src/extract/acts/verbs.ts";
import { extract } from "../../src/extract/extract.ts";
import { actInputs } from "../../src/extract/full/actInputs.ts";
import { WordPiece } from "../../src/extract/full/wordPiece.ts";
import { type Context, contextOf } from "../../src/extract/proposal.ts";
import { statementReader } from "../../src/extract/readers.ts";
import { MODELS } from "../../src/home.ts";
import { capture, ingest } from "../../src/ingest/ingest.ts";
import { ACTS, type SpokenStatement } from "../../src/model/statement.ts";
import { ownPacks } from "../../src/packs/packs.ts";
import { read } from "../../src/read/read.ts";
import { statementsOf } from "../../test/extract/found.ts";
import { readActLines } from "../cases.ts";

/** A marked statement, whatever file it stands in; `set` says what it is for: "teach", or the name of one that is only measured on. */
type Marked = Omit<ActMark, "framed"> & { readonly set: string };

/** Of one text that is all one speaker's words no more than this many unmarked statements are taken. */
const MOST_FRAMED = 8;
const KCNA = "kcna-2011/kcna-2011.jsonl.gz";

const data = process.env["HEARSAY_DATA"];
const out = process.argv[2];
if (!data || !out) {
  console.error("HEARSAY_DATA must name the folder that holds the corpora, and the first word the folder to write to");
  process.exit(2);
}
const packs = ownPacks();
const verbs = verbsOf(packs);
const wordPiece = WordPiece.read(new URL("reader-full-en-1.vocab.txt", MODELS));
const reader = statementReader("fast");
mkdirSync(out, { recursive: true });
const marks = allMarks();
const measured = new Set(marks.filter(({ set }) => set !== "teach").map(({ path }) => path));
write("marked.jsonl", markedLessons());
write("unmarked.jsonl", unmarkedLessons(data));

function write(file: string, lessons: Iterable<object>): void {
  const handle = openSync(join(out as string, file), "w");
  let n = 0;
  for (const lesson of lessons) {
    writeSync(handle, `${JSON.stringify(lesson)}\n`);
    if (++n % 5000 === 0) console.error(`${file}: ${n} statements`);
  }
  closeSync(handle);
  console.error(`${file}: ${n} statements`);
}

function allMarks(): Marked[] {
  const gold = markedTexts("both").flatMap((text) =>
    actsOf(text, text.statements, text.half === "tune" ? "teach" : "gold, held half"),
  );
  const acts = actMarks().map((mark) => ({ ...mark, set: isBlind(mark.path) ? "acts, blind third" : "teach" }));
  const more = actMarks(new URL("marks.jsonl", import.meta.url)).map((mark) => ({ ...mark, set: "teach" }));
  const wide = wideTexts().flatMap((text) =>
    actsOf(
      text,
      text.statements.filter(({ statement }) => statement),
      isBlind(text.path) ? "wide, blind third" : "teach",
    ),
  );
  return [...gold, ...acts, ...more, ...wide];
}

/** The acts of statements that are marked with more. */
function actsOf({ path, sha256 }: TextSource, statements: readonly MarkedStatement[], set: string): Marked[] {
  return statements.map(({ source: [source = null], cue: [cue = null], content, act }) => ({
    path,
    sha256,
    source,
    cue,
    content,
    act,
    set,
  }));
}

function* markedLessons(): Generator<object> {
  for (const [path, all] of Map.groupBy(marks, (m) => m.path)) {
    const text = goldText(data as string, { path, sha256: (all[0] as Marked).sha256 });
    const { found, context } = readText(text, path);
    for (const m of all) {
      const twin = found.find(
        (s) => s.content[0]?.from === m.content[0]?.[0] && (s.cue?.from ?? null) === (m.cue?.[0] ?? null),
      );
      yield { set: m.set, path, act: ACTS.indexOf(m.act), ...lesson(spokenOf(m, twin ?? null, text), context) };
    }
  }
  for (const { text, statements, acts } of readActLines()) {
    const { context } = readText(text, "line.txt");
    for (const [i, statement] of statementsOf(statements).entries()) {
      const act = acts[i];
      if (act) yield { set: "teach", path: "lines", act: ACTS.indexOf(act), ...lesson(statement, context) };
    }
  }
}

function* unmarkedLessons(folder: string): Generator<object> {
  const stories = gunzipSync(readFileSync(join(folder, KCNA)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const paths = [
    ...globSync("polnear/data/train/text/*", { cwd: folder }).sort(),
    ...globSync("basil/articles/*/*.json", { cwd: folder }).sort(),
    ...stories.flatMap((line, i) => (i % 4 === 0 && line.includes('"story"') ? [`${KCNA}#${i}`] : [])),
    ...globSync("timex/timebank/data/TBAQ-cleaned/*/*.tml", { cwd: folder }).sort(),
  ];
  for (const path of paths) {
    if (measured.has(path)) continue;
    const text = goldText(folder, { path, sha256: "" });
    if (text.trim() === "" || text.length > 60_000) continue;
    const { found, context } = readText(text, path);
    let framed = 0;
    for (const s of found)
      if (s.confidence >= 0.35 && (!s.frame || framed++ < MOST_FRAMED)) yield { path, ...lesson(s, context) };
  }
}

function readText(text: string, path: string): { found: readonly SpokenStatement[]; context: Context } {
  const { reading } = read(ingest(capture(Buffer.from(text), path), {}));
  return { found: extract(reading, reader, packs).statements, context: contextOf(reading, packs) };
}

function lesson(statement: SpokenStatement, context: Context): object {
  const spoken = spokenWords(statement, context);
  const ruled = ruledAct(spoken, headOfCue(spoken, verbs), verbs);
  return { named: ruled.named, rule: ACTS.indexOf(ruled.act), ...actInputs(statement, context, wordPiece) };
}
