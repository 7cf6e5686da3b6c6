import assert from "node:assert/strict";
import { test } from "node:test";
import { notPublic } from "../../../src/archive/fetch/addresses.ts";
import { AllowList } from "../../../src/archive/fetch/allowList.ts";
import { UserError } from "../../../src/model/errors.ts";

const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "100.63.255.255",
  "172.32.0.1",
  "192.0.1.1",
  "198.20.0.1",
  "223.255.255.255",
  "2606:4700::1111",
  "2a00:1450:4001::65",
];

const CLOSED: Readonly<Record<string, string>> = {
  "0.0.0.0": "unspecified",
  "0.1.2.3": "unspecified",
  "10.255.255.255": "private",
  "100.64.0.1": "a carrier's own",
  "127.0.0.1": "this machine",
  "127.255.255.254": "this machine",
  "169.254.169.254": "link-local",
  "172.16.0.1": "private",
  "172.31.255.255": "private",
  "192.0.2.7": "for documentation",
  "192.168.1.1": "private",
  "198.18.0.1": "for benchmarks",
  "203.0.113.9": "for documentation",
  "224.0.0.1": "multicast",
  "255.255.255.255": "reserved",
  "::": "unspecified",
  "::1": "this machine",
  "::ffff:127.0.0.1": "an IPv4 address in disguise",
  "::ffff:8.8.8.8": "an IPv4 address in disguise",
  "::127.0.0.1": "reserved",
  "64:ff9b::a00:1": "NAT64, which hides another address",
  "64:ff9b:1::1": "NAT64, which hides another address",
  "2001::1": "reserved",
  "2001:db8::1": "for documentation",
  "2002:7f00:1::": "6to4, which hides another address",
  "3fff::1": "for documentation",
  "fc00::1": "private",
  "fd12:3456::1": "private",
  "fe80::1": "link-local",
  "fe80::1%eth0": "link-local",
  "2606:4700::1111%eth0": "link-local",
  "fec0::1": "reserved",
  "ff02::1": "multicast",
  localhost: "no address",
  "127.1": "no address",
  "": "no address",
};

for (const address of PUBLIC) test(`${address} is public`, () => assert.equal(notPublic(address), null));

for (const [address, what] of Object.entries(CLOSED))
  test(`"${address}" is not public: ${what}`, () => assert.equal(notPublic(address), what));

test("an allow-list names hosts, with a port or with all", () => {
  const list = new AllowList(["wiki.example:8080", "Desk.Example", "[fd00::1]:81", "10.0.0.5"]);
  const has = (address: string): boolean => list.has(new URL(address));
  assert.ok(has("http://wiki.example:8080/a"));
  assert.ok(!has("http://wiki.example/a"));
  assert.ok(!has("https://wiki.example:8081/a"));
  assert.ok(has("https://desk.example/"));
  assert.ok(has("http://DESK.example:99/"));
  assert.ok(!has("http://www.desk.example/"));
  assert.ok(has("http://[fd00::1]:81/"));
  assert.ok(has("http://10.0.0.5/"));
  assert.ok(has("http://0xA000005/"), "the same address, written otherwise");
});

test("the ports 80 and 443 need not be written", () => {
  assert.ok(new AllowList(["a.example:80"]).has(new URL("http://a.example/")));
  assert.ok(new AllowList(["a.example:443"]).has(new URL("https://a.example/")));
  assert.ok(!new AllowList(["a.example:80"]).has(new URL("https://a.example/")));
});

for (const wrong of [
  "",
  "a b",
  "http://a.example",
  "a.example/x",
  "a.example:x",
  "a.example:70000",
  "[fd00::1",
  "u@a.example",
])
  test(`"${wrong}" names no host`, () => assert.throws(() => new AllowList([wrong]), UserError));
