import { z } from "@hono/zod-openapi";
import { ownPacks } from "../../packs/packs.ts";
import type { Room } from "../room.ts";
import { type Api, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { nameParam } from "./schemas.ts";

const lists = {
  people: z.int(),
  organisations: z.int(),
  channels: z.int(),
  states: z.int(),
  occasions: z.int(),
  days: z.int(),
  eras: z.int(),
  terms: z.int(),
  verbs: z.int(),
};
const LISTS = Object.keys(lists) as (keyof typeof lists)[];
const row = z.record(z.string(), z.unknown());

/** What is known of a field beforehand. */
export function servePacks(api: Api, room: Room): void {
  operation(api, room, {
    method: "get",
    path: "/packs",
    id: "listPacks",
    tags: ["Packs"],
    summary: "Packs, and how much each holds",
    answer: z
      .object({ items: z.array(z.object({ name: z.string(), description: z.string(), counts: z.object(lists) })) })
      .openapi("Packs"),
    do: async () => ({
      items: ownPacks().map((pack) => ({
        name: pack.name,
        description: pack.description,
        counts: Object.fromEntries(LISTS.map((list) => [list, pack[list].length])),
      })),
    }),
  });
  operation(api, room, {
    method: "get",
    path: "/packs/{name}",
    id: "getPack",
    tags: ["Packs"],
    summary: "All of one pack",
    params: nameParam,
    answer: z
      .object({
        name: z.string(),
        description: z.string(),
        ...Object.fromEntries(LISTS.map((list) => [list, z.array(row)])),
      })
      .openapi("Pack"),
    do: async ({ params }) => {
      const pack = ownPacks().find(({ name }) => name === params.name);
      if (!pack) throw new Trouble("not-found", `there is no pack ${params.name}; GET /api/v1/packs lists them`);
      return pack;
    },
  });
}
