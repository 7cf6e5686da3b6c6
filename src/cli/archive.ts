import type { Opening } from "../store/openTables.ts";
import type { Store } from "../store/store.ts";
import { type Console, pathOf } from "./console.ts";

/** What every command that works with an archive takes. */
export interface ArchiveOptions {
  /** A file, or the address of a PostgreSQL server. */
  readonly archive?: string;
}

/** Where an archive is kept when nobody says otherwise. */
const USUAL = "hearsay.db";

/** An archive on a server, by its address. */
export const SERVER = /^postgres(?:ql)?:\/\//i;

/** The archive a call means: `--archive`, else HEARSAY_ARCHIVE, else `hearsay.db` in the working folder. */
export function archiveNamed(console: Console, { archive }: ArchiveOptions): string {
  const named = archive ?? (console.env["HEARSAY_ARCHIVE"] || USUAL);
  return SERVER.test(named) ? named : pathOf(console, named);
}

/** Opens the archive a call means. Throws UserError where it can't be opened, or with `existing` where there is none. */
export async function openArchive(console: Console, options: ArchiveOptions, opening: Opening = {}): Promise<Store> {
  const named = archiveNamed(console, options);
  // A database driver is loaded by those who need it: most have their archive in a file.
  if (SERVER.test(named)) return (await import("../store/postgres.ts")).openPostgres(named, opening);
  return (await import("../store/sqlite.ts")).openSqlite(named, opening);
}

/** Opens an archive for the time of some work, and closes it whatever comes. */
export async function withArchive<T>(
  console: Console,
  options: ArchiveOptions,
  opening: Opening,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openArchive(console, options, opening);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
