import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { toSafeJson } from "../../export/contract.ts";
import { type Role, isEnough } from "../../model/roles.ts";
import type { Env, Room } from "../room.ts";
import { Trouble, problemSchema } from "./problem.ts";
import { PRIVATE, headTag, isKnown, tagOf, unchanged } from "./tags.ts";
import { wrong } from "./wrong.ts";

/** What an operation was asked, checked by its schemas. */
export interface Asked<P, Q, B> {
  readonly c: Context<Env>;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** An answer with more to it than its content. */
export class Reply {
  readonly view: object;
  readonly status: 200 | 201 | 202;
  readonly tag: string | null;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    view: object,
    {
      status = 200,
      tag = null,
      headers = {},
    }: { status?: Reply["status"]; tag?: string | null; headers?: Readonly<Record<string, string>> } = {},
  ) {
    this.view = view;
    this.status = status;
    this.tag = tag;
    this.headers = headers;
  }
}

const NOTHING = z.strictObject({});
type Nothing = typeof NOTHING;

/** One operation of the API: what its document says and what is checked come from the same schemas. */
export interface Operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: "get" | "post" | "delete";
  /** Under /api/v1, `/statements/{id}`. */
  readonly path: string;
  readonly id: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Media types of bodies taken as they are, beside JSON where there is `body`. */
  readonly raw?: readonly string[];
  readonly mostBytes?: number;
  readonly answer: z.ZodType | { readonly text: string };
  readonly status?: Reply["status"];
  /** The least role; readers may where it is left out. */
  readonly least?: Role;
  /** Whether the answer hangs on nothing but the ledger and the question. */
  readonly byLedger?: boolean;
  /** Whether If-Match is heeded. */
  readonly matched?: boolean;
  readonly do: (asked: Asked<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<object | Reply | Response>;
}

const USUAL_BYTES = 256 * 1024;

export type Api = OpenAPIHono<Env>;

/** Adds an operation to the API and to its document. */
export function operation<
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodType = Nothing,
>(api: Api, room: Room, spec: Operation<P, Q, B>): void {
  const { method, path, id, summary, params, least = "reader", mostBytes = USUAL_BYTES } = spec;
  const query = spec.query ?? NOTHING;
  const writes = spec.body !== undefined || spec.raw !== undefined;
  const middleware: MiddlewareHandler[] = writes ? [limited(mostBytes)] : [];
  const route = createRoute({
    method,
    path,
    operationId: id,
    tags: [...spec.tags],
    summary,
    ...(least !== "reader" && { description: `For ${least === "admin" ? "admins" : "reviewers and admins"}.` }),
    middleware,
    request: {
      ...(params && { params }),
      query,
      ...(writes && { body: { required: spec.raw === undefined, content: contentOf(spec) } }),
    },
    responses: responsesOf(spec),
  });
  const handler = async (c: Context<Env>): Promise<Response> => {
    const { role } = c.get("who");
    if (!isEnough(role, least))
      throw new Trouble("not-allowed", `${summary}: this takes the role ${least}, and yours is ${role}`);
    const tag = spec.byLedger ? await headTag(c, room) : null;
    if (tag !== null && isKnown(c, tag)) return unchanged(c, tag);
    const valid = (part: "query" | "param" | "json"): unknown => c.req.valid(part as never);
    const asked = { c, params: params && valid("param"), query: valid("query"), body: spec.body && valid("json") };
    return respond(c, await spec.do(asked as Parameters<typeof spec.do>[0]), tag, method === "get");
  };
  const shapes = { query: namesIn(query), param: namesIn(params), json: namesIn(spec.body) };
  // The types of a route with so many answers are beyond what the compiler does in good time: tests hold answers to their schemas.
  api.openapi(
    route as never,
    handler as never,
    ((result: { success: boolean; target: string; error: z.ZodError }) => {
      if (!result.success) throw wrong(result.target, result.error, shapes[result.target as keyof typeof shapes] ?? []);
    }) as never,
  );
}

function limited(maxSize: number): MiddlewareHandler {
  const size = maxSize >= 1024 ** 2 ? `${maxSize / 1024 ** 2} MB` : `${maxSize / 1024} KB`;
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Trouble("too-large", `the body may have ${size}`);
    },
  });
}

function contentOf({ body, raw = [] }: { readonly body?: z.ZodType; readonly raw?: readonly string[] }): object {
  const taken = raw.map((type) => [type, { schema: { type: "string", format: "binary" } }]);
  return Object.fromEntries([...(body ? [["application/json", { schema: body }]] : []), ...taken]) as object;
}

function responsesOf(
  spec: Operation<z.ZodObject, z.ZodObject, z.ZodType>,
): Parameters<typeof createRoute>[0]["responses"] {
  const { method, answer, status = 200, params, body, raw, least, matched } = spec;
  const trouble = (description: string): object => ({
    description,
    content: { "application/problem+json": { schema: problemSchema } },
  });
  const etag = { ETag: { description: "Names what is answered, strongly", schema: { type: "string" } } };
  const content =
    "text" in answer ? { [answer.text]: { schema: { type: "string" } } } : { "application/json": { schema: answer } };
  return {
    [status]: { description: "As asked", content, ...(method === "get" && { headers: etag }) },
    ...(method === "get" && { 304: { description: "It is what If-None-Match names" } }),
    400: trouble("The request can’t be read"),
    ...(least && { 403: trouble("This takes another role") }),
    ...(params && { 404: trouble("Nothing is there") }),
    ...(matched && { 412: trouble("It has changed since") }),
    ...((body ?? raw) && { 413: trouble("Too large"), 415: trouble("Not this kind of content") }),
    422: trouble("That can’t be done"),
    default: trouble("Any other trouble"),
  } as never;
}

function respond(c: Context<Env>, answer: object, headTagged: string | null, isGet: boolean): Response {
  if (answer instanceof Response) return answer;
  const reply = answer instanceof Reply ? answer : new Reply(answer);
  const json = toSafeJson(reply.view);
  if (!isGet)
    return c.body(json, reply.status, {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(reply.tag !== null && { etag: reply.tag }),
      ...reply.headers,
    });
  const tag = reply.tag ?? headTagged ?? tagOf(json);
  if (isKnown(c, tag)) return unchanged(c, tag);
  return c.body(json, reply.status, {
    "content-type": "application/json",
    etag: tag,
    "cache-control": PRIVATE,
    ...reply.headers,
  });
}

/** The names that a schema knows at its top. */
function namesIn(schema: z.ZodType | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((one) => namesIn(one as z.ZodType)))];
  return [];
}

/** A page of a list, with the address of the next one in `Link`. */
export function pageReply(
  c: Context<Env>,
  page: { readonly items: readonly object[]; readonly cursor: string | null },
  more: object = {},
): Reply {
  const { items, cursor } = page;
  const url = new URL(c.req.url);
  if (cursor !== null) url.searchParams.set("cursor", cursor);
  const headers: Record<string, string> = cursor === null ? {} : { link: `<${url.pathname}${url.search}>; rel="next"` };
  return new Reply({ items, cursor, ...more }, { headers });
}
