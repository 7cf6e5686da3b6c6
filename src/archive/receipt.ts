import { UserError } from "../model/errors.ts";
import type { Json } from "../model/ledger.ts";
import type { Receipt } from "../model/receipt.ts";
import { MOST_RECORDS } from "../store/apply.ts";
import { canonical, faultOfEntry } from "../store/chain.ts";
import type { ArticleRow, DecisionRow, EditionRow, SightRow, Store } from "../store/store.ts";
import { sha256Of } from "../text/sha256.ts";
import type { Anchor } from "./anchors.ts";
import { personOf } from "./decider.ts";
import { fullId, recordOf } from "./records.ts";
import { sightOf } from "./shown.ts";

/** What a receipt can show, and what it can't: printed with each. */
export const PROVES =
  "This text had this hash when the archive got it from there at that time, and these characters of it are the ones quoted.";
export const PROVES_NOT =
  "That the outlet published it, that the speaker said it, or that the reading of it is right: a candidate is a machine's reading. Nor that the time is right: it is that of the archive's own clock.";

/** The receipt of a statement or silence. Throws UserError where there is none by that id. */
export async function receiptOf(store: Store, id: string): Promise<Receipt> {
  const row = await recordOf(store, id);
  const article = await store.article(row.article);
  const edition = (await store.editions(row.article)).find((one) => one.edition === row.edition);
  const sight = sightOf(edition, await store.sights(row.article));
  if (!article || !edition || !sight)
    throw new UserError(`${fullId(row)}: its capture is not in ${store.name}; hearsay verify --archive tells more`);
  const [entry] = await store.entries(sight.seq, 1);
  const [reading] = await store.entries(Math.floor(row.place / MOST_RECORDS), 1);
  const captured = (await store.blobs(row.article)).find(
    ({ of, sha256 }) => of === "captures" && sha256 === edition.capture,
  );
  if (!entry || !reading || !captured)
    throw new UserError(
      `${fullId(row)}: its ledger entries are not in ${store.name}; hearsay verify --archive tells more`,
    );
  return {
    hearsay: "receipt-1",
    id: fullId(row),
    kind: row.kind as Receipt["kind"],
    standing: row.standing,
    record: row.record as Receipt["record"],
    machine: row.machine as Json,
    occasion: row.occasion,
    article: articleFacts(article, edition, sight),
    capture: {
      sha256: edition.capture,
      size: captured.size,
      mediaType: sight.media_type,
      address: sight.address,
      at: sight.at,
      by: sight.by,
      given: givenOf(sight),
    },
    edition: { number: edition.edition, text: edition.text },
    by: row.by,
    read: { by: reading.by, at: reading.at },
    decisions: (await store.decisions(fullId(row)))
      .filter((one) => one.undone === null && one.act !== "undo")
      .map(decisionLine),
    ledger: { entry, head: { ...(await store.head()) } },
    proves: PROVES,
    provesNot: PROVES_NOT,
  };
}

/** What was said of a capture when it came in. */
export function givenOf(sight: SightRow): { readonly [key: string]: Json } {
  return (sight.circumstances["given"] ?? {}) as { readonly [key: string]: Json };
}

/** Title, outlet and date as the edition has them; those of the article where a later reading of it knew more. */
export function articleFacts(article: ArticleRow, edition: EditionRow, sight: SightRow): Receipt["article"] {
  const { title, outlet, published } = edition.document as {
    readonly title?: string | null;
    readonly outlet?: string | null;
    readonly published?: { readonly edtf: string | null; readonly basis: string };
  };
  const own = { edtf: published?.edtf ?? null, basis: published?.basis ?? "unknown" };
  if (article.edition !== edition.edition) return { title: title ?? null, outlet: outlet ?? null, published: own };
  const given = article.published !== own.edtf || givenOf(sight)["published"] !== undefined;
  return {
    title: article.title,
    outlet: article.outlet,
    published: { edtf: article.published, basis: article.published === null ? "unknown" : given ? "given" : own.basis },
  };
}

/** A decision as it is told: the act by the word people use for it, the name without its mark. */
export function decisionLine({ seq, act, by, at, cause }: DecisionRow): Receipt["decisions"][number] {
  return { seq, act: act === "assert" ? "correct" : act, by: personOf(by), at, cause };
}

/** What checking a receipt showed: each check with what it found. */
export interface Checked {
  readonly what: string;
  readonly holds: boolean;
  readonly found: string;
}

/** A file as a receipt is checked against: the hash of its bytes, and the text they are read as or why they can't be. */
export interface CheckedFile {
  readonly sha256: string;
  readonly text: string | null;
  readonly why: string;
}

