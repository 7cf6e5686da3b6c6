import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Start, Task } from "../archive/pool.ts";
import { whyNotFull } from "../extract/readers.ts";
import { UserError } from "../model/errors.ts";
import { loadPack, ownPacks } from "../packs/packs.ts";
import { readBytes } from "./reading.ts";
import { type Shown, type Showing, show } from "./showing.ts";

const { packs: folders, settings } = workerData as Start;
const showing = settings as Showing;
const packs = [...ownPacks(), ...folders.map((folder) => loadPack(folder))];

parentPort?.on("message", async (task: Task & { readonly id: number }) => {
  parentPort?.postMessage(await answerTo(task));
});

/** Reads an input of the command line to what is printed of it. */
async function answerTo({ id, bytes, from }: Task & { readonly id: number }): Promise<Answer<Shown>> {
  try {
    const resolved = await readBytes(bytes, from, showing.options, packs);
    return { id, prepared: show(resolved, from, showing), whyNotFull: whyNotFull() };
  } catch (error) {
    const fault = !(error instanceof UserError);
    return { id, wrong: error instanceof Error ? error.message : String(error), fault };
  }
}
