import { FILE_MARK, speakerIn, typeOf } from "../../export/formats/brat.ts";
import { NEW, type Returned, type ReturnedFile, type ReturnedPiece, type Told, exportedIn } from "./annotation.ts";

interface Bound {
  readonly where: string;
  readonly type: string;
  readonly pieces: readonly ReturnedPiece[];
}

/** One .ann file as its lines have it. */
interface Lines {
  readonly bound: Map<string, Bound>;
  readonly acts: Map<string, string>;
  readonly notes: Map<string, string>;
  readonly speakers: Map<string, string>;
  /** What a relation leads to, and whence. */
  readonly parts: Map<string, { readonly of: string; readonly relation: string }>;
  readonly left: Told[];
}

/** The annotations of an .ann file, or of several put into one stream by `export`. */
export function bratReturned(name: string, content: string): ReturnedFile {
  const annotations: Returned[] = [];
  const left: Told[] = [];
  let file = name;
  let lines: Lines = emptyLines();
  const end = (): void => {
    annotations.push(...annotationsOf(lines));
    left.push(...lines.left);
    lines = emptyLines();
  };
  for (const [i, raw] of content
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const line = raw.replace(/\r$/, "");
    const mark = FILE_MARK.exec(line);
    if (mark) {
      end();
      file = mark[1] as string;
    } else if (line.trim() !== "") readLine(line, `${file}, line ${i + 1}`, lines);
  }
  end();
  return { annotations, left };
}

function emptyLines(): Lines {
  return { bound: new Map(), acts: new Map(), notes: new Map(), speakers: new Map(), parts: new Map(), left: [] };
}

const PARTS = new Set(["SaidBy", "CuedBy"]);

function readLine(line: string, where: string, lines: Lines): void {
  const [id = "", middle = "", tail = ""] = splitTwice(line);
  const [type = "", target = "", value = ""] = middle.split(" ");
  switch (id.charAt(0)) {
    case "T": {
      const pieces = piecesIn(middle.slice(type.length + 1), tail);
      if (pieces === null) lines.left.push({ where, why: "this is no line of brat: its offsets can't be read" });
      else lines.bound.set(id, { where, type, pieces });
      return;
    }
    case "A":
      if (type === "Act" || type === "Silence") lines.acts.set(target, value);
      else if (type !== "Manner" && type !== "Denied") lines.left.push({ where, why: `there is no attribute ${type}` });
      return;
    case "#":
      if (type === "Hearsay") lines.notes.set(target, tail);
      else if (type === "AnnotatorNotes" && speakerIn(tail)) lines.speakers.set(target, tail);
      else lines.left.push({ where, why: "a note is not kept; a reason goes with a decision (--reason)" });
      return;
    case "R": {
      const [, of = ""] = /Arg1:(\S+)/.exec(middle) ?? [];
      const [, part = ""] = /Arg2:(\S+)/.exec(middle) ?? [];
      if (PARTS.has(type)) lines.parts.set(part, { of, relation: type });
      else lines.left.push({ where, why: `there is no relation ${type}` });
      return;
    }
    default:
      lines.left.push({ where, why: "this kind of line has no place in the archive" });
  }
}

/** At the first two tabs: the words of a text may have more of them. */
function splitTwice(line: string): string[] {
  const first = line.indexOf("\t");
  const second = first < 0 ? -1 : line.indexOf("\t", first + 1);
  if (first < 0) return [line];
  return second < 0
    ? [line.slice(0, first), line.slice(first + 1)]
    : [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1)];
}

/** `10 20;25 30` with the words of both, which a space joins. */
function piecesIn(offsets: string, words: string): ReturnedPiece[] | null {
  const pieces: ReturnedPiece[] = [];
  const characters = Array.from(words);
  let at = 0;
  for (const part of offsets.split(";")) {
    const [, from, to] = /^(\d{1,9}) (\d{1,9})$/.exec(part) ?? [];
    if (from === undefined || to === undefined || Number(to) <= Number(from)) return null;
    const length = Number(to) - Number(from);
    pieces.push({ from: Number(from), to: Number(to), words: characters.slice(at, at + length).join("") });
    at += length + 1;
  }
  return at - 1 === characters.length ? pieces : null;
}

function annotationsOf({ bound, acts, notes, speakers, parts, left }: Lines): Returned[] {
  const annotations: Returned[] = [];
  for (const [id, { where, type, pieces }] of bound) {
    const note = notes.get(id);
    if (note === undefined) {
      const part = parts.get(id);
      if (part === undefined || !notes.has(part.of)) left.push({ where, why: NEW });
      continue;
    }
    const fields = fieldsIn(note);
    const exported = fields && exportedIn(fields);
    if (!exported) {
      left.push({ where, why: "its note does not say any more which record it was and what stood there" });
      continue;
    }
    const kind = type.endsWith("Silence") ? "silence" : "statement";
    if (type !== typeOf({ standing: exported.exported.standing, kind }))
      left.push({ where, why: `a standing is no annotation: use hearsay confirm, dispute or retract ${exported.id}` });
    const speaker = speakerIn(speakers.get(id) ?? "");
    annotations.push({
      where,
      ...exported,
      pieces,
      fragmented: true,
      speaker: speaker?.name ?? null,
      speakerKind: speaker?.kind ?? null,
      act: acts.get(id) ?? null,
    });
    left.push(...movedParts(id, exported.id, fields, { bound, parts }));
  }
  return annotations;
}

function fieldsIn(note: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(note);
    return typeof value === "object" && value !== null ? (value as { readonly [key: string]: unknown }) : null;
  } catch {
    return null;
  }
}

const KEPT_PARTS = { SaidBy: ["source", "words that name the speaker"], CuedBy: ["cue", "cue"] } as const;

/** Moved words for the speaker or the cue: a correction has no place for them. */
function movedParts(
  id: string,
  record: string,
  fields: { readonly [key: string]: unknown },
  { bound, parts }: Pick<Lines, "bound" | "parts">,
): Told[] {
  const told: Told[] = [];
  const places = (fields["characters"] ?? {}) as { readonly [part: string]: unknown };
  for (const [part, { of, relation }] of parts) {
    const [field, what] = KEPT_PARTS[relation as keyof typeof KEPT_PARTS];
    const there = bound.get(part);
    if (of !== id || !there) continue;
    const first = there.pieces[0]?.from;
    const last = there.pieces.at(-1)?.to;
    if (JSON.stringify(places[field]) !== JSON.stringify([first, last]))
      told.push({
        where: there.where,
        why: `the ${what} of ${record} were moved; a correction sets the name, not these words`,
      });
  }
  return told;
}
