import type { SilenceKind } from "../../../model/entries.ts";
import { guessUnsaid, unsaidBy } from "../complement.ts";
import {
  type DenialRule,
  type Line,
  ahead,
  beforeAdverbs,
  isAuxiliary,
  isUndone,
  pastAdverbs,
  verbAt,
} from "../line.ts";
import { vocabulary } from "../vocabulary.ts";

const DECLINE = new Set("decline declines declined declining refuse refuses refused refusing".split(" "));
/** Other ways to decline, where what is declined is an interview or a comment. */
const TURNED = new Set("turned turns rejected rejects rebuffed rebuffs spurned spurns".split(" "));
const FAIL = new Set(
  "fail fails failed failing omit omits omitted omitting neglect neglects neglected neglecting forgot chose chooses opted opts preferred prefer prefers decided".split(
    " ",
  ),
);
const UNWILLING = new Set("unwilling unable reluctant refusal refusals failure reluctance unwillingness".split(" "));

/** Verbs that are acts beside their saying: to refuse to release a prisoner or a paper is no silence. */
const REQUESTS =
  /^(?:comments?|requests?|interviews?|questions?|quer(?:y|ies)|inquir(?:y|ies)|elaboration|answers?|invitations?)$/;

/** "declined to comment", "refused to say when", "failed to mention", "chose not to name him", "her refusal to answer". */
export const declined: DenialRule = {
  name: "declined-1",
  at: new Set([...DECLINE, ...FAIL, ...UNWILLING, ...TURNED]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (TURNED.has(word)) return turnedDown(line, i);
    const isDecline = DECLINE.has(word);
    // "did not refuse to answer", "never fails to mention".
    const before = beforeAdverbs(line, i - 1);
    const from = isAuxiliary(words[before]) ? before : i;
    if (isUndone(line, i)) return null;
    const reached = infinitive(
      line,
      i,
      FAIL.has(word) && /^(?:chose|chooses|opted|opts|prefer|prefers|preferred|decided)$/.test(word),
    );
    if (reached > 0) {
      const unsaid = unsaidBy(line, reached, ["base"]) ?? (isDecline ? guessUnsaid(line, reached) : null);
      // "Failed to address the crisis", "failed to spot": blame for bad work. In a speech a topic is addressed with words.
      if (
        word.startsWith("fail") &&
        (/^(?:identify|recogni[sz]e|describe)$/.test(words[reached] ?? "") ||
          (words[reached] === "address" && unsaid?.kind === "topic-not-mentioned" && !nearSpeech(line, reached)))
      )
        return null;
      // "Failed to clearly explain", "failed to produce evidence": poor work, no silence.
      if (
        word.startsWith("fail") &&
        words
          .slice(i + 1, Math.min(words.length, reached + 9))
          .some(
            (w, k) =>
              (i + 1 + k < reached || /^[.,;]?$/.test(words[i + 2 + k] ?? "")) &&
              /^(?:clearly|properly|adequately|fully|convincingly|coherently|sufficiently|satisfactorily|effectively)$/.test(
                w,
              ),
          )
      )
        return null;
      if (word.startsWith("fail") && /^(?:produce|present|get|have|make|carry|receive)$/.test(words[reached] ?? ""))
        return null;
      if (!unsaid)
        return (
          releaseOwed(line, i, reached) ??
          summonsMissed(line, i, reached, from) ??
          verdictMissed(line, i, reached, from) ??
          wordRefused(line, i, reached, from) ??
          failedToAct(line, i, reached, from)
        );
      const lemma = verbAt(line, reached, ["base"])?.lemma ?? words[reached] ?? "";
      // To decline to say something is to leave a question open, whatever was asked.
      const kind = unsaid.kind
        ? kindOf(word, lemma, unsaid.kind)
        : isDecline &&
            lemma === "say" &&
            words[reached + 1] !== '"' &&
            !/^(?:no|yes|goodbye)$/.test(words[reached + 1] ?? "")
          ? "answer-not-given"
          : null;
      if (
        UNWILLING.has(word) &&
        /^(?:fail|reluct)/.test(word) &&
        kind === "answer-not-given" &&
        !/^(?:answer|comment)$/.test(lemma) &&
        ahead(line, reached + 1, 6, (w) => /^(?:requests?|questions?|calls|queries|letters?|messages?)$/.test(w)) < 0
      )
        return null;
      const noun = /^(?:refusals?|failure|reluctance|unwillingness)$/.test(word);
      const owner = noun ? ownerBefore(line, i) : null;
      if (noun && !owner) return null;
      return {
        from: owner ? owner.from : from,
        to: Math.max(unsaid.to, reached + 1),
        kind,
        who: owner ?? "before",
        bare: isDecline,
        noun,
      };
    }
    if (!isDecline) return null;
    // "Asked about the loan, he declined."
    if (/^[.,;]?$/.test(words[i + 1] ?? "") && asked(words, i))
      return { from, to: i + 1, kind: "answer-not-given", who: "before", bare: true };
    // "declined comment", "declined repeated requests for an interview"
    const noun = ahead(line, i + 1, 5, (w) => REQUESTS.test(w));
    if (noun < 0 || ahead(line, i + 1, noun - i, (w) => /^(?:by|to|in|of|from|with|as|,)$/.test(w)) > 0) return null;
    const kept = /^(?:request|invitation)/.test(words[noun] ?? "")
      ? ahead(line, noun + 1, 6, (w) => /^(?:comment|interview|interviews|information)$/.test(w)) > 0
      : true;
    return kept ? { from, to: noun + 1, kind: "answer-not-given", who: "before", bare: true } : null;
  },
};

