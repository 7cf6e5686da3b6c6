import type { FoundCondition } from "../../model/entries.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { SpokenStatement } from "../../model/statement.ts";
import type { Context } from "../proposal.ts";
import { FINITE, endOfClosingTrigger, endOfOpeningTrigger, hasVerb } from "./clauses.ts";
import { endAtInversion } from "./inverted.ts";
import { REPORTS, lastWord, mainAhead, mainBehind, withMark } from "./mainClause.ts";
import { moverOf } from "./mover.ts";
import { type Trigger, WHETHER, triggerIn } from "./triggers.ts";
import { deniesBehind, qualifies } from "./without.ts";

/** No more of a content than this is searched, in tokens and in sentences. */
const MOST_TOKENS = 300;

/** Token indices, half-open. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * What the statement hangs on: the first trigger in its content that governs a main clause, else one that stands beside the
 * content in its sentence, else one inside a relative clause ("a man who pays if he must"). Null where nothing does. Linear in the
 * first few hundred tokens of the content.
 */
export function conditionOf(statement: SpokenStatement, context: Context): FoundCondition | null {
  let buried: FoundCondition | null = null;
  for (const { condition, isBuried } of conditionsIn(statement, context)) {
    if (!isBuried) return condition;
    buried ??= condition;
  }
  return besideContent(statement, context) ?? buried;
}

/** The content, sentence by sentence and piece by piece. */
function stretchesOf({ content, opener }: SpokenStatement, { reading: { tokens, sentences } }: Context): Range[] {
  const ranges: Range[] = [];
  let left = MOST_TOKENS;
  for (const piece of content) {
    let first = indexBehind(tokens, opener?.from === piece.from ? opener.to : piece.from);
    const end = Math.min(indexBehind(tokens, piece.to - 1) + 1, first + left);
    left -= end - first;
    while (first < end) {
      const sentence = sentences[indexBehind(sentences, (tokens[first] as Span).from)];
      const last = Math.min(end, Math.max(first + 1, sentence?.last ?? end));
      ranges.push({ first, last });
      first = last;
    }
  }
  return ranges;
}

/** The conditions in the content, in order, each with whether it governs no more than a clause that describes somebody. */
function* conditionsIn(
  statement: SpokenStatement,
  context: Context,
): Generator<{ readonly condition: FoundCondition; readonly isBuried: boolean }> {
  const stretches = stretchesOf(statement, context);
  for (const [k, stretch] of stretches.entries()) {
    const raw = readsOf(context.reading, stretch.first, stretch.last);
    const words = wordsOf(raw);
    const beside = [stretches[k - 1] ?? null, stretches[k + 1] ?? null] as const;
    for (let from = 0; from < words.length;) {
      const trigger =
        triggerIn(words, from, words.length, { context: 0, raw }) ??
        (from === 0 ? brokenWithout(words, stretch, beside[1], context) : null);
      if (!trigger) break;
      const condition = conditionAt(trigger, raw, words, stretch, beside, statement, context);
      if (condition) yield { condition, isBuried: isInside(words, trigger.at) };
      from = trigger.body;
    }
  }
}

/** "Without guards, she said, there will be no truce": what is denied stands in the next piece. */
function brokenWithout(
  words: readonly string[],
  stretch: Range,
  next: Range | null,
  { reading: { tokens, sentences } }: Context,
): Trigger | null {
  const at = words[0] === '"' ? 1 : 0;
  if (words[at] !== "without" || !next) return null;
  const sentenceOf = (range: Range): number => indexBehind(sentences, (tokens[range.first] as Span).from);
  if (sentenceOf(next) !== sentenceOf(stretch)) return null;
  const behind = tokens.slice(next.first, Math.min(next.last, next.first + 40)).map((t) => t.reads.toLowerCase());
  const joined = [...words.slice(at).filter((w) => w !== '"'), ",", ...behind];
  return deniesBehind(joined, 0, joined.length) ? { at, body: at + 1, kind: "phrase", opener: "without" } : null;
}

