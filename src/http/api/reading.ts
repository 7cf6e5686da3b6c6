import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Incoming, Offer } from "../../archive/add.ts";
import { add } from "../../archive/add.ts";
import { isEdtf } from "../../archive/edtf.ts";
import { FetchError } from "../../archive/fetch/fetchError.ts";
import type { Fetched } from "../../archive/fetch/fetchReport.ts";
import { ReadingPool, type Task } from "../../archive/pool.ts";
import type { Prepared } from "../../archive/prepare.ts";
import { offerFetched } from "../../archive/sources/fetched.ts";
import { given } from "../../archive/views/asked.ts";
import type { ReadingLine } from "../../export/contract.ts";
import { scriptBeside } from "../../home.ts";
import type { Env, Room } from "../room.ts";
import { type Api, Reply, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { Readers } from "./readers.ts";
import { reading } from "./schemas.ts";

const TAGS = ["Reports"];
const MOST_BYTES = 8 * 1024 ** 2;
const TAKEN = ["text/plain", "text/html", "application/xhtml+xml", "application/pdf"];

const said = z.strictObject({
  published: z
    .string()
    .max(40)
    .refine(isEdtf, "is no date: write 2021-01-08, 2021-01 or 2021-01-08T08:33:00Z")
    .optional()
    .describe("When it was published, where it does not say"),
  outlet: z.string().trim().min(1).max(500).optional().describe("Who published it"),
  reader: z.enum(["fast", "full"]).optional(),
});
const address = z
  .string()
  .max(4_000)
  .regex(/^https?:\/\//i, "is no address: write https://…");

const kept = z
  .object({
    outcome: z.enum(["new", "edition", "repeat", "known"]),
    article: z.string().nullable(),
    edition: z.int().nullable(),
    statements: z.int(),
    repeats: z.string().nullable(),
    returns: z.int().nullable().describe("The earlier edition to whose words the page went back"),
    links: z.object({ article: z.string().nullable() }),
  })
  .openapi("Kept");

/** How an address is fetched: by the rules of `hearsay add`. */
export type Fetch = (address: string) => Promise<Fetched>;

/** Reading a report without keeping it, and taking reports in. */
export function serveReading(api: Api, room: Room, fetch: Fetch): void {
  const lines = new Readers(
    () => new ReadingPool<ReadingLine>(1, { script: scriptBeside(import.meta.url, "lineWorker") }),
  );
  const keepers = new Readers(() => new ReadingPool(1));
  operation(api, room, {
    method: "post",
    path: "/read",
    id: "read",
    tags: TAGS,
    summary: "Read a report and get its reading; nothing is kept. The body is the report, at most 8 MB",
    query: said,
    raw: TAKEN,
    mostBytes: MOST_BYTES,
    answer: reading,
    do: async ({ c, query }) => {
      const { bytes, mediaType } = await uploaded(c);
      return lines.read({ bytes, from: "the report", options: optionsOf(query, mediaType) });
    },
  });
  operation(api, room, {
    method: "post",
    path: "/reports",
    id: "addReport",
    tags: TAGS,
    summary: "Take a report in and read it: the body is the report (at most 8 MB), or JSON with an address to fetch",
    query: said.extend({ address: address.optional().describe("Where a report that is sent was found") }),
    body: z
      .strictObject({ address: address.describe("On the public internet; others are refused") })
      .openapi("Address"),
    raw: TAKEN,
    mostBytes: MOST_BYTES,
    answer: kept,
    status: 201,
    least: "reviewer",
    do: async ({ c, query, body }) => {
      const { address: found, ...rest } = query;
      const asked = (body as { readonly address?: string } | undefined)?.address;
      const offer =
        asked === undefined ? await sent(c, found ?? null, rest) : await fetched(asked, fetch, optionsOf(rest));
      return keep(room, keepers, offer);
    },
  });
}

type Said = z.infer<typeof said>;

function optionsOf(query: Said, mediaType?: string): Task["options"] {
  return { ...given(query), ...(mediaType !== undefined && { mediaType }) };
}

async function sent(c: Context<Env>, found: string | null, query: Said): Promise<Incoming> {
  const { bytes, mediaType } = await uploaded(c);
  return {
    bytes,
    name: "the report",
    address: found,
    options: optionsOf(query, mediaType),
    circumstances: { by: c.get("who").name },
    by: "upload",
  };
}

/** The bytes of a request, and as what they are read; a PDF is known by its bytes. */
async function uploaded(c: Context<Env>): Promise<{ readonly bytes: Uint8Array; readonly mediaType?: string }> {
  const type = c.req.header("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!TAKEN.includes(type))
    throw new Trouble("wrong-type", `send the report itself, with a Content-Type of ${TAKEN.join(", ")}`);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (bytes.length === 0) throw new Trouble("bad-request", "the body is empty: send the report", [EMPTY]);
  if (type === "application/pdf") return { bytes };
  return { bytes, mediaType: type === "text/plain" ? type : "text/html" };
}

const EMPTY = { field: "body", detail: "must be the report" };

async function fetched(asked: string, fetch: Fetch, options: Task["options"]): Promise<Offer> {
  try {
    return offerFetched(asked, await fetch(asked), { options });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    // What an address inside leads to is nobody's business outside.
    const why =
      error.trouble === "forbidden"
        ? `${asked.slice(0, 200)}: is not fetched: it does not lead to the public internet, or its host lets no program in`
        : error.message;
    throw new Trouble("refused", why, [{ field: "address", detail: why }]);
  }
}

async function keep({ store, now }: Room, keepers: Readers<Prepared>, offer: Offer): Promise<Reply> {
  if (!("bytes" in offer))
    throw new Trouble("refused", "passed" in offer ? `it is no report: ${offer.passed}` : offer.reason);
  let outcome: z.infer<typeof kept> | null = null;
  const tally = await keepers.use((pool) =>
    add(store, only(offer), {
      pool,
      now,
      told: (_, result) => {
        if (!("outcome" in result)) return;
        const { outcome: what, article, edition, statements, repeats, returns } = result;
        outcome = {
          outcome: what,
          article: article || null,
          edition: edition || null,
          statements,
          repeats,
          returns,
          links: { article: article ? `/api/v1/articles/${article}` : null },
        };
      },
    }),
  );
  const [refused] = tally.refused;
  if (refused || outcome === null) throw new Trouble("refused", refused?.reason ?? "it could not be taken in");
  const { article } = outcome as z.infer<typeof kept>;
  return new Reply(outcome, { status: 201, headers: article ? { location: `/api/v1/articles/${article}` } : {} });
}

async function* only(offer: Offer): AsyncGenerator<Offer> {
  yield offer;
}
