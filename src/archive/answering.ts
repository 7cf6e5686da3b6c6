import { parentPort } from "node:worker_threads";
import { DEFAULT_READER, whyNotFull } from "../extract/readers.ts";
import { UserError } from "../model/errors.ts";
import type { Answer, Task } from "./pool.ts";

/**
 * What a thread of a pool does: answers each task with what `read` makes of it. Errors go back in words; those that are not the user's
 * are told as faults.
 */
export function answerTasks<Read>(read: (task: Task) => Promise<Read>): void {
  parentPort?.on("message", async ({ id, ...task }: Task & { readonly id: number }) => {
    parentPort?.postMessage(await answerTo(id, task, read));
  });
}

async function answerTo<Read>(id: number, task: Task, read: (task: Task) => Promise<Read>): Promise<Answer<Read>> {
  try {
    const prepared = await read(task);
    const wanted = task.options.reader ?? DEFAULT_READER;
    return { id, prepared, whyNotFull: wanted === "full" ? whyNotFull() : null };
  } catch (error) {
    const fault = !(error instanceof UserError);
    return { id, wrong: error instanceof Error ? error.message : String(error), fault };
  }
}
