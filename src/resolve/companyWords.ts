import { tableRows } from "../text/tables.ts";
import { kindsOf } from "./tables.ts";

/** A name is no longer, in words. */
const LONGEST = 8;
/** "N.V. Veldt": the form before the name. */
const BEFORE = /^(?:N\.V\.|P\.T\.|PT|AO|OAO|OOO|AB) (?:\p{Lu}[\p{L}&-]*(?: (?=\p{Lu}|$)|$|(?=,))){1,4}/u;
const CAPITAL = /^["“(]?\p{Lu}/u;

let table: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The words of companies of one kind: `data/en/company-words.tsv`. Read once. */
export function companyWords(kind: "form" | "legal" | "namesake" | "school" | "noun"): ReadonlySet<string> {
  table ??= new Map(
    tableRows("en/company-words.tsv").map(([name = "", list = ""]) => [name, new Set(list.split(" "))]),
  );
  return table.get(kind) ?? new Set();
}

/** Co., Inc., Corp., AG: whether a word is what a company's name ends in. */
export function isForm(word: string): boolean {
  const plain = word.replace(/\.$/, "");
  return /^\p{L}/u.test(plain) && (companyWords("legal").has(plain) || companyWords("form").has(plain.toLowerCase()));
}

/** "Bank of Tarvia Corp.", "First of Ostrel Inc.": a name goes on behind these, a person's does not. */
function isOfWhat(word: string | undefined): boolean {
  return word === "First" || (word !== undefined && kindsOf(word).has("organisation"));
}

/** "Harbour Dredging Co., a Lindholt concern": the name of the company that a phrase without its article begins with; else null. */
export function companyIn(bare: string): string | null {
  const before = BEFORE.exec(bare)?.[0];
  if (before) return before.trimEnd();
  const words = bare.split(" ").slice(0, LONGEST + 1);
  for (const [i, word] of words.entries()) {
    const plain = word.replace(/[,;:]$/, "");
    if (!CAPITAL.test(plain) && !/^(?:&|amp)$/.test(plain) && !(plain === "of" && isOfWhat(words[i - 1]))) return null;
    const comma = /[,;:]$/.test(word);
    const formed = i > 0 && isForm(plain) && CAPITAL.test(plain) && !isForm(words[i + 1] ?? "");
    const next = words[i + 1];
    if (formed && (comma || next === undefined || /^(?:of|in|,|\(|which|who|that|[–—-]+)/.test(next)))
      return words
        .slice(0, i + 1)
        .join(" ")
        .replace(/[,;:]$/, "");
    // "Quill, Birch Inc." may be one, "Tom Birch, Harbour Co." is two.
    if (comma && !isForm(words[i + 1]?.replace(/,$/, "") ?? "")) return null;
  }
  return null;
}
