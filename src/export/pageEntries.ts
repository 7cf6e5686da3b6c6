import type { Resolved } from "../model/statement.ts";
import { whenWords, dateWords } from "./dateWords.ts";
import { count, range, text, title } from "./pageLines.ts";
import { shownOnOneLine, wrap } from "./terminal.ts";
import type { Paint, Piece } from "./terminal.ts";

// What a page still takes in at a glance; --json has everything.
const MOST_SILENCES = 40;
const MOST_ENTRIES = 24;
const MOST_WORDS = 300;

export const SILENCE_WORDS = {
  "detail-withheld": "a detail left open",
  "content-withheld": "content kept back by the channel",
  "message-absent": "a message that is missing",
  "act-absent": "an act that did not come",
  "topic-not-mentioned": "a topic not mentioned",
  "not-criticised": "somebody not criticised",
  "answer-not-given": "an answer not given",
} as const;

/** What was not said or not done, according to whom. */
export function silenceList({ document, silences }: Resolved, width: number, paint: Paint): string[] {
  const lines = silences.slice(0, MOST_SILENCES).map((silence) => {
    const facts: Piece[] = [
      { text: SILENCE_WORDS[silence.kind], styles: ["bold"] },
      ...about("", silence.who),
      ...about("about", silence.about),
      ...about("in", silence.scope),
      ...about("noticed by", silence.noticedBy),
      ...about("according to", silence.accordingTo),
      ...about("expected:", silence.expectation),
    ];
    return [
      ...entry(facts, width, paint),
      ...entry([{ text: `│ ${words(document.text, silence.span)}`, styles: ["content"] }], width, paint),
      ...entry([{ text: `${range(silence.span)} · ${silence.by}`, styles: ["dim"] }], width, paint),
    ];
  });
  return section(
    count(silences.length, "silence"),
    ": what was not said or done",
    lines,
    silences.length,
    width,
    paint,
  );
}

/** The occasions spoken at, with their days. */
export function occasionList({ occasions }: Resolved, width: number, paint: Paint): string[] {
  const lines = occasions
    .slice(0, MOST_ENTRIES)
    .map(({ name, span, when, status }) =>
      text(
        `${range(span)} ${shownOnOneLine(name)}${status ? ` (${status})` : ""}: ${whenWords(when)}`,
        width - 2,
        paint,
      ).map(indented),
    );
  return section(count(occasions.length, "occasion"), "", lines, occasions.length, width, paint);
}

/** The time expressions with their values. */
export function timeList({ document, times }: Resolved, width: number, paint: Paint): string[] {
  const lines = times.slice(0, MOST_ENTRIES).map(({ span, edtf, timex, basis, steps }) => {
    const value = edtf === null ? `${timex.value} (no date known)` : `${dateWords(edtf)} (${basis})`;
    const why = steps.length > 0 ? `: ${steps.at(-1)}` : "";
    return text(`${range(span)} “${words(document.text, span)}” ${value}${why}`, width - 2, paint).map(indented);
  });
  return section(count(times.length, "time expression"), "", lines, times.length, width, paint);
}

const BOUND_WORDS = { exactly: "", "at-least": "at least ", "at-most": "at most ", about: "about " } as const;

/** Counts the report passes on. */
export function countList({ counts }: Resolved, width: number, paint: Paint): string[] {
  const lines = counts.slice(0, MOST_ENTRIES).map(({ span, term, count: n, bound, of, by, over }) => {
    const who = by === null ? "" : `, ${by}`;
    const what = of === "term" ? `“${term}” ${BOUND_WORDS[bound]}${n}×` : `${BOUND_WORDS[bound]}${n} ${term}`;
    return text(`${range(span)} ${what}${who}${over === null ? "" : `, ${over}`}`, width - 2, paint).map(indented);
  });
  return section(count(counts.length, "reported count"), "", lines, counts.length, width, paint);
}

/** Offices given and taken, people seen or missed. */
export function appearanceList({ document, appearances }: Resolved, width: number, paint: Paint): string[] {
  const lines = appearances.slice(0, MOST_ENTRIES).map(({ span, kind, who, what }) => {
    const facts = [who, kind, what].filter((fact) => fact !== null).join(", ");
    return text(`${range(span)} ${facts}: “${words(document.text, span)}”`, width - 2, paint).map(indented);
  });
  const heading =
    appearances.length === 1 ? "1 appointment or appearance" : `${appearances.length} appointments and appearances`;
  return section(heading, "", lines, appearances.length, width, paint);
}

/** Who is named, and how often. */
export function peopleList({ people }: Resolved, width: number, paint: Paint): string[] {
  const lines = people
    .toSorted((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, MOST_ENTRIES)
    .map(({ name, kind, mentions, described }) => {
      const known = described.length > 0 ? `, ${described.slice(0, 3).join("; ")}` : "";
      return text(`${shownOnOneLine(name)}, ${kind}${known} (${mentions.length}×)`, width - 2, paint).map(indented);
    });
  const heading = people.length === 1 ? "1 name" : `${people.length.toLocaleString("en")} names`;
  return section(heading, "", lines, people.length, width, paint);
}

function section(
  bold: string,
  rest: string,
  lines: readonly (readonly string[])[],
  all: number,
  width: number,
  paint: Paint,
): string[] {
  if (lines.length === 0) return [];
  const more = all > lines.length ? [`  … and ${all - lines.length} more (--json lists them all)`] : [];
  return [...title(bold, rest, width, paint), ...lines.flat(), ...more];
}

function about(label: string, value: string | null): Piece[] {
  if (value === null) return [];
  return [
    { text: label === "" ? " · " : ` · ${label} `, styles: ["dim"] },
    { text: shownOnOneLine(value), styles: [] },
  ];
}

function entry(pieces: readonly Piece[], width: number, paint: Paint): string[] {
  return wrap(pieces, width - 2, paint).map(indented);
}

function indented(line: string): string {
  return `  ${line}`;
}

function words(article: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const shown = shownOnOneLine(article.slice(from, Math.min(to, from + MOST_WORDS)));
  return to - from > MOST_WORDS ? `${shown}…` : shown;
}
