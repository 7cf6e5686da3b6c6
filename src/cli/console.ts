import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { UserError } from "../model/errors.ts";

/** The outside world of one run of the command line. */
export interface Console {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly folder: string;
}

/** Thrown when whoever reads our output has gone, as `head` does: a reason to stop, not a failure. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** One output stream: waits while its reader is slow. */
export class Output {
  readonly isTTY: boolean;
  readonly #stream: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  #failure: NodeJS.ErrnoException | null = null;

  constructor(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }) {
    this.#stream = stream;
    this.isTTY = stream.isTTY === true;
    stream.on("error", (error) => {
      this.#failure = error;
    });
  }

  get columns(): number | undefined {
    return this.#stream.columns;
  }

  /** Comes back when the stream can take more. Throws OutputClosed when the other end has gone. */
  async write(text: string): Promise<void> {
    this.#check();
    if (this.#stream.write(text)) return;
    await new Promise<void>((done) => {
      const finish = (): void => {
        this.#stream.off("drain", finish).off("error", finish).off("close", finish);
        done();
      };
      this.#stream.on("drain", finish).on("error", finish).on("close", finish);
    });
    this.#check();
  }

  #check(): void {
    const failure = this.#failure;
    if (!failure) return;
    if (failure.code === "EPIPE") throw new OutputClosed();
    throw new UserError(`The output could not be written: ${failure.message}`);
  }
}

/** npm runs its scripts in the project's folder and names the caller's in INIT_CWD: paths mean the caller's. */
export function callersFolder(env: Console["env"], cwd: string): string {
  const event = env["npm_lifecycle_event"];
  const throughNpm = event === "hearsay" || event === "start";
  return throughNpm && env["INIT_CWD"] ? env["INIT_CWD"] : cwd;
}

/** The path of a file named in the call. */
export function pathOf(console: Console, named: string): string {
  return resolve(console.folder, named);
}

/** Whether to colour: the option first, then NO_COLOR, FORCE_COLOR, then whether a person is looking. */
export function wantsColour({ stdout, env }: Console, option: boolean | undefined): boolean {
  if (option !== undefined) return option;
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return stdout.isTTY && env["TERM"] !== "dumb";
}

/** Columns to write in: COLUMNS, the terminal's own, or 80. */
export function columnsFor({ stdout, env }: Console): number {
  const set = Number(env["COLUMNS"]);
  // Some terminals do not know, and say 0.
  return Number.isInteger(set) && set > 0 ? set : stdout.columns || 80;
}