/** A speech, a letter or the like stands near. */
function nearSpeech({ words }: Line, at: number): boolean {
  return words.slice(Math.max(0, at - 8), at + 12).some((w) => w !== "address" && vocabulary().scopes.has(w));
}

/** "Turned down requests for an interview", "rejected a request for comment". */
function turnedDown(line: Line, i: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  const at = (words[i] as string).startsWith("turn") ? (words[i + 1] === "down" ? i + 2 : -1) : i + 1;
  if (at < 0 || isUndone(line, i)) return null;
  const noun = ahead(line, at, 8, (w) => /^(?:interviews?|comment)$/.test(w));
  return noun > 0 && ahead(line, at, noun - at, (w) => /^(?:by|,|who|that|in|of|from)$/.test(w)) < 0
    ? { from: i, to: noun + 1, kind: "answer-not-given", who: "before", bare: true }
    : null;
}

/** "his failure to release the accounts": an act that was owed. */
function releaseOwed(line: Line, i: number, reached: number): ReturnType<DenialRule["find"]> {
  const owner = ownerBefore(line, i);
  return owner && line.words[i] === "failure" && /^(?:release|publish)$/.test(line.words[reached] ?? "")
    ? { from: owner.from, to: reached + 1, kind: "act-absent", who: owner, noun: true }
    : null;
}

/** "failed to appear before the committee": where one is summoned, one is awaited. */
function summonsMissed(line: Line, i: number, reached: number, from: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (!/^fail(?:ed|s)$/.test(words[i] ?? "") || !/^(?:appear|testify|show|turn)$/.test(words[reached] ?? ""))
    return null;
  if (/^(?:show|turn)$/.test(words[reached] as string) && words[reached + 1] !== "up") return null;
  const before = ahead(line, reached + 1, 7, (w) =>
    /^(?:court|talks|meeting|debate|vote|summit|interview|trial|committee|hearing|panel|judge|tribunal|commission|inquiry)$/.test(
      w,
    ),
  );
  return before > 0 ? { from, to: reached + 1, kind: "act-absent", who: "before" } : null;
}

/** "The jury failed to reach a verdict": what a court sits for. */
function verdictMissed(line: Line, i: number, reached: number, from: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (!/^fail(?:ed|s)$/.test(words[i] ?? "") || !/^(?:reach|return|deliver|hand)$/.test(words[reached] ?? ""))
    return null;
  const verdict = ahead(line, reached + 1, 5, (w) => /^(?:verdict|ruling|judgment|judgement|decision)$/.test(w));
  return verdict > 0 ? { from, to: verdict + 1, kind: "act-absent", who: "before" } : null;
}

const CALLS = /^(?:call|label|describe|brand|term|characteri[sz]e|recogni[sz]e|declare|identify)$/;

/** "Refused to call the raid terrorism", "her refusal to label it an attack", "declined to declare it responsible": a word is kept back. */
function wordRefused(line: Line, i: number, reached: number, from: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (!/^(?:declin|refus|unwill|reluct)/.test(words[i] ?? "") || !CALLS.test(words[reached] ?? "")) return null;
  const owner = /^(?:refusals?|reluctance)$/.test(words[i] as string) ? ownerBefore(line, i) : null;
  const blames = ahead(line, reached + 1, 5, (w) => /^(?:responsible|guilty|culpable)$/.test(w)) > 0;
  const isCall = /^(?:call|label|brand|term|characteri|describe)/.test(words[reached] as string);
  const named =
    ahead(
      line,
      reached + 1,
      9,
      (w, k) => w === "as" || w === '"' || (isCall && k > reached + 2 && /^(?:an?|the)$/.test(w)),
    ) > 0;
  if (
    /^(?:for|on|upon|up|off|back|in|a|an|elections?|snap|early)$/.test(words[reached + 1] ?? "") ||
    (!named && !blames)
  )
    return null;
  if (/^(?:recogni|identify)/.test(words[reached] as string) && ahead(line, reached + 1, 9, (w) => w === "as") < 0)
    return null;
  return {
    from: owner?.from ?? from,
    to: reached + 1,
    kind: blames ? "not-criticised" : "topic-not-mentioned",
    who: owner ?? "before",
    bare: !owner,
    noun: owner !== null,
  };
}

