import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { exportedRecords } from "../../../src/archive/exporting.ts";
import type { ExportedRecord } from "../../../src/export/formats/exported.ts";
import { ftm } from "../../../src/export/formats/ftm.ts";
import { type FtmEntity, linesOf } from "./entriesIn.ts";
import { exportedAs, sampleArchive } from "./sampleArchive.ts";

// Its package is written for bundlers: Node finds its names by require only.
const { Model, defaultModel } = createRequire(import.meta.url)(
  "@alephdata/followthemoney",
) as typeof import("@alephdata/followthemoney");
const model = new Model(defaultModel as unknown as ConstructorParameters<typeof Model>[0]);

/** As the model describes its dates: a beginning of an ISO 8601 time in UTC, without a zone. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\d)?)?)?)?)?$/;

test("every entity is one of the model: schema, properties, required ones, types, references", async (t) => {
  const { store } = await sampleArchive(t);
  for (const texts of [false, true]) {
    const entities = entitiesIn(await exportedAs(store, "ftm", {}, { texts, base: "https://room.example/" }));
    const known = new Map(entities.map((one) => [one.id, one]));
    for (const entity of entities) {
      const read = model.getEntity(entity as never);
      assert.match(entity.id, /^[0-9a-f]{40}$/);
      for (const required of requiredOf(entity.schema))
        assert.ok(read.hasProperty(required), `${entity.schema} lacks ${required}`);
      for (const [property, values] of read.properties)
        for (const value of values as readonly string[]) {
          const { name, maxLength } = property.type as unknown as { name: string; maxLength: number };
          assert.equal(typeof value, "string");
          assert.ok(value.length > 0 && value.length <= maxLength, `${property.name}: ${value.length}`);
          assert.ok(!property.stub, `${property.name} is the model's own`);
          if (name === "date") assert.match(value, DATE);
          if (name === "url") assert.ok(URL.canParse(value));
          if (name === "language") assert.match(value, /^[a-z]{3}$/);
          if (name === "entity") {
            const other = known.get(value);
            assert.ok(other, `${property.name} leads to ${value}, which is not there`);
            const range = property.getRange().name;
            assert.ok(model.getSchema(other.schema).isA(range), `${other.schema} is no ${range}`);
          }
        }
    }
  }
});

test("a person of the graph is one somebody confirmed; a machine's candidate is a mention, and no edge leads to it", async (t) => {
  const { store } = await sampleArchive(t);
  const entities = entitiesIn(await exportedAs(store, "ftm"));
  const people = entities.filter(({ schema }) => ["Person", "Organization", "PublicBody"].includes(schema));
  assert.deepEqual(people.map(({ properties }) => properties["name"]).toSorted(), [
    ["=Teodor Brandsma"],
    ["Ada Novak"],
  ]);
  const edges = entities.filter(({ schema }) => schema === "Documentation");
  assert.equal(edges.length, 2);
  for (const { properties } of edges) assert.match(properties["status"]?.[0] ?? "", /^confirmed: /);
  for (const { schema, properties } of entities)
    if (schema === "Note" && properties["keywords"]?.[0] !== "confirmed") assert.equal(properties["entity"], undefined);
  const mentions = entities.filter(({ schema }) => schema === "Mention");
  assert.ok(mentions.some(({ properties }) => properties["name"]?.[0] === "harbour union"));
  for (const { properties } of mentions) assert.equal(properties["resolved"], undefined);
});

test("ids are the same at the next export, and an entity of many entries is written once", async (t) => {
  const { store } = await sampleArchive(t);
  const first = await exportedAs(store, "ftm");
  assert.equal(await exportedAs(store, "ftm"), first);
  const ids = entitiesIn(first).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test("two unnamed speakers do not become one, and a date with doubt is left to the words", async (t) => {
  const { store } = await sampleArchive(t);
  const [some] = (await Array.fromAsync(exportedRecords(store, { standing: "confirmed" }))) as [ExportedRecord];
  async function* records(): AsyncGenerator<ExportedRecord> {
    yield { ...some, speaker: "officials", speakerKind: "unnamed" };
    yield { ...some, id: "b.2", entry: { ...some.entry, uttered: { edtf: "2031-21", basis: "derived" } } };
    yield {
      ...some,
      id: "b.3",
      entry: { ...some.entry, uttered: { edtf: "2031-03-01T12:00:00+02:00", basis: "stated" } },
    };
  }
  const head = { seq: 1, hash: "" };
  const output = (await Array.fromAsync(ftm.write(records(), { texts: false, base: null, head }))).join("");
  const entities = entitiesIn(output);
  assert.ok(!entities.some(({ schema, properties }) => schema !== "Note" && properties["name"]?.[0] === "officials"));
  const edges = entities.filter(({ schema }) => schema === "Documentation");
  assert.deepEqual(
    edges.map(({ properties }) => properties["date"]),
    [undefined, ["2031-03-01T10:00:00"]],
  );
  assert.match(output, /Said: 2031-21 \(derived\)/);
});

function entitiesIn(output: string): FtmEntity[] {
  return linesOf(output).map((line) => JSON.parse(line) as FtmEntity);
}

/** What a schema and those it is made from ask for. */
function requiredOf(schema: string): string[] {
  const own = (defaultModel as unknown as { schemata: Record<string, { required?: string[]; extends: string[] }> })
    .schemata[schema];
  return [...(own?.required ?? []), ...(own?.extends ?? []).flatMap(requiredOf)];
}
