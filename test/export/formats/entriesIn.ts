import { parse } from "csv-parse/sync";

/** An entry as a reader of a format finds it. */
export interface FoundEntry {
  readonly id: string;
  /** The words of its pieces. */
  readonly words: string;
  readonly standing: string;
  /** All that the format says of it, as one string. */
  readonly all: string;
}

type Fields = { readonly [key: string]: unknown };

/** How each format is read back: by its own rules, not by our writer's. */
export const ENTRIES_IN: Readonly<Record<string, (output: string) => FoundEntry[]>> = {
  csv: (output) =>
    (parse(output, { columns: true, relax_column_count: false }) as Record<string, string>[]).map((row) => ({
      id: row["id"] as string,
      words: unguarded(row["words"] as string),
      standing: row["standing"] as string,
      all: Object.values(row).join("\n"),
    })),
  ndjson: (output) =>
    linesOf(output).map((line) => {
      const { id, words, standing } = JSON.parse(line) as Fields;
      return { id: id as string, words: words as string, standing: standing as string, all: line };
    }),
  "web-annotation": (output) => {
    const { first } = JSON.parse(output) as { readonly first: { readonly items: readonly Fields[] } };
    return first.items.map((item) => ({
      id: item["hearsay:record"] as string,
      words: listOf(item["target"])
        .map((target) => (target["selector"] as readonly Fields[])[0]?.["exact"])
        .join(" … "),
      standing: (item["body"] as readonly Fields[]).find(({ purpose }) => purpose === "assessing")?.["value"] as string,
      all: JSON.stringify(item),
    }));
  },
  quotation: (output) =>
    graphOf(output).map((node) => ({
      id: node["hearsay:record"] as string,
      words: node["text"] as string,
      standing: String(node["creativeWorkStatus"]).split(":")[0] as string,
      all: JSON.stringify(node),
    })),
  "claim-review": (output) =>
    graphOf(output).map((node) => ({
      id: node["hearsay:record"] as string,
      words: String(node["claimReviewed"]).replace(/^.*?\([\w-]+\): /s, ""),
      standing: node["hearsay:standing"] as string,
      all: JSON.stringify(node),
    })),
  brat: (output) => output.split(/^==> .+ <==\n/m).flatMap(bratEntries),
  ftm: (output) => {
    const entities = linesOf(output).map((line) => JSON.parse(line) as FtmEntity);
    return entities
      .filter(({ schema }) => schema === "Note")
      .map((note) => {
        const [, id = ""] = /Record (\S+),/.exec((note.properties["notes"] ?? []).join("\n")) ?? [];
        const proof = entities.find((one) => one.id === note.properties["proof"]?.[0]);
        return {
          id,
          words: note.properties["description"]?.[0] ?? "",
          standing: note.properties["keywords"]?.[0] ?? "",
          all: [...Object.values(note.properties), ...Object.values(proof?.properties ?? {})].flat().join("\n"),
        };
      });
  },
};

/** The entries of one .ann file: its numbers are its own. */
function bratEntries(file: string): FoundEntry[] {
  const lines = linesOf(file).map((line) => line.split("\t"));
  return lines
    .filter(([, middle]) => /^(?:Candidate|Confirmed|Disputed|Retracted)(?:Statement|Silence) /.test(middle ?? ""))
    .map(([id, middle = "", ...words]) => {
      const [, , note = ""] = lines.find(([, other]) => other === `Hearsay ${id}`) ?? [];
      return {
        id: (JSON.parse(note) as Fields)["record"] as string,
        words: words.join("\t"),
        standing: (/^[A-Z][a-z]+/.exec(middle)?.[0] ?? "").toLowerCase(),
        all: JSON.stringify(JSON.parse(note)),
      };
    });
}

export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: { readonly [name: string]: readonly string[] };
}

export function linesOf(output: string): string[] {
  return output.split("\n").filter((line) => line !== "");
}

function graphOf(output: string): readonly Fields[] {
  return (JSON.parse(output) as { readonly "@graph": readonly Fields[] })["@graph"];
}

function listOf(value: unknown): readonly Fields[] {
  return (Array.isArray(value) ? value : [value]) as readonly Fields[];
}

export function unguarded(cell: string): string {
  return cell.replace(/^'/, "");
}
