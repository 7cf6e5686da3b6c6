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

const WHETHER =
  /^(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|know|knows|knew|known|knowing|see|sure|certain|clear|unclear|unsure|uncertain|decide|decided|determine|determined|check|checked|checking|doubt|doubts|doubted|learn|learned|assess|verify|inquire|enquire|unknown|consider|considering|examine|investigate|investigating|investigated|care|cares|cared|mind|minds|minded)$/;
const IDLE_BEHIND =
  /^(?:not|any|anything|only|ever|possible|necessary|needed|at|need|appropriate|applicable|successful|so|approved|elected|convicted|confirmed)$/;
const HOLLOW = /^(?:not|any|anything|only|ever|at|need)$/;
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
      return /^(?:,|-)$/.test(last) && SUBJECT.test(next) ? clause("provided", 1) : null;
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
      return isDenied(words, from, i) ? clause("until", 1) : null;
    case "assuming":
      return clause("assuming", next === "that" ? 2 : 1);
    case "in":
      if (/^in (?:exchange|return) for$/.test(phrase(3))) return noun(phrase(3), 3);
      if (phrase(4) === "in the event of") return noun("in the event of", 4);
      return /^in the event that$/.test(phrase(4)) ? clause("in the event that", 4) : null;
    case "depends":
    case "depend":
      // "Japan depends on oil" is a plain fact.
      if (!/^(?:on|upon)$/.test(next) || /^(?:not|n't)$/.test(last)) return null;
      return /^(?:it|will|would|'ll)$/.test(last) || /^(?:whether|how|what|if|who)$/.test(words[i + 2] ?? "")
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
      return (last === "" || i === from || BEFORE_SHOULD.test(last)) && INVERTED.test(next)
        ? clause("should", 1)
        : null;
    case "were":
      return (i === from || BEFORE_SHOULD.test(last)) &&
        INVERTED.test(next) &&
        words.slice(i + 2, Math.min(i + 7, to)).includes("to")
        ? clause("were", 1)
        : null;
    case "without":
      return opensClause(words, i, from) && deniesBehind(words, i, to) ? noun("without", 1) : null;
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

function opensClause(words: readonly string[], i: number, from: number): boolean {
  return i === from || /^(?:["'.;:(-]|that|and|but)$/.test(words[i - 1] as string);
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
