// `npm start` with its archive in the file that is named.
import { tour } from "../../src/cli/commands/tour.ts";
import { Output } from "../../src/cli/console.ts";

process.exitCode = await tour(
  {
    stdin: process.stdin,
    stdout: new Output(process.stdout),
    stderr: new Output(process.stderr),
    env: process.env,
    folder: process.cwd(),
  },
  process.argv[2],
);
