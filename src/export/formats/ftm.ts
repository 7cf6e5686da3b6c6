import { sha256Of } from "../../text/sha256.ts";
import { toSafeJson } from "../contract.ts";
import { speakerWords } from "../recordWords.ts";
import { textsOnce } from "./byText.ts";
import {
  type ExportedRecord,
  type ExportedReport,
  type ExportedWhen,
  chainOf,
  describedWords,
  plainDateOf,
  saidOf,
  spansOf,
  standingWords,
  webAddress,
} from "./exported.ts";
import { type ExportFormat, type WriteOptions, leavesNothingOut } from "./format.ts";
import { entryIri } from "./vocabulary.ts";

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: { readonly [name: string]: readonly string[] };
}

/** How long values of the model's types may be. */
const LONGEST = { name: 384, string: 1_024, text: 65_000, url: 4_096 } as const;

/** So many entities are remembered as written. One that comes again later is written again, with the same id: readers put them together. */
const REMEMBERED = 10_000;

/**
 * FollowTheMoney entities. A speaker becomes a person or body of the graph only where somebody confirmed the entry; else there
 * is a Mention, which is that model's word for a name that a machine found, and the note about it names nobody as an entity.
 */
export const ftm: ExportFormat = {
  name: "ftm",
  mediaType: "application/json+ftm",
  extension: "ftm.json",
  describes: "FollowTheMoney entities, one JSON object a line, for Aleph and its tools",
  byText: false,
  leavesOut: leavesNothingOut,
  async *write(records, options) {
    const textOf = textsOnce(options.texts);
    const written = new Set<string>();
    for await (const record of records) {
      for (const entity of entitiesOf(record, textOf(record.report), options)) {
        if (written.has(entity.id) && !("bodyText" in entity.properties)) continue;
        written.delete(entity.id);
        written.add(entity.id);
        if (written.size > REMEMBERED) written.delete(written.values().next().value as string);
        yield `${toSafeJson(entity)}\n`;
      }
    }
  },
};

function entitiesOf(record: ExportedRecord, text: string | null, options: WriteOptions): Entity[] {
  const { standing, speaker } = record;
  const article = articleOf(record.report, text);
  const schema = schemaOf(record);
  const named = schema !== null && speaker.trim() !== "";
  const confirmed = standing === "confirmed" && named;
  const who = confirmed ? entity(["speaker", schema, speaker], schema, { name: names(speaker) }) : null;
  const note = noteOf(record, article.id, who?.id ?? null, options);
  if (who !== null) return [article, who, note, documentation(record, article.id, who.id)];
  if (!named) return [article, note];
  const mention = entity(["mention", record.id], "Mention", {
    document: [article.id],
    name: names(speaker),
    detectedSchema: [schema],
  });
  return [article, mention, note];
}

const SCHEMATA: Readonly<Record<string, string>> = {
  person: "Person",
  organisation: "Organization",
  channel: "Organization",
  outlet: "Organization",
  office: "PublicBody",
  state: "PublicBody",
};

/** Null for a speaker whom nobody named: two "officials" must not become one. */
function schemaOf({ speakerKind }: ExportedRecord): string | null {
  return SCHEMATA[speakerKind] ?? null;
}

function articleOf(report: ExportedReport, text: string | null): Entity {
  const { article, title, outlet, language, published, capture, edition } = report;
  const address = webAddress(report);
  const hashes = `capture SHA-256 ${capture.sha256}; text of edition ${edition.number} SHA-256 ${edition.sha256}`;
  return entity(["article", article, edition.sha256], "Article", {
    fileName: strings(`${article}-${edition.number}`),
    name: names(title ?? article),
    title: strings(title),
    publisher: strings(outlet),
    publishedAt: dates(published),
    language: strings(languageOf(language)),
    sourceUrl: address === null ? [] : [address.slice(0, LONGEST.url)],
    retrievedAt: dates({ edtf: capture.at.replace(/\.\d+Z$/, "Z") }),
    mimeType: strings(capture.mediaType),
    notes: [`Captured ${capture.at} from ${capture.address ?? "standard input"}; ${hashes}`.slice(0, LONGEST.text)],
    bodyText: text === null ? [] : pieces(text),
  });
}

