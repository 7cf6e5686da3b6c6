import { toSafeJson } from "../contract.ts";
import { groupedByText, textIn, togetherIn } from "./byText.ts";
import { type Characters, charactersOf } from "./characters.ts";
import { type ExportedRecord, type Pair, describedWords, lastDecision, spansOf, webAddress } from "./exported.ts";
import { type ExportFormat, type WriteOptions, leavesNothingOut } from "./format.ts";
import { HEARSAY_CONTEXT, type Ld, entryIri, factsLd, hashIri, without } from "./vocabulary.ts";

/** Units of the text on either side of a quote. */
const CONTEXT = 32;

/**
 * W3C Web Annotations: one collection with one page. Positions count Unicode code points, as the standard asks; the same
 * places in UTF-16 units, which all else in Hearsay counts, stand in `hearsay:spans`. What is annotated is the text as it
 * was read, named by its hash, not the page at the address.
 */
export const webAnnotation: ExportFormat = {
  name: "web-annotation",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: "jsonld",
  describes: "W3C Web Annotation in JSON-LD, for annotation tools; comes back in with import",
  byText: true,
  leavesOut: leavesNothingOut,
  async *write(records, options) {
    const name = `urn:hearsay:annotations:${options.head.hash}`;
    yield `{"@context":${JSON.stringify(["http://www.w3.org/ns/anno.jsonld", HEARSAY_CONTEXT])},`;
    yield `"id":"${name}","type":"AnnotationCollection",`;
    yield `"label":"Entries of a Hearsay archive. A candidate is a machine’s reading that nobody has confirmed.",`;
    yield `"first":{"id":"${name}:1","type":"AnnotationPage","startIndex":0,"items":[`;
    let total = 0;
    for await (const group of groupedByText(records)) {
      const characters = charactersOf(textIn(group));
      const together = togetherIn(group);
      for (const [i, record] of group.records.entries()) {
        const annotation = annotationOf(record, characters, i === 0 && options.texts, together, options);
        yield `${total++ === 0 ? "\n" : ",\n"}${toSafeJson(annotation)}`;
      }
    }
    yield `\n]},"total":${total}}\n`;
  },
};

function annotationOf(
  record: ExportedRecord,
  characters: Characters,
  withText: boolean,
  together: readonly string[] | null,
  { base, head }: WriteOptions,
): { readonly [key: string]: Ld } {
  const { read, decisions, report, by } = record;
  const corrected = decisions.filter(({ act }) => act === "correct");
  const people = Array.from(new Set(corrected.map((one) => one.by)), (name): Ld => ({ type: "Person", name }));
  const targets = spansOf(record.entry).map((span, i) => targetOf(record, span, characters, withText && i === 0));
  return without({
    id: entryIri(record, base),
    type: "Annotation",
    motivation: "classifying",
    created: read.at,
    modified: lastDecision(record)?.at ?? null,
    creator: people.length === 0 ? software(by) : [software(by), ...people],
    generator: software(read.by),
    body: bodies(record),
    target: targets.length === 1 ? (targets[0] as Ld) : targets,
    ...factsLd(record),
    "hearsay:language": report.language,
    "hearsay:together": together,
    "hearsay:ledger": head.seq,
  });
}

/** What people see and may change in a tool: the act, the speaker. The standing is there to be seen. */
function bodies(record: ExportedRecord): Ld {
  const { standing, act, speaker, speakerKind } = record;
  const text = (purpose: string, value: string): { readonly [key: string]: Ld } => ({
    type: "TextualBody",
    purpose,
    format: "text/plain",
    value,
  });
  return [
    { ...text("describing", describedWords(record)), language: "en" },
    text("assessing", standing),
    text("classifying", act),
    ...(speaker === "" ? [] : [{ ...text("identifying", speaker), "hearsay:speakerKind": speakerKind }]),
  ];
}

function targetOf({ report }: ExportedRecord, [from, to]: Pair, characters: Characters, withText: boolean): Ld {
  const text = report.text as string;
  const { edition, capture, language } = report;
  return {
    type: "SpecificResource",
    source: without({
      id: hashIri(edition.sha256),
      type: "Text",
      format: "text/plain",
      language,
      via: webAddress(report),
      value: withText ? text : null,
    }),
    state: { type: "TimeState", sourceDate: capture.at },
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text.slice(from, to),
        prefix: text.slice(Math.max(0, from - CONTEXT), from).toWellFormed(),
        suffix: text.slice(to, to + CONTEXT).toWellFormed(),
      },
      { type: "TextPositionSelector", start: characters.before(from), end: characters.before(to) },
    ],
  };
}

function software(name: string): Ld {
  return { type: "Software", name };
}
