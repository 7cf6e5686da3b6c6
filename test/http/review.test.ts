import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { confirm, dispute } from "../../src/archive/decide.ts";
import { correct } from "../../src/archive/correct.ts";
import { merge } from "../../src/archive/names.ts";
import { FERRY, NOON, QUAY, idWith, keep } from "../archive/reports.ts";
import { Browser, type Opened, bearer, openRoom, withUser } from "./browser.ts";
import { type Page, REPORTS, flat as text, look } from "./looking.ts";

const TOM = { name: "Tom Reed", reason: null, now: NOON };

interface Reader extends Opened {
  readonly browser: Browser;
  /** Sends a form as a page without a script would. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>;
  /** The same as the script does: asks for JSON. */
  readonly ask: (
    path: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly look: (path: string) => Promise<Page>;
}

async function reader(t: TestContext): Promise<Reader> {
  const opened = await openRoom(t);
  await keep(opened.store, REPORTS);
  const browser = new Browser(opened);
  const csrf = await browser.mark("/proof");
  const send: Reader["send"] = (path, fields) => browser.post(path, { csrf, ...fields });
  const ask: Reader["ask"] = async (path, fields) => {
    const answer = await browser.post(path, { csrf, ...fields }, { headers: { accept: "application/json" } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { ...opened, browser, look: (path) => look(browser, path), send, ask };
}

/** The fields of a form as a browser would send them. */
function fieldsOf(page: Page, selector: string): Record<string, string> {
  const form = page.querySelector(selector);
  assert.ok(form, selector);
  const fields: Record<string, string> = {};
  for (const field of form.querySelectorAll("input, textarea, select")) {
    const chosen = field.tagName === "SELECT" ? field.querySelector("option[selected]") : field;
    fields[field.getAttribute("name") ?? ""] =
      field.tagName === "TEXTAREA" ? (field.textContent ?? "") : (chosen?.getAttribute("value") ?? "");
  }
  return fields;
}

function action(page: Page, selector: string): string {
  return page.querySelector(selector)?.getAttribute("action") ?? "";
}

test("the queue shows one entry with its paragraph, its marks, its reasons and its receipt", async (t) => {
  const { look } = await reader(t);
  const page = await look("/review");
  const item = page.querySelector("#item");
  const paragraphs = [...page.querySelectorAll("#passage p")];
  const whole = paragraphs.map((one) => one.textContent ?? "").join("");
  for (const paragraph of paragraphs) {
    const from = Number(paragraph.getAttribute("data-from"));
    const words = paragraph.textContent ?? "";
    assert.ok(
      [FERRY, QUAY].some((report) => report.slice(from, from + words.length) === words),
      "offsets are those of the text",
    );
  }
  const spans = (item?.getAttribute("data-spans") ?? "").split(",").map((one: string) => one.split("-").map(Number));
  assert.ok(spans.length > 0 && spans.every(([from = 0, to = 0]) => to > from));
  assert.ok(whole.includes(text(page, ".passage .mark-content")));
  assert.match(text(page, ".why"), /\d+ .+ a point for each week since/);
  assert.match(
    text(page, ".receipt-line"),
    /edition 1\. Text [0-9a-f]{12}, capture [0-9a-f]{12} of .+ from https:\/\/harbourpost/,
  );
  assert.match(text(page, ".standing"), /○ candidate/);
});

test("a decision without a script is written and told, with the way back, and leads to the next", async (t) => {
  const { look, send, store } = await reader(t);
  const page = await look("/review");
  const id = page.querySelector("#item")?.getAttribute("data-id") ?? "";
  const answer = await send(action(page, ".confirm-form"), fieldsOf(page, ".confirm-form"));
  assert.equal(answer.status, 303);
  const next = answer.headers.get("location") ?? "";
  assert.match(next, /^\/review\?after=[^&]+&entry=\d+$/);
  assert.equal((await store.record(id))?.standing, "confirmed");
  const after = await look(next);
  assert.notEqual(after.querySelector("#item")?.getAttribute("data-id"), id);
  assert.match(text(after, "#notice"), /You confirmed “?.+ it is ● confirmed now\. Entry \d+ Undo/);
  const undone = await send(action(after, ".undo-form"), fieldsOf(after, ".undo-form"));
  assert.equal((await store.record(id))?.standing, "candidate");
  const back = await look(undone.headers.get("location") ?? "");
  assert.equal(
    back.querySelector("#item")?.getAttribute("data-id"),
    id,
    "what was undone lies before the reader again",
  );
  assert.match(text(back, "#notice"), /You took back a decision/);
});

test("skipping goes through the whole queue, each entry once", async (t) => {
  const { look, store } = await reader(t);
  const { statements, silences } = await store.size();
  const seen: string[] = [];
  let page = await look("/review");
  for (
    let id = page.querySelector("#item")?.getAttribute("data-id");
    id;
    id = page.querySelector("#item")?.getAttribute("data-id")
  ) {
    seen.push(id);
    page = await look(page.querySelector("[data-skip]")?.getAttribute("href") ?? "");
  }
  assert.equal(seen.length, statements + silences);
  assert.equal(new Set(seen).size, seen.length);
  assert.match(text(page, "#item"), /Nothing behind this one waits/);
});

test("a correction sends every field, and only what was changed is written", async (t) => {
  const { look, send, store } = await reader(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  const page = await look(`/review?at=${id}`);
  const fields = fieldsOf(page, ".correct-form");
  const asked = { ...fields, correctedAct: "vow", said: "2031-03-02", reason: "she gave her word" };
  assert.equal((await send(action(page, ".correct-form"), asked)).status, 303);
  const row = await store.record(id);
  assert.deepEqual(
    [row?.standing, row?.act, row?.uttered, row?.speaker],
    ["confirmed", "vow", "2031-03-02", "Ada Novak"],
  );
  const [decision] = await store.decisions(id);
  assert.deepEqual(Object.keys(decision?.value.fields ?? {}).sort(), ["act", "uttered"]);
  assert.equal(decision?.cause, "she gave her word");
  const again = await look(`/review?at=${id}`);
  assert.match(text(again, ".verdicts"), /Mira Sand corrected it .* act: vow\s?said: 2031-03-02 she gave her word/);
});

test("words are set right by offsets, or copied from the text; a form that changes nothing says so", async (t) => {
  const { look, ask, store } = await reader(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  const page = await look(`/review?at=${id}`);
  const to = action(page, ".correct-form");
  const nothing = await ask(to, fieldsOf(page, ".correct-form"));
  assert.deepEqual([nothing.status, /nothing was changed/.test(String(nothing.body["detail"]))], [422, true]);
  const from = FERRY.indexOf("the ferry to Mel");
  const end = from + "the ferry to Mel would run".length;
  const moved = await ask(to, { ...fieldsOf(page, ".correct-form"), spans: `${from}-${end}` });
  assert.deepEqual(
    [moved.status, moved.body["did"], moved.body["words"]],
    [200, "corrected", "the ferry to Mel would run"],
  );
  const copied = await ask(to, { act: "correct", words1: "would run again before Easter" });
  assert.equal(copied.body["words"], "would run again before Easter");
  for (const [field, value, says] of [
    ["spans", "9-4", /no stretch of a text/],
    ["spans", "1-99999999", /no stretch of a text/],
    ["spans", "a-b", /write 12-40/],
    ["words1", "words that are not there", /does not stand in the text/],
    ["correctedAct", "shout", /is no act/],
    ["said", "yesterday", /is no date/],
    ["speakerKind", "ghost", /no kind of speaker/],
  ] as const) {
    const refused = await ask(to, { act: "correct", [field]: value });
    assert.equal(refused.status, 422, field);
    assert.match(String(refused.body["detail"]), says);
  }
  assert.equal((await store.decisions(id)).length, 2, "what was refused wrote nothing");
});

test("who decides on what others decided on meanwhile is told, and nothing is written", async (t) => {
  const { look, ask, store } = await reader(t);
  const page = await look("/review");
  const id = page.querySelector("#item")?.getAttribute("data-id") ?? "";
  const fields = fieldsOf(page, ".confirm-form");
  await confirm(store, [id], TOM);
  const refused = await ask(action(page, ".confirm-form"), fields);
  assert.deepEqual(
    [refused.status, refused.body["detail"]],
    [409, "Tom Reed decided on this meanwhile. Look at it again."],
  );
  assert.equal((await store.decisions(id)).length, 1);
});

test("the same decision sent twice, as after a broken connection, is kept once", async (t) => {
  const { look, ask, store } = await reader(t);
  const page = await look("/review");
  const id = page.querySelector("#item")?.getAttribute("data-id") ?? "";
  const fields = fieldsOf(page, ".confirm-form");
  const first = await ask(action(page, ".confirm-form"), fields);
  const second = await ask(action(page, ".confirm-form"), fields);
  assert.deepEqual([first.status, second.status, second.body["entry"]], [200, 200, first.body["entry"]]);
  assert.equal((await store.decisions(id)).length, 1);
  const other = await ask(action(page, ".confirm-form"), { ...fields, act: "dispute", reason: "no" });
  assert.equal(other.status, 409, "another decision is none of that");
});

test("a dispute and a retraction need a reason, an undoing something to undo", async (t) => {
  const { ask, store } = await reader(t);
  const id = await idWith(store, "We will not close it twice");
  const to = `/statements/${id}/decide`;
  for (const act of ["dispute", "retract"]) {
    const refused = await ask(to, { act, reason: "  " });
    assert.equal(refused.status, 422);
    assert.match(String(refused.body["detail"]), /needs a reason/);
  }
  assert.equal((await ask(to, { act: "undo" })).status, 422);
  assert.equal((await ask(to, { act: "undo", entry: "1" })).status, 422, "an entry that is no decision on it");
  assert.equal((await ask(to, { act: "shout" })).status, 422);
  assert.equal((await ask("/statements/none.such/decide", { act: "confirm" })).status, 422);
  assert.equal((await ask(to, { act: "dispute", reason: "seen on the tape" })).body["standing"], "disputed");
});

test("a second reader sees the machine's reading and nothing of the first decision, until theirs is made", async (t) => {
  const { look, send, ask, store } = await reader(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  await correct(store, id, { act: "vow" }, { ...TOM, reason: "a promise by a minister" });
  const page = await look("/review?second=1");
  assert.equal(page.querySelector("#item")?.getAttribute("data-id"), id);
  const shown = text(page, "#item");
  for (const hidden of ["Tom", "promise by", "confirmed", "corrected"])
    assert.ok(!shown.includes(hidden), `“${hidden}” is told too early: ${shown}`);
  assert.notEqual(text(page, "#item .act"), "vow");
  assert.match(shown, /the first decision is hidden/);
  const answer = await send(action(page, ".confirm-form"), fieldsOf(page, ".confirm-form"));
  const after = await look(answer.headers.get("location") ?? "");
  assert.match(
    text(after, "#notice"),
    /◐ disputed now.*You differ from the first reader.*Tom Reed corrected it.*act: vow a promise by a minister/,
  );
  assert.equal((await store.record(id))?.standing, "disputed");
  const third = await ask(`/statements/${id}/decide`, { act: "confirm", as: "second reader" });
  assert.equal(third.status, 409, "there is no second second reader");
});

test("a second reader who agrees is told so, and nobody reads their own decisions again", async (t) => {
  const { look, ask, store } = await reader(t);
  const id = await idWith(store, "the ferry to Mel would run again");
  const own = await idWith(store, "We will not close it twice");
  await confirm(store, [id], TOM);
  await confirm(store, [own], { ...TOM, name: "Mira Sand" });
  const page = await look("/review?second=1");
  const done = await ask(action(page, ".confirm-form"), fieldsOf(page, ".confirm-form"));
  assert.deepEqual([done.body["agrees"], done.body["standing"]], [true, "confirmed"]);
  assert.match(text(await look("/review?second=1"), "#item"), /Nothing waits for a second reader/);
  const refused = await ask(`/statements/${own}/decide`, { act: "confirm", as: "second reader" });
  assert.equal(refused.status, 409);
});

test("differences show both sides with their reasons, and are settled", async (t) => {
  const { look, send, store } = await reader(t);
  const id = await idWith(store, "the quay was safe");
  await confirm(store, [id], { ...TOM, reason: "heard it myself" });
  await dispute(store, [id], { name: "Ann Holt", reason: "it was another union", now: NOON });
  const page = await look("/review/disagreements");
  const sides = [...page.querySelectorAll(".sides section")].map((one) => (one.textContent ?? "").replace(/\s+/g, " "));
  assert.match(sides[0] ?? "", /Tom Reed confirmed it .* heard it myself/);
  assert.match(sides[1] ?? "", /Ann Holt disputed it .* it was another union/);
  const settled = await send(action(page, ".settle"), {
    ...fieldsOf(page, ".settle"),
    act: "confirm",
    reason: "asked both",
  });
  const after = await look(settled.headers.get("location") ?? "");
  assert.match(text(after, ".notice"), /● confirmed now/);
  assert.match(text(after, ".empty"), /Nobody differs/);
  assert.equal((await store.record(id))?.standing, "confirmed");
});

test("names that are likely one are offered, filed, parted and undone", async (t) => {
  const { look, send, store } = await reader(t);
  const page = await look("/names");
  assert.match(text(page, ".like-names"), /A\. Novak \d and Ada Novak \d an initial where the other has a first name/);
  const filed = await send("/names/merge", { name: "A. Novak", into: "Ada Novak", reason: "the same minister" });
  const after = await look(filed.headers.get("location") ?? "");
  assert.match(text(after, ".done"), /“A\. Novak” is filed under “Ada Novak”: entry \d+, by Mira Sand/);
  assert.doesNotMatch(text(after, ".like-names"), /A\. Novak/);
  assert.match(text(after, "tbody tr"), /A\. Novak Ada Novak Mira Sand .* the same minister/);
  await send("/names/split", fieldsOf(after, 'tbody form[action="/names/split"]'));
  assert.deepEqual(await store.namesOf("Ada Novak"), ["Ada Novak"]);
  const [entry] = await merge(store, ["A. Novak"], "Ada Novak", TOM);
  await send("/names/undo", { entry: String(entry?.seq) });
  assert.deepEqual(await store.namesOf("Ada Novak"), ["Ada Novak"]);
  for (const [path, fields] of [
    ["/names/merge", { name: "Nobody", into: "Ada Novak" }],
    ["/names/split", { name: "Ada Novak" }],
    ["/names/undo", { entry: "1" }],
    ["/names/undo", { entry: "x" }],
  ] as const)
    assert.equal((await send(path, fields)).status, 422, path);
});

test("a reader may not decide, and no page leads them to", async (t) => {
  const opened = await reader(t);
  const user = await withUser(opened, "Lea", "reader");
  const headers = await bearer(opened, user);
  const id = await idWith(opened.store, "the quay was safe");
  const browser = new Browser(opened);
  for (const path of ["/review", "/review/disagreements"])
    assert.equal((await browser.get(path, { headers })).status, 403, path);
  for (const path of [`/statements/${id}/decide`, "/names/merge"])
    assert.equal((await browser.post(path, { act: "confirm" }, { headers })).status, 403, path);
  const names = await (await browser.get("/names", { headers })).text();
  assert.doesNotMatch(names, /action="\/names/);
  assert.equal((await opened.store.decisions(id)).length, 0);
});
