import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { decode } from "../../src/ingest/decode.ts";
import type { Decoded } from "../../src/ingest/decode.ts";
import { mappedLength, rawSpan, textSpan } from "../../src/text/sourceMap.ts";

const SEED = { seed: 20210108, numRuns: 300 };
const text = fc.string({
  unit: fc.constantFrom("a", "Z", " ", "\n", "é", "’", "한", "中", "😀", "\u00A0", "ÿ", "€"),
  minLength: 1,
  maxLength: 80,
});

function utf16(words: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = (mark ? "\uFEFF" : "") + words;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), !bigEndian);
  return bytes;
}

/** Every unit has bytes of its own, in order, and they decode to it; half a surrogate pair is no character in UTF-16. */
function assertTotal({ text: words, map, encoding }: Decoded, bytes: Uint8Array): void {
  assert.equal(mappedLength(map), words.length);
  let before = 0;
  for (let at = 0; at < words.length; at++) {
    const range = rawSpan(map, { from: at, to: at + 1 });
    assert.ok(range.from < range.to && range.from >= before && range.to <= bytes.length);
    before = range.from;
    const back = textSpan(map, range.from, range.to);
    assert.ok(back.from <= at && at < back.to);
    if (encoding.startsWith("utf-16") && /[\uD800-\uDFFF]/.test(words[at] as string)) continue;
    const again = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(range.from, range.to));
    assert.equal(again, words.slice(back.from, back.to));
  }
}

test("UTF-8, with and without a mark", () => {
  fc.assert(
    fc.property(text, fc.boolean(), (words, mark) => {
      const bytes = new TextEncoder().encode((mark ? "\uFEFF" : "") + words);
      const decoded = decode(bytes);
      assert.equal(decoded.text, words);
      assert.equal(decoded.encoding, "utf-8");
      assert.deepEqual(decoded.remarks, []);
      assertTotal(decoded, bytes);
    }),
    SEED,
  );
});

test("UTF-16 with a mark, and without where zero bytes tell it", () => {
  fc.assert(
    fc.property(text, fc.boolean(), (words, bigEndian) => {
      const marked = utf16(words, bigEndian, true);
      const decoded = decode(marked);
      assert.equal(decoded.text, words);
      assert.equal(decoded.encoding, bigEndian ? "utf-16be" : "utf-16le");
      assertTotal(decoded, marked);
      const bare = utf16(`Plain words before ${words}`, bigEndian, false);
      assert.equal(decode(bare).text, `Plain words before ${words}`);
    }),
    SEED,
  );
});

test("any bytes decode as the platform decodes them, with a place for each unit", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (noise) => {
      const bytes = new Uint8Array([
        ...new TextEncoder().encode(
          "한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국한국",
        ),
        ...noise,
      ]);
      const decoded = decode(bytes);
      assert.equal(decoded.text, new TextDecoder(decoded.encoding, { ignoreBOM: true }).decode(bytes));
      assert.equal(mappedLength(decoded.map), decoded.text.length);
      for (let at = 0; at < decoded.text.length; at++) {
        const range = rawSpan(decoded.map, { from: at, to: at + 1 });
        assert.ok(range.from < range.to && range.to <= bytes.length);
      }
    }),
    SEED,
  );
});

const DECLARED: readonly [label: string, encoding: string, bytes: readonly number[], words: string][] = [
  ["windows-1251", "windows-1251", [0xcc, 0xe8, 0xf0], "Мир"],
  ["ISO-8859-1", "windows-1252", [0x43, 0xe9, 0x93], "Cé“"],
  ["euc-kr", "euc-kr", [0xc7, 0xd1, 0x20, 0xb1, 0xb9], "한 국"],
  ["Shift_JIS", "shift_jis", [0x93, 0xfa, 0x41, 0x96, 0x7b], "日A本"],
  ["gb2312", "gbk", [0xd6, 0xd0, 0xb9, 0xfa], "中国"],
  ["big5", "big5", [0xa4, 0xa4, 0xb0, 0xea], "中國"],
];

for (const [label, encoding, bytes, words] of DECLARED) {
  test(`a page that declares ${label}`, () => {
    for (const head of [
      `<html><meta charset="${label}"><p>`,
      `<meta http-equiv=Content-Type content="text/html; charset=${label}"><p>`,
    ]) {
      const page = new Uint8Array([...new TextEncoder().encode(head), ...bytes]);
      const decoded = decode(page);
      assert.equal(decoded.encoding, encoding);
      assert.equal(decoded.text, head + words);
      assertTotal(decoded, page);
    }
  });
}

test("what is not UTF-8 is windows-1252, with a note", () => {
  const bytes = new Uint8Array([0x93, 0x4e, 0x6f, 0x94, 0x20, 0xe9]);
  const decoded = decode(bytes);
  assert.equal(decoded.text, "“No” é");
  assert.equal(decoded.encoding, "windows-1252");
  assert.match(decoded.remarks[0]?.reason ?? "", /not UTF-8/);
  assertTotal(decoded, bytes);
});

test("stray bytes in UTF-8 and half a unit at the end of UTF-16 become U+FFFD, with a warning", () => {
  const stray = new Uint8Array([...new TextEncoder().encode("Köln und Zürich "), 0xff, 0x41]);
  assert.equal(decode(stray).text, "Köln und Zürich \uFFFDA");
  assert.match(decode(stray).remarks[0]?.reason ?? "", /^1 place in the bytes could not be decoded as utf-8/);
  const cut = utf16("Talks", false, true).subarray(0, 11);
  assert.equal(decode(cut).text, "Talk\uFFFD");
  assert.equal(decode(cut).remarks[0]?.level, "warning");
});

test("a declaration that the bytes contradict is passed over with a note", () => {
  const page = new TextEncoder().encode('<meta charset="iso-8859-1"><p>Zürich’s mayor');
  assert.equal(decode(page).encoding, "utf-8");
  assert.match(decode(page).remarks[0]?.reason ?? "", /declares windows-1252/);
  const unknown = new TextEncoder().encode('<meta charset="klingon"><p>words');
  assert.match(decode(unknown).remarks[0]?.reason ?? "", /"klingon", which is not known/);
});

test("plain ASCII is one run however long it is", () => {
  const bytes = new Uint8Array(1_000_000).fill(0x61);
  assert.equal(decode(bytes).map.from.length, 1);
});
