import { type ArchiveOptions, withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { Progress } from "../progress.ts";

export interface RebuildOptions extends ArchiveOptions {
  readonly quiet?: boolean;
}

/** Makes all tables and indexes of an archive again from its ledger. */
export async function rebuild(options: RebuildOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true, older: true }, async (store) => {
    const { seq } = await store.head();
    const wanted = options.quiet !== true;
    const progress = new Progress(console.stderr, seq, () => performance.now(), wanted, "entries");
    await store.rebuild((done) => progress.tell(done));
    await progress.clear();
    const { statements, silences } = await store.size();
    if (wanted)
      await console.stderr.write(
        `${store.name}: ${seq} entries replayed in ${progress.seconds.toFixed(1)} s: ${statements} statements, ${silences} silences\n`,
      );
  });
}
