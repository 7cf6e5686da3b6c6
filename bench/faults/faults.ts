/**
 * Does harm to archives and looks what is left: kills at random moments, a full disk, two writers, a flipped bit. Prints a line
 * for each kind, with what went wrong, and ends with 1 if anything did. Random moments come from a seed, what runs at them
 * depends on the machine.
 *
 *   node bench/faults/faults.ts [KIND...]    kinds: add, rebuild, watch, worker, server, disk, two, byte; none for all
 *
 * HEARSAY_KILLS: kills of each command and of the server (default 50); HEARSAY_SEED: another seed.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Chance } from "./chance.ts";
import { fullDisk } from "./disk.ts";
import { killAdd, killRebuild, killWatch } from "./fileKills.ts";
import { Findings } from "./findings.ts";
import { flippedByte } from "./flippedByte.ts";
import { killServer, killWorker } from "./serverKills.ts";
import { twoAtOnce } from "./twoAtOnce.ts";

const kills = Number(process.env["HEARSAY_KILLS"] ?? 50);
const seed = Number(process.env["HEARSAY_SEED"] ?? 20_310_304);

type Kind = (chance: Chance, folder: string, findings: Findings) => Promise<string | void>;
const KINDS: Readonly<Record<string, Kind>> = {
  add: (...how) => killAdd(kills, ...how),
  rebuild: (...how) => killRebuild(Math.ceil(kills / 5), ...how),
  watch: (...how) => killWatch(kills, ...how),
  worker: (...how) => killWorker(kills, ...how),
  server: (...how) => killServer(kills, ...how),
  disk: (_, ...how) => fullDisk(...how),
  two: (_, ...how) => twoAtOnce(Math.ceil(kills / 10), ...how),
  byte: (...how) => flippedByte(kills * 8, ...how),
};

const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(KINDS, name));
if (unknown !== undefined) throw new Error(`there is no fault called ${unknown}: ${Object.keys(KINDS).join(", ")}`);
const root = mkdtempSync(join(tmpdir(), "hearsay-faults-"));
// The server runs as another user and has to get through.
chmodSync(root, 0o711);
try {
  for (const [name, kind] of Object.entries(KINDS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const folder = join(root, name);
    mkdirSync(folder);
    const findings = new Findings();
    const start = performance.now();
    const said = await kind(new Chance(seed), folder, findings);
    const { hit, missed, acknowledged, faults } = findings;
    const struck = hit + missed > 0 ? `, ${hit} strikes hit, ${missed} came when it had ended` : "";
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(
      `${name}: ${faults.length === 0 ? "held" : `${faults.length} FAULTS`}${struck}, ${acknowledged} acknowledged, ${seconds} s${said ? `; ${said}` : ""}`,
    );
    for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
