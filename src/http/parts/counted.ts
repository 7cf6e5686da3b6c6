import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

export interface CountedValue {
  readonly value: string;
  readonly n: number;
}

/** How many there are, where they were counted up to `most`. */
export function countedTo(n: number, most: number): string {
  return n >= most ? `more than ${(most - 1).toLocaleString("en")}` : n.toLocaleString("en");
}

/** Values with how often each stands, as links: "assert 12". `words` says what a value is called. */
export function counted(
  values: readonly CountedValue[],
  address: (value: string) => string,
  words: (value: string) => string = (value) => value,
): Html {
  return html`<ul class="counted">
    ${values.map(
      ({ value, n }) =>
        html`<li><a href="${address(value)}"><bdi>${words(value)}</bdi></a> <span class="n">${n.toLocaleString("en")}</span></li>`,
    )}
  </ul>`;
}
