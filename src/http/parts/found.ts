import { html } from "hono/html";
import type { Html } from "../pages/layout.ts";

/** Words with those that were looked for marked. Offsets are half-open UTF-16 units of `text`, in order. */
export function found({
  text,
  found: places,
}: {
  readonly text: string;
  readonly found: readonly (readonly [number, number])[];
}): Html {
  let end = 0;
  const pieces = places.map(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return html`${before}<mark>${text.slice(from, to)}</mark>`;
  });
  return html`${pieces}${text.slice(end)}`;
}
