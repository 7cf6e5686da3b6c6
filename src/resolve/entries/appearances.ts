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
  return appearances.flatMap(({ span, kind, who, what, person }) => {
    const named = people.named(who);
    const words = who ? document.text.slice(who.from, who.to) : "";
    // "He" may have been carried back to an office that nobody is named for.
    if (person && /^(?:he|she|him|her|his)$/i.test(words) && named?.kind !== "person") return [];
    if (person && named?.kind !== "person" && named?.kind !== "office") return [];
    return [
      {
        span,
        kind,
        who: /^(?:he|she|they|him|her)$/i.test(named?.name ?? "") ? null : (named?.name ?? null),
        what: what && officeIn(document.text.slice(what.from, what.to), what.to === who?.to ? (named?.name ?? "") : ""),
      },
    ];
  });
}

/** The words of an office or occasion; a name at their end is taken off: "Chief of Staff Pak Su Il". */
function officeIn(words: string, name: string): string | null {
  const own = new Set(name.toLowerCase().split(/[\s-]+/));
  const kept = words.split(/[\s\u00a0]+/);
  if (name === "") return kept.join(" ");
  while (kept.length > 0 && own.has((kept.at(-1) as string).toLowerCase())) kept.pop();
  return kept.length > 0 ? kept.join(" ") : null;
}
