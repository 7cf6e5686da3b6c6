import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Env } from "./room.ts";
import { withoutTypes } from "./withoutTypes.ts";

interface Asset {
  readonly type: string;
  readonly body: string;
}

const A_YEAR = "public, max-age=31536000, immutable";

/** Styles and scripts by the path they are served under, read and made ready once. */
const ASSETS: ReadonlyMap<string, Asset> = new Map([...styles(), ...scripts()]);

const HASH = createHash("sha256")
  .update(JSON.stringify([...ASSETS]))
  .digest("hex")
  .slice(0, 16);

/** The address of a style or script, `styles/room.css`. It changes with the content of any of them. */
export function assetAddress(path: string): string {
  if (!ASSETS.has(path)) throw new Error(`there is no asset ${path}`);
  return `/assets/${HASH}/${path}`;
}

export function serveAssets(app: Hono<Env>): void {
  app.get("/assets/:hash/:folder/:file", (c) => {
    const { folder, file } = c.req.param();
    const asset = ASSETS.get(`${folder}/${file}`);
    if (!asset) return c.notFound();
    return c.body(asset.body, 200, { "content-type": asset.type, "cache-control": A_YEAR });
  });
}

function styles(): [string, Asset][] {
  const folder = join(import.meta.dirname, "styles");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".css"))
    .sort()
    .map((file) => [
      `styles/${file}`,
      { type: "text/css; charset=utf-8", body: readFileSync(join(folder, file), "utf8") },
    ]);
}

/** From a checkout the scripts' types are taken out here; a built package has them without. */
function scripts(): [string, Asset][] {
  const folder = join(import.meta.dirname, "client");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /(?<!\.d)\.(?:ts|js)$/.test(file))
    .sort()
    .map((file) => {
      const source = readFileSync(join(folder, file), "utf8");
      const body = file.endsWith(".ts") ? withoutTypes(source) : source;
      return [`client/${file.replace(/\.ts$/, ".js")}`, { type: "text/javascript; charset=utf-8", body }];
    });
}
