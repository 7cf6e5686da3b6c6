import { actWords, dayWords, speakerWords } from "../recordWords.ts";
import { type ExportedRecord, describedWords, lastDecision, plainDateOf, saidOf } from "./exported.ts";
import type { ExportFormat, WriteOptions } from "./format.ts";
import { articleNode, graph, speakerNode } from "./schemaOrg.ts";
import { type Ld, entryIri, factsLd, without } from "./vocabulary.ts";

const NOT_TRUTH =
  "This is a review of the attribution: whether the report says so. It says nothing on whether what was said is true.";

/** What the last decision says of the reading. None of these is a word for true or false. */
const RATINGS: Readonly<Record<string, string>> = {
  confirm: "Attribution confirmed",
  correct: "Attribution corrected and confirmed",
  dispute: "Attribution disputed",
  retract: "Attribution retracted",
};

/**
 * schema.org ClaimReviews of what people decided. What they looked at is whether a report says that somebody said
 * something, so that is the claim; whether the words are true nobody here has judged, and no rating is a number.
 */
export const claimReview: ExportFormat = {
  name: "claim-review",
  mediaType: "application/ld+json",
  extension: "jsonld",
  describes: "schema.org ClaimReview in JSON-LD: what people decided on attributions, not on truth",
  byText: false,
  leavesOut: whyNot,
  write: (records, options) => graph(records, options, whyNot, (record, text) => reviewNode(record, text, options)),
};

function whyNot(record: ExportedRecord): string | null {
  return lastDecision(record) === null ? "candidates, on which nobody has decided" : null;
}

function reviewNode(record: ExportedRecord, text: string | null, options: WriteOptions): Ld {
  const { act, by, at, cause } = lastDecision(record) as NonNullable<ReturnType<typeof lastDecision>>;
  const { report } = record;
  const rating = RATINGS[act] ?? act;
  return without({
    "@type": "ClaimReview",
    "@id": `${entryIri(record, options.base)}#review`,
    url: options.base === null ? null : entryIri(record, options.base),
    name: `${rating}: ${record.speaker === "" ? "nobody named" : record.speaker}`,
    reviewAspect: "attribution",
    claimReviewed: claimWords(record),
    reviewBody: cause === null ? NOT_TRUTH : `${cause}\n${NOT_TRUTH}`,
    reviewRating: {
      "@type": "Rating",
      reviewAspect: "attribution",
      alternateName: rating,
      ratingExplanation: NOT_TRUTH,
    },
    author: { "@type": "Person", name: by },
    datePublished: at,
    description: describedWords(record),
    itemReviewed: without({
      "@type": "Claim",
      name: claimWords(record),
      datePublished: plainDateOf(report.published),
      appearance: articleNode(report, text, options),
      about: speakerNode(record),
    }),
    ...factsLd(record),
  });
}

/** The claim: that this report says so. */
function claimWords(record: ExportedRecord): string {
  const { report, kind, act, speaker, speakerKind, words, manner } = record;
  const where = `${report.outlet ?? "an outlet not known"}${report.title === null ? "" : `, “${report.title}”`}`;
  const who = speakerWords(speaker, speakerKind);
  if (kind === "silence") return `The report (${where}) tells a silence of ${who} (${actWords(kind, act)}): ${words}`;
  const said = saidOf(record);
  const day = said?.edtf == null ? "" : `, on ${dayWords(said)},`;
  const how = manner === "direct" ? "quotes" : "reports, in words wholly or partly its own,";
  const denied = record.entry.negated ? " as not saying" : "";
  return `The report (${where}) ${how} ${who}${denied}${day} (${act}): ${words}`;
}
