import type { Remark } from "../model/document.ts";
import { indexBehind, outermost } from "../model/outermost.ts";
import type { Span } from "../model/span.ts";
import type { Found, FoundStatement, Hop, Resolved, Statement } from "../model/statement.ts";
import { acronyms } from "./acronyms.ts";
import { channelOf } from "./channels.ts";
import { fullNames, personsNamed } from "./names.ts";
import { type NamedSource, readSource } from "./sources.ts";
import { sourceTables } from "./tables.ts";

/** How far back a pronoun may reach for its speaker, in sentences. */
const PRONOUN_REACH = 3;

/**
 * Gives every statement its chain: the outlet where it is known, the channels the report names, and the speaker. Names are
 * filled in only where the text leaves little doubt: a short name that one full name has, a pronoun behind one speaker with
 * nobody else named between. What stays open keeps the words of the text.
 */
export function resolve(found: Found, remarks: readonly Remark[]): Resolved {
  const { document, statements } = found;
  const sources = nameSources(found);
  const ids = new Map(statements.map((s, i) => [s, `s${i + 1}`] as const));
  const outlet: readonly Hop[] = document.outlet
    ? [{ name: document.outlet.name, kind: "outlet", span: null, cue: null }]
    : [];
  const publisher = document.outlet ? filedName(document.outlet.name) : null;
  const isOutlet = (name: string): boolean => filedName(name) === publisher;
  const chains = new Map<FoundStatement, readonly Hop[]>();
  // Statements nest a few levels deep at most, so that this recursion is shallow.
  const chainOf = (s: FoundStatement): readonly Hop[] => {
    let chain = chains.get(s);
    if (!chain) {
      chain = s.continues ? chainOf(s.continues).map(withoutPlace) : [...pathTo(s), ...ownHops(s)];
      chains.set(s, chain);
    }
    return chain;
  };
  const pathTo = (s: FoundStatement): readonly Hop[] => {
    if (!s.inside) return outlet;
    const path = chainOf(s.inside);
    const last = path.at(-1);
    const own = sources.get(s);
    // "Kim said he hoped": one man, named once.
    return last && own && last.name === own.name && last.kind === own.kind ? path.slice(0, -1) : path;
  };
  const ownHops = (s: FoundStatement): readonly Hop[] => {
    const who = sources.get(s);
    const sentence = s.cue && found.sentences[indexBehind(found.sentences, s.cue.from)];
    const behind = s.content.find((piece) => s.cue && piece.from >= s.cue.to)?.from;
    const channel = sentence ? channelOf(document.text, sentence, s.cue, behind ?? sentence.to) : null;
    const through: Hop[] =
      channel && channel.name !== who?.name && !isOutlet(channel.name)
        ? [{ ...channel, kind: "channel", cue: s.cue }]
        : [];
    if (!who) return [...through, { name: "", kind: "none", span: null, cue: s.cue }];
    return who.kind === "channel" && isOutlet(who.name)
      ? through
      : [...through, { name: who.name, kind: who.kind, span: s.source, cue: s.cue }];
  };
  const resolved = statements.map((s): Statement => {
    const chain = chainOf(s);
    const { content, cue, source, opener, manner, negated, confidence, by } = s;
    return {
      id: ids.get(s) as string,
      content,
      cue,
      source,
      opener,
      manner,
      voice: null,
      act: null,
      strength: null,
      negated,
      chain,
      restsOn: restsOn(chain),
      inside: s.inside ? (ids.get(s.inside) ?? null) : null,
      confidence,
      by,
    };
  });
  return { ...found, statements: resolved, remarks: [...document.remarks, ...remarks] };
}

