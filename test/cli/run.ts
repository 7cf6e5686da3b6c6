import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

export const MAIN = join(import.meta.dirname, "../../src/cli/main.ts");

/** A run that takes longer is ended and comes back with no exit code. */
export const MOST_MILLISECONDS = 40_000;

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line as a user would; standard input is empty unless given. */
export async function hearsay(args: readonly string[], { cwd, stdin = "", env = {} }: Call = {}): Promise<Outcome> {
  const clean = { PATH: process.env["PATH"] ?? "", COLUMNS: "80", ...env };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: clean, timeout: MOST_MILLISECONDS });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A child that refuses its input early closes the pipe: its exit code says what happened.
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") };
}

/** A folder with these files in it, gone when the test ends. */
export function folderWith(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export const REPORT = `Harbour tax to rise, mayor says

SALLOW, March 4 - Mayor Dita Bronski said on Monday that the harbour tax would rise by a tenth.

"Nobody likes it," Bronski told reporters, "but the quay needs repairs."
`;
