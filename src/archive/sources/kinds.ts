import { type ZlibOptions, constants, gunzipSync } from "node:zlib";

/** What a file may be: one report, reports as JSON lines, a web archive (also of the old kind), a web archive in a zip file. */
export type FileKind = "report" | "dump" | "warc" | "arc" | "wacz";

const BY_NAME: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(?:ndjson|jsonl)$/i, "dump"],
  [/\.warc$/i, "warc"],
  [/\.arc$/i, "arc"],
  [/\.wacz$/i, "wacz"],
];

/** Files of a folder that may be reports or hold some, by their names; others are passed over. */
const WANTED = /\.(?:txt|text|htm|html|xhtml|shtml|php|asp|aspx|pdf|ndjson|jsonl|warc|arc|wacz)(?:\.gz)?$/i;

/** Bytes needed to tell. */
export const HEAD = 4_096;

/** A file's name without what packs it. */
export function unpackedName(name: string): string {
  return name.replace(/\.gz$/i, "");
}

export function isWanted(name: string): boolean {
  return WANTED.test(name);
}

/** The ending of a name, for people; "no ending" where it has none. */
export function endingOf(name: string): string {
  return /\.[\p{L}\p{N}_-]{1,10}(?:\.gz)?$/iu.exec(name)?.[0].toLowerCase() ?? "no ending";
}

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** What a file is: by its name, else by its first bytes. */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const [, named] = BY_NAME.find(([ending]) => ending.test(unpackedName(name))) ?? [];
  if (named) return named;
  const start = textOf(isGzip(head) ? beginning(head) : head);
  if (start.startsWith("WARC/")) return "warc";
  if (start.startsWith("filedesc://")) return "arc";
  return "report";
}

/** Whether it looks like JSON lines: the first line is an object, or is longer than what is seen of it. */
export function looksLikeDump(head: Uint8Array): boolean {
  const start = textOf(isGzip(head) ? beginning(head) : head).trimStart();
  if (!/^\{\s*"/.test(start)) return false;
  const end = start.indexOf("\n");
  if (end < 0) return true;
  try {
    JSON.parse(start.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
}

/** The first bytes of what is packed. */
function beginning(head: Uint8Array): Uint8Array {
  // What is seen of the packed bytes ends early: that is no fault.
  const options: ZlibOptions = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 };
  try {
    return gunzipSync(head, options);
  } catch {
    return new Uint8Array();
  }
}
