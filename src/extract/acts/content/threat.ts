import type { ContentRule } from "../contentRule.ts";
import { futuresOf } from "../futures.ts";
import type { Clause, Spoken } from "../spoken.ts";
import { wordsOfClass } from "../wordLists.ts";

/** "We will strike back", "they will pay dearly". */
export const threat: ContentRule = {
  act: "threaten",
  find(clause, spoken) {
    return harmAnnounced(clause, spoken);
  },
};

/** The words by which a speaker announces his own harm to others, or null. */
export function harmAnnounced(clause: Clause, spoken: Spoken): string | null {
  const { words } = clause;
  // Whoever says of others that they "will never escape" may only foresee it; in one's own words it is announced.
  const phrase = UNPARDONED.exec(words.join(" ")) ?? (clause.direct ? INESCAPABLE.exec(words.join(" ")) : null);
  if (phrase) return `“${phrase[0]}”`;
  const answer = answerToCome(clause);
  if (answer) return answer;
  for (const { whose, verb, negated } of futuresOf(clause, spoken)) {
    if (negated) continue;
    const word = words[verb] as string;
    const rest = words.slice(verb + 1, verb + 12);
    if (whose === "own") {
      if (rest[0] === "you" && /^(?:throw|break|beat|kick|finish|ruin|smash|cut|fire|bury)$/.test(word))
        return `own harm: “${word} you”`;
      if (wordsOfClass("harm-verb").has(word) && isHarm(word, rest)) return `own harm: “${word}”`;
      if (/^(?:take|launch|impose|face|inflict|unleash|seek|carry|deal|use|respond|answer)$/.test(word)) {
        const harm = rest.find((w) => wordsOfClass("harm-noun").has(w));
        if (harm) return `own harm: “${word} … ${harm}”`;
        const answered = word === "respond" || word === "answer" ? STERN.exec(rest.join(" ")) : null;
        if (answered) return `own harm: “${word} … ${answered[0]}”`;
      }
      if (
        /^(?:turn|reduce)$/.test(word) &&
        /\b(?:into|to) (?:a |an )?(?:sea|ashes|ruins|rubble|dust|grave|graveyard)\b/.test(rest.join(" "))
      )
        return `own harm: “${word} … into”`;
      if (/^(?:take|make)$/.test(word) && /\b(?:action|actions|measures|steps) against\b/.test(rest.join(" ")))
        return `own harm: “${word} … against”`;
      const force = FORCE.exec([word, ...rest].join(" "));
      if (force) return `own harm: “${force[0]}”`;
      const hostile = /^(?:regard|treat|consider|view|see)$/.test(word) ? AS_HOSTILE.exec(rest.join(" ")) : null;
      if (hostile) return `own harm: “${word} … as ${hostile[1]}”`;
      if (word === "make" && /\bpay\b/.test(rest.slice(0, 5).join(" "))) return "own harm: “make … pay”";
      if (word === "hold" && /\b(?:accountable|responsible)\b/.test(rest.join(" ")))
        return "own harm: “hold … accountable”";
    } else {
      const near = rest.slice(0, 5).join(" ");
      if (
        word === "pay" &&
        /^(?:(?:a|the|for|dearly|with)\b)(?!.*\b(?:tax|taxes|bill|bills|fee|fees|cost|loan|money|visit|attention)\b)/.test(
          near,
        ) &&
        /\b(?:price|dearly|for|lives|blood)\b/.test(near)
      )
        return "“will pay”";
      if (word === "regret") return "“will regret”";
      if (clause.direct && /^(?:hang|burn|perish)$/.test(word) && PEOPLE_MEANT.test(words.slice(0, verb).join(" ")))
        return `“will ${word}”`;
      if (
        word === "face" &&
        rest.some((w) => /^(?:consequences|annihilation|destruction|punishment|wrath|retaliation)$/.test(w))
      )
        return "“will face … consequences”";
      if (
        word === "be" &&
        /\b(?:punished|destroyed|annihilated|crushed|wiped|met with)\b/.test(near) &&
        (clause.direct || words.includes("if"))
      )
        return `“will be … ${near}”`;
      const answered = word === "be" ? ANSWERED.exec(rest.join(" ")) : null;
      if (answered) return `“will be … ${answered[0]}”`;
    }
  }
  return null;
}

/** "If one more shell lands, the answer will come within the hour": an answer to an attack is none in words. */
function answerToCome({ words, direct }: Clause): string | null {
  const told = ANSWER.exec(words.join(" "));
  if (!told) return null;
  const conditional =
    /^(?:if|should|unless|whenever)$/.test(words[0] ?? "") || /\b(?:if|unless)\b/.test(words.join(" "));
  return (direct && conditional && ATTACK.test(words.join(" "))) || HARSH.test(told[0]) ? `“${told[0]}”` : null;
}

