// Runs before every npm script, on whatever Node the machine has (20 or newer): puts the packages of
// package-lock.json in place when they are not. Everything it says goes to standard error.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(fileURLToPath(import.meta.url));
const LOCK = join(ROOT, "package-lock.json");
const STAMP = join(ROOT, "node_modules", ".hearsay-lock");
const INSTALLED = join(ROOT, "node_modules", ".package-lock.json");
const TURN = join(ROOT, ".hearsay", "setup.pid");

const wanted = createHash("sha256").update(readFileSync(LOCK)).digest("hex");

if (!isStamped()) {
  takeTurn();
  try {
    if (!isStamped()) {
      if (!isInstalled()) install();
      writeFileSync(STAMP, wanted);
    }
  } finally {
    rmSync(TURN, { force: true });
  }
}

function isStamped() {
  try {
    return readFileSync(STAMP, "utf8") === wanted;
  } catch {
    return false;
  }
}

/** Whether npm's own record says that all packages stand there, as after an `npm ci` by hand. */
function isInstalled() {
  try {
    const { packages: wantedPackages } = JSON.parse(readFileSync(LOCK, "utf8"));
    const { packages: installed } = JSON.parse(readFileSync(INSTALLED, "utf8"));
    return Object.entries(wantedPackages).every(
      ([path, { version, optional }]) =>
        path === "" || (path in installed ? installed[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

function install() {
  process.stderr.write("hearsay: installing its packages (once; about half a minute) ...\n");
  const { status, error } = spawnSync("npm", ["ci", "--include=dev", "--loglevel=error"], {
    cwd: ROOT,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  rmSync(STAMP, { force: true });
  process.stderr.write(
    `hearsay: the packages could not be installed${error ? ` (${error.message})` : "; npm's message above says why"}. ` +
      "With the package registry in reach, run the same command again.\n",
  );
  rmSync(TURN, { force: true });
  process.exit(1);
}

/** Waits until no other setup of this checkout is at work; one that died without leaving does not count. */
function takeTurn() {
  mkdirSync(dirname(TURN), { recursive: true });
  for (;;) {
    try {
      writeFileSync(TURN, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    sleep(250);
    if (!isHeld()) rmSync(TURN, { force: true });
  }
}

function isHeld() {
  try {
    const holder = readFileSync(TURN, "utf8");
    // Just made, its number not yet in it.
    if (holder === "") return true;
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
