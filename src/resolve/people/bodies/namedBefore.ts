import { indexBehind } from "../../../model/outermost.ts";
import type { Found } from "../../../model/statement.ts";
import type { Field } from "../../field.ts";
import { ALL_PAPERS } from "../../paperWords.ts";
import { type NamedSource, readSource } from "../../sources.ts";

/** "the agency", "the group": a body by its kind alone, and the nouns its name may end in. */
const BODY_NOUN =
  /^(?:the|this)\s(agency|department|group|organi[sz]ation|foundation|institute|association|council|commission)$/iu;
const GROUPS =
  "Group|Network|Association|Council|Union|Fund|Foundation|Coalition|Society|Institute|Center|Centre|Forum|League|Alliance|Federation|PAC|Project|Action";
const KINDS_OF_BODY: Readonly<Record<string, string>> = {
  agency: "Department|Agency|Bureau|Service|Administration|Office|Commission",
  department: "Department|Ministry",
  group: GROUPS,
  organization: GROUPS,
  organisation: GROUPS,
  foundation: "Foundation",
  institute: "Institute",
  association: "Association",
  council: "Council",
  commission: "Commission",
};
/** Papers by the last word of their name. */
const PAPER = new RegExp(`^[Tt]he (${ALL_PAPERS})$`, "u");

/** How far before "the agency" its name may stand, in characters. */
const NAMED_REACH = 3_000;

/** A court and what it made known; how many sentences before it is looked for. */
const COURT =
  /\b((?:\p{Lu}\p{L}+ ){0,3}(?:Supreme|High|District|Circuit|Constitutional|Appeals|Federal) Court|(?:federal|district|appeals|high|state|local) court)(?:['’]s)?(?: \p{Ll}+)? (?:ruling|decision|verdict|opinion|order|ruled|decided|struck|overturned|upheld)\b/gu;
const RULED = 6;
/** How far before "the high court" its name may stand, in characters. */
const COURT_REACH = 20_000;
const SUPREME = /\b((?:\p{Lu}\.?\p{L}*\.? )?Supreme Court)\b/gu;

/** What was called by its full name before: "the Post", "the agency", "the Supreme Court decision". */
export class NamedBefore {
  readonly #found: Found;
  readonly #field: Field;

  constructor(found: Found, field: Field) {
    this.#found = found;
    this.#field = field;
  }

  /** "the Supreme Court decision", "the appeals court's ruling": the court whose ruling was named in one of the sentences before; null where none was. */
  court(from: number): NamedSource | null {
    const { document, sentences } = this.#found;
    const at = indexBehind(sentences, from);
    const high = /^(?:the )?(?:high|nation['’]s highest|country['’]s highest) court/i.test(
      document.text.slice(from, from + 40),
    );
    const head = high ? Math.max(0, from - COURT_REACH) : (sentences[Math.max(0, at - RULED)]?.from ?? from);
    const named = [...document.text.slice(head, from).matchAll(high ? SUPREME : COURT)].at(-1)?.[1];
    return named === undefined ? null : { kind: "organisation", name: named.replace(/^The /, "") };
  }

  /** "the Post" behind "The Harbour Post": the last paper named so in full before a place; null where none is. */
  paper(words: string, at: number): NamedSource | null {
    const noun = PAPER.exec(words)?.[1];
    if (noun === undefined) return null;
    const before = this.#found.document.text.slice(Math.max(0, at - NAMED_REACH), at);
    const full = [...before.matchAll(new RegExp(`\\b((?:\\p{Lu}[\\p{L}.]+ ){1,3}${noun})\\b`, "gu"))]
      .map(([name]) => name.replace(/^(?:The|In|As|But|When|To|A) /u, ""))
      .findLast((name) => name !== noun);
    const named = full && readSource(`the ${full}`, this.#field);
    return named && named.kind === "channel" && named.name.includes(" ") ? named : null;
  }

  /** "the agency" behind "the Harbour Department": the last body before a place whose name ends in a noun of that kind; null where none does. */
  body(words: string, at: number): NamedSource | null {
    const noun = BODY_NOUN.exec(words)?.[1]?.toLowerCase();
    if (noun === undefined) return null;
    const before = this.#found.document.text.slice(Math.max(0, at - NAMED_REACH), at);
    const nouns = KINDS_OF_BODY[noun] ?? "-";
    const of = "(?:of|for|on) (?:the )?\\p{Lu}\\p{L}+(?: (?:and )?\\p{Lu}\\p{L}+){0,3}";
    const pattern = new RegExp(
      `\\b((?:\\p{Lu}[\\p{L}.&’'-]+ (?:(?:of|for|and|on|the) )?){1,5}(?:${nouns})(?: ${of})?|(?:${nouns}) ${of})(?![\\p{L}-])`,
      "gu",
    );
    const name = [...before.matchAll(pattern)].at(-1)?.[1];
    if (name === undefined) return null;
    const { kind, name: full } = readSource(
      name.replace(/^(?:The|A|An|In|At|On|But|And|For|By|When|While|As) (?:the )?/u, ""),
      this.#field,
    );
    return kind === "organisation" ? { kind, name: full } : null;
  }
}
