import type { Context } from "hono";
import { html } from "hono/html";
import type { Decider } from "../../archive/decider.ts";
import { declineProposal, takeProposal } from "../../archive/proposals.ts";
import { waitingFor } from "../../archive/views/queue.ts";
import { type WaitingProposal, waitingProposals } from "../../archive/views/proposals.ts";
import { STANDING } from "../../export/recordWords.ts";
import { statementAddress } from "../parts/addresses.ts";
import { card } from "../parts/card.ts";
import { told } from "../parts/fault.ts";
import { listPager, part } from "../parts/pager.ts";
import { proposal } from "../parts/proposals.ts";
import type { Env, Room } from "../room.ts";
import { deciding, goOn } from "./deciding.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { doneIn, readings } from "./review.ts";

const HERE = "/review/proposals";
const A_PAGE = 20;

/** What assistants and readers would have decided: taken as one's own decision, or declined. */
export const proposalPages: Pages = (app, room) => {
  const { store } = room;
  app.get(HERE, async (c) => {
    const { name } = c.get("who");
    const { cursor, declined } = c.req.query();
    const { items, cursor: next } = await waitingProposals(store, part(A_PAGE, cursor));
    const done = await doneIn(c, store);
    return page(c, {
      title: "Proposals",
      at: "/review",
      styles: ["review.css", "desk.css"],
      main: html`<div class="review-head"><h1>Proposals</h1>${readings(await waitingFor(store, name), "proposed")}</div>
        <p class="lead">What assistants and readers would decide. Nothing is decided by it: the entries stand as they did. Whoever takes one decides under their own name, and the proposer’s reason stands behind theirs.</p>
        ${told(null, declined === "1" ? "Declined. The entry stands as it did." : null)}
        ${
          done === null
            ? ""
            : html`<p class="notice" role="status">Written as entry ${done.entry}: <a href="${statementAddress(done.id)}">the entry</a> is ${STANDING[done.standing].mark} ${done.standing} now.</p>`
        }
        ${
          items.length === 0
            ? html`<p class="empty">No proposal waits. Assistants make them through <code>hearsay mcp</code>, programs and readers through the API.</p>`
            : html`<ol class="differences">${items.map((one) => html`<li>${waiting(c, one)}</li>`)}</ol>`
        }
        ${listPager({ here: HERE, cursor, next }, "Older proposals")}`,
    });
  });

  app.post(`${HERE}/:proposal/take`, (c) =>
    settled(c, room, async (id, decider) => {
      const entries = await takeProposal(store, id, decider);
      return { entry: String(entries.at(-1)?.seq ?? "") };
    }),
  );
  app.post(`${HERE}/:proposal/decline`, (c) =>
    settled(c, room, async (id, decider) => {
      await declineProposal(store, id, decider);
      return { declined: "1" };
    }),
  );
};

function waiting(c: Context<Env>, { proposal: one, record, version }: WaitingProposal): Html {
  const about = record
    ? card(record)
    : html`<p class="unknown">About <code>${one.about}</code>, which is not in this archive any more.</p>`;
  return html`${about} ${proposal(c, one, { version, next: HERE })}`;
}

type Settle = (id: string, decider: Decider) => Promise<Readonly<Record<string, string>>>;

/** Settles a proposal and goes on where the form says, with what is to be told there. */
function settled(c: Context<Env>, { now }: Room, settle: Settle): Promise<Response> {
  return deciding(c, async (field, name) => {
    const after = field("after").trim();
    const reason = field("reason").trim() || null;
    const decider: Decider = { name, reason, now: now(), ...(after !== "" && { after }) };
    return goOn(c, field("next"), HERE, await settle(c.req.param("proposal") ?? "", decider));
  });
}