const ANSWER =
  /\b(?:answer|response|reply|retaliation|punishment|reaction) (?:will|would|shall) (?:\p{Ll}+ly |also )?(?:come|follow|be)\b(?: \p{Ll}+){0,3}/u;
const ATTACK =
  /\b(?:shells?|attacks?|attacked|strikes?|struck|bombs?|missiles?|rockets?|drones?|shots?|aggression|provocations?|invades?|invasion|cross(?:es|ed)?|fires?|soldiers?|violat\p{Ll}+)\b/u;
const HARSH =
  /\b(?:harsh|crushing|devastating|painful|severe|merciless|decisive|overwhelming|swift|immediate|tenfold|destructive|bitter|ruthless)\b/;
/** "Use force", "go to war". */
const FORCE =
  /^(?:use (?:military |armed |lethal |deadly )?force\b(?! of)|resort to (?:force|arms|weapons|violence)|open fire|go to war|take up arms|declare war|send in (?:the )?(?:troops|tanks))/;
/** "We will regard it as an act of war". */
const AS_HOSTILE =
  /\bas (?:an? |our )?((?:act|declaration) of (?:war|aggression)|legitimate targets?|(?:military )?targets?|enem(?:y|ies)|casus belli)\b/;
const PEOPLE_MEANT = /\b(?:them|you|they|traitors?|enem(?:y|ies)|those|who|all|murderers|killers)\b/;

/** "Respond with sterner measures": an answer that is no letter. */
export const STERN =
  /\b(?:with|by) (?:\p{Ll}+ )*?(?:stern|sterner|strong|stronger|tough|tougher|harsh|harsher|resolute|merciless|ruthless|powerful|military|nuclear|physical|corresponding|overwhelming|decisive|unflinching|further|more) (?:\p{Ll}+ )*?(?:measures?|actions?|steps|means|deterrence|strikes?|force|fire|fleet|exercises?|drills?|launch\p{Ll}*|tests?|missiles?)\b/u;

/** "It will be answered without warning": how an answer comes tells that it is no letter. */
const ANSWERED =
  /\b(?:answered|repaid|returned|countered|responded to|dealt with)\b.*?\b(?:without (?:any |a |further )?warning|on the spot|in kind|(?:by|with) (?:force|fire|arms|guns|interest)|(?:ten|hundred|thousand)fold|mercilessly|ruthlessly|sternly|resolutely)\b/u;

/** Turns of phrase that announce harm whoever is their subject. */
const UNPARDONED =
  /\b(?:(?:will|shall|would|to) (?:never|not) (?:be |go )?(?:pardon(?:ed)?|forgiv(?:e|en)|unpunished)|never to (?:pardon|forgive)|(?:will|shall|would|to) (?:certainly |surely |resolutely |mercilessly |completely |totally )*(?:force|make) \p{L}+ (?:\p{L}+ ){0,3}(?:to )?pay|(?:will|shall|would|to) (?:mercilessly|ruthlessly) \p{L}+|(?:will|shall|would) (?:\p{L}+ly )?(?:deal|deliver|inflict) (?:an? |the )?(?:\p{L}+ ){0,3}(?:blows?|strikes?|punishment|defeat)|(?:will|shall|would) (?:\p{L}+ly )?settle (?:the |all |old )*(?:accounts?|scores?))\b/u;

const INESCAPABLE =
  /\b(?:will|shall|would|can|could) (?:never|not) (?:be able to )?(?:escape|avoid|evade) (?:\p{L}+ ){0,6}?(?:punishment|retribution|retaliation|revenge|vengeance|annihilation)\b/u;

function isHarm(verb: string, rest: readonly string[]): boolean {
  const near = rest.slice(0, 4).join(" ");
  if (verb === "respond")
    return /\b(?:force|decisively|mercilessly|harshly|strongly|resolutely|firmly|forcefully|kind|blow|strike)\b/.test(
      rest.join(" "),
    );
  if (verb === "strike")
    return !/^(?:a|an|the) (?:\p{Ll}+ )?(?:deal|balance|agreement|bargain|chord|note|accord)\b/u.test(near);
  if (verb === "hit") return !/\b(?:target|targets|goal|goals|mark|streets?|road|polls|market|shelves)\b/.test(near);
  if (verb === "impose")
    return rest.some(
      (w) => wordsOfClass("harm-noun").has(w) || /^(?:fines?|penalty|penalties|blockade|curfew|embargo|costs)$/.test(w),
    );
  if (verb === "kill" || verb === "cut") return !/\b(?:bill|deal|proposal|plan|measure)\b/.test(near);
  if (verb === "attack" || verb === "crush" || verb === "fight")
    return !/\b(?:problem|poverty|corruption|crime|inflation|issue|disease|virus)\b/.test(near);
  return true;
}
