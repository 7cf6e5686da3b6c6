import { join } from "node:path";
import type { Chance } from "./chance.ts";
import { type Acknowledged, type Run, anyMoment, hearsay } from "./command.ts";
import type { Findings } from "./findings.ts";
import { holdings, lost, unequal, unsound } from "./holdings.ts";
import { writeReports } from "./invented.ts";
import { Server } from "./server.ts";

const FRESH = 24;
const READING = ["--reader", "fast", "--workers", "1"];
const LOST = /server can't be reached|has no connection left|terminat|recovery|ECONN/i;

/** SIGKILL at any moment of `hearsay worker`; others take over its jobs. */
export async function killWorker(kills: number, chance: Chance, folder: string, findings: Findings): Promise<void> {
  await onServer(folder, findings, async (server, acknowledged, more) => {
    for (let kill = 0; kill < kills; kill++) {
      more(FRESH);
      const left = await hearsay(
        ["add", "reports", "--archive", server.address, "--enqueue", "--json", "--quiet", "--reader", "fast"],
        { folder },
      );
      findings.wentWell(left);
      acknowledged.push(...left.acknowledged);
      const run = await work(server, folder, { at: anyMoment(chance, FRESH / 2) });
      findings.struck(run);
      acknowledged.push(...run.acknowledged);
      if (chance.next() < 0.3) findings.wrong(await lost(server.address, acknowledged));
    }
    const last = await work(server, folder);
    findings.wentWell(last);
    acknowledged.push(...last.acknowledged);
  });
}

/** SIGKILL of the server, or of one of its processes, at any moment of `hearsay add` and `hearsay worker`. */
export async function killServer(kills: number, chance: Chance, folder: string, findings: Findings): Promise<void> {
  await onServer(folder, findings, async (server, acknowledged, more) => {
    for (let kill = 0; kill < kills; kill++) {
      more(FRESH);
      const whole = kill % 2 === 0;
      const strike = { at: anyMoment(chance, FRESH), with: () => (whole ? server.kill() : server.killOne()) };
      const enqueue = ["--archive", server.address, "--json", "--quiet", "--enqueue", "--reader", "fast"];
      if (kill % 3 === 0) {
        const left = await hearsay(["add", "reports", ...enqueue], { folder });
        findings.wentWell(left);
        acknowledged.push(...left.acknowledged);
      }
      const run =
        kill % 3 === 0
          ? await work(server, folder, strike)
          : kill % 3 === 1
            ? await hearsay(["add", "reports", ...enqueue], { folder, strike })
            : await hearsay(["add", "reports", "--archive", server.address, "--json", ...READING], { folder, strike });
      acknowledged.push(...run.acknowledged);
      // A strike after the work was done, or between two of its questions, disturbs nobody.
      if (run.code === 0) findings.missed++;
      else {
        findings.hit++;
        findings.saidWhy(run, LOST);
      }
      await server.start();
      if (chance.next() < 0.3) findings.wrong(await lost(server.address, acknowledged));
    }
    const last = await work(server, folder);
    findings.wentWell(last);
    acknowledged.push(...last.acknowledged);
  });
}

function work(server: Server, folder: string, strike?: Parameters<typeof hearsay>[1]["strike"]): Promise<Run> {
  const args = ["worker", "--archive", server.address, "--once", "--json", "--quiet", "--workers", "1"];
  return hearsay(args, { folder, ...(strike && { strike }) });
}

/** Runs work on a server of its own, then ends it, does it anew on a file without disturbance, and compares. */
async function onServer(
  folder: string,
  findings: Findings,
  disturbed: (server: Server, acknowledged: Acknowledged[], more: (n: number) => void) => Promise<void>,
): Promise<void> {
  const server = await Server.make(join(folder, "server"));
  try {
    const acknowledged: Acknowledged[] = [];
    let here = 0;
    await disturbed(server, acknowledged, (n) => writeReports(join(folder, "reports"), here, (here += n)));
    const waiting = acknowledged.filter(({ outcome }) => outcome === "waiting");
    findings.acknowledged += acknowledged.length;
    const read = (archive: string): string[] => ["add", "reports", "--archive", archive, "--json", ...READING];
    // What waited has been read by now: what was not acknowledged may have to be added still.
    findings.wrong(
      await lost(server.address, [...acknowledged, ...waiting.map((one) => ({ ...one, outcome: "waited for" }))]),
    );
    findings.wentWell(await hearsay(read(server.address), { folder }));
    findings.wentWell(await hearsay(read("whole.db"), { folder }));
    findings.wrong(unequal(await holdings(server.address), await holdings(join(folder, "whole.db"))));
    findings.wrong(await unsound(server.address, folder));
  } finally {
    await server.stop();
  }
}
