import type { Pack } from "../model/pack.ts";
import type { Reading } from "../model/reading.ts";
import type { Found, FoundStatement, Manner, SpokenStatement, Trace } from "../model/statement.ts";
import { actOf } from "./acts/act.ts";
import { editsOf } from "./acts/edits.ts";
import { conditionOf } from "./conditions/condition.ts";
import { findFrames } from "./frames/frames.ts";
import { nestInFrames } from "./frames/nesting.ts";
import { findAppearances } from "./occasions/appearances.ts";
import { findCounts } from "./occasions/counts.ts";
import { findOccasions } from "./occasions/occasions.ts";
import { findSilences } from "./silences/silences.ts";
import { findTimes } from "./times/times.ts";
import { type Span, contains, overlaps } from "../model/span.ts";
import {
  type Context,
  type Proposal,
  type Refiner,
  type Rule,
  type StatementReader,
  contextOf,
  extentOf,
  traceOf,
} from "./proposal.ts";
import { markOpener } from "./refiners/markOpener.ts";
import { dropCounts } from "./refiners/dropCounts.ts";
import { dropDeeds } from "./refiners/dropDeeds.ts";
import { dropLabels } from "./refiners/dropLabels.ts";
import { dropSilences } from "./refiners/dropSilences.ts";
import { dropUnless } from "./refiners/dropUnless.ts";
import { dropWhatCannotSpeak } from "./refiners/dropWhatCannotSpeak.ts";
import { endBeforeSilence } from "./refiners/endBeforeSilence.ts";
import { headlinePassive } from "./refiners/headlinePassive.ts";
import { hearerInPassive } from "./refiners/hearerInPassive.ts";
import { keepQuotationsWhole } from "./refiners/keepQuotationsWhole.ts";
import { trimEdges } from "./refiners/trimEdges.ts";
import { carriedStatement } from "./rules/carriedStatement.ts";
import { citedSource } from "./rules/citedSource.ts";
import { continuingQuotation } from "./rules/continuingQuotation.ts";
import { framedStatement } from "./rules/framedStatement.ts";
import { headlineColon } from "./rules/headlineColon.ts";
import { headlineVerdict } from "./rules/headlineVerdict.ts";
import { heldAtTheEnd } from "./rules/heldAtTheEnd.ts";
import { heldAttitude } from "./rules/heldAttitude.ts";
import { heldBelief } from "./rules/heldBelief.ts";
import { hungParticiple } from "./rules/hungParticiple.ts";
import { listedStatement } from "./rules/listedStatement.ts";
import { narratedQuotation } from "./rules/narratedQuotation.ts";
import { quotedAs } from "./rules/quotedAs.ts";
import { reportedClause } from "./rules/reportedClause.ts";
import { saidThis } from "./rules/saidThis.ts";
import { secondVerb } from "./rules/secondVerb.ts";
import { signedQuotation } from "./rules/signedQuotation.ts";
import { speakingNoun } from "./rules/speakingNoun.ts";

/** What tidies the reader's proposals, in this order. */
const REFINERS: readonly Refiner[] = [
  dropSilences,
  dropUnless,
  endBeforeSilence,
  dropCounts,
  keepQuotationsWhole,
  trimEdges,
  markOpener,
  dropLabels,
  dropDeeds,
  headlinePassive,
  hearerInPassive,
  dropWhatCannotSpeak,
];

/** What adds statements that follow from those found, or sets found ones right, in this order. */
const RULES: readonly Rule[] = [
  quotedAs,
  carriedStatement,
  citedSource,
  listedStatement,
  saidThis,
  headlineColon,
  headlineVerdict,
  heldAtTheEnd,
  hungParticiple,
  secondVerb,
  narratedQuotation,
  heldBelief,
  signedQuotation,
  continuingQuotation,
  heldAttitude,
  reportedClause,
  speakingNoun,
  framedStatement,
];