/** "By failing to act, the governor": an act that was due. */
function failedToAct(line: Line, i: number, reached: number, from: number): ReturnType<DenialRule["find"]> {
  const { words } = line;
  if (
    !(words[i] ?? "").startsWith("fail") ||
    words[reached] !== "act" ||
    !/^(?:[.,;"]|on|in|when|sooner|quickly|earlier|)$/.test(words[reached + 1] ?? "")
  )
    return null;
  const owner = words[i] === "failure" ? ownerBefore(line, i) : null;
  return owner
    ? { from: owner.from, to: reached + 1, kind: "act-absent", who: owner, noun: true }
    : { from, to: reached + 1, kind: "act-absent", who: "before", bare: true };
}

/** The one whose noun stands at `i`: "his", "the ministry's", an adjective or two before the noun. */
export function ownerBefore({ words }: Line, i: number): { from: number; to: number } | null {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const word = words[k] as string;
    if (/^(?:his|her|its|their)$/.test(word)) return { from: k, to: k + 1 };
    if (word !== "'s" && word !== "'") {
      if (!/^\p{L}+$/u.test(word)) return null;
      continue;
    }
    let from = k - 1;
    while (
      from > 0 &&
      from > k - 6 &&
      /^[\p{L}.-]+$/u.test(words[from - 1] as string) &&
      !NO_OWNER.test(words[from - 1] as string) &&
      words[from] !== "the" &&
      words[from] !== "a"
    )
      from--;
    return from >= 0 ? { from, to: k } : null;
  }
  return null;
}

const NO_OWNER =
  /^(?:of|on|by|to|for|but|and|that|at|in|with|said|says|over|about|as|from|broke|breaks?|broken|ends?|ended|mocked|cited|citing|despite|after|criticised|criticized|condemned|noted|given|because|suggested|suggests|argued|claimed|denounced|defended|explained|mentioned|slammed|blasted|while|when|is|was|like|against|called|blamed|questioned|is|are|were)$/;

/** Index of the infinitive that hangs on the word at `i`; words such as "through a spokesman" may stand between. -1 for none. */
function infinitive(line: Line, i: number, denied: boolean): number {
  const { words } = line;
  if (denied) {
    if (words[i + 1] !== "not" || words[i + 2] !== "to") return -1;
    return pastAdverbs(line, i + 3);
  }
  const to = ahead(line, i + 1, 10, (w) => w === "to");
  if (to < 0) return -1;
  const between = words.slice(i + 1, to);
  // "declined to" at once, or something that belongs to the telling in between.
  if (
    between.length > 0 &&
    !/^(?:,|through|on|in|via|for|until|when|last|this|again|repeatedly|also|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|immediately|publicly|however|both|so)$/.test(
      between[0] as string,
    ) &&
    !(between[0] as string).endsWith("ly")
  )
    return -1;
  return pastAdverbs(line, to + 1);
}

/** A question declined is not answered; a name or detail declined is withheld all the same. */
function kindOf(word: string, lemma: string, kind: SilenceKind): SilenceKind {
  if (/^(?:fail|omit|neglect|forgot)/.test(word)) return kind;
  if (/^prefers?$/.test(word) && /^(?:discuss|talk|speak)$/.test(lemma)) return "answer-not-given";
  if (/^(?:chose|choose|opted|opts|prefer|decided)/.test(word)) return kind;
  if (/^(?:say|state|tell|comment|answer|respond|reply|discuss|address|confirm|speak|talk|weigh|take)$/.test(lemma))
    return "answer-not-given";
  return kind;
}

/** Whether somebody was asked about something earlier in the sentence. */
function asked(words: readonly string[], i: number): boolean {
  for (let k = Math.max(0, i - 30); k < i; k++)
    if (
      /^(?:asked|pressed|questioned)$/.test(words[k] as string) &&
      /^(?:about|whether|if|why|how|what|who|when|where|for|on|repeatedly)$/.test(words[k + 1] ?? "")
    )
      return true;
  return false;
}
