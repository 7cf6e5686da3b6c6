import type { DecisionRow, RecordRow } from "../store/store.ts";
import { sha256Of } from "../text/sha256.ts";

/** A short name of a record as it stands, another after each reading and each decision that touches it: 20 letters and digits. */
export function versionOf(
  { place, edition, standing, record, machine }: RecordRow,
  decisions: readonly DecisionRow[],
): string {
  const made = decisions.map(({ seq, undone }) => [seq, undone]);
  return sha256Of(JSON.stringify([place, edition, standing, record, machine, made])).slice(0, 20);
}
