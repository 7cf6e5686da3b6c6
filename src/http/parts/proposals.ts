import type { Context } from "hono";
import { html } from "hono/html";
import type { ProposalView, ProposalsOn } from "../../archive/views/proposals.ts";
import type { Html } from "../pages/layout.ts";
import { type Env, mayDecide } from "../room.ts";
import { form } from "./form.ts";
import { moment } from "./when.ts";

/** What is proposed about an entry: those that wait, with forms for who may decide; then what became of others. Empty where there is none. */
export function proposalsSection(c: Context<Env>, { waiting, settled, version }: ProposalsOn, next: string): Html | "" {
  if (waiting.length + settled.length === 0) return "";
  return html`<section aria-labelledby="proposals-title" class="proposals" id="proposals">
    <h2 id="proposals-title">Proposals</h2>
    <p class="fact">No decisions: the entry stands as it did.</p>
    ${
      waiting.length === 0
        ? html`<p class="fact">None waits.</p>`
        : html`<ul class="plain">${waiting.map((one) => html`<li>${proposal(c, one, { version, next })}</li>`)}</ul>`
    }
    ${
      settled.length === 0
        ? ""
        : html`<details class="more"><summary>${settled.length} settled</summary>
          <ul class="plain">${settled.map((one) => html`<li>${proposal(c, one, { version, next })}</li>`)}</ul></details>`
    }
  </section>`;
}

/** Where whoever settles a proposal goes next, and the version of the entry they saw. */
export interface Settling {
  readonly version: string;
  readonly next: string;
}

/** One proposal. It has no mark of a standing and none of its colours: nothing was decided by it. */
export function proposal(c: Context<Env>, one: ProposalView, settling: Settling): Html {
  const { act, by, at, reason, changes, settled } = one;
  return html`<div class="proposal ${settled === null ? "" : "proposal-settled"}">
    <p><span class="proposal-tag">proposal</span> <b><bdi>${by}</bdi></b> proposes to ${act} it <span class="fact">${moment(at)}</span></p>
    ${
      changes.length === 0
        ? ""
        : html`<ul class="changes">${changes.map(({ part, is, would }) => html`<li>${part}: <bdi>${is}</bdi> → <bdi>${would}</bdi></li>`)}</ul>`
    }
    <q class="reason">${reason}</q>
    ${settled === null ? (mayDecide(c.get("who")) ? forms(c, one, settling) : "") : outcome(settled)}
  </div>`;
}

function outcome({ as, by, at, why, entry }: NonNullable<ProposalView["settled"]>): Html {
  return html`<p class="fact">${as} by <bdi>${by}</bdi>, ${moment(at)}${entry === null ? "" : `, as entry ${entry}`}${why === null ? "" : html`: <q>${why}</q>`}</p>`;
}

function forms(c: Context<Env>, { id }: ProposalView, { version, next }: Settling): Html {
  const to = `/review/proposals/${encodeURIComponent(id)}`;
  const hidden = html`<input type="hidden" name="after" value="${version}" /><input type="hidden" name="next" value="${next}" />`;
  return html`<div class="proposal-forms">
    ${form(c, `${to}/take`, html`${hidden}<button>Take it as your own decision</button>`, "inline-form")}
    ${form(
      c,
      `${to}/decline`,
      html`${hidden}<label class="unseen" for="decline-${id}">Reason for declining</label>
        <input id="decline-${id}" name="reason" placeholder="Reason" required maxlength="2000" autocomplete="off" />
        <button class="quiet">Decline</button>`,
      "inline-form",
    )}
  </div>`;
}
