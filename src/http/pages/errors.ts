import type { Context } from "hono";
import { html } from "hono/html";
import { HTTPException } from "hono/http-exception";
import { UserError } from "../../model/errors.ts";
import type { Env } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

type Status = 400 | 404 | 500;

const HEADINGS: Readonly<Record<Status, string>> = {
  400: "That could not be read",
  404: "Not here",
  500: "Something went wrong",
};

/** A page that says what is wrong and what to do. */
function errorPage(c: Context<Env>, status: Status, says: string, instead: Html): Promise<Response> {
  return page(c, {
    title: HEADINGS[status],
    at: "",
    status,
    main: html`<div class="error-page">
      <p class="error-status">${status}</p>
      <h1>${HEADINGS[status]}</h1>
      <p>${says}</p>
      ${instead}
    </div>`,
  });
}

export function notFound(c: Context<Env>, says: string): Promise<Response> {
  return errorPage(
    c,
    404,
    says,
    html`<p>
      An id may have been cut short, or the entry was read anew and has another one now. Look for its words in the
      <a href="/search">search</a>, or begin with <a href="/">what came in lately</a>.
    </p>`,
  );
}

function badRequest(c: Context<Env>, says: string): Promise<Response> {
  return errorPage(
    c,
    400,
    says,
    html`<p>Go back and change it, or begin anew with the <a href="/search">search</a>.</p>`,
  );
}

/** What is answered where no page is, and where one failed. Of a failure nothing is told but that it happened. */
export const errorPages: Pages = (app) => {
  app.notFound((c) => {
    if (isForMachines(c.req.path)) return problem(404, "Not found", `There is nothing at ${c.req.path}.`);
    return notFound(c, `There is no page at ${c.req.path}.`);
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const machines = isForMachines(c.req.path);
    if (error instanceof UserError)
      return machines ? problem(400, "Bad request", error.message) : badRequest(c, error.message);
    if (machines) return problem(500, "Failed", "The request failed; the log of the server says why.");
    return errorPage(
      c,
      500,
      "This page could not be made. Nothing was changed by that. The log of the server says why.",
      html`<p>Try again; if it stays so, <code>hearsay doctor</code> looks for what is wrong.</p>`,
    );
  });
};

function isForMachines(path: string): boolean {
  return path.startsWith("/api/");
}

function problem(status: number, title: string, detail: string): Response {
  return Response.json(
    { type: "about:blank", title, status, detail },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}
