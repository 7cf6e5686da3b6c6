import type { Strength } from "../../model/statement.ts";
import type { Spoken } from "./spoken.ts";
import type { KnownVerb } from "./verbs.ts";
import { wordsOfClass } from "./wordLists.ts";

/** How strong the reporting words are: an adverb or "appeared to" beside the verb counts before the verb itself. */
export function strengthOf(
  { cue, before, behind, source }: Spoken,
  verb: KnownVerb | null,
): { strength: Strength; why: string } {
  const near = [...before.slice(-2).filter((w) => !source.includes(w)), ...cue, ...behind.slice(0, 1)];
  const weak = near.find((w) => wordsOfClass("weak-adverb").has(w));
  if (weak) return { strength: "weak", why: `“${weak}”` };
  const strong = near.find((w) => wordsOfClass("strong-adverb").has(w));
  if (strong) return { strength: "strong", why: `“${strong}”` };
  const base = verb ? [verb.base, ...verb.particles].join(" ") : "";
  return {
    strength: verb?.strength ?? "neutral",
    why: verb && verb.strength !== "neutral" ? `the verb “${base}”` : "",
  };
}
