import type { Span } from "../../model/span.ts";
import type { Label } from "./labels.ts";
import { type Page, type Paragraph, wordsOf } from "./page.ts";

/** Blocks at the head of a page, and behind the last turn, in which those who talk are named in full. */
const MOST_LOOKED_AT = 12;
const LONGEST_BLOCK = 1500;
/** Turns in which one of them may call another by name. */
const MOST_TURNS = 40;

const TITLE =
  "(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Gen|Gov|Sen|Rep|Senator|Governor|General|President|Chairman|Chairwoman|Judge|Justice|Secretary|Minister|Speaker|Representative|Congressman|Congresswoman|Ambassador|Press)";
const TITLES = new RegExp(`^(?:${TITLE}\\.? )+`, "iu");
const HAS_TITLE = new RegExp(`^${TITLE}\\.? `, "iu");
const FULL_NAME =
  /(?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Lu}\.)(?: (?:(?:de|van|von|der|den|bin|al|el|la|du|da) ){0,2}(?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Lu}\.)){1,3}/gu;
/** "Witness: Mr Tom Birch, harbour master": a line of the head that says who somebody is. */
const SAYS_WHO = /^(?:the )?(\p{L}{4,20}): (?:(?:Mrs?|Ms|Dr|Professor|Sir|Dame)\.? )?(?=\p{Lu}\p{Ll})/iu;

/** A full name and where it stands. */
interface Full {
  readonly words: readonly string[];
  readonly span: Span;
}

/**
 * The names in full that shortened labels stand for, by the label's words: "BRAND" and "MS. BRAND" for Ilse Brand, "IB" for the
 * same, "HARBOUR POST" for the Harbour Post. Only what one name alone fits is given.
 */
export function namesOfLabels(page: Page, run: readonly Label[]): ReadonlyMap<string, Span> {
  const named = new Map<string, Span>();
  const short = new Map(run.filter(({ role }) => role === "name").map((label) => [label.words, label] as const));
  const first = run[0]?.paragraph.index ?? 0;
  const last = run.at(-1)?.paragraph.index ?? 0;
  const head = page.paragraphs.slice(Math.max(0, first - MOST_LOOKED_AT), first);
  const around = [...head, ...page.paragraphs.slice(last + 1, last + 1 + MOST_LOOKED_AT)];
  const talked = [...around, ...run.slice(0, MOST_TURNS).map(({ paragraph }) => paragraph)];
  const full = around.flatMap((paragraph) => fullNames(page, paragraph));
  for (const label of short.values())
    if (isFull(label.words)) full.push({ words: bare(label.words).split(" "), span: label.name });
  for (const [words, label] of short) {
    // "The Secretary for Tides (Mrs. Ada Quill)", and farther on only "The Secretary for Tides".
    const held = run.find(
      (other) => other.words === words && page.text.slice(other.name.from, other.name.to) !== words,
    );
    if (held) named.set(words, held.name);
    if (held || isFull(words)) continue;
    const meant = label.capitals
      ? (only(full, (name) => isSurname(bare(words), name)) ??
        spelledOut(page, around, bare(words)) ??
        only(full, (name) => isInitials(words, name)) ??
        addressed(page, talked, bare(words)))
      : HAS_TITLE.test(words) || words.includes(" ")
        ? null
        : only(full, (name) => (name.words[0] as string) === words);
    const said = meant ?? saidWho(page, head, words);
    if (said) named.set(words, said);
  }
  return named;
}

function bare(words: string): string {
  return words.replace(TITLES, "");
}

/** Whether a label gives a given name and a surname in small letters. */
function isFull(words: string): boolean {
  return /\p{Ll}/u.test(words) && new RegExp(`^${FULL_NAME.source}$`, "u").test(bare(words));
}

function fullNames(page: Page, { span }: Paragraph): Full[] {
  return [...wordsOf(page, span, LONGEST_BLOCK).matchAll(FULL_NAME)].flatMap(({ 0: run, index }) => {
    const title = TITLES.exec(run)?.[0] ?? "";
    const words = run
      .slice(title.length)
      .replace(/['’]s$/, "")
      .split(" ");
    const from = span.from + index + title.length;
    return words.length > 1 ? [{ words, span: { from, to: from + words.join(" ").length } }] : [];
  });
}

/** The first place of the one name that fits; null where none or several do. */
function only(names: readonly Full[], fits: (name: Full) => boolean): Span | null {
  const fitting = names.filter(fits);
  const [first] = fitting;
  const written = new Set(fitting.map(({ words }) => `${words[0]} ${words.at(-1)}`));
  return first && written.size === 1 ? first.span : null;
}

function isSurname(label: string, { words }: Full): boolean {
  const said = label.split(" ").at(-1) as string;
  return label.length > 2 && (words.at(-1) as string).toUpperCase() === said && /\p{Ll}/u.test(words.at(-1) as string);
}

function isInitials(label: string, { words }: Full): boolean {
  const letters = label.replace(/[. ]/g, "");
  const own = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]);
  return letters.length >= 2 && letters.length <= 4 && own.join("") === letters;
}

/** "HARBOUR POST" where the head writes it in small letters. */
function spelledOut(page: Page, around: readonly Paragraph[], label: string): Span | null {
  if (!label.includes(" ")) return null;
  for (const { span } of around) {
    const words = wordsOf(page, span, LONGEST_BLOCK);
    const at = words.toUpperCase().indexOf(label);
    const found = words.slice(at, at + label.length);
    if (at >= 0 && /^\p{Lu}/u.test(found) && /\p{Ll}/u.test(found))
      return { from: span.from + at, to: span.from + at + label.length };
  }
  return null;
}

/** "MR. BIRCH" where somebody says "Mr. Birch" in the talk. */
function addressed(page: Page, talked: readonly Paragraph[], label: string): Span | null {
  if (!/^\p{Lu}{3,}$/u.test(label)) return null;
  const name = `${label[0]}${label.slice(1).toLowerCase()}`;
  for (const paragraph of talked) {
    const called = new RegExp(`(?<=\\b(?:Mr|Mrs|Ms|Dr)\\.? )${name}\\b`, "u").exec(
      wordsOf(page, paragraph.span, LONGEST_BLOCK),
    );
    if (called)
      return { from: paragraph.span.from + called.index, to: paragraph.span.from + called.index + name.length };
  }
  return null;
}

/** Who "THE WITNESS" is by a line of the head: "Witness: Mr Tom Birch, harbour master". */
function saidWho(page: Page, head: readonly Paragraph[], label: string): Span | null {
  const who = label.replace(/^the /i, "").toLowerCase();
  for (const { span } of head) {
    const words = wordsOf(page, span, 300);
    const line = SAYS_WHO.exec(words);
    if (line?.[1]?.toLowerCase() !== who) continue;
    const name = new RegExp(`^${FULL_NAME.source}`, "u").exec(words.slice(line[0].length))?.[0];
    if (name) return { from: span.from + line[0].length, to: span.from + line[0].length + name.length };
  }
  return null;
}