/** "A man who pays if he must", "(if it snows)". */
function isInside(words: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    const word = words[i] as string;
    if (/^[;:.),]$/.test(word)) return false;
    if (word === "(") return true;
    // "Those who leave will be shot if they return": the main verb stands in between.
    if (/^(?:who|which|whose|whom)$/.test(word))
      return words.slice(i + 1, at).filter((w) => FINITE.test(w) && !/^(?:be|been|not|n't)$/.test(w)).length < 2;
  }
  return false;
}

function conditionAt(
  trigger: Trigger,
  raw: readonly string[],
  words: readonly string[],
  stretch: Range,
  [previous, next]: readonly [Range | null, Range | null],
  { cue }: SpokenStatement,
  { reading }: Context,
): FoundCondition | null {
  const { tokens, sentences } = reading;
  // "To see if", "determine if", "asked her if": the question itself.
  if (
    trigger.opener === "if" &&
    cue &&
    !words.slice(0, trigger.at).includes("to") &&
    ((trigger.at < 4 && asks(cue, tokens)) ||
      // "Asked the owner of the mill in a letter if he would": nothing but who was asked, and where.
      (trigger.at < 16 &&
        /^(?:ask|asks|asked|asking)$/i.test(lastWordOf(cue, tokens)) &&
        !words.slice(0, trigger.at).some((w) => w === "," || FINITE.test(w))))
  )
    return null;
  const end = lastWord(words, 0, words.length);
  const sentenceOf = (range: Range): number => indexBehind(sentences, (tokens[range.first] as Span).from);
  if (trigger.kind === "before") return clauseBefore(words, trigger, end, stretch, tokens);
  const first = opens(words, trigger.at);
  const comma = first
    ? Math.min(
        endOfOpeningTrigger(words, trigger.body, end),
        endOfPhrase(words, trigger, end),
        /^(?:only|not)$/.test(words[trigger.at] as string) ? endAtInversion(words, trigger.body, end) : end,
      )
    : end;
  // "They could leave, but only if Norra agreed": nothing follows, so the main clause stands ahead.
  const opening = first && (comma < end || !mainAhead(words, trigger));
  // "A truce without guards is not acceptable": it stands inside the subject of what hangs on it.
  const verb = trigger.opener === "without" && !first ? qualifies(words, trigger.at, 0, end) : 0;
  const until = opening
    ? comma
    : verb > 0
      ? verb
      : (endBetweenCommas(words, trigger, end) ?? endOfClosingTrigger(words, trigger.body, end));
  const closed = lastWord(words, trigger.body, until);
  if (closed <= trigger.body) return null;
  const main = opening || verb > 0 ? mainBehind(words, until, end) : mainAhead(words, trigger);
  // "If it snows," he said, "the road will close": the main clause is the next piece.
  const consequence = main
    ? spanOf(tokens, stretch.first + main[0], stretch.first + withMark(words, main))
    : /\p{L}{4}/u.test(words.slice(0, trigger.at).join(" "))
      ? null
      : [next, previous].reduce<Span | null>(
          (found, other) =>
            found ??
            (other && sentenceOf(other) === sentenceOf(stretch) && (other === previous || until >= end)
              ? pieceOf(tokens, other)
              : null),
          null,
        );
  const mover = moverOf(raw.slice(0, closed), trigger, closed);
  return {
    trigger: spanOf(tokens, stretch.first + trigger.at, stretch.first + withMark(words, [trigger.at, closed])),
    consequence,
    mover: mover ? spanOf(tokens, stretch.first + mover[0], stretch.first + mover[1]) : null,
  };
}

/** "The sale, if it happens, an early one, will help": set off by commas, a short clause ends at the second; null for others. */
function endBetweenCommas(words: readonly string[], { at, body, kind }: Trigger, end: number): number | null {
  if (kind !== "clause" || words[at - 1] !== ",") return null;
  const comma = words.indexOf(",", body);
  return comma > body &&
    comma < Math.min(end, body + 8) &&
    !/^(?:and|or)$/.test(words[comma + 1] ?? "") &&
    hasVerb(words, body, comma) &&
    // "If they stop the raids, free the crew and pay": a list goes on.
    !words.slice(comma + 1, comma + 7).includes("and")
    ? comma
    : null;
}

