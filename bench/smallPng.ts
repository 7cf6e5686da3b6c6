import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLOURS = 256;

/**
 * A screenshot with its 256 commonest colours and those near them: a third of the size, and hardly to be told from the original
 * where it shows text on a ground. Takes PNGs of 8 bits without interlacing, as browsers make them; throws for others.
 */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, bytesEach, rows } = decoded(Buffer.from(png));
  const colours = new Map<number, number>();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const at = i * bytesEach;
    const colour = ((rows[at] as number) << 16) | ((rows[at + 1] as number) << 8) | (rows[at + 2] as number);
    pixels[i] = colour;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const palette = Array.from(colours)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
  const index = new Map(palette.map((colour, i) => [colour, i]));
  const nearest = (colour: number): number => {
    const known = index.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    for (let i = 1; i < palette.length; i++)
      if (distance(palette[i] as number, colour) < distance(palette[best] as number, colour)) best = i;
    index.set(colour, best);
    return best;
  };
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = nearest(pixels[y * width + x] as number);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return red * red + green * green + blue * blue;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The pixels of a PNG, row by row without filters. */
function decoded(png: Buffer): { width: number; height: number; bytesEach: number; rows: Buffer } {
  let [width, height, bytesEach] = [0, 0, 0];
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      bytesEach = body[9] === 6 ? 4 : 3;
      if (body[8] !== 8 || (body[9] !== 2 && body[9] !== 6) || body[12] !== 0)
        throw new Error("not a PNG of this kind");
    } else if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  const filtered = inflateSync(Buffer.concat(data));
  const stride = width * bytesEach;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)] as number;
    for (let x = 0; x < stride; x++) {
      const left = x < bytesEach ? 0 : (rows[y * stride + x - bytesEach] as number);
      const up = y === 0 ? 0 : (rows[(y - 1) * stride + x] as number);
      const corner = x < bytesEach || y === 0 ? 0 : (rows[(y - 1) * stride + x - bytesEach] as number);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number;
      rows[y * stride + x] = (filtered[y * (stride + 1) + 1 + x] as number) + predicted;
    }
  }
  return { width, height, bytesEach, rows };
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
