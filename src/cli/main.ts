import { UserError } from "../model/errors.ts";
import { keepCompiledCode } from "./compileCache.ts";
import { Output, OutputClosed, callersFolder } from "./console.ts";
import type { Console } from "./console.ts";

/** Runs the command line and comes back with the exit code: 0 all well, 1 some inputs failed, 2 a wrong call. */
async function main(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  try {
    if (args.length === 0 && console.env["npm_lifecycle_event"] === "start") {
      const { tour } = await import("./commands/tour.ts");
      return (await tour(console)) > 0 ? 1 : 0;
    }
    const { program } = await import("./program.ts");
    let failed = 0;
    await program(console, (inputs) => (failed = inputs)).parseAsync(args, { from: "user" });
    return failed > 0 ? 1 : 0;
  } catch (error) {
    return exitCodeFor(error, console);
  }
}

async function exitCodeFor(error: unknown, { stderr }: Console): Promise<0 | 1 | 2> {
  if (error instanceof OutputClosed) return 0;
  // Commander has already said what is wrong.
  if (error instanceof Error && error.name === "CommanderError")
    return (error as Error & { exitCode: number }).exitCode === 0 ? 0 : 2;
  const { complaint } = await import("./reading.ts");
  try {
    await stderr.write(`hearsay: ${complaint(error)}\n`);
  } catch {
    // Nobody listens on standard error either: the exit code has to say it alone.
  }
  return error instanceof UserError ? error.exitCode : 1;
}

keepCompiledCode(process.env);
process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: new Output(process.stdout),
  stderr: new Output(process.stderr),
  env: process.env,
  folder: callersFolder(process.env, process.cwd()),
});
