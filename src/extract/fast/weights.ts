import { readFileSync } from "node:fs";
import type { FieldShape, Weights } from "./crf.ts";

/**
 * A model file: one line of JSON (what it holds, in order), a line feed, then the 8-bit weights of each field,
 * transitions before emissions, then those of the judge.
 */
interface Header {
  readonly name: string;
  readonly judge: number;
  readonly fields: readonly {
    readonly name: string;
    readonly labels: number;
    readonly slots: number;
    readonly step: number;
  }[];
  /** Numbers that are no field's: biases and the like. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

export interface Model {
  /** With its version: `reader-fast-en-1`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Weights>;
  readonly judge: Int8Array;
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

export function writeModel(
  name: string,
  fields: readonly (readonly [FieldShape, Weights])[],
  judge: Int8Array,
  numbers: Header["numbers"],
): Buffer {
  const header: Header = {
    name,
    judge: judge.length,
    fields: fields.map(([shape, w]) => ({
      name: shape.name,
      labels: shape.labels.length,
      slots: shape.slots,
      step: w.step,
    })),
    numbers,
  };
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(header)}\n`)];
  for (const [, { transition, emission }] of fields)
    for (const values of [transition, emission]) {
      if (!(values instanceof Int8Array)) throw new TypeError("Only quantised weights can be written");
      parts.push(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    }
  parts.push(new Uint8Array(judge.buffer, judge.byteOffset, judge.byteLength));
  return Buffer.concat(parts);
}

/** Reads a model file. Throws when a field's shape is not the one the program was built for. */
export function readModel(file: URL, shapes: readonly FieldShape[]): Model {
  const bytes = readFileSync(file);
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString("utf8", 0, end)) as Header;
  const fields = new Map<string, Weights>();
  let at = end + 1;
  const take = (length: number): Int8Array => {
    const view = new Int8Array(bytes.buffer, bytes.byteOffset + at, length);
    at += length;
    return view;
  };
  header.fields.forEach((field, k) => {
    const shape = shapes[k];
    if (shape?.name !== field.name || shape.labels.length !== field.labels || shape.slots !== field.slots)
      throw new Error(
        `${file.pathname}: field ${field.name} (${field.labels} labels, ${field.slots} slots) is not what this version reads`,
      );
    const transition = take(field.labels * field.labels);
    fields.set(field.name, { transition, emission: take(field.labels * field.slots), step: field.step });
  });
  const judge = take(header.judge);
  if (at !== bytes.length) throw new Error(`${file.pathname}: ${bytes.length} bytes where ${at} were announced`);
  return { name: header.name, fields, judge, numbers: header.numbers };
}