/** Finds the statements of a reading. Pure: the same reading and reader give the same result. */
export function extract(reading: Reading, reader: StatementReader, packs: readonly Pack[] = []): Found {
  const { text } = reading.document;
  const read = reader.propose(reading, 0);
  const frames = findFrames(reading, read);
  const context = contextOf(reading, packs, frames, reader.acts?.(reading) ?? null);
  const trace: Trace[] = [];
  const refineAll = (proposals: readonly Proposal[]): Proposal[] => {
    let left = [...proposals];
    for (const refiner of REFINERS) {
      const kept: Proposal[] = [];
      for (const proposal of left) {
        const result = refiner.refine(proposal, context);
        if ("drop" in result) trace.push(traceOf("dropped", refiner.name, proposal, text, result.drop));
        else {
          if (result !== proposal && !sameSpans(result, proposal))
            trace.push(traceOf("changed", refiner.name, result, text));
          kept.push(result);
        }
      }
      left = kept;
    }
    return left;
  };
  const propose = (by: string, proposals: readonly Proposal[]): Proposal[] => {
    for (const p of proposals) trace.push(traceOf("proposed", by, p, text));
    return refineAll(proposals);
  };

  let found = nestAfresh(propose(reader.name, read), text, trace);
  let nextKey = 1 + found.reduce((top, p) => Math.max(top, p.key), 0);
  for (const rule of RULES) {
    const added = propose(rule.name, rule.propose(context, found, nextKey));
    const replaced = new Map(added.map((p) => [p.key, p]));
    const fresh = added.filter((p) => p.key >= nextKey);
    nextKey = fresh.reduce((top, p) => Math.max(top, p.key + 1), nextKey);
    found = [...found.map((p) => replaced.get(p.key) ?? p), ...fresh];
    if (added.length > 0) found = nestAfresh(found, text, trace);
  }
  const nested = nestInFrames(found, context);
  for (const { proposal, why } of nested.dropped) trace.push(traceOf("dropped", "nest-in-frames", proposal, text, why));
  found = [...nested.kept];
  for (const p of found) trace.push(traceOf("kept", p.by, p, text));
  const statements = toStatements(found, context);
  return {
    ...reading,
    statements,
    frames,
    silences: findSilences(context, statements),
    times: findTimes(reading, packs),
    occasions: findOccasions(context),
    counts: findCounts(context),
    appearances: findAppearances(context),
    trace,
  };
}

/**
 * Settles what stands inside what: a statement whose cue lies in another's content is nested in the smallest such one, found
 * there or not; of two with the same cue the surer one stays; one whose outer statement was dropped moves up.
 */
function nestAfresh(proposals: readonly Proposal[], text: string, trace: Trace[]): Proposal[] {
  const byCue = new Map<string, Proposal>();
  for (const p of proposals) {
    const cue = p.cue ? `${p.cue.from}-${p.cue.to}` : `key ${p.key}`;
    const rival = byCue.get(cue);
    // What was read as nested was read knowing where the outer content ends.
    const better =
      rival === undefined ||
      (p.inside !== null && rival.inside === null) ||
      ((p.inside !== null) === (rival.inside !== null) && p.confidence > rival.confidence);
    const loser = better ? rival : p;
    if (loser) trace.push(traceOf("dropped", "nest-afresh", loser, text, "its cue was read twice"));
    if (better) byCue.set(cue, p);
  }
  const kept = withoutOverlappingCues([...byCue.values()], text, trace);
  const byKey = new Map(kept.map((p) => [p.key, p]));
  return insideOfWhat(kept).map((outer, k) => {
    const p = kept[k] as Proposal;
    // "quoted him as saying": the inner cue stands outside, the words are the same.
    const given = outer === null && p.inside !== null ? byKey.get(p.inside) : undefined;
    if (given && p.content.every((piece) => given.content.some((c) => contains(c, piece)))) return p;
    return outer === p.inside ? p : { ...p, inside: outer };
  });
}

/** Of two statements whose cues share words ("had promised", "promised") the surer one stays. In reading order. */
function withoutOverlappingCues(proposals: readonly Proposal[], text: string, trace: Trace[]): Proposal[] {
  const lost = new Set<Proposal>();
  let last: Proposal | null = null;
  for (const p of proposals
    .filter((x) => x.cue !== null)
    .toSorted((x, y) => (x.cue as Span).from - (y.cue as Span).from || x.key - y.key)) {
    if (last?.cue && p.cue && overlaps(last.cue, p.cue)) {
      const loser: Proposal = p.confidence > last.confidence ? last : p;
      lost.add(loser);
      trace.push(traceOf("dropped", "nest-afresh", loser, text, "its cue shares words with a surer one"));
      if (loser === p) continue;
    }
    last = p;
  }
  return proposals.filter((p) => !lost.has(p)).toSorted((x, y) => extentOf(x).from - extentOf(y).from || x.key - y.key);
}

