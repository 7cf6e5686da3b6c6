import type { Json } from "../../model/ledger.ts";
import type { Incoming, Offer } from "../add.ts";
import type { Fetched } from "../fetch/fetchReport.ts";
import type { Task } from "../pool.ts";
import type { SourceOptions } from "./source.ts";

/** Types that say how bytes are to be read; for others the bytes tell. */
const READ_AS: Readonly<Record<string, string>> = {
  "text/html": "text/html",
  "application/xhtml+xml": "text/html",
  "text/plain": "text/plain",
};

/** A report from where `asked` led to. */
export function offerFetched(asked: string, fetched: Fetched, { options }: Pick<SourceOptions, "options">): Offer {
  const { bytes } = fetched;
  if (bytes === null) return { name: asked, passed: "address that has not changed" };
  return reportFetched(asked, fetched, bytes, options);
}

/** A report from where `asked` led to, with what is to be known of its way. */
export function reportFetched(
  asked: string,
  { address, trail, mediaType, headers }: Fetched,
  bytes: Uint8Array,
  options: Task["options"],
): Incoming {
  const readAs = mediaType === null ? undefined : READ_AS[mediaType];
  const circumstances: { [key: string]: Json } = {
    headers,
    ...(address !== asked && { asked }),
    ...(trail.length > 0 && { trail: trail.map((step) => ({ ...step })) }),
  };
  return {
    bytes,
    name: asked,
    address,
    // What the call says of the type goes before what the server says.
    options: { ...(readAs !== undefined && { mediaType: readAs }), ...options },
    circumstances,
    by: "fetch",
  };
}
