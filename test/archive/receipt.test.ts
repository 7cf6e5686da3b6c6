import assert from "node:assert/strict";
import { test } from "node:test";
import { readAgain } from "../../src/archive/again.ts";
import { correct, placesOf } from "../../src/archive/correct.ts";
import { confirm } from "../../src/archive/decide.ts";
import { checkAgainst, checkReceipt, isReceipt, receiptOf } from "../../src/archive/receipt.ts";
import { type CitationFormat, toCitation } from "../../src/export/citation.ts";
import { readReceipt } from "../../src/export/receipt.ts";
import { UserError } from "../../src/model/errors.ts";
import type { Receipt } from "../../src/model/receipt.ts";
import type { Store } from "../../src/store/store.ts";
import { inFile } from "../store/homes.ts";
import { onBoth } from "./onBoth.ts";
import { FERRY, NOON, QUAY, READ_BY, idWith, keep } from "./reports.ts";

const MIRA = { name: "Mira Sand", reason: "heard the tape", now: NOON };

/** What a stranger has: the receipt as text, nothing else. */
function sent(receipt: Receipt): Receipt {
  const read = readReceipt(JSON.parse(JSON.stringify(receipt)));
  assert.ok(typeof read !== "string", read as string);
  return read;
}

function failing(checks: readonly { what: string; holds: boolean }[]): string[] {
  return checks.filter(({ holds }) => !holds).map(({ what }) => what);
}

async function withReceipt(run: (receipt: Receipt, store: Store) => Promise<void>): Promise<void> {
  const home = inFile();
  try {
    const store = await home.open();
    await keep(store, { "/in/ferry.txt": FERRY, "/in/quay.txt": QUAY });
    await run(await receiptOf(store, await idWith(store, "not close it twice")), store);
  } finally {
    await home.close();
  }
}

await onBoth((it) => {
  it("a receipt has all that a stranger needs, and holds", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const receipt = sent(await receiptOf(store, id.slice(0, -3)));
    assert.deepEqual(
      [receipt.id, receipt.kind, receipt.standing, receipt.machine, receipt.decisions],
      [id, "statement", "candidate", null, []],
    );
    assert.deepEqual(receipt.article, {
      title: "Ferry to run again, minister says",
      outlet: "Northwire",
      published: { edtf: "2031-03-04", basis: "stated" },
    });
    assert.deepEqual(
      [receipt.capture.size, receipt.capture.address, receipt.capture.at, receipt.capture.by],
      [Buffer.byteLength(FERRY), "/in/ferry.txt", NOON, "file"],
    );
    assert.deepEqual([receipt.edition.number, receipt.read], [1, { by: READ_BY, at: NOON }]);
    assert.equal(receipt.ledger.entry.act, "capture");
    assert.deepEqual(receipt.ledger.head, { ...(await store.head()) });
    const file = await readAgain(Buffer.from(FERRY), "ferry.txt", receipt.capture.given);
    assert.deepEqual(failing(checkReceipt(receipt, file)), []);
    assert.deepEqual(failing(await checkAgainst(store, receipt)), []);
  });

  it("what was decided later is told and no fault; another archive is one", async (store, home) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const receipt = sent(await receiptOf(store, await idWith(store, "not close it twice")));
    await confirm(store, [receipt.id], MIRA);
    const checks = await checkAgainst(store, receipt);
    assert.deepEqual(failing(checks), []);
    assert.match(checks[2]?.found ?? "", /decided on since: confirmed now/);
    const later = sent(await receiptOf(store, receipt.id));
    assert.deepEqual(
      later.decisions.map(({ act, by, cause }) => [act, by, cause]),
      [["confirm", "Mira Sand", "heard the tape"]],
    );
    await home.sql("update records set standing = 'disputed'");
    assert.deepEqual(failing(await checkAgainst(store, later)), ["the record is what the receipt says"]);
    const other = inFile();
    const empty = await other.open();
    assert.equal(failing(await checkAgainst(empty, receipt)).length, 3);
    await other.close();
  });

  it("a corrected record's receipt quotes the words a person chose and keeps the machine's", async (store) => {
    await keep(store, { "/in/ferry.txt": FERRY });
    const id = await idWith(store, "not close it twice");
    const content = await placesOf(store, id, ["not close it twice"]);
    await correct(store, id, { content, uttered: "2031-03-03" }, MIRA);
    const receipt = sent(await receiptOf(store, id));
    const file = await readAgain(Buffer.from(FERRY), "ferry.txt", {});
    assert.deepEqual(failing(checkReceipt(receipt, file)), []);
    assert.equal((receipt.machine as { words: string }).words, "“We will not close it twice,”");
    const cited = toCitation(receipt, "text");
    assert.match(cited, /^> not close it twice$/m);
    assert.match(cited, /^Standing: +● CONFIRMED .*corrected by a person$/m);
    assert.match(cited, /^Machine had: +Ada Novak, refuse, Monday 3 March 2031: “We will not close it twice,”$/m);
    assert.match(cited, /^Decided: +correct by Mira Sand, 2031-03-05: heard the tape \(entry 4\)$/m);
    assert.match(cited, /^Said: +Monday 3 March 2031 \(given: set by Mira Sand\)$/m);
  });
});

