import { framingWords } from "./words.ts";

/** What is known of a frame while its end is looked for. */
export interface Open {
  /** The words that name the speaker, and the word for what he issued. */
  readonly speaker: string;
  readonly document: string | null;
  /** Announced by more than a verb and a colon: whatever says "he" is about somebody else. */
  readonly firm: boolean;
  /** The page calls the speaker "it": a paper, a body. Whoever is "he" is another. */
  readonly thing?: boolean;
  /** The report told it in the past; what the page says of the speaker afterwards is told alike. */
  readonly past: boolean;
}

/** Words for the one who makes such a document. */
const AGENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["reporter", ["report"]],
  ["speaker", ["speech", "address", "lecture"]],
  ["author", ["article", "letter", "commentary", "essay", "message"]],
  ["writer", ["article", "letter", "commentary", "essay"]],
]);

/** A newspaper is called the paper, a daily the newspaper. */
const PAPERS: ReadonlySet<string> = new Set(["paper", "newspaper", "daily"]);

const EMPTY = new Set(
  "the a an of for and in on at to by mr mrs ms miss dr sir his her its their this that also it he she".split(" "),
);

/** Whether words mean the speaker of an open frame: a pronoun (not behind a firm announcement), what he issued, his name or office. */
export function refers(words: string, open: Open): boolean {
  const phrase = words.trim();
  if (/^(?:he|she)$/i.test(phrase) && open.thing) return false;
  if (/^(?:he|she|it)$/i.test(phrase)) return !open.firm;
  const parts = significant(phrase);
  const [only] = parts;
  if (only === undefined || parts.length > 6) return false;
  if (isDocument(phrase, open)) return true;
  // "The reporter" is the one who made the report.
  if (parts.length === 1 && AGENTS.get(only)?.includes(open.document ?? "")) return true;
  const own = ownWords(open.speaker);
  return parts.every((part) => own.has(part) || (PAPERS.has(part) && [...PAPERS].some((word) => own.has(word))));
}

/** Whether words mean what the speaker issued: "The letter". */
export function isDocument(words: string, { document }: Open): boolean {
  if (document === null || !/^(?:the|this|his|her|its|their)\s/i.test(words)) return false;
  const word = significant(words).join(" ");
  // What is called a message here is called a letter there.
  const { documents } = framingWords();
  return word === document || (documents.get(word) === "letter" && documents.get(document) === "letter");
}

export function significant(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .map((w) => w.replace(/['’]s?$/, ""))
    .filter((w) => !EMPTY.has(w));
}

/** The words for who he is, without what he is of: "the Ministry" for "the Ministry of Tides of Ostrel". */
export function ownWords(speaker: string): ReadonlySet<string> {
  const own = new Set<string>();
  for (const part of speaker.split(/,\s+/).slice(0, 3))
    for (const word of significant(part.split(/\s(?:of|for|in|from|at|to|on)\s/)[0] as string)) own.add(word);
  return own;
}
