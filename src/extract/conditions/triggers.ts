import { FINITE, opensClause } from "./clauses.ts";
import { isBare } from "./bareVerb.ts";
import { MODAL, PARTICIPLE, isHadClause, isName, isShouldClause, isWereClause } from "./inverted.ts";
import { clauseVerb } from "./clauseVerb.ts";
import { hasFuture, isDenied, isOpen, onlyAhead, promisesAround } from "./outlook.ts";
import { endsInTime, isUntilClause, opensNotUntil } from "./until.ts";
import { deniesAhead, deniesBehind, qualifies } from "./without.ts";

/** Words that open a trigger, as they stand in the tokens of a sentence. */
export interface Trigger {
  /** Index of its first word, "only" before "if" included. */
  readonly at: number;
  /** Index behind the opening words, where the trigger's own clause or noun phrase begins. */
  readonly body: number;
  /** "clause" has a subject and a verb ("if they leave"), "phrase" a noun ("in exchange for aid"), "before" is the clause in front of "or else". */
  readonly kind: "clause" | "phrase" | "before";
  readonly opener: string;
}

/** Verbs and adjectives behind which "if" is "whether". */
export const WHETHER =
  /^(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|know|knows|knew|known|knowing|see|sure|certain|clear|unclear|unsure|uncertain|decide|decided|determine|determined|check|checked|checking|doubt|doubts|doubted|worry|worried|worries|question|questions|questioned|questioning|learn|learned|assess|verify|inquire|enquire|unknown|consider|considering|examine|investigate|investigating|investigated|care|cares|cared|mind|minds|minded|surprised|surprise|surprising)$/;
const IDLE_BEHIND =
  /^(?:not|any|anything|only|ever|possible|necessary|needed|at|need|appropriate|applicable|successful|so|approved|elected|convicted|confirmed)$/;
const HOLLOW = /^(?:only|ever|at|need)$/;
/** "If any, …", "if not now," but "if any person is harmed", "if not stopped". */
const HOLLOW_ALONE = /^(?:any|anything|not)$/;

/** Bounds of a search, and the words as they are written: names show by their first letter. */
interface Where {
  readonly stop?: number;
  readonly context?: number;
  readonly raw?: readonly string[];
}

/**
 * The first trigger in `words[from, to)`, or null; it begins before `stop`, and what it hangs on is looked for from `context` on.
 * `words` are in lower case.
 */
export function triggerIn(
  words: readonly string[],
  from: number,
  to: number,
  { stop = to, context = from, raw = words }: Where = {},
): Trigger | null {
  for (let i = from; i < Math.min(stop, to); i++) {
    const found = triggerAt(words, i, context, to, raw);
    if (found) return found;
  }
  return null;
}

