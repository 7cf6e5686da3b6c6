import type { Proposal, Rule } from "../proposal.ts";

const NAME = "signed-quotation-1";

/** A dash and a name, to the end of the paragraph: — Karen Ortiz, 34, a nurse from Leeds */
const SIGNATURE = /^[\s\u00a0]*(?:[–—―]|--?)[\s\u00a0]*(?=\p{Lu})([\p{L}\p{M}\p{N} .,'’()&-]{3,90}?)[\s\u00a0.]*$/u;

/** Nobody's name: the dash goes on with a sentence. */
const SENTENCE = /\b(?:is|are|was|were|has|have|had|said|says|will|would|the|that|and then|but|it|this)\b/;

/**
 * A quotation that fills its paragraph and is signed: “We lost the roof.” — Karen Ortiz, a nurse from Leeds. The dash is
 * the cue.
 */
export const signedQuotation: Rule = {
  name: NAME,
  propose({ reading: { document }, quotations }, found, firstKey) {
    const proposals: Proposal[] = [];
    for (const block of document.blocks) {
      if (block.kind !== "paragraph" && block.kind !== "block-quote" && block.kind !== "list-item") continue;
      const [q, more] = quotations.touching(block.span);
      if (!q || more || q.span.from !== block.span.from || !q.closed) continue;
      const behind = document.text.slice(q.span.to, Math.min(block.span.to, q.span.to + 120));
      const signature = q.span.to + 120 >= block.span.to ? SIGNATURE.exec(behind) : null;
      const name = signature?.[1]?.trimEnd();
      if (!signature || !name || SENTENCE.test(name)) continue;
      if (found.some((p) => p.content.some((piece) => piece.from < q.span.to && q.span.from < piece.to))) continue;
      const at = q.span.to + behind.indexOf(name);
      const dash = q.span.to + behind.search(/[–—―-]/);
      proposals.push({
        key: firstKey + proposals.length,
        content: [q.span],
        cue: { from: dash, to: dash + (/^-+/.exec(document.text.slice(dash, dash + 2))?.[0].length ?? 1) },
        source: { from: at, to: at + name.length },
        inside: null,
        continues: null,
        confidence: 0.8,
        by: NAME,
      });
    }
    return proposals;
  },
};
