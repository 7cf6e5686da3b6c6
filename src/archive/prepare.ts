import { toReading, type ReadingLine } from "../export/contract.ts";
import type { Capture } from "../model/document.ts";
import type { Json } from "../model/ledger.ts";
import type { Resolved } from "../model/statement.ts";
import { type ReadOptions, readReport } from "../pipeline.ts";
import type { RecordValue } from "../store/values.ts";
import { sha256Of } from "../text/sha256.ts";
import { anchors } from "./anchors.ts";
import { firstDay } from "./edtf.ts";
import { leads } from "./leads.ts";
import { signatureOf } from "./likeness.ts";

/** A capture read and made ready for the archive: plain data, so that a worker thread can hand it over. */
export interface Prepared {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly text: string;
  /** SHA-256 of the text in UTF-8. */
  readonly textHash: string;
  /** SHA-256 of its words without furniture. */
  readonly bodyHash: string;
  readonly signature: Uint32Array | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly document: { readonly [key: string]: Json };
  readonly records: readonly RecordValue[];
  /** Who read it: every reader and rule that has a statement in it is named in its records, this is the whole. */
  readonly reader: string;
}

/** Blocks that are the article; counters, clocks, share lines, datelines and bylines are not. */
const BODY = new Set(["headline", "standfirst", "subheading", "paragraph", "list-item", "block-quote", "caption"]);

/** Reads a capture. Throws UserError when the bytes are no readable report. */
export function prepare(capture: Capture, options: ReadOptions, reader: string): Prepared {
  const resolved = readReport(capture, options);
  const { document } = resolved;
  const line = toReading(resolved, { path: capture.from });
  const { text: _, ...rest } = line.document;
  const words = bodyWords(resolved);
  return {
    sha256: document.sha256,
    size: document.bytes,
    mediaType: document.mediaType,
    text: document.text,
    textHash: sha256Of(document.text),
    bodyHash: sha256Of(words.join(" ")),
    signature: signatureOf(words.map((word) => word.toLowerCase())),
    title: document.title,
    outlet: document.outlet?.name ?? null,
    published: document.published.edtf,
    language: document.language,
    document: {
      ...rest,
      quotations: line.quotations,
      times: line.times,
      people: line.people,
      occasions: line.occasions,
      counts: line.counts,
      appearances: line.appearances,
      remarks: line.remarks,
    } as unknown as { readonly [key: string]: Json },
    records: recordsOf(line),
    reader,
  };
}

function bodyWords({ document }: Resolved): string[] {
  return document.blocks
    .filter(({ kind }) => BODY.has(kind))
    .flatMap(({ span }) => document.text.slice(span.from, span.to).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

type Span = readonly [number, number];

/** The statements and silences of a reading as records, their ids made from their words. */
export function recordsOf(line: ReadingLine): RecordValue[] {
  const { text, published, outlet } = line.document;
  const words = (span: Span | null): string => (span ? text.slice(...span).replace(/\s+/g, " ") : "");
  const taken = new Map<string, number>();
  const idOf = (...parts: readonly string[]): string => {
    const base = sha256Of(parts.join("\u0000")).slice(0, 10);
    const n = (taken.get(base) ?? 0) + 1;
    taken.set(base, n);
    return n === 1 ? base : `${base}-${n}`;
  };
  const day = firstDay(published.edtf);
  const ids = new Map<string, string>();
  for (const s of line.statements)
    ids.set(s.id, idOf("statement", s.content.map(words).join("\n"), words(s.cue), words(s.source)));
  const occasions = new Map(line.occasions.map((o) => [o.id, o]));
  const holding = (span: Span | undefined): string | null =>
    span ? ([...occasions.values()].find((o) => o.span[0] < span[1] && o.span[1] > span[0])?.name ?? null) : null;
  const statements = line.statements.map((s): RecordValue => {
    const { name: speaker, kind: speakerKind } = s.chain.at(-1) ?? { name: "", kind: "none" };
    return {
      id: ids.get(s.id) as string,
      kind: "statement",
      speaker,
      speakerKind,
      channel: s.chain.slice(0, -1).findLast((hop) => hop.kind === "channel")?.name ?? null,
      outlet,
      act: s.act,
      manner: s.manner,
      confidence: s.confidence,
      uttered: firstDay(s.uttered.edtf),
      published: day,
      occasion: holding(s.frame?.span ?? s.cue ?? undefined),
      words: s.words.join(" … "),
      by: s.by,
      ...(leads(speaker, speakerKind, day) && { leads: true }),
      record: json({
        ...s,
        id: ids.get(s.id) as string,
        inside: s.inside === null ? null : (ids.get(s.inside) ?? null),
        anchors: anchors(text, s.content),
      }),
    };
  });
  const silences = line.silences.map((q): RecordValue => {
    const id = idOf("silence", q.kind, words(q.span));
    return {
      id,
      kind: "silence",
      speaker: q.who ?? "",
      speakerKind: q.who === null ? "none" : "unnamed",
      channel: q.accordingTo,
      outlet,
      act: q.kind,
      manner: null,
      confidence: 1,
      uttered: null,
      published: day,
      occasion: null,
      words: words(q.span),
      by: q.by,
      record: json({ ...q, id, anchors: anchors(text, [q.span]) }),
    };
  });
  return [...statements, ...silences];
}

function json(value: unknown): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(value)) as { readonly [key: string]: Json };
}
