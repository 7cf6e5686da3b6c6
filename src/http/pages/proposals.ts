import type { Context } from "hono";
import { html } from "hono/html";
import { DecidedMeanwhile, type Decider } from "../../archive/decider.ts";
import { declineProposal, takeProposal } from "../../archive/proposals.ts";
import { doneBy } from "../../archive/review.ts";
import { waitingFor } from "../../archive/views/queue.ts";
import { type WaitingProposal, waitingProposals } from "../../archive/views/proposals.ts";
import { STANDING } from "../../export/recordWords.ts";
import { UserError } from "../../model/errors.ts";
import { nextPath } from "../access/nextPath.ts";
import { statementAddress } from "../parts/addresses.ts";
import { card } from "../parts/card.ts";
import { told } from "../parts/fault.ts";
import { fieldsOf } from "../parts/fields.ts";
import { pager } from "../parts/pager.ts";
import { proposal } from "../parts/proposals.ts";
import { type Env, type Room, mayDecide } from "../room.ts";
import { decisionFault } from "./decisionFault.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { readings } from "./review.ts";

const HERE = "/review/proposals";
const A_PAGE = 20;

/** What assistants and readers would have decided: taken as one's own decision, or declined. */
export const proposalPages: Pages = (app, room) => {
  const { store } = room;
  app.get(HERE, async (c) => {
    const { name } = c.get("who");
    const { cursor, entry, declined } = c.req.query();
    const { items, cursor: next } = await waitingProposals(store, {
      limit: A_PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    const done = /^\d{1,15}$/.test(entry ?? "") ? await doneBy(store, Number(entry), name) : null;
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
        ${pager(cursor === undefined ? null : HERE, next === null ? null : `${HERE}?cursor=${next}`, "Older proposals")}`,
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
async function settled(c: Context<Env>, { now }: Room, settle: Settle): Promise<Response> {
  const who = c.get("who");
  if (!mayDecide(who)) return decisionFault(c, 403, "You may look and not decide: that takes the role of a reviewer.");
  try {
    const field = await fieldsOf(c);
    const after = field("after").trim();
    const decider: Decider = {
      name: who.name,
      reason: field("reason").trim() || null,
      now: now(),
      ...(after !== "" && { after }),
    };
    const tell = await settle(c.req.param("proposal") ?? "", decider);
    const to = new URL(field("next") === "" ? HERE : nextPath(field("next")), "http://here.invalid");
    if (to.pathname.startsWith("/review"))
      for (const [name, value] of Object.entries(tell)) to.searchParams.set(name, value);
    return c.redirect(to.pathname + to.search + to.hash, 303);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return decisionFault(c, error instanceof DecidedMeanwhile ? 409 : 422, error.message);
  }
}
