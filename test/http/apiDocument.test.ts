import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { receiptOf } from "../../src/archive/receipt.ts";
import { fullId } from "../../src/archive/records.ts";
import { roomApp } from "../../src/http/app.ts";
import { inFile } from "../store/homes.ts";
import { furnish } from "./furnished.ts";

interface Call {
  /** The rest of the address behind /api/v1. */
  readonly at: string;
  readonly json?: unknown;
  readonly text?: string;
}
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: object }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}
interface Schema {
  [key: string]: unknown;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const home = inFile();
after(() => home.close());
const store = await home.open();
await furnish(store);
const now = (): string => "2026-03-05T12:00:00.000Z";
const app = roomApp({ store, now, localName: "Mira Sand", version: "0.0.0" });
const document = (await (await app.request("/api/v1/openapi.json")).json()) as Document;

const [row] = (await store.find({ kind: "statement", standing: "candidate", limit: 1 })).items;
assert.ok(row);
const [other] = (await store.find({ kind: "statement", standing: "candidate", limit: 2 })).items.slice(1);
assert.ok(other);
const id = fullId(row);
const { article } = row;
const REPORT = "Quay to close\n\nSALLOW, March 4 - Mayor Dita Bronski said on Monday that the quay would close.\n";

/** An example of every operation. What an earlier one makes, a later one needs. */
const CALLS: Readonly<Record<string, () => Promise<Call> | Call>> = {
  getArchive: () => ({ at: "/archive" }),
  listProblems: () => ({ at: "/problems" }),
  getProblem: () => ({ at: "/problems/refused" }),
  getDocument: () => ({ at: "/openapi.json" }),
  findStatements: () => ({ at: "/statements?words=crossings&kind=statement&order=newest&limit=5" }),
  findSilences: () => ({ at: "/silences?limit=3" }),
  countStatements: () => ({ at: "/counts?by=month&kind=statement" }),
  getStatement: () => ({ at: `/statements/${id}` }),
  getDecisions: () => ({ at: `/statements/${id}/decisions` }),
  getReceipt: () => ({ at: `/statements/${id}/receipt` }),
  getCitation: () => ({ at: `/statements/${id}/citation` }),
  checkReceipt: async () => ({ at: "/receipts/check", json: await receiptOf(store, id) }),
  listFormats: () => ({ at: "/exports" }),
  exportStatements: () => ({ at: "/exports/ndjson?act=assert&limit=5" }),
  decide: () => ({ at: `/statements/${id}/decisions`, json: { act: "dispute", reason: "the text has “may”" } }),
  listArticles: () => ({ at: "/articles?limit=2" }),
  getArticle: () => ({ at: `/articles/${article}` }),
  getText: () => ({ at: `/articles/${article}/text?from=0&to=40` }),
  listEditions: async () => ({ at: `/articles/${await changedArticle()}/editions` }),
  getHistory: async () => ({ at: `/articles/${await changedArticle()}/history` }),
  listRepeats: () => ({ at: `/articles/${article}/repeats` }),
  listCapturesOfArticle: () => ({ at: `/articles/${article}/captures` }),
  listPeople: () => ({ at: "/people?limit=5" }),
  getPerson: () => ({ at: "/people/Marek%20Solvan" }),
  listChannels: () => ({ at: "/channels" }),
  getChannel: async () => ({ at: `/channels/${encodeURIComponent(await first("channel"))}` }),
  listOutlets: () => ({ at: "/outlets" }),
  getOutlet: async () => ({ at: `/outlets/${encodeURIComponent(await first("outlet"))}` }),
  listFiledNames: () => ({ at: "/names" }),
  getName: () => ({ at: "/names/Marek%20Solvan" }),
  decideOnNames: () => ({
    at: "/names/decisions",
    json: { act: "merge", names: ["Lotte Brandsma"], into: "L. Brandsma" },
  }),
  getToday: () => ({ at: "/today" }),
  listQueue: () => ({ at: "/queue?limit=3" }),
  listDisagreements: () => ({ at: "/disagreements" }),
  listConditions: () => ({ at: "/conditions?limit=3" }),
  listCaptures: () => ({ at: "/captures?limit=3" }),
  listWatched: async () => {
    const never = {
      next_at: null,
      looked_at: null,
      etag: null,
      last_modified: null,
      last_status: null,
      last_error: null,
    };
    const facts = { title: "Harbour news" };
    const address = "https://news.example/feed";
    await store.keepWatched([
      { address, host: "news.example", feed: null, kind: "feed", facts, failures: 0, ...never },
    ]);
    return { at: "/watched" };
  },
  listPacks: () => ({ at: "/packs" }),
  getPack: () => ({ at: "/packs/core" }),
  read: () => ({ at: "/read?outlet=The%20Post&reader=fast", text: REPORT }),
  addReport: () => ({ at: "/reports?reader=fast&address=https://news.example/quay", text: REPORT }),
  saveSearch: () => ({ at: "/searches", json: { name: "Vows", query: "act=vow&standing=confirmed" } }),
  listSearches: () => ({ at: "/searches" }),
  getSearch: async () => ({ at: `/searches/${await savedId()}` }),
  dropSearch: async () => ({ at: `/searches/${await savedId()}` }),
  propose: () => ({
    at: `/statements/${fullId(other)}/proposals`,
    json: {
      act: "correct",
      change: { speaker: "Nobody Yet", speakerKind: "person" },
      reason: "named in the line above",
    },
  }),
  listProposals: () => ({ at: "/proposals" }),
  getProposals: () => ({ at: `/statements/${fullId(other)}/proposals` }),
  settleProposal: async () => {
    const [waiting] = await store.proposals.waiting(1);
    return { at: `/proposals/${waiting?.id}/settle`, json: { as: "taken" } };
  },
};

async function savedId(): Promise<string> {
  return (await store.accounts.searches("Mira Sand"))[0]?.id ?? "none";
}

async function first(field: "channel" | "outlet"): Promise<string> {
  return (await store.valuesOf(field, 1))[0]?.value ?? "none";
}

async function changedArticle(): Promise<string> {
  const { items } = await store.articles({ limit: 100 });
  return items.find(({ edition }) => edition === 2)?.article ?? "none";
}

/** In the order of the list above: a thing is made before it is asked for. */
const operations = Object.keys(CALLS).flatMap((wanted) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => operationId === wanted)
      .map(([method, described]) => ({ path, method, described })),
  ),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "api", ...closed(document) });

