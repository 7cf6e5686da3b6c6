import { z } from "@hono/zod-openapi";
import type { Room } from "../room.ts";
import { type Api, operation } from "./operation.ts";

const ABOUT = `What news reports say who said, according to whom, with the exact characters it rests on.

Every entry carries its standing. A **candidate** is a machine’s reading that nobody has confirmed: do not pass it on as a
fact. Offsets are half-open and count UTF-16 units. A receipt proves that the archive held these bytes with this hash, and
that the words stand in them where it says; not that they were published, said, or read rightly.

Lists come in pages: \`{ items, cursor }\`, with the address of the next one in \`Link\`. Every answer has a strong ETag;
\`If-None-Match\` is answered with 304. A decision with \`If-Match\` is made only where the entry still is what the ETag
names. Errors are \`application/problem+json\` (RFC 9457). Parameters and fields that are not known are errors.`;

/** The document of the API, from the schemas that check it. Must be served last: it tells what stands there before it. */
export function serveDocument(api: Api, room: Room): void {
  let made: object | undefined;
  operation(api, room, {
    method: "get",
    path: "/openapi.json",
    id: "getDocument",
    tags: ["Archive"],
    summary: "This document: OpenAPI 3.1",
    answer: z.record(z.string(), z.unknown()),
    do: async () => (made ??= documentOf(api, room)),
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "A token from the account page or hearsay token add",
  });
}

function documentOf(api: Api, { version }: Room): object {
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Hearsay", version, description: ABOUT, license: { name: "Apache-2.0" } },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, {}],
    tags: [
      { name: "Statements", description: "Statements and silences, their receipts and decisions" },
      { name: "Articles", description: "Articles, their texts, editions and captures" },
      { name: "Names", description: "Who speaks, channels, outlets, and names filed as one" },
      { name: "The archive’s work", description: "What waits, what stands open, what came in" },
      { name: "Reports", description: "Reading reports and taking them in" },
      { name: "Saved searches" },
      { name: "Proposals", description: "What assistants would have decided" },
      { name: "Packs" },
      { name: "Archive" },
    ],
  });
}
