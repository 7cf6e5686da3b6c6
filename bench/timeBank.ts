import { type Dirent, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

export interface MarkedTime {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly value: string;
}

/** An article of a TimeML corpus: its text, the date it was made, and the times marked in it. */
export interface MarkedArticle {
  readonly name: string;
  readonly text: string;
  readonly published: string;
  readonly times: readonly MarkedTime[];
}

const TEXT = /<TEXT>([\s\S]*?)<\/TEXT>/;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(words: string): string {
  return words.replace(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    return String.fromCodePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** The articles of all .tml files below a folder, by name. Those without a text or a date are left out. */
export function readTimeMl(folder: string): MarkedArticle[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.name.endsWith(".tml") && !entry.name.startsWith("._"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .flatMap((path) => {
      const raw = readFileSync(path, "utf8");
      const body = TEXT.exec(raw)?.[1];
      const made =
        /<DCT>([\s\S]*?)<\/DCT>/.exec(raw)?.[1] ??
        /<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>/.exec(raw)?.[0];
      if (body === undefined || made === undefined) return [];
      const published = attribute(/<TIMEX3[^>]*>/.exec(made)?.[0] ?? made, "value");
      return [{ name: basename(path, ".tml"), published, ...marked(body) }];
    });
}

/** The words of a .tml file, its marks left out. */
export function timeMlText(raw: string): string {
  return marked(TEXT.exec(raw)?.[1] ?? "").text;
}

function marked(body: string): Pick<MarkedArticle, "text" | "times"> {
  let text = "";
  const open: MarkedTime[] = [];
  const times: MarkedTime[] = [];
  for (const part of body.split(/(<[^>]+>)/)) {
    if (part.startsWith("<TIMEX3"))
      open.push({ from: text.length, to: 0, type: attribute(part, "type"), value: attribute(part, "value") });
    else if (part === "</TIMEX3>") {
      const time = open.pop();
      if (time && text.length > time.from) times.push({ ...time, to: text.length });
    } else if (!part.startsWith("<")) text += decoded(part);
  }
  return { text, times };
}
