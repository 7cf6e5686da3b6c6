import type { Document } from "../../src/model/document.ts";
import type { Span } from "../../src/model/span.ts";
import type { Resolved, Statement } from "../../src/model/statement.ts";

const TEXT = `Ferry line to close 'for good', minister says

Port Sallow, 4 March — Transport Minister Ines Okoro said on Monday that the union had promised "to keep every
boat running", the Lowland News Agency reported.

"We have tried," she said, "everything."

"The quayis closed to to freight."

Photo: crews wait on the the quay
`;

/** The span of the `nth` place (from 0) where the words stand in a text. */
export function find(words: string, nth = 0, text = TEXT): Span {
  let from = text.indexOf(words);
  for (let i = 0; i < nth; i++) from = text.indexOf(words, from + 1);
  if (from < 0) throw new Error(`Not in the sample: ${words}`);
  return { from, to: from + words.length };
}

/** A document over plain text, one byte a unit, with nothing known about it but what is handed in. */
export function documentOf(text: string, known: Partial<Document> = {}): Document {
  return {
    sha256: "0123456789abcdef".repeat(4),
    bytes: text.length,
    mediaType: "text/plain",
    encoding: "utf-8",
    text,
    source: {
      text: Uint32Array.of(0),
      from: Uint32Array.of(0),
      to: Uint32Array.of(text.length),
      unit: Uint8Array.of(1),
    },
    language: "en",
    title: null,
    outlet: null,
    published: { edtf: null, basis: "unknown", spans: [] },
    blocks: [{ kind: "paragraph", span: { from: 0, to: text.length } }],
    repairs: [],
    remarks: [],
    ...known,
  };
}

export function statementOf(known: Partial<Statement> & Pick<Statement, "id" | "content">): Statement {
  return {
    cue: null,
    source: null,
    opener: null,
    manner: "indirect",
    voice: null,
    act: "assert",
    strength: "neutral",
    negated: false,
    actWhy: "",
    condition: null,
    edits: [],
    frame: null,
    uttered: { edtf: null, basis: "unknown", steps: [] },
    chain: [{ name: "", kind: "none", span: null, cue: null, when: null }],
    restsOn: null,
    inside: null,
    confidence: 0.5,
    by: "sample-1",
    ...known,
  };
}

export function resolvedOf(document: Document, statements: readonly Statement[] = []): Resolved {
  return {
    document,
    tokens: [],
    sentences: [],
    quotations: [],
    statements,
    silences: [],
    times: [],
    people: [],
    occasions: [],
    counts: [],
    appearances: [],
    remarks: document.remarks,
    trace: [],
  };
}

const OUTLET = { name: "Sallow Gazette", kind: "outlet", span: null, cue: null, when: null } as const;
const AGENCY = {
  name: "the Lowland News Agency",
  kind: "channel",
  span: find("the Lowland News Agency"),
  cue: find("reported"),
  when: null,
} as const;
const MINISTER = {
  name: "Transport Minister Ines Okoro",
  kind: "person",
  span: find("Transport Minister Ines Okoro"),
  cue: find("said"),
  when: null,
} as const;

/** A report with nested statements, a broken quotation, one that goes on without a cue, and damaged words. */
const READ: Resolved = resolvedOf(
  documentOf(TEXT, {
    title: "Ferry line to close 'for good', minister says",
    outlet: { name: "Sallow Gazette", basis: "given", span: null },
    published: { edtf: "2024-03-04", basis: "derived", spans: [find("4 March")] },
    blocks: [
      { kind: "headline", span: find("Ferry line to close 'for good', minister says") },
      { kind: "dateline", span: find("Port Sallow, 4 March —") },
      { kind: "paragraph", span: { from: find("Transport").from, to: find(" reported.").to } },
      { kind: "paragraph", span: find('"We have tried," she said, "everything."') },
      { kind: "paragraph", span: find('"The quayis closed to to freight."') },
      { kind: "caption", span: find("Photo: crews wait on the the quay") },
    ],
    repairs: [
      { span: { from: find("quayis").from + 4, to: find("quayis").from + 4 }, reads: " ", why: "glued words" },
      { span: { from: find(" to freight").from - 3, to: find(" to freight").from }, reads: "", why: "doubled word" },
      { span: { from: find(" the quay").from - 4, to: find(" the quay").from }, reads: "", why: "doubled word" },
    ],
    remarks: [{ span: find("quayis"), level: "note", reason: "words run together" }],
  }),
  [
    statementOf({
      id: "s1",
      content: [{ from: find("Transport").from, to: find('running"').to }],
      source: AGENCY.span,
      opener: null,
      cue: AGENCY.cue,
      manner: "mixed",
      act: "assert",
      chain: [OUTLET, AGENCY],
    }),
    statementOf({
      id: "s2",
      content: [{ from: find("the union had").from, to: find('running"').to }],
      source: MINISTER.span,
      opener: null,
      cue: MINISTER.cue,
      manner: "mixed",
      act: "assert",
      strength: "neutral",
      voice: { of: "speaker", why: "first person" },
      chain: [OUTLET, AGENCY, MINISTER],
      restsOn: "the Lowland News Agency",
      inside: "s1",
      confidence: 0.93,
    }),
    statementOf({
      id: "s3",
      content: [find('"We have tried,"'), find('"everything."')],
      source: find("she"),
      opener: null,
      cue: find("said", 1),
      manner: "direct",
      act: "assert",
      strength: "strong",
      condition: { trigger: find("have tried"), consequence: null, mover: "Ines Okoro" },
      uttered: { edtf: "2024-03-04", basis: "derived", steps: ["on the day of the dateline"] },
      edits: [{ span: find("everything."), kind: "insertion" }],
      chain: [OUTLET, MINISTER],
    }),
    statementOf({
      id: "s4",
      content: [find('"The quayis closed to to freight."')],
      manner: "direct",
      chain: [OUTLET, MINISTER],
    }),
  ],
);

/** The same with an entry of every other kind. */
export const SAMPLE: Resolved = {
  ...READ,
  silences: [
    {
      id: "q1",
      span: find("The quayis closed"),
      kind: "detail-withheld",
      who: "Ines Okoro",
      noticedBy: "Sallow Gazette",
      accordingTo: "the Lowland News Agency",
      about: "the date",
      scope: "her speech",
      expectation: null,
      by: "silence-sample",
    },
  ],
  times: [
    {
      span: find("4 March"),
      timex: { type: "DATE", value: "2024-03-04" },
      edtf: "2024-03-04",
      basis: "derived",
      steps: ["the year is the article's"],
    },
    { span: find("good"), timex: { type: "DATE", value: "XXXX-WXX-4" }, edtf: null, basis: "unknown", steps: [] },
  ],
  people: [
    {
      id: "p1",
      name: "Ines Okoro",
      kind: "person",
      mentions: [find("Transport Minister Ines Okoro")],
      described: ["transport minister"],
    },
  ],
  occasions: [
    {
      id: "o1",
      name: "ferry conference",
      span: find("Ferry line"),
      mentions: [find("Ferry line")],
      when: { edtf: "2024-03", basis: "derived", steps: ["in the month of the article"] },
      status: null,
    },
  ],
  counts: [
    {
      span: find("freight"),
      term: "freight",
      count: 4,
      bound: "at-least",
      of: "term",
      by: "Ines Okoro",
      occasion: "o1",
      over: null,
    },
  ],
  appearances: [{ span: find("crews wait"), kind: "appeared", who: "Ines Okoro", what: "the quay" }],
};
