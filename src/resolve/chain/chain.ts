import type { Pack } from "../../model/pack.ts";
import type { Found, FoundStatement, Hop } from "../../model/statement.ts";
import { type Field, fieldOf } from "../field.ts";
import { ALL_PAPERS } from "../paperWords.ts";
import type { People } from "../people/people.ts";
import { spokenName } from "../people/spokenNames.ts";
import { Passages } from "./passages.ts";

/** The chain of each statement: the outlet where it is known, the channels the report names, the speaker last. Never empty. */
export function chainsOf(
  found: Found,
  people: People,
  packs: readonly Pack[],
): ReadonlyMap<FoundStatement, readonly Hop[]> {
  const { document, statements } = found;
  const field = fieldOf(packs);
  const outlet: readonly Hop[] = document.outlet
    ? [{ name: document.outlet.name, kind: "outlet", span: null, cue: null, when: null }]
    : [];
  const publisher = document.outlet ? filedOutlet(document.outlet.name, field) : null;
  const short = /^(?:[\p{Lu}][\p{L}.’'-]* )+([\p{Lu}][\p{L}-]+)$/u.exec(
    document.outlet?.name.replace(/^The /, "") ?? "",
  )?.[1];
  // "told the Courier" in the Lindholt Courier: papers call themselves by what papers are called.
  const own = short && PAPER.test(short) ? short : null;
  const isOutlet = (name: string): boolean =>
    filedOutlet(name, field) === publisher || (own !== null && name.replace(/^the /i, "") === own);
  const passages = new Passages(found, people, field);
  const chains = new Map<FoundStatement, readonly Hop[]>();
  // Statements nest a few levels deep at most, so that this recursion is shallow.
  const chainOf = (s: FoundStatement): readonly Hop[] => {
    let chain = chains.get(s);
    if (!chain) {
      chain = s.continues ? chainOf(s.continues).map(withoutPlace) : [...pathTo(s), ...ownHops(s)];
      chains.set(s, chain);
    }
    return chain;
  };
  const pathTo = (s: FoundStatement): readonly Hop[] => {
    if (!s.inside) return outlet;
    const path = chainOf(s.inside);
    const last = path.at(-1);
    const own = people.sourceOf(s);
    // "Kim said he hoped": one man, named once.
    return last && own && last.name === spokenName(own) && last.kind === own.kind ? path.slice(0, -1) : path;
  };
  const ownHops = (s: FoundStatement): readonly Hop[] => {
    const who = people.sourceOf(s);
    const channel = passages.of(s);
    const named =
      channel && !isOutlet(channel.name) && !(s.inside && namesIn(chainOf(s.inside), channel.name)) ? channel : null;
    const through: Hop[] =
      named && named.name !== who?.name
        ? [{ name: named.name, kind: named.kind ?? "channel", span: named.span, cue: null, when: null }]
        : [];
    if (!who) return [...through, { name: "", kind: "none", span: null, cue: s.cue, when: null }];
    return (who.kind === "channel" || who.kind === "organisation") && isOutlet(who.name)
      ? through
      : [
          ...through,
          { name: spokenName(who), kind: who.kind, span: s.source ?? s.frame?.source ?? null, cue: s.cue, when: null },
        ];
  };
  for (const statement of statements) chainOf(statement);
  return chains;
}

const PAPER = new RegExp(`^(?:${ALL_PAPERS})$`, "u");

function namesIn(chain: readonly Hop[], name: string): boolean {
  return chain.some((hop) => hop.name === name);
}

/** One name for the spellings of an outlet: "the Guardian newspaper" is The Guardian, KCNA the Korean Central News Agency. */
function filedOutlet(outlet: string, field: Field): string {
  const whole = outlet.replace(/^the\s+/i, "");
  const name = whole.replace(/\s+(?:newspaper|magazine|website|news agency)$/i, "");
  const filed = [...field.named(whole), ...field.named(name)].find(({ kind }) => kind === "channel");
  return (filed?.name.replace(/^the\s+/i, "") ?? name).toLowerCase();
}

/** In a continued quotation the speaker is known, but no words here name him. */
function withoutPlace(hop: Hop): Hop {
  return { ...hop, span: null, cue: null };
}

/**
 * The last independent origin: a channel that speaks for itself; else the hop before the speaker (a channel, somebody in
 * between, the outlet). Null where the chain does not tell.
 */
export function restsOn(chain: readonly Hop[]): string | null {
  const last = chain.at(-1);
  const origin = last?.kind === "channel" || last?.kind === "outlet" ? last : chain.at(-2);
  return origin && origin.name !== "" ? origin.name : null;
}
