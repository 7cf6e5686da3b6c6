import { whyNotFull } from "../extract/readers.ts";
import { convert } from "../ingest/convert.ts";
import { capture } from "../ingest/ingest.ts";
import { UserError } from "../model/errors.ts";
import type { Pack } from "../model/pack.ts";
import { loadPack, ownPacks } from "../packs/packs.ts";
import type { Capture } from "../model/document.ts";
import type { Resolved } from "../model/statement.ts";
import { readReport } from "../pipeline.ts";
import { shownOnOneLine } from "../export/terminal.ts";
import { bytesOf, nameOf } from "./inputs.ts";
import { type Console, pathOf } from "./console.ts";
import type { ReadingOptions } from "./options.ts";

const MEDIA_TYPES = { text: "text/plain", html: "text/html" } as const;

/** The media type `--type` stands for. */
export function mediaTypeOf({ type }: ReadingOptions): string | undefined {
  return type && MEDIA_TYPES[type];
}

/** Throws UserError (a wrong call) for options that can't be met. */
export function checkOptions(console: Console, options: ReadingOptions): void {
  packsOf(console, options);
}

const loaded = new WeakMap<ReadingOptions, readonly Pack[]>();

/** Our own packs and those of the call, loaded once for each call. Throws UserError. */
function packsOf(console: Console, options: ReadingOptions): readonly Pack[] {
  let packs = loaded.get(options);
  if (!packs) {
    const others = (options.pack ?? []).map((folder) => loadPack(pathOf(console, folder)));
    packs = others.length === 0 ? ownPacks() : [...ownPacks(), ...others];
    loaded.set(options, packs);
  }
  return packs;
}

/** Reads one input named in the call. Throws UserError, its message beginning with the input's name. */
export async function readInput(console: Console, named: string, options: ReadingOptions): Promise<Resolved> {
  const resolved = await readBytes(await bytesOf(console, named), named, options, packsOf(console, options));
  await tellWhyNotFull(console, whyNotFull());
  return resolved;
}

/** Reads the bytes of an input. Throws UserError, its message beginning with the input's name. */
export async function readBytes(
  bytes: Uint8Array,
  named: string,
  options: ReadingOptions,
  packs: readonly Pack[],
): Promise<Resolved> {
  const { published, outlet, reader, minConfidence } = options;
  const mediaType = mediaTypeOf(options);
  const captured = captureOf(bytes, named);
  const converted = await convert(bytes, captured.from);
  return readReport(captured, {
    packs,
    ...(converted && { converted }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(reader !== undefined && { reader }),
    ...(minConfidence !== undefined && { minConfidence }),
    ...(mediaType !== undefined && { mediaType }),
  });
}

let told = false;

/** Says once a run that the fast reader reads in place of the full one, and why. */
export async function tellWhyNotFull({ stderr }: Console, why: string | null): Promise<void> {
  if (why === null || told) return;
  told = true;
  await stderr.write(
    `hearsay: the full reader can’t be loaded here, so the fast one reads, as each statement says: ${shownOnOneLine(why)}\n`,
  );
}

/** The capture of an input, called in its messages what the user would call it. Throws UserError. */
export function captureOf(bytes: Uint8Array, named: string): Capture {
  return capture(bytes, named === "-" ? nameOf(named) : named);
}

/** What to tell about an input that failed, in one line. A fault of ours is said to be one, with enough to find it. */
export function complaint(error: unknown, named?: string): string {
  if (error instanceof UserError) return shownOnOneLine(error.message);
  const where = error instanceof Error ? (error.stack?.split("\n")[1]?.trim() ?? "") : "";
  const input = named === undefined ? "" : `${nameOf(named)}: `;
  return shownOnOneLine(`${input}a fault in Hearsay, please report it: ${String(error)} ${where}`);
}
