import type { Entity } from "../../model/entries.ts";
import type { Pack } from "../../model/pack.ts";
import type { Span } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import { fieldOf } from "../field.ts";
import type { NamedSource } from "../sources.ts";
import { entitiesOf } from "./entities.ts";
import { Resolver } from "./resolver.ts";

/** Whom the text speaks of. */
export interface People {
  readonly entities: readonly Entity[];
  /** Who speaks in a statement; null where its words name nobody. */
  sourceOf(statement: FoundStatement): NamedSource | null;
  /** Whom the words at a span mean, pronouns and short names carried back to the full one; null for no words. */
  named(span: Span | null): NamedSource | null;
  /** The persons named in a stretch of text, outside quotation marks, in order. */
  personsIn(span: Span): readonly NamedSource[];
}

/** Who is meant by the names, offices, descriptions and pronouns of a report. */
export function resolvePeople(found: Found, packs: readonly Pack[]): People {
  const resolver = new Resolver(found, fieldOf(packs));
  for (const target of targetsOf(found, (s) => resolver.spanOf(s))) {
    if ("statement" in target) resolver.sourceOf(target.statement);
    else resolver.hearPronoun(target.span);
  }
  let entities: readonly Entity[] | null = null;
  return {
    get entities() {
      return (entities ??= entitiesOf(resolver.names, resolver.sources, resolver.bodies(), resolver.described()));
    },
    sourceOf: (statement) => resolver.sourceOf(statement),
    named: (span) => (span && span.from < span.to ? resolver.named(span) : null),
    personsIn: (span) => resolver.personsIn(span),
  };
}

type Target = { readonly statement: FoundStatement; readonly span: Span } | { readonly span: Span };

/** What is read in the order of the text: the statements' sources, and "he" or "she" at the head of a sentence. */
function targetsOf(
  { statements, sentences, tokens }: Found,
  spanOf: (statement: FoundStatement) => Span | null,
): Target[] {
  const targets: Target[] = [];
  for (const statement of statements) {
    const span = spanOf(statement);
    if (span) targets.push({ statement, span });
  }
  for (const { first, last } of sentences) {
    const token = tokens[first];
    if (token && last > first && /^(?:he|she)$/i.test(token.reads)) targets.push({ span: token });
  }
  return targets.toSorted(
    (a, b) => a.span.from - b.span.from || ("statement" in a ? 0 : 1) - ("statement" in b ? 0 : 1),
  );
}
