import type { Standing } from "../model/ledger.ts";
import type { Receipt } from "../model/receipt.ts";
import type { Hop } from "../model/statement.ts";
import type { When } from "../model/time.ts";
import { dateWords, whenWords } from "./dateWords.ts";
import { STANDING, actWords, speakerWords, verbatimWords } from "./recordWords.ts";
import { shownOnOneLine } from "./terminal.ts";

export const CITATION_FORMATS = ["text", "markdown", "json"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

type Pair = readonly [number, number];
/** An entry as the contract of a reading has it, a statement or a silence. */
interface Entry {
  readonly chain?: readonly Pick<Hop, "name" | "kind" | "when">[];
  readonly who?: string | null;
  readonly act?: string;
  readonly kind?: string;
  readonly negated?: boolean;
  readonly uttered?: When;
  readonly restsOn?: string | null;
  readonly accordingTo?: string | null;
  readonly noticedBy?: string | null;
  readonly about?: string | null;
  readonly confidence?: number;
  readonly condition?: { readonly trigger: Pair; readonly mover: string | null } | null;
  readonly anchors?: readonly { readonly from: number; readonly to: number; readonly quote: string }[];
}

/** One line of a citation. */
type Fact = readonly [label: string, words: string];

/**
 * A block an editor can paste: the words, who said them and through whom, whether they are verbatim, when and where, the
 * receipt, and what it proves and what not. Ends with a newline.
 */
export function toCitation(receipt: Receipt, format: CitationFormat): string {
  if (format === "json") return `${JSON.stringify(citationJson(receipt), null, 2)}\n`;
  const pieces = (receipt.record as Entry).anchors ?? [];
  const words = pieces.map(({ quote }) => shownOnOneLine(quote));
  const facts = factsOf(receipt);
  if (format === "markdown")
    return [
      ...words.map((piece) => `> ${escaped(piece)}\n`),
      ...facts.map(([label, fact]) => `- **${label}:** ${escaped(fact)}`),
      "",
    ].join("\n");
  const column = Math.max(...facts.map(([label]) => label.length)) + 2;
  return [
    ...words.map((piece) => `> ${piece}`),
    "",
    ...facts.map(([label, fact]) => `${`${label}:`.padEnd(column)}${fact}`),
    "",
  ].join("\n");
}

function factsOf(receipt: Receipt): Fact[] {
  const { standing, article, capture, edition, decisions, read } = receipt;
  const entry = receipt.record as Entry;
  const from = (entry.anchors ?? []).map((piece) => `${piece.from}–${piece.to}`).join(", ");
  const facts: (Fact | null)[] = [
    ["Standing", standingWords(receipt)],
    ...decisions.map(({ seq, act, by, at, cause }): Fact => {
      return ["Decided", `${act} by ${by}, ${at.slice(0, 10)}${cause === null ? "" : `: ${cause}`} (entry ${seq})`];
    }),
    machineFact(receipt),
    ...(receipt.kind === "statement" ? statementFacts(receipt, entry) : silenceFacts(entry)),
    ["Published", publishedWords(article)],
    ["Characters", `${from} of text ${edition.text} (edition ${edition.number}, UTF-16 units)`],
    ["Captured", `${capture.at} from ${capture.address ?? "standard input"}, ${capture.size} bytes`],
    ["SHA-256", capture.sha256],
    ["Read by", `${receipt.by} (${read.by})`],
    ["Record", `${receipt.id}, ledger entry ${receipt.ledger.entry.seq}, ${receipt.ledger.entry.hash}`],
    standing === "candidate" && entry.confidence !== undefined
      ? ["Confidence", `${entry.confidence.toFixed(2)} that all of it is read right`]
      : null,
    ["Proves", receipt.proves],
    ["Not proven", receipt.provesNot],
  ];
  return facts.filter((fact) => fact !== null).map(([label, words]) => [label, shownOnOneLine(words)]);
}

function standingWords({ standing, machine }: Receipt): string {
  const { mark, means } = STANDING[standing as Standing];
  return `${mark} ${standing.toUpperCase()} – ${means}${machine === null ? "" : ", corrected by a person"}`;
}

/** What stood there before a person corrected it: a correction hides nothing. */
function machineFact({ machine }: Receipt): Fact | null {
  if (machine === null || typeof machine !== "object" || Array.isArray(machine)) return null;
  const { speaker, act, uttered, words } = machine as { readonly [key: string]: unknown };
  const day = typeof uttered === "string" ? dateWords(uttered) : "on a day not known";
  return ["Machine had", `${String(speaker)}, ${String(act)}, ${day}: ${inMarks(String(words))}`];
}

/** In quotation marks, where the words bring none of their own. */
function inMarks(words: string): string {
  return /^["“«„‘'].*["”»“’'][.,;]?$/su.test(words.trim()) ? words : `“${words}”`;
}

function statementFacts(receipt: Receipt, entry: Entry): (Fact | null)[] {
  const chain = entry.chain ?? [];
  const speaker = chain.at(-1);
  const act = entry.act ?? "assert";
  const condition = entry.condition ?? null;
  const trigger = condition && wordsAt(condition.trigger, entry);
  return [
    ["Said by", `${speakerWords(speaker?.name ?? "", speaker?.kind ?? "none")}${speaker ? `, ${speaker.kind}` : ""}`],
    ["Verbatim", verbatimWords(receipt.record)],
    chain.length > 1 ? ["Through", chain.slice(0, -1).map(hopWords).join(" ← ")] : null,
    entry.restsOn ? ["Rests on", entry.restsOn] : null,
    ["Act", entry.negated ? `no ${act}: the speaking is denied` : act],
    condition
      ? ["Condition", `${trigger ?? "stated"}${condition.mover === null ? "" : ` (the move is ${condition.mover}’s)`}`]
      : null,
    ["Said", whenWords(entry.uttered ?? { edtf: null, basis: "unknown", steps: [] })],
    receipt.occasion === null ? null : ["Occasion", receipt.occasion],
  ];
}

function silenceFacts(entry: Entry): (Fact | null)[] {
  return [
    ["Silence of", entry.who ?? "nobody named"],
    ["Kind", actWords("silence", entry.kind ?? "")],
    entry.about ? ["About", entry.about] : null,
    entry.accordingTo ? ["According to", entry.accordingTo] : null,
    entry.noticedBy ? ["Noticed by", entry.noticedBy] : null,
    ["Verbatim", verbatimWords({})],
  ];
}

function hopWords({ name, when }: Pick<Hop, "name" | "when">): string {
  return when?.edtf ? `${name} (${dateWords(when.edtf)})` : name;
}

function publishedWords({ title, outlet, published }: Receipt["article"]): string {
  const where = [title === null ? null : `“${title}”`, outlet ?? "outlet not known"].filter((part) => part !== null);
  const day = published.edtf === null ? "on a day not known" : `${dateWords(published.edtf)} (${published.basis})`;
  return `${where.join(", ")}, ${day}`;
}

/** The words of a span where they are among those quoted. */
function wordsAt([from, to]: Pair, { anchors = [] }: Entry): string | null {
  const piece = anchors.find((one) => one.from <= from && to <= one.to);
  return piece ? `“${piece.quote.slice(from - piece.from, to - piece.from)}”` : null;
}

function citationJson(receipt: Receipt): object {
  const { standing, article, capture, edition } = receipt;
  const entry = receipt.record as Entry;
  const chain = entry.chain ?? [];
  return {
    hearsay: "citation-1",
    id: receipt.id,
    kind: receipt.kind,
    standing,
    corrected: receipt.machine !== null,
    decisions: receipt.decisions,
    words: (entry.anchors ?? []).map(({ quote }) => quote),
    verbatim: verbatimWords(receipt.record),
    speaker: receipt.kind === "silence" ? (entry.who ?? null) : (chain.at(-1)?.name ?? null),
    through: chain.slice(0, -1).map(({ name, kind }) => ({ name, kind })),
    restsOn: entry.restsOn ?? null,
    act: receipt.kind === "silence" ? entry.kind : entry.act,
    uttered: entry.uttered ?? null,
    occasion: receipt.occasion,
    article,
    capture,
    edition,
    spans: (entry.anchors ?? []).map(({ from, to }) => [from, to]),
    confidence: entry.confidence ?? null,
    by: receipt.by,
    read: receipt.read,
    ledger: { seq: receipt.ledger.entry.seq, hash: receipt.ledger.entry.hash },
    proves: receipt.proves,
    provesNot: receipt.provesNot,
  };
}

/** Text that Markdown would otherwise read as its own marks. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, "\\$&");
}
