import type { Context } from "hono";
import { html } from "hono/html";
import { type Disagreement, disagreements } from "../../archive/views/disagreements.ts";
import { waitingFor } from "../../archive/views/queue.ts";
import { STANDING } from "../../export/recordWords.ts";
import { statementAddress } from "../parts/addresses.ts";
import { card } from "../parts/card.ts";
import { form } from "../parts/form.ts";
import { listPager, part } from "../parts/pager.ts";
import { short } from "../parts/short.ts";
import { verdict } from "../parts/verdicts.ts";
import type { Env } from "../room.ts";
import { type Html, page } from "./layout.ts";
import type { Pages } from "./kind.ts";
import { doneIn, readings } from "./review.ts";
import { actNoun } from "../parts/acts.ts";

const HERE = "/review/disagreements";
const A_PAGE = 20;

/** Where people differ, both reasons side by side, and the ways to settle it. */
export const disagreementPages: Pages = (app, { store }) => {
  app.get(HERE, async (c) => {
    const { name } = c.get("who");
    const { cursor } = c.req.query();
    const { items, cursor: next } = await disagreements(store, part(A_PAGE, cursor));
    const done = await doneIn(c, store);
    return page(c, {
      title: "Differences",
      at: "/review",
      styles: ["review.css", "desk.css"],
      main: html`<div class="review-head"><h1>Differences</h1>${readings(await waitingFor(store, name), "differing")}</div>
        ${
          done === null
            ? ""
            : html`<p class="notice" role="status">Written as entry ${done.entry}: <q>${short(done.words)}</q> is ${STANDING[done.standing].mark} ${done.standing} now.</p>`
        }
        ${
          items.length === 0
            ? html`<p class="empty">Nobody differs. Here stands what two people decided differently, until somebody settles it.</p>`
            : html`<ol class="differences">${items.map((one, i) => html`<li>${difference(c, one, i)}</li>`)}</ol>`
        }
        ${listPager({ here: HERE, cursor, next }, "Older differences")}`,
    });
  });
};

function difference(c: Context<Env>, { record, machine, sides, seen }: Disagreement, i: number): Html {
  const decide = `${statementAddress(record.id)}/decide`;
  const hidden = html`<input type="hidden" name="seen" value="${seen}" /><input type="hidden" name="next" value="${HERE}" />`;
  return html`${card(record)}
    ${
      machine === null
        ? ""
        : html`<p class="machine">The machine had: <bdi>${machine.speaker}</bdi>, ${actNoun(machine.act)}, <q>${short(machine.words)}</q></p>`
    }
    <div class="sides">
      ${sides.map(
        (side) =>
          html`<section aria-label="What ${side.name} decided">
            ${verdict(side)}
            ${form(
              c,
              decide,
              html`${hidden}<input type="hidden" name="act" value="undo" /><input type="hidden" name="entry" value="${side.entry}" />
                <button class="quiet">Take this decision back</button>`,
            )}
          </section>`,
      )}
    </div>
    ${form(
      c,
      decide,
      html`${hidden}<input type="hidden" name="as" value="settlement" />
        <label for="why-${i}">Reason</label>
        <input id="why-${i}" name="reason" maxlength="2000" autocomplete="off" />
        <button name="act" value="confirm">Settle: it is right as it stands</button>
        <button name="act" value="dispute">Settle: it stays disputed</button>
        <button name="act" value="retract" class="quiet">Settle: retract it</button>`,
      "settle",
    )}`;
}
