import { tableRows } from "../../text/tables.ts";
import { LONGEST_SUBJECT, isVerb } from "./clauseVerb.ts";
import type { Trigger } from "./triggers.ts";

let actors: ReadonlySet<string> | null = null;

/** Nouns for those who can act: offices, bodies, groups. */
function actorWords(): ReadonlySet<string> {
  actors ??= new Set(
    tableRows("en/source-words.tsv")
      .filter(([kind]) => !/^(?:pronoun|thing|deed)$/.test(kind ?? ""))
      .flatMap(([, words = ""]) => words.split(" ")),
  );
  return actors;
}

const NO_ACTOR =
  /^(?:sanctions|talks|words|others|negotiations|attacks|conditions|report|reports|statement|study|survey|poll|letter|bill|law|agreement|treaty|accord|deal|text|message|data|figures|findings|ruling|filing|others|some|many|most|several|few|resolution|verdict|judgment|constitution|audit|indictment|complaint|lawsuit|book|note|email|tweet|post|declaration|article|memo|document|statistics|research|paper|analysis|review|website|office|bureau|watch|staff|service|services|prisoners?|hostages?|captives?|detainees?|victims?|survivors?)$/;
const PARTICIPLE =
  /^(?:\p{Ll}+ed|\p{Ll}+en|made|done|met|paid|put|cut|left|held|found|sent|brought|set|shut|built|kept|won|lost|hit|told|sold)$/u;

/**
 * Who must move to make a trigger come true: the subject of its clause where that names somebody who acts, or the owner in
 * "in exchange for the army's retreat". Half-open indices of `raw`, or null.
 */
export function moverOf(raw: readonly string[], trigger: Trigger, end: number): [number, number] | null {
  const words = raw.map((w) => w.toLowerCase());
  let from = trigger.body;
  while (from < end && /^(?:["'([,]|then|indeed|\p{Ll}+ly)$/u.test(words[from] as string)) from++;
  // "Hinges on whether Norra raises the price".
  const asks = trigger.kind === "phrase" && words[from] === "whether";
  if (asks) from++;
  else if (trigger.kind === "phrase") return owner(raw, words, from, end);
  if (/^(?:we|i|you|it|there)$/.test(words[from] ?? "")) return null;
  if (/^(?:he|she|they)$/.test(words[from] ?? "")) return isPassive(words, from + 1, end) ? null : [from, from + 1];
  // "Were the army to leave": the verb stands behind "to".
  const inverted = trigger.opener === "were" ? words.indexOf("to", from) : -1;
  if (inverted > from && inverted < end)
    return isPassive(words, inverted, end)
      ? agent(raw, words, inverted, end)
      : namesActor(raw, words, from, inverted)
        ? [from, inverted]
        : null;
  let verb = from;
  // "The Red Cross was there": a capital makes no verb.
  while (
    verb < end &&
    verb < from + LONGEST_SUBJECT &&
    (!isVerb(words, verb, from) || (verb > from && /^\p{Lu}\p{Ll}/u.test(raw[verb] as string)))
  )
    verb++;
  if (verb === from || verb >= end || verb >= from + LONGEST_SUBJECT) return null;
  let last = verb;
  while (
    last > from &&
    /^(?:,|\p{Ll}+ly|also|ever|still|first|themselves|itself|himself)$/u.test(words[last - 1] as string)
  )
    last--;
  if (isPassive(words, verb, end)) return agent(raw, words, verb, end);
  // "If Norra halts its drills, or if Lindholt writes": either of two.
  if (
    words
      .slice(verb, end)
      .some(
        (w, k, rest) =>
          /^(?:if|unless)$/.test(w) &&
          /^(?:or|and)$/.test(rest[k - 1] ?? "") &&
          !/^(?:he|she|it|they)$/.test(rest[k + 1] ?? ""),
      )
  )
    return null;
  return namesActor(raw, words, from, last) ? [from, last] : null;
}

function isPassive(words: readonly string[], verb: number, end: number): boolean {
  for (let i = verb; i < Math.min(end, verb + 4); i++)
    if (/^(?:is|are|was|were|be|been|being|'s|'re|get|gets|got)$/.test(words[i] as string)) {
      let next = i + 1;
      while (/^(?:not|n't|\p{Ll}+ly|fully|first|ever|to|be)$/u.test(words[next] ?? "")) next++;
      return next < end && PARTICIPLE.test(words[next] as string);
    }
  return false;
}

/** "Lifted by the council". */
function agent(raw: readonly string[], words: readonly string[], from: number, end: number): [number, number] | null {
  const by = words.indexOf("by", from);
  if (by === -1 || by + 1 >= end) return null;
  let last = by + 1;
  while (last < end && !/^(?:[,.;"]|in|on|for|to|and|before|after|at|from)$/.test(words[last] as string)) last++;
  return namesActor(raw, words, by + 1, last) ? [by + 1, last] : null;
}

function owner(raw: readonly string[], words: readonly string[], from: number, end: number): [number, number] | null {
  const mark = words.findIndex(
    (w, i) =>
      i > from && i < Math.min(end, from + 8) && (w === "'s" || (w === "'" && (words[i - 1] as string).endsWith("s"))),
  );
  return mark !== -1 && namesActor(raw, words, from, mark) ? [from, mark] : null;
}

function namesActor(raw: readonly string[], words: readonly string[], from: number, to: number): boolean {
  if (to <= from) return false;
  const head = words.slice(from, to).findIndex((w, i) => i > 0 && /^(?:of|in|for|at|who|that|on)$/.test(w));
  const last = head === -1 ? to - 1 : from + head - 1;
  if (NO_ACTOR.test(words[last] as string)) return false;
  if (
    /^(?:side|sides|government|governments|country|countries|nation|state|states|enemy|rebels|troops|forces|people|anyone|someone|whoever|nobody|no-one)$/.test(
      words[last] as string,
    )
  )
    return true;
  const noun = words[last] as string;
  if (actorWords().has(noun) || actorWords().has(noun.replace(/s$/, ""))) return true;
  return (
    /^\p{Lu}/u.test(raw[last] as string) &&
    !/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)$/.test(
      raw[last] as string,
    )
  );
}
