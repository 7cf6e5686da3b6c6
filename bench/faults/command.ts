import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Chance } from "./chance.ts";

const MAIN = join(import.meta.dirname, "../../src/cli/main.ts");
/** A command that takes longer has hung, in milliseconds. */
const MOST = 120_000;

/** What a command said is safe: a report in the archive, or one that waits to be read. */
export interface Acknowledged {
  readonly address: string;
  readonly outcome: string;
  readonly article: string | null;
  readonly edition: number | null;
}

export interface Run {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly acknowledged: readonly Acknowledged[];
  readonly out: string;
  readonly err: string;
}

/** When to strike: so many lines after the start, and so many milliseconds after those. */
export interface Moment {
  readonly lines: number;
  readonly milliseconds: number;
}

/**
 * A moment of the work: before the first line comes, from the very start on; or soon after one of `lines` lines. Lines come in
 * bursts, one for each transaction, so that the milliseconds reach into the next.
 */
export function anyMoment(chance: Chance, lines: number): Moment {
  return chance.next() < 0.35
    ? { lines: 0, milliseconds: chance.below(2_000) }
    : { lines: 1 + chance.below(lines), milliseconds: chance.below(120) };
}

export interface Strike {
  readonly at: Moment;
  /** What is done then; without it the command itself is killed. */
  readonly with?: () => Promise<void> | void;
}

export interface Call {
  readonly folder: string;
  readonly strike?: Strike;
  /** The largest file it may write, in blocks of 1024 bytes. */
  readonly largestFile?: number;
}

/** Runs the command line in a process of its own. A line that was not written whole acknowledges nothing. */
export async function hearsay(args: readonly string[], { folder, strike, largestFile }: Call): Promise<Run> {
  const env = { PATH: process.env["PATH"] ?? "", COLUMNS: "80" };
  const limited = ["-c", `ulimit -f ${largestFile}; trap '' XFSZ; exec "$0" "$@"`, process.execPath, MAIN, ...args];
  const child =
    largestFile === undefined
      ? spawn(process.execPath, [MAIN, ...args], { cwd: folder, env })
      : spawn("bash", limited, { cwd: folder, env });
  child.stdin.end();
  const late = globalThis.setTimeout(() => child.kill("SIGKILL"), MOST);
  let out = "";
  let err = "";
  let lines = 0;
  let struck: Promise<void> | null = null;
  const watch = (): void => {
    if (!strike || struck || lines < strike.at.lines) return;
    struck = setTimeout(strike.at.milliseconds).then(async () => {
      if (strike.with) await strike.with();
      else child.kill("SIGKILL");
    });
  };
  child.stdout.setEncoding("utf8").on("data", (some: string) => {
    out += some;
    lines += some.split("\n").length - 1;
    watch();
  });
  child.stderr.setEncoding("utf8").on("data", (some: string) => (err += some));
  watch();
  const code = await new Promise<number | null>((done) => child.on("close", done));
  clearTimeout(late);
  await struck;
  return { code, out, err, acknowledged: acknowledgedIn(out, folder) };
}

function acknowledgedIn(out: string, folder: string): Acknowledged[] {
  const found: Acknowledged[] = [];
  for (const line of out.split("\n").slice(0, -1)) {
    if (!line.startsWith("{")) continue;
    const said = JSON.parse(line) as {
      name?: string;
      address?: string;
      outcome?: string;
      article?: string;
      edition?: number;
      what?: string;
      kept?: { outcome: string; article: string; edition: number };
    };
    if (said.what !== undefined && said.what !== "report") continue;
    const { outcome = "", article, edition } = said.kept ?? said;
    if (outcome === "refused" || outcome === "passed") continue;
    const address = said.address ?? resolve(folder, said.name ?? "");
    found.push({ address, outcome, article: article || null, edition: edition || null });
  }
  return found;
}
