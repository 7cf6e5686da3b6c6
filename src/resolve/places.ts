import type { SourceKind } from "../model/statement.ts";
import { tableRows } from "../text/tables.ts";

let kinds: ReadonlyMap<string, string> | null = null;

/** Whether a place speaks as a land or as a city: `data/en/places.tsv`; undefined for other words. Read once. */
export function placeKind(name: string): string | undefined {
  kinds ??= new Map(
    tableRows("en/places.tsv").flatMap(([kind = "", names = ""]) =>
      names.split("|").map((one) => [one, kind] as const),
    ),
  );
  return kinds.get(name);
}

/** "the states of Ostrel and Dunmere": lands by their own word, known or not. */
const STATES = /^states of (\p{Lu}[\p{L}. ]{2,30}(?:, \p{Lu}[\p{L}. ]{2,30}){0,50} and \p{Lu}[\p{L}. ]{2,30})$/u;

/**
 * "Ohio", "Ostrel and Tarvia", "the states of Ohio and Utah", "the city of Chicago": a land or city that speaks, or several as
 * one; null for other words, and for one country alone, which the packs file. `isState` tells of a country.
 */
export function placeIn(
  bare: string,
  isState: (name: string) => boolean,
): { readonly kind: SourceKind; readonly name: string } | null {
  const states = STATES.exec(bare)?.[1];
  if (states) return { kind: "state", name: states };
  const [, noun, names = bare] = /^(states?|city|province) of (\p{Lu}.*)$/u.exec(bare) ?? [];
  const parts = names.split(/,? and |, /).map((part) => part.replace(/^the /, ""));
  if (parts.length > 60) return null;
  if (noun !== "city" && parts.every((part) => placeKind(part) === "state" || isState(part)))
    return parts.length > 1 || placeKind(names) ? { kind: "state", name: names } : null;
  return parts.length === 1 && placeKind(names) ? { kind: "organisation", name: names } : null;
}
