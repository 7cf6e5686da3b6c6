import { join } from "node:path";
import { hearsay } from "./command.ts";
import type { Findings } from "./findings.ts";
import { holdings, lost, unequal, unsound } from "./holdings.ts";
import { writeReports } from "./invented.ts";

const READING = ["--json", "--reader", "fast", "--workers", "1"];

/** Two processes that make the same archive, and add to it at once what both have and what one has alone. */
export async function twoAtOnce(times: number, folder: string, findings: Findings): Promise<void> {
  writeReports(join(folder, "one"), 0, 120);
  writeReports(join(folder, "other"), 60, 180);
  const whole = join(folder, "whole.db");
  findings.wentWell(await hearsay(["add", "one", "other", "--archive", whole, ...READING], { folder }));
  const should = await holdings(whole);
  for (let time = 0; time < times; time++) {
    const archive = join(folder, `both${time}.db`);
    const both = await Promise.all(
      ["one", "other"].map((reports) => hearsay(["add", reports, "--archive", archive, ...READING], { folder })),
    );
    // A third time by both, when all is known.
    const again = await Promise.all(
      ["one", "other"].map((reports) => hearsay(["add", reports, "--archive", archive, ...READING], { folder })),
    );
    for (const run of [...both, ...again]) {
      findings.wentWell(run);
      findings.acknowledged += run.acknowledged.length;
      findings.wrong(await lost(archive, run.acknowledged));
    }
    for (const run of again)
      if (run.acknowledged.some(({ outcome }) => outcome !== "known")) findings.wrong(["adding again adds"]);
    findings.wrong(unequal(await holdings(archive), should));
    findings.wrong(await unsound(archive, folder));
  }
}
