import { absentNoun } from "../complement.ts";
import {
  BE,
  type DenialRule,
  HAVE,
  type Line,
  ahead,
  beforeAdverbs,
  isAuxiliary,
  pastAdverbs,
  verbAt,
} from "../line.ts";
import { vocabulary } from "../vocabulary.ts";

const LIGHT_FORMS = ["base", "past", "s", "ing", "participle"] as const;

/** What must hold for a bare "no statement", "no letter": the verb says that it was to be given. */
const GIVEN =
  /^(?:made|given|provided|offered|issued|released|sent|outlined|carried|published|delivered|received|forthcoming|followed|came|mentioned|reported|available|disclosed|announced|emerged|immediate|included|extended|addressed|directed|read|conveyed)$/;

/** "made no mention of", "offered no details", "there was no word on", "no reason was given", "no congratulatory message followed". */
export const noNoun: DenialRule = {
  name: "no-noun-1",
  at: new Set(["no", "few", "little", "nothing"]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "nothing") return nothingSaid(line, i);
    if (
      word === "little" &&
      HAVE.has(words[i - 1] ?? "") &&
      words[i + 1] === "to" &&
      /^(?:say|add)$/.test(words[i + 2] ?? "")
    ) {
      const on = /^(?:about|on|of)$/.test(words[i + 3] ?? "");
      return { from: i - 1, to: on ? i + 4 : i + 3, kind: "detail-withheld", who: "before" };
    }
    if (
      word === "little" &&
      /^(?:said|says|saying)$/.test(words[i - 1] ?? "") &&
      /^(?:about|on|of)$/.test(words[i + 1] ?? "")
    )
      return { from: HAVE.has(words[i - 2] ?? "") ? i - 2 : i - 1, to: i + 2, kind: "detail-withheld", who: "before" };
    // "The lawyers came out but said little."
    if (
      word === "little" &&
      /^(?:said|says)$/.test(words[i - 1] ?? "") &&
      /^(?:[.,;]|else|publicly|)$/.test(words[i + 1] ?? "")
    )
      return { from: HAVE.has(words[i - 2] ?? "") ? i - 2 : i - 1, to: i + 1, kind: "detail-withheld", who: "before" };
    const before = beforeAdverbs(line, i - 1);
    const verb = verbAt(line, before, LIGHT_FORMS);
    const isLight = verb !== null && verb.classes.has("light");
    // "The summary contained no account of the second day".
    if (isLight && word === "no" && /^accounts?$/.test(words[i + 1] ?? "") && words[i + 2] === "of")
      return { from: before, to: i + 2, kind: "detail-withheld", who: "before", carried: "withheld" };
    const phrase = i + 1;
    const noun = absentNoun(line, phrase, 5);
    if (isLight) {
      if (!noun) return null;
      const name = words[noun.at] as string;
      if (word !== "no" && noun.kind !== "detail-withheld") return null;
      // To have or get no details is the asker's want; to have no comment is an answer.
      if (
        HAVE.has(words[before] ?? "") &&
        !/^(?:comments?|response|reply|reaction|answers?|explanations?|mentions?|reference|details|further)$/.test(name)
      )
        return null;
      if (
        /^(?:have|having)$/.test(words[before] ?? "") &&
        /^(?:to|would|will|must|should|may|might)$/.test(words[before - 1] ?? "")
      )
        return null;
      if (/^(?:got|get|gets|received|receives|receive)$/.test(words[before] ?? ""))
        return /^(?:response|reply|replies|answers?|responses)$/.test(name)
          ? {
              from: HAVE.has(words[before - 1] ?? "") ? before - 1 : before,
              to: noun.at + 1,
              kind: "answer-not-given",
              who: "nobody",
              withSubject: true,
            }
          : null;
      if (
        /^(?:make|makes|made|making)$/.test(words[before] ?? "") &&
        !withheldApology(words, before, noun.at) &&
        !/^(?:mentions?|references?|comments?|statements?|allusions?|overtures?|announcements?|reply|gestures?)$/.test(
          name,
        )
      )
        return null;
      if (/^(?:took|take|takes)$/.test(words[before] ?? "")) return null;
      // "The law gives no guarantee": no words were waited for.
      if (/^(?:guarantee|assurance)s?$/.test(name) && !/^(?:gave|given|offered|offering)$/.test(words[before] ?? ""))
        return null;
      if (
        /^(?:number|numbers|figure|figures|name|names|date|cause|text|schedule|example|examples)$/.test(name) &&
        !/^(?:give|provide|offer|release|supply)/.test(verb.lemma)
      )
        return null;
      if (
        /^(?:present|produce|add|contain|include|carry|publish|send|deliver|share)$/.test(verb.lemma) &&
        !/^(?:details?|mentions?|references?|explanations?|message|apology|criticism|evidence|proof|word)$/.test(
          name,
        ) &&
        !(
          verb.lemma === "send" &&
          /^(?:repl(?:y|ies)|responses?|answers?|condolences|congratulations|greetings)$/.test(name)
        )
      )
        return null;
      if (
        /^(?:evidence|proof|clue|clues)$/.test(name) &&
        !/^(?:offer|give|provide|cite|present|supply)$/.test(verb.lemma)
      )
        return null;
      const helper = isAuxiliary(words[before - 1]) ? before - 1 : before;
      return { from: helper, to: noun.at + 1, kind: noun.kind, who: "before" };
    }
    if (word !== "no" || !noun) return null;
    const name = words[noun.at] as string;
    // "no more details than", "no date palm": only what is said to be missing.
    const there = BE.has(words[before] ?? "") || (words[before] === "been" && HAVE.has(words[before - 1] ?? ""));
    const subject = there && words[words[before] === "been" ? before - 2 : before - 1] === "there";
    if (subject) {
      if (
        !/^(?:mentions?|references?|word|comments?|response|reply|reaction|explanations?|apology|expressions?|details?|statement|message|acknowledge?ment|announcement|criticism|answers?|indication|hint|elaboration|congratulations?|condolences?)$/.test(
          name,
        )
      )
        return null;
      if (/^(?:indication|hint)$/.test(name)) return null;
      if (
        /^expressions?$/.test(name) &&
        !/^(?:regret|remorse|sympathy|condolences?|thanks|sorrow)$/.test(words[noun.at + 2] ?? "")
      )
        return null;
      // "There are no easy answers": nobody was asked.
      if (/^answers?$/.test(name) && /^(?:easy|simple|good|clear|right|real|quick)$/.test(words[noun.at - 1] ?? ""))
        return null;
      return {
        from: before - (words[before] === "been" ? 2 : 1),
        to: noun.at + 1,
        kind: noun.kind,
        who: byOrFrom(line, noun.at + 1),
      };
    }
    // "no details were given", "no messages of this kind were outlined by the agency"
    const given = ahead(
      line,
      noun.at + 1,
      9,
      (w, k) => GIVEN.test(w) || (BE.has(w) && GIVEN.test(words[pastAdverbs(line, k + 1)] ?? "")),
    );
    const isHead =
      i === 0 ||
      /^(?:but|and|though|although|with|,|:|-|;|while|that|however|so|"|\()$/.test(words[i - 1] ?? "") ||
      isLeadIn(words[i - 1]);
    if (given > 0 && isHead && !/^(?:name|names|example|examples|number|numbers|figure|figures)$/.test(name)) {
      const end = BE.has(words[given] ?? "") ? pastAdverbs(line, given + 1) + 1 : given + 1;
      // "no evidence was given to the jury", "no date was announced": told of something else than saying only where the noun is plain.
      return { from: i, to: end, kind: noun.kind, who: byOrFrom(line, noun.at + 1), aboutBefore: false };
    }
    if (given > 0 && isHead && BE.has(words[given] ?? "")) {
      const end = pastAdverbs(line, given + 1) + 1;
      return /^(?:given|released|provided|disclosed|mentioned)$/.test(words[end - 1] ?? "")
        ? { from: i, to: end, kind: "detail-withheld", who: byOrFrom(line, noun.at + 1) }
        : null;
    }
    // Without a verb: "No word on the hostages", "no immediate comment from the ministry", "with no mention of".
    if (!isHead) return null;
    const next = words[noun.at + 1] ?? "";
    if (/^(?:mentions?|references?|allusion)$/.test(name) && /^(?:of|to)$/.test(next))
      return { from: i, to: noun.at + 1, kind: noun.kind, who: "nobody" };
    if (name === "word" && /^(?:on|of|about|from|yet|as)$/.test(next))
      return { from: i, to: noun.at + 1, kind: "topic-not-mentioned", who: byOrFrom(line, noun.at + 1) };
    if (
      /^(?:comments?|response|reply|reaction)$/.test(name) &&
      /^(?:immediate|official|public|formal|further)$/.test(words[i + 1] ?? "") &&
      /^(?:from|by|on|about|,|\.)$/.test(next)
    )
      return { from: i, to: noun.at + 1, kind: "answer-not-given", who: byOrFrom(line, noun.at + 1) };
    if (/^(?:apology|condolences|congratulations)$/.test(name) && /^(?:from|to|for|was|,|\.)$/.test(next) && i === 0)
      return { from: i, to: noun.at + 1, kind: "message-absent", who: byOrFrom(line, noun.at + 1) };
    return null;
  },
};

