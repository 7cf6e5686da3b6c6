import type { Count, Occasion } from "../../model/entries.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";
import type { Time } from "../../model/time.ts";
import type { People } from "../people/people.ts";

export interface CountContext {
  readonly people: People;
  readonly times: readonly Time[];
  readonly occasions: readonly Occasion[];
}

/** Gives counts the names of who is meant and the occasion they were taken at, in the order of the text. */
export function resolveCounts({ document, counts }: Found, { people, occasions }: CountContext): Count[] {
  const key = ({ from, to }: Span): string => `${from}-${to}`;
  const named = new Map(occasions.flatMap(({ id, mentions }) => mentions.map((span) => [key(span), id] as const)));
  return counts.map(({ span, term, count, bound, of, who, occasion, over }) => ({
    span,
    term: term ? document.text.slice(term.from, term.to).replace(/[\s\u00a0]+/g, " ") : "",
    count,
    bound,
    of,
    by: people.named(who)?.name ?? null,
    over: over ? document.text.slice(over.from, over.to).replace(/[\s\u00a0]+/g, " ") : null,
    occasion: occasion ? (named.get(key(occasion)) ?? null) : null,
  }));
}
