import { z } from "zod";
import { BLOCK_KINDS } from "../model/document.ts";
import { SILENCE_KINDS } from "../model/entries.ts";
import { FRAME_KINDS } from "../model/frame.ts";
import { ACTS, SOURCE_KINDS, STRENGTHS } from "../model/statement.ts";
import { TIMEX_TYPES } from "../model/time.ts";

// Nothing on the way of an ordinary `hearsay read` may import a value from here: loading zod costs more than
// reading a short report. Its types are free.

const span = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe("Half-open [from, to] in UTF-16 units of document.text");

const when = z.object({
  edtf: z.string().nullable().describe("EDTF value; null exactly when the basis is unknown"),
  basis: z.enum(["stated", "given", "derived", "unknown"]),
});

const dated = when.extend({ steps: z.array(z.string()).describe("How it was worked out, a sentence a step") });

const input = z.object({
  path: z.string().describe("As it was named in the call; - for standard input"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  mediaType: z.string(),
  given: z
    .object({
      published: z.string().nullable(),
      outlet: z.string().nullable(),
      mediaType: z.string().nullable(),
    })
    .describe("What the caller said about the input; needed to read it again the same way"),
});

const document = z.object({
  text: z.string().describe("The text all spans point into; never changed"),
  language: z.string().describe("ISO 639-1, or und"),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  published: when.extend({ spans: z.array(span) }),
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), span })),
  repairs: z
    .array(z.object({ span, reads: z.string(), why: z.string() }))
    .describe("Where the words are read otherwise than they stand"),
});

const hop = z.object({
  name: z.string(),
  kind: z.enum(SOURCE_KINDS),
  span: span.nullable(),
  cue: span.nullable(),
  when: dated.nullable().describe("When this hop passed the words on, where the report tells"),
});

const statement = z.object({
  id: z.string(),
  content: z.array(span).min(1).describe("One or more pieces, in order"),
  words: z.array(z.string()).describe("The words of each piece of content, as they stand in the text"),
  cue: span.nullable(),
  source: span.nullable(),
  opener: span
    .nullable()
    .describe("The word “that” which opens the content, where one does: the bare content begins behind it"),
  manner: z.enum(["direct", "indirect", "mixed"]),
  voice: z
    .object({ of: z.enum(["speaker", "channel", "label", "translation", "unknown"]), why: z.string() })
    .nullable()
    .describe("Whose wording stands inside the quotation marks"),
  act: z.enum(ACTS),
  strength: z.enum(STRENGTHS).describe("Of the reporting words"),
  negated: z.boolean().describe("The act of speaking itself is denied or unreal"),
  condition: z.object({ trigger: span, consequence: span.nullable(), mover: z.string().nullable() }).nullable(),
  edits: z
    .array(z.object({ span, kind: z.enum(["omission", "insertion"]) }))
    .describe("The outlet's own hand inside the marks"),
  chain: z.array(hop).min(1).describe("Outlet first where it is known, original speaker last"),
  restsOn: z.string().nullable().describe("The last independent origin"),
  uttered: dated.describe("When the words were spoken"),
  inside: z.string().nullable().describe("The id of the statement this one is nested in"),
  frame: z
    .object({ kind: z.enum(FRAME_KINDS), span })
    .nullable()
    .describe("What makes the words one speaker's own where no cue stands beside them"),
  confidence: z.number().min(0).max(1),
  by: z.string().describe("The rule or model that found it, with its version"),
});

const silence = z.object({
  id: z.string(),
  span,
  kind: z.enum(SILENCE_KINDS),
  who: z.string().nullable().describe("Who was silent"),
  noticedBy: z.string().nullable(),
  accordingTo: z.string().nullable(),
  about: z.string().nullable(),
  scope: z.string().nullable(),
  expectation: z.string().nullable(),
  by: z.string().describe("The rule that found it"),
});

const time = z.object({
  span,
  timex: z.object({ type: z.enum(TIMEX_TYPES), value: z.string() }),
  ...when.shape,
  steps: z.array(z.string()),
});

const person = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["person", "office", "organisation", "state", "place", "unnamed"]),
  mentions: z.array(span),
  described: z.array(z.string()).describe("Offices and descriptions, from the text or a pack"),
});

const occasion = z.object({
  id: z.string(),
  name: z.string(),
  span,
  mentions: z.array(span),
  when: dated,
  status: z
    .enum(["expected", "cancelled"])
    .nullable()
    .describe("Where the report looks ahead to it, or tells that it was called off or put off"),
});

const count = z.object({
  span,
  term: z.string(),
  count: z.int(),
  bound: z.enum(["exactly", "at-least", "at-most", "about"]),
  of: z.enum(["term", "deed"]).describe("What is counted: uses of a term, or doings"),
  by: z.string().nullable(),
  occasion: z.string().nullable(),
  over: z.string().nullable().describe("Over what it was counted, in the report's words"),
});

const appearance = z.object({
  span,
  kind: z.enum(["appointed", "removed", "appeared", "absent", "expected"]),
  who: z.string().nullable(),
  what: z.string().nullable().describe("The office, or the place and occasion"),
});

const remark = z.object({ span: span.nullable(), level: z.enum(["note", "warning"]), reason: z.string() });

/** One line of `hearsay read --json`. */
export const readingLine = z
  .object({
    hearsay: z.literal("1").describe("Version of this format"),
    input,
    document,
    statements: z.array(statement),
    quotations: z
      .array(
        z.object({
          span: span.describe("With its marks"),
          closed: z.boolean().describe("False where no closing mark stands and the paragraph ends it"),
          statements: z
            .array(z.string())
            .describe("The statements it is content of; none for a label, a title or a term"),
        }),
      )
      .describe("Every outermost pair of quotation marks"),
    silences: z.array(silence),
    times: z.array(time),
    people: z.array(person),
    occasions: z.array(occasion),
    counts: z.array(count),
    appearances: z.array(appearance),
    remarks: z.array(remark),
  })
  .describe("One line of `hearsay read --json`: the reading of one input");

export type ReadingLine = z.infer<typeof readingLine>;

/** The JSON Schema (draft 2020-12) of one line, as text with a final newline. It allows fields it does not name. */
export function readingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(readingLine, { io: "input" }), null, 2)}\n`;
}
