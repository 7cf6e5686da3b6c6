import { SILENCE_KINDS } from "../../model/entries.ts";
import { STANDINGS } from "../../model/ledger.ts";
import { ACTS } from "../../model/statement.ts";
import type { Query, Store } from "../../store/store.ts";
import { isEdtf } from "../edtf.ts";
import { type NameThere, type NamedField, nameFound } from "../named.ts";

/** The filters of a search as they stand in its address. */
export const ASKED = [
  "words",
  "kind",
  "speaker",
  "channel",
  "outlet",
  "act",
  "manner",
  "standing",
  "occasion",
  "said",
  "published",
  "minConfidence",
  "order",
  "cursor",
] as const;
export type AskedField = (typeof ASKED)[number];
/** As typed, without white space around it; fields that are empty are missing. */
export type Asked = Readonly<Partial<Record<AskedField, string>>>;

/** What a name that was typed was taken for, or what it may be. */
export interface Taken {
  readonly field: NamedField;
  readonly typed: string;
  readonly name: string;
  readonly guessed: boolean;
  readonly also: readonly NameThere[];
}

export interface Fault {
  readonly field: AskedField;
  readonly says: string;
  /** Names that may be meant instead. */
  readonly names: readonly NameThere[];
}

/** What was asked for, ready to be looked for; with faults there is no query. */
export interface Read {
  readonly asked: Asked;
  readonly query: Query | null;
  readonly taken: readonly Taken[];
  readonly faults: readonly Fault[];
}

/** What may be chosen of the fields that have few values. */
export const CHOICES = {
  kind: ["statement", "silence"],
  act: [...ACTS, ...SILENCE_KINDS],
  manner: ["direct", "indirect", "mixed"],
  standing: STANDINGS,
  order: ["newest", "said"],
} as const satisfies Partial<Record<AskedField, readonly string[]>>;

const NAMES = ["speaker", "channel", "outlet", "occasion"] as const satisfies readonly NamedField[];

/** The filters in the parameters of an address; others are left alone. */
export function askedIn(parameters: Readonly<Record<string, string | undefined>>): Asked {
  const asked: Partial<Record<AskedField, string>> = {};
  for (const field of ASKED) {
    const value = parameters[field]?.trim();
    if (value) asked[field] = value;
  }
  return asked;
}

/** What is given of a question, without what was left out. */
export function given<T extends object>(asked: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as never;
}

/**
 * Leads names to those the archive has and checks the rest. Nothing is thrown: what is wrong is said per field. With `waits`, a
 * name that nobody has is looked for as it was typed.
 */
export async function readAsked(store: Store, asked: Asked, { waits = false } = {}): Promise<Read> {
  const faults: Fault[] = [];
  const taken: Taken[] = [];
  const wrong = (field: AskedField, says: string, names: readonly NameThere[] = []): void => {
    faults.push({ field, says, names });
  };
  const query: { -readonly [F in keyof Query]: Query[F] } = {};
  if (asked.words !== undefined) query.words = asked.words;
  for (const [field, values] of Object.entries(CHOICES) as [keyof typeof CHOICES, readonly string[]][]) {
    const value = asked[field];
    if (value === undefined) continue;
    if (values.includes(value)) Object.assign(query, { [field]: value });
    else wrong(field, `“${value}” is none of: ${values.join(", ")}`);
  }
  for (const field of NAMES) {
    const typed = asked[field];
    if (typed === undefined) continue;
    const found = await nameFound(store, field, typed);
    if (found.found === "one") {
      query[field] = found.name;
      if (found.guessed || found.also.length > 0) taken.push({ field, typed, ...found });
    } else if (found.found === "several") wrong(field, `“${typed}” may be several:`, found.names.slice(0, 12));
    else if (waits) query[field] = typed;
    else wrong(field, `No ${field} called “${typed}” stands in this archive. Most often:`, found.most);
  }
  for (const field of ["said", "published"] as const) {
    const value = asked[field];
    if (value === undefined) continue;
    const days = daysOf(value);
    if (days === null)
      wrong(field, `“${value}” is no date here: write 2021, 2021-01, 2021-01-08, or two of them as 2021-01..2021-03`);
    else {
      if (days.from !== undefined) query[`${field}From`] = days.from;
      if (days.to !== undefined) query[`${field}To`] = days.to;
    }
  }
  if (asked.minConfidence !== undefined) {
    const n = Number(asked.minConfidence.replace(",", "."));
    if (n >= 0 && n <= 1) query.minConfidence = n;
    else wrong("minConfidence", `“${asked.minConfidence}” is no number from 0 to 1`);
  }
  if (asked.cursor !== undefined) query.cursor = asked.cursor;
  return { asked, query: faults.length > 0 ? null : query, taken, faults };
}

/** `2021-01..2021-03`, `2021-01-05..`, `..2020`, or one day, month or year; null for anything else. */
function daysOf(value: string): { readonly from?: string; readonly to?: string } | null {
  const ends = value.split("..").map((end) => end.trim());
  const [from = "", to = from] = ends;
  if (ends.length > 2 || (from === "" && to === "")) return null;
  if ([from, to].some((end) => end !== "" && !(/^\d{4}(?:-\d\d){0,2}$/.test(end) && isEdtf(end)))) return null;
  // Where one of them is a month or a year, as much of both is compared.
  const both = Math.min(from.length, to.length);
  if (from.slice(0, both) > to.slice(0, both)) return null;
  return { ...(from !== "" && { from }), ...(to !== "" && { to }) };
}
