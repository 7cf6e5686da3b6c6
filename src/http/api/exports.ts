import { z } from "@hono/zod-openapi";
import { exportAs } from "../../archive/exporting.ts";
import { FORMATS } from "../../export/formats/formats.ts";
import type { Room } from "../room.ts";
import { filters, meantBy } from "./filters.ts";
import { type Api, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";

const TAGS = ["Statements"];
const USUAL = 1_000;
const MOST = 100_000;

/** What a search finds, in other programs' formats. */
export function serveExports(api: Api, room: Room): void {
  operation(api, room, {
    method: "get",
    path: "/exports",
    id: "listFormats",
    tags: TAGS,
    summary: "The formats a search can be exported in",
    answer: z
      .object({
        items: z.array(
          z.object({ name: z.string(), mediaType: z.string(), extension: z.string(), describes: z.string() }),
        ),
      })
      .openapi("Formats"),
    do: async () => ({
      items: FORMATS.map(({ name, mediaType, extension, describes }) => ({ name, mediaType, extension, describes })),
    }),
  });
  operation(api, room, {
    method: "get",
    path: "/exports/{format}",
    id: "exportStatements",
    tags: TAGS,
    summary: "What a search finds as a file, in a row, with standing and provenance",
    params: z.object({
      format: z
        .string()
        .max(40)
        .openapi({ param: { name: "format", in: "path" } }),
    }),
    query: filters.omit({ order: true }).extend({
      texts: z.enum(["true", "false"]).optional().describe("true: whole texts come along"),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST)
        .optional()
        .describe(`At most so many entries, to ${MOST}; ${USUAL} unless said`),
    }),
    answer: { text: "*/*" },
    do: async ({ c, params, query: { texts, limit = USUAL, ...rest } }) => {
      const format = FORMATS.find(({ name }) => name === params.format);
      if (!format)
        throw new Trouble(
          "not-found",
          `there is no format ${params.format}; there are: ${FORMATS.map(({ name }) => name).join(", ")}`,
        );
      const { query } = await meantBy(room.store, rest);
      const pieces = exportAs(room.store, format, query, { texts: texts === "true", most: limit });
      // What can't be done at all is told before anything is sent.
      const first = await pieces.next();
      return c.body(streamOf(first, pieces), 200, {
        "content-type": format.mediaType,
        "content-disposition": `attachment; filename="hearsay.${format.extension}"`,
        "cache-control": "no-store",
      });
    },
  });
}

/** Pieces of text as bytes, as fast as they are taken; who hangs up ends the gathering. */
function streamOf(first: IteratorResult<string>, pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | null = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await pieces.next());
      next = null;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
