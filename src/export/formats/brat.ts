import { UserError } from "../../model/errors.ts";
import { SILENCE_KINDS } from "../../model/entries.ts";
import { STANDINGS } from "../../model/ledger.ts";
import { ACTS } from "../../model/statement.ts";
import { toSafeJson } from "../contract.ts";
import { type OfOneText, groupedByText, textIn, togetherIn } from "./byText.ts";
import { charactersOf } from "./characters.ts";
import { type ExportedRecord, type Pair, saidOf, spansOf, standingWords } from "./exported.ts";
import { type ExportFormat, type ExportedFile, type WriteOptions, leavesNothingOut } from "./format.ts";

/** Where a line of an .ann file would end: an annotation is cut there into fragments. */
export const BREAKS = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]+/g;

/** What stands before the file's lines where several are put into one stream. No line of an .ann file begins so. */
export const FILE_MARK = /^==> (.+) <==$/;

/**
 * brat standoff: for each text an .ann file, with texts a .txt beside it, and the annotation.conf that makes them editable.
 * brat counts in characters (Unicode code points). The type of an annotation says what the entry is worth.
 */
export const brat: ExportFormat & Required<Pick<ExportFormat, "files">> = {
  name: "brat",
  mediaType: "text/plain",
  extension: "ann",
  describes: "brat standoff, a folder with one .ann file for each text; comes back in with import",
  byText: true,
  leavesOut: leavesNothingOut,
  async *write(records, options) {
    if (options.texts)
      throw new UserError(
        "brat has texts in files of their own: write to a folder (--output DIR), or leave texts out",
        2,
      );
    for await (const { name, text } of annFiles(records, options)) yield `==> ${name} <==\n${text}`;
  },
  async *files(records, options) {
    yield { name: "annotation.conf", text: CONF };
    yield { name: "visual.conf", text: VISUAL };
    yield* annFiles(records, options);
  },
};

async function* annFiles(
  records: AsyncIterable<ExportedRecord>,
  { texts, head }: WriteOptions,
): AsyncGenerator<ExportedFile> {
  for await (const group of groupedByText(records)) {
    const { article, edition } = group.report;
    const name = `${article.replace(/[^\w-]/g, "_")}-${edition.number}`;
    yield { name: `${name}.ann`, text: annOf(group, head.seq) };
    if (texts) yield { name: `${name}.txt`, text: textIn(group) };
  }
}

/** The words that name the speaker and the cue are annotations of their own, which a relation leads to. */
const PARTS = [
  ["source", "Source", "SaidBy"],
  ["cue", "Cue", "CuedBy"],
] as const;