function triggerAt(
  words: readonly string[],
  i: number,
  from: number,
  to: number,
  raw: readonly string[],
): Trigger | null {
  const word = words[i] as string;
  const next = i + 1 < to ? (words[i + 1] as string) : "";
  const last = i > 0 ? (words[i - 1] as string) : "";
  const phrase = (n: number): string => words.slice(i, Math.min(i + n, to)).join(" ");
  const clause = (opener: string, length: number, at = i): Trigger => ({
    at,
    body: i + length,
    kind: "clause",
    opener,
  });
  const noun = (opener: string, length: number): Trigger => ({ at: i, body: i + length, kind: "phrase", opener });
  switch (word) {
    case "if":
      if (/^(?:even|as|what|like)$/.test(last) || isWhether(words, i) || isIdle(words, i, to)) return null;
      if (phrase(3) === "if not for") return noun("if not for", 3);
      if (phrase(3) === "if and when") return clause("if", 3);
      if (phrase(4) === "if and only if") return clause("if", 4);
      if (phrase(6) === "if , and only if ,") return clause("if", 6);
      return clause("if", 1, last === "only" && i > from ? i - 1 : i);
    case "unless":
      return clause("unless", phrase(3) === "unless and until" ? 3 : 1);
    case "but":
      return next === "for" &&
        opensClause(words, i, from) &&
        /\bwould (?:not |never )?have\b/.test(words.slice(i, to).join(" "))
        ? noun("but for", 2)
        : null;
    case "[":
      // "[I]f they leave": the outlet changed the first letter.
      return /^\[ (?:i \] f|u \] nless)$/.test(phrase(4)) ? clause("if", 4) : null;
    case "provided":
    case "providing":
      // "Provided food": a plain verb.
      if (next === "that")
        return /^(?:by|of|for|in|is|are|was|were|has|have|had|be)$/.test(last) ||
          !words.slice(i + 2, Math.min(i + 12, to)).some((w, k) => FINITE.test(w) || (k > 0 && isBare(w)))
          ? null
          : clause("provided", 2);
      return (SUBJECT.test(next) || words[i + 2] === "'s" || isName(raw[i + 1])) &&
        (/^(?:,|-)$/.test(last) ||
          (word === "provided" &&
            isOpen(words, from, i) &&
            !/^(?:has|have|had|is|are|was|were|be|been|it|he|she|they|we|and|or|who|which|that|also)$/.test(last) &&
            !words.slice(i + 1, Math.min(i + 6, to)).includes("with") &&
            clauseVerb(raw, i + 1, Math.min(i + 10, to)) !== -1))
        ? clause("provided", 1)
        : null;
    case "as":
    case "so":
      if (
        next !== "long" ||
        words[i + 2] !== "as" ||
        /^\p{N}|^(?:possible|necessary|needed|required|one|two|three|four|five|six|ten|many|several)$/u.test(
          words[i + 3] ?? "",
        ) ||
        (words[i + 3] === "it" && /^(?:takes?|took)$/.test(words[i + 4] ?? "")) ||
        // "As long as a year", but "as long as a deal is near".
        (words[i + 3] === "a" && !words.slice(i + 5, Math.min(i + 10, to)).some((w) => FINITE.test(w)))
      )
        return null;
      return clause("as long as", 3, last === "for" && i > from ? i - 1 : i);
    case "on":
    case "upon":
      if (/^\S+ condition that$/.test(phrase(3)))
        return clause("on condition", 3, last === "only" && i > from ? i - 1 : i);
      if (/^\S+ (?:the|one) condition that$/.test(phrase(4))) return clause("on condition", 4);
      // "On the condition of a public apology"; anonymity is how a source speaks.
      if (/^\S+ (?:the )?condition of$/.test(phrase(words[i + 1] === "the" ? 4 : 3))) {
        const of = words[i + 1] === "the" ? 4 : 3;
        return /^(?:an?|the|its|his|her|their|full)$/.test(words[i + of] ?? "") ? noun("on condition", of) : null;
      }
      return next === "condition" && isSubject(words, raw, i + 2) ? clause("on condition", 2) : null;
    case "once":
      // "Once the war was over, he wrote": what has been is no condition.
      if (last === "only") return null;
      if (onlyAhead(words, i, from)) return clause("once", 1);
      return isSubject(words, raw, i + 1) &&
        !/^(?:at|was|is|are|were|had|has|have|who|been|than)$/.test(last) &&
        promisesAround(words, i, from, to)
        ? clause("once", 1)
        : null;
    case "when":
      if (/^when (?:, )?and only when$/.test(phrase(next === "," ? 5 : 4)))
        return clause("when", next === "," ? (words[i + 5] === "," ? 6 : 5) : 4);
      return last !== "only" && onlyAhead(words, i, from) ? clause("only when", 1) : null;
    case "after":
      return last !== "only" && onlyAhead(words, i, from) && clauseVerb(raw, i + 1, Math.min(i + 12, to)) !== -1
        ? clause("only after", 1)
        : null;
    case "depending":
      return /^(?:on|upon)$/.test(next) && ASKING.test(words[i + 2] ?? "") ? noun("depending on", 2) : null;
    case "only":
      if (/^(?:after|when|once)$/.test(next) && isOpen(words, from, to)) return clause(`only ${next}`, 2);
      return null;
    case "until":
    case "till":
      // "Not until after the vote": an event that must come first; "not until after Tuesday" is a time.
      if (next === "after")
        return isDenied(words, from, i) && /^(?:the|an?|its|his|her|their)$/.test(words[i + 2] ?? "")
          ? noun("until after", 2)
          : null;
      if (last === "not" && opensNotUntil(words, i, to)) return clause("until", 1, i - 1);
      return isUntilClause(words, raw, i, from, to) ? clause("until", 1) : null;
    case "assuming":
      // "After assuming office": a plain verb.
      return !/^(?:after|before|on|upon|in|by|of|when|since|for|from|is|was|are|were|be|while)$/.test(last) &&
        (last !== "and" || /^(?:no|that|normal|an?|they|he|she|it)$/.test(next)) &&
        words.slice(i + 2, Math.min(i + 12, to)).some((w) => FINITE.test(w) || /^\p{Ll}{3,}s$/u.test(w))
        ? clause("assuming", next === "that" ? 2 : 1)
        : null;
    case "in":
      // "Will give nothing in exchange for words".
      if (/^in (?:exchange|return) for$/.test(phrase(3)))
        return words.slice(Math.max(from, i - 4), i).includes("nothing") ? null : noun(phrase(3), 3);
      // "In case you missed it" is an aside.
      if (
        next === "case" &&
        !/^(?:of|you|anybody|anyone|,|\.|;)$/.test(words[i + 2] ?? ".") &&
        last !== "just" &&
        hasFuture(words, from, to)
      )
        return clause("in case", 2);
      if (phrase(4) === "in the event of") return noun("in the event of", 4);
      return /^in the event that$/.test(phrase(4)) ? clause("in the event that", 4) : null;
    case "barring":
    case "absent":
      // "Barring a flood, the road will open".
      return opensClause(words, i, from) && /^(?:an?|any|some|further)$/.test(next) && hasFuture(words, i, to)
        ? noun(word, 1)
        : null;
    case "not":
      return next === "before" &&
        SUBJECT.test(words[i + 2] ?? "") &&
        words.slice(i + 3, Math.min(i + 10, to)).some((w) => FINITE.test(w))
        ? clause("not before", 2)
        : null;
    case "hinged":
    case "depended":
    case "hinges":
    case "hinge":
    case "depends":
    case "depend":
      // "It depends on how they answer" says only that it is open.
      if (!/^(?:on|upon)$/.test(next) || /^(?:not|n't)$/.test(last)) return null;
      return word.startsWith("hinge") || /^(?:whether|if)$/.test(words[i + 2] ?? "") ? noun(`${word} on`, 2) : null;
    case "conditional":
    case "contingent":
    case "conditioned":
      return /^(?:on|upon)$/.test(next) && !/^(?:not|n't)$/.test(last) ? noun(`${word} on`, 2) : null;
    case "subject":
      return next === "to" && APPROVAL.test(words.slice(i + 2, Math.min(i + 6, to)).join(" "))
        ? noun("subject to", 2)
        : null;
    case "the":
      // "They can have it back the moment they pay".
      return /^(?:moment|minute|instant)$/.test(next) &&
        /^(?:he|she|it|they|we|you)$/.test(words[i + 2] ?? "") &&
        !/^(?:at|from|of|until|in|was|were|is)$/.test(last) &&
        !FINITE.test(words[i + 3] ?? "") &&
        words.slice(from, i).some((w) => /^(?:can|will|'ll|would|could|may)$/.test(w))
        ? clause("the moment", 2)
        : null;
    case "should":
      return isShouldClause({ words, raw, from, to }, i) ? clause("should", 1) : null;
    case "had":
      return isHadClause({ words, raw, from, to }, i) ? clause("had", 1) : null;
    case "were":
      return isWereClause({ words, raw, from, to }, i) ? clause("were", 1) : null;
    case "before":
      // "No talks can begin before the guns fall silent": not until then.
      return isDenied(words, from, i) &&
        hasFuture(words, from, i) &&
        words
          .slice(Math.max(from, i - 14), i)
          .some((w) => /^(?:can|cannot|ca|could|will|wo|would|should|must)$/.test(w)) &&
        (SUBJECT.test(next) || isName(raw[i + 1])) &&
        !endsInTime(words, i, to) &&
        words
          .slice(i + 2, Math.min(i + 8, to))
          .some((w) => FINITE.test(w) || /^(?:fall|agree|leave|stop|withdraw|end|\p{Ll}{3,}s)$/u.test(w))
        ? clause("before", 1)
        : null;
    case "without":
      return (opensClause(words, i, from) && deniesBehind(words, i, to)) ||
        deniesAhead(words, i, from, to) ||
        qualifies(words, i, from, to) > 0
        ? noun("without", 1)
        : null;
    case "or":
      return next === "else" && i > from ? { at: from, body: i + 2, kind: "before", opener: "or else" } : null;
    case "otherwise":
      return i > from + 1 &&
        /^(?:[,;-]|or|because)$/.test(last) &&
        MODAL.test(words.slice(i + 1, Math.min(i + 8, to)).join(" "))
        ? { at: from, body: i + 1, kind: "before", opener: "otherwise" }
        : null;
    default:
      return null;
  }
}

const SUBJECT = /^(?:it|he|she|they|we|you|there|the|its|their|his|her|our|\p{L}+s)$/u;
const APPROVAL =
  /\b(?:approval|review|confirmation|ratification|agreement|consent|vote|condition|conditions|verification|availability|funding|negotiation|negotiations|completion|progress|parliament|congress)\b/;
const ASKING = /^(?:whether|how|what|if|who|which|where)$/;

/** A subject may stand here: a pronoun, a determiner, a plural, a name. */
function isSubject(words: readonly string[], raw: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  return (
    SUBJECT.test(word) ||
    /^(?:an?|any|both|all|each|every|either|these|those|this|that|some|no|enough|everybody|everyone|my|your)$/.test(
      word,
    ) ||
    (isName(raw[at]) && !/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/.test(raw[at] as string))
  );
}

/** "Asked if", "do not know if", "asked him if". */
function isWhether(words: readonly string[], i: number): boolean {
  const last = words[i - 1] ?? "";
  const second = words[i - 2] ?? "";
  return (
    WHETHER.test(last) ||
    // "Would not say if", "too early to say if".
    (/^(?:say|said|saying|tell|indicate|specify|confirm|disclose)$/.test(last) &&
      words.slice(Math.max(0, i - 6), i - 1).some((w) => UNTOLD.test(w))) ||
    (last === "out" && /^(?:find|finds|found|figure|work|point)$/.test(second)) ||
    /^(?:ask|asks|asked|asking)$/.test(second)
  );
}

const UNTOLD =
  /^(?:not|n't|never|no|cannot|declined?|declines|declining|refused?|refuses|refusing|hard|difficult|impossible|early|soon|neither|nor|without|unable|failed|nobody)$/;
/** "If you look at it", "if memory serves": a turn of speech, on which nothing hangs. */
const TURN_OF_SPEECH =
  /^(?:(?:you|we|one) (?:just |really |actually )?looks? (?:at|back|around|closely|carefully)|you ask me|you think about it|you wonder|any(?:one|body) wonders|memory serves|i may|i might|i (?:remember|recall)|you (?:remember|recall)|i ?'m not mistaken|i am not mistaken|you do n't mind)\b/;

/** "If not more", "if possible,", "if you will": nothing hangs on these. */
function isIdle(words: readonly string[], i: number, to: number): boolean {
  const next = words[i + 1] ?? "";
  if (HOLLOW.test(next) || i + 1 >= to) return true;
  if (TURN_OF_SPEECH.test(words.slice(i + 1, Math.min(i + 7, to)).join(" "))) return true;
  if (
    HOLLOW_ALONE.test(next) &&
    !(next === "any" && !/^(?:few|little|rarely)$/.test(words[i - 1] ?? "") && namesWho(words, i + 2, to)) &&
    !(next === "not" && words[i + 2] === "for") &&
    !(
      next === "not" &&
      !words[i + 2]?.startsWith("un") &&
      PARTICIPLE.test(words[i + 2]?.endsWith("ly") ? (words[i + 3] ?? "") : (words[i + 2] ?? ""))
    )
  )
    return true;
  // "Like-minded, if bogus, ideas".
  if (/^[,-]$/.test(words[i - 1] ?? "") && /^[,-]$/.test(words[i + 2] ?? "") && !PARTICIPLE.test(next)) return true;
  if (next === "and" && (i + 3 >= to || /^[,.;:"')-]$/.test(words[i + 3] ?? ""))) return true;
  const two = `${next} ${words[i + 2] ?? ""}`;
  const ends = i + 3 >= to || /^[,.;:"')-]$/.test(words[i + 3] ?? "");
  if (/^you (?:will|like|please|wish)$/.test(two) && ends) return true;
  if (/^(?:so|true)$/.test(next) && /^[,.]$/.test(words[i + 2] ?? "")) return true;
  return (
    IDLE_BEHIND.test(next) &&
    (i + 2 >= to || /^[,.;:"')-]$|^and$|^but$/.test(words[i + 2] ?? "")) &&
    !/^(?:approved|elected|convicted|confirmed)$/.test(next)
  );
}

/** "If any person or property is harmed": somebody and a verb. */
function namesWho(words: readonly string[], from: number, to: number): boolean {
  return (
    /^\p{Ll}{3,}$/u.test(words[from] ?? "") && words.slice(from + 1, Math.min(from + 9, to)).some((w) => FINITE.test(w))
  );
}