/** The words at these tokens; a hyphen inside a word ("48-year-old") is no dash. */
function readsOf({ document: { text }, tokens }: Reading, first: number, last: number): string[] {
  return tokens
    .slice(first, last)
    .map(({ from, to, reads }) =>
      reads === "-" && /\S/.test(text[from - 1] ?? " ") && /\S/.test(text[to] ?? " ") && text[from] === "-"
        ? "~"
        : reads,
    );
}

/** In lower case, save the month of May, which is no verb. */
function wordsOf(raw: readonly string[]): string[] {
  return raw.map((w, i) => (w === "May" && i > 0 ? w : w.toLowerCase()));
}

/** "Without trust there will be no deal": where no comma parts them, the noun ends at the main clause's subject. */
function endOfPhrase(words: readonly string[], { kind, body }: Trigger, end: number): number {
  if (kind !== "phrase") return end;
  for (let i = body + 1; i < end; i++) {
    const word = words[i] as string;
    if (/^(?:there|nothing|nobody)$/.test(word)) return i;
    if (word === ",") return end;
    // "Without aid the ward would close".
    if (
      /^(?:the|an?|he|she|it|they|we|its|his|her|their|our)$/.test(word) &&
      /^\p{L}{3,}$/u.test(words[i - 1] as string) &&
      !/^(?:from|with|into|about|over|under|and|for|both|all|without|the)$/.test(words[i - 1] as string) &&
      words.slice(i + 1, Math.min(end, i + 6)).some((w) => /^(?:will|would|could|might|can)$/.test(w))
    )
      return i;
  }
  return end;
}

