import type { Token } from "../../../model/reading.ts";
import type { Found } from "../../../model/statement.ts";
import type { Run } from "./nameRuns.ts";

/** What opens a clause before another. */
export const CLAUSE = /^(?:while|though|although|when|if|as|after|before|since|because|once|until)$/i;
/** What may stand before the first subject of a sentence. */
export const AT_HEAD =
  /^(?:and|but|yet|so|even|while|though|although|when|if|as|after|before|since|because|once|until|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.?|Rep\.?)$/i;

/** What stands behind a subject. */
export const VERB =
  /^(?:is|was|has|had|will|would|said|says|did|does|can|could|may|might|must|should|told|went|took|made|came|gave|got|wrote|spoke|won|lost|met|began|left|held|kept|knew|thought|saw|ran|put|sought|drew|stood|sat|led|who|also|later|then|says|tells|calls|wants|believes|thinks|argues|\p{Ll}+n['’]t|\p{Ll}+ed)$/u;

/** "Birch's son, Mats Birch, lost": a name behind what its bearer is, at the head of a sentence, its verb behind it. */
export function isApposed({ tokens, sentences }: Found, run: Run): boolean {
  const first = sentences[run.sentence]?.first ?? run.start;
  let comma = run.start - 1;
  while (comma > first && run.start - comma < 3 && tokens[comma]?.reads !== ",") comma--;
  if (tokens[comma]?.reads !== "," || comma - first > LONGEST_APPOSED || comma - first < 1) return false;
  for (let i = first; i < comma; i++)
    if (/^,$/.test(tokens[i]?.reads ?? "") || VERB.test(tokens[i]?.reads ?? "")) return false;
  const next = run.end + (tokens[run.end]?.reads === "," ? 1 : 0);
  return next > run.end && VERB.test(tokens[next]?.reads ?? "");
}

/** How many words may say what somebody is before his name. */
const LONGEST_APPOSED = 10;

/** "Mara Quill, the mayor, Tom Birch, the envoy, …": whether a name that ends at a place is one of a list; no "In New Selwyn". */
function isListed(tokens: readonly Token[], first: number, last: number): boolean {
  let at = last;
  while (at >= first && /^\p{Lu}/u.test(tokens[at]?.reads ?? "")) at--;
  const before = at < first ? (tokens[first]?.reads ?? "") : (tokens[at]?.reads ?? "");
  return last - at > 1 && !/^(?:in|at|on|from|to|of|for|near|behind|after|with)$/i.test(before);
}

/** The words up to the noun of what somebody is, from its article on, before a comma and his name; null where none stand. */
export function whatHeIsBefore(
  tokens: readonly Token[],
  first: number,
  name: number,
  end: number,
  isHead: (word: string) => boolean,
): string[] | null {
  const reads = (i: number): string => tokens[i]?.reads ?? "";
  if (reads(name - 1) !== "," || !(/^[,.]$/.test(reads(end)) || VERB.test(reads(end)))) return null;
  // "a lawyer for the families": the article of another noun may stand nearer.
  for (let at = name - 2; at >= first && name - at < 14 && !/^(?:,|said|says|told|and|that)$/i.test(reads(at)); at--) {
    // "Tarvia's transport minister, Mara Quill, said"
    const owned = reads(at) === "'s" && at > first && /^\p{Lu}/u.test(reads(at - 1));
    if (!owned && !/^(?:an?|the|his|her|its|their)$/i.test(reads(at))) continue;
    if (reads(at - 1) === "," && isListed(tokens, first, at - 2)) return null;
    const phrase = tokens.slice(at, name - 1).map((t) => t.reads);
    if (owned) phrase[0] = `${reads(at - 1)}'s`;
    const stop = phrase.findIndex(
      (word, i) => i > 0 && /^(?:of|for|at|from|in|with|on|to|who|\p{Ll}{3,}ing)$/u.test(word),
    );
    const heads = stop < 0 ? phrase : phrase.slice(0, stop);
    const noun = heads.at(-1) as string;
    if (heads.length > 1 && !noun.endsWith("s") && isHead(noun)) return heads;
  }
  return null;
}
