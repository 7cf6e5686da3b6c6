import { createHash, type Hash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import type { Chance } from "./chance.ts";
import { hearsay } from "./command.ts";
import type { Findings } from "./findings.ts";
import { writeReports } from "./invented.ts";
import { checkArchive } from "../../src/archive/check.ts";
import { UserError } from "../../src/model/errors.ts";
import metadata from "../../package.json" with { type: "json" };
import { withStore } from "./holdings.ts";

/** Of so many flips one is looked at by the command line as well. */
const BY_COMMAND = 25;

/** One bit of the file turned over, anywhere: the check finds it, or it stands where nothing is kept and all reads as before. */
export async function flippedByte(flips: number, chance: Chance, folder: string, findings: Findings): Promise<string> {
  writeReports(join(folder, "reports"), 0, 40);
  const archive = join(folder, "sound.db");
  const reading = ["--json", "--reader", "fast", "--workers", "1"];
  findings.wentWell(await hearsay(["add", "reports", "--archive", archive, ...reading], { folder }));
  const sound = contents(archive);
  const bytes = readFileSync(archive);
  let found = 0;
  let idle = 0;
  for (let flip = 0; flip < flips; flip++) {
    const at = chance.below(bytes.length);
    const bit = 1 << chance.below(8);
    const damaged = join(folder, `flipped${flip % 2}.db`);
    for (const ending of ["-wal", "-shm"]) writeFileSync(`${damaged}${ending}`, "");
    copyFileSync(archive, damaged);
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ bit;
    writeFileSync(damaged, copy);
    const now = contents(damaged);
    const what = `bit ${bit} of byte ${at}`;
    const faults = await faultsOf(damaged, findings, what);
    if (flip % BY_COMMAND === 0) {
      writeFileSync(damaged, copy);
      const run = await hearsay(["verify", "--archive", damaged], { folder });
      if ((run.code !== 0) !== faults > 0) findings.wrong([`${what}: verify ends with ${run.code}: ${run.out}`]);
      if (/\n {4}at /.test(run.err)) findings.wrong([`${what}: ${run.err.slice(0, 300)}`]);
    }
    if (faults > 0) found++;
    else if (now === sound) idle++;
    else findings.wrong([`${what} was changed and not found`]);
  }
  return `${flips} bits turned over in ${bytes.length} bytes: ${found} found, ${idle} where nothing is kept`;
}

async function faultsOf(archive: string, findings: Findings, what: string): Promise<number> {
  const version = `hearsay-${metadata.version}`;
  try {
    return await withStore(archive, async (store) => {
      const nothing = async (): Promise<void> => {};
      return (await checkArchive(store, { version, told: nothing, found: nothing })).faults;
    });
  } catch (error) {
    // An archive that can't be opened is one whose damage is found, if that is what is said.
    if (!(error instanceof UserError)) findings.wrong([`${what}: ${(error as Error).stack}`]);
    return 1;
  }
}

/**
 * The hash of every row of every table, in order, its bytes unpacked, and of every place of every word in the word index; what
 * can't be read is a value as well. Of the index its answers are kept, not its bytes: marks for merging and counts to rank by
 * stand in them too, and no answer here comes from those.
 */
function contents(archive: string): string {
  const hash = createHash("sha256");
  const file = new DatabaseSync(archive, { readOnly: true });
  try {
    const tables = file.prepare("select name from sqlite_master where type = 'table' order by name").all();
    for (const { name } of tables) {
      if (String(name).startsWith(INDEX)) continue;
      hash.update(`\n${String(name)}\n`);
      hashRows(hash, file, `select * from "${String(name)}"`);
    }
    file.exec(`create virtual table temp.places using fts5vocab(main, ${INDEX}, instance)`);
    hashRows(hash, file, "select * from temp.places");
    return hash.digest("hex");
  } catch (error) {
    return String(error);
  } finally {
    file.close();
  }
}

/** The word index and the tables in which SQLite keeps it. */
const INDEX = "record_words";

function hashRows(hash: Hash, file: DatabaseSync, query: string): void {
  for (const row of file.prepare(query).iterate())
    for (const value of Object.values(row)) hash.update(value instanceof Uint8Array ? unpacked(value) : `${value}\0`);
}

/** What packed bytes hold: when they were packed and on which system is nothing that is kept. */
function unpacked(bytes: Uint8Array): Uint8Array | string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    return String(error);
  }
}
