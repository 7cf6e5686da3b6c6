import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FeedItem, readFeed } from "../../../src/archive/watch/feed.ts";
import { feedDate } from "../../../src/archive/watch/feedDate.ts";
import { FeedReader } from "../../../src/archive/watch/feedReader.ts";
import { UserError } from "../../../src/model/errors.ts";

const BASE = "https://harbour.example/news/feed";

function only(text: string): FeedItem {
  const feed = readFeed(text, BASE);
  assert.equal(feed?.items.length, 1, JSON.stringify(feed));
  return feed?.items[0] as FeedItem;
}

const rss = (items: string, head = "<title>Harbour Post</title>"): string =>
  `<?xml version="1.0"?>\n<!-- made by hand --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}${items}</channel></rss>`;

describe("RSS", () => {
  test("an item with all its parts", () => {
    const item = only(
      rss(
        `<item><title>Ferry &amp; quay</title><link>https://harbour.example/a?x=1&amp;y=2#top</link><dc:creator>Ada Moe</dc:creator>
        <pubDate>Mon, 16 Nov 2026 08:00:00 +0200</pubDate><source url="https://wire.example/feed">Northwire</source></item>`,
      ),
    );
    assert.deepEqual(item, {
      address: "https://harbour.example/a?x=1&y=2",
      title: "Ferry & quay",
      author: "Ada Moe",
      published: "2026-11-16T06:00:00Z",
      updated: null,
      source: { title: "Northwire", address: "https://wire.example/feed" },
    });
  });

  test("a relative link", () =>
    assert.equal(only(rss("<item><link>../a</link></item>")).address, "https://harbour.example/a"));
  test("a guid that is an address stands in for a link", () =>
    assert.equal(
      only(rss("<item><guid>https://harbour.example/g</guid></item>")).address,
      "https://harbour.example/g",
    ));
  test("a link goes before a guid", () =>
    assert.equal(
      only(rss("<item><guid>https://g.example/</guid><link>https://l.example/</link></item>")).address,
      "https://l.example/",
    ));
  test("a link in CDATA, with white space", () =>
    assert.equal(
      only(rss("<item><link>\n <![CDATA[https://l.example/a]]> </link></item>")).address,
      "https://l.example/a",
    ));

  for (const [what, item] of [
    ["a guid that is no permanent link", '<item><guid isPermaLink="false">https://g.example/1</guid></item>'],
    ["a guid that is a number", "<item><guid>4711</guid></item>"],
    ["a link to a script", "<item><link>javascript:alert(1)</link></item>"],
    ["a link to a file", "<item><link>file:///etc/passwd</link></item>"],
    ["a link to mail", "<item><link>mailto:a@b.example</link></item>"],
    ["no link", "<item><title>a</title></item>"],
  ] as const)
    test(`${what} is no address`, () => {
      const feed = readFeed(rss(item), BASE);
      assert.deepEqual([feed?.items.length, feed?.unnamed], [0, 1]);
    });

  test("the same address twice counts once, the first", () => {
    const feed = readFeed(
      rss("<item><title>new</title><link>/a</link></item><item><title>old</title><link>/a#x</link></item>"),
      BASE,
    );
    assert.deepEqual(
      feed?.items.map(({ title }) => title),
      ["new"],
    );
  });

  test("a feed with nothing in it", () =>
    assert.equal(readFeed('<rss version="2.0"><channel></channel></rss>', BASE)?.items.length, 0));
});

test("Atom: the page, not the file beside it; its base; who wrote it; where it was taken from", () => {
  const item =
    only(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/b/"><title>T</title><author><name>Desk</name></author>
    <entry><id>urn:1</id><title type="html">Quay</title><link rel="enclosure" href="/x.mp3"/><link rel="alternate" href="a"/>
    <published>2026-11-16T08:00:00+01:00</published><updated>2026-11-17T08:00:00Z</updated>
    <source><id>urn:s</id><title>Northwire</title><link href="https://wire.example/"/></source></entry></feed>`);
  assert.deepEqual(item, {
    address: "https://other.example/b/a",
    title: "Quay",
    author: "Desk",
    published: "2026-11-16T07:00:00Z",
    updated: "2026-11-17T08:00:00Z",
    source: { title: "Northwire", address: "https://wire.example/" },
  });
});

test("Atom: the day of a change is no day of publication", () =>
  assert.equal(
    only(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"/><updated>2026-11-17T08:00:00Z</updated></entry></feed>',
    ).published,
    null,
  ));

test("RDF", () =>
  assert.deepEqual(
    only(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://harbour.example/"><title>T</title></channel>
      <item rdf:about="https://harbour.example/1"><title>Quay</title><link>https://harbour.example/1</link><dc:date>2026-11-16</dc:date><dc:creator>A. Moe</dc:creator></item></rdf:RDF>`),
    {
      address: "https://harbour.example/1",
      title: "Quay",
      author: "A. Moe",
      published: "2026-11-16",
      updated: null,
      source: null,
    },
  ));