/** Checks a receipt in itself and against the file it speaks of (null where it is not at hand). Needs no archive. */
export function checkReceipt(receipt: Receipt, file: CheckedFile | null): Checked[] {
  const { capture, edition, ledger } = receipt;
  const anchors = anchorsOf(receipt.record);
  const checks: Checked[] = [
    {
      what: "it quotes the words it speaks of",
      holds: anchors.length > 0 && anchors.every(({ from, to, quote }) => quote.length === to - from && quote !== ""),
      found: `${anchors.length} ${anchors.length === 1 ? "piece" : "pieces"}`,
    },
    {
      what: "its ledger entry has the hash it says and names the capture",
      holds: ledgerHolds(receipt),
      found: `entry ${ledger.entry.seq}, ${ledger.entry.hash}`,
    },
  ];
  if (!file) return checks;
  checks.push({
    what: "the file is the one captured",
    holds: file.sha256 === capture.sha256,
    found: `sha256 ${file.sha256}`,
  });
  const text = file.text?.toWellFormed() ?? null;
  if (text === null) return [...checks, { what: "it can be read", holds: false, found: file.why }];
  checks.push({
    what: "it is read as the same text",
    holds: sha256Of(text) === edition.text,
    found: `text ${sha256Of(text)}`,
  });
  for (const anchor of anchors)
    checks.push({
      what: `the words stand at ${anchor.from}–${anchor.to}`,
      holds: standsIn(text, anchor),
      found: text.slice(anchor.from, anchor.to),
    });
  return checks;
}

/** Checks a receipt against an archive: its ledger entries are there, and the record still is what it says. */
export async function checkAgainst(store: Store, receipt: Receipt): Promise<Checked[]> {
  const { entry, head } = receipt.ledger;
  const [kept] = await store.entries(entry.seq, 1);
  const [last] = await store.entries(head.seq, 1);
  return [
    {
      what: `${store.name} has the ledger entry of the capture`,
      holds: kept?.seq === entry.seq && kept.hash === entry.hash,
      found: kept ? `entry ${kept.seq}, ${kept.hash}` : `no entry ${entry.seq}`,
    },
    {
      what: `its ledger goes on from where the receipt was made`,
      holds: last?.seq === head.seq && last.hash === head.hash,
      found: last ? `entry ${last.seq}, ${last.hash}` : `no entry ${head.seq}`,
    },
    await recordAgainst(store, receipt),
  ];
}

/** A record may have been decided on or read anew since: the receipt told what stood then. */
async function recordAgainst(store: Store, { id, standing, record, ledger: { head } }: Receipt): Promise<Checked> {
  const what = "the record is what the receipt says";
  const row = await store.record(id);
  const now = row ? `${row.standing} now` : "it is not there any more";
  if (row && row.standing === standing && sameJson(row.record, record)) return { what, holds: true, found: standing };
  const later = (entries: readonly { readonly seq: number }[]): boolean => entries.some(({ seq }) => seq > head.seq);
  if (later(await store.decisions(id))) return { what, holds: true, found: `as it was then; decided on since: ${now}` };
  const readings = (await store.entriesAbout(id.split(".", 1)[0] ?? "")).filter(({ act }) => act === "assert");
  if (later(readings)) return { what, holds: true, found: `as it was then; read anew since: ${now}` };
  return { what, holds: false, found: now };
}

/** Whether the words of a stored span stand where it says, with those around them. */
export function standsIn(text: string, { from, to, quote, prefix, suffix }: Anchor): boolean {
  const same = (start: number, end: number, words: string): boolean =>
    text.slice(Math.max(0, start), end).toWellFormed() === words.toWellFormed();
  return same(from, to, quote) && same(from - prefix.length, from, prefix) && same(to, to + suffix.length, suffix);
}

export function anchorsOf(record: { readonly [key: string]: unknown }): readonly Anchor[] {
  return (record["anchors"] ?? []) as readonly Anchor[];
}

function ledgerHolds({ capture, ledger: { entry } }: Receipt): boolean {
  const before = { seq: entry.seq - 1, hash: entry.previous };
  const named = (entry.value as { readonly sha256?: Json } | null)?.sha256;
  return faultOfEntry({ ...entry, value: canonical(entry.value) }, before) === null && named === capture.sha256;
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a as Json) === canonical(b as Json);
}

/** Whether something read from a file calls itself a receipt. */
export function isReceipt(value: unknown): boolean {
  return typeof value === "object" && value !== null && "hearsay" in value && value.hearsay === "receipt-1";
}
