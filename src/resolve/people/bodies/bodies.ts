import type { Entity } from "../../../model/entries.ts";
import type { Token } from "../../../model/reading.ts";
import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import type { Field, FiledName } from "../../field.ts";
import type { NamedSource } from "../../sources.ts";
import { irregular } from "../subjects.ts";

/** A place of the text that names a state, a place, an organisation or a channel. */
export interface Body extends Span {
  readonly name: string;
  readonly kind: Entity["kind"];
}

const CAPITAL = /^\p{Lu}/u;
/** Behind these a capital city is the place; before a verb or with a possessive it is the state. */
const PLACES =
  /^(?:in|at|near|from|to|around|outside|toward|towards|into|between|via|through|leaving|reached|visited)$/i;
const ACTS =
  /^(?:has|have|had|is|was|will|would|says|said|did|does|can|could|may|might|must|should|wants|wanted|refuses|refused|insists|insisted|\p{Ll}{3,}ed)$/u;

/**
 * Every place that names a state, an organisation or a channel of the packs, or one whose short form the text introduces.
 * A capital or a seat stands for its state where it acts or owns; behind "in" it is a place; else it is left out.
 */
export function bodiesIn(
  { tokens, sentences, document }: Found,
  field: Field,
  short: ReadonlyMap<string, NamedSource>,
): Body[] {
  const bodies: Body[] = [];
  const { text } = document;
  for (const { first, last, block } of sentences) {
    const headline = document.blocks[block]?.kind === "headline";
    for (let i = first; i < last;) {
      const token = tokens[i] as Token;
      const long = CAPITAL.test(token.reads) || token.reads === "the" ? field.longest(token.reads) : 0;
      const introduced = short.get(token.reads);
      const hit = long > 0 ? longestAt(tokens, i, Math.min(last, i + long), text, field) : null;
      if (!hit) {
        if (introduced && introduced.kind !== "person" && introduced.name !== "")
          bodies.push({ name: introduced.name, kind: "organisation", from: token.from, to: token.to });
        i++;
        continue;
      }
      const body = bodyOf(hit, tokens, i, last, headline, text);
      if (body) bodies.push(body);
      i = hit.end;
    }
  }
  return bodies;
}

interface Hit {
  readonly filed: FiledName;
  readonly end: number;
}

/** The longest name that begins at a token; null where none, or one of several, stands there. */
function longestAt(tokens: readonly Token[], at: number, end: number, text: string, field: Field): Hit | null {
  const from = (tokens[at] as Token).from;
  for (let k = end; k > at; k--) {
    const words = text.slice(from, (tokens[k - 1] as Token).to).replace(/\s+/g, " ");
    if (!/\p{Lu}/u.test(words)) continue;
    const filed = field.named(words);
    if (filed.length === 0) continue;
    const one = filed.length === 1 || filed.every(({ kind }) => kind === "state");
    return one ? { filed: filed.at(-1) as FiledName, end: k } : null;
  }
  return null;
}

function bodyOf(
  { filed, end }: Hit,
  tokens: readonly Token[],
  at: number,
  last: number,
  headline: boolean,
  text: string,
): Body | null {
  const span = { from: (tokens[at] as Token).from, to: (tokens[end - 1] as Token).to };
  const next = end < last ? (tokens[end] as Token).reads : "";
  const before = tokens[at - 1]?.reads ?? "";
  // "Beijing Review", "New Delhi Declaration": part of a longer name.
  const longer =
    !headline &&
    (CAPITAL.test(next) ||
      (CAPITAL.test(before) && !/^(?:In|At|From|To|The|And|But|While|When|If|As|For|With|By|On)$/.test(before)));
  if (filed.kind !== "state") {
    const { name } = filed;
    return longer && end - at === 1 ? null : { name, kind: "organisation", ...span };
  }
  const { name, bySeat } = filed;
  if (longer) return null;
  if (!bySeat) return { name, kind: "state", ...span };
  if (PLACES.test(before)) return { name: text.slice(span.from, span.to).replace(/\s+/g, " "), kind: "place", ...span };
  return next === "'s" || next === "'" || ACTS.test(next) || irregular().has(next)
    ? { name, kind: "state", ...span }
    : null;
}