test("a capture that is gone is told, not papered over", async () => {
  const home = inFile();
  const store = await home.open();
  await keep(store, { "/in/ferry.txt": FERRY });
  const id = await idWith(store, "not close it twice");
  await home.sql("delete from captures");
  await assert.rejects(
    receiptOf(store, id),
    (error: unknown) => error instanceof UserError && /verify --archive/.test(error.message),
  );
  await home.close();
});

test("every alteration of a receipt or its file is found", () =>
  withReceipt(async (receipt) => {
    const whole = JSON.stringify(receipt);
    const file = await readAgain(Buffer.from(FERRY), "ferry.txt", {});
    const alterations: readonly (readonly [string, (r: any) => void, RegExp])[] = [
      ["its words", (r) => (r.record.anchors[0].quote = "“We might not close it twice,”"), /quotes the words/],
      [
        "words of the same length",
        (r) => (r.record.anchors[0].quote = "“We shall not close it twic,”"),
        /the words stand at/,
      ],
      ["a shift", (r) => ((r.record.anchors[0].from += 1), (r.record.anchors[0].to += 1)), /the words stand at/],
      ["the words around", (r) => (r.record.anchors[0].prefix = "x".repeat(32)), /the words stand at/],
      ["no words", (r) => (r.record.anchors = []), /quotes the words/],
      ["the capture", (r) => (r.capture.sha256 = "0".repeat(64)), /names the capture/],
      ["the text's hash", (r) => (r.edition.text = "0".repeat(64)), /read as the same text/],
      ["the time of capture", (r) => (r.ledger.entry.at = "2030-01-01T00:00:00.000Z"), /ledger entry/],
      ["the address", (r) => (r.ledger.entry.value.address = "https://elsewhere.example/"), /ledger entry/],
      ["the entry's hash", (r) => (r.ledger.entry.hash = "f".repeat(64)), /ledger entry/],
    ];
    for (const [what, alter, found] of alterations) {
      const altered = JSON.parse(whole) as Receipt;
      alter(altered);
      assert.match(failing(checkReceipt(sent(altered), file)).join("; "), found, what);
    }
    for (const [what, bytes] of [
      ["another file", QUAY],
      ["one letter", FERRY.replace("twice", "thrice")],
      ["a space at the end", `${FERRY} `],
      ["an image", "\u0089PNG\r\n\u001a\n\u0000\u0000"],
      ["nothing", ""],
    ] as const) {
      const checks = checkReceipt(receipt, await readAgain(Buffer.from(bytes, "latin1"), "other", {}));
      assert.ok(failing(checks).includes("the file is the one captured"), what);
    }
  }));

test("what is no receipt is not taken for one, and a broken one is said to be broken", () =>
  withReceipt(async (receipt) => {
    for (const value of [null, 1, "receipt-1", [], {}, { hearsay: "1" }]) assert.equal(isReceipt(value), false);
    for (const [field, message] of [
      ["capture", /^capture: /],
      ["ledger", /^ledger: /],
      ["record", /^record/],
    ] as const) {
      const broken: Record<string, unknown> = { ...receipt };
      delete broken[field];
      const read = readReceipt(broken);
      assert.ok(typeof read === "string" && message.test(read), String(read));
    }
    assert.match(readReceipt({ ...receipt, record: {} }) as string, /its record has no anchors/);
  }));

test("a citation says what it is worth in every format, and can't be read as Markdown or as colour", () =>
  withReceipt(async (receipt) => {
    const nasty = "*Ada*\u001b[31m _N_ [x](y) <b>\nNovak`";
    const record = { ...receipt.record, chain: [{ name: nasty, kind: "person", span: null, cue: null, when: null }] };
    for (const standing of ["candidate", "confirmed", "disputed", "retracted"])
      for (const format of ["text", "markdown", "json"] as const satisfies readonly CitationFormat[]) {
        const cited = toCitation({ ...receipt, standing, record: record as Receipt["record"] }, format);
        const own = format === "json" ? `"standing": "${standing}"` : standing.toUpperCase();
        assert.ok(cited.includes(own), `${format}, ${standing}`);
        assert.ok(cited.includes(receipt.provesNot.slice(0, 40)) && cited.includes(receipt.capture.sha256));
        assert.ok(!cited.includes("\u001b"));
      }
    const markdown = toCitation({ ...receipt, record: record as Receipt["record"] }, "markdown");
    assert.ok(markdown.includes("\\*Ada\\*\\\\u{1b}\\[31m \\_N\\_ \\[x\\](y) \\<b\\> Novak\\`, person"), markdown);
  }));
