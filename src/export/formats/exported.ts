import type { Json, Standing } from "../../model/ledger.ts";
import type { Basis } from "../../model/document.ts";
import { STANDING, actWords, dayWords, speakerWords } from "../recordWords.ts";

/** Half-open, in UTF-16 units of the text of the edition. */
export type Pair = readonly [number, number];

/** A day or time as far as it is known, and how it is known. */
export interface ExportedWhen {
  /** EDTF, or null where it is not known. */
  readonly edtf: string | null;
  readonly basis: Basis;
  readonly steps?: readonly string[];
}

/** The fields of an entry, as the contract of a reading has it, that exports look into: of a statement or of a silence. */
export interface Entry {
  readonly [key: string]: unknown;
  readonly content?: readonly Pair[];
  readonly span?: Pair;
  readonly cue?: Pair | null;
  readonly source?: Pair | null;
  readonly chain?: readonly { readonly name: string; readonly kind: string; readonly when?: ExportedWhen | null }[];
  readonly uttered?: ExportedWhen;
  readonly restsOn?: string | null;
  readonly negated?: boolean;
  readonly voice?: { readonly of: string; readonly why: string } | null;
  readonly about?: string | null;
  readonly accordingTo?: string | null;
  readonly noticedBy?: string | null;
  readonly anchors?: readonly {
    readonly from: number;
    readonly to: number;
    readonly quote: string;
    readonly prefix: string;
    readonly suffix: string;
  }[];
}

/** The text an entry was read in, and where it comes from. One object for all entries of one text that come in a row. */
export interface ExportedReport {
  readonly article: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly published: ExportedWhen;
  readonly capture: {
    readonly sha256: string;
    readonly mediaType: string;
    /** URL, path, or null for standard input. */
    readonly address: string | null;
    /** ISO 8601 in UTC. */
    readonly at: string;
    readonly by: string;
  };
  /** The number of the text among those of its article, and its SHA-256 in UTF-8. */
  readonly edition: { readonly number: number; readonly sha256: string };
  /** The text itself, for formats that count in it and for those who ask for it. */
  readonly text: string | null;
}

/** What a person decided on an entry and did not take back. */
export interface ExportedDecision {
  /** The number of its entry in the ledger. */
  readonly seq: number;
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly cause: string | null;
}

/** A statement or silence on its way out: what it says, what it is worth, and all that it rests on. */
export interface ExportedRecord {
  /** `ARTICLE.ID`. */
  readonly id: string;
  readonly kind: "statement" | "silence";
  readonly standing: Standing;
  readonly speaker: string;
  readonly speakerKind: string;
  readonly channel: string | null;
  /** The act of a statement, the kind of a silence. */
  readonly act: string;
  readonly manner: string | null;
  /** The machine's, 0 to 1; null for a silence, which has none. */
  readonly confidence: number | null;
  readonly occasion: string | null;
  readonly words: string;
  readonly entry: Entry;
  /** What the machine had, where a person corrected it. */
  readonly machine: Json;
  /** The rule or model that found it. */
  readonly by: string;
  /** The version that read it, and when. */
  readonly read: { readonly by: string; readonly at: string };
  readonly report: ExportedReport;
  readonly decisions: readonly ExportedDecision[];
}

/** Where an entry stands in its text: its pieces in order. */
export function spansOf({ content, span, anchors }: Entry): readonly Pair[] {
  return content ?? (span ? [span] : (anchors ?? []).map(({ from, to }): Pair => [from, to]));
}

/** When it was said; null for a silence. */
export function saidOf({ kind, entry }: Pick<ExportedRecord, "kind" | "entry">): ExportedWhen | null {
  return kind === "silence" ? null : (entry.uttered ?? { edtf: null, basis: "unknown" });
}

/** The names a statement came through, the outlet first and the speaker last. */
export function chainOf({ entry }: Pick<ExportedRecord, "entry">): readonly { name: string; kind: string }[] {
  return (entry.chain ?? []).map(({ name, kind }) => ({ name, kind }));
}

/** The standing in words that cannot be taken for a fact: `candidate: a machine’s reading that nobody has confirmed`. */
export function standingWords({ standing, machine }: Pick<ExportedRecord, "standing" | "machine">): string {
  return `${standing}: ${STANDING[standing].means}${machine === null ? "" : ", and corrected by a person"}`;
}

/** One sentence for people: what it is worth first, then what was read. */
export function describedWords(record: ExportedRecord): string {
  const { standing, kind, act, speaker, speakerKind, report } = record;
  const { mark } = STANDING[standing];
  const who = speakerWords(speaker, speakerKind);
  const said = saidOf(record);
  const read =
    kind === "silence"
      ? `Read as a silence (${actWords(kind, act)}) of ${who}`
      : `Read as: ${act}${record.entry.negated ? " (the speaking is denied)" : ""}, attributed to ${who}`;
  const when = said === null ? "" : `, ${said.edtf === null ? "said on a day not known" : `said ${dayWords(said)}`}`;
  return `${mark} ${standingWords(record)}. ${read}${when}, in ${report.outlet ?? "an outlet not known"}.`;
}

/** The last decision that stands, or null. */
export function lastDecision({ decisions }: Pick<ExportedRecord, "decisions">): ExportedDecision | null {
  return decisions.at(-1) ?? null;
}

/** An address that leads somewhere on the web; null for a path or standard input. */
export function webAddress({ capture: { address } }: ExportedReport): string | null {
  if (address === null || !/^https?:\/\//i.test(address)) return null;
  return URL.canParse(address) ? new URL(address).href : null;
}

const PLAIN = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date where it is one year, month, day or time, for formats that know no spans, seasons or doubt; else null. */
export function plainDateOf(when: Pick<ExportedWhen, "edtf"> | null): string | null {
  const edtf = when?.edtf ?? null;
  return edtf !== null && PLAIN.test(edtf) ? edtf : null;
}