/** "Made no apology for the raid", but "made no apology for his candour": what one stands by is one's own. */
function withheldApology(words: readonly string[], verb: number, noun: number): boolean {
  return (
    words[verb] === "made" &&
    words[noun] === "apology" &&
    !(words[noun + 1] === "for" && /^(?:his|her|its|their|\p{Ll}+ing)$/u.test(words[noun + 2] ?? ""))
  );
}

function isLeadIn(word: string | undefined): boolean {
  return word !== undefined && /^(?:far|yet|also|still|however|again|meanwhile)$/.test(word);
}

/** Whether somebody is named behind: "from the ministry", "by the agency". */
function byOrFrom(line: Line, i: number): "behind" | "nobody" {
  // "No mention of a retreat from the springs": part of what was not mentioned.
  const about = ahead(line, i, 12, (w) => /^(?:of|on|about)$/.test(w));
  return ahead(line, i, 12, (w, k) => w === "by" || (w === "from" && (about < 0 || k < about))) > 0
    ? "behind"
    : "nobody";
}

/** "said nothing about", "had nothing to say on", "nothing was said of". */
function nothingSaid(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  // "This says nothing about the price": it does not show it.
  if (words[i - 1] === "says" && /^(?:this|that|it|which)$/.test(words[i - 2] ?? "")) return null;
  // "He said nothing had been deleted on purpose": what he said.
  if (isAuxiliary(words[i + 1]) && !/^(?:was|is|has)$/.test(words[i + 1] as string)) return null;
  const about = (at: number): number => ahead(line, at, 4, (w) => /^(?:about|of|on|regarding)$/.test(w));
  if (/^(?:said|says|saying|say)$/.test(words[before] ?? "")) {
    const on = about(i + 1);
    // "The palace has said nothing."
    if (on < 0 && HAVE.has(words[before - 1] ?? "") && /^(?:[.,;]|so|since|yet|publicly|)$/.test(words[i + 1] ?? ""))
      return { from: before - 1, to: i + 1, kind: "message-absent", who: "before" };
    // "Asked if he would run, Marsh said nothing".
    if (on < 0)
      return words[before] === "said" &&
        !isAuxiliary(words[before - 1]) &&
        (words[i + 1] === undefined || /^[.,;]$/.test(words[i + 1] as string)) &&
        words
          .slice(0, before)
          .some(
            (w, k) =>
              /^(?:asked|pressed|questioned)$/.test(w) &&
              /^(?:about|if|whether|why|how|what|who|when|where)$/.test(words[k + 1] ?? ""),
          )
        ? { from: before, to: i + 1, kind: "answer-not-given", who: "before", bare: true }
        : null;
    if (isAuxiliary(words[before - 1]) && !HAVE.has(words[before - 1] ?? "")) return null;
    return {
      from: HAVE.has(words[before - 1] ?? "") ? before - 1 : before,
      to: on + 1,
      kind: "topic-not-mentioned",
      who: "before",
    };
  }
  if (HAVE.has(words[before] ?? "") && words[i + 1] === "to" && /^(?:say|add)$/.test(words[i + 2] ?? "")) {
    const on = about(i + 3);
    return {
      from: before,
      to: on > 0 ? on + 1 : i + 3,
      kind: on > 0 ? "topic-not-mentioned" : "answer-not-given",
      who: "before",
    };
  }
  // "There was nothing at all on the ports", "there is nothing in the speech about them".
  const all = words[i + 1] === "at" && words[i + 2] === "all" ? i + 3 : i + 1;
  const inText = words[all] === "in" ? ahead(line, all + 1, 5, (w) => vocabulary().scopes.has(w)) : -1;
  const topic = inText > 0 ? inText + 1 : all;
  if (
    words[i - 2] === "there" &&
    /^(?:is|was)$/.test(words[i - 1] ?? "") &&
    topic > i + 1 &&
    /^(?:on|about)$/.test(words[topic] ?? "")
  )
    return { from: i - 2, to: topic + 1, kind: "topic-not-mentioned", who: "nobody" };
  // "There was nothing about the ports": what a person has about him goes on otherwise.
  if (
    words[i - 2] === "there" &&
    words[i - 1] === "was" &&
    words[i + 1] === "about" &&
    ahead(line, i + 2, 12, (w) => /^(?:that|to|which)$/.test(w)) < 0
  )
    return { from: i - 2, to: i + 2, kind: "topic-not-mentioned", who: "nobody" };
  if (/^(?:was|is|has)$/.test(words[i + 1] ?? "")) {
    const said = pastAdverbs(line, i + (words[i + 2] === "been" ? 3 : 2));
    const on = words[said] === "said" ? about(said + 1) : -1;
    return on > 0 ? { from: i, to: on + 1, kind: "topic-not-mentioned", who: "nobody" } : null;
  }
  return null;
}
