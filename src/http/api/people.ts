import { z } from "@hono/zod-openapi";
import { type NamedField, nameFound } from "../../archive/named.ts";
import { type Part, whoView } from "../../archive/views/who.ts";
import type { Store } from "../../store/store.ts";
import type { Room } from "../room.ts";
import { type Api, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { counted, cursor, listed, nameParam, standing } from "./schemas.ts";

const during = { from: z.string().nullable(), to: z.string().nullable() };
const tally = z
  .object({
    of: z.int().describe("How many statements were counted"),
    more: z.boolean().describe("Whether there are more, which were not counted"),
    lookedThrough: z.int().nullable().describe("Where looking ended early: how many records were looked through"),
    kinds: z.array(counted),
    standings: z.array(counted),
    acts: z.array(counted),
    speakers: z.array(counted),
    channels: z.array(counted),
    outlets: z.array(counted),
    months: z
      .array(z.object({ month: z.string(), standing, n: z.int() }))
      .describe("By the month in which they were said; those known by year alone under their year"),
    undated: z.int(),
  })
  .openapi("Tally");

const who = z
  .object({
    part: z.enum(["speaker", "channel", "outlet"]),
    name: z.string(),
    filed: z.array(z.string()).describe("Names that people filed with it"),
    likewise: z.array(counted).describe("Other spellings that are not filed with it"),
    person: z
      .object({
        name: z.string(),
        aliases: z.array(z.string()),
        gender: z.enum(["f", "m"]).nullable(),
        offices: z.array(z.object({ title: z.string(), of: z.string(), ...during })),
        kin: z.array(z.object({ relation: z.string(), of: z.string() })),
      })
      .nullable()
      .describe("What the packs have"),
    channel: z.object({ name: z.string(), aliases: z.array(z.string()), controlledBy: z.string() }).nullable(),
    tally,
    statements: z.array(listed),
    cursor: z.string().nullable(),
    silences: z.array(listed).describe("The newest"),
    retracted: z.int().describe("Statements a person took back, counted up to a hundred"),
  })
  .openapi("Who");

const PARTS = [
  { part: "speaker", path: "people", one: "Person", what: "Who speaks" },
  { part: "channel", path: "channels", one: "Channel", what: "The media words came through" },
  { part: "outlet", path: "outlets", one: "Outlet", what: "Who published" },
] as const satisfies readonly {
  readonly part: Part;
  readonly path: string;
  readonly one: string;
  readonly what: string;
}[];

/** Those who speak, channels and outlets. */
export function servePeople(api: Api, room: Room): void {
  const { store } = room;
  for (const { part, path, one, what } of PARTS) {
    operation(api, room, {
      method: "get",
      path: `/${path}`,
      id: `list${one === "Person" ? "People" : `${one}s`}`,
      tags: ["Names"],
      summary: `${what}, those of most entries first`,
      query: z.strictObject({
        limit: z.coerce.number().int().min(1).max(1_000).optional().describe("How many, 1 to 1000; 50 unless said"),
      }),
      answer: z.object({ items: z.array(counted) }).openapi(`${one}List`),
      byLedger: true,
      do: async ({ query: { limit = 50 } }) => ({
        // Where nobody is named there is no name.
        items: (await store.valuesOf(part, limit + 1)).filter(({ value }) => value !== "").slice(0, limit),
      }),
    });
    operation(api, room, {
      method: "get",
      path: `/${path}/{name}`,
      id: `get${one}`,
      tags: ["Names"],
      summary: "What the archive and the packs have of one",
      params: nameParam,
      query: z.strictObject({ cursor }),
      answer: who,
      byLedger: true,
      do: async ({ params, query }) => {
        const name = await nameAt(store, part, params.name);
        const view = await whoView(store, part, name, query.cursor);
        if (!view) throw new Trouble("not-found", `${part} “${name}”: nothing stands under this name`);
        return view;
      },
    });
  }
}

/** The name in the archive that an address means. Throws Trouble where it has none, or several. */
async function nameAt(store: Store, field: NamedField, typed: string): Promise<string> {
  const found = await nameFound(store, field, typed);
  if (found.found === "one") return found.name;
  const names = found.found === "several" ? found.names.slice(0, 8) : found.most;
  const listedNames = names.map(({ value, n }) => `“${value}” (${n})`).join(", ");
  throw new Trouble(
    "not-found",
    found.found === "several"
      ? `${field} “${typed}” may be ${listedNames}; write one of them`
      : `there is no ${field} “${typed}”${names.length > 0 ? `; most often: ${listedNames}` : ""}`,
  );
}
