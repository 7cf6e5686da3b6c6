import { nameMeant, type NamedField, speakersCalled } from "../archive/named.ts";
import { shownOnOneLine } from "../export/terminal.ts";
import type { Standing } from "../model/ledger.ts";
import type { Query, Store } from "../store/store.ts";
import type { ArchiveOptions } from "./archive.ts";
import type { Console } from "./console.ts";
import type { Days } from "./options.ts";

/** What every command that looks through an archive takes. */
export interface FilterOptions extends ArchiveOptions {
  readonly speaker?: string;
  readonly channel?: string;
  readonly outlet?: string;
  readonly act?: string;
  readonly manner?: string;
  readonly standing?: Standing;
  readonly kind?: "statement" | "silence";
  readonly occasion?: string;
  readonly said?: Days;
  readonly published?: Days;
  readonly minConfidence?: number;
  readonly limit?: number;
  readonly cursor?: string;
  readonly json?: boolean;
  readonly color?: boolean;
}

const NAMED: readonly NamedField[] = ["speaker", "channel", "outlet", "occasion"];

/**
 * The query that words and options stand for. Names are led to those the archive has, and it is said on standard error
 * what one was taken for. Throws UserError for a name that the archive does not have.
 */
export async function queryOf(
  store: Store,
  words: readonly string[],
  options: FilterOptions,
  console: Console,
): Promise<Query> {
  const names: Partial<Record<NamedField, string>> = {};
  for (const field of NAMED) {
    const typed = options[field];
    if (typed === undefined) continue;
    names[field] = await nameTaken(store, field, typed, console);
  }
  const { act, manner, standing, kind, minConfidence, limit, cursor, said, published } = options;
  const typed = words.join(" ").trim();
  return {
    ...names,
    ...(typed !== "" && { words: typed }),
    ...(act !== undefined && { act }),
    ...(manner !== undefined && { manner }),
    ...(standing !== undefined && { standing }),
    ...(kind !== undefined && { kind }),
    ...(said?.from !== undefined && { saidFrom: said.from }),
    ...(said?.to !== undefined && { saidTo: said.to }),
    ...(published?.from !== undefined && { publishedFrom: published.from }),
    ...(published?.to !== undefined && { publishedTo: published.to }),
    ...(minConfidence !== undefined && { minConfidence }),
    ...(limit !== undefined && { limit }),
    ...(cursor !== undefined && { cursor }),
  };
}

/** The name in the archive that was meant; where it was typed otherwise that is said. */
export async function nameTaken(store: Store, field: NamedField, typed: string, console: Console): Promise<string> {
  const { name, guessed, also } = await nameMeant(store, field, typed);
  if (guessed)
    await console.stderr.write(`hearsay: “${shownOnOneLine(typed)}” is taken for “${shownOnOneLine(name)}”\n`);
  if (also.length > 0) {
    const listed = also.map(({ value, n }) => `“${shownOnOneLine(value)}” (${n})`).join(", ");
    await console.stderr.write(
      `hearsay: “${shownOnOneLine(name)}” alone; the word stands in other names too: ${listed}\n`,
    );
  }
  return name;
}

/** Tells on standard error who is called by the words that are looked for: what they said is another search. */
export async function tellCalled(store: Store, { words, speaker, cursor }: Query, console: Console): Promise<void> {
  if (speaker !== undefined || cursor !== undefined) return;
  const called = await speakersCalled(store, words);
  if (called.length === 0) return;
  const names = called.map(({ value, n }) => `“${shownOnOneLine(value)}” (${n})`).join(", ");
  await console.stderr.write(`hearsay: looked for in the words; who is called so speaks with --speaker: ${names}\n`);
}
