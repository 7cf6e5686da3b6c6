import { type Command, InvalidArgumentError } from "commander";
import type { CorrectOptions, DecisionOptions, MergeOptions } from "./commands/decide.ts";
import type { Console } from "./console.ts";
import { archiveOption, oneMore } from "./options.ts";

const IDS = "as find prints them, or beginnings that only one has";

/** The commands by which people decide. Each decision is an entry of the ledger with a name, and can be taken back. */
export function decisionCommands(hearsay: Command, console: Console): void {
  const load = () => import("./commands/decide.ts");

  decisionOptions(
    hearsay.command("confirm").description("say that statements stand as they are").argument("<ID...>", IDS),
  ).action(async (ids: string[], options: DecisionOptions) => (await load()).confirm(ids, options, console));

  decisionOptions(
    hearsay.command("dispute").description("say that statements are in doubt").argument("<ID...>", IDS),
  ).action(async (ids: string[], options: DecisionOptions) => (await load()).dispute(ids, options, console));

  decisionOptions(
    hearsay.command("retract").description("take statements out of what is found and counted").argument("<ID...>", IDS),
  ).action(async (ids: string[], options: DecisionOptions) => (await load()).retract(ids, options, console));

  decisionOptions(
    hearsay
      .command("correct")
      .description("set right a statement's words, speaker, act or day; it is confirmed by that")
      .argument("<ID>", "as find prints it, or a beginning that only one has"),
  )
    .option(
      "--words <WORDS>",
      "the words it should have, as they stand in the text; may be repeated for pieces",
      oneMore,
    )
    .option("--at <FROM-TO>", "or where they stand, in UTF-16 units; may be repeated for pieces", stretch)
    .option("--speaker <NAME>", "who said it")
    .option("--speaker-kind <KIND>", "person, office, organisation, state, channel, outlet, unnamed, none")
    .option("--act <ACT>", "what it does; of a silence, its kind")
    .option("--said <DATE>", "when: 2021-01-07, 2021-01, 2021-01-05/2021-01-07, or unknown")
    .action(async (id: string, options: CorrectOptions) => (await load()).correct(id, options, console));

  decisionOptions(
    hearsay
      .command("undo")
      .description("take back a decision: what stood before it stands again")
      .argument("<ENTRY|ID>", "the number of its entry, or a statement for the last decision on it"),
  ).action(async (what: string, options: DecisionOptions) => (await load()).undo(what, options, console));

  decisionOptions(
    hearsay
      .command("merge")
      .description("file names as one: their statements are found together")
      .argument("<NAME...>", "names as find shows them"),
  )
    .requiredOption("--into <NAME>", "the name to file them under")
    .action(async (names: string[], options: MergeOptions) => (await load()).merge(names, options, console));

  decisionOptions(
    hearsay
      .command("split")
      .description("let a name stand for itself again")
      .argument("<NAME>", "a name filed under another"),
  ).action(async (name: string, options: DecisionOptions) => (await load()).split(name, options, console));
}

function decisionOptions(command: Command): Command {
  return archiveOption(command)
    .option("--by <NAME>", "who decides (default: HEARSAY_USER)")
    .option("--reason <WORDS>", "why; a dispute and a retraction need it");
}

function stretch(
  value: string,
  before: readonly (readonly [number, number])[] = [],
): readonly (readonly [number, number])[] {
  const [, from, to] = /^(\d{1,15})[-–](\d{1,15})$/.exec(value) ?? [];
  if (from === undefined || to === undefined)
    throw new InvalidArgumentError("Write two offsets, as cite prints them: 820-910.");
  return [...before, [Number(from), Number(to)]];
}
