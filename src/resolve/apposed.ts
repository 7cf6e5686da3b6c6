import type { SourceKind } from "../model/statement.ts";
import { HONORIFIC, isOrganisation, properName } from "./properName.ts";
import { CAPITALISED } from "./shapes.ts";
import { isGivenName, kindsOf } from "./tables.ts";

/** What somebody is, a comma, and who it is: "One angler, Rep. Mara Quill of Ostrel". */
const THEN_NAMED = /^([^,;(]{2,160}), (?:the |then-|now )?(\p{L}[^,;(]{3,160})/u;
/** Where the name ends that stands behind a comma. */
const BEHIND_NAME = /\s(?:of|from|in|at|for|who|with)\s.*$/u;

/**
 * "The bill's sponsor, Sen. Tom Birch (T-Li)", "One of them, Mara Quill of the Water Board": the name behind what one person
 * is, where a title or a given name begins it; null where none stands.
 */
export function namedBehindWhatHeIs(bare: string): string | null {
  const [, front = "", behind = ""] = THEN_NAMED.exec(bare) ?? [];
  const what = front.split(/\s(?:of|for|in|at|from|to|on|who|representing)\s/)[0]?.split(" ") ?? [];
  const noun = what.at(-1) ?? "";
  const one = /^one(?: of\s.*)?$/i.test(front);
  const kinds = kindsOf(noun);
  const somebody =
    one || (/^\p{Ll}[\p{Ll}-]+$/u.test(noun) ? !noun.endsWith("s") : what.length < 4 && kinds.has("description"));
  if (!somebody || / and /.test(front) || (kinds.has("channel") && !kinds.has("office"))) return null;
  const words = behind.replace(BEHIND_NAME, "").trim().split(" ");
  const name = properName(words);
  if (!name || name.length < 2 || name.length > 5 || isOrganisation(name, name.at(-1) as string)) return null;
  const title = words[words.length - name.length - 1];
  const titled = title !== undefined && (HONORIFIC.test(title) || isPost(title));
  const alone = words.length === name.length && isGivenName(name[0] as string);
  return (titled && CAPITALISED.test(words[0] as string)) || (alone && !/\sand\s/.test(behind)) ? name.join(" ") : null;
}

const FULL = "\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){1,4}";
/** What several are, a comma, and who they are: "two divers from the port, Mara Quill and Tom Birch". */
const THEN_BOTH = new RegExp(`^([^,;(]{3,120}), (${FULL}(?:, ${FULL}){0,3},? and ${FULL})$`, "u");

/** The names behind what several persons are; null where none stand. */
export function namesBehindWhatTheyAre(bare: string): string | null {
  const [, front = "", names = ""] = THEN_BOTH.exec(bare) ?? [];
  const noun =
    front
      .split(/\s(?:of|for|in|at|from|to|on|who|representing)\s/)[0]
      ?.split(" ")
      .at(-1) ?? "";
  const kinds = kindsOf(noun);
  const several = /^\p{Ll}+s$/u.test(noun) && (kinds.has("unnamed") || kinds.has("description") || kinds.has("office"));
  const people = names
    .split(/,? and |, /)
    .every((name) => !isOrganisation(name.split(" "), name.split(" ").at(-1) as string));
  return names !== "" && several && people ? names : null;
}

function isPost(word: string): boolean {
  const kinds = kindsOf(word);
  return (kinds.has("office") || kinds.has("description")) && !kinds.has("organisation");
}

const MEDIUM =
  "(?:newspaper|magazine|website|broadcaster|news agency|daily|weekly|tabloid|radio station|TV station|television station)";
/** "The Harbour Leader, Ostrel's largest newspaper" */
const THEN_MEDIUM = new RegExp(
  `^([^,;(]{2,80}), (?:an?|the|its|[\\p{Lu}][\\p{L} ]*['’]s?) (?:[\\p{L}-]+ ){0,4}?${MEDIUM}(?=$|,| (?:in|of|on|at|for|with|from|based|owned|run|published|that|which)\\b)`,
  "u",
);
/** "a local newspaper, the Harbour Beacon" */
const MEDIUM_THEN = new RegExp(
  `^(?:[\\p{L}-]+ ){0,5}?${MEDIUM}(?: in \\p{Lu}\\p{L}+)?, (?:the )?(\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: (?:of|the|\\p{Lu}[\\p{L}\\p{M}.’'-]*)){0,5})$`,
  "u",
);

/** A medium by name with what it is, before or behind: "The Harbour Leader, Ostrel's largest newspaper"; null for others. */
export function mediumWithWhatItIs(bare: string): { readonly kind: SourceKind; readonly name: string } | null {
  const after = MEDIUM_THEN.exec(bare)?.[1];
  if (after) return { kind: "channel", name: after };
  const words = THEN_MEDIUM.exec(bare)?.[1]?.split(" ") ?? [];
  let from = words.length;
  while (from > 0 && /^\p{Lu}/u.test(words[from - 1] as string)) from--;
  const name = words.slice(from).join(" ");
  return name === "" ? null : { kind: "channel", name };
}

/** "photography" in "director of photography Mara Quill": what a post in small letters is of, between it and a name. */
const OF_SMALL =
  /^((?:[\p{L}-]+ ){0,4}?\p{Ll}[\p{Ll}-]+[^s\P{L}]) of (?:(?!(?:the|an|his|her|its|their) )\p{Ll}[\p{Ll}-]+ ){1,2}(?=\p{Lu}\S+ \p{Lu})/u;

/** "master of ceremonies Mara Quill": the words without what the post is of. */
export function withoutWhatItIsOf(bare: string): string {
  return bare.replace(OF_SMALL, "$1 ");
}
