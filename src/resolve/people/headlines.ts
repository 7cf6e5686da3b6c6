import { indexBehind } from "../../model/outermost.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { Field } from "../field.ts";
import { headNoun } from "../nouns.ts";
import type { NamedSource } from "../sources.ts";
import { kindsOf } from "../tables.ts";

/** How many of the speakers under a headline it may mean. */
const MOST = 3;

/** Whether a place stands in a headline. */
export function inHeadline({ document, sentences }: Found, at: number): boolean {
  return document.blocks[sentences[indexBehind(sentences, at)]?.block ?? 0]?.kind === "headline";
}

interface Below {
  readonly source: NamedSource;
  /** The words for it, in small letters. */
  readonly words: string;
}

/**
 * Whom headlines mean that only tell what a speaker is: "Dikes Will Hold: Tarvian Expert" is the one who speaks first under
 * it. Behind a colon, or with his country, that is enough; elsewhere his words must hold the noun. Gives the statements that mean another than
 * `sourceOf` says.
 */
export function speakersOfHeadlines(
  found: Found,
  field: Field,
  sourceOf: (statement: FoundStatement) => NamedSource | null,
): ReadonlyMap<FoundStatement, NamedSource> {
  const { statements } = found;
  const { text } = found.document;
  const meant = new Map<FoundStatement, NamedSource>();
  let bearers: ReadonlyMap<string, NamedSource | null> | null = null;
  let below: Below[] | null = null;
  for (const s of statements) {
    if (!s.source || !s.cue || s.inside || !inHeadline(found, s.source.from)) continue;
    const own = sourceOf(s);
    const bearer = own?.kind === "person" ? (bearers ??= bearersBelow(found, sourceOf)).get(own.name) : null;
    if (bearer) meant.set(s, bearer);
    const words = text.slice(s.source.from, s.source.to).replace(/\s+/g, " ");
    const kinds = own && describes(own, words, field);
    if (!kinds) continue;
    below ??= speakersBelow(found, sourceOf);
    const colon = text.slice(s.cue.from, s.cue.to) === ":";
    const noun = headNoun(words).toLowerCase();
    const told = colon || words.split(" ").some((word) => field.demonym(word.replace(/['’]s$/, "")) !== null);
    const body = words.split(" ").find((word) => /^\p{Lu}{3,6}$/u.test(word));
    const one = below.find(
      ({ source, words }, i) =>
        kinds.has(source.kind) &&
        ((i === 0 && (told || (body !== undefined && hasInitials(words, body)))) || hasWord(words, noun)),
    );
    if (one) meant.set(s, one.source);
  }
  return meant;
}

/** "Tarvia's Solvan vows …": by their last names, the speakers under the headlines who have a longer one; null for a name of several. */
function bearersBelow(
  found: Found,
  sourceOf: (statement: FoundStatement) => NamedSource | null,
): ReadonlyMap<string, NamedSource | null> {
  const bearers = new Map<string, NamedSource | null>();
  for (const s of found.statements) {
    if (!s.source || inHeadline(found, s.source.from)) continue;
    const source = sourceOf(s);
    if (source?.kind !== "person" || !source.name.includes(" ")) continue;
    const last = source.name.split(" ").at(-1) as string;
    const known = bearers.get(last);
    bearers.set(last, known === undefined || known?.name === source.name ? source : null);
  }
  return bearers;
}

function speakersBelow(found: Found, sourceOf: (statement: FoundStatement) => NamedSource | null): Below[] {
  const { text } = found.document;
  const below: Below[] = [];
  for (const s of found.statements) {
    const span = s.source ?? s.frame?.source;
    if (!span || s.inside || inHeadline(found, span.from)) continue;
    const source = sourceOf(s);
    if (!source || below.some((b) => b.source.name === source.name)) continue;
    below.push({ source, words: `${text.slice(span.from, span.to)} ${source.name}`.toLowerCase() });
    if (below.length >= MOST) break;
  }
  return below;
}

type Kinds = ReadonlySet<NamedSource["kind"]>;
const MAN: Kinds = new Set(["person", "office"]);
const MEDIUM: Kinds = new Set(["channel"]);
const BODY: Kinds = new Set(["organisation"]);

/** What kinds of speaker a description may mean; null for a name, and for more than one. */
function describes({ kind, name }: NamedSource, words: string, field: Field): Kinds | null {
  const noun = headNoun(words);
  if (/s$/i.test(noun)) return null;
  if (SOMEBODY.test(noun)) return MAN;
  if (kind === "office" || kind === "unnamed") {
    const kinds = kindsOf(noun);
    return kinds.has("office") || kinds.has("description") ? MAN : null;
  }
  // "Tarvian Paper", "Ostrelian Organisation": nothing but a state's adjective and the noun.
  const bare = words.replace(/^(?:the|an?) /i, "").split(" ");
  if (PRINT.test(noun) && bare.length <= 4 && field.named(words).length === 0) return MEDIUM;
  const only = bare.length === 2 && field.demonym(bare[0] as string) !== null;
  if (!only || !/^(?:channel|organisation)$/.test(kind) || !words.includes(name.split(" ").at(-1) as string))
    return null;
  return kind === "channel" || /^paper$/i.test(noun) ? MEDIUM : BODY;
}

const PRINT = /^(?:paper|newspaper|daily|magazine|weekly|website)$/i;
const SOMEBODY =
  /^(?:figure|personage|politician|celebrity|dignitary|personality|activist|academic|scholar|visitor|man|woman|mother|father|teenager|student)$/i;

/** "the head of the Dike Workers Union" for "DWU chief". */
function hasInitials(words: string, body: string): boolean {
  const initials = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^(?:of|the|and|for|in)$/.test(word))
    .map((word) => word[0] ?? "");
  return initials.join("").includes(body.toLowerCase());
}

function hasWord(words: string, noun: string): boolean {
  return words.split(/[^\p{L}\p{N}]+/u).includes(noun);
}
