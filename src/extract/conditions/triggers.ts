import { FINITE } from "./clauses.ts";

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
  /^(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|know|knows|knew|known|knowing|see|sure|certain|clear|unclear|unsure|uncertain|decide|decided|determine|determined|check|checked|checking|doubt|doubts|doubted|worry|worried|worries|question|questions|questioned|questioning|learn|learned|assess|verify|inquire|enquire|unknown|consider|considering|examine|investigate|investigating|investigated|care|cares|cared|mind|minds|minded)$/;
const IDLE_BEHIND =
  /^(?:not|any|anything|only|ever|possible|necessary|needed|at|need|appropriate|applicable|successful|so|approved|elected|convicted|confirmed)$/;
const HOLLOW = /^(?:only|ever|at|need)$/;
/** "If any, …", "if not now," but "if any person is harmed", "if not stopped". */
const HOLLOW_ALONE = /^(?:any|anything|not)$/;
const PARTICIPLE = /^(?:\p{Ll}{2,}ed|held|made|done|met|sent|built|kept|sold|found|given|taken|chosen|proven|left)$/u;
const BEFORE_SHOULD = /^(?:[,.;:"'(-]|and|but|or|that)$/;

/** The first trigger in `words[from, to)`, or null. `words` are in lower case. */
export function triggerIn(words: readonly string[], from: number, to: number): Trigger | null {
  for (let i = from; i < to; i++) {
    const found = triggerAt(words, i, from, to);
    if (found) return found;
  }
  return null;
}

function triggerAt(words: readonly string[], i: number, from: number, to: number): Trigger | null {
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
      return clause("if", 1, last === "only" && i > from ? i - 1 : i);
    case "unless":
      return clause("unless", 1);
    case "[":
      // "[I]f they leave": the outlet changed the first letter.
      return /^\[ (?:i \] f|u \] nless)$/.test(phrase(4)) ? clause("if", 4) : null;
    case "provided":
    case "providing":
      // "Provided food": a plain verb.
      if (next === "that")
        return /^(?:by|of|for|in|is|are|was|were|has|have|had|be)$/.test(last) ||
          !words.slice(i + 2, Math.min(i + 12, to)).some((w) => FINITE.test(w))
          ? null
          : clause("provided", 2);
      return SUBJECT.test(next) &&
        (/^(?:,|-)$/.test(last) ||
          (word === "provided" &&
            hasFuture(words, from, i) &&
            !/^(?:has|have|had|is|are|was|were|be|been|it|he|she|they|we|and|or|who|which|that|also)$/.test(last) &&
            !words.slice(i + 1, Math.min(i + 6, to)).includes("with") &&
            words
              .slice(i + 2, Math.min(i + 8, to))
              .some((w) => /^(?:is|are|was|were|does|do|did|has|have|can)$/.test(w))))
        ? clause("provided", 1)
        : null;
    case "as":
    case "so":
      if (
        next !== "long" ||
        words[i + 2] !== "as" ||
        /^\p{N}|^(?:possible|a|one|two|three|four|five|six|ten|many|several)$/u.test(words[i + 3] ?? "")
      )
        return null;
      return clause("as long as", 3);
    case "on":
      if (phrase(3) === "on condition that") return clause("on condition", 3);
      return phrase(4) === "on the condition that" || phrase(4) === "on one condition that"
        ? clause("on condition", 4)
        : null;
    case "only":
      if (/^(?:after|when|once)$/.test(next) && isOpen(words, from, to)) return clause(`only ${next}`, 2);
      return null;
    case "until":
    case "till":
      return (isDenied(words, from, i) || lastsUntil(words, from, i, to)) && !BOUND_OF_TIME.test(next)
        ? clause("until", 1)
        : null;
    case "assuming":
      return clause("assuming", next === "that" ? 2 : 1);
    case "in":
      if (/^in (?:exchange|return) for$/.test(phrase(3))) return noun(phrase(3), 3);
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
    case "hinges":
    case "hinge":
    case "depends":
    case "depend":
      // "Japan depends on oil" is a plain fact.
      if (!/^(?:on|upon)$/.test(next) || /^(?:not|n't)$/.test(last)) return null;
      return word.startsWith("hinge") ||
        /^(?:it|will|would|'ll)$/.test(last) ||
        /^(?:whether|how|what|if|who)$/.test(words[i + 2] ?? "")
        ? noun(`${word} on`, 2)
        : null;
    case "conditional":
    case "contingent":
    case "conditioned":
      return /^(?:on|upon)$/.test(next) && !/^(?:not|n't)$/.test(last) ? noun(`${word} on`, 2) : null;
    case "subject":
      return next === "to" && APPROVAL.test(words.slice(i + 2, Math.min(i + 6, to)).join(" "))
        ? noun("subject to", 2)
        : null;
    case "should":
      return (last === "" || i === from || BEFORE_SHOULD.test(last) || isInverted(words, i, from)) &&
        INVERTED.test(next) &&
        !words.slice(i, to).includes("?")
        ? clause("should", 1)
        : null;
    case "had":
      // "Had the dam been mended, nobody would have died"; "had the look of" is a plain verb.
      return (i === from || BEFORE_SHOULD.test(last)) &&
        INVERTED.test(next) &&
        !/^(?:one|these|those|this)$/.test(next) &&
        words.slice(i + 2, Math.min(i + 14, to)).some((w) => PARTICIPLE.test(w) || w === "been" || w === "not") &&
        words
          .slice(i + 3, to)
          .some((w, k) => /^(?:would|could|might|should)$/.test(w) && words[i + 4 + k] !== undefined)
        ? clause("had", 1)
        : null;
    case "were":
      return (i === from || BEFORE_SHOULD.test(last)) &&
        INVERTED.test(next) &&
        words.slice(i + 2, Math.min(i + 7, to)).includes("to")
        ? clause("were", 1)
        : null;
    case "without":
      return (opensClause(words, i, from) && deniesBehind(words, i, to)) || deniesAhead(words, i, from, to)
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

/** "Until now", "until March", "until 2012": how long, not on which condition. */
const BOUND_OF_TIME =
  /^(?:now|then|recently|today|tomorrow|yesterday|lately|late|later|early|after|last|next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|May|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|noon|midnight|dawn|\p{N}.*)$/u;

const SUBJECT = /^(?:it|he|she|they|we|you|there|the|its|their|his|her|our|\p{L}+s)$/u;
const INVERTED =
  /^(?:he|she|they|it|we|you|the|a|an|any|anyone|there|negotiations|talks|his|her|their|its|our|one|these|those|this)$/;
const APPROVAL =
  /\b(?:approval|review|confirmation|ratification|agreement|consent|vote|condition|conditions|verification|availability|funding|negotiation|negotiations|completion|progress|parliament|congress)\b/;
const MODAL = /\b(?:will|'ll|would|could|may|might|shall|must|can)\b/;

/** "Asked if", "do not know if", "asked him if". */
function isWhether(words: readonly string[], i: number): boolean {
  const last = words[i - 1] ?? "";
  const second = words[i - 2] ?? "";
  return (
    WHETHER.test(last) ||
    (last === "out" && /^(?:find|finds|found|figure|work|point)$/.test(second)) ||
    /^(?:ask|asks|asked|asking)$/.test(second)
  );
}

/** "If not more", "if possible,", "if you will": nothing hangs on these. */
function isIdle(words: readonly string[], i: number, to: number): boolean {
  const next = words[i + 1] ?? "";
  if (HOLLOW.test(next) || i + 1 >= to) return true;
  if (
    HOLLOW_ALONE.test(next) &&
    !(next === "any" && namesWho(words, i + 2, to)) &&
    !(next === "not" && PARTICIPLE.test(words[i + 2]?.endsWith("ly") ? (words[i + 3] ?? "") : (words[i + 2] ?? "")))
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

/** Something still to come stands in the sentence: "will talk only after". */
function isOpen(words: readonly string[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((w) => /^(?:will|'ll|would|can|could|may|might|must|should|shall|to|possible|ready|willing|is|are)$/.test(w));
}

function isDenied(words: readonly string[], from: number, to: number): boolean {
  const main = words.slice(from, to);
  return (
    main.some((w) => /^(?:not|n't|never|no|cannot|nothing|nobody|refuse|refuses|refused|refusing|neither)$/.test(w)) &&
    main.some((w) =>
      /^(?:will|wo|would|can|ca|cannot|could|shall|must|should|is|are|be|do|does|refuse|refuses|refused|to|refusing)$/.test(
        w,
      ),
    )
  );
}

/** "Sanctions will remain until the camps are closed": what is to last, and a clause that ends it. */
function lastsUntil(words: readonly string[], from: number, at: number, to: number): boolean {
  return (
    words
      .slice(Math.max(from, at - 14), at)
      .some((w) =>
        /^(?:remain|continue|stay|keep|ban|shutdown|suspend|halt|fight|struggle|boycott|strike|wait|moratorium|freeze|hold|delay|stop|block|postpone|resist|sanctions|occupy)$/.test(
          w,
        ),
      ) &&
    hasFuture(words, from, at) &&
    words.slice(at + 2, Math.min(at + 9, to)).some((w) => FINITE.test(w) && !/^(?:'s|\p{Ll}+ed|been|be)$/u.test(w))
  );
}

function hasFuture(words: readonly string[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((w) =>
      /^(?:will|'ll|wo|would|shall|must|should|to|can|cannot|could|may|might|calling|urged|is|are)$/.test(w),
    );
}

/** "To take bold action should he win": behind a noun, and no question. */
function isInverted(words: readonly string[], i: number, from: number): boolean {
  return (
    /^(?:he|she|they|it|we)$/.test(words[i + 1] ?? "") &&
    /^\p{Ll}{3,}$/u.test(words[i + 2] ?? "") &&
    !words.slice(from, i).some((w) => /^(?:who|what|which|how|why|when|where|whom|whose|nor|neither|only|not)$/.test(w))
  );
}

function opensClause(words: readonly string[], i: number, from: number): boolean {
  return i === from || /^(?:["'.;:(-]|that|and|but)$/.test(words[i - 1] as string);
}

/** What "without" stands with in passing: "without delay". */
const IN_PASSING =
  /^(?:fail|delay|letup|let-up|exception|doubt|question|hesitation|interference|interruption|comment|warning|notice|incident|trial|charge|end|pay|pause|rest|precedent|parallel|regard|success|saying|knowing|elaborating|naming|mentioning|providing|giving|specifying|having|being|doing|even|ever|much|more|limit)$/;

/** "There will be no deal without trust", "nothing is possible without it". */
function deniesAhead(words: readonly string[], i: number, from: number, to: number): boolean {
  let begin = i;
  while (begin > from && i - begin < 16 && !/^[,;:]$/.test(words[begin - 1] as string)) begin--;
  const main = words.slice(begin, i);
  const next = words[i + 1] ?? "";
  const named = /^(?:an?|the|any|his|her|its|their|our)$/.test(next) ? (words[i + 2] ?? "") : next;
  return (
    i + 1 < to &&
    !IN_PASSING.test(next) &&
    !IN_PASSING.test(named) &&
    !words.slice(i + 1, Math.min(i + 5, to)).some((w) => w.length > 5 && w.endsWith("ing")) &&
    main.some(
      (w) =>
        /^(?:no|nothing|nobody|never|neither|cannot|impossible|difficult|hard)$/.test(w) ||
        (/^(?:not|n't)$/.test(w) && main.includes("possible")),
    ) &&
    main.some((w) => /^(?:will|would|can|cannot|could|'ll|is|be)$/.test(w)) &&
    !main.some((w) => /^(?:was|were|had|did|have|has)$/.test(w))
  );
}

/** "Without trust, there will be no deal". */
function deniesBehind(words: readonly string[], i: number, to: number): boolean {
  const rest = words.slice(i + 1, Math.min(i + 40, to));
  const comma = rest.findIndex((w) => w === "," || /^(?:there|we|they|nothing|it|he|she)$/.test(w));
  const main = comma === -1 ? [] : rest.slice(comma);
  return (
    main.some((w) => /^(?:no|not|n't|cannot|never|nothing|impossible)$/.test(w)) &&
    main.some((w) => /^(?:will|would|can|cannot|could|ca|wo|is|be)$/.test(w))
  );
}
