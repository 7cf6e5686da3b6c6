import { workerData } from "node:worker_threads";
import { DEFAULT_READER, statementReader, whyNotFull } from "../extract/readers.ts";
import { convert } from "../ingest/convert.ts";
import { capture } from "../ingest/ingest.ts";
import { loadPack, ownPacks } from "../packs/packs.ts";
import { answerTasks } from "./answering.ts";
import type { Start } from "./pool.ts";
import { prepare } from "./prepare.ts";
import { readerNameOf } from "./readerName.ts";

const { packs: folders } = workerData as Start;
const others = folders.map((folder) => loadPack(folder));
const packs = [...ownPacks(), ...others];

answerTasks(async ({ bytes, from, options }) => {
  const wanted = options.reader ?? DEFAULT_READER;
  statementReader(wanted);
  // The reading is filed under who did it.
  const reader = wanted === "full" && whyNotFull() !== null ? "fast" : wanted;
  const converted = await convert(bytes, from);
  return prepare(
    capture(bytes, from),
    { ...options, ...(converted && { converted }), packs },
    readerNameOf(reader, others),
  );
});
