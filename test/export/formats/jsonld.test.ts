import assert from "node:assert/strict";
import { test } from "node:test";
import jsonld from "jsonld";
import { exportedRecords } from "../../../src/archive/exporting.ts";
import { type ExportedRecord, spansOf } from "../../../src/export/formats/exported.ts";
import { quotation } from "../../../src/export/formats/quotation.ts";
import { webAnnotation } from "../../../src/export/formats/webAnnotation.ts";
import { SCHEMA_PROPERTIES, offline } from "./contexts.ts";
import { exportedAs, sampleArchive } from "./sampleArchive.ts";

type Node = { readonly [key: string]: unknown };

const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const SCHEMA = "http://schema.org/";
const HEAD = { seq: 1, hash: "0".repeat(64) };

/** In safe mode a term without a meaning, or a name that is no IRI, is an error. */
function expanded(output: string): Promise<Node[]> {
  return jsonld.expand(JSON.parse(output) as object, { documentLoader: offline, safe: true }) as Promise<Node[]>;
}

for (const name of ["web-annotation", "quotation", "claim-review"])
  test(`${name}: every term and name has its meaning, with and without texts`, async (t) => {
    const { store } = await sampleArchive(t);
    for (const texts of [false, true])
      for (const base of [null, "https://room.example/"]) {
        const nodes = await expanded(await exportedAs(store, name, {}, { texts, base }));
        assert.ok(nodes.length > 0);
        assert.ok(((await jsonld.toRDF(nodes as never)) as unknown[]).length > 30);
      }
  });

test("the collection, its page and its annotations have what the Web Annotation model asks for", async (t) => {
  const { store } = await sampleArchive(t);
  const [collection] = (await expanded(await exportedAs(store, "web-annotation"))) as [Node];
  assert.deepEqual(collection["@type"], [`${AS}OrderedCollection`]);
  const { length } = await Array.fromAsync(exportedRecords(store, {}));
  assert.deepEqual(valueOf(collection, `${AS}totalItems`), length);
  const page = one(collection, `${AS}first`);
  assert.deepEqual(page["@type"], [`${AS}OrderedCollectionPage`]);
  const [list] = page[`${AS}items`] as [{ "@list": Node[] }];
  assert.equal(list["@list"].length, length);
  for (const annotation of list["@list"]) {
    assert.deepEqual(annotation["@type"], [`${OA}Annotation`]);
    assert.match(annotation["@id"] as string, /^urn:hearsay:[0-9a-f]{16}\.[0-9a-f]{10}$/);
    assert.equal(one(annotation, `${OA}motivatedBy`)["@id"], `${OA}classifying`);
    assert.match(
      one(one(annotation, `${AS}generator`), "http://xmlns.com/foaf/0.1/name")["@value"] as string,
      /^hearsay-/,
    );
    const purposes = (annotation[`${OA}hasBody`] as Node[]).map((body) => {
      assert.deepEqual(body["@type"], [`${OA}TextualBody`]);
      return (one(body, `${OA}hasPurpose`)["@id"] as string).slice(OA.length);
    });
    assert.deepEqual(purposes.slice(0, 3), ["describing", "assessing", "classifying"]);
    for (const target of annotation[`${OA}hasTarget`] as Node[]) {
      assert.match(one(target, `${OA}hasSource`)["@id"] as string, /^ni:\/\/\/sha-256;[\w-]{43}$/);
      const [quote, position] = target[`${OA}hasSelector`] as [Node, Node];
      assert.deepEqual(quote["@type"], [`${OA}TextQuoteSelector`]);
      assert.deepEqual(position["@type"], [`${OA}TextPositionSelector`]);
      for (const end of ["start", "end"]) {
        const value = one(position, `${OA}${end}`);
        assert.equal(value["@type"], "http://www.w3.org/2001/XMLSchema#nonNegativeInteger");
        assert.ok((value["@value"] as number) >= 0);
      }
    }
  }
});