/** A trigger opens its sentence where nothing but marks and joining words stands ahead of it. */
function opens(words: readonly string[], at: number): boolean {
  let ahead = at - 1;
  while (ahead >= 0 && /^["'([]$/.test(words[ahead] as string)) ahead--;
  const last = words[ahead];
  if (last === undefined || /^(?:[.;:-]|\.\.\.|…|that|because|and|but|so|cause)$/.test(last)) return true;
  // "I think if you do right, they will".
  if (
    /^(?:think|believe|guess|suppose|feel|mean|means|say)$/.test(last) &&
    /^(?:i|we|you|they|it|that|would|do)$/.test(words[ahead - 1] ?? "")
  )
    return true;
  // "We will go, if they ask" closes its clause; "the type of man that, if you ask, goes" opens one.
  return (
    last === "," &&
    !(ahead > 1 && hasVerb(words, 0, ahead) && !/^(?:that|because|and|but)$/.test(words[ahead - 1] as string))
  );
}

function behindTelling(words: readonly string[], at: number): boolean {
  const before = words[at - 1] === "that" || words[at - 1] === "," ? at - 2 : at - 1;
  return opens(words, at) || REPORTS.test(words[before] ?? "");
}

/** "Leave, or else we will shoot": what must happen stands ahead of the words that open. */
function clauseBefore(
  words: readonly string[],
  trigger: Trigger,
  end: number,
  stretch: Range,
  tokens: readonly Span[],
): FoundCondition | null {
  const ahead = mainAhead(words, { at: trigger.body - (trigger.opener === "or else" ? 2 : 1), kind: "before" });
  const behind = mainBehind(words, trigger.body, end);
  if (!ahead || !behind) return null;
  return {
    trigger: spanOf(tokens, stretch.first + ahead[0], stretch.first + ahead[1]),
    consequence: spanOf(tokens, stretch.first + behind[0], stretch.first + behind[1]),
    mover: null,
  };
}

function spanOf(tokens: readonly Span[], first: number, last: number): Span {
  return { from: (tokens[first] as Span).from, to: (tokens[last - 1] as Span).to };
}

function pieceOf(tokens: readonly (Span & { readonly reads: string })[], { first, last }: Range): Span | null {
  const words = tokens.slice(first, last).map((t) => t.reads.toLowerCase());
  const main = mainBehind(words, 0, lastWord(words, 0, words.length));
  return main && spanOf(tokens, first + main[0], first + main[1]);
}

function lastWordOf(cue: Span, tokens: readonly (Span & { readonly reads: string })[]): string {
  return tokens[indexBehind(tokens, cue.to - 1)]?.reads.toLowerCase() ?? "";
}

/** "Asked if": the content is the question itself. */
function asks(cue: Span, tokens: readonly (Span & { readonly reads: string })[]): boolean {
  const last = lastWordOf(cue, tokens);
  if (WHETHER.test(last)) return true;
  for (let i = indexBehind(tokens, cue.from); i < tokens.length && (tokens[i] as Span).from < cue.to; i++)
    if (
      /^(?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|question|questions|questioned|inquired|enquired|quizzed|query|queried|doubt|doubts|doubted)$/i.test(
        tokens[i]?.reads ?? "",
      )
    )
      return true;
  return false;
}

/** A trigger beside the content: right behind it in its sentence, or at the head of the sentence, ahead of the one who speaks. */
function besideContent({ content, cue, source }: SpokenStatement, { reading }: Context): FoundCondition | null {
  const { tokens, sentences } = reading;
  const [first] = content;
  const last = content.at(-1);
  if (!first || !last || !cue) return null;
  const place = indexBehind(sentences, last.to - 1);
  const sentence = sentences[place];
  if (!sentence || first.from < sentence.from) return null;
  const raw = readsOf(reading, sentence.first, sentence.last);
  const words = wordsOf(raw);
  const at = (offset: number): number => indexBehind(tokens, offset) - sentence.first;
  const end = lastWord(words, 0, words.length);
  const whole = spanOf(
    tokens,
    Math.max(sentence.first + at(first.from), sentence.first),
    sentence.first + at(last.to - 1) + 1,
  );
  // "The strike will begin, they said, unless …"
  let behind = at(Math.max(last.to, cue.to, source?.to ?? 0) - 1) + 1;
  while (behind < end && /^[,"'-]$/.test(words[behind] as string)) behind++;
  const head = Math.min(at(source?.from ?? cue.from), at(cue.from), at(first.from));
  const trigger = behind < end ? triggerIn(words, behind, end, { stop: behind + 2, context: 0, raw }) : null;
  if (trigger && trigger.at === behind && trigger.kind !== "before") {
    const closed = lastWord(words, trigger.body, endOfClosingTrigger(words, trigger.body, end));
    if (closed <= trigger.body) return null;
    const mover = moverOf(raw, trigger, closed);
    return make(trigger.at, closed, mover);
  }
  for (let from = 0; head > from + 2;) {
    const ahead = triggerIn(words, from, end, { stop: from === 0 ? 2 : head, raw });
    if (!ahead || ahead.kind === "before") {
      if (from > 0) return null;
      from = 2;
      continue;
    }
    const closed = lastWord(words, ahead.body, endOfOpeningTrigger(words, ahead.body, head));
    // "If it marks the map “East Sea”, …": the mark closes ahead of the comma.
    const comma = words[closed] === '"' ? closed + 1 : closed;
    // Behind the words of a telling the trigger's comma ends right before what was said: "they said, if it snows, Kirn hopes".
    if (
      closed > ahead.body &&
      words[comma] === "," &&
      words.slice(closed, head).every((w) => /^(?:[,"'-]|then)$/.test(w)) &&
      (ahead.at < 2 ? opens(words, ahead.at) : behindTelling(words, ahead.at))
    )
      return make(ahead.at, closed, moverOf(raw, ahead, closed));
    from = ahead.body;
  }
  return null;

  function make(from: number, to: number, mover: [number, number] | null): FoundCondition {
    const base = sentence?.first ?? 0;
    return {
      trigger: spanOf(tokens, base + from, base + withMark(words, [from, to])),
      consequence: whole,
      mover: mover && spanOf(tokens, base + mover[0], base + mover[1]),
    };
  }
}
