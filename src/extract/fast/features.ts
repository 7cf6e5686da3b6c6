import type { Features } from "./crf.ts";

/** Collects the hashed features of a sequence, position after position. */
export class FeatureList implements Features {
  length = 0;
  slots = new Uint32Array(4096);
  start = new Uint32Array(64);
  #used = 0;
  readonly #mask: number;

  /** `slots` is the number of feature slots, a power of two. */
  constructor(slots: number) {
    if (slots < 2 || (slots & (slots - 1)) !== 0) throw new RangeError(`Not a power of two: ${slots} slots`);
    this.#mask = slots - 1;
  }

  /** Forgets all positions; the memory is kept. */
  clear(): void {
    this.length = 0;
    this.#used = 0;
  }

  /** Begins the next position. */
  next(): void {
    this.length++;
    if (this.length >= this.start.length) this.start = grown(this.start);
    this.start[this.length] = this.#used;
  }

  /** Adds a feature to the position begun last: the template's number and up to three values. */
  add(template: number, a: number, b = 0, c = 0): void {
    let h = Math.imul(template + 0x9e3779b9, 0x85ebca6b) ^ a;
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ b;
    h = Math.imul(h ^ (h >>> 13), 0x297a2d39) ^ c;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h ^= h >>> 13;
    if (this.#used === this.slots.length) this.slots = grown(this.slots);
    this.slots[this.#used++] = h & this.#mask;
    this.start[this.length] = this.#used;
  }

  /** A copy of its own, for keeping. */
  copy(): Features {
    return { length: this.length, slots: this.slots.slice(0, this.#used), start: this.start.slice(0, this.length + 1) };
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}
