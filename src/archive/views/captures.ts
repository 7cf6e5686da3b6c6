import type { CaptureRow, Page, Part, Store, WatchedRow } from "../../store/store.ts";

/** Bytes that came in. */
export interface ShownCapture {
  readonly article: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly address: string | null;
  /** What brought it: `file`, `fetch`, `watch`, an archive of pages. */
  readonly by: string;
  /** What was kept of the way it came. */
  readonly circumstances: readonly (readonly [name: string, value: string])[];
  /** The entry of the ledger. */
  readonly entry: number;
}

export interface CapturesView extends Page<ShownCapture> {
  /** What could not be fetched when it was last asked for; only on the first page. */
  readonly failures: readonly WatchedRow[];
  readonly moreFailures: boolean;
  /** Reports that workers could not read, each with its name and the reason; only on the first page. */
  readonly refused: readonly string[];
  readonly moreRefused: boolean;
}

const FAILURES = 10;

/** What came in, the newest first. `refusedBy` asks the queue of an archive on a server. */
export async function capturesView(
  store: Store,
  part: Part,
  refusedBy: (most: number) => Promise<readonly string[]> = async () => [],
): Promise<CapturesView> {
  const { items, cursor } = await store.desk.captures(part);
  const failing =
    part.cursor === undefined ? await store.desk.failing({ limit: FAILURES }) : { items: [], cursor: null };
  const refused = part.cursor === undefined ? await refusedBy(FAILURES + 1) : [];
  return {
    items: items.map(shown),
    cursor,
    failures: failing.items,
    moreFailures: failing.cursor !== null,
    refused: refused.slice(0, FAILURES),
    moreRefused: refused.length > FAILURES,
  };
}

function shown({
  article,
  title,
  outlet,
  at,
  capture,
  media_type,
  address,
  by,
  circumstances,
  seq,
}: CaptureRow): ShownCapture {
  return {
    article,
    title,
    outlet,
    at,
    sha256: capture,
    mediaType: media_type,
    address,
    by,
    circumstances: toldOf(circumstances),
    entry: seq,
  };
}

/** What a list tells of the way something came. */
function toldOf(circumstances: CaptureRow["circumstances"]): ShownCapture["circumstances"] {
  const inner = (field: string): Readonly<Record<string, unknown>> =>
    (circumstances[field] ?? {}) as Readonly<Record<string, unknown>>;
  const feed = inner("feed");
  const told: readonly (readonly [name: string, value: unknown])[] = [
    ["asked for at", circumstances["asked"]],
    ["named by", feed["title"] ?? feed["address"]],
    ["last changed, says the server", inner("headers")["last-modified"]],
    ["packed as", circumstances["packed"]],
    ["out of", circumstances["dump"] ?? circumstances["warc"]],
    ["date given", inner("given")["published"]],
    ["outlet given", inner("given")["outlet"]],
  ];
  return told.flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" ? [[name, String(value)] as const] : [],
  );
}
