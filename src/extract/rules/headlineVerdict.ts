import { type Span, overlaps } from "../../model/span.ts";
import { tableRows } from "../../text/tables.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";
import { isSpeaker } from "./headlineColon.ts";

const NAME = "headline-verdict-1";
const CONFIDENCE = 0.9;
const LONGEST = 240;
/** The agent of a passive is a name or a description; more words are a clause. */
const MOST_AGENT_WORDS = 9;

let loaded: { readonly passive: RegExp; readonly byAgent: RegExp } | null = null;

/** "Dike Plan | Slammed" at the end or before a place, "Dike Plan | Slammed by | Pilots"; the words are those of `data/en/headline-words.tsv`. */
function patterns(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const rows = new Map(tableRows("en/headline-words.tsv").map(([name = "", words = ""]) => [name, words.split(" ")]));
  const anyOf = (...names: string[]): string => names.flatMap((name) => rows.get(name) ?? []).join("|");
  const fixed = "called for|under fire";
  return (loaded = {
    passive: new RegExp(
      `^(.{3,}?) (${anyOf("verdict", "call")}|${fixed})(?:,? (?:(?:in|at|from) [^,:]+|abroad|worldwide|again|anew))?$`,
      "iu",
    ),
    byAgent: new RegExp(
      `^(.{3,}?) (${anyOf("verdict", "call", "by-somebody")}|${fixed}|accused|blamed) by (.+)$`,
      "iu",
    ),
  });
}

/** The words before the verb have a subject or a verb of their own: "What Quill Demanded", "They Slammed". */
const CLAUSE =
  /[:;?!]|^(?:what|why|how|who|whom|when|where|which|that|if|as|after)\b|(?:^|\s)(?:he|she|they|we|i|it|you|who|whom|that|which|than|and|or|but|not|never)$|\s(?:says?|said|is|are|was|were|has|have|had|will|would|who|that|after|as|while|when|because)\s/i;
/** "…, Slammed for Delays by Pilots": why stands between or behind. */
const WHY = /\s(?:for|over|as|after|amid)\s.*$/iu;
/** "Harbour Board Calls for New Dike" */
const CALLS = /^(.{3,80}?) (calls (?:for|on|upon)) (.+)$/iu;

/**
 * A headline whose verb is a passive without its auxiliary: "Dike Plan Slammed", "Ferry Talks Urged by Pilots", or that calls
 * for something. Readers learn from sentences, where a verb without an object is no passive.
 */
export const headlineVerdict: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { document } = context.reading;
    const proposals: Proposal[] = [];
    for (const { kind, span } of document.blocks) {
      if (kind !== "headline" || span.to - span.from > LONGEST) continue;
      const inIt = found.filter((p) => p.cue && overlaps(p.cue, span));
      const read = passiveIn(context, span) ?? callIn(context, found, span);
      const known = read && inIt.find((p) => p.cue && overlaps(p.cue, read.cue));
      if (!read || (inIt.length > 0 && !known)) continue;
      proposals.push({
        key: known?.key ?? firstKey + proposals.length,
        ...read,
        inside: null,
        continues: null,
        confidence: Math.max(CONFIDENCE, known?.confidence ?? 0),
        by: NAME,
      });
    }
    return proposals;
  },
};

interface Read {
  readonly content: readonly Span[];
  readonly cue: Span;
  readonly source: Span | null;
}

function passiveIn({ reading: { document } }: Context, { from, to }: Span): Read | null {
  const words = document.text.slice(from, to);
  const [, whom = "", how = "", agent] = patterns().byAgent.exec(words) ?? patterns().passive.exec(words) ?? [];
  if (whom === "" || CLAUSE.test(whom)) return null;
  const cue = { from: from + whom.length + 1, to: from + whom.length + 1 + how.length };
  const content = [{ from, to: from + whom.length }];
  if (agent === undefined) return { content, cue, source: null };
  const why = WHY.exec(agent);
  const who = why ? agent.slice(0, why.index) : agent;
  // "By Tuesday", "by cutting jobs": nobody.
  if (who.split(" ").length > MOST_AGENT_WORDS || !/^(?:the |an? )?\p{Lu}/iu.test(who) || NOBODY.test(who)) return null;
  const source = { from: to - agent.length, to: to - agent.length + who.length };
  if (why) content.push({ from: source.to + 1, to });
  return { content, cue, source };
}

const NOBODY = /^(?:\p{L}+ing\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|end\b|next\b)/iu;

function callIn({ reading: { document } }: Context, found: readonly Proposal[], { from, to }: Span): Read | null {
  const [, who = "", how = "", what = ""] = CALLS.exec(document.text.slice(from, to)) ?? [];
  const speakers = found.flatMap((p) =>
    p.source && p.source.from >= to ? [document.text.slice(p.source.from, p.source.to)] : [],
  );
  if (who === "" || CLAUSE.test(who) || /['’]s?$/.test(who) || !isSpeaker(who, speakers)) return null;
  const cue = { from: from + who.length + 1, to: from + who.length + 1 + how.length };
  return { content: [{ from: to - what.length, to }], cue, source: { from, to: from + who.length } };
}
