import { isFurniture } from "./furniture.ts";
import { inherited } from "./page.ts";
import type { ParsedPage } from "./page.ts";
import { BLOCKS } from "./render.ts";

/** Letters a paragraph must have before it speaks for the element around it. */
const LEAST_TEXT = 40;
/** A list of links is no prose. */
const MOST_LINKED = 0.5;

/**
 * Chooses the body by where the prose is: each paragraph gives its length and commas to the element around it and half
 * of that to the next. The best element's blocks are kept, but for furniture and link lists. Linear in the page.
 */
export function scoredBody(page: ParsedPage): Uint8Array {
  const { elements } = page;
  const furniture = inherited(elements, isFurniture);
  const linked = inherited(elements, (element) => element.name === "a");
  const blockOf = nearestBlocks(page);
  const length = new Float64Array(elements.length);
  const linkLength = new Float64Array(elements.length);
  const commas = new Float64Array(elements.length);
  for (const event of page.events) {
    if (event.is !== "text" || furniture[event.element]) continue;
    const block = blockOf[event.element] as number;
    const size = event.data.trim().length;
    length[block] = (length[block] as number) + size;
    commas[block] = (commas[block] as number) + (event.data.includes(",") ? 1 : 0);
    if (linked[event.element]) linkLength[block] = (linkLength[block] as number) + size;
  }

  const score = new Float64Array(elements.length);
  let best = -1;
  elements.forEach((element, index) => {
    const size = length[index] as number;
    if (size < LEAST_TEXT || (linkLength[index] as number) > size * MOST_LINKED) return;
    const worth = 1 + size / 100 + (commas[index] as number);
    const parent = element.parent;
    const grandparent = parent < 0 ? -1 : (elements[parent]?.parent ?? -1);
    // A page without paragraphs has its text in the element itself.
    for (const [at, part] of [
      [index, worth / 4],
      [parent, worth],
      [grandparent, worth / 2],
    ] as const) {
      if (at < 0) continue;
      score[at] = (score[at] as number) + part;
      if (best < 0 || (score[at] as number) > (score[best] as number)) best = at;
    }
  });

  const kept = new Uint8Array(elements.length);
  // Hardly any text: all that is not furniture.
  if (best < 0) return kept.map((_, index) => (furniture[index] ? 0 : 1));
  const within = inherited(elements, (_, index) => index === best);
  elements.forEach((_, index) => {
    const block = blockOf[index] as number;
    const linkList = (linkLength[block] as number) > (length[block] as number) * MOST_LINKED;
    kept[index] = within[index] && !furniture[index] && !linkList ? 1 : 0;
  });
  return kept;
}

/** For each element the block it is or stands in; at the outside the page itself. */
function nearestBlocks({ elements }: ParsedPage): Int32Array {
  const nearest = new Int32Array(elements.length);
  elements.forEach((element, index) => {
    nearest[index] = BLOCKS.has(element.name) ? index : (nearest[element.parent] as number);
  });
  return nearest;
}
