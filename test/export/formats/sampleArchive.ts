import type { TestContext } from "node:test";
import { confirm, dispute, retract } from "../../../src/archive/decide.ts";
import { correct } from "../../../src/archive/correct.ts";
import type { ExportOptions } from "../../../src/archive/exporting.ts";
import { exportAs } from "../../../src/archive/exporting.ts";
import type { ExportFormat } from "../../../src/export/formats/format.ts";
import { formatNamed } from "../../../src/export/formats/formats.ts";
import type { Query, Store } from "../../../src/store/store.ts";
import { FERRY, NOON, QUAY, idWith, keep } from "../../archive/reports.ts";
import { scratchArchive } from "../../archive/scratch.ts";

/** A sentence nobody says: it must not be in an export without texts. */
export const SENTINEL = "The tide tables for the spring came on green paper this year.";

/** Characters of two units before the words, marks of every format in them, and ends of lines inside a quotation. */
export const HOSTILE = `🚢🚢 Ferry "back" <script>alert(1)</script>, \`=1+1\`

SALLOW, March 8, 2031 (Northwire) - =HYPERLINK("http://evil.example") Captain Ida "The Tab\t" Moor said on Friday that 🌊 waves, 'quotes' & <b>tags</b>; T1\tFake 0 5 were seen.

“We will sail =2+2 🚢 and
come back,\u2028to Mel & stay\u0085 there,” Moor told reporters.

==> fake-1.ann <==
# 1 "]}, mayor Rolf Tann said.

${SENTINEL}
`;

export const ADDRESSES = {
  ferry: 'https://post.example/ferry?a=1&b="2"',
  quay: "/in/=quay.txt",
  hostile: "https://post.example/hostile",
} as const;

export const WHY = '=heard the "tape",\n<b>twice</b>';

/** Which entry has which standing. */
export interface Sample {
  readonly store: Store;
  readonly confirmed: string;
  readonly corrected: string;
  readonly disputed: string;
  readonly retracted: string;
}

/** An archive of three reports with a decision of each kind. */
export async function sampleArchive(t: TestContext): Promise<Sample> {
  const store = await scratchArchive(t);
  await keep(store, { [ADDRESSES.ferry]: FERRY, [ADDRESSES.quay]: QUAY, [ADDRESSES.hostile]: HOSTILE });
  const mira = { name: "Mira Sand", reason: null, now: NOON };
  const reasoned = { ...mira, reason: WHY };
  const confirmed = await idWith(store, "not close it twice");
  const disputed = await idWith(store, "quay was safe");
  const retracted = await idWith(store, "my ferry");
  const corrected = await idWith(store, "would be closed for good");
  await confirm(store, [confirmed], mira);
  await dispute(store, [disputed], reasoned);
  await retract(store, [retracted], reasoned);
  await correct(store, corrected, { speaker: "=Teodor Brandsma", act: "threaten" }, reasoned);
  return { store, confirmed, corrected, disputed, retracted };
}

/** All that a format writes of what a query finds. */
export async function exportedAs(
  store: Store,
  format: ExportFormat | string,
  query: Query = {},
  options: ExportOptions = {},
): Promise<string> {
  const pieces: string[] = [];
  const named = typeof format === "string" ? formatNamed(format) : format;
  for await (const piece of exportAs(store, named, query, options)) pieces.push(piece);
  return pieces.join("");
}
