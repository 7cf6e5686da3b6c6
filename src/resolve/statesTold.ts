import { isGivenName } from "./tables.ts";

const NAME = "((?:(?:North|South|East|West|New|Upper|Lower) )?\\p{Lu}\\p{Ll}[\\p{L}\\p{M}-]{1,30})";

/** What only states have. */
const OF_STATES =
  "(?:foreign|defen[cs]e) (?:ministry|minister|ministers)|prime minister|central bank|embassy|ambassador|head of state|election commission|electoral commission|border with|capital, ";
/** "Ostrel's foreign ministry", "Ostrel's outgoing defence minister" */
const OWNER = new RegExp(`(?<![\\p{L}\\p{M}-])${NAME}['’]s (?:(?:[\\p{Ll}-]+|new|former) ){0,2}(?:${OF_STATES})`, "gu");
/** "neighbouring Ostrel", "its neighbour Ostrel", "the Republic of Ostrel" */
const NEIGHBOUR = new RegExp(
  `\\b(?:neighbou?ring|(?:its|the country['’]s) (?:[\\p{Ll}-]+ )?neighbou?r,?|(?:Republic|Kingdom|Emirate|Sultanate) of|ambassador to|embassy in) ${NAME}(?![\\p{L}\\p{M}]|['’]s \\p{Lu}| \\p{Lu})`,
  "gu",
);

/** What states have, and others too. */
const OF_OTHERS_TOO =
  "(?:President \\p{Lu}|president|government|parliament|soldiers|troops|territory|economy|capital|delegation|military|army|navy|air force|armed forces)";
const WEAK_OWNER = new RegExp(`(?<![\\p{L}\\p{M}-])${NAME}['’]s (?:[\\p{Ll}-]+ ){0,1}${OF_OTHERS_TOO}`, "gu");
/** "Ostrel and Tarvia" */
const PAIR = new RegExp(`(?<![\\p{L}\\p{M}-])${NAME} (?:and|or) ${NAME}(?![\\p{L}\\p{M}]|['’]s| \\p{Lu})`, "gu");
/** "Tarvia accused neighbouring Ostrel of …" at the head of a sentence. */
const HAS_NEIGHBOUR = new RegExp(
  `(?:^|[.!?]\\s|\\s[—–-]\\s)${NAME} [^.!?\\n]{2,90}?\\b(?:its|neighbou?ring)\\s(?:[\\p{Ll}-]+ )?(?:neighbou?r,? )?${NAME}(?!\\p{L})`,
  "gmu",
);

/** A text with more names than this that own something is no report. */
const MOST = 300;

/**
 * Names that no pack knows and that the article itself tells to be states: they have a foreign ministry, a central bank, ambassadors;
 * or they stand beside one of those and have a government or an army, as a warlord may. What a pack files is left to it; one that is somebody's surname there is none.
 */
export function statesTold(text: string, isFiled: (name: string) => boolean): ReadonlySet<string> {
  const told = new Set<string>();
  const tried = new Map<string, boolean>();
  const isState = (name: string): boolean => {
    let known = tried.get(name);
    if (known === undefined) tried.set(name, (known = !isFiled(name) && isNoWord(name) && standsAlone(name, text)));
    return known;
  };
  const all = (pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)].slice(0, MOST);
  for (const pattern of [OWNER, NEIGHBOUR]) for (const [, name = ""] of all(pattern)) if (isState(name)) told.add(name);
  if (told.size === 0) return told;
  for (const [, name = ""] of all(WEAK_OWNER)) if (isState(name)) told.add(name);
  for (const pattern of [PAIR, HAS_NEIGHBOUR])
    for (const [, one = "", other = ""] of all(pattern)) {
      if (told.has(one) && isState(other)) told.add(other);
      else if (told.has(other) && isState(one)) told.add(one);
    }
  return told;
}

function isNoWord(name: string): boolean {
  return (
    !isGivenName(name) && !/^(?:The|This|That|It|Today|Yesterday|\p{Lu}\p{Ll}+day|One|Its|His|Her|Their)$/u.test(name)
  );
}

/** No title or given name stands right before it, and an article seldom: "President Quill's ambassador", "the Union's army". */
function standsAlone(name: string, text: string): boolean {
  const places = new RegExp(`(?:(\\p{L}[\\p{L}\\p{M}.'’-]*) )?(?<![\\p{L}\\p{M}-])${name}(?!\\p{L})`, "gu");
  let all = 0;
  let withArticle = 0;
  for (const [, word = ""] of [...text.matchAll(places)].slice(0, MOST)) {
    all++;
    if (/^(?:the|an?)$/i.test(word)) withArticle++;
    else if (/^\p{Lu}/u.test(word) && !AHEAD.test(word)) return false;
  }
  return withArticle * 2 < all;
}

/** Words with a capital that may stand before a state: they open a sentence. */
const AHEAD =
  /^(?:In|From|To|Of|For|With|And|But|If|When|While|As|Since|After|Before|Both|Neighbou?ring|Against|Between|On|By|At|Once|Unless|Until|Should|Although|Though|Yet|So|That|What|Will|Can|Why|How|Is|Has|Does)$/;
