import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser, ORIGIN } from "./browser.ts";
import { FIELDS, withReport } from "./changes.ts";
import { filled, routesOf } from "./routes.ts";

/** The longest that anything may take, on a machine that is busy with other tests. */
const PATIENCE = 3_000;

/** Long things that patterns written without care never come to an end with. */
function awkward(n: number): readonly string[] {
  const long = (piece: string): string => piece.repeat(Math.ceil(n / piece.length)).slice(0, n);
  return [
    `${long("a")}!`,
    long("a "),
    long(" "),
    `${long(" ")}x`,
    long('"'),
    long('" '),
    long("("),
    long("-a "),
    long("1"),
    long("2021-"),
    long("2021-01.."),
    long("a."),
    long("a@"),
    long("://"),
    long("%"),
    long("&amp"),
    long("<a "),
    long("“"),
    long("e\u0301"),
    long("\u0300"),
    long("ﷺ"),
    long("\u{1f468}\u200d"),
    long("*"),
    long("x*"),
    long("a_b-"),
    `${long("a,")}\n`,
  ];
}

test("no field of an address keeps the server busy, however long and awkward", async (t) => {
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const fields = [
    "words",
    "speaker",
    "said",
    "published",
    "cursor",
    "outlet",
    "minConfidence",
    "limit",
    "next",
    "name",
    "prefix",
    "order",
  ];
  const slow: string[] = [];
  for (const { path } of routesOf(opened.app).filter(({ method }) => method === "GET"))
    for (const [i, text] of awkward(1_200).entries()) {
      const value = encodeURIComponent(text.toWellFormed()).slice(0, 6_000).replace(/%.?$/, "");
      const at = path.includes(":")
        ? filled(path, () => text.toWellFormed().slice(0, 600)).slice(0, 7_900)
        : `${path}?${fields[i % fields.length]}=${value}`;
      const begun = performance.now();
      const answer = await browser.get(at.replace(/%.?$/, ""));
      await answer.text();
      const took = performance.now() - begun;
      if (took > PATIENCE || answer.status >= 500)
        slow.push(`${path} with ${text.slice(0, 12)}: ${answer.status}, ${Math.round(took)} ms`);
    }
  for (const field of fields)
    for (const text of awkward(1_200)) {
      const value = encodeURIComponent(text.toWellFormed()).slice(0, 7_000).replace(/%.?$/, "");
      for (const path of ["/search", "/api/v1/statements"]) {
        const begun = performance.now();
        const answer = await browser.get(`${path}?${field}=${value}`);
        await answer.text();
        const took = performance.now() - begun;
        if (took > PATIENCE || answer.status >= 500)
          slow.push(`${path}?${field}= with ${text.slice(0, 12)}: ${answer.status}, ${Math.round(took)} ms`);
      }
    }
  assert.deepEqual(slow, []);
});

test("no field of a form or a body keeps the server busy, however long and awkward", async (t) => {
  const opened = await withReport(t);
  const browser = new Browser(opened);
  const csrf = await browser.mark("/users");
  const slow: string[] = [];
  const names = [...Object.keys(FIELDS), "said", "speaker", "words", "next", "text"];
  const short = awkward(1_000);
  let taken = 0;
  for (const { method, path, at } of opened.changes.filter(
    ({ path: one }) => one !== "/users/remove" && one !== "/users",
  ))
    for (const [i, text] of awkward(60_000).entries())
      for (const turn of [0, 9]) {
        // All fields are awkward; one after the other is as long as a body may be.
        const all = Object.fromEntries(
          names.map((name, k) => [name, k === (i + turn) % names.length ? text : (short[i] as string)]),
        );
        const acts = turn === 0 ? { act: "confirm" } : { act: "correct", names: [text] };
        const sent = /\/(?:read|reports)$/.test(path)
          ? { body: text, headers: { "content-type": turn === 0 ? "text/plain" : "text/html" } }
          : path.startsWith("/api/")
            ? { json: { ...all, ...acts } }
            : { form: { ...all, csrf, ...(turn === 0 && { act: "dispute" }) } };
        const begun = performance.now();
        const answer = await browser.ask(method, at, {
          ...sent,
          headers: { ...sent.headers, "x-csrf": csrf, origin: ORIGIN },
        });
        await answer.text();
        const took = performance.now() - begun;
        if (answer.status !== 413) taken++;
        // A report is read by a thread of its own, which holds up nobody but those who wait for it.
        const patience = "body" in sent ? 5 * PATIENCE : PATIENCE;
        if (took > patience || answer.status >= 500)
          slow.push(`${method} ${path} with ${text.slice(0, 12)}: ${answer.status}, ${Math.round(took)} ms`);
      }
  assert.ok(taken > 500, `only ${taken} were taken in`);
  assert.deepEqual(slow, []);
});
