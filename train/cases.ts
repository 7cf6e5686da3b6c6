import { existsSync, readFileSync, readdirSync } from "node:fs";
import { ACTS, type Act } from "../src/model/statement.ts";
import { type Case, parseCaseFile } from "../test/extract/cases.ts";

/** The cases marked by hand in this project, of one part: rules and models are tuned on "tune" only. */
export function readCases(part: "tune" | "hold"): Case[] {
  return readFolder(new URL("../test/extract/cases/", import.meta.url)).filter((c) => c.part === part);
}

/** The lines marked by hand for training alone. */
export function readLines(): Case[] {
  return readFolder(new URL("./lines/", import.meta.url));
}

/**
 * The lines above whose statements a comment gives their acts, `# acts: vow deny` in the order of their numbers ("-" for none),
 * and those that were written for the sake of acts. Throws an Error where the acts and the statements of a line differ in number.
 */
export function readActLines(): (Case & { readonly acts: readonly (Act | null)[] })[] {
  return [...readLines(), ...readFolder(new URL("./acts/lines/", import.meta.url))].flatMap((line) => {
    const given = /\bacts: (.+)$/.exec(line.name)?.[1]?.trim().split(/\s+/);
    if (!given) return [];
    if (given.length !== line.statements.length)
      throw new Error(`${line.name}: ${line.text}: not an act for each statement`);
    return [{ ...line, acts: given.map((act) => (act === "-" ? null : actNamed(act, line.text))) }];
  });
}

function actNamed(name: string, text: string): Act {
  const act = ACTS.find((known) => known === name);
  if (!act) throw new Error(`${text}: no act is called ${name}`);
  return act;
}

function readFolder(folder: URL): ReturnType<typeof parseCaseFile>[number][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => parseCaseFile(readFileSync(new URL(file, folder), "utf8")));
}
