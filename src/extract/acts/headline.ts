import type { Remark } from "../../model/document.ts";
import { indexBehind } from "../../model/outermost.ts";
import type { Pack } from "../../model/pack.ts";
import type { Token } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import type { Act, Found, Strength } from "../../model/statement.ts";
import { verbsOf } from "./verbs.ts";
import { wordsOfClass } from "./wordLists.ts";

/** What a headline or the text says somebody did by speaking. */
interface Claim {
  readonly act: Act;
  readonly strength: Strength;
  /** The reporting words. */
  readonly cue: Span;
  /** What the sentence is about, as stems of its longer words; names in the text tell nothing, they are in all of it. */
  readonly about: ReadonlySet<string>;
}

/** How far an act binds its speaker or goes against somebody. */
const WEIGHT: Record<Act, number> = {
  vow: 3,
  threaten: 3,
  refuse: 3,
  demand: 3,
  deny: 3,
  admit: 3,
  announce: 3,
  agree: 2,
  offer: 2,
  warn: 2,
  condemn: 2,
  praise: 2,
  predict: 1,
  expect: 1,
  evaluate: 0,
  assert: 0,
  ask: 0,
  count: 0,
};

/** Headline and text speak of the same thing when they share this many of the longer words. */
const SHARED = 2;

/**
 * Where a headline claims more than the text has: "the headline says “vows”, the text “hinted”". Of all that the text says
 * on the matter the strongest counts. In: what was found, and the packs for the verbs of headlines. Out: notes, in order.
 */
export function headlineAgainstBody(found: Found, packs: readonly Pack[]): Remark[] {
  const { document, sentences, tokens, statements } = found;
  const { text, blocks } = document;
  const spans = blocks.map((block) => block.span);
  const headlines = sentences.filter((s) => blocks[s.block]?.kind === "headline");
  if (headlines.length === 0) return [];
  const body: Claim[] = [];
  for (const { cue, act, strength, negated } of statements) {
    if (!cue || negated) continue;
    const kind = blocks[indexBehind(spans, cue.from)]?.kind;
    if (kind !== "paragraph" && kind !== "list-item") continue;
    const sentence = sentences[indexBehind(sentences, cue.from)];
    if (sentence)
      body.push({
        act,
        strength,
        cue,
        about: stems(tokens.slice(sentence.first, sentence.last).filter((t) => !/^\p{Lu}/u.test(t.reads))),
      });
  }
  const remarks: Remark[] = [];
  for (const headline of headlines) {
    const words = tokens.slice(headline.first, headline.last);
    for (const claim of claimsOf(headline, words)) {
      const related = body.filter((b) => shared(claim.about, b.about) >= SHARED);
      const strongest = related.reduce<Claim | null>((best, b) => (!best || force(b) > force(best) ? b : best), null);
      if (!strongest || !claimsMore(claim, strongest)) continue;
      const say = ({ cue }: Claim): string => `“${text.slice(cue.from, cue.to)}”`;
      remarks.push({
        span: claim.cue,
        level: "note",
        reason: `the headline says ${say(claim)} (${claim.act}), the text ${say(strongest)} (${strongest.strength === "weak" ? "weak, " : ""}${strongest.act})`,
      });
    }
  }
  return remarks;

  /** The statements of a headline, and its other verbs as the packs know them: "unveils". */
  function claimsOf(headline: Span, words: readonly Token[]): Claim[] {
    const about = stems(words);
    const read = statements.filter(
      (s) => s.cue && headline.from <= s.cue.from && s.cue.to <= headline.to && !s.negated,
    );
    const verbs = verbsOf(packs);
    const lower = words.map((w) => w.reads.toLowerCase());
    const claims = read.map(({ act, strength, cue }): Claim => ({ act, strength, cue: cue as Span, about }));
    return words.flatMap((word, i): Claim[] => {
      const here = claims.find(({ cue }) => cue.from <= word.from && word.to <= cue.to);
      if (here) return here.cue.from === word.from ? [here] : [];
      const verb = i > 0 && /^\p{L}+s$/u.test(word.reads) ? verbs.at(lower, i) : null;
      return verb?.act && WEIGHT[verb.act] > 1
        ? [{ act: verb.act, strength: verb.strength, cue: { from: word.from, to: word.to }, about }]
        : [];
    });
  }
}

const RANK: Record<Strength, number> = { weak: 0, neutral: 1, strong: 2 };

function force({ act, strength }: Claim): number {
  return RANK[strength] * 4 + WEIGHT[act];
}

/** The text only hints where the headline states; or its act binds far less. */
function claimsMore(headline: Claim, text: Claim): boolean {
  if (text.strength === "weak" && headline.strength !== "weak") return true;
  return headline.act !== text.act && WEIGHT[headline.act] - WEIGHT[text.act] >= 2;
}

/** The longer words, cut to their first letters so that forms of one word meet. */
function stems(words: readonly Token[]): Set<string> {
  return new Set(
    words
      .map((w) => w.reads.toLowerCase())
      .filter((w) => /^\p{L}{4,}$/u.test(w) && !wordsOfClass("common").has(w))
      .map((w) => w.slice(0, 5)),
  );
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const stem of a) if (b.has(stem)) n++;
  return n;
}
