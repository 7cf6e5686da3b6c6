import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parseHTML } from "linkedom";
import { fullId } from "../../src/archive/records.ts";
import { toReceiptChecks } from "./receipts.ts";
import { roomApp } from "../../src/http/app.ts";
import type { RecordRow, Store } from "../../src/store/store.ts";
import { FERRY, idWith, keep } from "../archive/reports.ts";
import { scratchArchive } from "../archive/scratch.ts";
import { inFile } from "../store/homes.ts";
import { record, report } from "../store/reports.ts";
import { Browser, ORIGIN, bearer, openRoom, withUser } from "./browser.ts";
import { butFor } from "./butFor.ts";
import { furnish } from "./furnished.ts";

const homes = [inFile(), inFile()] as const;
let store: Store;
let empty: Store;
let wire = "";

before(async () => {
  store = await homes[0].open();
  empty = await homes[1].open();
  await furnish(store);
  wire = (await store.articles({ outlet: "Northwire" })).items[0]?.article ?? "";
});
after(async () => {
  for (const home of homes) await home.close();
});

interface Seen {
  readonly status: number;
  readonly document: Document;
  readonly text: string;
  readonly headers: Headers;
}
type Document = ReturnType<typeof parseHTML>["document"];
type Element = InstanceType<ReturnType<typeof parseHTML>["Element"]>;

function room(at: Store = store): ReturnType<typeof roomApp> {
  return roomApp({ store: at, now: () => "2026-03-02T12:00:00.000Z", localName: "Mira Sand", version: "0.1.0" });
}

async function see(path: string, at: Store = store): Promise<Seen> {
  const answer = await room(at).request(`http://localhost${path}`);
  const body = await answer.text();
  const { document } = parseHTML(body);
  return { status: answer.status, document, text: words(document), headers: answer.headers };
}

