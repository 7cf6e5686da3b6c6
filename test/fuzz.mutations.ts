/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Mutation = (bytes: Buffer, random: Random) => Buffer;

const MARKS = [
  '"',
  "'",
  "“",
  "”",
  "‘",
  "’",
  "«",
  "»",
  "„",
  "''",
  "``",
  '""',
  "\u00a0",
  "\u200b",
  "\u202e",
  "\u0000",
  "\u001b[31m",
  "\ufeff",
  "\ud83d\ude00",
  "\n",
  "\r\n",
  "\n\n",
  "\t",
  "—",
  "…",
  " said",
  " he said, ",
  "Mr. ",
  " according to ",
  "(",
  "]",
  ":",
  ".",
  "?!",
  "北京",
  "на́",
  "é",
  "<",
  "</p>",
  "<div>",
  "<!--",
  "<script>",
  "&amp;",
  "&#x110000;",
  "&nbsp;",
  "<q>",
  "</body>",
  "<![CDATA[",
];

function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function spliced(bytes: Buffer, at: number, dropped: number, inserted: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + dropped)]);
}

function place(bytes: Buffer, random: Random): number {
  return whole(random, bytes.length + 1);
}

const MUTATIONS: readonly Mutation[] = [
  function flip(bytes, random) {
    const copy = Buffer.from(bytes);
    const at = whole(random, bytes.length);
    if (bytes.length > 0) copy[at] = (copy[at] as number) ^ (1 << whole(random, 8));
    return copy;
  },
  (bytes, random) => spliced(bytes, place(bytes, random), 0, Buffer.of(whole(random, 256))),
  (bytes, random) => spliced(bytes, place(bytes, random), 1 + whole(random, 40), Buffer.of()),
  function duplicate(bytes, random) {
    const from = place(bytes, random);
    return spliced(bytes, place(bytes, random), 0, bytes.subarray(from, from + whole(random, 400)));
  },
  function repeat(bytes, random) {
    const from = place(bytes, random);
    const piece = bytes.subarray(from, from + 1 + whole(random, 30));
    return spliced(bytes, from, 0, Buffer.concat(Array.from({ length: whole(random, 300) }, () => piece)));
  },
  function spliceMark(bytes, random) {
    return spliced(bytes, place(bytes, random), 0, Buffer.from(MARKS[whole(random, MARKS.length)] as string));
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  function otherEncoding(bytes, random) {
    const encoding = (["latin1", "utf16le", "utf8"] as const)[whole(random, 3)] as BufferEncoding;
    const swapped = Buffer.from(bytes.toString(random() < 0.5 ? "utf8" : "latin1"), encoding);
    return random() < 0.5 ? swapped : Buffer.concat([Buffer.of(0xff, 0xfe), swapped]);
  },
];

/** A copy of the bytes with one to eight mutations, the same for the same seed. */
export function mutated(bytes: Uint8Array, seed: number): Buffer {
  const random = randomFrom(seed);
  let copy = Buffer.from(bytes);
  for (let left = 1 + whole(random, 8); left > 0; left--)
    copy = Buffer.from((MUTATIONS[whole(random, MUTATIONS.length)] as Mutation)(copy, random));
  return copy;
}
