import type { Context } from "hono";
import { html } from "hono/html";
import { wantsJson } from "../access/door.ts";
import type { Env } from "../room.ts";
import { page } from "./layout.ts";

const TITLES = { 403: "Not allowed", 409: "Somebody else came first", 422: "Nothing was saved" } as const;

/** Says why a decision was not made, as a page or as problem+json. Nothing was written. */
export function decisionFault(c: Context<Env>, status: 403 | 409 | 422, detail: string): Response | Promise<Response> {
  const title = TITLES[status];
  if (wantsJson(c))
    return c.body(JSON.stringify({ type: "about:blank", title, status, detail }), status, {
      "content-type": "application/problem+json",
    });
  return page(c, {
    title,
    at: "/review",
    status,
    main: html`<h1>${title}</h1>
      <p role="alert">${detail}</p>
      <p>Nothing was changed. Go back in your browser: what you wrote is still in the form. Or go on with the <a href="/review">queue</a>.</p>`,
  });
}
