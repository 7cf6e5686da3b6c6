#!/usr/bin/env node
// In a checkout the sources are TypeScript, which Node runs itself from version 24 on, and an older one hands over to the
// project's own. A package has them built.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const sources = join(home, "src/cli/main.ts");
const isCheckout = existsSync(sources);
const main = isCheckout ? sources : join(home, "dist/cli/main.js");
if (Number(process.versions.node.split(".")[0]) >= 24) await import(pathToFileURL(main).href);
else if (isCheckout) {
  const node = join(home, "node_modules/.bin/node");
  const { status, error } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  if (error) process.stderr.write("hearsay: needs Node 24; run node setup.mjs in the project's folder once\n");
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(`hearsay: needs Node 24 or later, and this is ${process.version}: https://nodejs.org\n`);
  process.exitCode = 1;
}
