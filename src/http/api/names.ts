import { z } from "@hono/zod-openapi";
import { undo } from "../../archive/decide.ts";
import { merge, split } from "../../archive/names.ts";
import { given } from "../../archive/views/asked.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import type { Room } from "../room.ts";
import { deciderOf, entry, shownEntry } from "./decisions.ts";
import { type Api, operation, pageReply } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { cursor, limit, nameParam, pageOf, reason } from "./schemas.ts";

const TAGS = ["Names"];
const name = z.string().trim().min(1).max(500);
const entries = z.object({ entries: z.array(entry) }).openapi("Entries");
const filed = z.object({ name: z.string(), filedUnder: z.string(), seq: z.int().describe("The entry that did it") });

const body = z
  .discriminatedUnion("act", [
    z.strictObject({
      act: z.literal("merge"),
      names: z.array(name).min(1).max(100),
      into: name.describe("The name to file them under"),
      reason: reason.optional(),
    }),
    z.strictObject({ act: z.literal("split"), name, reason: reason.optional() }),
    z.strictObject({ act: z.literal("undo"), entry: z.int().min(1), reason: reason.optional() }),
  ])
  .openapi("NewNameDecision");

/** Names that people filed as one. */
export function serveNames(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "get",
    path: "/names",
    id: "listFiledNames",
    tags: TAGS,
    summary: "Names that are filed under others, in the order of those",
    query: z.strictObject({ limit, cursor }),
    answer: pageOf(filed, "FiledNamePage"),
    byLedger: true,
    do: async ({ c, query }) => {
      const page = await store.desk.filed(given(query));
      const items = page.items.map(({ name: own, filed: filedUnder, seq }) => ({ name: own, filedUnder, seq }));
      return pageReply(c, { items, cursor: page.cursor });
    },
  });
  operation(api, room, {
    method: "get",
    path: "/names/{name}",
    id: "getName",
    tags: TAGS,
    summary: "The names filed as one with this one",
    params: nameParam,
    answer: z
      .object({ name: z.string().describe("The name all are filed under"), filed: z.array(z.string()) })
      .openapi("FiledName"),
    byLedger: true,
    do: async ({ params }) => {
      const [own = params.name, ...others] = await store.namesOf(params.name);
      return { name: own, filed: others };
    },
  });
  operation(api, room, {
    method: "post",
    path: "/names/decisions",
    id: "decideOnNames",
    tags: TAGS,
    summary: "File names as one, let a name stand for itself again, or take such a decision back",
    body,
    answer: entries,
    least: "reviewer",
    do: async ({ c, body: made }) => {
      const decider = deciderOf(c, room, made.reason);
      let written: readonly LedgerEntry[];
      if (made.act === "merge") written = await merge(store, made.names, made.into, decider);
      else if (made.act === "split") written = await split(store, made.name, decider);
      else {
        const [old] = await store.entries(made.entry, 1);
        if (old?.seq !== made.entry || (old.act !== "merge" && old.act !== "split"))
          throw new Trouble("refused", `entry ${made.entry} is no decision on names`, [
            { field: "entry", detail: "the number of a merge or split" },
          ]);
        written = await undo(store, made.entry, decider);
      }
      return { entries: written.map(shownEntry) };
    },
  });
}
