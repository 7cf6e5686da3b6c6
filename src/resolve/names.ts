import type { Reading } from "../model/reading.ts";
import { readSource } from "./sources.ts";
import { sourceTables } from "./tables.ts";

/** A personal name of two words or more that stands in the text. */
export interface NamedPerson {
  readonly name: string;
  /** Index of the token it begins at. */
  readonly token: number;
  /** Whether an office or honorific stands before it: nobody but a person is meant. */
  readonly titled: boolean;
}

/** Mara, D'Arcy, al-Hadi, an initial, or a title with its stop: Ms. */
const NAME_WORD = /^(?:\p{Ll}{1,3}['-])?\p{Lu}[\p{L}\p{M}'-]+\.?$|^\p{Lu}\.$/u;
const LONGEST_NAME = 6;

/** Words that begin sentences and are never the first word of a name. */
const NO_NAME =
  /^(?:the|a|an|in|on|at|by|for|with|from|to|of|as|but|and|or|if|when|while|after|before|since|until|during|he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|our|my|no|not|there|here|what|who|how|why|both|all|some|many|most|one|two|meanwhile|however|later|earlier|under|over|last|next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** Runs of capitalised words that read as the name of a person, titles and nationalities cut off, in order. */
export function personsNamed({ tokens, sentences }: Reading): NamedPerson[] {
  const starts = new Set(sentences.map((s) => s.first));
  const { states } = sourceTables();
  const persons: NamedPerson[] = [];
  for (let i = 0; i < tokens.length;) {
    let end = i;
    while (
      end < tokens.length &&
      end - i < LONGEST_NAME &&
      NAME_WORD.test(tokens[end]?.reads as string) &&
      (end === i || !starts.has(end))
    )
      end++;
    const next = Math.max(end, i + 1);
    while (i < end && NO_NAME.test(tokens[i]?.reads as string)) i++;
    if (end - i >= 2) {
      const words = tokens.slice(i, end).map((t) => t.reads);
      const { kind, name } = readSource(words.join(" "));
      const length = name.split(" ").length;
      if (
        kind === "person" &&
        length >= 2 &&
        !states.has(name.toLowerCase()) &&
        !/^(?:North|South|East|West|New|Central|United|National|International|Supreme|Workers)\b/.test(name)
      )
        persons.push({ name, token: end - length, titled: length < words.length });
    }
    i = next;
  }
  return persons;
}

/** The full name a short one stands for, where exactly one in the text ends or begins with it; else null. */
export function fullNames(names: readonly string[]): (short: string) => string | null {
  const byPart = new Map<string, Map<string, string>>();
  for (const name of names) {
    const parts = name.split(" ");
    if (parts.length < 2) continue;
    // Spellings of one name: Kim Jong-un and Kim Jong Un, John F. Kerry and John Kerry.
    const same = parts
      .filter((p) => !/^\p{Lu}\.$/u.test(p))
      .join(" ")
      .toLowerCase()
      .replaceAll("-", " ");
    for (const part of new Set([parts[0] as string, parts.at(-1) as string])) {
      const known = byPart.get(part) ?? new Map<string, string>();
      if (!known.has(same)) known.set(same, name);
      byPart.set(part, known);
    }
  }
  return (short) => {
    const known = byPart.get(short);
    return known?.size === 1 ? ([...known.values()][0] as string) : null;
  };
}
