import type { When } from "../../model/time.ts";
import type { RecordRow } from "../../store/store.ts";

export type Pair = readonly [number, number];

export interface EntryHop {
  readonly name: string;
  readonly kind: string;
  readonly span: Pair | null;
  readonly cue: Pair | null;
  readonly when: When | null;
}

/** A statement or silence as the contract of a reading has it. Offsets are UTF-16 units into the text of its edition. */
export interface Entry {
  readonly content?: readonly Pair[];
  readonly cue?: Pair | null;
  readonly source?: Pair | null;
  readonly act?: string;
  readonly strength?: string;
  readonly negated?: boolean;
  readonly manner?: string;
  readonly voice?: { readonly of: string; readonly why: string } | null;
  readonly condition?: {
    readonly trigger: Pair;
    readonly consequence: Pair | null;
    readonly mover: string | null;
  } | null;
  readonly edits?: readonly { readonly span: Pair; readonly kind: string }[];
  readonly chain?: readonly EntryHop[];
  readonly restsOn?: string | null;
  readonly uttered?: When;
  /** Of the statement it is nested in, without the article. */
  readonly inside?: string | null;
  readonly frame?: { readonly kind: string; readonly span: Pair } | null;
  readonly confidence?: number;
  readonly span?: Pair;
  readonly kind?: string;
  readonly who?: string | null;
  readonly noticedBy?: string | null;
  readonly accordingTo?: string | null;
  readonly about?: string | null;
  readonly scope?: string | null;
  readonly expectation?: string | null;
}

export function entryOf(row: Pick<RecordRow, "record">): Entry {
  return row.record as Entry;
}

/** Where the words stand: the content of a statement, the clause of a silence. */
export function spansOf(entry: Entry): readonly Pair[] {
  return entry.content ?? (entry.span ? [entry.span] : []);
}
