import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { hearsay } from "./command.ts";
import type { Findings } from "./findings.ts";
import { holdings, lost, unequal, unsound } from "./holdings.ts";
import { writeReports } from "./invented.ts";

const READING = ["--json", "--reader", "fast", "--workers", "1"];
const REPORTS = 400;

/** A disk that is full before all is taken in: the call says so, what it acknowledged is there, and with room it goes on. */
export async function fullDisk(folder: string, findings: Findings): Promise<string> {
  writeReports(join(folder, "reports"), 0, REPORTS);
  const whole = join(folder, "whole.db");
  findings.wentWell(await hearsay(["add", "reports", "--archive", whole, ...READING], { folder }));
  const small = join(folder, "small");
  mkdirSync(small, { recursive: true });
  const mounted = mount(small, "size=3m") === 0;
  try {
    const archive = join(small, "hearsay.db");
    const add = ["add", "reports", "--archive", archive, ...READING];
    const full = await hearsay(add, { folder, ...(!mounted && { largestFile: 1_500 }) });
    findings.saidWhy(full, /disk is full|disk failed/);
    if (full.acknowledged.length === 0) findings.wrong(["nothing fitted on the disk: the fault came too early"]);
    findings.acknowledged += full.acknowledged.length;
    // Whoever looks what is the matter has no more room than before.
    const looked = await hearsay(["archive", "--archive", archive], { folder });
    findings.wentWell(looked);
    const checked = await hearsay(["verify", "--archive", archive], { folder });
    findings.wentWell(checked);
    const again = await hearsay(add, { folder, ...(!mounted && { largestFile: 1_500 }) });
    findings.saidWhy(again, /disk is full|disk failed/);
    findings.wrong(await lost(archive, full.acknowledged));
    if (mounted) mount(small, "remount,size=64m");
    findings.wentWell(await hearsay(add, { folder }));
    findings.wrong(await lost(archive, full.acknowledged));
    findings.wrong(unequal(await holdings(archive), await holdings(whole)));
    findings.wrong(await unsound(archive, folder));
    const said = full.err.trim().split("\n").at(-1) ?? "";
    return `${mounted ? "a file system of 3 MB" : "files of at most 1.5 MB"}: ${full.acknowledged.length} of ${REPORTS} reports fitted, then: ${said.replace(archive, "hearsay.db")}`;
  } finally {
    if (mounted) spawnSync("umount", [small]);
  }
}

function mount(at: string, options: string): number | null {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", at]).status;
}
