import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DATA } from "../../home.ts";
import type { During, Pack } from "../../model/pack.ts";
import { ownPacks } from "../../packs/packs.ts";
import { folded } from "../../resolve/field.ts";
import { MONTHS } from "../../text/calendarNames.ts";

/** What a pack knows, counted. */
export interface PackSummary {
  readonly name: string;
  readonly description: string;
  readonly counts: readonly { readonly what: string; readonly n: number }[];
  /** What the tables say of where they come from; with the tables that say it. */
  readonly sources: readonly { readonly source: string; readonly tables: readonly string[] }[];
}

/** A name that a pack knows. */
export interface PackName {
  readonly pack: string;
  readonly kind: "person" | "state" | "organisation" | "channel" | "occasion" | "day" | "term family";
  readonly name: string;
  readonly aliases: readonly string[];
  /** What else it knows: offices with their dates, who controls it, where it belongs. */
  readonly facts: readonly string[];
}

const MOST = 50;

let summaries: readonly PackSummary[] | null = null;

/** The packs Hearsay comes with. Read once. */
export function packsView(): readonly PackSummary[] {
  summaries ??= ownPacks().map(({ name, description, ...tables }) => ({
    name,
    description,
    sources: sourcesOf(name),
    counts: [
      { what: "people", n: tables.people.length },
      { what: "offices held", n: tables.people.reduce((n, { offices }) => n + offices.length, 0) },
      { what: "states", n: tables.states.length },
      { what: "organisations", n: tables.organisations.length },
      { what: "agencies and outlets", n: tables.channels.length },
      { what: "occasions", n: tables.occasions.length },
      { what: "days with a name", n: tables.days.length },
      { what: "eras", n: tables.eras.length },
      { what: "families of terms", n: tables.terms.length },
      { what: "reporting verbs", n: tables.verbs.length },
    ].filter(({ n }) => n > 0),
  }));
  return summaries;
}

/** The sources that stand in the comments at the head of a pack's tables. */
function sourcesOf(pack: string): PackSummary["sources"] {
  const folder = join(DATA, "packs", pack);
  const tables = new Map<string, string[]>();
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith(".tsv")) continue;
    const table = file.slice(0, -".tsv".length);
    const source = sourceIn(readFileSync(join(folder, file), "utf8"));
    tables.set(source, [...(tables.get(source) ?? []), table]);
  }
  return Array.from(tables, ([source, of]) => ({ source, tables: of }));
}

function sourceIn(content: string): string {
  const lines = content.split("\n");
  const comment = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("#")),
  );
  const prose = comment.filter((line) => !line.includes("\t")).map((line) => line.replace(/^#\s*/, ""));
  return /\bSource: (.*)$/.exec(prose.join(" "))?.[1] ?? "no source is named";
}

/** Names of a pack, or of all with null, that have all the words typed, by name; with none typed, those of all. */
export function packNames(
  typed: string,
  pack: string | null,
  from = 0,
): { readonly names: readonly PackName[]; readonly all: number; readonly next: number | null } {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const found = everyName().filter(
    (one) =>
      (pack === null || one.name.pack === pack) &&
      wanted.every((word) => one.words.some((own) => own.startsWith(word))),
  );
  const names = found.slice(from, from + MOST).map(({ name }) => name);
  return { names, all: found.length, next: from + MOST < found.length ? from + MOST : null };
}

interface Looked {
  readonly name: PackName;
  readonly words: readonly string[];
}

let all: readonly Looked[] | null = null;

function everyName(): readonly Looked[] {
  all ??= ownPacks()
    .flatMap(namesIn)
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((name) => ({
      name,
      words: [name.name, ...name.aliases].flatMap((one) => folded(one).split(/[\s'’".,()-]+/)),
    }));
  return all;
}

function namesIn(pack: Pack): PackName[] {
  const of = (
    kind: PackName["kind"],
    name: string,
    aliases: readonly string[],
    ...facts: readonly string[]
  ): PackName => ({
    pack: pack.name,
    kind,
    name,
    aliases,
    facts: facts.filter((fact) => fact !== ""),
  });
  return [
    ...pack.people.map(({ name, aliases, offices, kin }) =>
      of(
        "person",
        name,
        aliases,
        ...offices.map((office) => `${office.title}${office.of === "" ? "" : ` of ${office.of}`}${during(office)}`),
        ...kin.map(({ relation, of: whose }) => `${relation} of ${whose}`),
      ),
    ),
    ...pack.states.map(({ name, aliases, capital, seats }) =>
      of(
        "state",
        name,
        aliases,
        capital === "" ? "" : `capital: ${capital}`,
        seats.length > 0 ? `also called by: ${seats.join(", ")}` : "",
      ),
    ),
    ...pack.organisations.map(({ name, aliases, of: state }) =>
      of("organisation", name, aliases, state === "" ? "" : `of ${state}`),
    ),
    ...pack.channels.map(({ name, aliases, controlledBy }) =>
      of(
        "channel",
        name,
        aliases,
        controlledBy === "" ? "" : controlledBy === "independent" ? controlledBy : `controlled by ${controlledBy}`,
      ),
    ),
    ...pack.occasions.map(({ name, aliases, of: whose, dates }) =>
      of("occasion", name, aliases, whose === "" ? "" : `of ${whose}`, dates.map(during).join(",").trim()),
    ),
    ...pack.days.map(({ name, aliases, on }) => of("day", name, aliases, dayWords(on))),
    ...pack.terms.map(({ name, terms }) => of("term family", name, terms)),
  ];
}

function dayWords(on: string): string {
  const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(on) ?? [];
  if (day !== undefined) return `every ${Number(day)} ${MONTHS[Number(month) - 1]}`;
  const [, days] = /^easter([+-]\d+)?$/.exec(on) ?? [null];
  if (days === null) return `on ${on}`;
  const n = Math.abs(Number(days ?? 0));
  return n === 0
    ? "Easter Sunday"
    : `${n} ${n === 1 ? "day" : "days"} ${days?.startsWith("-") ? "before" : "after"} Easter`;
}

function during({ from, to }: During): string {
  if (from === null && to === null) return "";
  return from === null ? ` until ${to}` : to === null ? ` from ${from}` : ` ${from} to ${to}`;
}
