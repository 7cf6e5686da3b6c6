import { sha256Of } from "../text/sha256.ts";
import { UserError } from "../model/errors.ts";
import type { LedgerEntry } from "../model/ledger.ts";
import type { Blob, Store } from "../store/store.ts";
import type { CaptureValue, EditionValue } from "../store/values.ts";

/**
 * A whole archive as lines of JSON: one that begins it, then every entry of the ledger, the bytes it names before it, and one that
 * ends it. All other tables are made again from these.
 */
type Line =
  | { readonly hearsay: "archive-1"; readonly seq: number; readonly hash: string }
  | { readonly blob: Omit<Blob, "bytes"> & { readonly base64: string } }
  | { readonly entry: LedgerEntry }
  | { readonly end: { readonly seq: number; readonly hash: string } };

/** Entries read at once, and taken over in one transaction. */
const BATCH = 200;
/** Bytes taken over in one transaction, about. */
const MOST_BYTES = 16_000_000;

/** What an archive holds as lines, each with its end. `told` hears how many entries are out. */
export async function* exported(
  store: Store,
  told: (done: number, all: number) => Promise<void>,
): AsyncGenerator<string> {
  const { seq: all, hash } = await store.head();
  yield lineOf({ hearsay: "archive-1", seq: all, hash });
  for (let from = 1; from <= all;) {
    // What comes in meanwhile is left for the next export.
    const entries = await store.entries(from, Math.min(BATCH, all - from + 1));
    const last = entries.at(-1);
    if (!last)
      throw new UserError(`${store.name}: the ledger ends before entry ${from}; hearsay verify --archive tells more`);
    for (const entry of entries) {
      const named = blobNamedBy(entry);
      if (named) {
        const bytes = await store.blob(named.of, named.article, named.sha256);
        if (!bytes) throw new UserError(`${store.name}: the bytes that entry ${entry.seq} names are missing`);
        yield lineOf({ blob: { ...named, base64: Buffer.from(bytes).toString("base64") } });
      }
      yield lineOf({ entry });
    }
    from = last.seq + 1;
    await told(from - 1, all);
  }
  yield lineOf({ end: { seq: all, hash } });
}

/** What was taken over. */
export interface Imported {
  readonly entries: number;
  /** Entries that the archive had already. */
  readonly there: number;
}

/**
 * Takes over an archive from its lines. One that has the beginning of it already goes on from there; one that has other entries is
 * left as it is. Throws UserError, naming `from`, where the lines are damaged or cut short: what came before is then kept.
 */
export async function imported(
  store: Store,
  from: string,
  lines: AsyncIterable<string>,
  told: (done: number, all: number) => Promise<void>,
): Promise<Imported> {
  const start = await store.head();
  let all = 0;
  let seen = 0;
  let ended = false;
  let entries: LedgerEntry[] = [];
  let blobs: Blob[] = [];
  let size = 0;
  const restore = async (): Promise<void> => {
    if (entries.length > 0) await store.restore(entries, blobs);
    entries = [];
    blobs = [];
    size = 0;
    await told(seen, all);
  };
  for await (const text of lines) {
    const line = parsed(text, from);
    if ("hearsay" in line) {
      all = line.seq;
      if (start.seq > all || (start.seq === all && start.hash !== line.hash)) throw differs(store, from);
    } else if ("blob" in line) {
      const { base64, ...named } = line.blob;
      const bytes = Buffer.from(base64, "base64");
      if (sha256Of(bytes) !== named.sha256)
        throw new UserError(`${from}: damaged after entry ${seen}: bytes do not have the hash they are named by`);
      blobs.push({ ...named, bytes });
      size += bytes.length;
    } else if ("entry" in line) {
      const { entry } = line;
      seen = entry.seq;
      if (entry.seq === start.seq && entry.hash !== start.hash) throw differs(store, from);
      if (entry.seq <= start.seq) blobs = [];
      else {
        checkBlobs(entry, blobs, from);
        entries.push(entry);
      }
      if (entries.length >= BATCH || size >= MOST_BYTES) await restore();
    } else ended = true;
  }
  await restore();
  if (!ended)
    throw new UserError(
      `${from}: is cut short after entry ${seen} of ${all}; what came before is kept, import the whole file to go on`,
    );
  return { entries: Math.max(0, all - start.seq), there: Math.min(start.seq, all) };
}

function parsed(text: string, from: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (
    typeof value !== "object" ||
    value === null ||
    !("hearsay" in value || "blob" in value || "entry" in value || "end" in value)
  )
    throw new UserError(`${from}: is no archive, or is damaged; hearsay export --all makes one`);
  return value as Line;
}

function differs(store: Store, from: string): UserError {
  return new UserError(
    `${store.name}: has entries that are not in ${from}; import into an archive of its own: --archive PATH`,
  );
}

function checkBlobs(entry: LedgerEntry, blobs: readonly Blob[], from: string): void {
  const named = blobNamedBy(entry);
  const has = ({ of, article, sha256 }: Blob): boolean =>
    of === named?.of && article === named.article && sha256 === named.sha256;
  if (named && !blobs.some(has)) throw new UserError(`${from}: the bytes that entry ${entry.seq} names are not in it`);
}

/** The bytes that an entry names by their hash. */
function blobNamedBy({ act, value }: LedgerEntry): Omit<Blob, "bytes"> | null {
  if (act === "capture") {
    const { article, sha256 } = value as unknown as CaptureValue;
    return { of: "captures", article, sha256 };
  }
  if (act === "edition") {
    const { article, text } = value as unknown as EditionValue;
    return { of: "texts", article, sha256: text };
  }
  return null;
}

function lineOf(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}
