import type { Entity } from "../../model/entries.ts";
import type { Pack } from "../../model/pack.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { fieldOf } from "../field.ts";
import type { NamedSource } from "../sources.ts";
import { entitiesOf } from "./entities.ts";
import { speakersOfHeadlines } from "./headlines.ts";
import { Resolver } from "./resolver.ts";
import { speakerSpan } from "./speakerWords.ts";

/** Whom the text speaks of. */
export interface People {
  readonly entities: readonly Entity[];
  /** Who speaks in a statement; null where its words name nobody. */
  sourceOf(statement: FoundStatement): NamedSource | null;
  /** Whom the words at a span mean, pronouns and short names carried back to the full one; null for no words. */
  named(span: Span | null): NamedSource | null;
  /** The persons named in a stretch of text, outside quotation marks, in order. */
  personsIn(span: Span): readonly (NamedSource & Span)[];
}

/** Who is meant by the names, offices, descriptions and pronouns of a report. */
export function resolvePeople(found: Found, packs: readonly Pack[]): People {
  const field = fieldOf(packs);
  const resolver = new Resolver(found, field);
  for (const target of targetsOf(found)) {
    if ("statement" in target) resolver.sourceOf(target.statement);
    else if ("goesOn" in target) resolver.hearOn(target.goesOn);
    else if ("silent" in target) resolver.hearSilent(target.span, target.who);
    else resolver.hearPronoun(target.span);
  }
  for (const [statement, source] of speakersOfHeadlines(found, field, (s) => resolver.sourceOf(s)))
    resolver.sources.set(statement, source);
  let entities: readonly Entity[] | null = null;
  return {
    get entities() {
      return (entities ??= entitiesOf(resolver.names, resolver.sources, resolver.bodies(), resolver.described()));
    },
    sourceOf: (statement) => orNobody(resolver.sourceOf(statement)),
    named: (span) => (span && span.from < span.to ? resolver.named(span) : null),
    personsIn: (span) => resolver.personsIn(span),
  };
}

/** A pronoun that is left names nobody; "we" and "they" tell at least that there are several. */
const LEFT = /^(?:i|me|my|you|your|he|him|his|she|her|it|its|who|whom|whose|which|that|this)$/i;

/** A source as it is shown: nobody, where only a pronoun is left of it. */
function orNobody(source: NamedSource | null): NamedSource | null {
  return source && LEFT.test(source.name) ? { kind: "none", name: "" } : source;
}

type Target =
  | { readonly statement: FoundStatement; readonly span: Span }
  | { readonly goesOn: FoundStatement; readonly span: Span }
  | { readonly silent: true; readonly span: Span; readonly who: Span | null }
  | { readonly span: Span };

/** What is read in the order of the text: the statements' sources, and "he" or "she" at the head of a sentence. */
function targetsOf(found: Found): Target[] {
  const { statements, silences, sentences, tokens } = found;
  const targets: Target[] = [];
  for (const statement of statements) {
    const span = speakerSpan(found, statement);
    if (span) targets.push({ statement, span });
    const end = statement.continues ? statement.content.at(-1) : undefined;
    if (end) targets.push({ goesOn: statement, span: { from: end.to, to: end.to } });
  }
  for (const { first, last } of sentences) {
    const token = tokens[first];
    if (token && last > first && /^(?:he|she)$/i.test(token.reads)) targets.push({ span: token });
  }
  for (const { span, who } of silences) targets.push({ silent: true, span, who });
  return targets.toSorted(
    (a, b) => a.span.from - b.span.from || ("statement" in a ? 0 : 1) - ("statement" in b ? 0 : 1),
  );
}
