import { AsyncIterReader, StatusAndHeadersParser } from "warcio";
import { MAX_BYTES } from "../../ingest/limits.ts";
import type { Json } from "../../model/ledger.ts";
import { unpacked } from "./content.ts";
import { altered } from "./digest.ts";
import type { WebRecord } from "./warcRecords.ts";

interface Taken {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly mediaType: string;
  readonly headers: { readonly [key: string]: Json } | null;
}

/** What to read of a record, what kind of record it is where it holds no report, or what is wrong with it. */
export async function taking(record: WebRecord): Promise<Taken | { readonly passed: string } | string> {
  const { head, block } = record;
  const type = head.get("WARC-Type")?.toLowerCase() ?? "";
  const address = addressIn(head.get("WARC-Target-URI") ?? "");
  if (type === "revisit") return { passed: "revisit record: the same as one before" };
  if (type !== "response" && type !== "resource" && type !== "conversion")
    return { passed: type === "" ? "record of no kind" : `${type} record` };
  if (address === null) return { passed: `${type} record without an address of the web` };
  if (head.get("WARC-Segment-Number")) return { passed: "record in segments" };
  if (block === null) return `is larger than ${MAX_BYTES / 1024 ** 2} MB`;
  if (altered(block, head.get("WARC-Block-Digest"))) return "is not what it was when it was stored: its digest differs";
  if (type !== "response") {
    const mediaType = mediaTypeOf(head.get("Content-Type"));
    const found = readable(mediaType, block);
    return found === null
      ? { passed: `${type} of type ${mediaType || "unknown"}` }
      : { bytes: block, address, mediaType: found, headers: null };
  }
  return response(block, address, head.get("WARC-Truncated") ?? null);
}

async function response(
  block: Uint8Array,
  address: string,
  truncated: string | null,
): Promise<ReturnType<typeof taking>> {
  const reader = new AsyncIterReader([block], null);
  const http = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  if (!http || !/^HTTP\//i.test(http.statusline)) return { passed: "response that is not of HTTP" };
  const headers = http.headers as Headers;
  const status = Number(http.statusCode);
  if (status !== 200) return { passed: `response with status ${http.statusCode}` };
  const mediaType = mediaTypeOf(headers.get("Content-Type"));
  // Images and scripts need not be unpacked to be passed over.
  if (readable(mediaType, null) === null) return { passed: `response of type ${mediaType}` };
  if (truncated !== null) return `was cut off when it was fetched (${truncated})`;
  const body = await bodyOf(reader, headers);
  if (typeof body === "string") return body;
  if (body.length === 0) return { passed: "response without a body" };
  const found = readable(mediaType, body);
  if (found === null) return { passed: `response of type ${mediaType || "unknown"}` };
  return { bytes: body, address, mediaType: found, headers: headersKept(headers) };
}

async function bodyOf(reader: AsyncIterReader, headers: Headers): Promise<Uint8Array | string> {
  const transfer = headers.get("Transfer-Encoding")?.toLowerCase() ?? "";
  const chunked = transfer.includes("chunked");
  const whole = await (chunked ? new AsyncIterReader(reader, null, true) : reader).readFully();
  const coding = headers.get("Content-Encoding") ?? (chunked ? "" : transfer);
  try {
    return unpacked(whole, coding) ?? `is packed as “${coding}”, which is not read`;
  } catch (error) {
    return `can’t be unpacked (${(error as Error).message})`;
  }
}

function addressIn(uri: string): string | null {
  // wget puts it in angle brackets; some writers leave spaces in it.
  const named = uri.replace(/^<(.*)>$/, "$1").trim();
  const url = /^https?:/i.test(named) ? URL.parse(named) : null;
  if (!url) return null;
  url.hash = "";
  return url.href;
}

function mediaTypeOf(header: string | null | undefined): string {
  return header?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

const READ_AS: Readonly<Record<string, string>> = {
  "text/html": "text/html",
  "application/xhtml+xml": "text/html",
  "text/plain": "text/plain",
  "application/pdf": "application/pdf",
};

/** What to read it as; null where it is no report. Where the server did not say, the bytes may be a page. */
function readable(mediaType: string, body: Uint8Array | null): string | null {
  if (mediaType !== "" && mediaType !== "application/octet-stream") return READ_AS[mediaType] ?? null;
  if (body === null) return "text/html";
  return /^(?:\ufeff|\s)*<(?:!doctype html|html)\b/i.test(Buffer.from(body.subarray(0, 500)).toString())
    ? "text/html"
    : null;
}

const KEPT = ["content-type", "date", "last-modified", "etag", "server"];
const LONGEST_HEADER = 500;

function headersKept(headers: Headers): { [key: string]: Json } {
  const kept: { [key: string]: Json } = {};
  for (const name of KEPT) {
    const value = headers.get(name);
    if (value !== null && value.length <= LONGEST_HEADER) kept[name] = value;
  }
  return kept;
}
