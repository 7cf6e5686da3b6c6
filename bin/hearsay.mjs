#!/usr/bin/env node
// The sources are TypeScript, which Node runs itself from version 24 on: an older one hands over to the project's own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../src/cli/main.ts");
if (Number(process.versions.node.split(".")[0]) >= 24) await import(main);
else {
  const node = join(import.meta.dirname, "../node_modules/.bin/node");
  const { status, error } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  if (error) process.stderr.write("hearsay: needs Node 24; run node setup.mjs in the project's folder once\n");
  process.exitCode = status ?? 1;
}
