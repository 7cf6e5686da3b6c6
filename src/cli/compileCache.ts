import { constants, enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { HOME, IS_CHECKOUT } from "../home.ts";

/**
 * Keeps compiled code for the next start: in the checkout, or in the user's own cache folder, never in one that others may
 * write to. Where that can't be written nothing is kept. NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE go first.
 */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  if (env["NODE_COMPILE_CACHE"] !== undefined) return;
  const folder = IS_CHECKOUT ? join(HOME, ".hearsay/compiled") : join(usersFolder(env), "hearsay");
  // Without a home folder it would stand wherever the call was made.
  if (!isAbsolute(folder)) return;
  const { status } = enableCompileCache(folder);
  // Worker threads look for it there.
  if (status === constants.compileCacheStatus.ENABLED) process.env["NODE_COMPILE_CACHE"] = folder;
}

function usersFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === "win32") return env["LOCALAPPDATA"] ?? join(homedir(), "AppData/Local");
  if (process.platform === "darwin") return join(homedir(), "Library/Caches");
  return env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
}
