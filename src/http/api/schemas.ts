import { z } from "@hono/zod-openapi";
import { receipt } from "../../export/receipt.ts";
import { readingLine } from "../../export/schema.ts";
import { SILENCE_KINDS } from "../../model/entries.ts";
import { STANDINGS } from "../../model/ledger.ts";
import { ACTS } from "../../model/statement.ts";

// The schemas of readings were made before this module taught zod about OpenAPI: what is to have a name in the document is made
// anew here.

const entries = readingLine.shape;
const entryFields = z.record(z.string(), z.unknown());

export const span = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe("Half-open [from, to] in UTF-16 units of the text of the edition");
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const moment = z.string().describe("ISO 8601 in UTC");
export const edtf = z.string().describe("EDTF");

/** A schema with a name of its own in the document, or null: `nullable()` would say so of the name itself, wherever it is used. */
export function orNull<T extends z.ZodType>(schema: T): z.ZodUnion<[T, z.ZodNull]> {
  return z.union([schema, z.null()]);
}

export const standing = z
  .enum(STANDINGS)
  .describe("candidate: a machine’s reading that nobody has confirmed; confirmed, disputed, retracted: by a person")
  .openapi("Standing");

export const when = z
  .object({
    edtf: edtf.nullable().describe("EDTF; null exactly when the basis is unknown"),
    basis: z.enum(["stated", "given", "derived", "unknown"]),
    steps: z.array(z.string()).describe("How it was worked out, a sentence a step"),
  })
  .openapi("When");

export const kind = z.enum(["statement", "silence"]);
export const act = z.enum([...ACTS, ...SILENCE_KINDS]).describe("The act of a statement, the kind of a silence");

/** A statement or silence as lists have it. */
const listedFields = {
  id: z.string().describe("ARTICLE.ID"),
  kind,
  standing,
  corrected: z.boolean().describe("Whether a person corrected what the machine had"),
  speaker: z.string().describe("Empty where nobody is named"),
  speakerKind: z.string(),
  act,
  manner: z.string().nullable(),
  chain: z.array(z.string()).describe("Names of the hops, outlet first; empty for a silence"),
  uttered: orNull(when),
  published: edtf.nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  occasion: z.string().nullable(),
  snippet: z.object({
    text: z.string(),
    found: z.array(z.tuple([z.int(), z.int()])).describe("Where the words that were looked for stand in it"),
  }),
  confidence: z.number().min(0).max(1),
};
export const listed = z.object(listedFields).openapi("Listed");

/** The same with its words whole, and where it was read. */
const foundFields = {
  ...listedFields,
  channel: z.string().nullable(),
  words: z.string(),
  article: z.string(),
  edition: z.int().min(1),
  by: z.string().describe("The rule or model that found it"),
};
export const found = z.object(foundFields).openapi("Found");

const anchor = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

const statementEntry = entries.statements.element.extend({ anchors: z.array(anchor) }).openapi("StatementEntry");
const silenceEntry = entries.silences.element.extend({ anchors: z.array(anchor) }).openapi("SilenceEntry");

export const decision = z
  .object({
    seq: z.int().describe("Number of its entry in the ledger"),
    act: z.enum(["confirm", "dispute", "retract", "correct", "undo"]),
    by: z.string(),
    at: moment,
    reason: z.string().nullable(),
    undone: z.int().nullable().describe("The entry that took it back"),
    change: entryFields.nullable().describe("What a correction changed"),
  })
  .openapi("Decision");

export const statement = z
  .object({
    ...foundFields,
    standingMeans: z.string(),
    record: z.union([statementEntry, silenceEntry]).describe("As a reading has it, corrections applied"),
    machine: entryFields.nullable().describe("What the machine had, where a person corrected it"),
    decisions: z.array(decision),
    proposals: z.int().min(0).describe("Proposals about it that wait to be looked at"),
    proves: z.string(),
    provesNot: z.string(),
    links: z.object({ receipt: z.string(), citation: z.string(), article: z.string(), page: z.string() }),
  })
  .openapi("Statement");

export const receiptAnswer = receipt
  .extend({
    record: entryFields,
    machine: entryFields.nullable(),
    capture: receipt.shape.capture.extend({ given: entryFields }),
    ledger: receipt.shape.ledger.extend({ entry: receipt.shape.ledger.shape.entry.extend({ value: entryFields }) }),
  })
  .openapi("Receipt");

export const reading = readingLine.extend({}).openapi("Reading");

export const counted = z.object({ value: z.string(), n: z.int().min(1) });

export const article = z
  .object({
    article: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: edtf.nullable(),
    language: z.string(),
    edition: z.int().min(1).describe("Number of the latest"),
    firstSeen: moment,
    changed: moment,
    repeats: z.string().nullable().describe("The article it nearly repeats"),
    likeness: z.number().nullable(),
  })
  .openapi("Article");

export const capture = z
  .object({
    seq: z.int().describe("Its entry in the ledger"),
    at: moment,
    address: z.string().nullable(),
    sha256: hash,
    mediaType: z.string(),
    by: z.string(),
    circumstances: entryFields,
  })
  .openapi("Capture");

