import { workerData } from "node:worker_threads";
import { answerTasks } from "../archive/answering.ts";
import type { Start } from "../archive/pool.ts";
import { loadPack, ownPacks } from "../packs/packs.ts";
import { readBytes } from "./reading.ts";
import { type Shown, type Showing, show } from "./showing.ts";

const { packs: folders, settings } = workerData as Start;
const showing = settings as Showing;
const packs = [...ownPacks(), ...folders.map((folder) => loadPack(folder))];

/** Reads an input of the command line to what is printed of it. */
answerTasks<Shown>(async ({ bytes, from }) =>
  show(await readBytes(bytes, from, showing.options, packs), from, showing),
);
