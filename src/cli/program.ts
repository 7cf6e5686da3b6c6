import { Argument, Command, Option } from "commander";
import { PACKAGE } from "../home.ts";
import type { Console } from "./console.ts";
import { archiveOption, confidence, offset, oneMore, outletName, publicationDate, threads } from "./options.ts";
import type { ArchiveOptions } from "./archive.ts";
import { archiveCommands } from "./archiveCommands.ts";
import { decisionCommands } from "./decisionCommands.ts";
import { exportCommands } from "./exportCommands.ts";
import { intakeCommands } from "./intakeCommands.ts";
import { userCommands } from "./userCommands.ts";
import { serviceCommands } from "./serviceCommands.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { McpOptions } from "./commands/mcp.ts";
import type { ReadOptions } from "./commands/read.ts";
import type { RebuildOptions } from "./commands/rebuild.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import type { WorkerOptions } from "./commands/worker.ts";

const EXAMPLES = `
Examples:
  hearsay read report.txt                            the report, its statements and their receipts
  hearsay read --json reports/*.html > out.ndjson    one JSON object a line, one line for each report
  curl -s ADDRESS | hearsay read --type html -       a page from standard input
  hearsay read --published 2021-01-08 report.txt     for a report that does not say its date
  hearsay explain report.txt 820                     why the words at offset 820 were taken, or not
  hearsay verify out.ndjson                          is every reading still what its file says?
  hearsay find gates --speaker solvan --act vow      in the archive: statements with their standing and ids
  hearsay cite 43d0.71ab                             a block to paste, with what it proves and what not
  hearsay verify --archive                           is all of the archive as it was written?
  hearsay serve                                      open the reading room in a browser

From a checkout: npm run -s hearsay -- read report.txt
Exit codes: 0 all well; 1 some inputs failed, the others were read; 2 the call was wrong.`;

/**
 * The commands and their options. Parsing throws commander's errors; a command's own errors come through.
 * `failed` hears how many inputs failed.
 */
export function program(console: Console, failed: (inputs: number) => void): Command {
  const hearsay = new Command("hearsay")
    .description(PACKAGE.description)
    .version(PACKAGE.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showHelpAfterError("(hearsay --help shows the commands and options)")
    .configureHelp({ helpWidth: 100 })
    .addHelpText("after", EXAMPLES)
    .exitOverride();

  readingOptions(
    hearsay
      .command("read")
      .description("read news reports: who said what, according to whom, with the exact characters it rests on")
      .argument("[FILE...]", "text, HTML or PDF files; - or none for standard input"),
  )
    .option("--json", "print one JSON object a line instead of a page (docs/reading.schema.json)")
    .option("--quiet", "no progress and no summary on standard error")
    .action(async (files: string[], options: ReadOptions) => {
      const { read } = await import("./commands/read.ts");
      failed(await read(files, options, console));
    });

  readingOptions(
    hearsay
      .command("explain")
      .description("show what stands at one place of a report and what every rule and model did there")
      .argument("<FILE>", "the report; - for standard input")
      .addArgument(new Argument("<OFFSET>", "the place, in UTF-16 units as in the JSON").argParser(offset)),
  ).action(async (file: string, at: number, options: ExplainOptions) => {
    const { explain } = await import("./commands/explain.ts");
    await explain(file, at, options, console);
  });

  hearsay
    .command("verify")
    .description("check readings against their files, a receipt against its file, or a whole archive")
    .argument("[FILE]", "readings (from read --json), one a line, or a receipt; - for standard input")
    .argument("[CAPTURED]", "the file a receipt speaks of")
    .option("--archive [PATH]", "check this archive, or the receipt against it (default: as for find)")
    .option("--root <DIR>", "where relative paths in the readings start, instead of this folder")
    .option("--quiet", "no summary: only what fails")
    .action(async (file: string | undefined, captured: string | undefined, options: VerifyOptions) => {
      const { verify } = await import("./commands/verify.ts");
      failed(await verify(file, captured, options, console));
    });

  intakeCommands(hearsay, console, failed);
  archiveCommands(hearsay, console);
  decisionCommands(hearsay, console);
  userCommands(hearsay, console);
  exportCommands(hearsay, console);
  serviceCommands(hearsay, console, failed);

  archiveOption(
    hearsay.command("rebuild").description("make all tables and indexes of an archive again from its ledger"),
  )
    .option("--quiet", "no progress and no summary")
    .action(async (options: RebuildOptions) => {
      const { rebuild } = await import("./commands/rebuild.ts");
      await rebuild(options, console);
    });

  archiveOption(
    hearsay.command("worker").description("read reports that hearsay add --enqueue left in an archive on a server"),
  )
    .option("--workers <N>", "reports read at once (default: the cores of this machine)", threads)
    .option(
      "--allow <HOST>",
      "a host to fetch from although it is not public: HOST or HOST:PORT; may be repeated",
      oneMore,
    )
    .option("--once", "stop when nothing waits any more")
    .option("--json", "print one JSON object a line for each report that is safe in the archive")
    .option("--quiet", "no summary, and no progress every ten seconds")
    .action(async (options: WorkerOptions) => {
      const { worker } = await import("./commands/worker.ts");
      failed(await worker(options, console));
    });

  archiveOption(
    hearsay.command("mcp").description("serve an assistant over standard input and output: evidence, and proposals"),
  )
    .option("--name <NAME>", "for whom it works: stands with what it proposes (default: HEARSAY_USER)", outletName)
    .action(async (options: McpOptions) => {
      const { mcp } = await import("./commands/mcp.ts");
      await mcp(options, console);
    });

  const archive = archiveOption(hearsay.command("archive").description("say what an archive holds"))
    .option("--json", "print it as one JSON object")
    .action(async (options: ArchiveOptions & { json?: boolean }) => {
      const { size } = await import("./commands/archive.ts");
      await size(options, console);
    });
  archiveOption(
    archive.command("distribute").description("spread an archive on a server over the nodes of a Citus cluster"),
  ).action(async (_: unknown, command: Command) => {
    const { spread } = await import("./commands/archive.ts");
    await spread(command.optsWithGlobals(), console);
  });

  return hearsay;
}

function readingOptions(command: Command): Command {
  return command
    .option(
      "--published <DATE>",
      "when the report was published: 2021-01-08, 2021-01, 2021-01-08T08:33:00Z",
      publicationDate,
    )
    .option("--outlet <NAME>", "who published it", outletName)
    .addOption(new Option("--type <TYPE>", "what the input is, where its bytes do not tell").choices(["text", "html"]))
    .addOption(new Option("--reader <READER>", "how thoroughly to read").choices(["fast", "full"]))
    .option("--pack <DIR>", "a folder of names and dates of a field, beside our own; may be repeated", oneMore)
    .option("--min-confidence <X>", "leave out statements below this, from 0 to 1", confidence)
    .option("--color", "colours even where no terminal is seen")
    .option("--no-color", "no colours");
}
