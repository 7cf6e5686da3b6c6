import { isUnreadable } from "./furniture.ts";
import { inherited } from "./page.ts";
import type { ParsedPage } from "./page.ts";

const HEADINGS = new Set(["h1", "h2"]);
const LONGEST = 400;

/**
 * The heading that is the article's headline, or -1: the first h1 or h2 that says what the page's title says, else the
 * only h1 of the page.
 */
export function headlineElement(page: ParsedPage, title: string | null): number {
  const hidden = inherited(page.elements, isUnreadable);
  const words = headingWords(page, hidden);
  const wanted = title === null ? "" : plainWords(title);
  let only = -1;
  let h1s = 0;
  for (const [index, raw] of words) {
    const said = plainWords(raw);
    if (said.length === 0) continue;
    // Titles have the outlet's name before or after the headline, or a shorter form of it.
    const alike =
      said === wanted || (said.length >= 15 && wanted.includes(said)) || (wanted.length >= 15 && said.includes(wanted));
    if (wanted.length > 0 && alike) return index;
    if (page.elements[index]?.name === "h1") {
      h1s++;
      only = index;
    }
  }
  return h1s === 1 ? only : -1;
}

function headingWords(page: ParsedPage, hidden: Uint8Array): Map<number, string> {
  const words = new Map<number, string>();
  const heading = new Int32Array(page.elements.length).fill(-1);
  page.elements.forEach((element, index) => {
    heading[index] = HEADINGS.has(element.name) ? index : element.parent < 0 ? -1 : (heading[element.parent] as number);
  });
  for (const event of page.events) {
    if (event.is !== "text" || hidden[event.element]) continue;
    const index = heading[event.element] as number;
    if (index < 0) continue;
    const before = words.get(index) ?? "";
    if (before.length < LONGEST) words.set(index, before + event.data.slice(0, LONGEST));
  }
  return words;
}

/** Letters and digits only, lower case, one space between words: marks differ between a title and its heading. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
