import { UserError } from "../model/errors.ts";
import type { Draft, Json, LedgerAct } from "../model/ledger.ts";

/** Who decides, and why. A decision without a name is none. */
export interface Decider {
  readonly name: string;
  readonly reason: string | null;
  /** The time, ISO 8601 in UTC. */
  readonly now: string;
}

/** A person's decision as it goes into the ledger. Throws UserError where nobody's name stands to it. */
export function decisionDraft(act: LedgerAct, about: string, value: Json, { name, reason }: Decider): Draft {
  const by = name.trim();
  if (by === "") throw new UserError("a decision needs the name of who decides", 2);
  return { by: `person:${by}`, act, about, value, cause: reason, once: null };
}
