import { parentPort, workerData } from "node:worker_threads";
import { DEFAULT_READER, statementReader, whyNotFull } from "../extract/readers.ts";
import { convert } from "../ingest/convert.ts";
import { capture } from "../ingest/ingest.ts";
import { UserError } from "../model/errors.ts";
import { loadPack, ownPacks } from "../packs/packs.ts";
import type { Answer, Start, Task } from "./pool.ts";
import { prepare } from "./prepare.ts";
import { readerNameOf } from "./readerName.ts";

const { packs: folders } = workerData as Start;
const others = folders.map((folder) => loadPack(folder));
const packs = [...ownPacks(), ...others];

parentPort?.on("message", async (task: Task & { readonly id: number }) => {
  parentPort?.postMessage(await answerTo(task));
});

async function answerTo({ id, bytes, from, options }: Task & { readonly id: number }): Promise<Answer> {
  try {
    const wanted = options.reader ?? DEFAULT_READER;
    statementReader(wanted);
    // The reading is filed under who did it.
    const reader = wanted === "full" && whyNotFull() !== null ? "fast" : wanted;
    const converted = await convert(bytes, from);
    const prepared = prepare(
      capture(bytes, from),
      { ...options, ...(converted && { converted }), packs },
      readerNameOf(reader, others),
    );
    return { id, prepared, whyNotFull: wanted === "full" ? whyNotFull() : null };
  } catch (error) {
    const fault = !(error instanceof UserError);
    return { id, wrong: error instanceof Error ? error.message : String(error), fault };
  }
}
