import { existsSync, readFileSync, readdirSync } from "node:fs";
import { type Case, parseCaseFile } from "../test/extract/cases.ts";

/** The cases marked by hand in this project, of one part: rules and models are tuned on "tune" only. */
export function readCases(part: "tune" | "hold"): Case[] {
  return readFolder(new URL("../test/extract/cases/", import.meta.url)).filter((c) => c.part === part);
}

/** The lines marked by hand for training alone. */
export function readLines(): Case[] {
  return readFolder(new URL("./lines/", import.meta.url));
}

function readFolder(folder: URL): ReturnType<typeof parseCaseFile>[number][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => parseCaseFile(readFileSync(new URL(file, folder), "utf8")));
}
