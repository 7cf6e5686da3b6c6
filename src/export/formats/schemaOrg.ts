import { textsOnce } from "./byText.ts";
import { type ExportedRecord, type ExportedReport, plainDateOf, webAddress } from "./exported.ts";
import { toSafeJson } from "../contract.ts";
import { HEARSAY_CONTEXT, type Ld, articleIri, hashIri, without } from "./vocabulary.ts";
import type { WriteOptions } from "./format.ts";

/**
 * Nodes of schema.org as one JSON-LD document, written as they come; entries that `leavesOut` gives a reason for are not in it.
 * `nodeOf` gets the text of the report where it is to stand in the node.
 */
export async function* graph(
  records: AsyncIterable<ExportedRecord>,
  { texts }: WriteOptions,
  leavesOut: (record: ExportedRecord) => string | null,
  nodeOf: (record: ExportedRecord, text: string | null) => Ld,
): AsyncGenerator<string> {
  const textOf = textsOnce(texts);
  yield `{"@context":${JSON.stringify(["https://schema.org/", HEARSAY_CONTEXT])},"@graph":[`;
  let between = "\n";
  for await (const record of records) {
    if (leavesOut(record) !== null) continue;
    yield `${between}${toSafeJson(nodeOf(record, textOf(record.report)) as object)}`;
    between = ",\n";
  }
  yield "\n]}\n";
}

/** The report as an article, with the captured bytes by their hash. */
export function articleNode(report: ExportedReport, text: string | null, { base }: WriteOptions): Ld {
  const { article, title, outlet, language, published, capture } = report;
  const url = webAddress(report);
  return without({
    "@type": "Article",
    "@id": articleIri(article, base),
    headline: title,
    publisher: outlet === null ? null : { "@type": "Organization", name: outlet },
    datePublished: plainDateOf(published),
    inLanguage: language,
    url,
    articleBody: text,
    encoding: without({
      "@type": "MediaObject",
      "@id": hashIri(capture.sha256),
      sha256: capture.sha256,
      encodingFormat: capture.mediaType,
      contentUrl: url,
    }),
  });
}

const TYPES: Readonly<Record<string, string>> = {
  person: "Person",
  organisation: "Organization",
  channel: "Organization",
  outlet: "Organization",
  office: "Organization",
  state: "GovernmentOrganization",
};

/** Whom the words are attributed to. An unnamed speaker has no type: nobody knows whether it is one person. */
export function speakerNode({ speaker, speakerKind }: ExportedRecord): Ld | null {
  if (speakerKind === "none" || speaker === "") return null;
  const type = TYPES[speakerKind];
  return type === undefined
    ? { name: speaker, description: "not named in the report: these are its words" }
    : { "@type": type, name: speaker };
}