/** The entry itself: its words, what they are worth, what they rest on. */
function noteOf(record: ExportedRecord, article: string, who: string | null, { base }: WriteOptions): Entity {
  const { id, standing, act, kind, speaker, speakerKind, words, report, by, read, decisions } = record;
  const spans = spansOf(record.entry)
    .map(([from, to]) => `${from}-${to}`)
    .join(", ");
  const said = saidOf(record);
  const chain = chainOf(record).map(({ name }) => name);
  const notes = [
    standingWords(record),
    ...decisions.map(({ act: decided, by: name, at, cause, seq }) =>
      [`${decided} by ${name}, ${at} (entry ${seq})`, ...(cause === null ? [] : [cause])].join(": "),
    ),
    `Record ${id}, characters ${spans} (UTF-16 units) of text SHA-256 ${report.edition.sha256}`,
    `Found by ${by}, read by ${read.by} at ${read.at}${record.confidence === null ? "" : `, confidence ${record.confidence}`}`,
    ...(said === null ? [] : [`Said: ${said.edtf ?? "not known"} (${said.basis})`]),
    `Published: ${report.published.edtf ?? "not known"} (${report.published.basis})`,
    ...(chain.length > 0 ? [`Through: ${chain.join(" > ")}`] : []),
  ];
  const mentioned = who === null && schemaOf(record) !== null ? names(speaker) : [];
  return entity(["note", id], "Note", {
    name: names(`${standing} ${kind}: ${act}, ${speakerWords(speaker, speakerKind)}`),
    summary: [describedWords(record).slice(0, LONGEST.text)],
    description: [words.slice(0, LONGEST.text)],
    notes: notes.map((line) => line.slice(0, LONGEST.text)),
    keywords: strings(standing, kind, act),
    entity: who === null ? [] : [who],
    proof: [article],
    peopleMentioned: schemaOf(record) === "Person" ? mentioned : [],
    companiesMentioned: schemaOf(record) === "Person" ? [] : mentioned,
    publisher: strings(report.outlet),
    sourceUrl: base === null ? [] : [entryIri(record, base).slice(0, LONGEST.url)],
  });
}

/** The edge from the report to whom it lets speak: only what somebody confirmed is one. */
function documentation(record: ExportedRecord, article: string, who: string): Entity {
  return entity(["documentation", record.id], "Documentation", {
    document: [article],
    entity: [who],
    role: strings(record.kind === "silence" ? "reported silence of" : "reports a statement of"),
    status: strings(standingWords(record)),
    date: dates(saidOf(record)),
    recordId: strings(record.id),
  });
}

/** An entity whose id is made from what makes it that one, without the properties that have no value. */
function entity(key: readonly string[], schema: string, properties: Entity["properties"]): Entity {
  const id = sha256Of(`hearsay\n${JSON.stringify(key)}`).slice(0, 40);
  return {
    id,
    schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
  };
}

function names(name: string): string[] {
  return cut(name, LONGEST.name);
}

function strings(...values: readonly (string | null)[]): string[] {
  return values.flatMap((value) => (value === null ? [] : cut(value, LONGEST.string)));
}

function cut(value: string, longest: number): string[] {
  const words = value.replace(/\s+/g, " ").trim().slice(0, longest).toWellFormed();
  return words === "" ? [] : [words];
}

/** A long text as several values: the model cuts off what is longer. */
function pieces(text: string): string[] {
  const cuts: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + LONGEST.text);
    if (to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1))) to--;
    cuts.push(text.slice(from, to));
    from = to;
  }
  return cuts;
}

/** In UTC and without a zone, as the model has dates. What is no single date is left to the notes. */
function dates(when: Pick<ExportedWhen, "edtf"> | null): string[] {
  const date = plainDateOf(when);
  if (date === null) return [];
  if (!date.includes("T")) return [date];
  return [/Z|[+-]\d\d:\d\d$/.test(date) ? new Date(date).toISOString().slice(0, 19) : date];
}

/** The model has languages by their three letters. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  en: "eng",
  de: "deu",
  fr: "fra",
  es: "spa",
  it: "ita",
  pt: "por",
  nl: "nld",
  pl: "pol",
  ru: "rus",
  uk: "ukr",
  ar: "ara",
  zh: "zho",
  ja: "jpn",
  ko: "kor",
  tr: "tur",
  fa: "fas",
};

function languageOf(language: string): string | null {
  return THREE_LETTERS[language.slice(0, 2).toLowerCase()] ?? null;
}
