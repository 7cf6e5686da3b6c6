import type {
  During,
  Pack,
  PackChannel,
  PackDay,
  PackEra,
  PackOccasion,
  PackOffice,
  PackOrganisation,
  PackPerson,
  PackState,
  PackTermFamily,
  PackVerb,
} from "../model/pack.ts";
import { ACTS, STRENGTHS } from "../model/statement.ts";
import { type Row, rowsOf } from "./rows.ts";
import { daysInMonth } from "../model/daysInMonth.ts";

/** The tables a pack may have, each with its columns in order. `docs/packs.md` explains them. */
export const TABLES = {
  people: ["name", "aliases", "gender"],
  offices: ["person", "title", "of", "from", "to"],
  kin: ["person", "relation", "of"],
  organisations: ["name", "aliases", "of"],
  channels: ["name", "aliases", "controlled by"],
  states: ["name", "capital", "demonyms", "seats", "aliases"],
  occasions: ["name", "aliases", "of", "dates"],
  days: ["name", "aliases", "on"],
  eras: ["name", "first"],
  terms: ["name", "terms"],
  verbs: ["verb", "act", "strength"],
} as const satisfies Record<string, readonly string[]>;
export type TableName = keyof typeof TABLES;

/** A file of a pack: what it holds, and how errors call it. */
export interface TableFile {
  readonly file: string;
  readonly content: string;
}

/** What the tables of one pack say; a table that is not there is empty. Throws UserError naming file, line and field. */
export function readTables(files: Readonly<Partial<Record<TableName, TableFile>>>): Omit<Pack, "name" | "description"> {
  const rows = (table: TableName): Row[] => {
    const found = files[table];
    return found ? rowsOf(found.file, found.content, TABLES[table]) : [];
  };
  return {
    people: peopleOf(rows("people"), rows("offices"), rows("kin")),
    organisations: named(rows("organisations")).map(([name, aliases, row]): PackOrganisation => {
      return { name, aliases, of: row.text("of") };
    }),
    channels: named(rows("channels")).map(([name, aliases, row]): PackChannel => {
      return { name, aliases, controlledBy: row.text("controlled by") };
    }),
    states: named(rows("states")).map(([name, aliases, row]): PackState => {
      return { name, aliases, capital: row.text("capital"), seats: row.list("seats"), demonyms: row.list("demonyms") };
    }),
    occasions: named(rows("occasions")).map(([name, aliases, row]): PackOccasion => {
      return { name, aliases, of: row.text("of"), dates: row.list("dates").map((dates) => datesOf(dates, row)) };
    }),
    days: named(rows("days")).map(([name, aliases, row]): PackDay => ({ name, aliases, on: dayOf(row) })),
    eras: rows("eras").map((row): PackEra => {
      const first = row.needed("first");
      if (!/^\d{1,4}$/.test(first)) throw row.wrong("first", `"${first}" is no year`);
      return { name: row.needed("name"), first: Number(first) };
    }),
    terms: rows("terms").map((row): PackTermFamily => {
      row.needed("terms");
      return { name: row.needed("name"), terms: row.list("terms") };
    }),
    verbs: rows("verbs").map(verbOf),
  };
}

/** The name and aliases of each row, every name given once in its table. */
function named(rows: readonly Row[]): [name: string, aliases: string[], row: Row][] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const name = row.needed("name");
    if (seen.has(name)) throw row.wrong("name", `"${name}" stands in this table twice`);
    seen.add(name);
    return [name, row.list("aliases").filter((alias) => alias !== name), row];
  });
}

function peopleOf(people: readonly Row[], offices: readonly Row[], kin: readonly Row[]): PackPerson[] {
  const rows = named(people);
  const held = new Map<string, PackOffice[]>(rows.map(([name]) => [name, []]));
  const related = new Map<string, { relation: string; of: string }[]>(rows.map(([name]) => [name, []]));
  const of = <T>(map: ReadonlyMap<string, T[]>, row: Row): T[] => {
    const person = row.needed("person");
    const list = map.get(person);
    if (!list) throw row.wrong("person", `"${person}" stands in no line of people.tsv of this pack`);
    return list;
  };
  for (const row of offices)
    of(held, row).push({ title: row.needed("title"), of: row.text("of"), ...during(row, "from", "to") });
  for (const row of kin) of(related, row).push({ relation: row.needed("relation"), of: row.needed("of") });
  return rows.map(([name, aliases, row]) => {
    const gender = row.text("gender");
    if (gender !== "" && gender !== "f" && gender !== "m")
      throw row.wrong("gender", `"${gender}" is neither f nor m; leave it empty where it is not known`);
    return {
      name,
      aliases,
      gender: gender === "" ? null : gender,
      offices: held.get(name) ?? [],
      kin: related.get(name) ?? [],
    };
  });
}

function verbOf(row: Row): PackVerb {
  const act = row.needed("act");
  if (act !== "-" && !(ACTS as readonly string[]).includes(act))
    throw row.wrong(
      "act",
      `"${act}" is no act; write one of ${ACTS.join(", ")}, or - for a verb that does none by itself`,
    );
  const strength = STRENGTHS.find((s) => s === row.text("strength"));
  if (!strength) throw row.wrong("strength", `"${row.text("strength")}" is none of ${STRENGTHS.join(", ")}`);
  return { verb: row.needed("verb"), act: act === "-" ? "" : act, strength };
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

function during(row: Row, from: string, to: string): During {
  const [first, last] = [dateOf(row.text(from), row, from), dateOf(row.text(to), row, to)];
  // A year ends with its last day, so that 2016 to 2016-05 is one too.
  if (first !== null && last !== null && first.slice(0, last.length) > last.slice(0, first.length))
    throw row.wrong(to, `${last} lies before ${first}`);
  return { from: first, to: last };
}

/** "2021-01-05/2021-01-12", or one day alone. */
function datesOf(dates: string, row: Row): During {
  const [from = "", to = from, more] = dates.split("/");
  const [first, last] = [dateOf(from, row, "dates"), dateOf(to, row, "dates")];
  if (more !== undefined || (first !== null && last !== null && first > last))
    throw row.wrong("dates", `"${dates}" is no first and last day such as 2021-01-05/2021-01-12`);
  return { from: first, to: last };
}

function dateOf(date: string, row: Row, column: string): string | null {
  if (date === "") return null;
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined || !isDay(Number(year), month, day))
    throw row.wrong(column, `"${date}" is no date; write 2021, 2021-01 or 2021-01-08, or leave it empty`);
  return date;
}

function isDay(year: number, month: string | undefined, day: string | undefined): boolean {
  if (month === undefined) return true;
  const m = Number(month);
  return m >= 1 && m <= 12 && (day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(year, m)));
}

function dayOf(row: Row): string {
  const on = row.needed("on");
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(on) ?? [];
  // A leap year, so that the 29th of February may be a holiday.
  const yearly = month !== undefined && isDay(2000, month, day);
  const whole = DATE.exec(on);
  const once = whole?.[3] !== undefined && isDay(Number(whole[1]), whole[2], whole[3]);
  if (yearly || once || /^easter(?:[+-]\d{1,2})?$/.test(on)) return on;
  throw row.wrong("on", `"${on}" is no day; write --04-15, 2021-04-15, or easter with a number of days (easter-2)`);
}
