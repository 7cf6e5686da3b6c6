import type { Pack } from "../../src/model/pack.ts";

const NOTHING: Pack = {
  name: "empty",
  description: "nothing",
  people: [],
  organisations: [],
  channels: [],
  states: [],
  occasions: [],
  days: [],
  eras: [],
  terms: [],
  verbs: [],
};

/** A pack of these tables only. */
export function packOf(tables: Partial<Pack>): Pack {
  return { ...NOTHING, ...tables };
}