test("positions count characters: with ships before the words they differ from units, and both lead to them", async (t) => {
  const { store } = await sampleArchive(t);
  const records = await Array.fromAsync(exportedRecords(store, {}, { byText: true }));
  const output = JSON.parse(await exportedAs(store, "web-annotation")) as { first: { items: Node[] } };
  let differ = 0;
  for (const item of output.first.items) {
    const record = records.find(({ id }) => id === item["hearsay:record"]) as ExportedRecord;
    const text = record.report.text as string;
    const characters = Array.from(text);
    const targets = [item["target"]].flat() as Node[];
    for (const [i, span] of spansOf(record.entry).entries()) {
      const [quote, { start, end }] = (targets[i] as Node)["selector"] as [Node, { start: number; end: number }];
      assert.equal(quote["exact"], text.slice(...span));
      assert.equal(characters.slice(start, end).join(""), quote["exact"]);
      if (start !== span[0]) differ++;
    }
  }
  assert.ok(differ >= 4, `${differ} places differ`);
});

test("a text that stands whole in the annotations is the one their source is named by", async (t) => {
  const { store } = await sampleArchive(t);
  const records = await Array.fromAsync(exportedRecords(store, {}, { byText: true }));
  const { first } = JSON.parse(await exportedAs(store, "web-annotation", {}, { texts: true })) as {
    first: { items: Node[] };
  };
  const sources = first.items.flatMap(({ target }) => [target].flat() as Node[]).map(({ source }) => source as Node);
  const whole = sources.filter(({ value }) => value !== undefined);
  assert.equal(whole.length, 3);
  for (const { id, value } of whole) {
    const record = records.find(({ report }) => report.text === value);
    const hash = Buffer.from((id as string).replace("ni:///sha-256;", ""), "base64url").toString("hex");
    assert.equal(hash, record?.report.edition.sha256);
  }
});

test("machines make candidates, people share in what they corrected", async (t) => {
  const { store, corrected } = await sampleArchive(t);
  const { first } = JSON.parse(await exportedAs(store, "web-annotation")) as { first: { items: Node[] } };
  for (const item of first.items) {
    const creators = [item["creator"]].flat() as Node[];
    assert.equal(creators[0]?.["type"], "Software");
    assert.deepEqual(
      creators.slice(1),
      item["hearsay:record"] === corrected ? [{ type: "Person", name: "Mira Sand" }] : [],
    );
  }
});

for (const name of ["quotation", "claim-review"])
  test(`${name}: every property is one of its type in schema.org`, async (t) => {
    const { store } = await sampleArchive(t);
    const nodes = await expanded(await exportedAs(store, name, {}, { texts: true, base: "https://room.example/" }));
    let seen = 0;
    const look = (node: Node): void => {
      const types = (node["@type"] ?? []) as readonly string[];
      const allowed =
        types.length === 0
          ? ["name", "description"]
          : types.flatMap((type) => SCHEMA_PROPERTIES[type.slice(SCHEMA.length)] ?? []);
      for (const [key, values] of Object.entries(node)) {
        if (key.startsWith("@") || key.startsWith("urn:hearsay:terms:")) continue;
        assert.ok(key.startsWith(SCHEMA) && allowed.includes(key.slice(SCHEMA.length)), `${types.join()} has ${key}`);
        seen++;
        for (const value of values as Node[]) if (!("@value" in value)) look(value);
      }
    };
    nodes.forEach(look);
    assert.ok(seen > 30, `${seen} properties`);
  });

test("a Quotation is only what stands in marks as the speaker's own", async (t) => {
  const { store } = await sampleArchive(t);
  const [quoted] = (await Array.fromAsync(exportedRecords(store, { words: '"not close it twice"' }))) as [
    ExportedRecord,
  ];
  assert.equal(quotation.leavesOut(quoted), null);
  for (const [change, why] of [
    [{ manner: "indirect" }, /own wording/],
    [{ manner: "mixed" }, /own wording/],
    [{ kind: "silence" }, /silences/],
    [{ entry: { ...quoted.entry, negated: true } }, /denied/],
    [{ entry: { ...quoted.entry, voice: { of: "channel", why: "" } } }, /not the speaker’s own/],
    [{ entry: { ...quoted.entry, voice: { of: "label", why: "" } } }, /not the speaker’s own/],
  ] as const)
    assert.match(quotation.leavesOut({ ...quoted, ...change } as ExportedRecord) ?? "", why);
  const whole = JSON.parse(await exportedAs(store, "quotation")) as { "@graph": Node[] };
  const node = whole["@graph"].find((one) => one["hearsay:record"] === quoted.id) as Node;
  assert.deepEqual(node["spokenByCharacter"], { "@type": "Person", name: "Ada Novak" });
  assert.equal(node["author"], undefined, "that she wrote or said it is the report's word");
});

