import { html } from "hono/html";
import type { ReviewItem } from "../../archive/views/queue.ts";
import { SILENCE_KINDS } from "../../model/entries.ts";
import { ACTS, SOURCE_KINDS } from "../../model/statement.ts";
import type { Html } from "../pages/layout.ts";
import { key } from "./reviewKeys.ts";
import { actNoun } from "./acts.ts";

/** The fields to set an entry right by, filled with what it has; only what is changed counts. */
export function correctForm(item: ReviewItem): Html {
  const { kind, act, speaker, speakerKind, uttered, words, names } = item;
  const acts: readonly string[] = kind === "silence" ? SILENCE_KINDS : ACTS;
  return html`<input type="hidden" name="act" value="correct" /><input type="hidden" name="spans" value="" />
    <div class="fields">
      <div class="field">
        <label for="speaker">${kind === "silence" ? "Who was silent" : "Speaker"}${key("s")}</label>
        <input id="speaker" name="speaker" value="${speaker}" list="speakers" autocomplete="off" maxlength="500" />
        <datalist id="speakers">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>
      </div>
      <div class="field">
        <label for="speaker-kind">Kind of speaker</label>
        <select id="speaker-kind" name="speakerKind">${SOURCE_KINDS.map((one) => option(one, one, speakerKind))}</select>
      </div>
      <div class="field">
        <label for="corrected-act">${kind === "silence" ? "Kind of silence" : "Act"}${key("a")}</label>
        <select id="corrected-act" name="correctedAct">${acts.map((one) => option(one, actNoun(one), act))}</select>
      </div>
      ${
        kind === "silence"
          ? ""
          : html`<div class="field">
            <label for="said">Said on${key("t")}</label>
            <input id="said" name="said" value="${uttered?.edtf ?? "unknown"}" autocomplete="off" aria-describedby="said-help" maxlength="80" />
            <p class="help" id="said-help">2031-03-04, 2031-03, 2031-03-04/2031-03-06, or unknown</p>
          </div>`
      }
    </div>
    <div class="field words-field">
      ${words.map(
        (piece, i) =>
          html`<label for="words${i + 1}">Words${words.length > 1 ? ` ${i + 1}` : ""}, copied from the text</label>
            <textarea id="words${i + 1}" name="words${i + 1}" rows="2">${piece}</textarea>`,
      )}
    </div>
    <div class="field">
      <label for="correct-reason">Reason, if there is something to say</label>
      <input id="correct-reason" name="reason" autocomplete="off" maxlength="2000" />
    </div>
    <div class="buttons"><button>Save the correction</button></div>`;
}

function option(value: string, words: string, now: string): Html {
  return html`<option value="${value}" ${value === now ? html` selected` : ""}>${words}</option>`;
}
