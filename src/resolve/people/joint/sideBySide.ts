import type { Span } from "../../../model/span.ts";
import type { Found } from "../../../model/statement.ts";
import { joined } from "../../nouns.ts";
import type { Focus } from "../focus.ts";
import { type Person, type Persons, fullest } from "../names/persons.ts";

/** The end of what an office is for, which may look like a second name: "secretary for Pacific Affairs". */
const MATTERS =
  /\b(?:Affairs|Conservation|Protection|Construction|Industry|Development|Cooperation|Security|Trade|Relations|Operations|Studies|Research|Policy)$/;

/** Two or more who speak as one: the phrase begins with one's name and ends, behind "and", with another's; else null. */
export function together({ document: { text } }: Found, focus: Focus, span: Span): Person | null {
  const mentions = focus
    .allWithin(span.from, span.to)
    .filter((m) => m.to <= span.to && !MATTERS.test(m.person.name) && (m.person.sure || m.person.name.includes(" ")));
  const words = text.slice(span.from, span.to).replace(/\s+/g, " ").trim();
  const others = / and (others?(?: \p{Ll}+)?)$/u.exec(words)?.[1];
  const all = [...new Set(mentions.map(({ person }) => person.name))];
  const one = mentions[0]?.person;
  if (others && one && all.length > 1) return { ...one, name: `${all.join(", ")} and ${others}`, gender: null };
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last || first.person === last.person || last.to > span.to) return null;
  // "…, and Ilse Brand, head of the board", "and Sen. Tom Birch of Lindholt": an apposition may end the phrase.
  if (last.to < span.to && !/^(?:,| of \p{Lu}| \(| both)/u.test(text.slice(last.to, last.to + 6))) return null;
  const and = text.lastIndexOf(" and ", last.from);
  // "Mara Quill, sister of Ana Quill and daughter of Tom Quill" is one.
  if (/^ and (?:\p{Ll}+ ){0,3}\p{Ll}+ (?:of|at|for|to)\s/u.test(text.slice(and, and + 60))) return null;
  // "Mara Quill, head of a union that has left and joined Tom Birch": the apposition goes on.
  if (/^, \p{Ll}[^,]*$/u.test(text.slice(first.to, and))) return null;
  if (
    and < first.to ||
    last.from - and > 60 ||
    first.from - span.from > 60 ||
    /\b(?:who|which)\b/.test(text.slice(first.to, and))
  )
    return null;
  return { ...last.person, name: joined(all), gender: null };
}

const TITLE = /^(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Sir|Dame)\.? (?=\p{Lu})/u;

/** "Ms. Quill and Birch", "Quill and two anglers": those who speak as one, by their fullest names; null where none is known by a fuller one. */
export function byFullNames(name: string, persons: Persons): Person | null {
  const full = name
    .split(/(, and |, | and )/)
    .map((part, i) => (i % 2 === 0 ? fullest(part.replace(TITLE, ""), persons) : part))
    .join("");
  const first = persons.full(full.split(/, | and /)[0] as string);
  return full === name || !first ? null : { ...first, name: full, gender: null };
}
