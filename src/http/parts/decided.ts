import { html } from "hono/html";
import { personOf } from "../../archive/decider.ts";
import type { DecisionRow } from "../../store/store.ts";
import type { Html } from "../pages/layout.ts";
import { datePlain, moment } from "./when.ts";

const DONE: Readonly<Record<string, string>> = {
  confirm: "confirmed",
  dispute: "disputed",
  retract: "retracted",
  assert: "corrected",
  undo: "took back a decision",
  merge: "filed a name",
  split: "parted a name",
};

/** What a decision did, in the past tense: "confirmed". */
export function doneWords(act: string): string {
  return DONE[act] ?? act;
}

/** The decisions on an entry as the ledger has them, those taken back struck out. */
export function history(decisions: readonly DecisionRow[]): Html {
  if (decisions.length === 0) return html`<p class="empty">Nobody has decided on it yet.</p>`;
  return html`<ol class="history">
    ${decisions.map(
      (one) =>
        html`<li class="${one.undone === null ? "" : "taken-back"}">
          <span class="history-what"><b><bdi>${personOf(one.by)}</bdi></b> ${doneWords(one.act)}${one.act === "undo" ? html`, entry ${undoes(one)}` : ""}</span>
          <span class="fact">${moment(one.at)} · entry ${one.seq}${one.undone === null ? "" : ` · taken back by entry ${one.undone}`}</span>
          ${one.act === "assert" ? html`<span class="history-fields">${changes(one)}</span>` : ""}
          ${one.cause === null ? "" : html`<q class="reason">${one.cause}</q>`}
        </li>`,
    )}
  </ol>`;
}

function undoes({ value }: DecisionRow): string {
  return String((value as { readonly undoes?: number | null }).undoes ?? "?");
}

function changes({ value }: DecisionRow): string {
  const fields = (value as { readonly fields?: Readonly<Record<string, unknown>> }).fields ?? {};
  const called: Readonly<Record<string, string>> = { speakerKind: "kind of speaker", uttered: "day said" };
  return Object.entries(fields)
    .map(([field, set]) => {
      const shown = set === null ? "not known" : field === "uttered" ? datePlain(String(set)) : String(set);
      return `${called[field] ?? field}: ${shown}`;
    })
    .join("; ");
}