export const document = entries.document
  .omit({ text: true })
  .extend({
    quotations: entries.quotations.optional(),
    times: entries.times,
    people: entries.people,
    occasions: entries.occasions,
    counts: entries.counts,
    appearances: entries.appearances,
    remarks: entries.remarks,
  })
  .openapi("Document");

const fate = z.object({
  id: z.string(),
  fate: z.enum(["unchanged", "moved", "altered", "gone"]),
  to: z.string().nullable().describe("What stands for it in this edition"),
  was: z.string().nullable(),
  now: z.string().nullable(),
  speaker: z.string(),
  words: z.string(),
});

export const history = z
  .object({
    article: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: edtf.nullable(),
    language: z.string(),
    repeats: z.string().nullable(),
    repeatedBy: z.array(z.string()),
    editions: z.array(
      z.object({
        edition: z.int(),
        at: moment,
        seq: z.int(),
        returns: z.int().nullable().describe("The earlier edition to whose words the page went back"),
        capture: hash,
        text: hash,
        addresses: z.array(z.string()),
        statements: z.int(),
        silences: z.int(),
        fates: z.array(fate),
        back: z
          .array(
            z.object({
              id: z.string(),
              edition: z.int().describe("The last edition that had it"),
              standing: standing.nullable(),
              speaker: z.string(),
              words: z.string(),
            }),
          )
          .describe("Not in the edition before, but in one before that"),
        added: z.array(z.object({ id: z.string(), speaker: z.string(), words: z.string() })),
      }),
    ),
  })
  .openapi("History");

/** A page of a list. */
export function pageOf(item: z.ZodType, name: string): z.ZodObject {
  return z
    .object({
      items: z.array(item),
      cursor: z.string().nullable().describe("Leads to the next page; null on the last"),
    })
    .openapi(name);
}

export const taken = z
  .array(
    z.object({
      field: z.enum(["speaker", "channel", "outlet", "occasion"]),
      typed: z.string(),
      name: z.string(),
      guessed: z.boolean().describe("Whether the archive has the name otherwise than it was typed"),
      also: z.array(counted).describe("Longer names that may be meant as well"),
    }),
  )
  .describe("What names were taken for");

export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(200)
  .optional()
  .describe("How many a page holds, 1 to 200; 50 unless said");
export const cursor = z.string().max(2_000).optional().describe("From the page before");
export const statementId = z.object({
  id: z
    .string()
    .max(100)
    .describe("ARTICLE.ID, or a beginning of either half that only one has")
    .openapi({ param: { name: "id", in: "path" } }),
});
export const articleId = z.object({
  article: z
    .string()
    .regex(/^[0-9a-f]{16}$/, "is no id of an article: sixteen letters and digits")
    .openapi({ param: { name: "article", in: "path" } }),
});
export const nameParam = z.object({
  name: z
    .string()
    .min(1)
    .max(500)
    .openapi({ param: { name: "name", in: "path" } }),
});
export const reason = z.string().trim().min(1).max(2_000);

export const verdict = z.object({
  entry: z.int(),
  name: z.string(),
  at: moment,
  did: z.enum(["confirmed", "disputed", "retracted", "corrected"]),
  reason: z.string().nullable(),
  changes: z.array(z.string()),
  as: z.enum(["second reader", "settlement"]).nullable(),
  stands: z.boolean(),
});

/** As it lies before a reader who is to decide. */
export const queued = z
  .object({
    id: z.string(),
    article: z.string(),
    kind,
    standing: orNull(standing).describe("Null where a second reader must not see what was decided"),
    speaker: z.string(),
    speakerKind: z.string(),
    act,
    manner: z.string().nullable(),
    confidence: z.number(),
    chain: z.array(z.looseObject({ name: z.string(), kind: z.string() })),
    uttered: orNull(when),
    published: edtf.nullable(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    noticed: z.string().nullable(),
    channel: z.string().nullable(),
    condition: z
      .object({ trigger: z.string(), consequence: z.string().nullable(), mover: z.string().nullable() })
      .nullable(),
    inside: z.object({ id: z.string(), speaker: z.string(), words: z.string() }).nullable(),
    content: z.array(span),
    words: z.array(z.string()),
    marks: z.array(z.object({ mark: z.enum(["content", "cue", "source", "trigger", "consequence"]), span })),
    passage: z.array(z.object({ from: z.int(), text: z.string(), kind: z.string(), aside: z.boolean() })),
    factors: z.array(z.object({ points: z.number(), why: z.string() })).describe("Why it comes where it comes"),
    day: z.string(),
    repeats: z.int(),
    verdicts: z.array(verdict),
    seen: z.int().describe("The last decision on it; 0 for none"),
    receipt: z.object({
      edition: z.int(),
      text: z.string(),
      capture: z.string(),
      address: z.string().nullable(),
      at: moment.nullable(),
    }),
    names: z.array(z.string()),
  })
  .openapi("Queued");

export const watched = z
  .object({
    address: z.string(),
    host: z.string(),
    feed: z.string().nullable().describe("The feed that named it"),
    kind: z.string(),
    facts: entryFields,
    lookedAt: moment.nullable(),
    nextAt: moment.nullable(),
    failures: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
  })
  .openapi("Watched");
