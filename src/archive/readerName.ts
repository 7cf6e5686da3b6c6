import { PACKAGE } from "../home.ts";
import { DEFAULT_READER, type ReaderName } from "../extract/readers.ts";
import type { Pack } from "../model/pack.ts";

/** The name under which a reading is asserted: Hearsay's version, the reader, and the packs it had beside Hearsay's own. */
export function readerNameOf(reader: ReaderName = DEFAULT_READER, packs: readonly Pick<Pack, "name">[] = []): string {
  return [`hearsay-${PACKAGE.version}-${reader}`, ...packs.map(({ name }) => name)].join("+");
}