/** The annotations of one text. */
function annOf(group: OfOneText, ledger: number): string {
  const text = textIn(group);
  const characters = charactersOf(text);
  const together = togetherIn(group);
  const lines: string[] = [];
  const next = { T: 1, A: 1, R: 1, "#": 1 };
  const idOf = (letter: keyof typeof next): string => `${letter}${next[letter]++}`;
  const bound = (type: string, spans: readonly Pair[]): string | null => {
    const fragments = fragmentsOf(text, spans);
    if (fragments.length === 0) return null;
    const id = idOf("T");
    const offsets = fragments.map(([from, to]) => `${characters.before(from)} ${characters.before(to)}`).join(";");
    lines.push(`${id}\t${type} ${offsets}\t${fragments.map(([from, to]) => text.slice(from, to)).join(" ")}`);
    return id;
  };
  for (const record of group.records) {
    const id = bound(typeOf(record), spansOf(record.entry));
    if (id === null) continue;
    const { act, manner, speaker, speakerKind, entry } = record;
    lines.push(`${idOf("A")}\t${record.kind === "silence" ? "Silence" : "Act"} ${id} ${act}`);
    if (manner !== null) lines.push(`${idOf("A")}\tManner ${id} ${manner}`);
    if (entry.negated) lines.push(`${idOf("A")}\tDenied ${id}`);
    const parts: { [part: string]: Pair } = {};
    for (const [part, type, relation] of PARTS) {
      const span = entry[part];
      const other = span ? bound(type, [span]) : null;
      if (!span || other === null) continue;
      lines.push(`${idOf("R")}\t${relation} Arg1:${id} Arg2:${other}`);
      parts[part] = [characters.before(span[0]), characters.before(span[1])];
    }
    lines.push(
      `${idOf("#")}\tHearsay ${id}\t${toSafeJson({ ...noteOf(record, together, ledger), characters: parts })}`,
    );
    lines.push(`${idOf("#")}\tAnnotatorNotes ${id}\t${speakerNote(speaker, speakerKind)}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** `CandidateStatement`: who counts types counts what they are worth. */
export function typeOf({ standing, kind }: { readonly standing: string; readonly kind: string }): string {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return `${capital(standing)}${capital(kind)}`;
}

/** The note that people change to set the speaker right. */
function speakerNote(speaker: string, kind: string): string {
  const name = speaker.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  return `speaker: ${name} (${kind})`;
}

/** The speaker a note names, or null where it is none of ours. The kind is null where it is left out. */
export function speakerIn(note: string): { readonly name: string; readonly kind: string | null } | null {
  const [, said] = /^\s*speaker:\s*(.*)$/is.exec(note) ?? [];
  if (said === undefined) return null;
  const [, name = said, kind = null] = /^(.*?)\s*\(([a-z]+)\)\s*$/s.exec(said) ?? [];
  return { name: name.trim(), kind };
}

/** Stretches without what would end a line, in order. */
export function fragmentsOf(text: string, spans: readonly Pair[]): readonly Pair[] {
  return spans.flatMap(([from, to]) => {
    const fragments: Pair[] = [];
    let start = from;
    for (const { index, 0: gap } of text.slice(from, to).matchAll(BREAKS)) {
      if (from + index > start) fragments.push([start, from + index]);
      start = from + index + gap.length;
    }
    if (to > start) fragments.push([start, to]);
    return fragments;
  });
}

/** What an annotation rests on, in one line of JSON: for people to see, and to find it again by when it comes back. */
function noteOf(record: ExportedRecord, together: readonly string[] | null, ledger: number): object {
  const { id, standing, speaker, speakerKind, act, confidence, by, read, report, decisions, entry } = record;
  const { capture, edition, published } = report;
  const said = saidOf(record);
  return {
    record: id,
    standing,
    means: standingWords(record),
    confidence,
    speaker,
    speakerKind,
    act,
    spans: spansOf(entry),
    spanUnit: "UTF-16",
    chain: (entry.chain ?? []).map(({ name }) => name),
    restsOn: entry.restsOn ?? null,
    ...(said !== null && { said: { edtf: said.edtf, basis: said.basis } }),
    published: { edtf: published.edtf, basis: published.basis },
    decisions,
    by,
    read,
    address: capture.address,
    captured: capture.at,
    captureSha256: capture.sha256,
    edition: edition.number,
    textSha256: edition.sha256,
    ...(together !== null && { together }),
    ledger,
  };
}

const TYPES = STANDINGS.flatMap((standing) => ["statement", "silence"].map((kind) => typeOf({ standing, kind })));

const CONF = `# A candidate is a machine's reading that nobody has confirmed.
[entities]
${TYPES.join("\n")}
Source
Cue

[relations]
SaidBy\tArg1:<ENTITY>, Arg2:Source
CuedBy\tArg1:<ENTITY>, Arg2:Cue

[events]

[attributes]
Act\tArg:${TYPES.filter((type) => type.endsWith("Statement")).join("|")}, Value:${ACTS.join("|")}
Silence\tArg:${TYPES.filter((type) => type.endsWith("Silence")).join("|")}, Value:${SILENCE_KINDS.join("|")}
Manner\tArg:<ENTITY>, Value:direct|indirect|mixed
Denied\tArg:<ENTITY>
`;

const COLOURS: Readonly<Record<string, string>> = {
  Candidate: "bgColor:#f6dca8, borderStyle:dashed",
  Confirmed: "bgColor:#bfe3c6",
  Disputed: "bgColor:#e3bfdc",
  Retracted: "bgColor:#d5d5d5, borderStyle:dotted",
};

const VISUAL = `[labels]
${TYPES.map((type) => `${type} | ${type.replace(/(?=Statement|Silence)/, " ")} | ${type.replace(/(?=Statement|Silence)/, " ")}`).join("\n")}

[drawing]
${TYPES.map((type) => `${type}\t${COLOURS[type.replace(/Statement|Silence/, "")] ?? ""}`).join("\n")}
`;
