/** A stretch of time in EDTF dates, both ends included; null where an end is open or not known. */
export interface During {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PackOffice extends During {
  /** "president", "foreign minister", in lower case, without the state. */
  readonly title: string;
  /** The state or organisation the office belongs to, by its name in a pack; "" for none. */
  readonly of: string;
}

export interface PackPerson {
  /** The name the person is filed under. */
  readonly name: string;
  /** Other spellings and short names that nobody else in the field has. */
  readonly aliases: readonly string[];
  readonly gender: "f" | "m" | null;
  readonly offices: readonly PackOffice[];
  /** Kin within the field: "sister of Kim Jong Un". */
  readonly kin: readonly { readonly relation: string; readonly of: string }[];
}

export interface PackOrganisation {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The state it belongs to, or "". */
  readonly of: string;
}

/** A medium or agency. */
export interface PackChannel {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Who controls it: a state's name, "independent", or "" where the pack does not say. */
  readonly controlledBy: string;
}

export interface PackState {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly capital: string;
  /** Seats of government that stand for the whole state in reports: the Kremlin. The White House is an organisation. */
  readonly seats: readonly string[];
  readonly demonyms: readonly string[];
}

/** An occasion that recurs or has a name of its own. */
export interface PackOccasion {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly of: string;
  /** Known dates, first and last day. */
  readonly dates: readonly During[];
}

/** A day of the year with a name: `on` is `--04-15`, a whole date, or `easter` with a number of days (`easter-2`). */
export interface PackDay {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly on: string;
}

/** An era by which years are counted: year 1 is `first`. */
export interface PackEra {
  readonly name: string;
  readonly first: number;
}

/** Words that belong together in a leader's rhetoric. */
export interface PackTermFamily {
  readonly name: string;
  readonly terms: readonly string[];
}

/** A reporting verb in its base form, with the act it does by itself ("" for none: say) and its strength. */
export interface PackVerb {
  readonly verb: string;
  readonly act: string;
  readonly strength: "neutral" | "weak" | "strong";
}

/** A folder of data for a field of knowledge: what the rules may know about it. */
export interface Pack {
  readonly name: string;
  readonly description: string;
  readonly people: readonly PackPerson[];
  readonly organisations: readonly PackOrganisation[];
  readonly channels: readonly PackChannel[];
  readonly states: readonly PackState[];
  readonly occasions: readonly PackOccasion[];
  readonly days: readonly PackDay[];
  readonly eras: readonly PackEra[];
  readonly terms: readonly PackTermFamily[];
  readonly verbs: readonly PackVerb[];
}
