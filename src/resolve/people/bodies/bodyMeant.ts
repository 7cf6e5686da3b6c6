import { companyWords } from "../../companyWords.ts";
import type { Field } from "../../field.ts";
import { headNoun } from "../../nouns.ts";
import type { NamedSource } from "../../sources.ts";
import type { BodyPlace } from "./bodyPlaces.ts";

/** "the group", "the civil rights organization", "the Tarvian party" */
const DESCRIBED = /^(?:[Tt]he|[Tt]his|[Tt]hat) ((?:[\p{L}\p{N}.’'-]+ ){0,3}?)(\p{Ll}[\p{Ll}-]+)$/u;
/** Of these every state has one, whatever a name says. */
const OF_STATES = /^(?:government|administration|regime|state|police|army|military|media|press)$/;
/** Words before the noun that tell it from any that was named. */
const ANOTHER =
  /\b(?:other|first|second|third|new|parent|sister|rival|former|same|whole|joint|combined|local|entire|opposing|next)\b/i;

const GROUPS =
  "group|network|association|council|union|fund|foundation|coalition|society|institute|center|centre|forum|league|alliance|federation|pac|project|action|committee|movement|campaign|club|party|watch|conference|organi[sz]ation|trust";
/** The nouns a body's name may have, by the noun that takes it up. */
const KINDS: readonly (readonly [noun: RegExp, heads: RegExp])[] = [
  [/^agency$/, /^(?:department|agency|bureau|service|administration|office|commission|authority)$/],
  [/^(?:department|ministry)$/, /^(?:department|ministry)$/],
  [/^(?:group|organi[sz]ation|nonprofit|body|charity)$/, new RegExp(`^(?:${GROUPS})$`)],
  [/^(?:think-tank)$/, /^(?:institute|institution|center|centre|foundation)$/],
  [/^(?:union|federation)$/, /^(?:union|federation|workers|teamsters|brotherhood)$/],
  [/^(?:bank|lender)$/, /^(?:bank|bancorp|savings|trust)$/],
  [/^thrift$/, /^(?:savings|thrift|association|bank)$/],
  [
    /^(?:company|firm|concern)$/,
    /^(?:savings|bank|bancorp|trust|airlines?|airways|industries|systems|stores|motors|works)$/,
  ],
  [/^(?:airline|carrier)$/, /^(?:airlines?|airways|air)$/],
  [/^(?:panel|committee)$/, /^(?:panel|committee|commission|subcommittee)$/],
  [/^(?:university|school|college)$/, /^(?:university|school|college|institute)$/],
];
/** What a name has done in its sentence, and what is left of it a sentence later. */
const WEIGHT = { subject: 2, owner: 1.5, other: 1 } as const;
const FADES = 0.8;
const QUOTED = 0.3;
const SPOKE = 3;
/** How much more the first must count than the second. */
const MARGIN = 1.15;
/** And where the words tell more than the noun, and fit both. */
const CLEARLY = 3;
/** How far back a name counts, in sentences. */
const REACH = 30;

/** What is known where a description stands. */
export interface Around {
  readonly places: readonly BodyPlace[];
  readonly field: Field;
  readonly at: number;
  readonly sentence: number;
  /** The bodies that spoke before the place, each with the sentence in which it did so last. */
  readonly spoke: readonly { readonly source: NamedSource; readonly sentence: number }[];
}

/**
 * The body that a description such as "the group" takes up, of all that were named before it: by how well the noun fits the name, and
 * by how near, how often and in which place of its sentence each was named. Null where the words describe no body, where none fits, or
 * where two fit as well.
 */
export function bodyMeant(words: string, around: Around): NamedSource | null {
  const [, before = "", last = ""] = DESCRIBED.exec(words) ?? [];
  const noun = last.toLowerCase();
  if (noun === "" || OF_STATES.test(noun) || ANOTHER.test(before) || noun.endsWith("s")) return null;
  const beside = before
    .trim()
    .split(" ")
    .filter((word) => word !== "");
  const scores = new Map<string, { readonly source: NamedSource; score: number }>();
  const add = (source: NamedSource, sentence: number, weight: number, least = 0): void => {
    const gap = around.sentence - sentence;
    const fit = gap > REACH ? 0 : Math.max(least, fitting(noun, beside, source, around.field));
    if (fit === 0) return;
    const one = scores.get(source.name) ?? { source, score: 0 };
    one.score += fit * weight * FADES ** gap;
    scores.set(source.name, one);
  };
  for (const { from, source, sentence, role, quoted } of around.places) {
    if (from >= around.at) break;
    add(source, sentence, WEIGHT[role] * (quoted ? QUOTED : 1));
  }
  // Whatever spoke may be "the organization".
  const any = beside.length === 0 && /^(?:organi[sz]ation|body)$/.test(noun) ? 1 : 0;
  for (const { source, sentence } of around.spoke) add(source, sentence, SPOKE, any);
  const [best, second] = [...scores.values()].toSorted((a, b) => b.score - a.score);
  const margin = beside.length > 0 ? CLEARLY : MARGIN;
  return best && (!second || best.score >= margin * second.score) ? best.source : null;
}

/** How well a noun with what stands before it fits a name; 0 where it does not. */
function fitting(noun: string, beside: readonly string[], { kind, name }: NamedSource, field: Field): number {
  if (kind !== "organisation") return 0;
  const words = name.toLowerCase().split(/[ -]/);
  const own = words.includes(noun);
  const heads = KINDS.find(([nouns]) => nouns.test(noun))?.[1];
  const like = heads !== undefined && words.some((word) => heads.test(word));
  if (!own && !like) return 0;
  // "the appeals court" is no district court, "the Tarvian party" none of Ostrel.
  const strange = beside.some((word) => {
    const state = field.demonym(word);
    if (state !== null) return !words.includes(word.toLowerCase()) && !name.includes(state);
    return !words.includes(word.toLowerCase());
  });
  if (strange) return 0;
  const head = headNoun(name).toLowerCase() === noun;
  return (head ? 3 : own ? 2 : 1) * (companyWords("noun").has(noun) && !own ? 0.5 : 1);
}
