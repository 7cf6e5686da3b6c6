import type { PackOffice, PackPerson } from "../model/pack.ts";
import { dateWords } from "./dateWords.ts";
import { count, text, title } from "./pageLines.ts";
import { type ListedRecord, recordLines } from "./recordLines.ts";
import { type Paint, shownOnOneLine } from "./terminal.ts";

/** How many records have a value. */
export interface Counted {
  readonly value: string;
  readonly n: number;
}

/** What there is to tell of somebody who speaks. */
export interface Person {
  readonly name: string;
  /** Names that people filed with this one. */
  readonly filed: readonly string[];
  /** The same name in other spellings that stand in the archive and are not filed with it. */
  readonly likewise: readonly Counted[];
  readonly pack: PackPerson | null;
  readonly statements: number;
  readonly silences: number;
  readonly standings: readonly Counted[];
  readonly acts: readonly Counted[];
  readonly channels: readonly Counted[];
  readonly outlets: readonly Counted[];
  /** Statements by the month in which they were said, the first month first; those known by year alone under their year. */
  readonly months: readonly Counted[];
  readonly undated: number;
  readonly latest: readonly ListedRecord[];
}

const LONGEST_BAR = 40;

/** A speaker on a page: offices and other names, statements by act and by month, channels, the latest. Ends with a newline. */
export function toPersonPage(person: Person, width: number, paint: Paint): string {
  const sections = [
    [...title(shownOnOneLine(person.name), "", width, paint), ...names(person, width, paint)],
    offices(person.pack, width, paint),
    [
      ...title(count(person.statements, "statement"), `, ${count(person.silences, "silence")}`, width, paint),
      ...counted("standing", person.standings, width, paint),
      ...counted("acts", person.acts, width, paint),
      ...counted("through", person.channels, width, paint),
      ...counted("in", person.outlets, width, paint),
    ],
    months(person, width, paint),
    person.latest.length === 0
      ? []
      : [
          ...title("Latest in the archive", "", width, paint),
          ...person.latest.flatMap((record) => [...recordLines(record, width, paint), ""]),
        ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n").trimEnd())
    .join("\n\n")}\n`;
}

function names({ filed, likewise, pack, name }: Person, width: number, paint: Paint): string[] {
  const lines: string[] = [];
  if (filed.length > 0) lines.push(`filed with it: ${filed.join(", ")}`);
  if (pack) {
    if (pack.aliases.length > 0) lines.push(`also written: ${pack.aliases.join(", ")}`);
    if (pack.kin.length > 0) lines.push(pack.kin.map(({ relation, of }) => `${relation} of ${of}`).join(", "));
  }
  for (const { value, n } of likewise)
    lines.push(
      `“${value}” has ${count(n, "record")} of its own; one person? hearsay merge "${value}" --into "${name}"`,
    );
  return lines.flatMap((line) => text(line, width, paint));
}

function offices(pack: PackPerson | null, width: number, paint: Paint): string[] {
  if (!pack || pack.offices.length === 0) return [];
  return [
    ...title("Offices", ", as the packs have them", width, paint),
    ...pack.offices.flatMap((office) => text(officeWords(office), width - 2, paint)).map((line) => `  ${line}`),
  ];
}

function officeWords({ title: office, of, from, to }: PackOffice): string {
  const what = of === "" ? office : `${office}, ${of}`;
  if (from === null && to === null) return what;
  if (from === null) return `${what}: until ${dayAlone(to as string)}`;
  return `${what}: ${dayAlone(from)} to ${to === null ? "now, or an end not known" : dayAlone(to)}`;
}

/** A date of long ago without its weekday. */
function dayAlone(edtf: string): string {
  return dateWords(edtf).replace(/^\w+day /, "");
}

function counted(label: string, values: readonly Counted[], width: number, paint: Paint): string[] {
  if (values.length === 0) return [];
  const words = values.map(({ value, n }) => `${value} ${n.toLocaleString("en")}`).join(" · ");
  return text(`${label}: ${words}`, width - 2, paint).map((line) => `  ${line}`);
}

function months({ months: all, undated }: Person, width: number, paint: Paint): string[] {
  if (all.length === 0 && undated === 0) return [];
  const most = Math.max(1, ...all.map(({ n }) => n));
  const columns = String(most).length;
  const longest = Math.max(1, Math.min(LONGEST_BAR, width - 12 - columns));
  const lines = all.map(({ value, n }) => {
    const bar = "█".repeat(Math.max(1, Math.round((n / most) * longest)));
    return `  ${value.padEnd(7)} ${String(n).padStart(columns)} ${paint(bar, "content")}`;
  });
  if (undated > 0) lines.push(`  on days not known: ${undated}`);
  return [...title("By month said", "", width, paint), ...lines];
}
