import { absentNoun, unsaidBy } from "../complement.ts";
import { type DenialRule, type Line, ahead, beforeAdverbs, isAuxiliary, isUndone, pastAdverbs } from "../line.ts";
import { vocabulary } from "../vocabulary.ts";

const SHORT = new Set(
  "stopped stops stopping stop fell falls falling steered steers steering shied shies shying".split(" "),
);
const AVOID = new Set(
  "avoided avoids avoiding refrained refrains refraining dodged dodges dodging sidestepped sidesteps sidestepping evaded evades evading ducked ducks ducking resisted resists resisting deflected deflects deflecting ignored ignores ignoring skirted skirts skirting parried parries parrying".split(
    " ",
  ),
);
const TOPICS = /^(?:topic|subject|issue|matter|mention|mentions|reference|references)$/;
/** What one steers clear of in speaking. */
const SPOKEN_OF = /^(?:politics|controversy|specifics|details|personal|attacks?|criticism|policy|questions?|names?)$/;
const ASKED = /^(?:questions?|queries|requests?)$/;

/** "stopped short of criticising", "avoided naming", "steered clear of", "dodged questions about". */
export const avoided: DenialRule = {
  name: "avoided-1",
  at: new Set([...SHORT, ...AVOID]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (isUndone(line, i)) return null;
    const before = beforeAdverbs(line, i - 1);
    const from = isAuxiliary(words[before]) ? before : i;
    if (SHORT.has(word)) {
      const isShort = /^(?:stop|fell|fall)/.test(word) && words[i + 1] === "short" && words[i + 2] === "of";
      const clear = word.startsWith("steer") && words[i + 1] === "clear" && words[i + 2] === "of";
      const away = word.startsWith("sh") && words[i + 1] === "away" && words[i + 2] === "from";
      if (!isShort && !clear && !away) return null;
      const at = pastAdverbs(line, i + 3);
      const unsaid = unsaidBy(line, at, ["ing"]);
      if (unsaid?.kind) return { from, to: Math.max(unsaid.to, at + 1), kind: unsaid.kind, who: "before" };
      if (unsaid) return { from, to: at + 1, kind: "topic-not-mentioned", who: "before" };
      // What is uttered is a message held back; "fell short of forecasts" is no silence at all.
      if (
        isShort &&
        UTTERED.test(words[at] ?? "") &&
        !(words[at] === "calling" && !/^(?:for|on)$/.test(words[at + 1] ?? ""))
      )
        return { from, to: at + 1, kind: "message-absent", who: "before" };
      // "Stopped short of calling the vote fair": praise, not blame, was held back.
      if (isShort && words[at] === "calling" && ahead(line, at + 1, 9, (w) => APPROVING.test(w)) > 0)
        return { from, to: at + 1, kind: "message-absent", who: "before" };
      if (
        isShort &&
        /^(?:calling|branding|labelling|labeling|describing)$/.test(words[at] ?? "") &&
        words[at + 1] !== "for" &&
        words[at + 1] !== "on"
      )
        return { from, to: at + 1, kind: "not-criticised", who: "before" };
      if (isShort && (words[at] ?? "").endsWith("ing") && word.startsWith("stop"))
        return { from, to: at + 1, kind: "act-absent", who: "before" };
      // "The letter steers clear of the bonus row": a text does so with words.
      if (clear && words.slice(Math.max(0, i - 14), i).some((w) => vocabulary().scopes.has(w)))
        return { from, to: i + 3, kind: "topic-not-mentioned", who: "before" };
      const noun = ahead(line, at, 4, (w) => TOPICS.test(w) || (clear && SPOKEN_OF.test(w)));
      if (noun > 0) return { from, to: noun + 1, kind: "topic-not-mentioned", who: "before" };
      return blamed(line, at, from);
    }
    const at = pastAdverbs(line, i + (words[i + 1] === "from" ? 2 : 1));
    // "Avoided calling them out".
    if (words[at] === "calling" && ahead(line, at + 2, 3, (w) => w === "out") > 0)
      return { from, to: at + 1, kind: "not-criticised", who: "before" };
    if (word.startsWith("refrain") && words[i + 1] !== "from") return null;
    // "Refrained from direct comment on the vote"; questions that are avoided are read below.
    const kept = word.startsWith("refrain") ? absentNoun(line, at, 3) : null;
    if (kept && kept.kind !== "detail-withheld") return { from, to: kept.at + 1, kind: kept.kind, who: "before" };
    const unsaid = unsaidBy(line, at, ["ing"]);
    if (unsaid?.kind && /^(?:avoid|refrain|evad|dodg|duck|resist|skirt|sidestep)/.test(word))
      return { from, to: Math.max(unsaid.to, at + 1), kind: unsaid.kind, who: "before" };
    const asked = ahead(line, at, 4, (w) => ASKED.test(w));
    if (asked > 0 && ahead(line, at, asked - at, (w) => /^(?:of|by|and|,|to)$/.test(w)) < 0) {
      if (
        /^(?:avoid|ignor)/.test(word) &&
        (words[asked] ?? "").startsWith("request") &&
        ahead(line, asked, 5, (w) => /^(?:comment|interview|information)$/.test(w)) < 0
      )
        return null;
      return { from, to: asked + 1, kind: "answer-not-given", who: "before" };
    }
    if (!word.startsWith("avoid")) return null;
    const topic = ahead(line, at, 4, (w) => TOPICS.test(w));
    if (topic > 0 && /^(?:mention|reference)/.test(words[topic] ?? ""))
      return { from, to: topic + 1, kind: "topic-not-mentioned", who: "before" };
    const wording = ahead(line, at, 3, (w) => /^(?:words?|terms?|phrases?)$/.test(w));
    if (wording > 0 && (words[wording + 1] === '"' || words[at] === "the"))
      return { from, to: at, kind: "topic-not-mentioned", who: "before" };
    if (topic > 0 && words[at] === "the" && topic <= at + 1)
      return { from, to: topic + 1, kind: "topic-not-mentioned", who: "before" };
    return blamed(line, at, from);
  },
};

const APPROVING =
  /^(?:free|fair|credible|legitimate|transparent|democratic|valid|clean|adequate|sufficient|success|victory|breakthrough|acceptable|lawful|legal)$/;

/** What somebody stops short of that is done with words alone. */
const UTTERED =
  /^(?:calling|repeating|threatening|rejecting|expressing|voicing|promising|pledging|vowing|urging|demanding|recommending|advocating|predicting|warning|asking|suggesting|claiming|insisting|thanking|praising|alleging)$/;

function blamed(line: Line, at: number, from: number): ReturnType<DenialRule["find"]> {
  const noun = absentNoun(line, at, 4);
  // To avoid blame is to escape it; to avoid criticism of somebody is not to utter it.
  return noun && noun.kind === "not-criticised" && line.words[noun.at + 1] === "of"
    ? { from, to: noun.at + 1, kind: noun.kind, who: "before" }
    : null;
}
