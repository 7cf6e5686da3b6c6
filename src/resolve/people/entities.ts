import type { Entity } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Span } from "../../model/span.ts";
import type { FoundStatement } from "../../model/statement.ts";
import type { NamedSource } from "../sources.ts";
import type { Body } from "./bodies/bodies.ts";
import type { Named } from "./names/mentions.ts";
import type { Person } from "./names/persons.ts";
import { spokenName } from "./spokenNames.ts";

const KINDS: Readonly<Record<string, Entity["kind"]>> = {
  person: "person",
  office: "office",
  organisation: "organisation",
  channel: "organisation",
  state: "state",
  unnamed: "unnamed",
};

/** Everybody the text names, and every other speaker, with all places that name or mean them, in the order of the text. */
export function entitiesOf(
  { mentions }: Named,
  sources: ReadonlyMap<FoundStatement, NamedSource | null>,
  bodies: readonly Body[],
  described: readonly (Span & { readonly person: Person })[],
): Entity[] {
  const byName = new Map<string, { kind: Entity["kind"]; mentions: Map<number, Span>; described: readonly string[] }>();
  const add = (name: string, kind: Entity["kind"], { from, to }: Span, described: readonly string[] = []): void => {
    const key = `${kind} ${name}`;
    const known = byName.get(key) ?? { kind, mentions: new Map<number, Span>(), described };
    if (!known.mentions.has(from)) known.mentions.set(from, { from, to });
    byName.set(key, known);
  };
  for (const { person, from, to } of mentions)
    if (person.sure) add(person.name, "person", { from, to }, person.described);
  for (const { person, from, to } of described)
    if (person.sure && !holdsMention(mentions, { from, to }, person.name))
      add(person.name, "person", { from, to }, person.described);
  const persons = mentions.filter(({ person }) => person.sure);
  for (const { name, kind, from, to } of bodies) if (!isInside(persons, { from, to })) add(name, kind, { from, to });
  for (const [s, source] of sources) {
    const kind = source && KINDS[source.kind];
    const span = s.source ?? s.frame?.source;
    if (!source || !kind || !span || source.name === "") continue;
    // A phrase around a name that is counted already adds no place of its own.
    if (kind !== "person" || !holdsMention(mentions, span, source.name)) add(spokenName(source), kind, span);
  }
  return [...byName]
    .map(([key, e]) => ({
      name: key.slice(e.kind.length + 1),
      kind: e.kind,
      mentions: [...e.mentions.values()].toSorted((a, b) => a.from - b.from),
      described: e.described,
    }))
    .toSorted((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0) || (a.name < b.name ? -1 : 1))
    .map((e, i) => ({ id: `p${i + 1}`, ...e }));
}

/** Whether a place lies in a person's name: George Washington is no state. */
function isInside(mentions: Named["mentions"], { from, to }: Span): boolean {
  const i = indexBehind(mentions, from);
  return [i, i - 1].some((k) => {
    const mention = mentions[k];
    return mention !== undefined && mention.from <= from && to <= mention.to && mention.to - mention.from > to - from;
  });
}

function holdsMention(mentions: Named["mentions"], { from, to }: Span, name: string): boolean {
  for (let i = indexBehind(mentions, from); i < mentions.length && (mentions[i] as Span).from < to; i++)
    if (mentions[i]?.person.name === name) return true;
  return false;
}
