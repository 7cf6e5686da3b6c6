import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The package's own folder. The sources in src/ and what is built from them in dist/ lie equally deep in it. */
export const HOME = join(import.meta.dirname, "..");

/** Word tables and packs. */
export const DATA = join(HOME, "data");

/** Weights of the readers, as a folder that file names can be added to. */
export const MODELS = pathToFileURL(join(HOME, "models/"));

/** Whether this runs from a checkout, and not from a built package. */
export const IS_CHECKOUT = import.meta.filename.endsWith(".ts");

/** What package.json says. */
export const PACKAGE = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as {
  readonly version: string;
  readonly description: string;
};

/** The script `name` beside the module at `url`, for a thread of its own: as TypeScript in a checkout, built in a package. */
export function scriptBeside(url: string, name: string): URL {
  return new URL(`./${name}${extname(new URL(url).pathname)}`, url);
}
