import { canonical } from "./chain.ts";
import type { CorrectionValue, DecisionValue } from "./values.ts";
import type { Json } from "../model/ledger.ts";

/** A decision that stands, in the order of the ledger. */
export interface Standing {
  readonly act: string;
  readonly by: string;
  readonly value: Partial<CorrectionValue> & Pick<Partial<DecisionValue>, "as">;
}

/** What a record is after what people decided on it. */
export interface Outcome {
  readonly standing: "candidate" | "confirmed" | "disputed" | "retracted";
  readonly fields: CorrectionValue["fields"];
  /** What corrections changed of the entry itself. */
  readonly record: CorrectionValue["record"];
  readonly corrected: boolean;
  /** Everybody whose decision stands. */
  readonly people: readonly string[];
  /** Whether people decided differently and nobody has settled it. */
  readonly differs: boolean;
}

const STANDING = { confirm: "confirmed", dispute: "disputed", retract: "retracted", assert: "confirmed" } as const;

/**
 * What stands after decisions: the last one, with all corrections. Where a second reader, who had not seen what the others
 * decided, came to something else, the record is disputed until somebody settles it.
 */
export function outcomeOf(decisions: readonly Standing[]): Outcome {
  let standing: Outcome["standing"] = "candidate";
  const fields: CorrectionValue["fields"] = {};
  const record: { [key: string]: Json } = {};
  let verdicts = new Map<string, string>();
  for (const { act, by, value } of decisions) {
    const own = { fields: value.fields ?? {}, record: value.record ?? {} };
    Object.assign(fields, own.fields);
    Object.assign(record, own.record);
    const made = STANDING[act as keyof typeof STANDING] ?? "retracted";
    const blind = value.as === "second reader";
    if (value.as === "settlement") verdicts = new Map();
    verdicts.set(by, verdictOf(made, blind ? own : { fields, record }));
    standing = blind && differ(verdicts) ? "disputed" : made;
  }
  return {
    standing,
    fields,
    record,
    corrected: decisions.some(({ act }) => act === "assert"),
    people: [...new Set(decisions.map(({ by }) => by))],
    differs: differ(verdicts),
  };
}

/** What a person said of a record, as a text that is the same for the same. How a day came to be set is no part of it. */
function verdictOf(made: string, { fields, record }: Pick<Outcome, "fields" | "record">): string {
  const { uttered, ...others } = record;
  const day = (uttered as { readonly edtf?: Json } | undefined)?.edtf ?? null;
  return canonical([made, fields as Json, others, uttered === undefined ? [] : [day]]);
}

/** Each person's last verdict counts. */
function differ(verdicts: ReadonlyMap<string, string>): boolean {
  return new Set(verdicts.values()).size > 1;
}
