/** Leads between UTF-16 units of a text and its characters (Unicode code points), in which some standards count. */
export interface Characters {
  /** Characters before a place in units. A place inside a character counts as behind it. */
  before(unit: number): number;
  /** The place in units that has so many characters before it; null where the text has not as many. */
  unit(character: number): number | null;
}

/** Counts the characters of a text. Texts without characters of two units cost nothing. */
export function charactersOf(text: string): Characters {
  /** Where each character of two units begins. */
  const wide: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) wide.push(index);
  /** How many of the first `wide.length` places, moved by `shift` for each before them, are below a place. */
  const below = (place: number, shift: 0 | 1): number => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] as number) - shift * middle < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    before: (unit) => {
      const n = below(unit, 0);
      const inside = n > 0 && wide[n - 1] === unit - 1;
      return inside ? unit - n + 1 : unit - n;
    },
    unit: (character) => {
      const unit = character + below(character, 1);
      return Number.isInteger(character) && character >= 0 && unit <= text.length ? unit : null;
    },
  };
}
