import { lexicon } from "../fast/lexicon.ts";
import type { Line } from "../silences/line.ts";
import { occasionWords } from "./vocabulary.ts";

/** A name in tokens of the line, `head` being its noun: "Danube Forum". */
interface Named {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/**
 * Whether a name with a meeting's word in it is that of a body: "an analyst at the Danube Forum", "the Free Word Congress said",
 * "the Mill Creek Forum, a weekly newspaper". A name that nobody speaks at, attends or holds is taken for one, too.
 */
export function isBody(line: Line, { from, to, head }: Named): boolean {
  const { words, tokens } = line;
  const { body, bodyKind, member, part, marking } = occasionWords();
  if (!body.has(words[head] as string) || !/^\p{Lu}/u.test(tokens[head]?.reads ?? "")) return false;
  const own = words.slice(from, to);
  if (own.some((word, k) => word.endsWith("based") || (word === "based" && own[k - 1] === "-"))) return true;
  // "Central Economic Work Conference" was held, "the second session" is counted.
  const isCounted = own.some(
    (word) =>
      ORDINAL.test(word) ||
      (marking.has(word) &&
        !/^(?:national|international|public|party|people|peace|security|climate|general|house|court|state|senate|republican|democratic|presidential|campaign|council|committee)$/.test(
          word,
        )),
  );
  if (bodyKind.has(words[to + 2] ?? "") || bodyKind.has(words[to + 3] ?? ""))
    if (words[to] === "," && /^(?:a|an|the)$/.test(words[to + 1] ?? "")) return true;
  // "The 14th People's Congress will open its second session".
  if (
    words.slice(to, to + 8).includes("its") &&
    !part.has(words[from - 2] ?? "") &&
    /^(?:will|is|has|held|opened|was|holds|opens)$/.test(words[to] ?? "")
  )
    return true;
  let at = from - 1;
  while (at >= 0 && /^(?:the|a|an|this|that|its|their|his|her)$/.test(words[at] as string)) at--;
  const before = words[at] ?? "";
  const isPart = part.has(before);
  if (/^(?:at|of|for|with|from|by|to)$/.test(before) && isMember(at - 1)) return true;
  const verb = lexicon().verbs.get(words[to] ?? "");
  if (
    verb &&
    (verb.form === "past" || verb.form === "s" || verb.form === "participle") &&
    !HAPPENS.test(words[to] ?? "")
  )
    return true;
  if (isPart || /^(?:at|in|during|before|after|throughout|since|until|ahead)$/.test(before)) return false;
  if (
    before === "of" &&
    /^(?:ahead|day|days|sidelines|margins|eve|session|meeting|opening|end|start|outset|part)$/.test(words[at - 1] ?? "")
  )
    return false;
  if (
    before === "to" &&
    /^(?:speech|address|remarks|message|delegates|delegate|invited|came|went|travelled|traveled|told)$/.test(
      words[at - 1] ?? "",
    )
  )
    return false;
  if (/^(?:told|tells|telling|speech|address)$/.test(before)) return false;
  for (let k = to; k < Math.min(words.length, to + 4); k++) if (HAPPENS.test(words[k] as string)) return false;
  return !isCounted && LIKELY.test(words[head] as string) && !isTitle();

  function isMember(k: number): boolean {
    return member.has(words[k] ?? "") || (member.has(words[k - 1] ?? "") && words[k] !== ",");
  }

  /** Capitals of a headline tell nothing. */
  function isTitle(): boolean {
    const small = words
      .slice(0, from)
      .concat(words.slice(to))
      .filter((_, k) => /^\p{Ll}{4,}/u.test(tokens[k < from ? k : k + to - from]?.reads ?? ""));
    return small.length === 0;
  }
}

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|(?:19|20)\d\d|annual|[ivx]+)$/;
/** Nouns that more often name a body than a meeting where nothing tells. */
const LIKELY = /^(?:forum|congress|conference|assembly)$/;
/** What meetings do, and bodies do not. */
const HAPPENS =
  /^(?:held|opened|opens|began|begins|begun|ended|ends|closed|closes|convened|took|takes|starts|started|concluded|kicked|adopted|elected|failed|reelected|re-elected|discussed|heard)$/;
