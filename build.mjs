// Makes dist/, what npm packs: the sources compiled with their types, the reading room's styles, and its scripts as the
// checkout serves them. Needs Node 24 and the packages of package-lock.json.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const ROOT = import.meta.dirname;
const DIST = join(ROOT, "dist");

rmSync(DIST, { recursive: true, force: true });
const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

cpSync(join(ROOT, "src/http/styles"), join(DIST, "http/styles"), { recursive: true });
const { withoutTypes } = await import("./dist/http/withoutTypes.js");
mkdirSync(join(DIST, "http/client"));
for (const script of globSync(join(ROOT, "src/http/client/*.ts")))
  writeFileSync(
    join(DIST, "http/client", basename(script).replace(/\.ts$/, ".js")),
    withoutTypes(readFileSync(script, "utf8")),
  );
