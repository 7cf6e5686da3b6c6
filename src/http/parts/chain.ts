import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";
import { channelAddress, outletAddress, personAddress } from "./addresses.ts";

export interface ShownHop {
  readonly name: string;
  readonly kind: string;
}

/**
 * Where all that came from a hop is shown: of the speaker, the outlet and the channel the speaker was heard through. Others in
 * the chain have no page of their own: null.
 */
export function hopAddress(chain: readonly ShownHop[], i: number): string | null {
  const { name = "", kind } = chain[i] ?? {};
  if (name === "" || kind === "none") return null;
  if (i === chain.length - 1) return personAddress(name);
  if (i === 0 && kind === "outlet") return outletAddress(name);
  const heard = chain.slice(0, -1).findLastIndex((hop) => hop.kind === "channel");
  return i === heard ? channelAddress(name) : null;
}

/** The name of a hop, leading to what came from it where that is shown. */
export function hopName(chain: readonly ShownHop[], i: number): Html {
  const address = hopAddress(chain, i);
  const name = html`<bdi>${chain[i]?.name || "nobody named"}</bdi>`;
  return address === null ? name : html`<a href="${address}">${name}</a>`;
}

/** The hops on one line, outlet first, the speaker last. The arrow is read aloud as "from". */
export function chainLine(chain: readonly ShownHop[]): Html {
  return html`<span class="chain-line">${chain.map((_, i) => {
    const arrow =
      i === 0 ? "" : html` <span class="arrow" aria-hidden="true">←</span><span class="unseen"> from</span> `;
    return html`${arrow}${hopName(chain, i)}`;
  })}</span>`;
}
