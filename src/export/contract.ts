import type { Span } from "../model/span.ts";
import type { Hop, Resolved, Statement } from "../model/statement.ts";
import type { When } from "../model/time.ts";
import { quotedWords } from "./quotedWords.ts";
import { wholeWords } from "./repairs.ts";
import type { ReadingLine } from "./schema.ts";

export type { ReadingLine } from "./schema.ts";

/** What the caller knows of an input and its bytes cannot tell. */
export interface Origin {
  /** As named in the call; `-` for standard input. */
  readonly path: string;
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly mediaType?: string | undefined;
}

type Pair = [number, number];

/**
 * A reading in the shape of the published contract, keys in its order. Spans become `[from, to]` pairs in UTF-16
 * units of `document.text`; repairs are widened to whole words. Nothing is checked here: tests hold it to the schema.
 */
export function toReading(resolved: Resolved, origin: Origin): ReadingLine {
  const { document } = resolved;
  return {
    hearsay: "1",
    input: {
      path: origin.path,
      sha256: document.sha256,
      bytes: document.bytes,
      mediaType: document.mediaType,
      given: {
        published: origin.published ?? null,
        outlet: origin.outlet ?? null,
        mediaType: origin.mediaType ?? null,
      },
    },
    document: {
      text: document.text,
      language: document.language,
      title: document.title,
      outlet: document.outlet?.name ?? null,
      published: {
        edtf: document.published.edtf,
        basis: document.published.basis,
        spans: document.published.spans.map(pair),
      },
      blocks: document.blocks.map((block) => ({ kind: block.kind, span: pair(block.span) })),
      repairs: wholeWords(document.text, document.repairs).map(({ span, reads, why }) => ({
        span: pair(span),
        reads,
        why,
      })),
    },
    statements: resolved.statements.map((statement) => statementLine(document.text, statement)),
    quotations: quotedWords(resolved).map(({ quotation: { span, closed }, statements }) => ({
      span: pair(span),
      closed,
      statements: [...statements],
    })),
    silences: resolved.silences.map(({ id, span, ...silence }) => ({ id, span: pair(span), ...silence })),
    times: resolved.times.map(({ span, timex, edtf, basis, steps }) => ({
      span: pair(span),
      timex: { type: timex.type, value: timex.value },
      edtf,
      basis,
      steps: [...steps],
    })),
    people: resolved.people.map(({ id, name, kind, mentions, described }) => ({
      id,
      name,
      kind,
      mentions: mentions.map(pair),
      described: [...described],
    })),
    occasions: resolved.occasions.map(({ id, name, span, mentions, when, status }) => ({
      id,
      name,
      span: pair(span),
      mentions: mentions.map(pair),
      when: whenLine(when),
      status,
    })),
    counts: resolved.counts.map(({ span, ...count }) => ({ span: pair(span), ...count })),
    appearances: resolved.appearances.map(({ span, ...appearance }) => ({ span: pair(span), ...appearance })),
    remarks: resolved.remarks.map(({ span, level, reason }) => ({ span: span && pair(span), level, reason })),
  };
}

function statementLine(text: string, s: Statement): ReadingLine["statements"][number] {
  return {
    id: s.id,
    content: s.content.map(pair),
    words: s.content.map(({ from, to }) => text.slice(from, to)),
    cue: s.cue && pair(s.cue),
    source: s.source && pair(s.source),
    opener: s.opener && pair(s.opener),
    manner: s.manner,
    voice: s.voice && { of: s.voice.of, why: s.voice.why },
    act: s.act,
    strength: s.strength,
    negated: s.negated,
    condition: s.condition && {
      trigger: pair(s.condition.trigger),
      consequence: s.condition.consequence && pair(s.condition.consequence),
      mover: s.condition.mover,
    },
    edits: s.edits.map(({ span, kind }) => ({ span: pair(span), kind })),
    chain: s.chain.map(hopLine),
    restsOn: s.restsOn,
    uttered: whenLine(s.uttered),
    inside: s.inside,
    frame: s.frame && { kind: s.frame.kind, span: pair(s.frame.span) },
    confidence: s.confidence,
    by: s.by,
  };
}

function hopLine({ name, kind, span, cue, when }: Hop): ReadingLine["statements"][number]["chain"][number] {
  return { name, kind, span: span && pair(span), cue: cue && pair(cue), when: when && whenLine(when) };
}

function whenLine({ edtf, basis, steps }: When): ReadingLine["statements"][number]["uttered"] {
  return { edtf, basis, steps: [...steps] };
}

function pair({ from, to }: Span): Pair {
  return [from, to];
}

// Legal inside JSON strings, but a terminal may act on them; as \u escapes they mean the same to every JSON reader.
const TERMINAL_ACTS_ON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A reading as one line of JSON without its newline. What could steer a terminal is escaped. */
export function toJsonLine(line: ReadingLine): string {
  return toSafeJson(line);
}

/** Any value as one line of JSON, what could steer a terminal escaped. */
export function toSafeJson(value: object, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    TERMINAL_ACTS_ON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
