import type { Appearance } from "../../model/entries.ts";
import type { Found } from "../../model/statement.ts";
import type { Time } from "../../model/time.ts";
import type { People } from "../people/people.ts";

export interface AppearanceContext {
  readonly people: People;
  readonly times: readonly Time[];
}

/** Gives offices given and taken, and people seen or missing, the names of who is meant, in the order of the text. */
export function resolveAppearances({ document, appearances }: Found, { people }: AppearanceContext): Appearance[] {
  return appearances.map(({ span, kind, who, what }) => ({
    span,
    kind,
    who: people.named(who)?.name ?? null,
    what: what ? document.text.slice(what.from, what.to).replace(/[\s\u00a0]+/g, " ") : null,
  }));
}
