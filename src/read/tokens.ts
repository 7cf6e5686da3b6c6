import type { Repair } from "../model/document.ts";
import type { Token } from "../model/reading.ts";
import type { Span } from "../model/span.ts";

/** Short forms that end in a full stop of their own, in lower case without it. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms messrs dr prof rev hon gov sen rep gen lt col maj capt cmdr sgt cpl adm brig supt insp pres sec amb atty st mt ft " +
    "jr sr inc corp co ltd llc bros assn dept univ no nos vs v etc al eg ie approx est cf ed eds vol fig pp art sec para ch " +
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo " +
    "ave blvd rd hwy sq u.s u.k u.n e.u d.c a.m p.m ph.d b.a m.a i.e e.g"
  ).split(" "),
);

/** Whether a word is a short form that carries a full stop: "Mr", "Sept", one letter, "U.S". */
export function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || /^\p{L}(?:\.\p{L})+$/u.test(word);
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * One alternative a kind of token: dotted short forms (U.S.), amounts and times (1,000.5, 08:33), words with inner
 * hyphens, dots and apostrophes (O'Brien, Choe-Son, al-Amin, Yahoo.com), the possessive of a dotted short form (U.S.'s),
 * runs of the same mark (..., --, ``), any other single character. No alternative can give back what it took, so matching is linear.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*(?:[\p{L}\p{M}]+)?%?|[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*(?:['’\-‐‑&@./][\p{L}\p{M}\p{N}_]+)*|(?<=\p{L}\.)['’]s(?![\p{L}\p{M}\p{N}])|\.{2,}|-{2,}|`{2}|'{2}|[^\s\u00a0\u200b]/gu;

/** Endings that are words of their own: Kim|'s, did|n't, they|'ll. */
const CLITIC = /(?:['’](?:s|ll|ve|re|d|m)|n['’]t)$/i;

const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "«": '"',
    "»": '"',
    "``": '"',
    "''": '"',
    "＂": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "‹": "'",
    "›": "'",
    "`": "'",
    "´": "'",
    "–": "-",
    "—": "-",
    "‒": "-",
    "―": "-",
    "--": "-",
    "---": "-",
    "…": "...",
    "‐": "-",
    "‑": "-",
  }),
);

/** The first of the typographic marks in Unicode: every one of ’ ‘ ‐ ‑ stands behind it. */
const FIRST_TYPOGRAPHIC = 0x2010;

function plain(word: string): string {
  if (word.length <= 3 && PLAIN.has(word)) return PLAIN.get(word) as string;
  for (let i = 0; i < word.length; i++)
    if (word.charCodeAt(i) >= FIRST_TYPOGRAPHIC) return word.replace(/[’‘]/g, "'").replace(/[‐‑]/g, "-");
  return word;
}

/**
 * The tokens of one stretch of the text, in order, without white space. Offsets are in `text`.
 * Repairs inside the stretch are applied: an insertion cuts a glued word in two, what reads "" is passed over.
 */
export function tokenize(text: string, stretch: Span, repairs: readonly Repair[] = []): Token[] {
  const tokens: Token[] = [];
  let at = stretch.from;
  for (const repair of repairs) {
    if (repair.span.to < stretch.from || repair.span.from > stretch.to) continue;
    if (repair.reads !== "" && /\S/.test(repair.reads)) continue;
    if (repair.span.from > at) scan(text, at, Math.min(repair.span.from, stretch.to), tokens);
    at = Math.max(at, repair.span.to);
  }
  if (at < stretch.to) scan(text, at, stretch.to, tokens);
  return tokens;
}

function scan(text: string, from: number, to: number, tokens: Token[]): void {
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  TOKEN.lastIndex = 0;
  for (let m = TOKEN.exec(piece); m; m = TOKEN.exec(piece)) {
    const word = m[0];
    const start = from + m.index;
    if (!WORD.test(word[0] as string) && word.length === 1) {
      tokens.push({ from: start, to: start + word.length, reads: plain(word) });
      continue;
    }
    pushWord(text, word, start, to, tokens);
    const last = tokens[tokens.length - 1] as Token;
    if (last.to !== start + word.length) TOKEN.lastIndex = last.to - from;
  }
}

/** Cuts clitics off, and takes the full stop along that belongs to a short form. */
function pushWord(text: string, word: string, start: number, limit: number, tokens: Token[]): void {
  const clitic = word.length > 2 ? CLITIC.exec(word) : null;
  if (clitic && clitic.index > 0) {
    const cut = start + clitic.index;
    tokens.push({ from: start, to: cut, reads: plain(word.slice(0, clitic.index)) });
    tokens.push({ from: cut, to: start + word.length, reads: plain(clitic[0]) });
    return;
  }
  let end = start + word.length;
  if (end < limit && text[end] === "." && text[end + 1] !== "." && isAbbreviation(word)) end++;
  tokens.push({ from: start, to: end, reads: plain(text.slice(start, end)) });
}
