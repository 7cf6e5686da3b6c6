import type { SourceMap } from "../model/document.ts";
import type { Span } from "../model/span.ts";

const FIRST_RUNS = 64;

/** Collects the runs of a source map in reading order. Neighbouring runs of one kind become one. */
export class SourceMapBuilder {
  #text = new Uint32Array(FIRST_RUNS);
  #from = new Uint32Array(FIRST_RUNS);
  #to = new Uint32Array(FIRST_RUNS);
  #unit = new Uint8Array(FIRST_RUNS);
  #runs = 0;
  #length = 0;

  /** UTF-16 units added so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Adds `units` UTF-16 units that stand for the raw stretch [from, to). With `each` > 0 every unit has that many
   * raw places of its own, with 0 the stretch cannot be divided. Neighbours may share a stretch, but none goes back:
   * throws a RangeError when one starts or ends before the last, is empty or has the wrong size.
   */
  add(units: number, from: number, to: number, each: number): void {
    const last = this.#runs - 1;
    const before = last < 0 ? 0 : (this.#to[last] as number);
    const goesBack = last >= 0 && (from < (this.#from[last] as number) || to < before);
    if (units <= 0 || to <= from || goesBack || (each > 0 && to - from !== units * each))
      throw new RangeError(`Not a run: ${units} units for [${from}, ${to}), ${each} each, after ${before}`);
    if (last >= 0 && each > 0 && this.#unit[last] === each && before === from) {
      this.#to[last] = to;
    } else {
      if (this.#runs === this.#from.length) this.#grow();
      this.#text[this.#runs] = this.#length;
      this.#from[this.#runs] = from;
      this.#to[this.#runs] = to;
      this.#unit[this.#runs] = each;
      this.#runs++;
    }
    this.#length += units;
  }

  /** Adds units to the last run, which must be indivisible: one mark in the source that gives several characters. */
  widenLast(units: number): void {
    if (this.#runs === 0 || this.#unit[this.#runs - 1] !== 0)
      throw new RangeError("Only an indivisible run can be widened");
    this.#length += units;
  }

  finish(): SourceMap {
    const text = new Uint32Array(this.#runs + 1);
    text.set(this.#text.subarray(0, this.#runs));
    text[this.#runs] = this.#length;
    return {
      text,
      from: this.#from.slice(0, this.#runs),
      to: this.#to.slice(0, this.#runs),
      unit: this.#unit.slice(0, this.#runs),
    };
  }

  #grow(): void {
    const larger = this.#from.length * 2;
    const enlarge = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const grown = new Uint32Array(larger);
      grown.set(old);
      return grown;
    };
    this.#text = enlarge(this.#text);
    this.#from = enlarge(this.#from);
    this.#to = enlarge(this.#to);
    const unit = new Uint8Array(larger);
    unit.set(this.#unit);
    this.#unit = unit;
  }
}

/** The length of the text a map belongs to, in UTF-16 units. */
export function mappedLength(map: SourceMap): number {
  return map.text[map.from.length] as number;
}

/** The first index in [0, length) for which `reached` holds, or `length`; `reached` must stay true once it is. */
function firstWhere(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The run that unit `offset` of the text lies in. */
function runAt(map: SourceMap, offset: number): number {
  return firstWhere(map.from.length, (run) => (map.text[run + 1] as number) > offset);
}

/**
 * The half-open range of bytes a span of text was read from. What cannot be divided is taken whole. An empty span
 * gives an empty range, where the next character starts. Throws a RangeError for a span outside the text.
 */
export function rawSpan(map: SourceMap, { from, to }: Span): Span {
  const length = mappedLength(map);
  if (from < 0 || to < from || to > length)
    throw new RangeError(`Span [${from}, ${to}) lies outside a text of length ${length}`);
  if (from === to) {
    const at = from < length ? rawStart(map, from) : length > 0 ? rawEnd(map, length) : 0;
    return { from: at, to: at };
  }
  return { from: rawStart(map, from), to: rawEnd(map, to) };
}

function rawStart(map: SourceMap, offset: number): number {
  const run = runAt(map, offset);
  return (map.from[run] as number) + (offset - (map.text[run] as number)) * (map.unit[run] as number);
}

/** Where the bytes of the unit before `offset` end. */
function rawEnd(map: SourceMap, offset: number): number {
  const run = runAt(map, offset - 1);
  const each = map.unit[run] as number;
  if (each === 0) return map.to[run] as number;
  return (map.from[run] as number) + (offset - (map.text[run] as number)) * each;
}

/**
 * The smallest span of text that holds every character read from a byte of [fromByte, toByte): the way back.
 * Bytes that gave no text (markup, a byte order mark) give an empty span where the next text starts.
 */
export function textSpan(map: SourceMap, fromByte: number, toByte: number): Span {
  if (fromByte < 0 || toByte < fromByte) throw new RangeError(`Not a range of bytes: [${fromByte}, ${toByte})`);
  const runs = map.from.length;
  const first = firstWhere(runs, (run) => (map.to[run] as number) > fromByte);
  if (first === runs) return { from: mappedLength(map), to: mappedLength(map) };
  const from = unitHolding(map, first, fromByte, Math.floor);
  const after = firstWhere(runs, (run) => (map.from[run] as number) >= toByte);
  if (after <= first) return { from, to: from };
  return { from, to: Math.max(from, unitHolding(map, after - 1, toByte, Math.ceil)) };
}

/** The text offset in `run` of a raw place; `round` says which side to take inside a character. */
function unitHolding(map: SourceMap, run: number, at: number, round: (units: number) => number): number {
  const from = map.from[run] as number;
  const start = map.text[run] as number;
  const end = map.text[run + 1] as number;
  if (at <= from) return start;
  if (at >= (map.to[run] as number)) return end;
  const each = map.unit[run] as number;
  if (each === 0) return round === Math.floor ? start : end;
  return start + round((at - from) / each);
}

/**
 * Joins two maps: `outer` leads from a text to places in a middle text, `inner` from the middle text to bytes; the
 * result leads from the first text to bytes. Runs of `outer` must be indivisible or one to one (RangeError if not).
 */
export function compose(outer: SourceMap, inner: SourceMap): SourceMap {
  const builder = new SourceMapBuilder();
  let inside = 0;
  for (let run = 0; run < outer.from.length; run++) {
    let from = outer.from[run] as number;
    const to = outer.to[run] as number;
    const each = outer.unit[run] as number;
    if (each > 1) throw new RangeError(`Run ${run} has ${each} places for a unit: only 0 and 1 can be joined`);
    if (each === 0) {
      const bytes = rawSpan(inner, { from, to });
      builder.add((outer.text[run + 1] as number) - (outer.text[run] as number), bytes.from, bytes.to, 0);
      continue;
    }
    while (from < to) {
      while ((inner.text[inside + 1] as number) <= from) inside++;
      const until = Math.min(to, inner.text[inside + 1] as number);
      const bytes = rawSpan(inner, { from, to: until });
      builder.add(until - from, bytes.from, bytes.to, inner.unit[inside] as number);
      from = until;
    }
  }
  return builder.finish();
}
