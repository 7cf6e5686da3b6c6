import { z } from "@hono/zod-openapi";
import type { Room } from "../room.ts";
import { type Api, operation } from "./operation.ts";
import { PROBLEMS, Trouble } from "./problem.ts";
import { hash } from "./schemas.ts";

const kinds = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];
const problemKind = z
  .object({ name: z.string(), status: z.int(), title: z.string(), means: z.string() })
  .openapi("ProblemKind");

/** What this is, and what its problems mean. */
export function serveAbout(api: Api, room: Room): void {
  const { store, version } = room;
  operation(api, room, {
    method: "get",
    path: "/archive",
    id: "getArchive",
    tags: ["Archive"],
    summary: "How much the archive holds, where its ledger ends, and who you are",
    answer: z
      .object({
        hearsay: z.string().describe("Version"),
        kept: z.enum(["sqlite", "postgres"]),
        head: z.object({ seq: z.int(), hash }).describe("The last entry of the ledger"),
        size: z.object({
          entries: z.int(),
          articles: z.int(),
          editions: z.int(),
          statements: z.int(),
          silences: z.int(),
        }),
        you: z.object({ name: z.string(), role: z.enum(["reader", "reviewer", "admin"]) }),
      })
      .openapi("Archive"),
    do: async ({ c }) => {
      const { name, role } = c.get("who");
      return {
        hearsay: version,
        kept: store.kind,
        head: await store.head(),
        size: await store.size(),
        you: { name, role },
      };
    },
  });
  operation(api, room, {
    method: "get",
    path: "/problems",
    id: "listProblems",
    tags: ["Archive"],
    summary: "Kinds of trouble, as the type of a problem names them",
    answer: z.object({ items: z.array(problemKind) }).openapi("ProblemKinds"),
    do: async () => ({ items: kinds.map(shownKind) }),
  });
  operation(api, room, {
    method: "get",
    path: "/problems/{kind}",
    id: "getProblem",
    tags: ["Archive"],
    summary: "What one kind of trouble means",
    params: z.object({
      kind: z
        .string()
        .max(40)
        .openapi({ param: { name: "kind", in: "path" } }),
    }),
    answer: problemKind,
    do: async ({ params }) => {
      const kind = kinds.find((one) => one === params.kind);
      if (!kind) throw new Trouble("not-found", `there is no such kind; there are: ${kinds.join(", ")}`);
      return shownKind(kind);
    },
  });
}

function shownKind(name: keyof typeof PROBLEMS): z.infer<typeof problemKind> {
  const [status, title, means] = PROBLEMS[name];
  return { name, status, title, means };
}
