import { html } from "hono/html";
import { STANDINGS } from "../../model/ledger.ts";
import { standingBadge } from "../parts/standing.ts";
import { STANDING } from "../../export/recordWords.ts";
import { page } from "./layout.ts";
import type { Pages } from "./kind.ts";

/** What a receipt proves, and what not; what the standings mean. */
export const aboutPages: Pages = (app) => {
  app.get("/proof", (c) =>
    page(c, {
      title: "What a receipt proves",
      at: "/proof",
      main: html`<h1>What a receipt proves</h1>
        <p>
          A receipt shows that this archive held bytes with this SHA-256 when it says, got from where it says, and that
          the words stand in the text read from them, at the offsets it names.
        </p>
        <p>It does not show that the outlet published them, that the report is true, or that the person said them.</p>
        <h2>Standings</h2>
        <dl>
          ${STANDINGS.map(
            (standing) =>
              html`<dt>${standingBadge(standing)}</dt>
                <dd>${STANDING[standing].means}</dd>`,
          )}
        </dl>`,
    }),
  );
};
