import type { FileHandle } from "node:fs/promises";
import { UserError } from "../../model/errors.ts";

/** A file inside a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** Null where it is packed in another way than deflate. */
  readonly packed: boolean | null;
  /** Its size as it lies there, in bytes. */
  readonly size: number;
  /** Where its local head begins. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record and the longest comment behind it. */
const LONGEST_END = 22 + 65_535;
/** A list of entries beyond this is made to take memory. */
const LONGEST_LIST = 64 * 1024 * 1024;
const WHOLE_32 = 0xffffffff;

/** The entries of a zip file (APPNOTE 6.3, with its sizes of 64 bits, in one part). Throws UserError where it is none. */
export async function zipEntries(file: FileHandle, name: string): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new UserError(`${name} is no zip file, or its end is missing`);
  let [length, from] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (from === WHOLE_32 || length === WHOLE_32) {
    const locator = end - 20;
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_64) throw damaged(name);
    const large = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56);
    if (large.length < 56 || large.readUInt32LE(0) !== END_64) throw damaged(name);
    [length, from] = [Number(large.readBigUInt64LE(40)), Number(large.readBigUInt64LE(48))];
  }
  if (length > LONGEST_LIST || from + length > size) throw damaged(name);
  return entriesIn(await bytesAt(file, from, length), name);
}

function entriesIn(list: Buffer, name: string): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === CENTRAL;) {
    const nameLength = list.readUInt16LE(at + 28);
    const extra = at + 46 + nameLength;
    const next = extra + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
    if (next > list.length) throw damaged(name);
    const method = list.readUInt16LE(at + 10);
    const sealed = (list.readUInt16LE(at + 8) & 1) === 1;
    entries.push({
      name: list.toString("utf8", at + 46, extra),
      packed: sealed || (method !== 0 && method !== 8) ? null : method === 8,
      ...placeOf(list, at, extra, extra + list.readUInt16LE(at + 30)),
    });
    at = next;
  }
  return entries;
}

/** Size and place; those that do not fit in 32 bits stand in the extra field, in order, and only those. */
function placeOf(list: Buffer, at: number, extra: number, end: number): { size: number; at: number } {
  const plain = list.readUInt32LE(at + 24);
  let [size, place] = [list.readUInt32LE(at + 20), list.readUInt32LE(at + 42)];
  for (let field = extra; field + 4 <= end; field += 4 + list.readUInt16LE(field + 2)) {
    if (list.readUInt16LE(field) !== 1) continue;
    let value = field + 4 + (plain === WHOLE_32 ? 8 : 0);
    const last = Math.min(end, field + 4 + list.readUInt16LE(field + 2));
    if (size === WHOLE_32 && value + 8 <= last) {
      size = Number(list.readBigUInt64LE(value));
      value += 8;
    }
    if (place === WHOLE_32 && value + 8 <= last) place = Number(list.readBigUInt64LE(value));
  }
  return { size, at: place };
}

/** Where the bytes of an entry begin, behind its local head. Throws UserError. */
export async function beginningOf(file: FileHandle, { at, name }: ZipEntry): Promise<number> {
  const head = await bytesAt(file, at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw damaged(name);
  return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}

function damaged(name: string): UserError {
  return new UserError(`${name}: its zip file is damaged`);
}
