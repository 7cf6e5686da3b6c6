import { isGivenName, kindsOf } from "../../tables.ts";

/** What one body is called, and the noun that says so. */
export interface ApposedBody {
  readonly name: string;
  readonly noun: string;
  /** Where the name stands. */
  readonly at: number;
}

const NAME = "\\p{Lu}[\\p{L}\\p{N}&’'-]*(?: (?:of |for |and |& )?\\p{Lu}[\\p{L}\\p{N}&’'-]*){0,5}";
/** "Harbour First, a civic group based in Lindholt": a name, what it is, and the end of that or what hangs on it. */
const APPOSED = new RegExp(
  `(?<![\\p{L}\\p{N}&.’'-])(?<before>\\p{L}+ )?(?<name>${NAME}), an? (?:(?!of |for |with |who |at |in |to )[\\p{L}\\p{N}.’'-]+ ){0,7}?(?<noun>\\p{Ll}+)(?=[,.;]| (?:that|which|based|whose|dedicated|founded|run|owned|led|funded|backed|in|with|for|–|—|--)\\b)`,
  "gu",
);
/** A text with more of them is no report. */
const MOST = 100;
/** Before these a name is a place or a day. */
const PLACES = /^(?:in|at|near|from|to|on|last|since|until|outside|around)\s$/i;
/** Nouns by which one body is taken up again. */
const BODY =
  /^(?:organi[sz]ation|group|association|foundation|institute|firm|company|agency|charity|nonprofit|airline|bank|retailer|maker|operator|manufacturer|carrier|publisher|union|league|coalition|council|federation|network|party|university|college|concern|insurer|producer|supplier|developer|website|church)$/;

/** The bodies that a text says what they are, in order: "Harbour First, a civic group". */
export function apposedBodies(text: string): ApposedBody[] {
  const found: ApposedBody[] = [];
  for (const match of text.matchAll(APPOSED)) {
    if (found.length >= MOST) break;
    const { before = "", name = "", noun = "" } = match.groups ?? {};
    const somebody = name.split(" ").some((word) => isGivenName(word) || kindsOf(word).has("office"));
    if (BODY.test(noun) && !PLACES.test(before) && !somebody)
      found.push({ name: name.replace(/^(?:The|But|And|When|As) /, ""), noun, at: match.index });
  }
  return found;
}
