import type { Draft, Json } from "../model/ledger.ts";
import type { EditionRow, Store, Unit } from "../store/store.ts";
import type { CaptureValue, EditionValue, Fate, ReadingValue } from "../store/values.ts";
import { fatesOf, foundIn } from "./fates.ts";
import { NEAR, bandsOf } from "./likeness.ts";
import { sha256Of } from "../text/sha256.ts";
import type { Prepared } from "./prepare.ts";
import { editionShown, isLater, keyBehind, lastAt, sightKey } from "./shown.ts";

/** Bytes that came from somewhere, read and ready to be kept. */
export interface Sighting {
  readonly prepared: Prepared;
  readonly bytes: Uint8Array;
  /** URL or absolute path; null where there is none, as on standard input. */
  readonly address: string | null;
  /** What the caller said of it; part of what makes a sight a new one. */
  readonly given: { readonly [key: string]: Json };
  /** Response headers, the feed that named it. */
  readonly circumstances: { readonly [key: string]: Json };
  /** Who brought it: `file`, `fetch`, `watch`, `dump`. */
  readonly by: string;
  /** The key it is kept under, where that was settled when it was seen: it may be kept much later, and twice. */
  readonly key?: string;
}

export type Outcome =
  /** A text not seen before. */
  | "new"
  /** A known article whose text has changed, be it back to what it was before. */
  | "edition"
  /** The text of a known article, at another address or with other furniture. */
  | "repeat"
  /** Nothing that was not known. */
  | "known";

export interface Kept {
  readonly outcome: Outcome;
  readonly article: string;
  readonly edition: number;
  readonly statements: number;
  readonly fates: readonly Fate[];
  /** The article this one nearly repeats. */
  readonly repeats: string | null;
  /** The earlier edition to whose text the page went back. */
  readonly returns: number | null;
}

/** How often a sight is looked at anew because others wrote the same at the same time. */
const MOST_TRIES = 4;

/** Found so far in a batch and not yet in the store. */
interface Pending {
  readonly addresses: Set<string>;
  readonly bodies: Map<string, string>;
  readonly bands: Map<string, string[]>;
  readonly editions: Set<string>;
}

/** What to write for a sight, nothing where there is no unit. */
interface Plan {
  readonly unit: Unit | null;
  readonly kept: Kept;
}

/** Keeps what is read: decides whether a sight is a new article, a new edition, a repeat or nothing new, and writes it. */
export class Keeper {
  readonly #store: Store;
  readonly #now: () => string;

