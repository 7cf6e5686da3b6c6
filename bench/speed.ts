// Articles a second beside other readers on the same texts, each reader in a process of its own, then how the time
// grows with the length of one input. Needs HEARSAY_DATA, a folder with polnear/data/train/text/*.txt in it.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

interface Figures {
  readonly articles: number;
  readonly startMs: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly found: string;
}

/** Loads a reader; comes back with what reads one text and says how many things it found. */
type Loader = () => Promise<(text: string) => number>;

const READERS: Readonly<Record<string, { readonly finds: string; readonly load: Loader }>> = {
  "Hearsay, fast reader": { finds: "statements", load: loadHearsay },
  "compromise, quotations": { finds: "quotations", load: loadCompromise },
  "wink-nlp, sentences and tags": { finds: "sentences", load: loadWink },
};

async function loadHearsay(): Promise<(text: string) => number> {
  const { capture, readReport, toJsonLine, toReading } = await import("../src/index.ts");
  return (text) => {
    const resolved = readReport(capture(Buffer.from(text), "bench"), { reader: "fast" });
    // The line of JSON is part of the work.
    return toJsonLine(toReading(resolved, { path: "bench" })) === "" ? 0 : resolved.statements.length;
  };
}

async function loadCompromise(): Promise<(text: string) => number> {
  const { default: compromise } = await import("compromise");
  return (text) => compromise(text).quotations().length;
}

async function loadWink(): Promise<(text: string) => number> {
  const { default: winkNLP } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const nlp = winkNLP(model, ["sbd", "pos"]);
  return (text) => nlp.readDoc(text).sentences().length();
}

function articles(): string[] {
  const data = process.env["HEARSAY_DATA"];
  if (!data) stop("set HEARSAY_DATA to the folder that holds polnear/data/train/text");
  const folder = join(data, "polnear/data/train/text");
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort();
  } catch {
    stop(`HEARSAY_DATA is ${data}, but there is no folder polnear/data/train/text in it`);
  }
  const most = Number(process.env["HEARSAY_BENCH_ARTICLES"] ?? names.length);
  return names.slice(0, most).map((name) => readFileSync(join(folder, name), "utf8"));
}

function stop(message: string): never {
  process.stderr.write(`bench:speed: ${message}\n`);
  process.exit(2);
}

async function measure(name: string): Promise<Figures> {
  const texts = articles();
  const reader = READERS[name];
  if (!reader) stop(`no reader called ${name}`);
  const begun = performance.now();
  const read = await reader.load();
  read(texts[0] as string);
  const loaded = performance.now();
  let found = 0;
  for (const text of texts) found += read(text);
  const seconds = (performance.now() - loaded) / 1000;
  return {
    articles: texts.length,
    startMs: loaded - begun,
    seconds,
    peakMb: process.resourceUsage().maxRSS / 1024,
    found: `${found} ${reader.finds}`,
  };
}

/** Milliseconds of Hearsay for one input of so many units made of whole articles; the best of three. */
async function growth(): Promise<[units: number, milliseconds: number][]> {
  const read = await loadHearsay();
  const all = articles().join("\n\n");
  const lengths = [20_000, 200_000, 2_000_000].filter((length) => length <= all.length);
  read(all.slice(0, 20_000));
  return lengths.map((length) => {
    const text = all.slice(0, length);
    const times = Array.from({ length: 3 }, () => {
      const begun = performance.now();
      read(text);
      return performance.now() - begun;
    });
    return [length, Math.min(...times)];
  });
}

function inChild<Result>(task: string): Result {
  const { status, stdout } = spawnSync(process.execPath, ["--max-semi-space-size=16", import.meta.filename, task], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) stop(`${task} ended with ${status}`);
  return JSON.parse(stdout) as Result;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(30) : cell.padStart(14))).join("");
}

const [task] = process.argv.slice(2);
if (task === "growth") process.stdout.write(JSON.stringify(await growth()));
else if (task !== undefined) process.stdout.write(JSON.stringify(await measure(task)));
else {
  const units = articles().reduce((sum, text) => sum + text.length, 0);
  process.stdout.write(`${row("reader", "articles/s", "MB/s", "start, ms", "peak, MB", "found")}\n`);
  for (const name of Object.keys(READERS)) {
    const { articles: read, startMs, seconds, peakMb, found } = inChild<Figures>(name);
    const speed = [(read / seconds).toFixed(1), (units / seconds / 1e6).toFixed(2)];
    process.stdout.write(`${row(name, ...speed, startMs.toFixed(0), peakMb.toFixed(0))}   ${found}\n`);
  }
  process.stdout.write(`\n${row("one input of Hearsay, units", "ms", "ms per 1,000")}\n`);
  for (const [length, milliseconds] of inChild<[number, number][]>("growth")) {
    const each = (milliseconds / length) * 1000;
    process.stdout.write(`${row(length.toLocaleString("en"), milliseconds.toFixed(0), each.toFixed(3))}\n`);
  }
}
