import { overlaps } from "../../model/span.ts";
import type { Proposal, Rule } from "../proposal.ts";

const NAME = "held-at-the-end-1";
/** Measured: 35 of 35 are right (3 wide marks, 32 sentences of an agency read by hand); shaded, as they are of one kind. */
const CONFIDENCE = 0.95;

/** What is held has at least so many words. */
const FEWEST = 4;

/** "…, they held.", "…, the editorial held, and went on:" */
const HELD =
  /, ((?:it|he|she|they|speakers|participants|(?:the|this) (?:[\p{L}-]+ ){0,2}?(?!also |further )[\p{L}-]+)) (?:((?:also |further )?(?:held|charged))[.:]|((?:also |further )?(?:held|said|says|noted|notes|charged|stressed|added|claimed|asserted|observed|observes|recalled|urged)),? and (?:(?:went|goes) on|continued|continues|said|added)[.:])$/u;

/**
 * A sentence that ends with who "held" it: "The dike is safe, they held.", or with who says it and goes on. The reader knows
 * "held" with "that" behind it only, and may pass over a cue before a second one.
 */
export const heldAtTheEnd: Rule = {
  name: NAME,
  propose({ reading: { document, sentences } }, found, firstKey) {
    const proposals: Proposal[] = [];
    const cues = found.flatMap(({ cue }) => cue ?? []);
    for (const { from, to } of sentences) {
      const said = HELD.exec(document.text.slice(from, to).replace(/\s/g, " "));
      const [, who = "", held, goesOn] = said ?? [];
      const how = held ?? goesOn ?? "";
      // "On Monday, the council held.": no clause stands before.
      if (!said || said.input.slice(0, said.index).split(" ").length < FEWEST) continue;
      const source = { from: from + said.index + 2, to: from + said.index + 2 + who.length };
      const cue = { from: source.to + 1, to: source.to + 1 + how.length };
      if (cues.some((other) => overlaps(other, cue))) continue;
      proposals.push({
        key: firstKey + proposals.length,
        content: [{ from, to: from + said.index }],
        cue,
        source,
        inside: null,
        continues: null,
        confidence: CONFIDENCE,
        by: NAME,
      });
    }
    return proposals;
  },
};
