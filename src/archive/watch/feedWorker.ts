import { parentPort } from "node:worker_threads";
import { decode } from "../../ingest/decode.ts";
import { UserError } from "../../model/errors.ts";
import { type Feed, readFeed } from "./feed.ts";

/** What is asked of the thread, and what it answers. */
export interface Question {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly address: string;
}
export type Answer =
  | { readonly id: number; readonly feed: Feed | null }
  | { readonly id: number; readonly wrong: string; readonly fault: boolean };

parentPort?.on("message", ({ id, bytes, address }: Question) => {
  let answer: Answer;
  try {
    answer = { id, feed: readFeed(decode(bytes).text, address) };
  } catch (error) {
    answer = {
      id,
      wrong: error instanceof Error ? error.message : String(error),
      fault: !(error instanceof UserError),
    };
  }
  parentPort?.postMessage(answer);
});
