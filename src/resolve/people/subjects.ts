import { tableRows } from "../../text/tables.ts";
import type { Span } from "../../model/span.ts";
import type { Found } from "../../model/statement.ts";

const VERB =
  /^(?:is|are|was|were|has|have|had|will|would|should|did|does|do|can|could|may|might|must|said|say|says|told|went|took|made|came|gave|held|met|began|laid|paid|left|got|saw|stood|sat|led|spoke|kept|knew|put|sent|on|who|which|that|\p{Ll}{2,}ed)$/u;
const LONGEST = 24;

let pasts: ReadonlySet<string> | null = null;

/** Past forms of irregular verbs: `data/en/irregular-verbs.tsv`. Read once. */
function irregular(): ReadonlySet<string> {
  return (pasts ??= new Set(
    tableRows("en/irregular-verbs.tsv").flatMap(([, past = ""]) => (past === "put" || past === "cut" ? [] : [past])),
  ));
}

/** The noun phrase at the head of the sentence before one, in the same or the paragraph before; null where a clause stands there. */
export function subjectBefore({ sentences, tokens }: Found, sentence: number): Span | null {
  const before = sentences[sentence - 1];
  const here = sentences[sentence];
  if (!before || !here || here.block - before.block > 1) return null;
  const head = tokens[before.first]?.reads ?? "";
  if (
    !/^(?:\p{Lu}|the\b)/u.test(head) ||
    /^(?:In|On|At|If|When|While|But|And|After|Before|As|For|By|It|He|She|They|There|This|That)$/.test(head)
  )
    return null;
  for (let i = before.first + 1; i < before.last && i - before.first < LONGEST; i++) {
    const word = tokens[i]?.reads as string;
    if (!VERB.test(word) && !irregular().has(word)) continue;
    return { from: tokens[before.first]?.from as number, to: tokens[i - 1]?.to as number };
  }
  return null;
}
