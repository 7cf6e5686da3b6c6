import { Queue } from "../../archive/queue/queue.ts";
import { UserError } from "../../model/errors.ts";
import { distribute } from "../../store/distribute.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { type ArchiveOptions, archiveNamed, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";

/** Says what an archive holds and, on a server, what waits in its queue. */
export async function size(options: ArchiveOptions & { readonly json?: boolean }, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const held = await store.size();
    const { seq, hash } = await store.head();
    const url = archiveNamed(console, options);
    const queue = store.kind === "postgres" ? await queuedAt(url) : null;
    if (options.json) {
      const whole = { archive: store.name, kind: store.kind, ...held, head: { seq, hash }, queue };
      await console.stdout.write(`${JSON.stringify(whole)}\n`);
      return;
    }
    const lines = [
      `${store.name} (${store.kind === "sqlite" ? "SQLite" : "PostgreSQL"})`,
      `${held.articles} articles in ${held.editions} editions`,
      `${held.statements} statements, ${held.silences} silences`,
      `${held.entries} entries in the ledger, the last with hash ${hash}`,
    ];
    if (queue) lines.push(`${queue.waiting} reports wait to be read, ${queue.later} to be tried again`);
    for (const reason of queue?.refused ?? []) lines.push(`can't be read: ${shownOnOneLine(reason)}`);
    await console.stdout.write(`${lines.join("\n")}\n`);
  });
}

async function queuedAt(url: string): ReturnType<Queue["queued"]> {
  const queue = await Queue.open(url);
  try {
    return await queue.queued();
  } finally {
    await queue.close();
  }
}

/** Spreads an archive over the nodes of a Citus cluster. */
export async function spread(options: ArchiveOptions, console: Console): Promise<void> {
  const url = archiveNamed(console, options);
  if (!/^postgres/i.test(url))
    throw new UserError("only an archive on a server can be distributed: --archive postgres://...", 2);
  await distribute(url, (table) => void console.stderr.write(`distributing ${table}\n`));
}