function words(document: Document): string {
  return (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");
}

async function one(query: Parameters<Store["find"]>[0]): Promise<RecordRow> {
  const [row] = (await store.find({ ...query, limit: 1 })).items;
  assert.ok(row, JSON.stringify(query));
  return row;
}

describe("every page", () => {
  const PATHS = [
    "/",
    "/articles",
    "/people",
    "/people/Marek%20Solvan",
    "/outlets/Northwire",
    "/search",
    "/saved",
    "/proof",
  ];

  for (const path of PATHS)
    test(`${path}: one heading of the first order, one main part, no style of its own, no script in it`, async () => {
      const { status, document } = await see(path);
      assert.equal(status, 200);
      assert.equal(document.querySelectorAll("h1").length, 1);
      assert.equal(document.querySelectorAll("main").length, 1);
      assert.equal(document.querySelectorAll("[style], style").length, 0);
      for (const script of document.querySelectorAll("script")) assert.equal(script.textContent, "");
      const ids = Array.from(document.querySelectorAll("[id]"), ({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, "an id stands twice");
    });

  test("with nothing in the archive says how to begin, and none breaks", async () => {
    assert.match((await see("/", empty)).text, /Nothing here yet.*hearsay add/);
    for (const path of ["/articles", "/people", "/search", "/search?words=gate", "/saved"])
      assert.equal((await see(path, empty)).status, 200, path);
  });
});

describe("today", () => {
  test("tells what came in, what waits, what was decided and which silences there are", async () => {
    const { text, document } = await see("/");
    assert.match(text, /\d+ candidates wait for review/);
    assert.match(text, /Jon Adeyemi disputed/);
    assert.match(text, /Mira Sand corrected/);
    assert.match(text, /Mira Sand took a decision back/);
    assert.match(text, /edition 2/);
    assert.ok(document.querySelector(".card-silence"));
    assert.ok(document.querySelector('a[href="/review"]'));
  });
});

describe("an article", () => {
  test("has each of its words as they were read, marks and all", async () => {
    const { document } = await see(`/articles/${wire}`);
    const edition = (await store.editions(wire)).at(-1);
    const text = Buffer.from((await store.blob("texts", wire, edition?.text ?? "")) ?? []).toString("utf8");
    const shown = document.querySelector(".text");
    assert.ok(shown);
    for (const reference of shown.querySelectorAll(".ref")) reference.remove();
    const flat = (some: string): string => some.replace(/[\s–]+/g, "");
    assert.equal(flat(shown.textContent ?? ""), flat(text));
  });

  test("marks each statement's source, cue and content, and leads from the words to the list and back", async () => {
    const { document } = await see(`/articles/${wire}`);
    const rows = (await store.recordsOf(wire)).filter(
      ({ standing, edition }) => standing !== "retracted" && edition === 2,
    );
    assert.equal(document.querySelectorAll(".side-entry").length, rows.length);
    for (const entry of document.querySelectorAll(".side-entry")) {
      const label = entry.getAttribute("data-of") ?? "";
      const target = document.getElementById(`t${label}`);
      assert.equal(target?.getAttribute("href"), `#s${label}`);
      assert.match(
        target?.getAttribute("aria-label") ?? "",
        /(?:statement|silence) .+: .+, .+, (?:candidate|confirmed|disputed)/,
      );
      assert.ok(entry.querySelector(`a[href="#t${label}"]`));
      assert.ok(entry.querySelector(".standing"), "its standing as a word");
    }
    const reported = rows.find(({ record }) => record["cue"] && record["source"]);
    const label = String(rows.indexOf(reported as RecordRow) + 1);
    for (const role of ["source", "cue", "content"])
      assert.ok(document.querySelector(`.m-${role}[data-of="${label}"]`), `${role} of ${label}`);
    assert.ok(document.querySelector(".m-content .m-content.d2"), "a nested one under its outer one");
  });

  test("shows only what the filters ask for, without a script", async () => {
    const { document } = await see(`/articles/${wire}?speaker=Marek+Solvan&act=vow`);
    for (const entry of document.querySelectorAll(".side-entry")) {
      assert.equal(entry.getAttribute("data-speaker"), "Marek Solvan");
      assert.equal(entry.getAttribute("data-act"), "vow");
    }
    assert.equal(document.querySelector('select[name="act"] option[selected]')?.getAttribute("value"), "vow");
    const retracted = await see(`/articles/${(await one({ standing: "retracted" })).article}?standing=retracted`);
    assert.ok(
      retracted.document.querySelectorAll(".side-entry").length > 0,
      "what was taken back is shown where it is asked for",
    );
  });

  test("the text as read has every block with its offsets", async () => {
    const { document, text } = await see(`/articles/${wire}/raw`);
    const blocks = (await store.editions(wire)).at(-1)?.document["blocks"] as { span: [number, number] }[];
    assert.equal(document.querySelectorAll(".raw-block").length, blocks.length);
    assert.match(text, /0–64/);
  });

  test("its editions tell what became of every statement, and what differs in the text", async () => {
    const { text, document } = await see(`/articles/${wire}/editions`);
    assert.match(text, /\d+ unchanged, \d+ moved, [1-9]\d* altered, \d+ gone, [1-9]\d* new/);
    const gone = Array.from(document.querySelectorAll(".changes del"), ({ textContent }) => textContent);
    const come = Array.from(document.querySelectorAll(".changes ins"), ({ textContent }) => textContent);
    assert.ok(gone.includes("March"), gone.join("|"));
    assert.ok(
      come.some((some) => some?.includes("April")),
      come.join("|"),
    );
    assert.ok(come.some((some) => some?.includes("no comment")));
    assert.equal((await see(`/articles/${wire}?edition=1`)).status, 200);
    assert.equal((await see(`/articles/${wire}?edition=7`)).status, 404);
  });
});

describe("a statement", () => {
  test("shows its words in their place, chain, day with its steps, receipt and what that proves", async () => {
    const row = (await store.find({ article: wire, limit: 100 })).items.find(
      ({ record }) => (record["uttered"] as { basis: string } | undefined)?.basis === "derived",
    ) as RecordRow;
    const { text, document } = await see(`/statements/${fullId(row)}`);
    const content = Array.from(
      document.querySelectorAll(".in-place .m-content"),
      ({ textContent }) => textContent,
    ).join("");
    assert.equal(content.replace(/\s+/g, ""), row.words.replace(/ … /g, "").replace(/\s+/g, ""));
    const chain = row.record["chain"] as { name: string }[];
    assert.equal(document.querySelectorAll(".hop").length, chain.length);
    assert.ok(document.querySelector(".steps li"), "how its day is known");
    assert.ok(document.querySelector(".edtf"));
    assert.match(text, /It proves: This text had this hash/);
    assert.match(text, /It does not prove: That the outlet published it/);
    assert.ok(
      document.querySelector("textarea")?.textContent?.includes(row.standing.toUpperCase()),
      "the citation says its standing",
    );
  });

  test("one that was corrected shows what the machine had, who decided and why", async () => {
    const row = await one({ speaker: "Lotte Brandsma", standing: "confirmed" });
    const { text, document } = await see(`/statements/${fullId(row)}`);
    assert.match(text, /The machine’s own reading, before a person corrected it/);
    assert.match(text, /Mira Sand corrected.*asked her/);
    assert.ok(document.querySelector(".standing-confirmed"));
  });

  test("a decision that was taken back is struck out and stays", async () => {
    const undone = (await store.decidedLately(20)).find(
      ({ act, cause }) => act === "retract" && cause === "the wrong one",
    );
    const { document, text } = await see(`/statements/${undone?.about}`);
    assert.equal(document.querySelectorAll(".history .taken-back").length, 1);
    assert.match(text, /took back a decision, entry \d+/);
    assert.ok(document.querySelector(".statement-head .standing-candidate"));
  });

  test("a silence says who was silent and who noticed it, and what is not told is said to be so", async () => {
    const row = await one({ kind: "silence" });
    const { text } = await see(`/statements/${fullId(row)}`);
    assert.match(text, /What was not said or done/);
    assert.match(text, /Who was silent/);
    assert.match(text, /not told/);
  });

  test("its receipt can be downloaded and holds", async () => {
    const row = await one({ article: wire });
    const answer = await room().request(`http://localhost/statements/${fullId(row)}/receipt.json`);
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; filename="receipt-[\w.-]+\.json"$/);
    const faults = toReceiptChecks(await answer.json());
    assert.deepEqual(faults, []);
  });

  test("an id that was shortened leads to it; one that is not there is a 404 that says what to do", async () => {
    const row = await one({ article: wire });
    const short = await see(`/statements/${fullId(row).slice(0, -4)}`);
    assert.equal(short.status, 302);
    assert.equal(short.headers.get("location"), `/statements/${fullId(row)}`);
    const none = await see("/statements/0000.ffff");
    assert.equal(none.status, 404);
    assert.match(none.text, /There is no statement or silence.*search/);
  });

  test("whoever may only look has no form to decide with", async (t) => {
    const opened = await openRoom(t);
    await keep(opened.store, { "ferry.txt": FERRY });
    const headers = await bearer(opened, await withUser(opened, "Ada Reader", "reader"));
    const address = `${ORIGIN}/statements/${await idWith(opened.store, "that the ferry to Mel")}`;
    const page = await (await opened.app.request(address, { headers })).text();
    assert.match(page, /How the words came here/);
    assert.doesNotMatch(page, /class="decide"/);
  });

  test("whoever may decide has a form with its mark against forgery", async () => {
    const { document } = await see(`/statements/${fullId(await one({ article: wire }))}`);
    const form = document.querySelector("form.decide");
    assert.ok(form?.querySelector('input[name="csrf"]'));
    assert.deepEqual(
      Array.from(form?.querySelectorAll("button") ?? [], (button: Element) => button.getAttribute("value")),
      ["confirm", "dispute", "retract"],
    );
  });
});

describe("who", () => {
  test("a person's page has names filed together, counts, a plot with a table of the same numbers, and the words", async () => {
    const { text, document } = await see("/people/Marek%20Solvan");
    assert.match(text, /Filed with it ?Solvan/);
    assert.ok(document.querySelector(".plot svg rect"));
    assert.equal(document.querySelectorAll(".plot svg style, .plot svg [style]").length, 0);
    const drawn = Array.from(document.querySelectorAll(".plot td"), ({ textContent }) => Number(textContent));
    const dated = (await store.glance({ speaker: "Marek Solvan", kind: "statement" }, 1000)).rows.filter(
      ({ uttered }) => uttered,
    );
    assert.equal(
      drawn.reduce((all, n) => all + n, 0),
      dated.length,
    );
    assert.ok(document.querySelectorAll(".card").length > 3);
  });

  test("the name a name is filed under stands on both addresses", async () => {
    assert.match((await see("/people/Solvan")).document.querySelector("h1")?.textContent ?? "", /^Marek Solvan$/);
  });

  test("offices and other spellings come from the packs, and are said to", async (t) => {
    const known = await scratchArchive(t);
    await known.append(
      [report("a1", { records: [record("r1", { speaker: "Kim Jong Un" })] })],
      "2031-05-06T12:00:00.000Z",
    );
    const { text, document } = await see("/people/Kim%20Jong%20Un", known);
    assert.match(text, /Also written.*Kim Jong-un.*packs/);
    assert.match(text, /Offices packs/);
    assert.ok(document.querySelectorAll("#offices ~ ul li").length > 0);
  });

  test("a name that nothing stands under is a 404", async () => {
    assert.equal((await see("/people/Nobody%20At%20All")).status, 404);
    assert.equal((await see("/channels/No%20Such%20Agency")).status, 404);
  });

  test("a part of a name finds its person", async () => {
    const found = await see("/people?name=brandsma");
    assert.equal(found.headers.get("location"), "/people/Lotte%20Brandsma");
    assert.match((await see("/people?name=zzzz")).text, /Nobody called “zzzz”/);
  });
});

describe("search", () => {
  test("marks the words that were looked for, and counts what was found", async () => {
    const { document, text } = await see("/search?words=border*");
    const marked = Array.from(document.querySelectorAll("mark"), ({ textContent }) => textContent?.toLowerCase());
    assert.ok(marked.length > 0 && marked.every((some) => some?.startsWith("border")), marked.join());
    assert.match(text, /\d+ statements/);
  });

  test("every filter stands in the form as it was asked, and holds", async () => {
    const { document } = await see(
      "/search?words=&speaker=Lotte+Brandsma&standing=confirmed&said=2025..2026&order=said",
    );
    assert.equal(document.querySelector("#f-speaker")?.getAttribute("value"), "Lotte Brandsma");
    assert.equal(document.querySelector("#f-order option[selected]")?.getAttribute("value"), "said");
    for (const badge of document.querySelectorAll(".card .standing"))
      assert.match(badge.className, /standing-confirmed/);
    assert.equal(document.querySelectorAll(".card").length, 1);
  });

  test("a name typed in part is taken for the one that is meant, and that is said", async () => {
    const { text } = await see("/search?speaker=brandsma");
    assert.match(text, /“brandsma” is taken for Lotte Brandsma/);
  });

  test("a name that may be several offers each of them, and is told as a fault of its field", async () => {
    const { status, document } = await see("/search?speaker=s");
    assert.equal(status, 400);
    assert.ok(document.querySelectorAll("#wrong-speaker a").length > 1);
    assert.equal(document.querySelector("#f-speaker")?.getAttribute("aria-invalid"), "true");
  });

  for (const [query, field] of [
    ["said=yesterday", "said"],
    ["said=2025-13", "said"],
    ["said=2026..2025-03", "said"],
    ["published=2025..2026..2027", "published"],
    ["minConfidence=much", "minConfidence"],
    ["act=sing", "act"],
    ["words=%22%22", "words"],
    ["outlet=No+Such+Paper", "outlet"],
  ] as const)
    test(`${query} is told where it was typed`, async () => {
      const { status, document } = await see(`/search?${query}`);
      assert.equal(status, 400);
      assert.ok(document.querySelector(`#wrong-${field}[role=alert]`));
    });

  test("what finds nothing says which filter stands in the way", async () => {
    const { text, document } = await see("/search?words=borderr&speaker=Marek+Solvan");
    assert.match(text, /Nothing found.*without words “borderr”.*borde\*/);
    for (const link of document.querySelectorAll(".hits .empty a"))
      assert.doesNotMatch((await see(link.getAttribute("href") ?? "")).text, /Nothing found/);
  });

  test("pages follow each other without leaving any out, and a wrong cursor leads to the first", async () => {
    const seen: string[] = [];
    let path: string | null = "/search?kind=statement";
    while (path !== null) {
      const { document }: Seen = await see(path);
      seen.push(
        ...Array.from(document.querySelectorAll(".card-id"), (link: Element) => link.getAttribute("href") ?? ""),
      );
      path = document.querySelector('.pager a[rel="next"]')?.getAttribute("href") ?? null;
    }
    assert.equal(seen.length, (await store.glance({ kind: "statement" }, 1000)).rows.length);
    assert.equal(new Set(seen).size, seen.length);
    const wrong = await see("/search?cursor=nonsense");
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /Begin with the first one/);
  });

  test("a search is saved under a name and dropped again, by its owner alone", async () => {
    const browser = new Browser({ app: room() });
    const csrf = await browser.mark("/search?words=gate");
    const post = (path: string, fields: Record<string, string>): Promise<Response> =>
      browser.post(path, { csrf, ...fields });
    assert.equal((await post("/saved", { name: "The gate", query: "words=gate&cursor=xyz&evil=1" })).status, 303);
    const [kept] = await store.accounts.searches("Mira Sand");
    assert.equal(kept?.query, "words=gate");
    assert.match((await see("/saved")).text, /The gate/);
    await store.accounts.addSearch({
      id: "not-hers",
      name: "Another’s",
      owner: "Jon",
      query: "",
      made_at: "2026-03-02T12:00:00.000Z",
    });
    assert.doesNotMatch((await see("/saved")).text, /Another’s/);
    assert.equal((await post("/saved/not-hers/drop", {})).status, 400);
    assert.equal((await post(`/saved/${kept?.id}/drop`, {})).status, 303);
    assert.deepEqual(await store.accounts.searches("Mira Sand"), []);
    assert.equal((await post("/saved", { name: "  ", query: "" })).status, 400);
  });
});

describe("what goes wrong", () => {
  test("an address without a page is a page that says so; for a program it is a problem", async () => {
    const none = await see("/articles/nothing");
    assert.equal(none.status, 404);
    assert.match(none.text, /Not here/);
  });

  test("a failure tells nothing of itself, and that nothing was changed", async () => {
    const broken = butFor(store, { articles: () => Promise.reject(new Error("secret words of the database")) });
    const { status, text } = await see("/", broken);
    assert.equal(status, 500);
    assert.match(text, /Nothing was changed/);
    assert.doesNotMatch(text, /secret/);
  });
});
