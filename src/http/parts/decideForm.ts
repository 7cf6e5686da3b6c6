import type { Context } from "hono";
import { html } from "hono/html";
import type { StatementView } from "../../archive/views/statement.ts";
import type { Html } from "../pages/layout.ts";
import type { Env } from "../room.ts";
import { statementAddress } from "./addresses.ts";
import { form } from "./form.ts";

/** What a reviewer may decide here: confirm, dispute or retract with a reason, take the last decision back. */
export function decideForm(c: Context<Env>, { id, decisions, row }: StatementView): Html {
  const standing = decisions.some(({ act, undone }) => act !== "undo" && undone === null);
  const fields = html`<input type="hidden" name="next" value="${statementAddress(id)}" />
    <input type="hidden" name="seen" value="${decisions.at(-1)?.seq ?? 0}" />
    <label for="reason">Reason <span class="fact">(needed to dispute or retract)</span></label>
    <input id="reason" name="reason" maxlength="2000" autocomplete="off" />
    <p class="actions">
      <button name="act" value="confirm">Confirm</button>
      <button name="act" value="dispute">Dispute</button>
      <button name="act" value="retract">Retract</button>
      ${standing ? html`<button name="act" value="undo" class="quiet">Take the last decision back</button>` : ""}
    </p>
    <p class="fact">
      Decided as <bdi>${c.get("who").name}</bdi>; it stays in the ledger, and can be taken back. To set words, speaker,
      act or day right, open it in <a href="/review?id=${encodeURIComponent(id)}">review</a>${row.kind === "silence" ? ", as far as a silence has them" : ""}.
    </p>`;
  return html`<section aria-labelledby="decide-title">
    <h2 id="decide-title">Decide</h2>
    ${form(c, `${statementAddress(id)}/decide`, fields, "decide")}
  </section>`;
}
