import type { Clock, DateMeaning, FoundTime, TimeMeaning, TimexType } from "../../model/time.ts";
import { NAMED_DAYS } from "./lexicon.ts";
import type { Pack } from "../../model/pack.ts";
import type { Word } from "./words.ts";

/** What a rule read: the words up to (not with) word `end`, and what they mean. */
export interface Phrase {
  readonly end: number;
  readonly type: TimexType;
  readonly meaning: TimeMeaning;
  readonly clock?: Clock;
  readonly edge?: FoundTime["edge"];
  readonly approximate?: boolean;
}

/** Days with a name, by their first word in lower case: the words of the name, and what the pack says it falls on. */
export type NamedDays = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly on: string }[]>;

/** What rules may look at: the words of one sentence. */
export interface Scene {
  readonly words: readonly Word[];
  readonly days: NamedDays;
  /** First years of eras by name: "heisei" to 1989. */
  readonly eras: ReadonlyMap<string, number>;
}

/** Reads a time expression that begins at word `at`, or nothing. */
export type TimeRule = (scene: Scene, at: number) => Phrase | null;

/** A date with what is left out filled in. */
export function date(given: Partial<Omit<DateMeaning, "kind">>): DateMeaning {
  return { kind: "date", from: "calendar", shift: null, parts: {}, which: "any", spread: null, ...given };
}

/** The name and era tables of the packs. */
export function sceneTables(packs: readonly Pack[]): Omit<Scene, "words"> {
  const days = new Map<string, { words: string[]; on: string }[]>();
  const eras = new Map<string, number>();
  const name = (form: string, on: string): void => {
    const words = form
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/'(?:s\b)?/g, (mark) => ` ${mark}`)
      .split(/[\s-]+/)
      .filter((word) => word !== "");
    const [head] = words;
    if (head !== undefined) days.set(head, [...(days.get(head) ?? []), { words, on }]);
  };
  for (const pack of packs) {
    for (const day of pack.days) for (const form of [day.name, ...day.aliases]) name(form, day.on);
    for (const era of pack.eras) eras.set(era.name.toLowerCase(), era.first);
  }
  for (const [forms = "", on = ""] of NAMED_DAYS) for (const form of forms.split("|")) name(form, on);
  for (const named of days.values()) named.sort((a, b) => b.words.length - a.words.length);
  return { days, eras };
}

/** Whether the words from `at` on read as given, one word each. */
export function reads(words: readonly Word[], at: number, ...given: readonly string[]): boolean {
  return given.every((text, i) => words[at + i]?.text === text);
}
