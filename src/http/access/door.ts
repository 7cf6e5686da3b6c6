import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { assetAddress } from "../assets.ts";
import type { Html } from "../pages/layout.ts";
import type { Env } from "../room.ts";

/** A page for somebody of whom nothing is known yet: nothing of the archive stands on it. */
export async function doorPage(
  c: Context<Env>,
  title: string,
  main: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Hearsay</title>
        <link rel="stylesheet" href="${assetAddress("styles/tokens.css")}" />
        <link rel="stylesheet" href="${assetAddress("styles/room.css")}" />
        <link rel="stylesheet" href="${assetAddress("styles/access.css")}" />
        <script src="${assetAddress("client/theme.js")}"></script>
      </head>
      <body>
        <header class="masthead"><span class="wordmark">Hearsay</span></header>
        <main id="main">
          <h1>${title}</h1>
          ${main}
        </main>
      </body>
    </html>`;
  return c.html(await body, status);
}

/** Why something was refused, and what to do. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  /** A few words. */
  readonly title: string;
  readonly detail: string;
  /** Seconds after which it may be tried again. */
  readonly wait?: number;
  /** How a program may say who it is. */
  readonly challenge?: string;
}

/** A refusal in the form that whoever asked understands: a page, or problem+json (RFC 9457). */
export async function refuse(c: Context<Env>, { status, title, detail, wait, challenge }: Refusal): Promise<Response> {
  if (wait !== undefined) c.header("retry-after", String(wait));
  if (challenge !== undefined) c.header("www-authenticate", challenge);
  if (!wantsJson(c)) return doorPage(c, title, html`<p>${detail}</p>`, status);
  return c.body(JSON.stringify({ type: "about:blank", title, status, detail }), status, {
    "content-type": "application/problem+json",
  });
}

/** Whether a program asks rather than a person. */
export function wantsJson(c: Context<Env>): boolean {
  if (c.req.path.startsWith("/api/")) return true;
  const accept = c.req.header("accept") ?? "";
  return accept.includes("json") && !accept.includes("text/html");
}
