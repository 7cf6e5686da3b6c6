import { findDate } from "../../ingest/dates.ts";
import { MAX_BYTES } from "../../ingest/limits.ts";
import { linesOf } from "../../text/lines.ts";
import type { Incoming, Offer } from "../add.ts";
import type { DumpField, DumpOptions, SourceOptions } from "./source.ts";

/** What the fields are called where nobody says otherwise. */
const USUAL: Readonly<Record<DumpField, string>> = {
  text: "text",
  html: "html",
  title: "title",
  published: "published",
  outlet: "outlet",
  address: "url",
};

/** Names of fields that are told where none of those looked for is there. */
const MOST_NAMES = 12;

type Line = Readonly<Record<string, unknown>>;

/**
 * The reports of a dump: JSON lines, an object each. A report's bytes are those of its HTML or, where it has none, its title and
 * text with blank lines between the paragraphs, in UTF-8. Lines without words are passed over; what is no JSON is refused.
 */
export async function* dump(
  stream: AsyncIterable<Uint8Array>,
  { name, path }: { readonly name: string; readonly path: string | null },
  { options, dump: mapping }: SourceOptions,
): AsyncGenerator<Offer> {
  const parts = partsOf(mapping);
  let number = 0;
  let reports = 0;
  let seen: Line | null = null;
  for await (const line of linesOf(stream, MAX_BYTES)) {
    number++;
    const called = `${name}, line ${number}`;
    if (line === null) yield { name: called, reason: `${called} is longer than ${MAX_BYTES / 1024 ** 2} MB` };
    else if (line.trim() !== "") {
      const value = parsed(line);
      if (value === null) {
        yield { name: called, reason: `${called} is no JSON object` };
        continue;
      }
      seen ??= value;
      const report = reportIn(value, mapping, parts);
      if (report === null) {
        yield { name: called, passed: "line without words" };
        continue;
      }
      reports++;
      const { published, outlet } = report;
      yield {
        bytes: report.bytes,
        name: called,
        address: report.address,
        options: {
          ...options,
          ...(report.html ? { mediaType: "text/html" } : { mediaType: "text/plain" }),
          ...(published !== null && { published }),
          ...(outlet !== null && { outlet }),
        },
        circumstances: { dump: path ?? name, line: number },
        by: "dump",
      };
    }
  }
  if (reports === 0 && seen !== null) yield { name, reason: noField(name, seen, mapping) };
}

interface Report extends Pick<Incoming, "bytes" | "address"> {
  readonly html: boolean;
  readonly published: string | null;
  readonly outlet: string | null;
}

function reportIn(line: Line, { fields }: DumpOptions, parts: Parts): Report | null {
  const at = (field: DumpField): string | null => wordsAt(line, fields[field] ?? USUAL[field]);
  const html = at("html");
  const text = at("text");
  if (html === null && text === null) return null;
  const whole =
    html ?? [at("title")?.trim() ?? "", ...parts(text as string)].filter((part) => part !== "").join("\n\n");
  if (whole.trim() === "") return null;
  const published = at("published");
  return {
    bytes: Buffer.from(whole),
    html: html !== null,
    address: at("address"),
    outlet: at("outlet"),
    published: published === null ? null : dateIn(published),
  };
}

/** The words of a field, its name's dots leading into objects; null where there are none. */
function wordsAt(line: Line, name: string): string | null {
  let value: unknown = line[name];
  if (value === undefined && name.includes(".")) {
    value = line;
    for (const step of name.split(".")) value = Object(value) === value ? (value as Line)[step] : undefined;
  }
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) value = value.join("\n\n");
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

const EDTF = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/;

/** A date as EDTF. What is no date of one meaning is not used: nothing is guessed. */
function dateIn(words: string): string | null {
  const trimmed = words.trim();
  return EDTF.test(trimmed) ? trimmed : (findDate(trimmed.slice(0, 100))?.edtf ?? null);
}

type Parts = (text: string) => string[];

/** How a text falls into paragraphs. */
function partsOf({ paragraphs }: DumpOptions): Parts {
  if (paragraphs === undefined) return (text) => [text.trim()];
  const signs = new Set(paragraphs.replace(/\s+/g, ""));
  const between = new RegExp(
    paragraphs.trim().split(/\s+/).map(escaped).join("\\s+") + (/\s$/.test(paragraphs) ? "\\s" : ""),
    "g",
  );
  return (text) =>
    text
      .split(between)
      .map((part) => part.trim())
      // What is left between two that stand side by side.
      .filter((part) => [...part].some((sign) => !signs.has(sign) && sign.trim() !== ""));
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function parsed(line: string): Line | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}

function noField(name: string, line: Line, { fields }: DumpOptions): string {
  const wanted = [fields.text ?? USUAL.text, fields.html ?? USUAL.html].map((field) => `“${field}”`).join(" or ");
  const there = Object.keys(line).slice(0, MOST_NAMES).join(", ");
  return `${name} has no words in ${wanted}; its fields are ${there}: say which is which with --map text=NAME,title=NAME`;
}
