import { html } from "hono/html";
import type { Entry, EntryHop, Pair } from "../../archive/views/entry.ts";
import type { Html } from "../pages/layout.ts";
import { hopName } from "./chain.ts";
import { when } from "./when.ts";

/** The way the words came: outlet first, speaker last, each with its cue and day; the origin it rests on is marked. */
export function chainDrawn({ chain = [], restsOn }: Entry, words: (span: Pair) => string): Html {
  const rests = chain.findIndex(({ name }) => restsOn && name === restsOn);
  return html`<ol class="chain">
    ${chain.map((_, i) => drawn(chain, i, i === rests, words))}
  </ol>
  ${restsOn && rests < 0 ? html`<p class="fact">Rests on <bdi>${restsOn}</bdi>.</p>` : ""}
  ${restsOn ? "" : html`<p class="fact">What it rests on is not told.</p>`}`;
}

function drawn(chain: readonly EntryHop[], i: number, isOrigin: boolean, words: (span: Pair) => string): Html {
  const hop = chain[i] as EntryHop;
  const [isFirst, isSpeaker] = [i === 0, i === chain.length - 1];
  return html`<li class="hop hop-${hop.kind}${isOrigin ? " hop-origin" : ""}">
    ${isFirst ? "" : html`<span class="arrow" aria-hidden="true">←</span>`}
    <div class="hop-body">
      <span class="hop-kind">${isSpeaker && !isFirst ? html`speaker, ${hop.kind}` : hop.kind}</span>
      <span class="hop-name">${hopName(chain, i)}</span>
      ${hop.span ? html`<span class="hop-as">as <q>${words(hop.span)}</q></span>` : ""}
      ${hop.cue ? html`<span class="hop-cue">by <q class="m-cue">${words(hop.cue)}</q></span>` : ""}
      ${hop.when?.edtf ? html`<span class="hop-when">${when(hop.when)}</span>` : ""}
      ${isOrigin ? html`<span class="hop-rests">it rests on this</span>` : ""}
    </div>
  </li>`;
}