/** For each proposal the key of the smallest one whose content holds its cue, unless each holds the other's; else null. */
function insideOfWhat(proposals: readonly Proposal[]): (number | null)[] {
  // All pieces by their start; those still open at a cue are few, so that the walk stays linear.
  const pieces = proposals
    .flatMap((p) => (p.cue ? p.content.map((c) => ({ ...c, p })) : []))
    .toSorted((a, b) => a.from - b.from);
  const byCue = proposals
    .flatMap((p, k) => (p.cue ? [{ k, p, cue: p.cue }] : []))
    .toSorted((a, b) => a.cue.from - b.cue.from);
  const result: (number | null)[] = proposals.map(() => null);
  let open: typeof pieces = [];
  let next = 0;
  for (const { k, p, cue } of byCue) {
    for (let piece = pieces[next]; piece && piece.from <= cue.from; piece = pieces[++next]) open.push(piece);
    open = open.filter((piece) => piece.to > cue.from);
    let size = Infinity;
    for (const piece of open) {
      const outer = piece.p;
      if (outer === p || piece.to < cue.to || piece.to - piece.from >= size || !outer.cue) continue;
      const outerCue = outer.cue;
      if (p.content.some((c) => contains(c, outerCue))) continue;
      size = piece.to - piece.from;
      result[k] = outer.key;
    }
  }
  return result;
}

function sameSpans(a: Proposal, b: Proposal): boolean {
  return JSON.stringify([a.content, a.cue, a.source]) === JSON.stringify([b.content, b.cue, b.source]);
}

function toStatements(proposals: readonly Proposal[], context: Context): FoundStatement[] {
  const byKey = new Map(proposals.map((p) => [p.key, p]));
  const sorted = proposals.toSorted((a, b) => {
    const x = extentOf(a);
    const y = extentOf(b);
    return x.from - y.from || y.to - x.to || (a.frame ? 0 : 1) - (b.frame ? 0 : 1) || a.key - b.key;
  });
  const made = new Map<number, FoundStatement>();
  const make = (p: Proposal): FoundStatement => {
    const known = made.get(p.key);
    if (known) return known;
    const other = (key: number | null): FoundStatement | null => {
      const it = key === null ? undefined : byKey.get(key);
      return it ? make(it) : null;
    };
    const spoken: SpokenStatement = {
      content: p.content,
      cue: p.cue,
      source: p.source,
      opener: p.opener ?? null,
      manner: mannerOf(p, context),
      frame: p.frame ?? null,
      inside: other(p.inside),
      continues: other(p.continues),
      confidence: p.confidence,
      by: p.by,
    };
    const { act, strength, negated, why } = actOf(spoken, context);
    const statement: FoundStatement = {
      ...spoken,
      act,
      strength,
      negated,
      actWhy: why,
      condition: conditionOf(spoken, context),
      edits: editsOf(spoken, context),
    };
    made.set(p.key, statement);
    return statement;
  };
  return sorted.map(make);
}

/** Direct when all words of the content stand in quotation marks, indirect when none do. */
function mannerOf(
  { content, opener, source, frame }: Proposal,
  { reading: { document }, quotations }: Context,
): Manner {
  // Framed words are the speaker's own, whatever he quotes in them.
  if (frame) return "direct";
  const { text } = document;
  let inside = false;
  let outside = false;
  for (const piece of content) {
    // A quotation that holds the piece, more, and the source is the one around a nested statement.
    const marks = quotations
      .touching(piece)
      .filter(
        ({ span }) => !(span.from < piece.from && span.to > piece.to && (source === null || contains(span, source))),
      );
    // The word "that" before a quotation does not make it a mixed one.
    let at = opener && opener.from === piece.from ? opener.to : piece.from;
    for (const { span } of marks) {
      if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, span.from)))) outside = true;
      inside = true;
      at = Math.max(at, span.to);
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, piece.to)))) outside = true;
  }
  return inside ? (outside ? "mixed" : "direct") : "indirect";
}
