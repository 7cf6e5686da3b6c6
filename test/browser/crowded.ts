import { Keeper } from "../../src/archive/archive.ts";
import { prepare } from "../../src/archive/prepare.ts";
import { capture } from "../../src/ingest/ingest.ts";
import type { Store } from "../../src/store/store.ts";

const WHO = ["Ada Novak", "Bo Lindgren", "Cato Ferreira", "Dina Okafor", "Emre Kaya"];
const WHAT = [
  "the ferry would run again",
  "nobody had asked the harbour",
  "the quay was safe",
  "the money had been paid",
];

/** One report with more than three hundred statements. */
export async function crowded(store: Store): Promise<void> {
  const sentences = Array.from({ length: 320 }, (_, i) => {
    const what = `${WHAT[i % WHAT.length]} in year ${1700 + i}`;
    return `${WHO[i % WHO.length]} said that ${what}.`;
  });
  const paragraphs = Array.from({ length: 80 }, (_, i) => sentences.slice(4 * i, 4 * i + 4).join(" "));
  const bytes = Buffer.from(`Council hears everybody\n\n${paragraphs.join("\n\n")}\n`);
  const given = { outlet: "The Crowded Page" };
  const prepared = prepare(capture(bytes, "crowded.txt"), { ...given, reader: "fast" }, "hearsay-0.1.0-fast");
  const keeper = new Keeper(store, () => "2026-03-01T07:00:00.000Z");
  await keeper.keep([
    { prepared, bytes, address: "https://news.example/crowded", given, circumstances: {}, by: "file" },
  ]);
}
