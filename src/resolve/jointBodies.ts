import type { SourceKind } from "../model/statement.ts";
import type { Field } from "./field.ts";
import { institutionIn } from "./institutions.ts";
import { filedName } from "./media.ts";
import { joined } from "./nouns.ts";
import { ACRONYM } from "./shapes.ts";

interface Body {
  readonly kind: SourceKind;
  readonly name: string;
}

/** No report has more bodies speak as one. */
const MOST = 6;

/**
 * "The White House and the Pentagon", "the Dike Board, the TTA and Tarvia": states, media and bodies that speak as one, each
 * by its own name; null where one of the parts is none, and where the whole phrase names one body.
 */
export function jointBodies(bare: string, field: Field): Body | null {
  if (!/ and (?:the (?:south |north )?)?\p{Lu}/u.test(bare) || bare.length > 300 || filedName(bare, field)) return null;
  const parts = bare.split(/,? and (?=(?:the (?:south |north )?)?\p{Lu})|, (?=(?:the )?\p{Lu})/u);
  if (parts.length > MOST || institutionIn(bare, field) === bare) return null;
  const bodies = parts.map((part, i) => bodyOf(part.replace(/^the /, ""), field, i > 0 && part.startsWith("the ")));
  if (!bodies.every((body): body is Body => body !== null)) return null;
  const kinds = new Set(bodies.map(({ kind }) => kind));
  // States alone are told by the words of the text.
  if (kinds.size === 1 && kinds.has("state")) return null;
  return {
    kind: kinds.size === 1 ? (bodies[0] as Body).kind : "organisation",
    name: joined(bodies.map(({ name }) => name)),
  };
}

/** What a part of such a phrase names by itself; null where that is no body. `own`: an article sets it off from the part before. */
function bodyOf(part: string, field: Field, own: boolean): Body | null {
  const filed = filedName(part, field);
  if (filed) return { kind: filed.kind, name: filed.name };
  if (ACRONYM.test(part)) return { kind: "organisation", name: part };
  if (/^(?:south|north|\p{Lu})[\p{L}-]*(?: \p{Lu}\p{L}+)? (?:authorities|government)$/u.test(part))
    return { kind: "organisation", name: part };
  return own && institutionIn(part, field) === part ? { kind: "organisation", name: part } : null;
}
