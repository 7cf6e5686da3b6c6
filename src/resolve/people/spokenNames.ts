import { tableRows } from "../../text/tables.ts";
import type { NamedSource } from "../sources.ts";

let gatherings: ReadonlySet<string> | null = null;

/** Whether a name is the bare noun of a gathering that speaks: "The meeting". */
export function isGathering({ kind, name }: NamedSource): boolean {
  gatherings ??= new Set(
    tableRows("en/gatherings.tsv").flatMap(([row, words = ""]) => (row === "gathering" ? words.split(" ") : [])),
  );
  return (kind === "unnamed" || kind === "organisation") && gatherings.has(name.toLowerCase().replace(/^the /, ""));
}

/** The name a speaker is given: nobody by name has no article, and a capital at the head of a sentence makes no other of him. */
export function spokenName(source: NamedSource): string {
  const { kind, name } = source;
  if (isGathering(source) || /^(?:he|she|it|they|this|that)$/i.test(name))
    return name.toLowerCase().replace(/^the /, "");
  return kind === "unnamed" ? name.replace(/^the (?=\S)/i, "") : name;
}