/** Whom each source phrase names. */
function nameSources(found: Found): Map<FoundStatement, NamedSource> {
  const { document, statements } = found;
  const sources = new Map<FoundStatement, NamedSource>();
  const short = acronyms(document.text);
  for (const s of statements) {
    if (!s.source) continue;
    const words = document.text.slice(s.source.from, s.source.to);
    const own = readSource(words);
    const bracketed = /\((\p{Lu}{2,8})\)$/u.exec(words)?.[1];
    const long = short.get(own.name) ?? (bracketed && own.kind !== "person" ? short.get(bracketed) : undefined);
    sources.set(s, long ?? own);
  }
  const persons = personsNamed(found);
  const named = [...sources.values()].filter((n) => n.kind === "person").map((n) => n.name);
  const full = fullNames([...named, ...persons.map((p) => p.name)]);
  const speaking = new Set(named);
  const quotations = outermost(found);
  const others = persons
    .filter((p) => p.titled || speaking.has(p.name) || atHead(found, p.token))
    .flatMap(({ name, token }) => {
      const at = found.tokens[token]?.from ?? 0;
      return quotations.before(at + 1) ? [] : [{ name, from: at, to: at + 1 }];
    });
  let last: { readonly name: string; readonly at: number } | null = null;
  for (const [s, source] of sources) {
    if (source.kind !== "person" || !s.source) continue;
    const at = s.source.from;
    if (/^(?:he|she)$/i.test(source.name)) {
      if (last && sentencesBetween(found, last.at, at) <= PRONOUN_REACH && !othersBetween(others, last, at)) {
        sources.set(s, { kind: "person", name: last.name });
        last = { name: last.name, at };
      }
      continue;
    }
    if (isPronoun(source.name)) continue;
    const name: string = source.name.includes(" ") ? source.name : (full(source.name) ?? source.name);
    if (name !== source.name) sources.set(s, { kind: "person", name });
    last = { name, at };
  }
  return sources;
}

/** One name for the spellings of an outlet: "the Guardian newspaper" is The Guardian, KCNA the Korean Central News Agency. */
function filedName(outlet: string): string {
  const { channels } = sourceTables();
  const whole = outlet.toLowerCase().replace(/^the\s+/, "");
  const name = whole.replace(/\s+(?:newspaper|magazine|website|news agency)$/, "");
  return (channels.get(whole) ?? channels.get(name) ?? name).toLowerCase();
}

/** Whether a name stands at the head of its sentence, where the one a pronoun takes up stands: "But Tom Birch disagreed. He …" */
function atHead({ sentences, tokens }: Found, token: number): boolean {
  const sentence = sentences[indexBehind(sentences, tokens[token]?.from ?? 0)];
  return sentence !== undefined && token - sentence.first <= 2;
}

/** In a continued quotation the speaker is known, but no words here name him. */
function withoutPlace(hop: Hop): Hop {
  return { ...hop, span: null, cue: null };
}

/**
 * The last independent origin: a channel that speaks for itself; else the hop before the speaker (a channel, somebody in
 * between, the outlet). Null where the chain does not tell.
 */
function restsOn(chain: readonly Hop[]): string | null {
  const last = chain.at(-1);
  const origin = last?.kind === "channel" || last?.kind === "outlet" ? last : chain.at(-2);
  return origin && origin.name !== "" ? origin.name : null;
}

function isPronoun(name: string): boolean {
  return /^(?:he|she|they|we|i|it|you|who|his|her|their|its|our|my)$/i.test(name);
}

function sentencesBetween({ sentences }: Found, from: number, to: number): number {
  return indexBehind(sentences, to) - indexBehind(sentences, from);
}

/** Whether somebody else is named, outside quotation marks, between a speaker and the pronoun that may mean him. */
function othersBetween(
  others: readonly (Span & { readonly name: string })[],
  speaker: { readonly name: string; readonly at: number },
  to: number,
): boolean {
  const parts = speaker.name.split(" ");
  for (let i = indexBehind(others, speaker.at + 1); i < others.length; i++) {
    const other = others[i];
    if (!other || other.from >= to) return false;
    if (!other.name.split(" ").some((part) => parts.includes(part))) return true;
  }
  return false;
}
