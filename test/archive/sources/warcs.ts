import { createHash } from "node:crypto";
import { crc32, deflateRawSync } from "node:zlib";

const CRLF = "\r\n";

/** A record of a web archive; its length is told rightly unless said otherwise. */
export function record(head: Readonly<Record<string, string | number>>, block: string | Uint8Array = ""): Buffer {
  const bytes = Buffer.from(block);
  const fields = { "Content-Length": bytes.length, ...head };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(["WARC/1.0", ...lines, "", ""].join(CRLF)), bytes, Buffer.from(CRLF + CRLF)]);
}

/** A response of a page, its body as it is given. */
export function response(
  uri: string,
  body: string | Uint8Array,
  {
    status = "200 OK",
    headers = {},
    head = {},
  }: {
    readonly status?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly head?: Readonly<Record<string, string | number>>;
  } = {},
): Buffer {
  const lines = Object.entries({ "Content-Type": "text/html", ...headers }).map(([name, value]) => `${name}: ${value}`);
  const http = Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...lines, "", ""].join(CRLF)), Buffer.from(body)]);
  return record({ "WARC-Type": "response", "WARC-Target-URI": uri, ...head }, http);
}

export function sha1(bytes: string): string {
  return `sha1:${createHash("sha1").update(bytes).digest("hex")}`;
}

/** A zip file with these files in it, packed with deflate or not at all. */
export function zip(
  files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly packed?: boolean }[],
): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, packed = false } of files) {
    const stored = packed ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(stored.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), stored]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
