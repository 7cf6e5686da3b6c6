/** Reads brat standoff by its rules, for tests. Throws for what brat would not take. */
export interface Standoff {
  readonly bound: ReadonlyMap<
    string,
    { readonly type: string; readonly spans: readonly (readonly [number, number])[]; readonly words: string }
  >;
  readonly attributes: readonly {
    readonly id: string;
    readonly type: string;
    readonly target: string;
    readonly value: string | null;
  }[];
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[];
  readonly notes: readonly { readonly type: string; readonly target: string; readonly text: string }[];
}

/** Lines end where Python's `splitlines` ends them: so brat reads its files. */
const LINE_ENDS = /\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/;

/** `text` is what the offsets count in, as characters. */
export function standoffIn(ann: string, text: string): Standoff {
  const characters = Array.from(text);
  const bound = new Map<string, { type: string; spans: [number, number][]; words: string }>();
  const attributes: Standoff["attributes"][number][] = [];
  const relations: Standoff["relations"][number][] = [];
  const notes: Standoff["notes"][number][] = [];
  const ids = new Set<string>();
  for (const line of ann.split(LINE_ENDS)) {
    if (line === "") continue;
    const [, id = "", rest = ""] = /^([TARN#]\d+)\t(.*)$/s.exec(line) ?? [];
    if (id === "") throw new Error(`no line of standoff: ${line}`);
    if (ids.has(id)) throw new Error(`${id} is there twice`);
    ids.add(id);
    if (id.startsWith("T")) {
      const [, type = "", offsets = "", words = ""] = /^([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/s.exec(rest) ?? [];
      const spans = offsets.split(";").map((pair) => pair.split(" ").map(Number) as [number, number]);
      let end = 0;
      for (const [from, to] of spans) {
        if (!(from >= end && to > from && to <= characters.length)) throw new Error(`${id}: ${from} ${to} can't be`);
        end = to;
      }
      const there = spans.map(([from, to]) => characters.slice(from, to).join("")).join(" ");
      if (words !== there) throw new Error(`${id}: has “${words}” where “${there}” stands`);
      bound.set(id, { type, spans, words });
    } else if (id.startsWith("A")) {
      const [, type = "", target = "", value = null] = /^([\w-]+) ([TER]\d+)(?: ([\w-]+))?$/.exec(rest) ?? [];
      if (type === "") throw new Error(`no attribute: ${line}`);
      attributes.push({ id, type, target, value });
    } else if (id.startsWith("R")) {
      const [, type = "", from = "", to = ""] = /^([\w-]+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(rest) ?? [];
      if (type === "") throw new Error(`no relation: ${line}`);
      relations.push({ type, from, to });
    } else {
      const [, type = "", target = "", note = ""] = /^([\w-]+) ([TARE]\d+)\t(.*)$/s.exec(rest) ?? [];
      if (type === "") throw new Error(`no note: ${line}`);
      notes.push({ type, target, text: note });
    }
  }
  for (const target of [...attributes, ...notes]
    .map((one) => one.target)
    .concat(relations.flatMap(({ from, to }) => [from, to])))
    if (!bound.has(target)) throw new Error(`${target} is not there`);
  return { bound, attributes, relations, notes };
}

/** What an annotation.conf declares: types, relations with their ends, attributes with their values. */
export function confIn(conf: string): {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
  readonly attributes: ReadonlyMap<string, readonly string[] | null>;
} {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of conf.split("\n")) {
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (name !== undefined) sections.set(name, (section = []));
    else if (line !== "" && !line.startsWith("#")) section.push(line);
  }
  for (const needed of ["entities", "relations", "events", "attributes"])
    if (!sections.has(needed)) throw new Error(`annotation.conf has no [${needed}]`);
  return {
    entities: sections.get("entities") as string[],
    relations: (sections.get("relations") as string[]).map((line) => line.split("\t")[0] as string),
    attributes: new Map(
      (sections.get("attributes") as string[]).map((line) => {
        const [name = "", facts = ""] = line.split("\t");
        const [, values] = /Value:(\S+)$/.exec(facts) ?? [];
        return [name, values?.split("|") ?? null];
      }),
    ),
  };
}
