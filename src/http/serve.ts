import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Server, createServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { UserError } from "../model/errors.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./room.ts";
import { inTurns } from "./turns.ts";

/** Where to listen. */
export interface Place {
  readonly host: string;
  readonly port: number;
  /** How many ports above it may be taken instead, where others have it. */
  readonly orAbove: number;
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:4747/`. */
  readonly address: string;
  readonly port: number;
  /** Takes no more requests, lets those at hand end for a while, then ends them. */
  readonly stop: () => Promise<void>;
}

/** How long requests at hand may go on after a stop was asked for. */
const GRACE = 10_000;
const IDLE_EVERY = 50;
/** For the whole of a request to arrive; a slow one holds a connection and nothing else. */
const ARRIVES = 60_000;
const HEADERS_ARRIVE = 15_000;
const MOST_CONNECTIONS = 10_000;

/** Whether only this machine reaches a host: `127.0.0.1` and its like, `::1`, `localhost`. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

/**
 * Throws UserError where other machines would reach an archive that has no users: at a host that is not this machine's own, or
 * through a proxy.
 */
export async function checkReach(store: Store, host: string, proxies: readonly string[]): Promise<void> {
  if ((isLoopback(host) && proxies.length === 0) || (await store.accounts.anyUser())) return;
  const reached = isLoopback(host) ? "through a proxy it" : host;
  throw new UserError(
    `${reached} can be reached from other machines, and ${store.name} has no users. Make the first one with ` +
      "hearsay user add NAME --role admin, or leave --host and --proxy out",
    2,
  );
}

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>;

/** Listens for requests. Throws UserError where the place can't be had. */
export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]["fetch"],
  place: Place,
): Promise<Listening> {
  // Whatever watches over the service must not take a busy one for a dead one.
  const taken = inTurns(fetch as Fetch, ({ url }) => /^https?:\/\/[^/]*\/health(?:\/|$)/.test(url));
  const server = createAdaptorServer({ fetch: taken as typeof fetch }) as Server;
  return listening(server, place);
}

/** Hands what is counted to whoever on this machine asks at a port of its own, which needs no login. */
export async function listenForMetrics(metrics: Metrics, port: number): Promise<Listening> {
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics.text();
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
  return listening(server, { host: "127.0.0.1", port, orAbove: 0 });
}

async function listening(server: Server, place: Place): Promise<Listening> {
  server.requestTimeout = ARRIVES;
  server.headersTimeout = HEADERS_ARRIVE;
  server.maxConnections = MOST_CONNECTIONS;
  await bound(server, place);
  const { port } = server.address() as AddressInfo;
  const named = place.host.includes(":") ? `[${place.host.replace(/^\[|\]$/g, "")}]` : place.host;
  return { address: `http://${named}:${port}/`, port, stop: () => stopped(server) };
}

async function bound(server: Server, { host, port, orAbove }: Place): Promise<void> {
  for (let tried = port; ; tried++)
    try {
      server.listen({ host: host.replace(/^\[|\]$/g, ""), port: tried });
      await once(server, "listening");
      return;
    } catch (error) {
      const { code = "", message } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && tried < Math.min(port + orAbove, 65_535)) continue;
      throw new UserError(`${host}, port ${tried}: ${MEANINGS[code] ?? `can't be listened at (${message})`}`, 2);
    }
}

const MEANINGS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there; stop it, or choose another port with --port",
  EACCES: "only an administrator may listen there; choose a port above 1023 with --port",
  EADDRNOTAVAIL: "is no address of this machine; 127.0.0.1 is, and 0.0.0.0 stands for all it has",
  ENOTFOUND: "is no host that is known here; 127.0.0.1 is this machine alone",
};

async function stopped(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A connection is idle when its answer is through, which for some is later than now.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY);
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  try {
    await closed;
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}
