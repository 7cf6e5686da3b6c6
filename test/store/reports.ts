import type { Draft, Json } from "../../src/model/ledger.ts";
import type { Unit } from "../../src/store/store.ts";
import { sha256Of } from "../../src/text/sha256.ts";
import type { CaptureValue, EditionValue, ReadingValue, RecordValue } from "../../src/store/values.ts";

export const NOON = "2031-05-06T12:00:00.000Z";

/** A statement as a reader would hand it over; all but what a case is about is usual. */
export function record(id: string, some: Partial<RecordValue> = {}): RecordValue {
  const words = some.words ?? `words of ${id}`;
  return {
    id,
    kind: "statement",
    speaker: "Ada Novak",
    speakerKind: "person",
    channel: null,
    outlet: "The Harbour Post",
    act: "assert",
    manner: "indirect",
    confidence: 0.9,
    uttered: null,
    published: "2031-05-06",
    occasion: null,
    by: "reader-fast-en-1",
    record: { id, words: [words], chain: [{ name: some.speaker ?? "Ada Novak", kind: "person" }] },
    ...some,
    words,
  };
}

interface Reported {
  readonly edition?: number;
  readonly address?: string | null;
  readonly records?: readonly RecordValue[];
  readonly text?: string;
  readonly bands?: readonly string[];
  readonly repeats?: string;
  readonly title?: string | null;
  readonly reader?: string;
}

/** A report as it goes into the archive: seen, its text kept, read. */
export function report(article: string, some: Reported = {}): Unit {
  const { edition = 1, address = `https://harbourpost.example/${article}`, records = [record("s1")] } = some;
  const text = some.text ?? `${article}, edition ${edition}`;
  const bytes = Buffer.from(`<p>${text}</p>`);
  const capture = sha256Of(bytes.toString());
  const facts = {
    title: some.title === undefined ? `Report ${article}` : some.title,
    outlet: "The Harbour Post",
    published: "2031-05-06",
    language: "en",
  };
  const seen: CaptureValue = {
    article,
    address,
    sha256: capture,
    size: bytes.length,
    mediaType: "text/html",
    circumstances: { "content-type": "text/html" },
  };
  const made: EditionValue = {
    article,
    edition,
    capture,
    text: sha256Of(text),
    length: text.length,
    body: sha256Of(`body of ${text}`),
    bands: some.bands ?? [],
    repeats: some.repeats ?? null,
    likeness: some.repeats === undefined ? null : 0.87,
    ...facts,
    document: { blocks: [{ kind: "paragraph", span: [0, text.length] }] },
    fates: [],
  };
  return {
    drafts: [
      draft("capture", capture, seen, `seen:${address}:${capture}`),
      draft("edition", article, made, `edition:${article}:${edition}`),
      reading(article, edition, records, some.reader, facts.title),
    ],
    blobs: [
      { of: "captures", article, sha256: capture, bytes },
      { of: "texts", article, sha256: sha256Of(text), bytes: Buffer.from(text) },
    ],
  };
}

export function reading(
  article: string,
  edition: number,
  records: readonly RecordValue[],
  reader = "reader-1",
  title: string | null = `Report ${article}`,
): Draft {
  const value: ReadingValue = {
    article,
    edition,
    records,
    facts: { title, outlet: "The Harbour Post", published: "2031-05-06", language: "en" },
  };
  return { ...draft("assert", article, value, `read:${article}:${edition}:${reader}`), by: reader };
}

/** A decision of a person about `ARTICLE.ID`. */
export function decision(
  act: "confirm" | "dispute" | "retract",
  article: string,
  id: string,
  undoes: number | null = null,
): Unit {
  return person(act, `${article}.${id}`, { article, id, undoes });
}

export function person(act: Draft["act"], about: string, value: Json, cause = "seen on the tape"): Unit {
  return { drafts: [{ by: "person:Mira Sand", act, about, value, cause, once: null }], blobs: [] };
}

function draft(act: Draft["act"], about: string, value: object, once: string): Draft {
  return { by: "test", act, about, value: value as Json, cause: null, once };
}