  /** `now` gives the time, ISO 8601 in UTC. */
  constructor(store: Store, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  /** Keeps sights in order, in one transaction. What this returns is safe. */
  async keep(sightings: readonly Sighting[]): Promise<Kept[]> {
    const kept: (Kept | null)[] = sightings.map(() => null);
    let open = sightings.map((sighting, i) => ({ sighting, i, tries: 0 }));
    while (open.length > 0) {
      const pending: Pending = { addresses: new Set(), bodies: new Map(), bands: new Map(), editions: new Set() };
      const plans: { unit: Unit; kept: Kept }[] = [];
      // What is in this batch must be in the store before the next one of its address or its article is compared with it.
      const now: typeof open = [];
      const later: typeof open = [];
      for (const one of open) {
        const plan = await this.#plan(one.sighting, pending);
        if (plan === null) later.push(one);
        else if (plan.unit === null) kept[one.i] = plan.kept;
        else {
          plans.push({ ...plan, unit: plan.unit });
          now.push(one);
        }
      }
      const written = await this.#store.append(
        plans.map(({ unit }) => unit),
        this.#now(),
      );
      const again: typeof open = [];
      for (const [k, one] of now.entries()) {
        const { kept: result, unit } = plans[k] as (typeof plans)[number];
        if ((written[k] as readonly unknown[]).length > 0) kept[one.i] = result;
        else if (one.tries === MOST_TRIES || (await this.#isThere(unit.drafts[0]?.once)))
          kept[one.i] = { ...result, outcome: "known", fates: [], returns: null };
        // Another process has kept the same text meanwhile: it is looked at once more, as a repeat.
        else again.push({ ...one, tries: one.tries + 1 });
      }
      open = [...again, ...later].sort((a, b) => a.i - b.i);
    }
    return kept as Kept[];
  }

  async #isThere(key: string | null | undefined): Promise<boolean> {
    return key != null && (await this.#store.keysThere([key])).size > 0;
  }

  /** What to write for a sight; null where something in this batch must be written first. */
  async #plan(sighting: Sighting, pending: Pending): Promise<Plan | null> {
    const { prepared, address } = sighting;
    if (address !== null && pending.addresses.has(address)) return null;
    if (address !== null) pending.addresses.add(address);
    const atAddress = address === null ? null : await this.#store.articleAt(address);
    const article =
      atAddress ??
      pending.bodies.get(prepared.bodyHash) ??
      (await this.#store.articleWithBody(prepared.bodyHash)) ??
      prepared.bodyHash.slice(0, 16);
    if (pending.editions.has(article)) return null;
    const editions = await this.#store.editions(article);
    const latest = editions.at(-1);
    const number = (latest?.edition ?? 0) + 1;
    const { known, key } = await this.#sight(sighting, atAddress, editions);
    if (key === null) return { unit: null, kept: keptAs("known", article, known?.edition ?? 0) };
    const drafts: Draft[] = [captureDraft(sighting, article, known?.edition ?? number, key)];
    const blobs: Unit["blobs"][number][] = [
      { of: "captures", article, sha256: prepared.sha256, bytes: sighting.bytes },
    ];
    const statements = prepared.records.filter(({ kind }) => kind === "statement").length;
    if (latest && known) {
      // The same text with other things said of it is read anew: a date handed in later dates all that hung on it. Where it was
      // read with the same said of it, at another address, that reading stands.
      const isLatest = latest.body === prepared.bodyHash && latest.text === prepared.textHash;
      const anew =
        isLatest && Object.keys(sighting.given).length > 0 ? readingDraft(sighting, article, latest.edition) : null;
      const isRead = anew?.once == null || (await this.#store.keysThere([anew.once])).size > 0;
      const drafts2 = anew === null || isRead ? [] : [anew];
      return {
        unit: { drafts: [...drafts, ...drafts2], blobs },
        kept: keptAs("repeat", article, known.edition),
      };
    }
    pending.editions.add(article);
    pending.bodies.set(prepared.bodyHash, article);
    const bands = prepared.signature ? bandsOf(prepared.signature) : [];
    const near = latest ? null : await this.#near(article, bands, pending);
    for (const band of bands) pending.bands.set(band, [...(pending.bands.get(band) ?? []), article]);
    const fates = latest
      ? fatesOf(await foundIn(this.#store, latest, await this.#store.recordsOf(article)), prepared.records)
      : [];
    drafts.push(editionDraft(sighting, article, number, bands, near, fates), readingDraft(sighting, article, number));
    blobs.push({ of: "texts", article, sha256: prepared.textHash, bytes: Buffer.from(prepared.text) });
    return {
      unit: { drafts, blobs },
      kept: {
        outcome: latest ? "edition" : "new",
        article,
        edition: number,
        statements,
        fates,
        repeats: near?.article ?? null,
        returns: editions.findLast(({ body }) => body === prepared.bodyHash)?.edition ?? null,
      },
    };
  }

  /**
   * Which edition a sight shows, none where its text is a new one or the page went back to an older text; and the key to keep it
   * under, none where it says nothing new.
   */
  async #sight(
    sighting: Sighting,
    atAddress: string | null,
    editions: readonly EditionRow[],
  ): Promise<{ readonly known: EditionRow | null; readonly key: string | null }> {
    const { prepared, address, given, circumstances } = sighting;
    const first = sightKey(address, prepared.sha256, given);
    const same = editions.filter(({ body }) => body === prepared.bodyHash);
    const last = address === null || atAddress === null ? null : await lastAt(this.#store, atAddress, address);
    if (last === null) return { known: same.at(-1) ?? null, key: sighting.key ?? first };
    const isSeen = await this.#isThere(first);
    const behind = isSeen ? keyBehind(first, { address, sha256: prepared.sha256, given, circumstances }, last) : first;
    const key = behind === null || (await this.#isThere(sighting.key)) ? null : (sighting.key ?? behind);
    const before = await editionShown(this.#store, last, editions);
    if (before === null || !isLater(circumstances, last)) return { known: same.at(-1) ?? null, key };
    if (before.body === prepared.bodyHash) return { known: before, key };
    // Another home of the article may have gone ahead: this one then follows it.
    return { known: same.find(({ edition }) => edition > before.edition) ?? null, key };
  }

  /** The article that has the most bands in common, where they say that most of the text is. */
  async #near(
    own: string,
    bands: readonly string[],
    pending: Pending,
  ): Promise<{ article: string; likeness: number } | null> {
    const shared = new Map<string, number>();
    for (const { article, shared: n } of await this.#store.articlesInBands(bands)) shared.set(article, n);
    for (const band of bands)
      for (const article of pending.bands.get(band) ?? []) shared.set(article, (shared.get(article) ?? 0) + 1);
    shared.delete(own);
    const [best] = [...shared].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!best) return null;
    // A band of four agrees with the fourth power of the share of common shingles.
    const likeness = Math.round((best[1] / bands.length) ** 0.25 * 100) / 100;
    return likeness >= NEAR ? { article: best[0], likeness } : null;
  }
}

/** What came of a sight that brought no text. */
export function keptAs(outcome: "repeat" | "known", article: string, edition: number): Kept {
  return { outcome, article, edition, statements: 0, fates: [], repeats: null, returns: null };
}

function captureDraft(
  { prepared, address, given, circumstances, by }: Sighting,
  article: string,
  edition: number,
  key: string,
): Draft {
  const value: CaptureValue = {
    article,
    address,
    sha256: prepared.sha256,
    size: prepared.size,
    mediaType: prepared.mediaType,
    edition,
    circumstances: { ...circumstances, ...(Object.keys(given).length > 0 && { given }) },
  };
  return {
    by,
    act: "capture",
    about: prepared.sha256,
    value: value as unknown as Json,
    cause: null,
    once: key,
  };
}

/** The entry of a text that an article did not have before. */
export function editionDraft(
  { prepared }: Pick<Sighting, "prepared">,
  article: string,
  edition: number,
  bands: readonly string[],
  near: { article: string; likeness: number } | null,
  fates: readonly Fate[],
): Draft {
  const { title, outlet, published, language, document } = prepared;
  const value: EditionValue = {
    article,
    edition,
    capture: prepared.sha256,
    text: prepared.textHash,
    length: prepared.text.length,
    body: prepared.bodyHash,
    bands,
    repeats: near?.article ?? null,
    likeness: near?.likeness ?? null,
    title,
    outlet,
    published,
    language,
    document,
    fates,
  };
  return {
    by: "ingest",
    act: "edition",
    about: article,
    value: value as unknown as Json,
    cause: null,
    once: `edition:${article}:${edition}`,
  };
}

/** The key under which a reader's reading of an edition is kept once. */
export function readingKey(article: string, edition: number, reader: string, given: Sighting["given"]): string {
  return `read:${article}:${edition}:${reader}:${sha256Of(JSON.stringify(given)).slice(0, 12)}`;
}

/** The entry of what a reader finds in an edition. */
export function readingDraft(
  { prepared, given }: Pick<Sighting, "prepared" | "given">,
  article: string,
  edition: number,
): Draft {
  const { title, outlet, published, language } = prepared;
  const value: ReadingValue = {
    article,
    edition,
    records: prepared.records,
    facts: { title, outlet, published, language },
  };
  return {
    by: prepared.reader,
    act: "assert",
    about: article,
    value: value as unknown as Json,
    cause: null,
    once: readingKey(article, edition, prepared.reader, given),
  };
}
