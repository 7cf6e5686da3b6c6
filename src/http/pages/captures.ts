import { html } from "hono/html";
import { type CapturesView, type ShownCapture, capturesView } from "../../archive/views/captures.ts";
import { watchedLine } from "../../archive/views/watching.ts";
import { articleAddress } from "../parts/addresses.ts";
import { listPager, part } from "../parts/pager.ts";
import { watchedLines } from "../parts/watched.ts";
import { moment } from "../parts/when.ts";
import { mayDecide } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";

const HERE = "/captures";
const A_PAGE = 50;
const LONGEST_REASON = 500;

/** What came in, from where and when, with its hash; and what could not be fetched. */
export const capturePages: Pages = (app, { store, refused }) => {
  app.get(HERE, async (c) => {
    const { cursor } = c.req.query();
    // What failed may name files and machines inside: it is told to those who can do something about it.
    const view = await capturesView(store, part(A_PAGE, cursor), mayDecide(c.get("who")) ? refused : undefined);
    return page(c, {
      title: "Captures",
      at: HERE,
      styles: ["desk.css"],
      main: html`<h1>Captures</h1>
        <p class="lead">Bytes as they were received, never changed. The hash is the SHA-256 of these bytes; whoever has the same file can check it.</p>
        ${
          view.failures.length === 0
            ? ""
            : html`<section class="failures" aria-labelledby="failed-title">
              <h2 id="failed-title">Could not be fetched</h2>
              ${watchedLines(view.failures.map(watchedLine))}
              ${view.moreFailures ? html`<p><a href="/feeds/failing">All that fails</a></p>` : ""}
            </section>`
        }
        ${refusedSection(view)}
        ${
          view.items.length === 0
            ? html`<p class="empty">Nothing has come in yet: <code>hearsay add REPORT</code> takes reports in, <code>hearsay watch FEED</code> watches feeds.</p>`
            : table(view.items)
        }
        ${listPager({ here: HERE, cursor, next: view.cursor }, "Earlier captures")}`,
    });
  });
};

function refusedSection({ refused, moreRefused }: CapturesView): Html | "" {
  if (refused.length === 0) return "";
  return html`<section class="failures" aria-labelledby="refused-title">
    <h2 id="refused-title">Could not be read</h2>
    <p class="fact">Workers gave these up. What came is kept; put in anew, it is tried again.</p>
    <ul class="plain">${refused.map((reason) => html`<li class="refused">${reason.slice(0, LONGEST_REASON)}</li>`)}</ul>
    ${moreRefused ? html`<p class="fact">There are more of them: <code>hearsay archive</code> lists all.</p>` : ""}
  </section>`;
}

function table(items: readonly ShownCapture[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Captures"><table class="desk-table">
    <thead><tr><th scope="col">Came in</th><th scope="col">Article</th><th scope="col">From</th><th scope="col">Type</th><th scope="col">Hash</th></tr></thead>
    <tbody>
      ${items.map(
        ({ article, title, outlet, at, sha256, mediaType, address, by, circumstances, entry }) => html`<tr>
          <td>${moment(at)} <span class="fact">entry ${entry}</span></td>
          <th scope="row"><a href="${articleAddress(article)}">${title ?? "without a title"}</a>${outlet === null ? "" : html`<br /><span class="fact"><bdi>${outlet}</bdi></span>`}</th>
          <td class="from"><span class="address">${address ?? "standard input"}</span>
            <span class="fact">by ${by}${circumstances.map(([name, value]) => html`; ${name}: <bdi>${value}</bdi>`)}</span></td>
          <td>${mediaType}</td>
          <td><a href="${articleAddress(article)}/editions" title="SHA-256 ${sha256}"><code>${sha256.slice(0, 16)}</code></a></td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}
