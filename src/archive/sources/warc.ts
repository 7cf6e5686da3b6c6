import type { Json } from "../../model/ledger.ts";
import type { Offer } from "../add.ts";
import type { SourceOptions } from "./source.ts";
import { records } from "./warcRecords.ts";
import { taking } from "./webRecord.ts";

/**
 * The reports of a web archive: its responses and resources that are pages, texts or PDFs. All other records are passed over, by
 * kind. Records that break off, were altered or can't be unpacked are refused. `stream` is not packed.
 */
export async function* warc(
  stream: AsyncIterable<Uint8Array>,
  { name, path }: { readonly name: string; readonly path: string | null },
  { options }: SourceOptions,
): AsyncGenerator<Offer> {
  for await (const record of records(stream, name)) {
    if ("reason" in record) {
      yield record;
      continue;
    }
    const taken = await taking(record);
    if (typeof taken === "string") yield { name: record.name, reason: `${record.name} ${taken}` };
    else if ("passed" in taken) yield { name: record.name, ...taken };
    else {
      const id = record.head.get("WARC-Record-ID");
      const date = record.head.get("WARC-Date");
      const circumstances: { [key: string]: Json } = {
        warc: path ?? name,
        ...(id !== null && id !== undefined && { record: id }),
        ...(date !== null && date !== undefined && { fetched: date }),
        ...(taken.headers && { headers: taken.headers }),
      };
      const { bytes, address, mediaType } = taken;
      yield { bytes, name: record.name, address, options: { ...options, mediaType }, circumstances, by: "warc" };
    }
  }
}
