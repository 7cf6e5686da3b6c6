import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesIn } from "../../../src/archive/watch/list.ts";
import { UserError } from "../../../src/model/errors.ts";

test("one address a line, with comments, empty lines and doubles", () =>
  assert.deepEqual(
    addressesIn(
      "\ufeff# agencies\r\nhttps://a.example/feed\r\n\r\n  http://b.example/x#y  \n#https://c.example/\nhttps://a.example/feed\n",
      "list",
    ),
    ["https://a.example/feed", "http://b.example/x"],
  ));

test("OPML, with groups in groups", () =>
  assert.deepEqual(
    addressesIn(
      `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="Agencies"><outline text="Asia">
      <outline text="A" type="rss" xmlUrl="https://a.example/feed"/></outline></outline><outline text="B" xmlUrl="https://b.example/feed"/></body></opml>`,
      "feeds.opml",
    ),
    ["https://a.example/feed", "https://b.example/feed"],
  ));

for (const [text, reason] of [
  ["https://a.example/\nnot an address\n", /^list, line 2: “not an address” is no address/],
  ["ftp://a.example/", /line 1: .* is no address/],
  ["file:///etc/passwd", /is no address/],
  ["https://", /is no address/],
  ["# nothing\n", /has no address in it/],
  ["<opml version='2.0'><body></body></opml>", /has no address in it|no OPML/],
] as const)
  test(`${JSON.stringify(text)} is refused`, () =>
    assert.throws(
      () => addressesIn(text, "list"),
      (error) => error instanceof UserError && error.exitCode === 2 && reason.test(error.message),
    ));
