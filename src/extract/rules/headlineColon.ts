import type { Span } from "../../model/span.ts";
import { overlaps } from "../../model/span.ts";
import { wordsForBodies, wordsForMany, wordsForMedia, wordsForPeople } from "../frames/words.ts";
import type { Context, Proposal, Rule } from "../proposal.ts";

const NAME = "headline-colon-1";
/** Measured: 39 of 40 headlines of an agency read by hand are right, 13 of 16 of the wide marks and PolNeAR. */
const CONFIDENCE = 0.9;

/** "Dike Will Hold: Harbour Chief", "Dike Will Hold--Harbour Chief" */
const BEHIND = /^(\P{Z}+(?: \P{Z}+){2,}?)(:| ?--| [–—])\s?(\p{Lu}[^:]{1,90})$/u;
/** "Harbour Chief: Dike Will Hold" */
const BEFORE = /^(\p{Lu}[^:]{1,60}): (\P{Z}+(?: \P{Z}+){2,})$/u;
const LONGEST = 240;
const MOST_WORDS = 9;
/** What hangs on the noun that tells who somebody is. */
const HANGS = /\s(?:of|for|in|from|at|on|to|with)\s|,/;
/** "EXCLUSIVE – Quill: …": what a page calls its piece, before the name. */
const FLAG = /^(?:EXCLUSIVE|BREAKING|UPDATED?|WATCH|VIDEO|LIVE)(?: ?[–—:|]| -) ?/iu;
/** "Quill on Dikes: …": what she spoke of. */
const TOPIC = / on \p{Lu}.*$/u;
/** "Quill heckles dike supporters: …": a sentence, not a name. */
const SENTENCE = /\p{Lu}[\p{L}\p{M}’'.-]* \p{Ll}+(?:s|ed) (?:\p{Lu}|the |an? |his |her |their )/u;
/** "Text: …", "Analysis: …": what a page calls its piece. */
const SECTION =
  /^(?:(?:paid |death |public |legal )?notice|(?:breaking|latest|live|exclusive|update|watch|video|photos?|gallery|opinion|analysis|editorial|comment|commentary|review|interview|profile|factbox|timeline|explainer|q&a|text|full text|transcript|special|feature|news|business|sports?|world|politics|obituary|letters?|correction|report|poll)s?)$/i;

/**
 * A headline that names its speaker beside a colon: "Dike Will Hold: Harbour Chief", "Quill: Dike Will Hold". A word
 * for a person or a medium tells it, or that somebody of this name speaks below.
 */
export const headlineColon: Rule = {
  name: NAME,
  propose(context, found, firstKey) {
    const { document } = context.reading;
    const proposals: Proposal[] = [];
    for (const { kind, span } of document.blocks) {
      if (kind !== "headline" || span.to - span.from > LONGEST) continue;
      const read = colonIn(context, found, span);
      // Where the reader took the words before the colon for the cue, they are what is said.
      const known = read && found.find((p) => p.cue && overlaps(p.cue, read.cue));
      if (!read || (known?.cue && known.cue.to - known.cue.from <= 2)) continue;
      proposals.push({
        key: known?.key ?? firstKey + proposals.length,
        ...read,
        inside: null,
        continues: null,
        confidence: CONFIDENCE,
        by: NAME,
      });
    }
    return proposals;
  },
};

function colonIn(
  { reading: { document } }: Context,
  found: readonly Proposal[],
  { from, to }: Span,
): { readonly content: readonly Span[]; readonly cue: Span; readonly source: Span } | null {
  const words = document.text.slice(from, to);
  const [, said = "", mark = "", who = ""] = BEHIND.exec(words) ?? [];
  const speakers = found.flatMap((p) =>
    p.source && p.source.from >= to ? [document.text.slice(p.source.from, p.source.to)] : [],
  );
  if (who !== "" && isSpeaker(who, speakers)) {
    const colon = from + said.length + mark.length - mark.trimStart().length;
    return {
      content: [{ from, to: from + said.length }],
      cue: { from: colon, to: colon + mark.trim().length },
      source: { from: to - who.length, to },
    };
  }
  const [, first = ""] = BEFORE.exec(words) ?? [];
  const flag = FLAG.exec(first)?.[0].length ?? 0;
  const name = first.slice(flag).replace(TOPIC, "");
  if (name === "" || SENTENCE.test(first) || !isSpeaker(name, speakers)) return null;
  const colon = from + first.length;
  return {
    content: [{ from: colon + 2, to }],
    cue: { from: colon, to: colon + 1 },
    source: { from: from + flag, to: from + flag + name.length },
  };
}

/** Whether a headline’s words name one who speaks: a word for a person, a body or a medium, or somebody who speaks below. */
export function isSpeaker(words: string, speakers: readonly string[]): boolean {
  if (words.split(/\s+/).length > MOST_WORDS || SECTION.test(words) || /[.?!"“”]$/.test(words)) return false;
  // "What Solvan Left Out: Reading the Harbour Report"
  if (/^\p{Lu}\p{Ll}+ing\s/u.test(words)) return false;
  const noun = lastBefore(words);
  const word = noun.toLowerCase();
  if (wordsForPeople().has(word) || wordsForBodies().has(word) || isMedium(word)) return true;
  if (word.endsWith("s") && wordsForMany().has(word)) return true;
  // "Quill: …": she speaks below under her full name; "UDB: …" below as "the Union of Dike Boards (UDB)".
  if (/^\p{Lu}{2,8}$/u.test(words) && speakers.some((speaker) => speaker.includes(`(${words})`))) return true;
  return speakers.some((speaker) => lastBefore(speaker) === noun || speaker.replace(/^the /i, "").startsWith(words));
}

function isMedium(word: string): boolean {
  const one = word.replace(/s$/, "");
  return one === "paper" || wordsForMedia().has(word) || wordsForMedia().has(one);
}

/** "Chief" in "Harbour Chief of Lindholt". */
function lastBefore(words: string): string {
  return (words.split(HANGS)[0] ?? "").trim().split(/\s+/).at(-1) ?? "";
}
