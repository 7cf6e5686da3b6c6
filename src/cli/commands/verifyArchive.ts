import { PACKAGE } from "../../home.ts";
import { type Finding, type Stage, checkArchive } from "../../archive/check.ts";
import { count } from "../../export/pageLines.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { withArchive } from "../archive.ts";
import type { Console } from "../console.ts";
import { Progress } from "../progress.ts";

const UNITS: Readonly<Record<Stage["name"], string>> = {
  file: "files",
  ledger: "entries chained",
  tables: "entries replayed",
  "captures and texts": "articles",
};

/** Checks a whole archive and tells each fault on standard output. Comes back with how many there are. */
export async function verifyArchive(
  archive: string | true,
  { quiet }: { readonly quiet?: boolean },
  console: Console,
): Promise<number> {
  const { stdout, stderr } = console;
  return withArchive(console, archive === true ? {} : { archive }, { existing: true }, async (store) => {
    let progress: { readonly name: Stage["name"]; readonly of: Progress } | null = null;
    const told = async ({ name, done, all }: Stage): Promise<void> => {
      if (progress?.name !== name) {
        await progress?.of.clear();
        progress = { name, of: new Progress(stderr, all, () => performance.now(), quiet !== true, UNITS[name]) };
      }
      await progress.of.tell(done);
    };
    const found = async ({ level, about, what }: Finding): Promise<void> => {
      await progress?.of.clear();
      if (level === "fault" || quiet !== true) await stdout.write(`${level}: ${shownOnOneLine(`${about}: ${what}`)}\n`);
    };
    const looked = await checkArchive(store, { version: `hearsay-${PACKAGE.version}`, told, found });
    await (progress as { readonly of: Progress } | null)?.of.clear();
    if (quiet !== true) {
      const what = [
        count(looked.articles, "article"),
        count(looked.captures, "capture"),
        count(looked.records, "record"),
      ].join(", ");
      await stdout.write(
        looked.faults === 0 && looked.entries === 0
          ? `${store.name}: holds nothing yet; hearsay add takes reports in\n`
          : looked.faults === 0
            ? `${store.name}: ${looked.entries.toLocaleString("en")} ledger entries in one chain, ${what}: all as it was written\n`
            : `${store.name}: ${count(looked.faults, "fault")} in ${what}\n`,
      );
    }
    return looked.faults;
  });
}
