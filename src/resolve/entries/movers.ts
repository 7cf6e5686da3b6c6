import type { Condition, Entity, FoundCondition } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import { type Span, contains } from "../../model/span.ts";
import type { Found, FoundStatement } from "../../model/statement.ts";
import type { People } from "../people/people.ts";

/**
 * A condition with the name of who must move. A pronoun gets one only where nobody else can be meant: in a trigger it is as often
 * the one spoken of as the one who speaks.
 */
export function resolveCondition(
  found: FoundCondition | null,
  statement: FoundStatement,
  speaker: string,
  { document: { text }, sentences }: Found,
  people: People,
): Condition | null {
  if (!found) return null;
  const { trigger, consequence, mover } = found;
  const name = people.named(mover)?.name ?? null;
  return { trigger, consequence, mover: name && mover && isSure(mover, name) ? name : null };

  function isSure(at: Span, named: string): boolean {
    const words = text.slice(at.from, at.to).toLowerCase();
    if (/^(?:he|she|they)$/i.test(named)) return false;
    // "His wife": of whom is as open as the pronoun.
    if (/^(?:his|her|their|its)\s/.test(words)) return sharesWord(words, named);
    if (!/^(?:he|she|they)$/.test(words)) return true;
    if (headsConsequence(named)) return true;
    const own = sentences[indexBehind(sentences, at.from)]?.from ?? 0;
    const before = sentences[indexBehind(sentences, at.from) - 1]?.from ?? own;
    const others = (from: number): Entity[] =>
      people.entities.filter(
        (one) =>
          one.name !== speaker &&
          (words === "they" ? one.kind !== "place" && one.kind !== "person" : one.kind === "person") &&
          one.mentions.some((m) => m.from >= from && m.to <= at.from),
      );
    const near = others(own);
    const candidates = near.length > 0 ? near : others(before);
    if (named !== speaker) return candidates.length === 1 && candidates[0]?.name === named;
    // Between his own marks nobody speaks of himself as of a third.
    if (statement.manner === "direct" || between(at) || words === "they") return false;
    return takesUp(words) || candidates.length === 0;
  }

  /** "The army will lose if they march": who must move heads what hangs on it. */
  function headsConsequence(named: string): boolean {
    return (
      consequence !== null &&
      (text.slice(consequence.from, consequence.from + named.length) === named ||
        people.entities.some(
          (one) =>
            one.name === named &&
            one.mentions.some((m) => contains(consequence, m) && m.from - consequence.from < 5 && m.to - m.from < 60),
        ))
    );
  }

  /** "He would settle if he lost": the same pronoun heads what hangs on it. */
  function takesUp(pronoun: string): boolean {
    return (
      consequence !== null &&
      new RegExp(`^${pronoun}\\b`, "i").test(text.slice(consequence.from, consequence.to)) &&
      people.entities.filter(
        (one) => one.kind === "person" && one.name !== speaker && one.mentions.some((m) => contains(consequence, m)),
      ).length === 0
    );
  }

  function between(at: Span): boolean {
    const piece = statement.content.find((one) => contains(one, at));
    if (!piece) return false;
    const opened = text.slice(piece.from, at.from).split(/["“”]|``|''/).length - 1;
    return opened % 2 === 1;
  }
}

function sharesWord(words: string, name: string): boolean {
  const own = new Set(words.split(/\s+/).slice(1));
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.length > 3 && own.has(word));
}
