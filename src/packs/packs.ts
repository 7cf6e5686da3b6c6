import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DATA } from "../home.ts";
import { UserError } from "../model/errors.ts";
import type { Pack } from "../model/pack.ts";
import { TABLES, type TableFile, type TableName, readTables } from "./tables.ts";

const OWN = join(DATA, "packs");

let own: readonly Pack[] | null = null;

/** The packs Hearsay comes with: `core` first, then those beside it in `data/packs`, by name. Read once. */
export function ownPacks(): readonly Pack[] {
  own ??= readdirSync(OWN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted((a, b) => Number(b === "core") - Number(a === "core") || (a < b ? -1 : 1))
    .map((name) => loadPack(join(OWN, name)));
  return own;
}

/**
 * The pack in a folder, written as `docs/packs.md` says: `pack.json` and any of its tables. `folder` is named in errors as it
 * is given. Throws UserError, with file, line and field, for a folder that is no pack.
 */
export function loadPack(folder: string): Pack {
  const { name, description } = header(folder);
  const files: Partial<Record<TableName, TableFile>> = {};
  for (const entry of filesIn(folder)) {
    if (!entry.endsWith(".tsv")) continue;
    const table = entry.slice(0, -4);
    const file = join(folder, entry);
    if (!isTable(table))
      throw new UserError(
        `${file}: a pack has no table of this name; it may have ${Object.keys(TABLES).join(", ")}`,
        2,
      );
    files[table] = { file, content: textOf(file) };
  }
  return { name, description, ...readTables(files) };
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

function header(folder: string): { readonly name: string; readonly description: string } {
  const file = join(folder, "pack.json");
  let json: unknown;
  try {
    json = JSON.parse(textOf(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file}: is no JSON: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
  const fields = (typeof json === "object" && json !== null ? json : {}) as Record<string, unknown>;
  const field = (key: string): string => {
    const value = fields[key];
    if (typeof value !== "string" || value.trim() === "")
      throw new UserError(`${file}, ${key}: must be there, a string that is not empty`, 2);
    return value;
  };
  for (const key of Object.keys(fields))
    if (key !== "name" && key !== "description")
      throw new UserError(`${file}, ${key}: is no field of a pack; it has name and description`, 2);
  return { name: field("name"), description: field("description") };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function textOf(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UserError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why =
    code === "ENOENT"
      ? "is not there; a pack is a folder with a pack.json (docs/packs.md)"
      : code === "ERR_ENCODING_INVALID_ENCODED_DATA"
        ? "is no UTF-8 text"
        : `can't be read (${code === "" ? String(error) : code})`;
  return new UserError(`${file}: ${why}`, 2);
}
