import type { Context } from "hono";
import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import { UserError } from "../../model/errors.ts";
import type { Env } from "../room.ts";

/** Where a request came from, and how. */
export interface Whence {
  /** The address of whoever asks, behind the proxies that are believed; "" for a call inside this process. */
  readonly address: string;
  /** By which name we were asked for, with the port. */
  readonly host: string;
  /** Whether that name is this machine itself: the browser that used it speaks to its own machine. */
  readonly byLoopbackName: boolean;
  /** Whether it came by https. */
  readonly https: boolean;
  /** Whether it surely comes from somebody at this machine: no proxy, no name of another machine (DNS rebinding). */
  readonly atThisMachine: boolean;
}

interface Incoming {
  readonly httpVersion?: string;
  readonly socket?: { readonly remoteAddress?: string; readonly encrypted?: boolean };
}

/** What a proxy leaves on a request. One that comes so is not from this machine, whoever handed it on. */
const TRACES = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "cf-connecting-ip",
];

/** Makes the function that says where requests come from. Throws UserError where a proxy is no address. */
export function whenceBy(proxies: readonly string[]): (c: Context<Env>) => Whence {
  const believed = blockOf(proxies);
  return (c) => {
    const { incoming } = (c.env ?? {}) as { incoming?: Incoming };
    const peer = incoming ? plainAddress(incoming.socket?.remoteAddress ?? "unknown") : "";
    const url = new URL(c.req.url);
    const believes = (address: string): boolean =>
      isIP(address) !== 0 && believed.check(address, isIPv4(address) ? "ipv4" : "ipv6");
    const viaProxy = believes(peer);
    const forwarded = (name: string): string | undefined => (viaProxy ? last(c.req.header(name)) : undefined);
    const host = forwarded("x-forwarded-host") ?? c.req.header("host") ?? url.host;
    const byLoopbackName = isLoopbackName(nameIn(host)) && (viaProxy || isLoopbackName(url.hostname));
    const bare = !TRACES.some((name) => c.req.header(name) !== undefined) && incoming?.httpVersion !== "1.0";
    return {
      address: viaProxy ? behind(peer, c.req.header("x-forwarded-for"), believes) : peer,
      host,
      byLoopbackName,
      https: (forwarded("x-forwarded-proto") ?? (incoming?.socket?.encrypted ? "https" : "http")) === "https",
      atThisMachine: byLoopbackName && bare && proxies.length === 0 && (!incoming || isLoopback(peer)),
    };
  };
}

/** The nearest address that is no proxy of ours: those further off may have been made up. */
function behind(peer: string, header: string | undefined, believes: (address: string) => boolean): string {
  let nearest = peer;
  for (const hop of (header ?? "").split(",").reverse()) {
    const address = plainAddress(hop.trim());
    if (isIP(address) === 0) break;
    nearest = address;
    if (!believes(address)) break;
  }
  return nearest;
}

function blockOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const one of proxies) {
    const [address = "", bits] = one.split("/");
    const most = isIPv4(address) ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    if (isIP(address) === 0 || !Number.isInteger(prefix) || prefix < 1 || prefix > most)
      throw new UserError(`“${one}” is no address of a proxy: write it as 10.0.0.7 or 10.0.0.0/8`, 2);
    list.addSubnet(address, prefix, isIPv4(address) ? "ipv4" : "ipv6");
  }
  return list;
}

/** An IPv4 address that came through an IPv6 socket, as IPv4. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

function isLoopback(address: string): boolean {
  return address === "::1" || (isIPv4(address) && address.startsWith("127."));
}

function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, "");
  return name.toLowerCase() === "localhost" || ((isIPv4(bare) || isIPv6(bare)) && isLoopback(bare));
}

function nameIn(host: string): string {
  return host.replace(/:\d*$/, "");
}

function last(header: string | undefined): string | undefined {
  return header?.split(",").at(-1)?.trim();
}
