import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OpenAPIClientAxios } from "openapi-client-axios";
import { roomApp } from "../../src/http/app.ts";
import { type Listening, listen } from "../../src/http/serve.ts";
import { inFile } from "../store/homes.ts";
import { furnish } from "./furnished.ts";

const home = inFile();
let listening: Listening;
/** What a client made from the document can be asked: an operation by its id. */
let client: Record<string, (parameters?: object | null, body?: unknown, config?: object) => Promise<Answer>>;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  // oxlint-disable-next-line no-explicit-any
  readonly data: any;
}

before(async () => {
  const store = await home.open();
  await furnish(store);
  const app = roomApp({ store, now: () => "2026-03-05T12:00:00.000Z", localName: "Mira Sand", version: "0.0.0" });
  listening = await listen(app.fetch, { host: "127.0.0.1", port: 0, orAbove: 0 });
  const definition = `${listening.address}api/v1/openapi.json`;
  const api = new OpenAPIClientAxios({
    definition,
    withServer: { url: `${listening.address}api/v1` },
    axiosConfigDefaults: { validateStatus: () => true },
  });
  client = (await api.getClient()) as unknown as typeof client;
});
after(async () => {
  await listening.stop();
  await home.close();
});

async function call(
  operation: string,
  parameters: object | null = null,
  body?: unknown,
  config?: object,
): Promise<Answer> {
  const run = client[operation];
  assert.ok(run, `the client has no ${operation}`);
  return run(parameters, body, config);
}

test("a client made from the document finds, reads and decides over the wire", async () => {
  const found = await call("findStatements", { standing: "candidate", kind: "statement", limit: 2 });
  assert.equal(found.status, 200);
  assert.equal(found.data.items.length, 2);
  const next = await call("findStatements", {
    standing: "candidate",
    kind: "statement",
    limit: 2,
    cursor: found.data.cursor,
  });
  assert.notEqual(next.data.items[0].id, found.data.items[0].id);
  const { id } = found.data.items[0];
  const one = await call("getStatement", { id });
  assert.equal(one.data.id, id);
  const receipt = await call("getReceipt", { id });
  const checked = await call("checkReceipt", null, receipt.data);
  assert.equal(checked.data.holds, true);
  const decided = await call("decide", { id }, { act: "confirm" }, { headers: { "if-match": one.headers["etag"] } });
  assert.deepEqual([decided.status, decided.data.statement.standing], [200, "confirmed"]);
  const late = await call(
    "decide",
    { id },
    { act: "dispute", reason: "no" },
    { headers: { "if-match": one.headers["etag"] } },
  );
  assert.deepEqual([late.status, late.data.title], [412, "It has changed since you looked"]);
  const same = await call("getStatement", { id }, undefined, { headers: { "if-none-match": decided.headers["etag"] } });
  assert.equal(same.status, 304);
});

test("a client made from the document reads a text, walks names and meets problems", async () => {
  const text = "Quay to close\n\nSALLOW, March 4 - Mayor Dita Bronski said on Monday that the quay would close.\n";
  const read = await call("read", { reader: "fast" }, text, { headers: { "content-type": "text/plain" } });
  assert.equal(read.data.statements[0].chain.at(-1).name, "Dita Bronski");
  const [most] = (await call("listPeople", { limit: 1 })).data.items;
  const person = await call("getPerson", { name: most.value });
  assert.equal(person.data.name, most.value);
  const saved = await call("saveSearch", null, { name: "Vows", query: "act=vow" });
  assert.equal(saved.status, 201);
  assert.equal((await call("dropSearch", { id: saved.data.id })).status, 200);
  const missing = await call("getStatement", { id: "0000.0000" });
  assert.deepEqual([missing.status, missing.headers["content-type"]], [404, "application/problem+json"]);
});
