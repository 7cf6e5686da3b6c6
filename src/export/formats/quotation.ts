import { describedWords, plainDateOf, saidOf, standingWords } from "./exported.ts";
import type { ExportedRecord } from "./exported.ts";
import type { ExportFormat, WriteOptions } from "./format.ts";
import { articleNode, graph, speakerNode } from "./schemaOrg.ts";
import { type Ld, entryIri, factsLd, without } from "./vocabulary.ts";

/**
 * schema.org Quotations. Only words that a report quotes as somebody's own are one: a paraphrase in a Quotation would put
 * the report's wording into the speaker's mouth.
 */
export const quotation: ExportFormat = {
  name: "quotation",
  mediaType: "application/ld+json",
  extension: "jsonld",
  describes: "schema.org Quotation in JSON-LD: words that stand in quotation marks as somebody's own",
  byText: false,
  leavesOut: whyNot,
  write: (records, options) => graph(records, options, whyNot, (record, text) => quotationNode(record, text, options)),
};

function whyNot({ kind, manner, entry }: ExportedRecord): string | null {
  if (kind === "silence") return "silences, which have no words";
  if (entry.negated) return "statements whose speaking is denied";
  if (manner !== "direct") return "statements in the report’s own wording, wholly or partly";
  if (entry.voice?.of === "channel" || entry.voice?.of === "label")
    return "words in marks that are not the speaker’s own";
  return null;
}

function quotationNode(record: ExportedRecord, text: string | null, options: WriteOptions): Ld {
  return without({
    "@type": "Quotation",
    "@id": entryIri(record, options.base),
    creativeWorkStatus: standingWords(record),
    description: describedWords(record),
    text: record.words,
    inLanguage: record.report.language,
    spokenByCharacter: speakerNode(record),
    dateCreated: plainDateOf(saidOf(record)),
    isBasedOn: articleNode(record.report, text, options),
    ...factsLd(record),
  });
}
