import type { Token } from "../../../model/reading.ts";

const HOW =
  /^(?:better|best|also|widely|popularly|commonly|universally|otherwise|more|generally|usually|then|still|locally)$/;
/** How many words may tell to whom, or by what kind of name, somebody is known so. */
const KNOWN_TO = 6;
/** An alias is no longer than this, in words. */
const LONGEST = 3;

/**
 * The other name somebody is told to have right behind his full one: "Jan Orvik, better known as Tide", "Jan Orvik, known to his men by the
 * nom de guerre Tide", "Jan Orvik, alias Tide"; null where none is told. `at` is the token behind the name.
 */
export function otherNameBehind(tokens: readonly Token[], at: number): string | null {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  let i = at;
  if (!/^[,(]$/.test(reads(i))) return null;
  i++;
  if (/^(?:who|is|was)$/.test(reads(i))) while (/^(?:who|is|was)$/.test(reads(i))) i++;
  while (HOW.test(reads(i))) i++;
  if (reads(i) === "known") {
    const until = i + KNOWN_TO;
    while (i <= until && !/^(?:as|guerre|nickname|[,.;:)])$/.test(reads(i))) i++;
    if (!/^(?:as|guerre|nickname)$/.test(reads(i))) return null;
  } else if (!/^(?:alias|aka|a\.k\.a\.|nicknamed|dubbed)$/i.test(reads(i))) return null;
  i++;
  while (/^(?:simply|just|")$/.test(reads(i))) i++;
  const name: string[] = [];
  while (name.length <= LONGEST && /^\p{Lu}[\p{L}'’-]+$/u.test(reads(i))) name.push(reads(i++));
  // "known as Head of the Dike", "known as Tide's right hand"
  const goesOn = /^(?:of|'s|’s|for|at|in|to)$/.test(reads(i));
  return name.length === 0 || name.length > LONGEST || goesOn ? null : name.join(" ");
}
