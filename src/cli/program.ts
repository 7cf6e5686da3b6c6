import { Argument, Command, Option } from "commander";
import metadata from "../../package.json" with { type: "json" };
import type { Console } from "./console.ts";
import { confidence, offset, outletName, publicationDate } from "./options.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { ReadOptions } from "./commands/read.ts";
import type { VerifyOptions } from "./commands/verify.ts";

const EXAMPLES = `
Examples:
  hearsay read report.txt                            the report, its statements and their receipts
  hearsay read --json reports/*.html > out.ndjson    one JSON object a line, one line for each report
  curl -s ADDRESS | hearsay read --type html -       a page from standard input
  hearsay read --published 2021-01-08 report.txt     for a report that does not say its date
  hearsay explain report.txt 820                     why the words at offset 820 were taken, or not
  hearsay verify out.ndjson                          is every reading still what its file says?

From a checkout: npm run -s hearsay -- read report.txt
Exit codes: 0 all well; 1 some inputs failed, the others were read; 2 the call was wrong.`;

/**
 * The commands and their options. Parsing throws commander's errors; a command's own errors come through.
 * `failed` hears how many inputs failed.
 */
export function program(console: Console, failed: (inputs: number) => void): Command {
  const hearsay = new Command("hearsay")
    .description(metadata.description)
    .version(metadata.version, "-V, --version", "print the version")
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
      .argument("[FILE...]", "text or HTML files; - or none for standard input"),
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
    .description("check readings (from read --json) against the files they were made from")
    .argument("<READINGS>", "a file with one reading a line; - for standard input")
    .option("--root <DIR>", "where relative paths in the readings start, instead of this folder")
    .option("--quiet", "no summary: only the readings that fail")
    .action(async (readings: string, options: VerifyOptions) => {
      const { verify } = await import("./commands/verify.ts");
      failed(await verify(readings, options, console));
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
    .option("--pack <DIR>", "a folder of names and dates of a field (not there yet)")
    .option("--min-confidence <X>", "leave out statements below this, from 0 to 1", confidence)
    .option("--color", "colours even where no terminal is seen")
    .option("--no-color", "no colours");
}
