import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Blocks of IPv4 that lead to no public host: IANA's special-purpose registry (RFC 6890), multicast and class E. */
const NOT_PUBLIC_4 = [
  ["0.0.0.0", 8, "unspecified"],
  ["10.0.0.0", 8, "private"],
  ["100.64.0.0", 10, "a carrier's own"],
  ["127.0.0.0", 8, "this machine"],
  ["169.254.0.0", 16, "link-local"],
  ["172.16.0.0", 12, "private"],
  ["192.0.0.0", 24, "reserved"],
  ["192.0.2.0", 24, "for documentation"],
  ["192.88.99.0", 24, "reserved"],
  ["192.168.0.0", 16, "private"],
  ["198.18.0.0", 15, "for benchmarks"],
  ["198.51.100.0", 24, "for documentation"],
  ["203.0.113.0", 24, "for documentation"],
  ["224.0.0.0", 4, "multicast"],
  ["240.0.0.0", 4, "reserved"],
] as const;

/** The only part of IPv6 that is given out to hosts, and the blocks in it that lead elsewhere or hide an IPv4 address. */
const GLOBAL_6 = ["2000::", 3] as const;
const NOT_PUBLIC_6 = [
  ["2001::", 23, "reserved"],
  ["2001:db8::", 32, "for documentation"],
  ["2002::", 16, "6to4, which hides another address"],
  ["3fff::", 20, "for documentation"],
] as const;

/** What stands outside of `GLOBAL_6`, to say which it is. */
const OUTSIDE_6 = [
  ["::", 128, "unspecified"],
  ["::1", 128, "this machine"],
  ["::ffff:0:0", 96, "an IPv4 address in disguise"],
  ["64:ff9b::", 96, "NAT64, which hides another address"],
  ["64:ff9b:1::", 48, "NAT64, which hides another address"],
  ["fc00::", 7, "private"],
  ["fe80::", 10, "link-local"],
  ["ff00::", 8, "multicast"],
] as const;

type Block = readonly [network: string, prefix: number, what: string];

const block =
  (family: "ipv4" | "ipv6") =>
  ([network, prefix, what]: Block) => {
    const list = new BlockList();
    list.addSubnet(network, prefix, family);
    return { what, holds: (address: string) => list.check(address, family) };
  };

const BLOCKS_4 = NOT_PUBLIC_4.map(block("ipv4"));
const BLOCKS_6 = [...NOT_PUBLIC_6, ...OUTSIDE_6].map(block("ipv6"));
const globalUnicast = block("ipv6")([...GLOBAL_6, ""]);

/** Says what an IP address is when it is not one of a public host; null for a public one. */
export function notPublic(address: string): string | null {
  if (isIPv4(address)) return BLOCKS_4.find(({ holds }) => holds(address))?.what ?? null;
  if (!isIPv6(address)) return "no address";
  // A zone names an interface of this machine.
  if (address.includes("%")) return "link-local";
  const found = BLOCKS_6.find(({ holds }) => holds(address));
  if (found) return found.what;
  return globalUnicast.holds(address) ? null : "reserved";
}
