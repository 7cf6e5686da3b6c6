import { availableParallelism } from "node:os";
import { articleNamed } from "../../archive/history.ts";
import { ReadingPool } from "../../archive/pool.ts";
import { readerNameOf } from "../../archive/readerName.ts";
import { allArticles } from "../../archive/allArticles.ts";
import { type Reread, reread as readAgain } from "../../archive/reread.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { loadPack } from "../../packs/packs.ts";
import type { Store } from "../../store/store.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import { type Console, pathOf } from "../console.ts";
import { stoppable } from "../interrupt.ts";
import { LiveLine, duration, rateIn } from "../liveLine.ts";
import type { ReadingOptions } from "../options.ts";

export interface RereadOptions extends ArchiveOptions, Pick<ReadingOptions, "reader" | "pack"> {
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Reads articles of an archive again, all of them where none is named. Comes back with how many failed. */
export async function reread(named: readonly string[], options: RereadOptions, console: Console): Promise<number> {
  const folders = (options.pack ?? []).map((folder) => pathOf(console, folder));
  const readerName = readerNameOf(
    options.reader,
    folders.map((folder) => loadPack(folder)),
  );
  return stoppable((stop) =>
    withArchive(console, options, { existing: true }, async (store) => {
      const { stdout, stderr } = console;
      const articles = named.length === 0 ? allArticles(store) : those(store, named, console.folder);
      const total = named.length === 0 ? (await store.size()).articles : named.length;
      const pool = new ReadingPool(options.workers ?? availableParallelism(), { packs: folders });
      const line = new LiveLine(stderr, () => performance.now(), options.quiet !== true);
      const counts = { read: 0, edition: 0, known: 0, refused: 0 };
      let done = 0;
      const told = async (result: Reread): Promise<void> => {
        done++;
        counts[result.outcome]++;
        if (result.outcome === "refused") {
          await line.clear();
          await stderr.write(`hearsay: ${shownOnOneLine(`${result.article}: ${result.reason}`)}\n`);
        }
        if (options.json) await stdout.write(`${JSON.stringify(result)}\n`);
        await line.tell(
          (seconds) =>
            `${done}/${total} articles, ${rateIn(done, seconds)} a second, ${duration((seconds * (total - done)) / done)} left`,
        );
      };
      try {
        const now = (): string => new Date().toISOString();
        await readAgain(store, articles, { pool, reader: options.reader, readerName, now, told, stop });
      } finally {
        await pool.close();
      }
      await line.clear();
      if (options.quiet !== true)
        await stderr.write(
          `${counts.read + counts.edition} articles read again by ${readerName}, ${counts.edition} of them as another text, ` +
            `${counts.known} read by it before, ${counts.refused} refused; ${duration(line.seconds)}` +
            `${stop.aborted ? "; stopped: the same call reads the rest" : ""}\n`,
        );
      return counts.refused + Number(stop.aborted);
    }),
  );
}

async function* those(store: Store, named: readonly string[], folder: string): AsyncGenerator<string> {
  for (const one of named) yield (await articleNamed(store, one, folder)).article;
}
