import type { SilenceKind } from "../../../model/entries.ts";
import { isExpectedAct, unsaidBy } from "../complement.ts";
import { DO, type DenialRule, HAVE, type Line, ahead, beforeAdverbs, pastAdverbs, verbAt } from "../line.ts";
import type { VerbForm } from "../vocabulary.ts";

const PARTICIPLE: readonly VerbForm[] = ["participle"];
const BASE: readonly VerbForm[] = ["base"];

/** "has yet to comment", "has yet to agree"; what is to be decided by the event itself ("has yet to arrive") is none. */
export const yetTo: DenialRule = {
  name: "yet-to-1",
  at: new Set(["yet"]),
  find(line, i) {
    const { words } = line;
    if (words[i + 1] !== "to") return null;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (!HAVE.has(helper) && !/^(?:is|are|was|were)$/.test(helper)) return null;
    const at = pastAdverbs(line, i + 2);
    if (/^(?:happen|materiali[sz]e)$/.test(words[at] ?? ""))
      return { from: before, to: at + 1, kind: "act-absent", who: "nobody", aboutBefore: true, withSubject: true };
    if (words[at] === "be") {
      const past = pastAdverbs(line, at + 1);
      if (SETTLED.test(words[past] ?? ""))
        return { from: before, to: past + 1, kind: "act-absent", who: "nobody", aboutBefore: true };
      return /^(?:disclosed|released|named|identified|specified|explained|announced|revealed|published|decided)$/.test(
        words[past] ?? "",
      )
        ? {
            from: before,
            to: past + 1,
            kind: /^(?:announced|published|decided)$/.test(words[past] ?? "") ? "act-absent" : "detail-withheld",
            who: "nobody",
            aboutBefore: true,
          }
        : null;
    }
    const told = planUntold(line, at);
    if (told) return { from: before, to: told, kind: "message-absent", who: "before" };
    // "Has yet to announce a date": the act is told, its day is not.
    if (
      /^(?:announce|set|give|name|fix)$/.test(words[at] ?? "") &&
      ahead(line, at + 1, 3, (w) => /^(?:dates?|timetable|timeline|schedule)$/.test(w)) > 0 &&
      words[at] !== "set" &&
      words[at] !== "fix"
    )
      return { from: before, to: at + 1, kind: "detail-withheld", who: "before" };
    const kind = kindOf(line, at, BASE);
    return kind && { from: before, to: kind.to, kind: kind.kind, who: "before" };
  },
};

/** "still has not agreed", "has not yet signed", "so far has not visited", "has not agreed to so far". */
export const stillNot: DenialRule = {
  name: "still-not-1",
  at: new Set(["not", "n't"]),
  find(line, i) {
    const { words } = line;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (!HAVE.has(helper) && !DO.has(helper)) return null;
    const at = pastAdverbs(line, i + 1);
    const forms = HAVE.has(helper) ? PARTICIPLE : BASE;
    // "Has not been heeded": what was asked for and not done.
    // "Has not appeared in public since May", "has not been seen in public".
    if (HAVE.has(helper)) {
      const seen = words[at] === "been" ? pastAdverbs(line, at + 1) : at;
      if (
        /^(?:seen|appeared)$/.test(words[seen] ?? "") &&
        (words[seen - 1] === "publicly" ||
          words[seen + 1] === "publicly" ||
          (words[seen + 1] === "in" && words[seen + 2] === "public"))
      )
        return { from: before, to: seen + 1, kind: "act-absent", who: "before" };
    }
    if (HAVE.has(helper) && words[at] === "been") {
      const past = pastAdverbs(line, at + 1);
      return /^(?:heeded|honou?red|fulfilled)$/.test(words[past] ?? "")
        ? { from: before, to: past + 1, kind: "act-absent", who: "nobody", aboutBefore: true }
        : null;
    }
    if (HAVE.has(helper)) {
      const told = planUntold(line, at);
      if (told) return { from: before, to: told, kind: "message-absent", who: "before" };
      // A backing is waited for wherever it is told that it has not come.
      if (
        words[at] === "endorsed" ||
        (words[at] === "backed" && (words[at - 1] === "publicly" || /^\p{Lu}/u.test(line.tokens[at + 1]?.reads ?? "")))
      )
        return { from: before, to: at + 1, kind: "act-absent", who: "before" };
    }
    // "Did not publicly endorse": openly is how one was to do it.
    if (
      DO.has(helper) &&
      /^(?:endorse|back)$/.test(words[at] ?? "") &&
      /^(?:explicitly|publicly|formally|openly)$/.test(words[at - 1] ?? "")
    )
      return { from: before, to: at + 1, kind: "act-absent", who: "before" };
    if (!isExpectedAct(line, at, forms)) return null;
    if (verbAt(line, at, forms)?.classes.has("expected")) return null;
    const marked = isMarked(line, before, i, at) || (HAVE.has(helper) && isDespite(line, before));
    if (!marked) return null;
    const kind = kindOf(line, at, forms);
    if (!kind) return null;
    // "did not yet" speaks of a moment in the past.
    return DO.has(helper) ? null : { from: before, to: kind.to, kind: kind.kind, who: "before" };
  },
};

