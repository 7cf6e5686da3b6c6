import type { ListedRecord } from "../../export/recordLines.ts";
import type { Page, Part, RecordRow, Store } from "../../store/store.ts";
import { listed } from "../listed.ts";
import { fullId } from "../records.ts";
import { type Verdict, standingVerdicts, verdictsOn } from "./verdicts.ts";

/** An entry on which people differ. */
export interface Disagreement {
  readonly record: ListedRecord;
  /** The words as the machine had them, where somebody corrected them. */
  readonly machine: { readonly speaker: string; readonly act: string; readonly words: string } | null;
  /** The last decision of each person since it was last settled, in order. */
  readonly sides: readonly Verdict[];
  /** The last decision on it: whoever settles what is older is told. */
  readonly seen: number;
}

/** Where people decided differently and nobody has settled it, the newest entries first. */
export async function disagreements(store: Store, part: Part): Promise<Page<Disagreement>> {
  const { items, cursor } = await store.desk.queue({ of: "differing" }, part);
  const records = await listed(store, items);
  const all = await Promise.all(items.map((row, i) => disagreement(store, row, records[i] as ListedRecord)));
  return { items: all, cursor };
}

async function disagreement(store: Store, row: RecordRow, record: ListedRecord): Promise<Disagreement> {
  const decisions = await store.decisions(fullId(row));
  const { machine } = row;
  return {
    record,
    machine:
      machine === null ? null : { speaker: machine.speaker ?? "", act: machine.act ?? "", words: machine.words ?? "" },
    sides: standingVerdicts(verdictsOn(row, decisions)),
    seen: decisions.at(-1)?.seq ?? 0,
  };
}
