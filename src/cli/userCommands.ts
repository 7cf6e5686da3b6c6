import { Argument, type Command, Option } from "commander";
import { ROLES, type Role } from "../model/roles.ts";
import type { ArchiveOptions } from "./archive.ts";
import type { AddTokenOptions, ListTokensOptions } from "./commands/token.ts";
import type { AddUserOptions, ListOptions } from "./commands/user.ts";
import type { Console } from "./console.ts";
import { archiveOption, wholeNumber } from "./options.ts";

/** The commands that say who may use an archive through the reading room and its API. */
export function userCommands(hearsay: Command, console: Console): void {
  userOnes(hearsay.command("user").description("who may use the reading room of an archive"), console);
  tokenOnes(hearsay.command("token").description("tokens by which programs use the API in a user's name"), console);
}

function userOnes(user: Command, console: Console): void {
  const load = () => import("./commands/user.ts");
  archiveOption(
    user
      .command("add")
      .description("make a user; the password is asked for, or read from standard input")
      .argument("<NAME>", "as decisions will be signed"),
  )
    .addOption(
      new Option("--role <ROLE>", "reader looks, reviewer decides, admin also makes users")
        .choices(ROLES)
        .makeOptionMandatory(),
    )
    .option("--again", "the same person as a user of that name who was removed")
    .action(async (name: string, options: AddUserOptions) => (await load()).add(name, options, console));
  archiveOption(user.command("list").description("users and their roles"))
    .option("--json", "print one JSON object")
    .action(async (options: ListOptions) => (await load()).list(options, console));
  archiveOption(
    user
      .command("role")
      .description("give a user another role; their sessions end")
      .argument("<NAME>", "a user")
      .addArgument(new Argument("<ROLE>", "the role").choices(ROLES)),
  ).action(async (name: string, to: Role, options: ArchiveOptions) => (await load()).role(name, to, options, console));
  archiveOption(
    user
      .command("password")
      .description("give a user another password, asked for or read from standard input; their sessions end")
      .argument("<NAME>", "a user"),
  ).action(async (name: string, options: ArchiveOptions) => (await load()).password(name, options, console));
  archiveOption(
    user
      .command("remove")
      .description("take a user out, with sessions and tokens; what they decided stays")
      .argument("<NAME>", "a user"),
  ).action(async (name: string, options: ArchiveOptions) => (await load()).remove(name, options, console));
}

function tokenOnes(token: Command, console: Console): void {
  const load = () => import("./commands/token.ts");
  archiveOption(
    token.command("add").description("make a token; it is printed this once").argument("<USER>", "whose it is"),
  )
    .requiredOption("--for <WORDS>", "what it is for")
    .addOption(new Option("--role <ROLE>", "at most the user's").choices(ROLES).default("reader"))
    .option("--days <N>", "how long it holds, to 366 (default: 90)", days)
    .action(async (user: string, options: AddTokenOptions) => (await load()).add(user, options, console));
  archiveOption(token.command("list").description("tokens and their state").argument("[USER]", "only this one's"))
    .option("--json", "print one JSON object")
    .action(async (user: string | undefined, options: ListTokensOptions) =>
      (await load()).list(user, options, console),
    );
  archiveOption(
    token.command("revoke").description("make tokens worthless at once").argument("<ID...>", "as list prints them"),
  ).action(async (ids: string[], options: ArchiveOptions) => (await load()).revoke(ids, options, console));
}

function days(value: string): number {
  return wholeNumber(value, 1, 366, "Write a whole number of days from 1 to 366.");
}
