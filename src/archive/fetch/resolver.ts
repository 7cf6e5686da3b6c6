import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { notPublic } from "./addresses.ts";
import type { AllowList } from "./allowList.ts";
import { FetchError } from "./fetchError.ts";

export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a host by its name; rejects where it has none. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>;

/** As the machine itself resolves names, its hosts file included. */
export const machinesOwn: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/** Ports that speak other protocols, which must not be spoken to in this one: all of the system's but the web's. */
const FIRST_FREE_PORT = 1024;

/**
 * The addresses a URL may be fetched from. All that its host has must be public: one that is not could be the one that is
 * connected to. Throws FetchError for what may not be fetched.
 */
export async function permittedAddresses(
  url: URL,
  allow: AllowList,
  resolve: Resolve,
): Promise<readonly HostAddress[]> {
  const refuse = (reason: string): never => {
    throw new FetchError(url.href, "forbidden", reason);
  };
  if (url.protocol !== "http:" && url.protocol !== "https:") refuse("only http and https addresses are fetched");
  if (url.username !== "" || url.password !== "") refuse("an address with a name or password in it is not fetched");
  const permitted = allow.has(url);
  const port = Number(url.port || 80);
  if (!permitted && port < FIRST_FREE_PORT && port !== 80 && port !== 443)
    refuse(`port ${port} is not one of the web’s`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found: readonly HostAddress[] =
    family === 0 ? await resolved(url, host, resolve) : [{ address: host, family: family === 6 ? 6 : 4 }];
  if (permitted) return found;
  for (const { address } of found) {
    const what = notPublic(address);
    if (what !== null)
      refuse(`leads to ${address} (${what}), which is not on the public internet; --allow ${url.host} would permit it`);
  }
  return found;
}

async function resolved(url: URL, host: string, resolve: Resolve): Promise<readonly HostAddress[]> {
  try {
    const found = await resolve(host);
    if (found.length > 0) return found;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FetchError(url.href, "name", `the address of ${host} can’t be found (${code ?? message})`);
  }
  throw new FetchError(url.href, "name", `${host} has no address`);
}
