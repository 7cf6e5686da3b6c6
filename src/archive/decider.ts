import { UserError } from "../model/errors.ts";
import type { Draft, Json, LedgerAct } from "../model/ledger.ts";
import type { DecidedAs, DecisionValue } from "../store/values.ts";

/** Who decides, and why. A decision without a name is none. */
export interface Decider {
  readonly name: string;
  readonly reason: string | null;
  /** The time, ISO 8601 in UTC. */
  readonly now: string;
  /** How the decision came about, where that matters. */
  readonly as?: DecidedAs;
  /** The version of the record that was looked at, see `versionOf`: of two decisions on the same one only the first is made. */
  readonly after?: string;
}

/** Nothing was decided: somebody else has decided on the same record since it was looked at. */
export class DecidedMeanwhile extends UserError {
  constructor(about: string) {
    super(`somebody has decided on ${about} since you looked at it: look at it again, and decide then`);
  }
}

/** A person's decision as it goes into the ledger. Throws UserError where nobody's name stands to it. */
export function decisionDraft(act: LedgerAct, about: string, value: Json, { name, reason, after }: Decider): Draft {
  const by = name.trim();
  if (by === "") throw new UserError("a decision needs the name of who decides", 2);
  return {
    by: `person:${by}`,
    act,
    about,
    value,
    cause: reason,
    once: after === undefined ? null : `decided:${about}:${after}`,
  };
}

/** The name of the person whose entry of the ledger it is; of a machine's, the machine. */
export function personOf(by: string): string {
  return by.replace(/^person:/, "");
}

/** The part of a decision's value that says how it came about; none where it is a decision like any other. */
export function asIn({ as }: Decider): Pick<DecisionValue, "as"> {
  return as === undefined ? {} : { as };
}
