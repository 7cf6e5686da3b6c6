import type { Refiner } from "../proposal.ts";

const SPEAKING =
  "say|comment|discuss|answer|name|identify|specify|elaborate|disclose|respond|reply|confirm|mention|address|explain|reveal|speak|talk|describe|provide|give|offer|detail|discuss|weigh|clarify|tell|state|indicate|release|share|criticise|criticize|rule|return|refer|note|report|acknowledge|announce";

/** "did not say", "would not comment", "has yet to answer", "could not immediately be reached". */
const NEGATED = new RegExp(
  `\\b(?:(?:did|do|does|would|will|could|can|has|have|had|is|was|were|are)(?:\\s+(?:not|never)|n['’]t)(?:\\s+\\w+ly|\\s+yet|\\s+also|\\s+directly)?|never|yet to|without)\\s+(?:be\\s+)?(?:${SPEAKING})\\w*\\b`,
  "i",
);

/** Verbs of SPEAKING that are acts, too: to refuse to provide a sample is no silence, to provide details is. */
const ACTING = "provide|give|offer|release|share|return|refer|rule";
const WORDS_GIVEN =
  "details?|names?|reasons?|comments?|explanations?|information|figures?|numbers?|answers?|statements?|interviews?|specifics";

/** "declined to comment", "refused to say", "failed to mention", "stopped short of naming", "would not be drawn". */
const DECLINED = new RegExp(
  `\\b(?:declin|refus|fail)(?:e|es|ed|ing|s)?\\s+(?:to\\s+(?:\\w+ly\\s+)?(?:(?:${ACTING})\\w*\\s+(?:\\w+\\s+){0,2}(?:${WORDS_GIVEN})|(?!${ACTING})(?:be\\s+)?(?:${SPEAKING})\\w*|go into|be interviewed|be drawn)|comment|an?\\s+interview|requests?)\\b|` +
    `\\b(?:stop(?:s|ped)? short of|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)? from)\\s+(?:${SPEAKING})\\w*|` +
    `\\b(?:not|never|n['’]t) be drawn\\b|\\bneither confirm(?:s|ed)? nor den(?:y|ies|ied)\\b|\\b(?:stay|remain|keep|kept)(?:s|ed|ing)? (?:silent|quiet|mum)\\b`,
  "i",
);

/** "made no mention of", "gave no details", "offered no comment". */
const NO_MENTION =
  /\b(?:ma(?:de|kes?|king)|g(?:ave|ives?|iving|iven)|offer(?:ed|s|ing)?|provid(?:ed|es|ing)|had|has|have|issued?|there (?:was|were))\s+(?:\w+\s+)?no\s+(?:\w+\s+)?(?:mention|comments?|details?|reference|statement|reply|response|explanation|reasons?|indication|answers?|hint|further|elaboration|word|timeline|timetable|date)\b/i;

/** Words that make a negated verb of speaking a statement all the same: what follows is what was said. */
const STILL_A_STATEMENT = /\b(?:denied|deny|rule out|ruled out)\b/i;

/** "Kim made no mention of ...": the clause itself tells of nothing but a silence. */
function isSilence(words: string): boolean {
  const found = NO_MENTION.exec(words) ?? DECLINED.exec(words);
  return found !== null && !/\b(?:but|and|while)\b/.test(words.slice(0, found.index));
}

/**
 * A denied act of speaking ("did not say", "made no mention of", "declined to comment") is a silence, and silences are
 * kept apart from statements.
 */
export const dropSilences: Refiner = {
  name: "drop-silences",
  refine(proposal, { reading }) {
    const { text } = reading.document;
    if (!proposal.cue) return proposal;
    const { from, to } = proposal.cue;
    // The denial may stand just before the cue ("did not" say), the declined verb just behind it (declined "to comment").
    const before = text.slice(Math.max(0, from - 16), from);
    const cue = text.slice(from, to);
    const behind = text.slice(to, to + 40);
    if (STILL_A_STATEMENT.test(cue) && !DECLINED.test(cue)) return proposal;
    const near = `${/(?:\b(?:not|never)|n['’]t|\byet to|\bwithout)\s+$/i.test(before) ? before.slice(-16) : ""}${cue}`;
    if (
      /\bnor\s+(?:did|does|do|has|have|had|would|will|could|is|was)\s+[\p{L} ’'-]{1,40}$/iu.test(
        text.slice(Math.max(0, from - 56), from),
      )
    )
      return { drop: `“nor … ${cue}” denies an act of speaking: a silence` };
    const told = proposal.content[0];
    if (told && /^according to$/i.test(cue) && isSilence(text.slice(told.from, Math.min(told.to, told.from + 120))))
      return { drop: "what is told is a silence" };
    if (NEGATED.test(near)) return { drop: `“${near.trim()}” denies an act of speaking: a silence` };
    const light =
      /(?:^|\s)(?:ma(?:de|kes?|king)|g(?:ave|ives?|iving)|offer(?:ed|s|ing)|had|has|have|issued)\s+$/i.exec(
        before,
      )?.[0] ?? "";
    const on = `${light}${cue}${behind}`;
    const declined = DECLINED.exec(on) ?? NO_MENTION.exec(on);
    if (declined && declined.index < light.length + cue.length) return { drop: `“${declined[0]}” tells of a silence` };
    return proposal;
  },
};
