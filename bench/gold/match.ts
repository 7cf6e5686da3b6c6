import type { Span } from "../../src/model/span.ts";
import type { SourceKind, Statement } from "../../src/model/statement.ts";
import { fieldOf } from "../../src/resolve/field.ts";
import type { MarkedStatement } from "./marks.ts";

/** Each marked statement with the found one that is meant by it, or null: the contents overlap most, by at least half. */
export function matched(
  marked: readonly MarkedStatement[],
  found: readonly Statement[],
): Map<MarkedStatement, Statement | null> {
  const pairs = marked.flatMap((m) =>
    found.map((f) => ({ m, f, shared: overlap(m.content.map(asSpan), f.content) + cueBonus(m, f) })),
  );
  const result = new Map<MarkedStatement, Statement | null>(marked.map((m) => [m, null]));
  const taken = new Set<Statement>();
  for (const { m, f, shared } of pairs.sort((a, b) => b.shared - a.shared)) {
    if (shared < 0.5) break;
    if (result.get(m) || taken.has(f)) continue;
    result.set(m, f);
    taken.add(f);
  }
  return result;
}

/** Of two statements about the same words (quoted as saying, nested) the one with the same cue is meant. */
function cueBonus(m: MarkedStatement, f: Statement): number {
  if (m.cue.length === 0 && f.cue === null) return 0.2;
  return f.cue && m.cue.some(([from, to]) => from < (f.cue as Span).to && to > (f.cue as Span).from) ? 0.4 : 0;
}

/** Shared units over all units of two sets of spans. */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  const all = length(a) + length(b) - shared;
  return all === 0 ? 0 : shared / all;
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

export function asSpan([from, to]: readonly [number, number]): Span {
  return { from, to };
}

interface Named {
  readonly name: string;
  readonly kind: SourceKind;
}

/** Whether two names mean the same: one spelling, or one entry of the packs. Whoever is nobody has no name. */
export function sameName(marked: Named, found: Named): boolean {
  if (marked.kind === "none" || found.kind === "none") return marked.kind === found.kind;
  if (asChannel(marked.kind) !== asChannel(found.kind)) return false;
  if (loosely(marked.name) === loosely(found.name) || filed(marked) === filed(found)) return true;
  return asChannel(marked.kind) === "channel" && programme(marked.name) === programme(found.name);
}

/** The outlet is marked as a channel where it speaks itself. */
function asChannel(kind: SourceKind): SourceKind {
  return kind === "outlet" ? "channel" : kind;
}

/** A programme without the station before it: "CBS’s “Face the Nation”". */
function programme(name: string): string {
  return loosely(name.replace(/^[\p{Lu}\d]+[’']s? (?=\P{Ll})/u, ""));
}

/** The name under which the packs know it ("KCNA" is the Korean Central News Agency), else itself. */
function filed({ name, kind }: Named): string {
  const bare = name.replace(/^(?:the|The) /u, "");
  const field = fieldOf();
  if (kind === "person") return loosely(field.person(bare)?.name ?? name);
  const entry = [...field.named(bare), ...field.named(name)].find((f) => f.kind === asChannel(kind));
  return loosely(entry?.name ?? name);
}

/** One spelling for a name: small letters, no article, title or "new", no marks, hyphens as spaces, no possessive at its end. */
export function loosely(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']s?$/u, "")
    .replace(/[’'`"“”.,]/gu, "")
    .replace(/[-‐‑–\s]+/gu, " ")
    .replace(/^(?:(?:the|a|an|only|new|recent|latest|mr|mrs|ms|dr|president|sen|gov|rep|gen) )+/u, "")
    .trim();
}
