import { type Denial, type DenialRule, type Line, ahead, asksAt, beforeAdverbs, isAuxiliary } from "../line.ts";
import { askedAround, isPart } from "../parts.ts";

/** What people do who were asked and do not answer. */
const GESTURES = new Set(
  "smiled smiles shrugged shrugs laughed laughs grinned grins winked winks dodged dodges demurred demurs stonewalled deflected deflects bristled".split(
    " ",
  ),
);
const LEAVES = new Set(
  "walked walks turned turns drove drives hurried stormed waved waves strode ducked moved moves".split(" "),
);
const AWAY = /^(?:away|off|out|past|on|aside|inside)$/;

/**
 * Somebody who was asked does something else than answer: "asked whether he would run, she smiled", "spoke instead of vessels",
 * "answered with a question", "put the phone down", "would go no further", "left the list unanswered", "never got back to us".
 */
export const askedEvaded: DenialRule = {
  name: "asked-evaded-1",
  at: new Set([
    ...GESTURES,
    ...LEAVES,
    ..."instead answered answers replied replies offered offers gave gives hung put go got unanswered unreturned ignored said left rang referred talked spoke".split(
      " ",
    ),
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    const before = beforeAdverbs(line, i - 1);
    const helper = words[before] ?? "";
    if (word === "go") return noFurther(line, i);
    if (word === "got") return neverBack(line, i);
    if (word.startsWith("un")) return unanswered(line, i);
    if (word === "left")
      return words[i + 1] === "it" &&
        ((words[i + 2] === "at" && words[i + 3] === "that") ||
          (words[i + 2] === "there" && /^[.,;"]?$/.test(words[i + 3] ?? "")))
        ? {
            from: i,
            to: words[i + 2] === "at" ? i + 4 : i + 3,
            kind: "detail-withheld",
            who: "before",
            left: { from: i, to: i },
          }
        : null;
    if (/^(?:not|n't|never|to|would|will|could|may|might|if)$/.test(helper)) return null;
    if (word === "ignored") return ignored(line, i, isAuxiliary(helper) ? before : i);
    if (word === "hung" || word === "put" || word === "rang") return rangOff(line, i);
    const left = { from: i, to: i };
    const found = (to: number): Omit<Denial, "by"> | null =>
      askedAround(line, i)
        ? { from: i, to, kind: "answer-not-given", who: "before", left: askedWords(line, i) ?? left }
        : null;
    if (word === "instead") {
      const spoke = /^(?:spoke|talked|speaks|talks|turned|switched|moved|pointed|praised)$/.test(words[i - 1] ?? "");
      const evaded = spoke ? found(i + 1) : null;
      return evaded && { ...evaded, from: i - 1 };
    }
    // "Asked about the gap, referred journalists to the text".
    if (word === "referred")
      return ahead(line, i + 1, 2, (w) => /^(?:journalists|reporters|us|them)$/.test(w)) > 0 &&
        ahead(line, i + 2, 2, (w) => w === "to") > 0
        ? found(i + 1)
        : null;
    if (word === "talked" || word === "spoke")
      return /^(?:about|of)$/.test(words[i + 1] ?? "") &&
        /^(?:he|she)$/.test(words[i - 1] ?? "") &&
        /^(?:and|but)$/.test(words[i - 2] ?? "") &&
        words.slice(0, i).includes("question") &&
        words.slice(0, i).includes("asked")
        ? { from: i, to: i + 1, kind: "answer-not-given", who: { from: i - 1, to: i }, left }
        : null;
    // "Smiled and said nothing": the saying tells it more surely.
    if (
      GESTURES.has(word) &&
      words[i + 1] === "and" &&
      /^said$/.test(words[i + 2] ?? "") &&
      /^(?:nothing|no|little)$/.test(words[i + 3] ?? "")
    )
      return null;
    if (GESTURES.has(word))
      return /^(?:[.,;"]|and|but|when|while|)$/.test(words[i + 1] ?? "") ||
        /^(?:dodged|dodges|deflected|deflects)$/.test(word)
        ? found(i + 1)
        : null;
    if (LEAVES.has(word))
      return AWAY.test(words[i + 1] ?? "") && !/^(?:to|from|,?that)$/.test(words[i + 2] ?? "") ? found(i + 2) : null;
    if (/^(?:answer|repl)/.test(word)) {
      if (words[i + 1] === "only" && /^(?:that|["'])$/.test(words[i + 2] ?? ""))
        return { from: i, to: i + 2, kind: "answer-not-given", who: "before", left, keeps: true };
      return words[i + 1] === "with" &&
        /^(?:an?|another|questions|only)$/.test(words[i + 2] ?? "") &&
        ahead(line, i + 2, 4, (w) => /^(?:questions?|smile|shrug|joke|proverb|silence|laugh|anecdote)$/.test(w)) > 0
        ? { from: i, to: i + 2, kind: "answer-not-given", who: "before", left }
        : null;
    }
    if (/^(?:offer|g[ai]ve)/.test(word))
      return /^(?:only|an?|no|nothing)$/.test(words[i + 1] ?? "") &&
        ahead(line, i + 1, 4, (w) => /^(?:smile|shrug|joke|grin|wave|laugh)$/.test(w)) > 0
        ? found(i + 1)
        : null;
    if (word === "said" && words[i + 1] === "no" && words[i + 2] === "more")
      return { from: i, to: i + 3, kind: "detail-withheld", who: "before", left };
    return null;
  },
};

/** What was asked, where its words stand before: "asked twice whether he would run". */
function askedWords(line: Line, at: number): { from: number; to: number } | null {
  const { words } = line;
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    if (!isPart(words[i], "asked") && words[i] !== "question") continue;
    for (let k = i + 1; k < i + 4; k++) {
      const about = /^(?:about|on)$/.test(words[k] ?? "");
      if (!about && !asksAt(line, k)) continue;
      let to = k + 1;
      while (to < at && words[to] !== ",") to++;
      return to < at ? { from: about ? k + 1 : k, to } : null;
    }
    return null;
  }
  return null;
}

/** "Confirmed that talks were on but would go no further", "declined to go beyond that". */
function noFurther(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const before = beforeAdverbs(line, i - 1);
  const negated = /^(?:not|n't)$/.test(words[before] ?? "");
  const will = negated ? before - 1 : before;
  if (!/^(?:would|wo|will|did|could)$/.test(words[will] ?? "")) return null;
  const no = words[i + 1] === "no" && words[i + 2] === "further";
  const further = negated && (words[i + 1] === "further" || (words[i + 1] === "beyond" && words[i + 2] === "that"));
  if (!(no || further)) return null;
  // What goes no further in space or in law goes there as it is: here somebody spoke before.
  const spoke = words.slice(0, will).some((w) => isPart(w, "admits") || /^(?:said|told|spoke)$/.test(w));
  const end = no || words[i + 1] === "beyond" ? i + 3 : i + 2;
  return spoke && /^(?:[.,;"]|on|when|)$/.test(words[end] ?? "")
    ? { from: will, to: end, kind: "detail-withheld", who: "before", left: { from: i, to: i } }
    : null;
}

/** "His office never got back to us". */
function neverBack({ words }: Line, i: number): Omit<Denial, "by"> | null {
  return words[i + 1] === "back" &&
    words[i - 1] === "never" &&
    (words[i + 2] === "to" || /^[.,;]?$/.test(words[i + 2] ?? ""))
    ? {
        from: i - 1,
        to: words[i + 2] === "to" ? i + 3 : i + 2,
        kind: "answer-not-given",
        who: "before",
        left: { from: i, to: i },
      }
    : null;
}

const SENT =
  /^(?:questions?|e-?mails?|calls?|letters?|requests?|messages?|list|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies))$/;

/** "Left a list of questions unanswered", "letters to the yard went unanswered". */
function unanswered(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  for (let k = i - 1; k >= Math.max(0, i - 14); k--) {
    const word = words[k] as string;
    if (/^[.,;:"]$/.test(word)) return null;
    if (/^(?:left|leaves|leaving)$/.test(word))
      return words.slice(k + 1, i).some((w) => SENT.test(w)) &&
        !/^(?:is|are|was|were|been|has)$/.test(words[k - 1] ?? "") &&
        /^(?:[.,;"]|on|for|)$/.test(words[i + 1] ?? "")
        ? // A report leaves questions open that nobody sent.
          words.slice(k + 1, i).some((w) => /^(?:from|list|e-?mails?|calls?|letters?|requests?|messages?)$/.test(w))
          ? { from: k, to: k + 1, kind: "answer-not-given", who: "before", left: { from: k, to: k } }
          : null
        : null;
  }
  return null;
}

/** "Has ignored Seoul's calls on the hotline", "ignored requests for comment". */
function ignored(line: Line, i: number, from: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const noun = ahead(line, i + 1, 5, (w) => /^(?:calls|e-?mails|letters|messages|requests|questions)$/.test(w));
  if (noun < 0 || !/^(?:on|from|about|[.,;]|)$/.test(words[noun + 1] ?? "")) return null;
  return { from, to: noun + 1, kind: "answer-not-given", who: "before", left: { from: i, to: i } };
}

/** "Hung up", "put the phone down when the paper rang". */
function rangOff(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const to =
    (words[i] === "hung" && words[i + 1] === "up") || (words[i] === "rang" && words[i + 1] === "off")
      ? i + 2
      : words[i] === "put" && words[i + 1] === "the" && words[i + 2] === "phone" && words[i + 3] === "down"
        ? i + 4
        : words[i] === "put" && words[i + 1] === "down" && words[i + 3] === "phone"
          ? i + 4
          : -1;
  return to > 0 &&
    (askedAround(line, i) ||
      (words.some((w) => /^(?:phone|telephone|reporters?|journalists?)$/.test(w)) &&
        /^(?:[.,;]|when|on|)$/.test(words[to] ?? "")))
    ? { from: i, to, kind: "answer-not-given", who: "before", left: { from: i, to: i } }
    : null;
}
