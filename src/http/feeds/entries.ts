import { actNoun } from "../parts/acts.ts";
import { createHash } from "node:crypto";
import { html } from "hono/html";
import { whenWords, dateWords } from "../../export/dateWords.ts";
import { STANDING, speakerWords, verbatimWords } from "../../export/recordWords.ts";
import { shownOnOneLine } from "../../export/terminal.ts";
import { PROVES_NOT } from "../../archive/receipt.ts";
import { fullId } from "../../archive/records.ts";
import { type FoundView, foundViews } from "../../archive/views/found.ts";
import { MOST_RECORDS } from "../../store/apply.ts";
import type { RecordRow, Store } from "../../store/store.ts";

/** A statement or silence as a feed has it. All text is plain but for `html`, which is escaped. */
export interface FeedEntry {
  /** The same for the same record of any archive, wherever it is served. */
  readonly id: string;
  /** Its page in the room, from the root. */
  readonly path: string;
  /** Begins with the standing. */
  readonly title: string;
  readonly html: string;
  /** When it came into the archive, and when it last changed there: ISO 8601 in UTC. */
  readonly published: string;
  readonly updated: string;
  readonly author: string;
  readonly standing: string;
  readonly act: string;
}

const LONGEST_TITLE = 120;
const LONGEST_WORDS = 2_000;

/** Rows as entries of a feed, in their order. */
export async function feedEntries(store: Store, rows: readonly RecordRow[], words?: string): Promise<FeedEntry[]> {
  const views = await foundViews(store, rows, words);
  const times = new Map<number, string>();
  const entries: FeedEntry[] = [];
  for (const [i, row] of rows.entries()) {
    const seq = Math.floor(row.place / MOST_RECORDS);
    if (!times.has(seq)) times.set(seq, (await store.entries(seq, 1))[0]?.at ?? BEGINNING);
    const published = times.get(seq) as string;
    const decided = (await store.decisions(fullId(row))).at(-1)?.at ?? published;
    entries.push(await entryOf(row, views[i] as FoundView, published, decided > published ? decided : published));
  }
  return entries;
}

/** Where nothing has happened yet. */
export const BEGINNING = "1970-01-01T00:00:00.000Z";

/** A name for something that is the same everywhere: a UUID made from words. */
export function uuidOf(...words: readonly string[]): string {
  const hash = createHash("sha256")
    .update(JSON.stringify(["hearsay", ...words]))
    .digest("hex");
  // Version 8: made in a way of one's own (RFC 9562).
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}

async function entryOf(row: RecordRow, view: FoundView, published: string, updated: string): Promise<FeedEntry> {
  const { standing, speaker, speakerKind, act } = view;
  const who = clean(speakerWords(speaker, speakerKind));
  const { mark } = STANDING[standing];
  return {
    id: uuidOf("record", view.id),
    path: `/statements/${encodeURIComponent(view.id)}`,
    title: `${mark} ${capital(standing)} – ${who}, ${actNoun(act)}: ${cut(clean(view.words), LONGEST_TITLE)}`,
    html: await contentOf(row, view, who),
    published,
    updated,
    author: who,
    standing,
    act,
  };
}

async function contentOf(row: RecordRow, view: FoundView, who: string): Promise<string> {
  const { standing, corrected, kind, act, chain, uttered, outlet, title, published, confidence, id } = view;
  const { mark, means } = STANDING[standing];
  const machine = standing === "candidate" && kind === "statement" ? `, its confidence ${confidence.toFixed(2)}` : "";
  const day =
    kind === "silence" ? "" : `, said ${clean(whenWords(uttered ?? { edtf: null, basis: "unknown", steps: [] }))}`;
  const where = [title === null ? "" : `“${clean(title)}”`, clean(outlet ?? "outlet not known")]
    .filter(Boolean)
    .join(", ");
  const when = published === null ? "on a day not known" : dateWords(published);
  const content = html`<p><strong>${mark} ${capital(standing)}</strong>: ${means}${corrected ? ", corrected by a person" : ""}${machine}.</p>
<blockquote><p>${cut(clean(view.words), LONGEST_WORDS)}</p></blockquote>
<p>${who}: ${actNoun(act)}${day}.${chain.length > 1 ? ` Through ${clean(chain.join(" ← "))}.` : ""}</p>
<p>Wording: ${clean(verbatimWords(row.record))}.</p>
<p>In ${where}, published ${when}. Record ${id}.</p>
<p>Not proven: ${PROVES_NOT}</p>`;
  return String(await content);
}

// Neither XML nor a reader can do anything good with control characters, lone halves of pairs, or marks that turn the direction.
const UNFIT =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Words fit for a feed, on one line. */
export function clean(words: string): string {
  return shownOnOneLine(words.toWellFormed().replace(UNFIT, "\ufffd").replace(/\s+/g, " ").trim());
}

function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  const space = words.lastIndexOf(" ", most);
  return `${words.slice(0, space > most / 2 ? space : most).toWellFormed()} …`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