test("JSON Feed", () =>
  assert.deepEqual(
    only(
      `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://harbour.example/1","external_url":"https://elsewhere.example/","title":"Quay","date_published":"2026-11-16T08:00:00Z","date_modified":"2026-11-16T09:00:00Z","authors":[{"name":"A. Moe"}]}]}`,
    ),
    {
      address: "https://harbour.example/1",
      title: "Quay",
      author: "A. Moe",
      published: "2026-11-16T08:00:00Z",
      updated: "2026-11-16T09:00:00Z",
      source: null,
    },
  ));

test("CDF", () =>
  assert.equal(
    only(
      '<CHANNEL HREF="http://harbour.example/"><TITLE>T</TITLE><ITEM HREF="http://harbour.example/1"><TITLE>Quay</TITLE></ITEM></CHANNEL>',
    ).address,
    "http://harbour.example/1",
  ));

describe("damaged feeds give what can be made out", () => {
  const whole = rss(
    "<item><title>one</title><link>/1</link><pubDate>Mon, 16 Nov 2026 08:00:00 GMT</pubDate></item><item><title>two</title><link>/2</link></item>",
  );
  for (const [what, text, addresses] of [
    ["cut off in an item", whole.slice(0, whole.indexOf("</item><item>") + 45), ["https://harbour.example/1"]],
    ["cut off at the end", whole.slice(0, -1), ["https://harbour.example/1", "https://harbour.example/2"]],
    ["with a bare &", whole.replace("one", "R & D"), ["https://harbour.example/1", "https://harbour.example/2"]],
    ["with an element left open", whole.replace("</title><link>/1", "<link>/1"), ["https://harbour.example/2"]],
    [
      "with an entity it has not declared",
      whole.replace("one", "&hellip;&nosuch;"),
      ["https://harbour.example/1", "https://harbour.example/2"],
    ],
  ] as const)
    test(what, () => {
      const found = readFeed(text, BASE)?.items.map(({ address }) => address) ?? [];
      for (const address of addresses) assert.ok(found.includes(address), `${address} not in ${found.join(" ")}`);
    });
});

for (const [what, text] of [
  ["a page", "<!doctype html><html><body><p>feed</p></body></html>"],
  ["a page that speaks of feeds", "<html><head><title><rss></title></head><body>&lt;rss&gt;</body></html>"],
  ["a text", "The ferry sails."],
  ["JSON of another kind", '{"items": []}'],
  ["nothing", ""],
  ["a map of a site", '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'],
  ["comments without end", "<!--".repeat(20_000)],
] as const)
  test(`${what} is no feed`, () => assert.equal(readFeed(text, BASE), null));

test("a feed that holds nothing that can be read says so", () =>
  assert.throws(
    () => readFeed("<!-- --><rss version='2.0'><channel", BASE),
    (error) => error instanceof UserError && error.message.startsWith(BASE),
  ));

for (const [words, edtf] of [
  ["Mon, 16 Nov 2026 08:00:00 +0200", "2026-11-16T06:00:00Z"],
  ["Mon, 16 Nov 2026 23:30:00 -0500", "2026-11-17T04:30:00Z"],
  ["16 Nov 2026 08:00 GMT", "2026-11-16T08:00:00Z"],
  ["Mon, 16 Nov 2026 08:00:00 EST", "2026-11-16T13:00:00Z"],
  ["2026-11-16T08:00:00Z", "2026-11-16T08:00:00Z"],
  ["2026-11-16", "2026-11-16"],
  ["Mon, 16 Nov 2026 08:00:00", "2026-11-16"],
  ["Thu, 01 Jan 1970 00:00:00 GMT", null],
  ["yesterday", null],
  ["16 Nov", null],
  ["", null],
] as const)
  test(`date "${words}"`, () => assert.equal(feedDate(words), edtf));

test("a file made to keep the parser busy for hours is given up, and the next is read", async (t) => {
  const feeds = new FeedReader(1_500);
  t.after(() => feeds.close());
  const trap = Buffer.from(rss(`<item><link>/a</link><author>${"(".repeat(2_000_000)}</author></item>`));
  const both = [feeds.read(trap, BASE), feeds.read(Buffer.from(rss("<item><link>/a</link></item>")), BASE)];
  await assert.rejects(
    both[0] as Promise<unknown>,
    /harbour\.example\/news\/feed: is a feed that can’t be read in 1\.5 seconds/,
  );
  assert.equal((await both[1])?.items.length, 1);
});

test("encodings are told from the file", async (t) => {
  const feeds = new FeedReader();
  t.after(() => feeds.close());
  const latin = Buffer.from(
    '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Caf\u00e9</title></channel></rss>',
    "latin1",
  );
  assert.equal((await feeds.read(latin, BASE))?.title, "Café");
});
