import type { Context } from "hono";
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { assetAddress } from "../assets.ts";
import { type Env, mayAdminister, mayDecide } from "../room.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a page is made of. */
export interface PageParts {
  /** For the window's title, without the product's name. */
  readonly title: string;
  /** The address in the navigation that this page belongs to. */
  readonly at: string;
  readonly main: Html;
  /** Client scripts beside the room's own: `review.js`. */
  readonly scripts?: readonly string[];
  /** Styles beside the room's own: `article.css`. */
  readonly styles?: readonly string[];
  /** Feeds of this page, for readers that look for them. */
  readonly feeds?: readonly { readonly title: string; readonly type: string; readonly href: string }[];
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
}

const PLACES = [
  ["/", "Today"],
  ["/search", "Search"],
  ["/review", "Review"],
  ["/articles", "Articles"],
  ["/people", "People"],
  ["/silences", "Silences"],
  ["/conditions", "Conditions"],
  ["/captures", "Captures"],
  ["/feeds", "Feeds"],
  ["/packs", "Packs"],
] as const;

/** A whole page as a response. */
export async function page(
  c: Context<Env>,
  { title, at, main, scripts = [], styles = [], feeds = [], status = 200 }: PageParts,
): Promise<Response> {
  const who = c.get("who");
  const places = PLACES.filter(([href]) => href !== "/review" || mayDecide(who));
  const body = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="csrf" content="${c.get("csrf")}" />
        <title>${title} · Hearsay</title>
        <link rel="stylesheet" href="${assetAddress("styles/tokens.css")}" />
        <link rel="stylesheet" href="${assetAddress("styles/room.css")}" />
        ${styles.map((style) => html`<link rel="stylesheet" href="${assetAddress(`styles/${style}`)}" />`)}
        <script src="${assetAddress("client/theme.js")}"></script>
        <script type="module" src="${assetAddress("client/room.js")}"></script>
        ${scripts.map((script) => html`<script type="module" src="${assetAddress(`client/${script}`)}"></script>`)}
        ${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}" />`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="masthead">
          <a class="wordmark" href="/">Hearsay</a>
          ${at === "/search" ? html`<span class="quick"></span>` : quickSearch()}
          <div class="who">
            <span class="who-name"><bdi>${who.name}</bdi><span class="unseen">, ${who.role}</span></span>
            ${who.via === "local" ? "" : html`<a href="/account">Account</a>`}
            ${mayAdminister(who) && who.via !== "local" ? html`<a href="/users">Users</a>` : ""}
            <button type="button" class="theme quiet" data-theme-switch hidden>Dark</button>
          </div>
          <nav class="places" aria-label="Rooms">
            <ul>
              ${places.map(([href, name]) => html`<li><a href="${href}" ${href === at ? html` aria-current="page"` : ""}>${name}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${main}</main>
        <footer class="colophon">
          <p>
            What a machine read is a candidate until a person confirms it. <a href="/proof">What a receipt proves</a> ·
            <a href="/api/v1/openapi.json">API</a>
          </p>
        </footer>
      </body>
    </html>`;
  return c.html(body, status);
}

/** The page of the search has a larger one of its own. */
function quickSearch(): Html {
  return html`<form class="quick" action="/search" role="search" aria-label="Quick search">
    <label class="unseen" for="quick-words">Search statements</label>
    <input id="quick-words" name="words" type="search" placeholder="Search statements" autocomplete="off" />
    <button>Search</button>
  </form>`;
}
