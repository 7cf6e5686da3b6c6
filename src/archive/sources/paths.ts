import type { Dirent, Stats } from "node:fs";
import { glob, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { unreadable } from "../../ingest/unreadable.ts";
import { UserError } from "../../model/errors.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import type { PassedOver, Refused } from "../add.ts";
import { endingOf, isWanted } from "./kinds.ts";

/** A file to take in. */
export interface Found {
  /** As it is called in messages. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly size: number;
}

const GLOB = /[*?[{]/;

/**
 * The files that a name in a call means: a file, all files of a folder and those in it, or all that fit a glob. Hidden files of
 * folders are left out, and names in them that no report has are passed over. In the order of their names, by code units. What is
 * not there or can't be read is refused.
 */
export async function* filesAt(named: string, folder: string): AsyncGenerator<Found | Refused | PassedOver> {
  const path = resolve(folder, named);
  const facts = await statOf(named, path);
  if ("reason" in facts) {
    if (!GLOB.test(named)) {
      yield facts;
      return;
    }
    yield* filesFitting(named, folder);
  } else if (facts.isDirectory()) yield* filesIn(named, path);
  else yield { name: shownOnOneLine(named), path, size: facts.isFile() ? facts.size : 0 };
}

async function* filesFitting(named: string, folder: string): AsyncGenerator<Found | Refused | PassedOver> {
  const names: string[] = [];
  for await (const name of glob(named, { cwd: folder })) if (!isHidden(name, named)) names.push(name);
  if (names.length === 0) yield { name: shownOnOneLine(named), reason: `${shownOnOneLine(named)} fits no file` };
  for (const name of names.sort(byCodeUnits)) {
    const path = resolve(folder, name);
    const facts = await statOf(name, path);
    if ("reason" in facts) yield facts;
    // A glob that fits a folder means what it says; `**` fits the files in it as well.
    else if (facts.isFile()) yield { name: shownOnOneLine(name), path, size: facts.size };
  }
}

function isHidden(name: string, pattern: string): boolean {
  return /(?:^|[/\\])\.[^./\\]/.test(name) && !/(?:^|[/\\])\.[^./\\]/.test(pattern);
}

async function* filesIn(named: string, path: string): AsyncGenerator<Found | Refused | PassedOver> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield refusedBy(named, error);
    return;
  }
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue;
    const inner = join(named, entry.name);
    const whole = join(path, entry.name);
    // A link to a folder may lead back to where we are.
    if (entry.isDirectory()) yield* filesIn(inner, whole);
    else if (!isWanted(entry.name)) yield { name: shownOnOneLine(inner), passed: `${endingOf(entry.name)} file` };
    else {
      const facts = await statOf(inner, whole);
      if ("reason" in facts) yield facts;
      else if (facts.isFile()) yield { name: shownOnOneLine(inner), path: whole, size: facts.size };
    }
  }
}

async function statOf(named: string, path: string): Promise<Stats | Refused> {
  try {
    return await stat(path);
  } catch (error) {
    return refusedBy(named, error);
  }
}

/** A file that the system will not let us read. */
export function refusedBy(named: string, error: unknown): Refused {
  const name = shownOnOneLine(named);
  return { name, reason: (error instanceof UserError ? error : unreadable(name, error as Error)).message };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
