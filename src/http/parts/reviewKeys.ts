import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

/** The letter that does the same, for those who have the script. */
export function key(letter: string): Html {
  return html` <kbd hidden>${letter}</kbd>`;
}

/** What the keys do, in the order of a decision. */
export const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["c"], "confirm"],
  [["d"], "dispute, with a reason"],
  [["x"], "retract, with a reason"],
  [["s"], "change the speaker"],
  [["a"], "change the act"],
  [["t"], "change the day it was said"],
  [["Shift ←", "Shift →"], "move the end of the words by a word; with Ctrl as well, by a letter"],
  [["Alt ←", "Alt →"], "move the beginning of the words by a word; with Ctrl as well, by a letter"],
  [["p"], "go to the next piece of the words, where there are several"],
  [["w"], "take the text you selected for the words"],
  [["Enter"], "save what was changed"],
  [["Esc"], "put back what was changed, or leave a field"],
  [["j"], "skip to the next"],
  [["k"], "back to the one before"],
  [["u"], "take back your last decision"],
  [["?"], "show or hide these keys"],
];

/** The keys in a window of their own; a script opens it. */
export function keysHelp(): Html {
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl class="keys">
      ${KEYS.map(
        ([keys, does]) =>
          html`<dt>${keys.map((one) => html`<kbd>${one}</kbd> `)}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>
    <p>The ends of the words can also be dragged, or reached with Tab and moved with the arrow keys.</p>
    <p><label><input type="checkbox" id="keys-on" checked /> Letter keys decide</label></p>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
}
