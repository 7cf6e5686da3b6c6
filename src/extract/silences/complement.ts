import type { SilenceKind } from "../../model/entries.ts";
import { type Line, ahead, asksAt, endsAt, hasClass, pastAdverbs, verbAt } from "./line.ts";
import { type NounClass, type VerbForm, vocabulary } from "./vocabulary.ts";

/** What a verb of saying leaves unsaid when it is denied: the kind, and where the words that decide it end. */
export interface Unsaid {
  readonly kind: SilenceKind | null;
  /** Index behind the last word that decides. */
  readonly to: number;
}

const KIND_OF_NOUN: Readonly<Record<NounClass, SilenceKind>> = {
  "detail-noun": "detail-withheld",
  "answer-noun": "answer-not-given",
  "topic-noun": "topic-not-mentioned",
  "message-noun": "message-absent",
  "blame-noun": "not-criticised",
};

/** Words that may stand between "any" or "no" and the noun. */
const BETWEEN_NOUN = /^[\p{L}\p{N}’'-]+$/u;

/**
 * The noun whose absence is a silence, in the noun phrase that begins at `i`: "further details", "immediate comment". Null where
 * another kind of phrase begins, or the noun found only qualifies the next ("no details page").
 */
export function absentNoun(line: Line, i: number, reach = 5): { kind: SilenceKind; at: number } | null {
  const { nouns } = vocabulary();
  for (let at = i; at < Math.min(line.words.length, i + reach); at++) {
    const word = line.words[at] as string;
    const name = nouns.get(word);
    const next = line.words[at + 1] ?? "";
    if (name && nouns.has(next)) continue;
    if (name && !(/^\p{Ll}+$/u.test(next) && !FOLLOWS_NOUN.test(next)))
      return name === "topic-noun" &&
        word === "word" &&
        !/^(?:on|of|about|from|as|yet|whether|,|\.)$/.test(next) &&
        !(/^(?:in|at)$/.test(next) && ahead(line, at + 2, 7, (w) => /^(?:of|about|whether)$/.test(w)) > 0)
        ? null
        : { kind: KIND_OF_NOUN[name], at };
    // "no sign of damage to the statement": the noun belongs to another phrase.
    if (
      !BETWEEN_NOUN.test(word) ||
      /^(?:of|in|on|to|from|for|with|by|at|that|who|which|about|than|was|were|is|are)$/.test(word)
    )
      return null;
  }
  return null;
}

/** What may stand behind such a noun: a preposition, a clause, a verb. */
const FOLLOWS_NOUN =
  /^(?:of|on|to|from|for|about|over|as|at|in|by|with|when|where|why|how|which|who|whether|that|regarding|concerning|and|or|nor|but|was|were|has|have|had|is|are|so|yet|until|beyond|after|before|during|either|because|since|while|other|into|against|toward|towards|between|among|came|followed|made|given|explaining|were|immediately|available|emerged|late|early|behind|linking|showing|supporting|saying)$/;

const CALLS =
  /^(?:calls?|messages?|e-?mails?|requests?|phone|inquiries|enquiries|queries|texts?|voicemails?|letters?)$/;
const QUESTIONS =
  /^(?:questions?|requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|emails?|e-mails?|calls?|messages?|letters?|invitations?)$/;
/** What one may say again. */
const SAID_BEFORE =
  /^(?:calls?|pledges?|promises?|threats?|vows?|warnings?|demands?|claims?|accusations?|allegations?|charges?|criticism|assurances?|praise|insistence|assertions?|apology)$/;
const OWN_MATTERS = /^(?:himself|herself|itself|themselves|myself|ourselves|with)$/;

/**
 * What is left unsaid by a denied verb at `i` that stands in one of the forms; null where the verb is none of
 * saying, or takes what makes it mean something else ("did not address the crowd", "did not return home").
 */
export function unsaidBy(line: Line, i: number, forms: readonly VerbForm[]): Unsaid | null {
  const { words } = line;
  const verb = verbAt(line, i, forms);
  if (words[i] === "return" || words[i] === "returned" || words[i] === "returning") {
    const call = ahead(line, i + 1, 6, (w) => CALLS.test(w));
    return call > 0 ? { kind: "answer-not-given", to: call + 1 } : null;
  }
  if (words[i] === "be" || words[i] === "been") return beUnsaid(line, i);
  if (/^(?:bring|brought)$/.test(words[i] ?? "") && ahead(line, i + 1, 6, (w) => w === "up") > 0)
    return { kind: "topic-not-mentioned", to: i + 1 };
  if (/^touch(?:ed|ing)?$/.test(words[i] ?? "") && /^(?:on|upon)$/.test(words[i + 1] ?? ""))
    return { kind: "topic-not-mentioned", to: i + 2 };
  if (/^tak(?:e|en|ing)$/.test(words[i] ?? "")) {
    const question = ahead(line, i + 1, 5, (w) => QUESTIONS.test(w));
    if (question > 0) return { kind: "answer-not-given", to: question + 1 };
    const side = ahead(line, i + 1, 4, (w) => /^(?:positions?|stand|stance|sides?)$/.test(w));
    return side > 0 &&
      (/^(?:on|in|about|regarding)$/.test(words[side + 1] ?? "") || (words[side] !== "stand" && endsAt(line, side + 1)))
      ? { kind: "message-absent", to: side + 1 }
      : null;
  }
  // "Did not repeat his pledge": words spoken before, which were to be heard again.
  if (/^(?:repeat|repeated|repeating|reiterat(?:e|ed|ing)|renew(?:ed|ing)?)$/.test(words[i] ?? "")) {
    const said = ahead(line, i + 1, 6, (w) => SAID_BEFORE.test(w));
    return said > 0 ? { kind: "message-absent", to: said + 1 } : null;
  }
  // "Would not put a date on the first cut".
  if (/^put(?:ting)?$/.test(words[i] ?? "")) {
    const named = ahead(line, i + 1, 4, (w) => /^(?:dates?|numbers?|figures?|timeline|timeframe|timetable)$/.test(w));
    return named > 0 && /^(?:on|to)$/.test(words[named + 1] ?? "") ? { kind: "detail-withheld", to: named + 2 } : null;
  }
  if (/^pick(?:ed|ing)?$/.test(words[i] ?? "") && words[i + 1] === "up") {
    const phone = ahead(line, i + 2, 2, (w) => /^(?:phone|telephone|calls?)$/.test(w));
    return phone > 0 || endsAt(line, i + 2) ? { kind: "answer-not-given", to: phone > 0 ? phone + 1 : i + 2 } : null;
  }
  if (/^weigh(?:ed|ing)?$/.test(words[i] ?? "") && words[i + 1] === "in")
    return { kind: "topic-not-mentioned", to: i + 2 };
  if (/^rais(?:e|ed|ing)$/.test(words[i] ?? "")) {
    const topic = ahead(line, i + 1, 5, (w) =>
      /^(?:issues?|matters?|questions?|subject|topic|concerns?|possibility)$/.test(w),
    );
    return topic > 0 ? { kind: "topic-not-mentioned", to: topic + 1 } : null;
  }
  // An army attacks with guns; who attacks directly, by name or in a speech, does so with words.
  if (/^attack(?:ed|ing)?$/.test(words[i] ?? ""))
    return ahead(
      line,
      i + 1,
      9,
      (w, k) => w === "directly" || (w === "name" && words[k - 1] === "by") || inSpeech(line, k),
    ) > 0
      ? { kind: "not-criticised", to: i + 1 }
      : null;
  // "refused to use the word", "never uttered the name"
  if (
    /^(?:us(?:e|ed|es|ing)|utter(?:ed|s|ing)?|say|said|saying)$/.test(words[i] ?? "") &&
    ahead(line, i + 1, 4, (w) => /^(?:words?|terms?|phrases?|expression)$/.test(w)) > 0
  ) {
    // "Did not say a word about the strike".
    const word = ahead(line, i + 1, 4, (w) => w === "word");
    // "Never uttered the word sorry".
    if (
      word > 0 &&
      /^(?:sorry|apolog(?:y|ise|ize)|regret)$/.test(words[words[word + 1] === '"' ? word + 2 : word + 1] ?? "")
    )
      return { kind: "message-absent", to: i + 1 };
    const about =
      word > 0 && /^(?:a|one|single)$/.test(words[i + 1] ?? "") && /^(?:about|on|of)$/.test(words[word + 1] ?? "");
    return { kind: "topic-not-mentioned", to: about ? word + 2 : i + 1 };
  }
  // "Without speaking his name", "never said her name".
  if (
    /^(?:speak|spoke|spoken|speaking|say|said|saying)$/.test(words[i] ?? "") &&
    /^(?:his|her|its|their|the|\p{Lu}.*|'s)$/u.test(words[i + 1] ?? "") &&
    /^names?$/.test(words[i + 2] ?? "")
  )
    return { kind: "topic-not-mentioned", to: i + 1 };
  if (/^testif(?:y|ied|ying)$/.test(words[i] ?? "")) return { kind: "answer-not-given", to: i + 1 };
  if (/^(?:go|gone|going)$/.test(words[i] ?? "") && words[i + 1] === "into") {
    const noun = absentNoun(line, i + 2, 4);
    return noun ? { kind: "detail-withheld", to: noun.at + 1 } : null;
  }
  if (!verb) return null;
  const next = words[i + 1] ?? "";
  // "Neither spoke with reporters": to whom, before with whom.
  if (verb.classes.has("spoken") && next === "with") {
    const press = ahead(line, i + 2, 3, (w) => /^(?:reporters|journalists|press|media)$/.test(w));
    return press > 0 ? { kind: "answer-not-given", to: press + 1 } : null;
  }
  if (OWN_MATTERS.test(next)) return null;
  if ((verb.lemma === "name" || verb.lemma === "mention") && guiltUnnamed(line, i))
    return { kind: "not-criticised", to: i + 1 };
  if (verb.classes.has("blame")) return { kind: "not-criticised", to: i + 1 };
  if (verb.classes.has("answer"))
    return /^(?:treatment|therapy|drugs|antibiotics|well|in)$/.test(words[i + 2] ?? "") && verb.lemma === "respond"
      ? null
      : next === "in" || (verb.lemma === "react" && !reactsInWords(line, i))
        ? null
        : { kind: "answer-not-given", to: i + 1 };
  if (verb.lemma === "address") {
    const { audiences } = vocabulary();
    if (ahead(line, i + 1, 6, (w) => audiences.has(w)) > 0) return null;
    const question = ahead(line, i + 1, 5, (w, k) => /^(?:questions?|queries)$/.test(w) && words[k + 1] !== "of");
    return { kind: question > 0 ? "answer-not-given" : "topic-not-mentioned", to: i + 1 };
  }
  if (verb.lemma === "refer" && !/^(?:to|back|specifically|directly)$/.test(next) && !endsAt(line, i + 1)) return null;
  // To decide "without discussing it with the guild" leaves the guild out, not the topic.
  if (verb.lemma === "discuss") {
    const partner = ahead(line, i + 1, 6, (w) => w === "with");
    if (
      partner > 0 &&
      !/^(?:reporters|journalists|press|media)$/.test(words[partner + (words[partner + 1] === "the" ? 2 : 1)] ?? "")
    )
      return null;
  }
  if (verb.classes.has("topic")) return { kind: "topic-not-mentioned", to: i + 1 };
  if (verb.classes.has("spoken")) {
    if (next === "out") return { kind: "message-absent", to: i + 2 };
    if (next === "in" && words[i + 2] === "public") return { kind: "message-absent", to: i + 3 };
    if (words[i - 1] === "publicly" || (next === "publicly" && !/^(?:of|about)$/.test(words[i + 2] ?? "")))
      return { kind: "message-absent", to: next === "publicly" ? i + 2 : i + 1 };
    if (/^(?:of|about)$/.test(next)) return { kind: "topic-not-mentioned", to: i + 2 };
    const reporters = ahead(line, i + 1, 4, (w) => /^(?:reporters|journalists|press|media)$/.test(w));
    return reporters > 0 ? { kind: "answer-not-given", to: reporters + 1 } : null;
  }
  if (verb.classes.has("message")) return { kind: "message-absent", to: i + 1 };
  // What is revealed sooner or later is news, not a detail of it.
  if (
    /^(?:reveal|disclose|announce)$/.test(verb.lemma) &&
    ahead(line, i + 1, 6, (w) => /^(?:sooner|earlier)$/.test(w)) > 0
  )
    return { kind: "message-absent", to: i + 1 };
  // To have shown what one is, in a year long past, is no saying.
  if (
    /^(?:reveal|disclose|describe|explain)$/.test(verb.lemma) &&
    /^(?:in|at|during|before|until|for)$/.test(next) &&
    !asksAt(line, i + 1)
  )
    return null;
  if (verb.classes.has("expected")) return { kind: "act-absent", to: i + 1 };
  if (verb.lemma === "expand" && next !== "on") return null;
  if (verb.lemma === "spell" && ahead(line, i + 1, 4, (w) => w === "out") < 0) return null;
  if (verb.lemma === "describe" && ahead(line, i + 1, 8, (w) => w === "as") > 0) return null;
  if (verb.classes.has("detail"))
    return verb.lemma === "name" && namesToOffice(line, i) ? null : { kind: "detail-withheld", to: i + 1 };
  if (verb.classes.has("confirm")) {
    if (verb.lemma === "deny") return null;
    return /^(?:or|nor)$/.test(next) && (words[i + 2] ?? "").startsWith("den")
      ? { kind: "answer-not-given", to: i + 3 }
      : { kind: "detail-withheld", to: i + 1 };
  }
  if (verb.classes.has("asks")) return asksUnsaid(line, i);
  if (verb.classes.has("light")) {
    const at = pastAdverbs(line, i + 1);
    // "Did not make the final text".
    if (
      verb.lemma === "make" &&
      /^(?:it|the)$/.test(words[at] ?? "") &&
      ahead(line, at + 1, 4, (w) => /^(?:final|text|cut|speech|draft|version)$/.test(w)) > 0
    )
      return { kind: "topic-not-mentioned", to: i + 1 };
    // "Does not make as many references as before": fewer, but some.
    if (words[at] === "as") return null;
    const start = /^(?:any|a|an|the|further|more|many|much|his|her|its|their|him|them|us|reporters)$/.test(
      words[at] ?? "",
    )
      ? at + 1
      : at;
    // "A single piece of evidence".
    const piece = ahead(line, start, 3, (w, k) => /^(?:piece|shred|scrap)$/.test(w) && words[k + 1] === "of");
    const noun = absentNoun(line, piece > 0 ? piece + 2 : start, 5);
    if (!noun) return null;
    // What somebody has is said of him; only an answer or a mention is had in speech.
    if (
      verb.lemma === "have" &&
      !/^(?:comments?|answers?|mention|reference|details|explanation)$/.test(words[noun.at] ?? "")
    )
      return null;
    return { kind: noun.kind, to: noun.at + 1 };
  }
  return null;
}

/** "Did not immediately react to the charge": whoever is told of words reacts with words, a patient to a drug without. */
function reactsInWords(line: Line, i: number): boolean {
  return (
    /^(?:immediately|publicly|officially|yet)$/.test(line.words[i - 1] ?? "") ||
    /^(?:still|yet)$/.test(line.words[i - 2] ?? "") ||
    (line.words[i + 1] === "to" &&
      ahead(line, i + 2, 5, (w) =>
        /^(?:accusations?|allegations?|remarks|statement|report|reports|comments|claims?|announcement|news|proposal|offer|criticism|request|ruling|speech|calls?|verdict)$/.test(
          w,
        ),
      ) > 0)
  );
}

/** "Stopped short of naming Solvan", "did not name the party responsible", "condemned the raid without mentioning Solvan by name". */
function guiltUnnamed({ words, tokens }: Line, i: number): boolean {
  const name = words[i + 1] === "the" ? i + 2 : i + 1;
  const behind = words.slice(i + 1, i + 6);
  if (
    (words[i] ?? "").startsWith("nam") &&
    behind.some((w) => /^(?:culprits?|perpetrators?|attackers?|aggressor)$/.test(w))
  )
    return true;
  if (
    (words[i] ?? "").startsWith("nam") &&
    behind.some(
      (w, k) =>
        /^(?:responsible|guilty)$/.test(w) &&
        /^(?:party|parties|side|country|state|group|those)$/.test(behind[k - 1] ?? ""),
    )
  )
    return true;
  // A name of one word or more that is no office's: "naming Marsh as deputy".
  if (
    !/^\p{Lu}/u.test(tokens[name]?.reads ?? "") ||
    words.slice(name, name + 5).some((w) => /^(?:as|to|deputy|successor)$/.test(w))
  )
    return false;
  if (words[i - 1] === "of" && words[i - 2] === "short") return (words[i] ?? "").startsWith("nam");
  const byName = words.slice(name, name + 6).includes("name");
  return (
    ((words[i] ?? "").startsWith("nam") || byName) &&
    words.some(
      (w) =>
        /^(?:condemn|criticis|criticiz|denounc|blam|accus|slam|blast|rebuk|rail|lash|attack|warn)/.test(w) &&
        w !== words[i],
    )
  );
}

/** "was not named to the board": an office, not a silence. */
function namesToOffice({ words }: Line, i: number): boolean {
  return (
    /^(?:to|as|after|for)$/.test(words[i + 1] ?? "") ||
    /^(?:successor|replacement|cabinet|price)$/.test(words[i + 2] ?? "")
  );
}

/** "would not be drawn", "declined to be interviewed"; "declined to be named" tells of a source, not of a silence. */
function beUnsaid(line: Line, i: number): Unsaid | null {
  const at = pastAdverbs(line, i + 1);
  const word = line.words[at] ?? "";
  if (/^(?:drawn|interviewed)$/.test(word)) return { kind: "answer-not-given", to: at + 1 };
  if (/^(?:more|specific)$/.test(word) && /^specific$/.test(line.words[at + (word === "more" ? 1 : 0)] ?? ""))
    return { kind: "detail-withheld", to: at + 1 };
  return /^(?:named|identified|quoted|cited)$/.test(word) ? { kind: null, to: at + 1 } : null;
}

/** "did not say when", "did not say more", "did not say". A claim that somebody "did not say that …" is left alone. */
function asksUnsaid(line: Line, i: number): Unsaid | null {
  const { words } = line;
  if (/^(?:know|remember|recall)/.test(words[i] ?? "")) return null;
  const isTell = /^(?:tell|told|telling)$/.test(words[i] ?? "");
  let at = i + 1;
  if (isTell) {
    const wh = ahead(line, at, 5, (_, k) => asksAt(line, k));
    return wh > 0 ? { kind: "detail-withheld", to: i + 1 } : null;
  }
  if (/^(?:anything|nothing|much|more|a)$/.test(words[at] ?? "")) {
    const about = ahead(line, at + 1, 4, (w) => /^(?:about|on|of)$/.test(w));
    if (about > 0)
      return {
        kind: words[at] === "much" || words[at] === "more" ? "detail-withheld" : "topic-not-mentioned",
        to: about + 1,
      };
    return words[at] === "a"
      ? null
      : { kind: words[at] === "anything" ? saidAtAll(line, i, at) : "detail-withheld", to: at + 1 };
  }
  if (asksAt(line, at)) return { kind: "detail-withheld", to: at };
  if (words[at] === ",") at++;
  // What is told in between: "did not say in the interview when".
  if (/^(?:in|at|on|to|during|precisely|for)$/.test(words[at] ?? "")) {
    const wh = ahead(line, at, 7, (w, k) => vocabulary().wh.has(w) && k > at);
    if (wh > 0) return { kind: "detail-withheld", to: i + 1 };
  }
  if (endsAt(line, i + 1) && words[i + 1] !== '"' && words[i + 1] !== ":" && !/^[,"']$/.test(words[i + 1] ?? ""))
    return { kind: "detail-withheld", to: i + 1 };
  // "Did not indicate the source of the money".
  if (
    /^(?:indicat|stat)/.test(words[i] ?? "") &&
    /^(?:the|an?|any|his|her|its|their)$/.test(words[i + 1] ?? "") &&
    ahead(line, i + 2, 3, (w, k) => w === "of" || w === "behind" || (w === "for" && k > i + 2)) > 0
  )
    return { kind: "detail-withheld", to: i + 1 };
  return { kind: null, to: i + 1 };
}

/** "Has not said anything": no word came at all. What is said to one's wife is nobody's business. */
function saidAtAll(line: Line, verb: number, at: number): SilenceKind | null {
  return line.words[verb] === "said" && /^(?:[.,;"]|publicly|yet|since|so|in|)$/.test(line.words[at + 1] ?? "")
    ? "message-absent"
    : null;
}

/** "Declined to speculate", "would not estimate the cost": only who will not is silent, who did not foresee is not. */
export function guessUnsaid({ words }: Line, i: number): Unsaid | null {
  return /^(?:speculate|estimate|project|predict|forecast|guess|characteri[sz]e)$/.test(words[i] ?? "")
    ? { kind: "answer-not-given", to: i + 1 }
    : null;
}

/** "In his remarks". */
function inSpeech({ words }: Line, at: number): boolean {
  return words[at] === "in" && words.slice(at + 1, at + 5).some((w) => vocabulary().scopes.has(w));
}

/** Whether a denied verb is one of the list of acts that may be expected of somebody. */
export function isExpectedAct(line: Line, i: number, forms: readonly VerbForm[]): boolean {
  const verb = verbAt(line, i, forms);
  return hasClass(verb, "act") || hasClass(verb, "expected");
}
