import type { SilenceKind } from "../../../model/entries.ts";
import { isExpectedAct, unsaidBy } from "../complement.ts";
import {
  BE,
  type Denial,
  type DenialRule,
  DO,
  HAVE,
  type Line,
  ahead,
  beforeAdverbs,
  pastAdverbs,
  verbAt,
} from "../line.ts";
import { clauseStart, isPart, nounPhraseEnd, textIn } from "../parts.ts";
import { vocabulary } from "../vocabulary.ts";

/**
 * What was to be expected and did not come: "the usual handshake was dispensed with", "nor was there the customary toast", "unlike
 * in May neither of them has appealed", "was due to report; his chair stayed empty", "adjourned without doing so", "was nowhere
 * in the pictures", "had not done so by midnight", "has let the day go by without a message".
 */
export const customary: DenialRule = {
  name: "customary-1",
  at: new Set([
    ..."usual ceremonial traditional customary ritual obligatory".split(" "),
    ..."not n't without still empty nowhere neither let never none".split(" "),
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (isPart(word, "usual")) return usual(line, i);
    if (word === "without") return withoutSo(line, i);
    if (word === "empty") return emptyChair(line, i);
    if (word === "nowhere") return nowhereSeen(line, i);
    if (word === "still") return stillNone(line, i);
    if (word === "let") return letPass(line, i);
    if (word === "neither") return neitherOf(line, i);
    // "Had been expected to table a motion; none has been tabled".
    if (word === "none")
      return /^[,;]$|^but$/.test(words[i - 1] ?? "") &&
        /^(?:came|followed|was|has|have|were)$/.test(words[i + 1] ?? "") &&
        wasToCome(words, Math.max(0, i - 40), i)
        ? { from: i, to: i + 2, kind: "act-absent", who: "nobody", left: none(i) }
        : null;
    return doneSo(line, i) ?? notListed(line, i) ?? unlikeBefore(line, i);
  },
};

type Found = Omit<Denial, "by"> | null;

const none = (i: number): { from: number; to: number } => ({ from: i, to: i });

function kindOfNoun(word: string | undefined): SilenceKind {
  const name = vocabulary().nouns.get(word ?? "");
  return name === "message-noun" || isPart(word, "sorrow") || /^(?:wish|wishes|blessing|toast|salute)$/.test(word ?? "")
    ? "message-absent"
    : name === "topic-noun"
      ? "topic-not-mentioned"
      : "act-absent";
}

/** "The usual handshake was dispensed with", "nor was there the usual toast", "there was no customary toast". */
function usual(line: Line, i: number): Found {
  const { words } = line;
  const noun = nounPhraseEnd(line, i + 1);
  if (noun <= i) return null;
  const kind = kindOfNoun(words[noun]);
  const the = /^(?:the|an?|any|no|his|her|its|their)$/.test(words[i - 1] ?? "") ? i - 1 : i;
  const nor =
    /^(?:nor|neither)$/.test(words[the - 3] ?? "") && BE.has(words[the - 2] ?? "") && words[the - 1] === "there";
  if (nor) return { from: the - 3, to: noun + 1, kind, who: "nobody", left: { from: i, to: noun + 1 } };
  const thereNo = words[the] === "no" && BE.has(words[the - 1] ?? "") && words[the - 2] === "there";
  if (thereNo) return { from: the - 2, to: noun + 1, kind, who: "nobody", left: { from: i, to: noun + 1 } };
  // Its verb may stand behind an "of": "the ritual thanks to the outgoing minister was missing".
  const be = ahead(line, noun + 1, 10, (w) => BE.has(w) || DO.has(w));
  if (be < 0 || words.slice(noun + 1, be).some((w) => /^(?:,|that|which|who)$/.test(w))) return null;
  const at = pastAdverbs(line, be + 1);
  const past = words[at] ?? "";
  const gone =
    /^(?:missing|absent|omitted|skipped|dropped|gone)$/.test(past) &&
    /^(?:[.,;"]|this|from|on|in|and|)$/.test(words[at + 1] ?? "")
      ? at + 1
      : past === "dispensed" && words[at + 1] === "with"
        ? at + 2
        : /^(?:not|n't)$/.test(past) &&
            /^(?:come|materiali[sz]e|take|held|given|made|offered|repeated|exchanged|issued|follow|asked|handed|read|delivered|observed|played|sung)$/.test(
              words[pastAdverbs(line, at + 1)] ?? "",
            )
          ? pastAdverbs(line, at + 1) + 1
          : -1;
  return gone > 0 && the < i
    ? { from: be, to: gone, kind, who: "nobody", opens: the, left: { from: the, to: be } }
    : null;
}

/** Somebody was to do something: "was expected to vote", "was to have presented", "promised a decision". */
function wasToCome(words: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i] as string;
    const next = words[i + 1] ?? "";
    if (
      /^(?:expected|due|scheduled|supposed|slated)$/.test(word) &&
      next === "to" &&
      /^(?:was|were|been|had|is|are|widely|originally)$/.test(words[i - 1] ?? "")
    )
      return true;
    if (
      /^(?:was|were)$/.test(word) &&
      next === "to" &&
      /^(?:have|address|speak|meet|vote|present|appear|sign|attend|testify|give|hold)$/.test(words[i + 2] ?? "")
    )
      return true;
    if (/^(?:promised|pledged|vowed)$/.test(word)) return true;
  }
  return false;
}

/** "Was expected to vote on Monday but adjourned without doing so". */
function withoutSo(line: Line, i: number): Found {
  const { words } = line;
  if (words[i + 1] !== "doing" || words[i + 2] !== "so" || !/^[.,;"]?$/.test(words[i + 3] ?? "")) return null;
  const start = clauseStart(line, i, 45);
  return wasToCome(words, start, i)
    ? { from: i, to: i + 3, kind: "act-absent", who: "before", opens: start, left: none(i) }
    : null;
}

/** "The chief was to have presented his report; his chair stayed empty". */
function emptyChair(line: Line, i: number): Found {
  const { words } = line;
  if (
    !/^(?:stayed|was|remained|were|remains|stays)$/.test(words[i - 1] ?? "") ||
    !/^(?:chair|seat|place|lectern|podium)s?$/.test(words[i - 2] ?? "")
  )
    return null;
  const before = Math.max(0, i - 45);
  const due = wasToCome(words, before, i - 2);
  const of = /^(?:his|her|their|'s)$/.test(words[i - 3] ?? "");
  return due && of
    ? { from: i - 1, to: i + 1, kind: "act-absent", who: { from: i - 3, to: i - 1 }, opens: i - 3, left: none(i) }
    : null;
}

/** "The premier was nowhere in the pictures", "nowhere to be seen". */
function nowhereSeen(line: Line, i: number): Found {
  const { words } = line;
  if (!/^(?:was|were|is|are)$/.test(words[i - 1] ?? "")) return null;
  const seen = words[i + 1] === "to" && words[i + 2] === "be" && /^(?:seen|found)$/.test(words[i + 3] ?? "");
  const pictured =
    words[i + 1] === "in" &&
    ahead(line, i + 2, 4, (w) => /^(?:pictures?|photographs?|photos?|footage|images?|broadcast|line-up)$/.test(w)) > 0;
  if (!(seen || pictured)) return null;
  const who =
    /^\p{Lu}/u.test(line.tokens[i - 2]?.reads ?? "") ||
    words[i - 2] === "," ||
    /^(?:he|she|they|minister|premier|president|leader|general|envoy|mayor)$/.test(words[i - 2] ?? "");
  return who ? { from: i - 1, to: pictured ? i + 2 : i + 4, kind: "act-absent", who: "before", left: none(i) } : null;
}

/** "The prosecutor, who promised a decision by Easter, has still made none". */
function stillNone(line: Line, i: number): Found {
  const { words } = line;
  if (!HAVE.has(words[i - 1] ?? "")) return null;
  const verb =
    /^(?:made|given|taken|issued|offered|sent|published|named|received)$/.test(words[i + 1] ?? "") &&
    words[i + 2] === "none";
  return verb && wasToCome(words, clauseStart(line, i, 45), i)
    ? { from: i - 1, to: i + 3, kind: "act-absent", who: "before", left: none(i) }
    : null;
}

/** "Has let Friday go by without a message". */
function letPass(line: Line, i: number): Found {
  const { words } = line;
  const without = ahead(line, i + 2, 8, (w) => w === "without");
  if (without < 0 || !words.slice(i + 1, without).some((w) => /^(?:go|pass|slip)$/.test(w))) return null;
  const noun = nounPhraseEnd(line, without + 1, 4);
  const word = words[noun] ?? "";
  const name = vocabulary().nouns.get(word);
  const kind =
    /^(?:message|tribute|greeting)s?$/.test(word) || name === "message-noun"
      ? "message-absent"
      : name === "topic-noun"
        ? "topic-not-mentioned"
        : name === "answer-noun"
          ? "message-absent"
          : null;
  if (!kind) return null;
  return {
    from: HAVE.has(words[i - 1] ?? "") ? i - 1 : i,
    to: noun + 1,
    kind,
    who: "before",
    left: { from: i + 1, to: i + 1 },
  };
}

/** "Who usually reacts within minutes, had not done so by midnight". */
function doneSo(line: Line, i: number): Found {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  if (!HAVE.has(words[before] ?? "") || !/^(?:not|n't|never)$/.test(words[i] as string)) return null;
  const at = pastAdverbs(line, i + 1);
  if (words[at] !== "done" || words[at + 1] !== "so") return null;
  const start = clauseStart(line, before, 45);
  const earlier = words.slice(start, before);
  const verb = earlier.find(
    (w, k) =>
      verbAt(line, start + k, ["base", "s", "past", "participle"]) &&
      /^(?:react|respon|repl|answer|comment|congratulat|apologi|condemn)/.test(w),
  );
  if (!verb)
    return wasToCome(words, start, before)
      ? { from: before, to: at + 2, kind: "act-absent", who: "before", left: none(i) }
      : null;
  const kind = /^(?:react|respon|repl|answer|comment)/.test(verb)
    ? "answer-not-given"
    : verb.startsWith("congrat")
      ? "act-absent"
      : verb.startsWith("apologi")
        ? "message-absent"
        : "not-criticised";
  return { from: before, to: at + 2, kind, who: "before", left: none(i) };
}

/** "Iran is not among the eleven countries listed", "was not seen at the ceremony". */
function notListed(line: Line, i: number): Found {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  if (!/^(?:is|are|was|were)$/.test(words[before] ?? "")) return null;
  const at = pastAdverbs(line, i + 1);
  if (words[at] === "among") {
    const listed = ahead(line, at + 1, 8, (w) => /^(?:listed|named|mentioned|invited|thanked)$/.test(w));
    return listed > 0
      ? { from: before, to: listed + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true }
      : null;
  }
  if (words[at] === "in") {
    const named = clauseStart(line, before, 20);
    const part = ahead(line, named, 4, (w) => isPart(w, "part") || /^(?:name|question|answer)s?$/.test(w));
    const text = /^(?:it|them)$/.test(words[at + 1] ?? "")
      ? /^[.,;"]?$/.test(words[at + 2] ?? "")
      : textIn(line, at + 1, at + 5) > 0;
    return part >= 0 && part < before && text
      ? { from: before, to: at + 2, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true }
      : null;
  }
  if (words[at] !== "seen" || words[at + 1] !== "at") return null;
  const event = ahead(line, at + 2, 6, (w) =>
    /^(?:ceremony|parade|funeral|banquet|reception|meeting|session|congress|summit|service|memorial|inauguration|rally)$/.test(
      w,
    ),
  );
  const named =
    /^\p{Lu}/u.test(line.tokens[before - 1]?.reads ?? "") ||
    words[before - 1] === "," ||
    /^(?:he|she|wife|husband|daughter|son|sister|brother|father|mother)$/.test(words[before - 1] ?? "");
  return event > 0 && named ? { from: before, to: at + 1, kind: "act-absent", who: "before", left: none(i) } : null;
}

const BEFORE = /^(?:past|previous|earlier|recent|last|years?|disasters?|predecessors?)$/;

/** Whether the clause sets itself against what went before: "unlike last year", "for the first time in years", "as in the past". */
function contrasts(line: Line, at: number): boolean {
  const { words } = line;
  const start = clauseStart(line, at, 30);
  for (let k = start; k < Math.min(words.length, at + 20); k++) {
    if (k > at && /^[.;:"]$/.test(words[k] as string)) return false;
    if (words[k] === "unlike" && words.slice(k + 1, k + 7).some((w) => BEFORE.test(w))) return true;
    if (
      words[k] === "in" &&
      words[k + 1] === "contrast" &&
      words[k + 2] === "to" &&
      words.slice(k + 3, k + 9).some((w) => BEFORE.test(w))
    )
      return true;
    if (words[k] === "for" && words[k + 1] === "the" && words[k + 2] === "first" && words[k + 3] === "time")
      return true;
  }
  return false;
}

/** "For the first time in years he did not greet the troops". */
function unlikeBefore(line: Line, i: number): Found {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  const helper = words[before] ?? "";
  if (!DO.has(helper) && !HAVE.has(helper)) return null;
  if (!contrasts(line, before)) return null;
  const forms = HAVE.has(helper) ? (["participle"] as const) : (["base"] as const);
  return absent(line, before, pastAdverbs(line, i + 1), forms, "before");
}

function absent(
  line: Line,
  from: number,
  verb: number,
  forms: readonly ("base" | "participle")[],
  who: Denial["who"],
): Found {
  const { words } = line;
  const said = /^(?:greet|appeal|call|warn|threaten|promise|pledge|urge|invite)(?:e?d)?$/.test(words[verb] ?? "");
  if (/^(?:figure|feature|appear)d?$/.test(words[verb] ?? "") && /^(?:[.,;"]|at|in|)$/.test(words[verb + 1] ?? ""))
    return { from, to: verb + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true };
  const unsaid = unsaidBy(line, verb, forms);
  const kind = unsaid?.kind ?? (said ? "message-absent" : isExpectedAct(line, verb, forms) ? "act-absent" : null);
  return kind ? { from, to: Math.max(unsaid?.to ?? 0, verb + 1), kind, who } : null;
}

/** "Unlike in past disasters, neither of them has appealed for help". */
function neitherOf(line: Line, i: number): Found {
  const { words } = line;
  if (words[i + 1] !== "of" || !contrasts(line, i)) return null;
  const aux = ahead(line, i + 2, 6, (w) => HAVE.has(w) || w === "did");
  if (aux < 0) return null;
  const verb = pastAdverbs(line, aux + 1);
  return absent(line, aux, verb, HAVE.has(words[aux] ?? "") ? ["participle"] : ["base"], { from: i, to: aux });
}
