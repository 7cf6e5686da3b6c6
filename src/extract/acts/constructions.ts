import type { Act } from "../../model/statement.ts";
import { isNegated } from "./contentRule.ts";
import { judged } from "./judgements.ts";
import { harmAnnounced } from "./content/threat.ts";
import type { Clause, Spoken } from "./spoken.ts";
import type { KnownVerb } from "./verbs.ts";
import { actOfNoun, wordsOfClass } from "./wordLists.ts";

/** A verb that does another act, or leaves it to the words said, when it is built in a certain way. */
interface Construction {
  readonly name: string;
  readonly verbs: RegExp;
  /** The act; "content" where the words said decide; null where the construction is another. */
  read(spoken: Spoken, verb: KnownVerb): Act | "content" | null;
}

const WH = /^(?:whether|if|how|why|what|who|whom|whose|when|where|which)$/;

/** In this order, the first that fits. */
const CONSTRUCTIONS: readonly Construction[] = [
  {
    name: "asks for an answer, or for a deed",
    verbs: /^(?:ask|question|query|challenge|press|quiz|wonder|inquire|enquire)$/,
    read({ clauses, cue, behind, opened }, { base, particles }) {
      const [first] = clauses;
      if (!first || particles.length > 0) return null;
      if (opened && base === "ask") return "demand";
      if (first.asks || WH.test(first.words[0] ?? "") || clauses.at(-1)?.asks) return "ask";
      if (/^(?:question|query)$/.test(base)) return "evaluate";
      if (/^(?:wonder|inquire|enquire|quiz)$/.test(base)) return "ask";
      if (cue.at(-1) === "about" || behind[0] === "about" || first.words[0] === "about") return "ask";
      if (opensWithTo(first))
        return wordsOfClass("explaining").has(first.words[first.words[0] === "not" ? 2 : 1] ?? "") ? "ask" : "demand";
      if (toldToAct(first) || first.words[0] === "for" || cue.at(-1) === "for") return "demand";
      if (base === "challenge") return "deny";
      return first.words.some((w) => WH.test(w)) ? "ask" : base === "press" ? "demand" : null;
    },
  },
  {
    name: "tells somebody to act",
    verbs: /^(?:tell|advise|remind|inform|notify|write|text|say|shout|yell|scream|cry|whisper|email|e-mail|counsel)$/,
    read: ({ clauses: [first], opened }, { base }) =>
      first && !first.direct && !opened && (opensWithTo(first) || (base !== "say" && toldToAct(first)))
        ? "demand"
        : null,
  },
  {
    name: "carries a noun of speaking",
    verbs:
      /^(?:express|voice|show|convey|issue|offer|extend|send|reiterate|repeat|renew|raise|receive|enjoy|manifest|lodge)$/,
    read: ({ clauses: [first], opened }) => {
      if (!first || first.direct || opened) return null;
      const words = first.words.join(" ");
      if (RESOLVED.test(words)) return RUTHLESS.test(words) ? "threaten" : "vow";
      return nounAhead(first);
    },
  },
  {
    name: "weighs what to do",
    verbs: /^consider$/,
    read: ({ clauses: [first] }) =>
      first && !first.direct && /^(?:whether|\p{Ll}+ing)$/u.test(first.words[0] ?? "") ? "expect" : null,
  },
  {
    name: "clears up what was not meant",
    verbs: /^clarify$/,
    read: ({ clauses: [first] }) => (first && isNegated(first.words, 0, 6) ? "deny" : null),
  },
  {
    name: "explains a why",
    verbs: /^(?:explain|reveal|clarify)$/,
    read: ({ clauses: [first] }) => (first && !first.direct && first.words[0] === "why" ? "evaluate" : null),
  },
  {
    name: "stands by a plan",
    verbs: /^endorse$/,
    read: ({ clauses: [first] }) =>
      first &&
      first.words
        .slice(0, 8)
        .some((w) =>
          /^(?:plans?|proposals?|bill|resolution|deal|agreement|amendment|treaty|measures?|ideas?|budget|terms)$/.test(
            w,
          ),
        )
        ? "agree"
        : null,
  },
  {
    name: "puts it at a number",
    verbs: /^(?:put|list|set|peg)$/,
    read: ({ clauses: [first] }) =>
      first &&
      !first.direct &&
      first.raw.some(
        (w, i) => i > 0 && /^(?:at|as|with)$/.test(first.words[i - 1] as string) && /^\p{Sc}?\p{N}/u.test(w),
      )
        ? "count"
        : null,
  },
  {
    name: "turns a request down",
    verbs: /^(?:reject|deny|dismiss|decide)$/,
    read({ clauses: [first], cue, behind, opened }, { base }) {
      if (base === "decide") return cue.at(-1) === "against" || behind[0] === "against" ? "refuse" : null;
      if (!first || opened || first.words[0] === "having") return null;
      if (first.direct && !(base === "reject" && /^(?:the|an?|any|his|her|its|their)$/.test(first.words[0] ?? "")))
        return null;
      const near = first.words.slice(0, 8);
      if (near.some((w) => wordsOfClass("claim").has(w))) return "deny";
      if (base === "dismiss") return first.words.includes("as") && judged(first).bad > 0 ? "condemn" : null;
      return base === "reject" || near.some((w) => wordsOfClass("request").has(w)) ? "refuse" : null;
    },
  },
  {
    name: "announces harm of his own",
    verbs: /^(?:warn|vow|pledge|promise|swear|announce|declare|proclaim)$/,
    read: ({ clauses: [first], ...spoken }) =>
      first && harmAnnounced(first, { ...spoken, clauses: [first] }) ? "threaten" : null,
  },
  {
    name: "offers or suggests by the words that follow",
    verbs: /^(?:suggest|offer)$/,
    read({ clauses: [first], opened }, { base }) {
      if (!first) return null;
      // "It was cold,” he offered.
      if (base === "offer") return first.direct && first.words[0] !== "to" ? "content" : null;
      if (!first.direct && /\bin (?:return|exchange) for\b/.test(first.words.join(" "))) return "offer";
      const [word = ""] = first.words;
      if (
        !first.direct &&
        !opened &&
        (/^\p{Ll}+ing$/u.test(word) || /^(?:an?|new)$/.test(word)) &&
        !first.words.slice(0, 5).some((w) => /^(?:is|was|were|had|has|are)$/.test(w))
      )
        return "offer";
      return !first.direct && subjunctive(first) ? "demand" : null;
    },
  },
  {
    name: "a court decides, a study finds",
    verbs: /^(?:find|conclude|hold|determine|decide)$/,
    read({ source, clauses: [first] }, { base }) {
      if (source.some((w) => /^(?:court|judge|jury|panel|tribunal|justices|judges|magistrate)$/.test(w)))
        return "announce";
      if (base === "determine") return "evaluate";
      return base === "decide" && first ? "announce" : "content";
    },
  },
  {
    name: "rates it highly",
    verbs: /^(?:estimate|evaluate|value|rate|assess|regard|appraise|appreciate)$/,
    read: ({ cue, before, behind }) =>
      [before.at(-1), ...cue, behind[0]].includes("highly") && !cue.includes("unlikely") ? "praise" : null,
  },
  {
    name: "lays down how it is",
    verbs: /^(?:guarantee|ensure|assure)$/,
    read: ({ clauses: [first], source, cue, opened }) =>
      first && !first.direct && (opened || cue.at(-1) === "that") && DOCUMENT.test(source.at(-1) ?? "")
        ? "assert"
        : null,
  },
  {
    name: "a number is estimated",
    verbs: /^(?:estimate|calculate|reckon|project)$/,
    read: ({ clauses: [first], behind }, { base }) =>
      first &&
      base !== "project" &&
      (first.raw.some((w) => /^\p{Sc}?\p{N}/u.test(w)) || /^at \p{Sc}?\p{N}/u.test(behind.slice(0, 2).join(" ")))
        ? first.words.some((w) => /^(?:will|would|'ll)$/.test(w))
          ? "predict"
          : "count"
        : null,
  },
  {
    name: "calls it something",
    verbs:
      /^(?:call|describe|characterise|characterize|portray|depict|cast|dub|brand|label|nickname|term|deem|regard|view|see|judge|consider|compare|liken|refer|treat|rate|paint|pronounce)$/,
    read({ clauses, cue }, { base, particles }) {
      if (particles.length > 0 || cue.includes("for")) return null;
      // "Referred to the floods": told, not called anything.
      if (base === "refer" && !cue.includes("as") && !clauses[0]?.words.includes("as")) return "content";
      const sum = clauses.reduce(
        (total, clause) => {
          const { good, bad } = judged({ ...clause, words: ["as", ...clause.words] });
          return { good: total.good + good, bad: total.bad + bad };
        },
        { good: 0, bad: 0 },
      );
      return sum.bad > sum.good ? "condemn" : sum.good > sum.bad ? "praise" : "evaluate";
    },
  },
  {
    name: "a judgement that the words carry further",
    verbs:
      /^(?:believe|think|feel|conclude|reckon|suppose|guess|assume|suspect|imagine|opine|argue|contend|declare|proclaim)$/,
    read: () => "content",
  },
];

/** What lays down how things are, and promises nothing. */
const DOCUMENT =
  /^(?:treaty|law|constitution|act|charter|contract|agreement|convention|clause|article|statute|bill|text)$/;

/** "The iron will of the crew never to yield", "their resolution to stay". */
const RESOLVED =
  /^(?:(?:the|their|his|her|its|our|a|firm|fixed|iron|strong|steadfast|unshakable|unshakeable|unanimous) )+(?:will|resolution|resolve|oath)\b.{0,70}?\b(?:not |never )?to \p{Ll}/u;
const RUTHLESS =
  /\b(?:never to (?:pardon|forgive)|mercilessly|annihilat\p{Ll}+|retaliat\p{Ll}+|wipe out|smash|destroy|punish|take revenge)\b/u;

/** "her full support for the bill": the act of the first noun that names one, with its adjectives ahead of it. */
function nounAhead({ words }: Clause): Act | null {
  for (const word of words.slice(0, 4)) {
    const act = actOfNoun(word);
    if (act !== undefined) return act;
    if (/^(?:that|to|of|for|in|on|how|why|what|no|not|and)$/.test(word)) return null;
  }
  return null;
}

/** "residents to leave": a hearer and an infinitive, no verb of its own between them. */
function toldToAct({ words }: Clause): boolean {
  const to = words.slice(0, 14).indexOf("to");
  if (to < 1) return false;
  const hearer = words.slice(0, words[to - 1] === "not" ? to - 1 : to);
  if (hearer.length > 8 || hearer.some((w) => FINITE.test(w) || /^(?:he|she|they|i|we|\p{Ll}{2,}ed)$/u.test(w)))
    return false;
  return (
    /^\p{Ll}{2,}$/u.test(words[to + 1] ?? "") &&
    !/^(?:the|a|an|his|her|its|their|this|that)$/.test(words[to + 1] as string)
  );
}

/** "To leave", "not to leave". */
function opensWithTo({ words }: Clause): boolean {
  return words[0] === "to" || (words[0] === "not" && words[1] === "to");
}

const FINITE =
  /^(?:is|are|was|were|am|'s|'re|'m|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|'ll|'d|wo|ca|went|came|wants?|wanted|needs?|needed|hopes?|hoped|planned|tried|said|due|likely|able|agreed|decided|refused|going|there|returned|moved|led|according)$/;

/** "that the minister resign", "that it be shut": a bare verb behind the subject. */
function subjunctive({ words }: Clause): boolean {
  const be = words.slice(0, 8).indexOf("be");
  return be > 0 && !/^(?:will|would|to|can|could|may|might|must|should|not)$/.test(words[be - 1] as string);
}

/** What the construction makes of a verb, with its name; null where the verb stands as it is. */
export function constructionOf(spoken: Spoken, verb: KnownVerb): { act: Act | "content"; why: string } | null {
  for (const { name, verbs, read } of CONSTRUCTIONS) {
    if (!verbs.test(verb.base)) continue;
    const act = read(spoken, verb);
    if (act !== null) return { act, why: `“${verb.base}”: ${name}` };
  }
  return null;
}
