import type { ExportedRecord, ExportedReport } from "./exported.ts";

/** Entries of one text, in the order they came. */
export interface OfOneText {
  readonly report: ExportedReport;
  readonly records: readonly ExportedRecord[];
}

/** Puts entries of one text together. Those of an article must come in a row; only they are held at once. */
export async function* groupedByText(records: AsyncIterable<ExportedRecord>): AsyncGenerator<OfOneText> {
  let article: string | null = null;
  let texts = new Map<string, { report: ExportedReport; records: ExportedRecord[] }>();
  for await (const record of records) {
    const { report } = record;
    if (report.article !== article) {
      yield* texts.values();
      texts = new Map();
      article = report.article;
    }
    const there = texts.get(report.edition.sha256);
    if (there) there.records.push(record);
    else texts.set(report.edition.sha256, { report, records: [record] });
  }
  yield* texts.values();
}

/** Gives a text with the first entry that was read in it and null with the others, where texts are wanted at all. */
export function textsOnce(wanted: boolean): (report: ExportedReport) => string | null {
  let article: string | null = null;
  let given = new Set<string>();
  return (report) => {
    if (!wanted) return null;
    if (report.article !== article) {
      article = report.article;
      given = new Set();
    }
    if (given.has(report.edition.sha256)) return null;
    given.add(report.edition.sha256);
    return report.text;
  };
}

/** The text of a group. Throws where the caller did not hand it over. */
export function textIn({ report }: OfOneText): string {
  if (report.text === null)
    throw new Error(`the text of ${report.article} was not handed to a format that counts in it`);
  return report.text;
}

/** Of a text with more entries than this, none names the others: their number would be squared. */
const MOST_NAMED = 500;

/** The second halves of the ids of a group, for each entry to name: so it shows later which of them were removed. Null for too many. */
export function togetherIn({ records }: OfOneText): readonly string[] | null {
  return records.length > MOST_NAMED ? null : records.map(({ id }) => id.slice(id.indexOf(".") + 1));
}