/** What waits for a settlement or for somebody to keep his word. */
const SETTLED =
  /^(?:settled|resolved|fulfilled|implemented|heeded|honou?red|ratified|approved|signed|passed|voted|heard|confirmed|appointed|chosen|tested|tried|agreed|held|paid|filled|delivered)$/;
const PLANS =
  /^(?:plans?|proposals?|candidacy|bid|agenda|platform|polic(?:y|ies)|strategy|intentions?|timetable|decision|run)$/;

/** "Hasn't outlined a plan", "had not publicly announced his candidacy": index behind the verb, 0 where it is none. */
function planUntold(line: Line, at: number): number {
  if (
    !/^(?:announce|outline|unveil|present|propose|declare|detail|lay|laid|reveal)(?:d|ed)?$/.test(line.words[at] ?? "")
  )
    return 0;
  const noun = ahead(line, at + 1, 6, (w) => PLANS.test(w));
  return noun > 0 && ahead(line, at + 1, noun - at - 1, (w) => /^(?:of|to|for|by|in|that|,)$/.test(w)) < 0 ? at + 1 : 0;
}

/** Whether the words say that the act was to come: still, yet, so far, as of. */
function isMarked(line: Line, helper: number, not: number, verb: number): boolean {
  const { words } = line;
  // "So far, the ministry has not …".
  for (let k = helper - 1; k > Math.max(0, helper - 9); k--)
    if (words[k] === "," && words[k - 1] === "far" && words[k - 2] === "so") return true;
  if (words[helper - 1] === "still" || (words[helper - 1] === "far" && words[helper - 2] === "so")) return true;
  for (let k = helper; k < verb; k++)
    if (words[k] === "yet" || words[k] === "still" || (words[k] === "so" && words[k + 1] === "far")) return true;
  return (
    ahead(
      line,
      verb + 1,
      8,
      (w, k) =>
        (w === "so" && words[k + 1] === "far") ||
        (w === "yet" && !/^[\p{L}]/u.test(words[k + 1] ?? "")) ||
        (w === "as" && words[k + 1] === "of" && k > not),
    ) > 0
  );
}

/** "Despite repeated calls, he has not …". */
function isDespite({ words }: Line, helper: number): boolean {
  for (let k = Math.min(words.length - 1, helper + 20); k >= Math.max(0, helper - 20); k--)
    if (/^[.;]$/.test(words[k] as string) && k > helper) continue;
    else if (words[k] === "despite") {
      for (let n = k + 1; n < k + 5; n++)
        if (
          /^(?:calls|pressure|requests|promises|pledges|appeals|demands|expectations|invitations)$/.test(words[n] ?? "")
        )
          return true;
      return false;
    }
  return false;
}

function kindOf(line: Line, at: number, forms: readonly VerbForm[]): { kind: SilenceKind; to: number } | null {
  const unsaid = unsaidBy(line, at, forms);
  const noun = unsaid?.kind && unsaid.kind !== "act-absent" ? unsaid : null;
  if (noun?.kind) {
    // "has yet to name a successor", "has yet to acknowledge defeat": acts as much as words.
    return { kind: noun.kind, to: Math.max(noun.to, at + 1) };
  }
  if (!isExpectedAct(line, at, forms)) return null;
  // "has yet to take root", "has yet to make a profit": no act that somebody waits for.
  if (
    /^(?:tak(?:e|en|ing)|took|mak(?:e|ing)|made|giv(?:e|en|ing)|gave|com(?:e|ing)|hold|held|pass(?:ed)?|drop(?:ped)?|step(?:ped)?|throw|thrown|end(?:ed)?|set)$/.test(
      line.words[at] ?? "",
    ) &&
    ahead(line, at + 1, 5, (w) => ACT_NOUN.test(w)) < 0
  )
    return null;
  return { kind: "act-absent", to: at + 1 };
}

const ACT_NOUN =
  /^(?:decision|decisions|oath|position|stand|action|steps?|part|appearance|offer|announcement|visit|concession|consent|permission|approval|order|talks|election|elections|vote|hearing|meeting|law|bill|resolution|date|case|charges|support|aside|down|forward)$/;