/** The document with objects that may have no field they do not name: an answer with one more is a fault of the document. */
function closed(whole: Document): Document {
  const copy = structuredClone(whole);
  const open = new Set(
    Array.from(
      JSON.stringify(copy).matchAll(/"allOf":\[\{"\$ref":"#\/components\/schemas\/(\w+)"/g),
      ([, name]) => name,
    ),
  );
  const close = (node: unknown, within: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) close(one, within);
      return;
    }
    const schema = node as Schema;
    if (!within && ("properties" in schema || "allOf" in schema) && !("additionalProperties" in schema))
      schema["unevaluatedProperties"] = false;
    for (const [key, value] of Object.entries(schema))
      if (key === "properties") for (const one of Object.values(value as object)) close(one, false);
      else close(value, key === "allOf");
  };
  for (const [name, schema] of Object.entries(copy.components.schemas)) close(schema, open.has(name));
  close(copy.paths, false);
  return copy;
}

function pointer(...parts: readonly string[]): string {
  return `api#/${parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
}

async function ask(method: string, { at, json, text }: Call, headers: Record<string, string> = {}): Promise<Response> {
  const body = json === undefined ? text : JSON.stringify(json);
  const type =
    json === undefined
      ? text === undefined
        ? {}
        : { "content-type": "text/plain" }
      : { "content-type": "application/json" };
  return app.request(`/api/v1${at}`, {
    method: method.toUpperCase(),
    headers: { ...type, "x-csrf": await mark(), ...headers },
    ...(body !== undefined && { body }),
  });
}

let marked: string | null = null;
async function mark(): Promise<string> {
  marked ??= /name="csrf" content="([^"]*)"/.exec(await (await app.request("/proof")).text())?.[1] ?? "";
  return marked;
}

test("the document is OpenAPI 3.1 and valid", async () => {
  assert.equal(document.openapi, "3.1.0");
  const checked = await new Validator().validate(structuredClone(document) as never);
  assert.deepEqual(checked, { valid: true });
});

test("every operation of the document has an example here, and every example an operation", () => {
  const described = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  );
  assert.deepEqual(described.toSorted(), Object.keys(CALLS).toSorted());
});

describe("each answers as the document says", () => {
  for (const { path, method, described } of operations)
    test(described.operationId, async () => {
      const call = await (CALLS[described.operationId] as () => Promise<Call>)();
      const answer = await ask(method, call);
      const text = await answer.text();
      assert.ok(answer.ok, `${answer.status} ${text}`);
      const type = answer.headers.get("content-type")?.split(";", 1)[0] ?? "";
      const content = described.responses[String(answer.status)]?.content;
      assert.ok(content?.[type] ?? content?.["*/*"], `${answer.status} ${type} is not in the document`);
      if (method === "get" && type === "application/json") {
        const tag = answer.headers.get("etag") ?? "";
        assert.match(tag, /^"[\w-]{20,}"$/);
        const again = await ask(method, call, { "if-none-match": `"other", ${tag}` });
        assert.deepEqual([again.status, await again.text()], [304, ""]);
      }
      if (type !== "application/json") return;
      const where = pointer("paths", path, method, "responses", String(answer.status), "content", type, "schema");
      const holds = ajv.validate({ $ref: where }, JSON.parse(text));
      assert.ok(holds, `${JSON.stringify(ajv.errors?.slice(0, 3))}\n${text.slice(0, 500)}`);
    });
});

test("whatever stands in the archive is sent as the document says", async () => {
  const { items: articles } = await store.articles({ limit: 100 });
  assert.ok(articles.length > 8);
  for (const { article: one } of articles) {
    await holds(`/articles/${one}`, "/articles/{article}");
    for (const record of await store.recordsOf(one)) await holds(`/statements/${fullId(record)}`, "/statements/{id}");
  }
});

async function holds(at: string, path: string): Promise<void> {
  const answer = await (await app.request(`/api/v1${at}`)).json();
  const where = pointer("paths", path, "get", "responses", "200", "content", "application/json", "schema");
  assert.ok(ajv.validate({ $ref: where }, answer), `${at}: ${JSON.stringify(ajv.errors?.slice(0, 2))}`);
}

describe("each refuses what it does not know, with a problem as the document has it", () => {
  for (const { path, method, described } of operations)
    test(described.operationId, async () => {
      const at = path.replace(/\{article\}/g, article).replace(/\{\w+\}/g, "x");
      const wrong = await ask(method, { at: `${at}?surprise=1`, ...(method === "post" && { json: {} }) });
      const problem = (await wrong.json()) as { errors: readonly { field: string; detail: string }[]; detail: string };
      assert.equal(wrong.status, 400, JSON.stringify(problem));
      assert.equal(wrong.headers.get("content-type"), "application/problem+json");
      const where = pointer("paths", path, method, "responses", "400", "content", "application/problem+json", "schema");
      assert.ok(ajv.validate({ $ref: where }, problem), JSON.stringify(ajv.errors));
      assert.ok(problem.errors.some(({ field, detail }) => field === "surprise" && detail.startsWith("is not known")));
      assert.doesNotMatch(JSON.stringify(problem), /\.ts\b|node_modules|at \w+ \(/);
    });
});
