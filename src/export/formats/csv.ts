import { stringify } from "csv-stringify/sync";
import { STANDING } from "../recordWords.ts";
import { textsOnce } from "./byText.ts";
import { type ExportedRecord, chainOf, lastDecision, saidOf, spansOf } from "./exported.ts";
import { type ExportFormat, leavesNothingOut } from "./format.ts";

type Cell = string | number | null;

/** What stands in each column. The standing comes first, so that no row is read without it. */
const COLUMNS: Readonly<Record<string, (record: ExportedRecord) => Cell>> = {
  standing: ({ standing }) => standing,
  standing_means: ({ standing }) => STANDING[standing].means,
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  speaker: ({ speaker }) => speaker,
  speaker_kind: ({ speakerKind }) => speakerKind,
  act: ({ act }) => act,
  speaking_denied: ({ entry }) => (entry.negated ? "yes" : null),
  manner: ({ manner }) => manner,
  voice: ({ entry }) => entry.voice?.of ?? null,
  words: ({ words }) => words,
  chain: (record) =>
    chainOf(record)
      .map(({ name }) => name)
      .join(" > "),
  rests_on: ({ entry }) => entry.restsOn ?? null,
  said: (record) => saidOf(record)?.edtf ?? null,
  said_basis: (record) => saidOf(record)?.basis ?? null,
  said_steps: (record) => saidOf(record)?.steps?.join("; ") ?? null,
  occasion: ({ occasion }) => occasion,
  silence_about: ({ entry }) => entry.about ?? null,
  silence_according_to: ({ entry }) => entry.accordingTo ?? null,
  silence_noticed_by: ({ entry }) => entry.noticedBy ?? null,
  confidence: ({ confidence }) => confidence,
  corrected: ({ machine }) => (machine === null ? "no" : "yes"),
  decision: (record) => lastDecision(record)?.act ?? null,
  decided_by: (record) => lastDecision(record)?.by ?? null,
  decided_at: (record) => lastDecision(record)?.at ?? null,
  decided_why: (record) => lastDecision(record)?.cause ?? null,
  decisions: ({ decisions }) => decisions.length,
  outlet: ({ report }) => report.outlet,
  title: ({ report }) => report.title,
  published: ({ report }) => report.published.edtf,
  published_basis: ({ report }) => report.published.basis,
  language: ({ report }) => report.language,
  address: ({ report }) => report.capture.address,
  captured_at: ({ report }) => report.capture.at,
  capture_sha256: ({ report }) => report.capture.sha256,
  edition: ({ report }) => report.edition.number,
  text_sha256: ({ report }) => report.edition.sha256,
  spans_utf16: ({ entry }) =>
    spansOf(entry)
      .map(([from, to]) => `${from}-${to}`)
      .join(" "),
  found_by: ({ by }) => by,
  read_by: ({ read }) => read.by,
  read_at: ({ read }) => read.at,
};

/** Rows after RFC 4180, with a header. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export const csv: ExportFormat = {
  name: "csv",
  mediaType: "text/csv",
  extension: "csv",
  describes: "a table for spreadsheets and statistics, one row for each entry",
  byText: false,
  leavesOut: leavesNothingOut,
  async *write(records, { texts }) {
    const textOf = textsOnce(texts);
    yield line([...Object.keys(COLUMNS), ...(texts ? ["text"] : [])]);
    for await (const record of records) {
      const cells = Object.values(COLUMNS).map((cellOf) => cellOf(record));
      yield line(texts ? [...cells, textOf(record.report)] : cells);
    }
  },
};

function line(cells: readonly Cell[]): string {
  return stringify([cells.map(guarded)], { record_delimiter: "\r\n" });
}

/**
 * Spreadsheets run what begins with one of these as a formula, some after white space or in its full-width form. The
 * stringifier's own guard knows the first place only.
 */
function guarded(cell: Cell): Cell {
  return typeof cell === "string" && /^\s*[=+\-@\t\r＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