test("a ClaimReview reviews the attribution: no number, no word for true or false, and who decided is its author", async (t) => {
  const { store, confirmed, corrected, disputed } = await sampleArchive(t);
  const { "@graph": nodes } = JSON.parse(await exportedAs(store, "claim-review")) as { "@graph": Node[] };
  assert.deepEqual(nodes.map((node) => node["hearsay:record"]).toSorted(), [confirmed, corrected, disputed].toSorted());
  for (const node of nodes) {
    const rating = node["reviewRating"] as Node;
    assert.equal(rating["ratingValue"], undefined);
    assert.match(rating["alternateName"] as string, /^Attribution (?:confirmed|corrected and confirmed|disputed)$/);
    assert.doesNotMatch(rating["alternateName"] as string, /true|false|fake|correct$/i);
    assert.match(node["reviewBody"] as string, /says nothing on whether what was said is true/);
    assert.equal(node["reviewAspect"], "attribution");
    assert.match(node["claimReviewed"] as string, /^The report \(Northwire, /);
    assert.deepEqual(node["author"], { "@type": "Person", name: "Mira Sand" });
  }
  const changed = nodes.find((node) => node["hearsay:record"] === corrected) as Node;
  assert.equal((changed["hearsay:machineHad"] as Node)["hearsay:speaker"], "Teodor Brandsma-Kwizera");
});

test("an unknown day stands nowhere as a date, a doubtful one only with its basis", async (t) => {
  const { store } = await sampleArchive(t);
  const [some] = (await Array.fromAsync(
    exportedRecords(store, { words: '"not close it twice"' }, { byText: true }),
  )) as [ExportedRecord];
  async function* records(): AsyncGenerator<ExportedRecord> {
    yield { ...some, id: "a.1", entry: { ...some.entry, uttered: { edtf: null, basis: "unknown" } } };
    yield {
      ...some,
      id: "a.2",
      entry: { ...some.entry, uttered: { edtf: "2031-03-01/2031-03-04", basis: "derived" } },
    };
    yield {
      ...some,
      id: "a.3",
      entry: { ...some.entry, uttered: { edtf: "2031-03-01", basis: "derived", steps: ["one", "two"] } },
    };
  }
  for (const format of [quotation, webAnnotation]) {
    const output = (await Array.fromAsync(format.write(records(), { texts: false, base: null, head: HEAD }))).join("");
    const found = JSON.parse(output) as { "@graph"?: Node[]; first?: { items: Node[] } };
    const nodes = (found["@graph"] ?? found.first?.items) as Node[];
    assert.deepEqual(
      nodes.map((node) => node["hearsay:said"]),
      [
        { "hearsay:basis": "unknown" },
        { "hearsay:edtf": "2031-03-01/2031-03-04", "hearsay:basis": "derived" },
        { "hearsay:edtf": "2031-03-01", "hearsay:basis": "derived", "hearsay:steps": ["one", "two"] },
      ],
    );
    if (format === quotation)
      assert.deepEqual(
        nodes.map((node) => node["dateCreated"]),
        [undefined, undefined, "2031-03-01"],
      );
  }
});

function one(node: Node, key: string): Node {
  const values = node[key] as Node[] | undefined;
  assert.equal(values?.length, 1, `${values?.length} values of ${key}`);
  return values[0] as Node;
}

function valueOf(node: Node, key: string): unknown {
  return one(node, key)["@value"];
}
