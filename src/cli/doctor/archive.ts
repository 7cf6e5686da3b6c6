import { constants, accessSync, existsSync, statSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type Examined, examinePostgres, examineSqlite } from "../../store/examine.ts";
import { FORMAT } from "../../store/schema.ts";
import { type ArchiveOptions, SERVER, archiveNamed } from "../archive.ts";
import type { Console } from "../console.ts";
import { type Finding, fault, ok, size, warning } from "./finding.ts";

const LOW_DISK = 1024 ** 3;
const NO_DISK = 50 * 1024 ** 2;
/** What the queue needs; and below the second the makers mend nothing any more. */
const LEAST_POSTGRES = 12;
const KEPT_POSTGRES = 14;

/** The archive a call means, whether it is there, can be used, and is kept as it should be. */
export async function checkArchive(options: ArchiveOptions, console: Console): Promise<Finding[]> {
  const named = archiveNamed(console, options);
  return SERVER.test(named) ? checkServer(named) : checkFile(named);
}

function checkFile(path: string): Finding[] {
  const folder = dirname(path);
  if (!existsSync(path)) {
    return existsSync(folder)
      ? [
          ok("archive", `there is none at ${path} yet; hearsay add makes one`),
          ...checkWritable([folder]),
          ...checkDisk(folder),
        ]
      : [fault("archive", `${folder} is not there`, "make the folder, or name another archive with --archive")];
  }
  return [
    ...examined(() => examineSqlite(path), path),
    // SQLite writes files of its own beside the archive.
    ...checkWritable([path, folder]),
    ...checkOthers(path),
    ...checkDisk(folder),
  ];
}

function examined(look: () => Examined, name: string): Finding[] {
  try {
    return described(look(), name);
  } catch (error) {
    return [
      fault(
        "archive",
        (error as Error).message,
        "see that it is the right file; a copy of it may help (docs/operations.md)",
      ),
    ];
  }
}

async function checkServer(url: string): Promise<Finding[]> {
  let seen: Examined;
  try {
    seen = await examinePostgres(url);
  } catch (error) {
    return [
      fault(
        "archive",
        (error as Error).message,
        "see that the server runs, and that user, password and database are right",
      ),
    ];
  }
  const { engine, server, encrypted } = seen;
  const version = server ?? 0;
  return [
    version < LEAST_POSTGRES
      ? fault("server", `${engine} is too old`, `bring it to PostgreSQL ${KEPT_POSTGRES} or later`)
      : version < KEPT_POSTGRES
        ? warning("server", `${engine} is no longer looked after by its makers`, "plan to bring it up to date")
        : ok("server", engine),
    ...(encrypted || isLocal(url)
      ? []
      : [
          warning(
            "server",
            "what goes to it and back is not encrypted",
            "add ?sslmode=verify-full to the archive's address",
          ),
        ]),
    ...described(seen, "the archive on the server"),
  ];
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "" || /^(?:localhost|127\.|\[::1\]|%2f)/i.test(hostname);
}

function described({ format, entries, head, users, engine }: Examined, name: string): Finding[] {
  if (format === null) return [ok("archive", `${name} is there and holds nothing yet (${engine})`)];
  if (format > FORMAT)
    return [fault("archive", `${name} is of format ${format}, of a newer Hearsay`, "bring Hearsay up to date")];
  if (format < FORMAT)
    return [
      warning(
        "archive",
        `${name} is of format ${format}; this version works with format ${FORMAT}`,
        "make a copy, then run hearsay rebuild: it loses nothing",
      ),
    ];
  const last = entries === 0 ? "no entries" : `${entries.toLocaleString("en")} entries, the last ${head.slice(0, 12)}…`;
  const who = users === 0 ? "no users: only this machine may open its reading room" : `${users} may log in`;
  return [
    ok("archive", `${name}: format ${format}, ${last} (hearsay verify --archive checks all of it)`),
    ok("users", who),
  ];
}

function checkWritable(paths: readonly string[]): Finding[] {
  return paths.flatMap((path) => {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
      return [];
    } catch {
      return [fault("permissions", `${path} may not be written to`, "change its permissions, or run as its owner")];
    }
  });
}

/** Whether other users of the machine can read an archive: it holds decisions under names and the hashes of passwords. */
function checkOthers(path: string): Finding[] {
  if (process.platform === "win32") return [];
  const opens = (place: string, bit: number): boolean => (statSync(place).mode & bit) !== 0;
  let isOpen = opens(path, constants.S_IROTH);
  for (let at = dirname(path), below = path; isOpen && at !== below; [below, at] = [at, dirname(at)])
    isOpen = opens(at, constants.S_IXOTH);
  return isOpen
    ? [warning("permissions", `every user of this machine can read ${path}`, `chmod o= ${path}*`)]
    : [ok("permissions", "written by you, closed to other users of the machine")];
}

function checkDisk(folder: string): Finding[] {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < NO_DISK)
    return [fault("disk", `${size(free)} are free for the archive`, "make room before you add anything")];
  if (free < LOW_DISK)
    return [warning("disk", `${size(free)} are free for the archive`, "make room, or move the archive")];
  return [ok("disk", `${size(free)} free for the archive`)];
}
