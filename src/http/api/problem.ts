import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { DecidedMeanwhile } from "../../archive/decider.ts";
import { UserError } from "../../model/errors.ts";

/** Kinds of trouble: the last part of a problem's `type`, its status and title, and what it means. */
export const PROBLEMS = {
  "bad-request": [400, "The request can’t be read", "A parameter or a field is missing, unknown or of the wrong form."],
  "not-logged-in": [401, "Say who you are", "Send a token: Authorization: Bearer TOKEN."],
  "not-allowed": [403, "This takes another role", "Reviewers decide; readers look."],
  "not-found": [404, "Nothing is there", "No entry, article, name or operation has this address."],
  "method-not-allowed": [405, "Not in this way", "The address is there, the method is not; see Allow."],
  "changed-meanwhile": [
    412,
    "It has changed since you looked",
    "Get it again, look at it, and send its new ETag as If-Match.",
  ],
  "too-large": [413, "That is too large", "The body has more bytes than are taken."],
  "wrong-type": [415, "Not this kind of content", "The Content-Type is none that this operation takes."],
  refused: [422, "That can’t be done", "What was asked for is well formed and makes no sense here."],
  "too-often": [429, "Too many requests", "Wait as long as Retry-After says."],
  "our-fault": [500, "A fault in Hearsay", "It was written to the log under the request's id; please report it."],
  busy: [503, "Busy", "Reports are being read; try again as Retry-After says."],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;
export type ProblemKind = keyof typeof PROBLEMS;

/** RFC 9457, with what is wrong with each field. */
export const problemSchema = z
  .object({
    type: z.string().describe("Address of the kind of problem, relative to this server"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What is wrong and what to do, for people"),
    errors: z
      .array(
        z.object({ field: z.string().describe("Name or path of the field; “body” for the whole"), detail: z.string() }),
      )
      .optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problemSchema>;

/** Thrown by operations: ends the request with this problem. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  readonly kind: ProblemKind;
  readonly errors: Problem["errors"];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    kind: ProblemKind,
    detail: string,
    errors?: Problem["errors"],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.kind = kind;
    this.errors = errors;
    this.headers = headers;
  }
}

/** A problem as a response: `application/problem+json`. */
export function problem(c: Context, trouble: Trouble): Response {
  const [status, title] = PROBLEMS[trouble.kind];
  const { errors, headers, message: detail, kind } = trouble;
  const body: Problem = { type: `/api/v1/problems/${kind}`, title, status, detail, ...(errors && { errors }) };
  return c.body(JSON.stringify(body), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
}

const BY_STATUS = new Map<number, ProblemKind>(
  Object.entries(PROBLEMS).map(([kind, [status]]) => [status, kind as ProblemKind]),
);

/** What to tell of anything that was thrown. Null for a fault of ours, of which nothing is told. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Trouble) return error;
  if (error instanceof DecidedMeanwhile) return new Trouble("changed-meanwhile", error.message);
  if (error instanceof UserError) return new Trouble("refused", error.message);
  if (!(error instanceof HTTPException)) return null;
  const kind = BY_STATUS.get(error.status);
  if (!kind || kind === "our-fault") return null;
  const detail =
    kind === "wrong-type"
      ? "send the body as the operation takes it: Content-Type says what it is, as application/json"
      : kind === "bad-request"
        ? "the body is no JSON that can be read"
        : PROBLEMS[kind][2];
  return new Trouble(kind, detail);
}
