import { personFacts } from "../../archive/person.ts";
import { toSafeJson } from "../../export/contract.ts";
import { toPersonPage } from "../../export/personPage.ts";
import { inColour, plain } from "../../export/terminal.ts";
import { type ArchiveOptions, withArchive } from "../archive.ts";
import { type Console, columnsFor, wantsColour } from "../console.ts";
import { nameTaken } from "../query.ts";

export interface PersonOptions extends ArchiveOptions {
  readonly json?: boolean;
  readonly color?: boolean;
}

const WIDEST = 100;

/** Prints what the archive and the packs know of somebody who speaks. */
export async function person(name: string, options: PersonOptions, console: Console): Promise<void> {
  await withArchive(console, options, { existing: true }, async (store) => {
    const facts = await personFacts(store, await nameTaken(store, "speaker", name, console));
    if (options.json) return console.stdout.write(`${toSafeJson({ hearsay: "person-1", ...facts })}\n`);
    const paint = wantsColour(console, options.color) ? inColour : plain;
    await console.stdout.write(toPersonPage(facts, Math.min(WIDEST, columnsFor(console)), paint));
  });
}
