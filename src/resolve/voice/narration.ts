import type { FoundStatement, Hop, Voice } from "../../model/statement.ts";
import { tableRows } from "../../text/tables.ts";
import type { Marked } from "./marked.ts";

let pasts: ReadonlySet<string> | null = null;

/** The past forms of reporting verbs. */
function reportingPasts(): ReadonlySet<string> {
  pasts ??= new Set(
    tableRows("en/reporting-verbs.tsv").flatMap(([, entries = ""]) =>
      entries.split(" ").map((entry) => {
        const [lemma = "", , past] = entry.split("/");
        return past || `${lemma.replace(/e$/, "")}ed`;
      }),
    ),
  );
  return pasts;
}

const CARRIED =
  /^(?:clarified|put|set|called|advanced|indicated|elaborated|made|gave|laid|mapped|guided|expressed|instructed|inspected|visited)$/;
const OWN = /^(?:i|we|my|me|us|i'm)$/;
const PRESENT = /^(?:is|are|am|has|have|do|does|will|shall|'ll|'re|can|must)$/;
const PAST = /^(?:was|were|had|did|said|told|\p{Ll}{2,}ed|put|gave|made|took|set|went|came|spoke|wrote)$/u;

/**
 * Whether the marks hold the channel's telling about the speaker: a verb of speaking in the past opens them, without a
 * subject; or, where a channel stands in the chain, he is "he" inside them and his deeds are past. Null where neither is so.
 */
export function narratedIn(
  marked: readonly Marked[],
  { by, cue }: FoundStatement,
  chain: readonly Hop[],
): Voice | null {
  const channel = chain.some(
    (hop, i) => hop.kind === "channel" && (i < chain.length - 1 || chain.length === 1 || hop.span !== null),
  );
  const person = chain.at(-1)?.kind === "person" || chain.at(-1)?.kind === "office";
  for (const { words, inner } of marked) {
    const [first = ""] = words;
    if (cue && inner.from <= cue.from && cue.to <= inner.to && by.startsWith("narrated"))
      return { of: "channel", why: `the marks open with a verb of speaking in the past: “${first}”` };
    if (!channel) continue;
    if ((reportingPasts().has(first) || CARRIED.test(first)) && words.length > 2 && !OWN.test(words[1] ?? ""))
      return { of: "channel", why: `a past verb without a subject opens the marks: “${first}”` };
    const he = words.findIndex((w, i) => /^(?:he|she)$/.test(w) && PAST.test(words[i + 1] ?? ""));
    if (he === -1 || !person) continue;
    const why = `“${words[he]} ${words[he + 1]}” inside the marks, from a channel`;
    if (words.some((w) => OWN.test(w))) return { of: "unknown", why: `${why}, but in the first person as well` };
    if (!words.some((w) => PRESENT.test(w))) return { of: "channel", why };
  }
  return null;
}
