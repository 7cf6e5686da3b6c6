import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Chance } from "./chance.ts";
import { type Acknowledged, type Run, anyMoment, hearsay } from "./command.ts";
import type { Findings } from "./findings.ts";
import { holdings, lost, unequal, unsound, withStore } from "./holdings.ts";
import { startSite, writeReports } from "./invented.ts";

/** Reports that come between one kill and the next. */
const FRESH = 40;
const READING = ["--reader", "fast", "--workers", "1"];

/** SIGKILL at any moment of `hearsay add`; then it is left to end, and must hold what it would hold had it never been killed. */
export async function killAdd(kills: number, chance: Chance, folder: string, findings: Findings): Promise<void> {
  const reports = join(folder, "reports");
  const add = (archive: string): string[] => ["add", "reports", "--archive", archive, "--json", ...READING];
  const acknowledged: Acknowledged[] = [];
  let here = 0;
  for (let kill = 0; kill < kills; kill++) {
    writeReports(reports, here, (here += FRESH));
    const run = await hearsay(add("killed.db"), { folder, strike: { at: anyMoment(chance, FRESH) } });
    acknowledged.push(...run.acknowledged);
    findings.struck(run);
    // At other times the next process finds the archive as the dead one left it.
    if (chance.next() < 0.5) findings.wrong(await lost(join(folder, "killed.db"), acknowledged));
  }
  await settled(add, acknowledged, folder, findings);
}

/** Ends the work that was disturbed, does it anew without disturbance, and compares. */
async function settled(
  add: (archive: string) => string[],
  acknowledged: readonly Acknowledged[],
  folder: string,
  findings: Findings,
): Promise<void> {
  const [killed, whole] = [join(folder, "killed.db"), join(folder, "whole.db")];
  findings.wentWell(await hearsay(add(killed), { folder }));
  findings.wentWell(await hearsay(add(whole), { folder }));
  findings.acknowledged += acknowledged.length;
  findings.wrong(await lost(killed, acknowledged));
  findings.wrong(unequal(await holdings(killed), await holdings(whole)));
  const head = await withStore(killed, (store) => store.head());
  findings.wentWell(await hearsay(add(killed), { folder }));
  if ((await withStore(killed, (store) => store.head())).seq !== head.seq) findings.wrong(["adding again adds"]);
  findings.wrong(await unsound(killed, folder));
}

/** SIGKILL at any moment of `hearsay rebuild`: the tables are the old ones or the new ones, which are equal. */
export async function killRebuild(kills: number, chance: Chance, folder: string, findings: Findings): Promise<void> {
  writeReports(join(folder, "reports"), 0, 600);
  const archive = join(folder, "rebuilt.db");
  const added = await hearsay(["add", "reports", "--archive", archive, "--json", ...READING], { folder });
  findings.wentWell(added);
  const before = await holdings(archive);
  for (let kill = 0; kill < kills; kill++) {
    const at = { lines: 0, milliseconds: 250 + chance.below(750) };
    findings.struck(await hearsay(["rebuild", "--archive", archive], { folder, strike: { at } }));
    findings.wrong(unequal(await holdings(archive), before));
    findings.wrong(await lost(archive, added.acknowledged));
  }
  findings.acknowledged += added.acknowledged.length;
  findings.wrong(await unsound(archive, folder));
}

/** SIGKILL at any moment of `hearsay watch`, which follows a feed that grows and a page that changes. */
export async function killWatch(kills: number, chance: Chance, folder: string, findings: Findings): Promise<void> {
  const site = await startSite();
  try {
    const archive = join(folder, "watched.db");
    const watch = (...more: string[]): Promise<Run> =>
      hearsay(
        [
          "watch",
          site.feed,
          site.page,
          "--archive",
          archive,
          "--json",
          "--allow",
          "127.0.0.1",
          "--delay",
          "1ms",
        ].concat(READING, more.includes("kill") ? ["--every", "90s"] : ["--once"]),
        { folder, ...(more.includes("kill") && { strike: { at: anyMoment(chance, FRESH / 2) } }) },
      );
    mkdirSync(folder, { recursive: true });
    const acknowledged: Acknowledged[] = [];
    for (let kill = 0; kill < kills; kill++) {
      site.reports += FRESH / 2;
      site.edition++;
      // A watch that has nothing more to do waits: it is looked at every time, as if its hour had come.
      await due(archive, [site.feed, site.page]);
      const run = await watch("kill");
      acknowledged.push(...run.acknowledged);
      findings.struck(run);
      if (chance.next() < 0.5) findings.wrong(await lost(archive, acknowledged));
    }
    const end = await watch();
    findings.wentWell(end);
    acknowledged.push(...end.acknowledged);
    findings.acknowledged += acknowledged.length;
    findings.wrong(await lost(archive, acknowledged));
    await withStore(archive, async (store) => {
      const rows = await store.watchedIn(site.feed);
      if (rows.length !== site.reports) findings.wrong([`${rows.length} of ${site.reports} items are known`]);
      for (const { address, next_at } of rows) {
        const article = await store.articleAt(address);
        if (article === null || next_at !== null) findings.wrong([`${address} was never taken in`]);
        else if ((await store.sights(article)).filter((sight) => sight.address === address).length !== 1)
          findings.wrong([`${address} is there twice`]);
      }
      const page = await store.articleAt(site.page);
      const bodies = page === null ? [] : (await store.editions(page)).map(({ body }) => body);
      if (bodies.length === 0 || new Set(bodies).size !== bodies.length || bodies.length > site.edition)
        findings.wrong([`the page has ${bodies.length} editions, ${new Set(bodies).size} different ones`]);
    });
    const head = await withStore(archive, (store) => store.head());
    findings.wentWell(await watch());
    if ((await withStore(archive, (store) => store.head())).seq !== head.seq) findings.wrong(["watching again adds"]);
    findings.wrong(await unsound(archive, folder));
  } finally {
    await site.close();
  }
}

/** Makes what is watched due now. */
async function due(archive: string, addresses: readonly string[]): Promise<void> {
  await withStore(archive, async (store) => {
    const rows = await store.watched(addresses);
    await store.keepWatched(rows.map((row) => ({ ...row, next_at: "2000-01-01T00:00:00.000Z" })));
  });
}
