import { type Kept, Keeper, type Sighting } from "../../src/archive/archive.ts";
import { prepare } from "../../src/archive/prepare.ts";
import { fullId } from "../../src/archive/records.ts";
import { capture } from "../../src/ingest/ingest.ts";
import type { RecordRow, Store } from "../../src/store/store.ts";

export const NOON = "2031-03-05T12:00:00.000Z";
export const READ_BY = "hearsay-0.1.0-fast";

export const FERRY = `Ferry to run again, minister says

SALLOW, March 4, 2031 (Northwire) - Transport Minister Ada Novak said on Monday that the ferry to Mel would run again before Easter.

“We will not close it twice,” Novak told reporters. She did not say who would pay for the repairs.

The harbour union denied on Tuesday that the quay was safe.
`;

export const QUAY = `Quay closed for good, union warns

MEL, March 6, 2031 (Northwire) - Harbour union leader Teodor Brandsma-Kwizera warned on Thursday that the quay at Mel would be closed for good unless the ferry company paid.

A. Novak has said that the ferry would run. "It’s my ferry," she told the agency.
`;

/** Reads and keeps reports, each under its address, as `hearsay add` would. */
export async function keep(store: Store, reports: Readonly<Record<string, string>>): Promise<Kept[]> {
  const sightings = Object.entries(reports).map(([address, text]): Sighting => {
    const bytes = Buffer.from(text);
    const prepared = prepare(capture(bytes, address), { reader: "fast" }, READ_BY);
    return { prepared, bytes, address, given: {}, circumstances: {}, by: "file" };
  });
  return new Keeper(store, () => NOON).keep(sightings);
}

/** The one record that has these words. Throws where there is none or more than one. */
export async function recordWith(store: Store, words: string, kind = "statement"): Promise<RecordRow> {
  const { items } = await store.find({});
  const rows = items.filter((row) => row.kind === kind && row.words.includes(words));
  const [row] = rows;
  if (!row || rows.length > 1)
    throw new Error(`${rows.length} records have “${words}”: ${items.map((one) => one.words).join(" | ")}`);
  return row;
}

export async function idWith(store: Store, words: string, kind = "statement"): Promise<string> {
  return fullId(await recordWith(store, words, kind));
}
