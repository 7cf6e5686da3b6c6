/**
 * The characters that can be quotation marks, and how well each fits each of its possible uses where it stands.
 * A use is given as a cost: 0 fits perfectly, about 3 is a mistake by the writer. Nothing is decided here: which
 * uses together make the best sense of a paragraph is found in quotations.ts.
 */

/** Marks of one family open and close each other. */
export type Family = "double" | "single" | "guillemet" | "single-guillemet";

/** A mark, or two of the same that stand for one ('' or ““). Positions are units of the text it was found in. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  /** Curly rather than straight. The two may close each other, but more likely stand one inside the other. */
  readonly curly: boolean;
  readonly open: number;
  readonly close: number;
  /** As an apostrophe or as the sign for feet, inches, minutes or seconds. */
  readonly inWord: number;
  /** Nothing but white space stands before it in its line. */
  readonly startsLine: boolean;
  /** Nothing but white space stands between it and the mark before it, or the start of the text. */
  readonly blankBefore: boolean;
  /** The same, but there may be full stops, commas and the like. */
  readonly wordlessBefore: boolean;
}

interface Glyph {
  readonly family: Family;
  readonly curly: boolean;
  readonly open: number;
  readonly close: number;
}

const NEVER = Infinity;
/** A mark used against its direction. */
const WRONG_WAY = 2;

const GLYPHS: Readonly<Record<string, Glyph>> = {
  '"': { family: "double", curly: false, open: 0, close: 0 },
  "＂": { family: "double", curly: false, open: 0, close: 0 },
  "“": { family: "double", curly: true, open: 0, close: WRONG_WAY },
  "”": { family: "double", curly: true, open: WRONG_WAY, close: 0 },
  "„": { family: "double", curly: true, open: 0, close: NEVER },
  "‟": { family: "double", curly: true, open: 0, close: WRONG_WAY },
  "″": { family: "double", curly: false, open: WRONG_WAY, close: 0.7 },
  "'": { family: "single", curly: false, open: 0.5, close: 0.2 },
  "‘": { family: "single", curly: true, open: 0, close: WRONG_WAY },
  "’": { family: "single", curly: true, open: WRONG_WAY, close: 0 },
  "‚": { family: "single", curly: true, open: 0, close: NEVER },
  "‛": { family: "single", curly: true, open: 0, close: WRONG_WAY },
  "`": { family: "single", curly: false, open: 0.3, close: 1 },
  "´": { family: "single", curly: false, open: 0.7, close: 0.5 },
  "′": { family: "single", curly: false, open: 1, close: 0.7 },
  "«": { family: "guillemet", curly: true, open: 0, close: 1 },
  "»": { family: "guillemet", curly: true, open: 1, close: 0 },
  "‹": { family: "single-guillemet", curly: true, open: 0, close: 1 },
  "›": { family: "single-guillemet", curly: true, open: 1, close: 0 },
};

/** Two single marks side by side stand for a double one. */
const PAIRED_SINGLES: Readonly<Record<string, Glyph>> = {
  "'": { family: "double", curly: false, open: 0.1, close: 0 },
  "‘": { family: "double", curly: true, open: 0, close: 1.5 },
  "’": { family: "double", curly: true, open: 1.5, close: 0 },
  "`": { family: "double", curly: false, open: 0, close: WRONG_WAY },
  "´": { family: "double", curly: false, open: 0.7, close: 0 },
  "′": { family: "double", curly: false, open: WRONG_WAY, close: 0.7 },
};

/** Marks that touch each other. */
const RUN = /["＂“”„‟″'‘’‚‛`´′«»‹›]+/g;

/** What stands beside a mark. "edge" is the start or end of the text. */
type Neighbour = "edge" | "space" | "word" | "opening" | "closing" | "stop" | "comma" | "dash" | "other";

const BEFORE_OPENING: Readonly<Record<Neighbour, number>> = {
  edge: 0,
  space: 0,
  opening: 0,
  dash: 0.3,
  other: 1,
  comma: 1.5,
  stop: 2,
  closing: 2,
  word: 3,
};
const AFTER_OPENING: Readonly<Record<Neighbour, number>> = {
  word: 0,
  opening: 0,
  other: 0.2,
  dash: 0.7,
  space: 2,
  comma: 2.5,
  stop: 2.5,
  closing: 2.5,
  edge: 4,
};
const BEFORE_CLOSING: Readonly<Record<Neighbour, number>> = {
  word: 0,
  stop: 0,
  comma: 0,
  closing: 0,
  other: 0.2,
  dash: 0.3,
  space: 2.5,
  opening: 3,
  edge: 5,
};
const AFTER_CLOSING: Readonly<Record<Neighbour, number>> = {
  edge: 0,
  space: 0,
  stop: 0,
  comma: 0,
  closing: 0,
  dash: 0.2,
  opening: 0.5,
  other: 0.5,
  word: 2,
};

/** A mark shows its direction when the other one costs this much more; then its neighbours count for no more than this. */
const DIRECTED = 1;
const NEIGHBOURS_OF_DIRECTED = 1;

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no space between a mark and the words around it. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const SPACE = /[\s\u200b\u2060]/;
const NEIGHBOURS: Readonly<Record<string, Neighbour>> = {
  "(": "opening",
  "[": "opening",
  "{": "opening",
  "¿": "opening",
  "¡": "opening",
  "（": "opening",
  ")": "closing",
  "]": "closing",
  "}": "closing",
  "）": "closing",
  ".": "stop",
  "!": "stop",
  "?": "stop",
  "…": "stop",
  "。": "stop",
  "！": "stop",
  "？": "stop",
  ",": "comma",
  ";": "comma",
  ":": "comma",
  "，": "comma",
  "、": "comma",
  "：": "comma",
  "；": "comma",
  "-": "dash",
  "\u2010": "dash",
  "\u2011": "dash",
  "–": "dash",
  "—": "dash",
  "―": "dash",
  "/": "dash",
};

function neighbour(char: string | undefined): Neighbour {
  if (char === undefined) return "edge";
  if (char >= "a" && char <= "z") return "word";
  return NEIGHBOURS[char] ?? (SPACE.test(char) ? "space" : WORD.test(char) && !UNSPACED.test(char) ? "word" : "other");
}

/**
 * The marks of a text in order. Apostrophes with a letter or figure on both sides are no candidates and left out.
 * Takes time in proportion to the text.
 */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let lastEnd = 0;
  for (const { 0: run, index: from } of text.matchAll(RUN)) {
    const to = from + run.length;
    if (isInsideWord(text, from, to)) continue;
    const before = neighbour(text[from - 1]);
    const after = isEllipsis(text, to) ? "word" : neighbour(text[to]);
    let startsLine = before === "edge" || (before === "space" && isLineStart(text, from));
    let blankBefore = isBlank(text.slice(lastEnd, from));
    let wordlessBefore = isWordless(text.slice(lastEnd, from));
    for (const { start, end, glyph } of marksOfRun(run, after)) {
      marks.push({
        from: from + start,
        to: from + end,
        family: glyph.family,
        curly: glyph.curly,
        open: costOfOpening(glyph, before, after),
        close: costOfClosing(glyph, before, after),
        inWord: Math.min(asApostrophe(text, from + start, from + end), asMeasure(text, from + start, from + end)),
        startsLine,
        blankBefore,
        wordlessBefore,
      });
      startsLine = false;
      blankBefore = wordlessBefore = true;
    }
    lastEnd = to;
  }
  return marks;
}

interface MarkOfRun {
  readonly start: number;
  readonly end: number;
  readonly glyph: Glyph;
}

/** Takes a run apart into marks; the same glyph twice is one mark. */
function marksOfRun(run: string, after: Neighbour): MarkOfRun[] {
  const marks: MarkOfRun[] = [];
  let start = 0;
  while (start < run.length) {
    const char = run[start]!;
    let end = start + 1;
    while (end < run.length && run[end] === char) end++;
    const alone = GLYPHS[char]!;
    const pair = PAIRED_SINGLES[char] ?? alone;
    // Of three single marks the lone one stands inside: ''' opens as '' + ', and closes as ' + ''.
    if ((end - start) % 2 === 1 && after !== "word") marks.push({ start, end: ++start, glyph: alone });
    for (; start + 1 < end; start += 2) marks.push({ start, end: start + 2, glyph: pair });
    if (start < end) marks.push({ start, end: ++start, glyph: alone });
  }
  return marks;
}

function costOfOpening(glyph: Glyph, before: Neighbour, after: Neighbour): number {
  const beside = BEFORE_OPENING[before] + AFTER_OPENING[after];
  return glyph.open + (glyph.close - glyph.open >= DIRECTED ? Math.min(beside, NEIGHBOURS_OF_DIRECTED) : beside);
}

function costOfClosing(glyph: Glyph, before: Neighbour, after: Neighbour): number {
  const beside = BEFORE_CLOSING[before] + AFTER_CLOSING[after];
  return glyph.close + (glyph.open - glyph.close >= DIRECTED ? Math.min(beside, NEIGHBOURS_OF_DIRECTED) : beside);
}

const CAN_BE_APOSTROPHE = /^(?:['’‘‛`´′]|''|’’)$/;
const CLITIC = /^(?:s|t|re|ve|ll|d|m)$/i;

/** Rock 'n' roll. */
const ELIDED_AND = /^\s?['’‘`]n['’`]\s?$/i;

/** O’Brien, don't, 1990's, 6'2; both marks of 'n'; also the apostrophe typed twice, before an ending like the s in 's. */
function isInsideWord(text: string, from: number, to: number): boolean {
  if (!CAN_BE_APOSTROPHE.test(text.slice(from, Math.min(to, from + 3)))) return false;
  if (
    ELIDED_AND.test(text.slice(Math.max(0, from - 1), from + 4)) ||
    ELIDED_AND.test(text.slice(Math.max(0, from - 3), to + 1))
  )
    return true;
  if (neighbour(text[from - 1]) !== "word" || neighbour(text[to]) !== "word") return false;
  return to - from === 1 || CLITIC.test(wordFrom(text, to));
}

/** Words that lose their beginning: 'em, 'til, rock 'n' roll; and endings set off by a space: Jim 's. */
const BEHEADED =
  /^(?:tis|twas|twere|til|till|em|cause|cuz|coz|bout|round|neath|n|nuff|kay|scuse|s|t|re|ve|ll|d|m|\d\ds?)$/i;
/** Words that lose their end, apart from those in -in': ol' Joe, charge d' affaires. */
const CURTAILED = /^(?:\p{L}|ol|an|th|lil|wi|po|mo|fo|qu)$/iu;
/** Possessives without an s of their own: the workers', the Japanese', Achilles'. */
const SIBILANT = /(?:[sxz]|[cs]e)$/i;
/** What does not follow a possessive. */
const AFTER_A_CLOSING =
  /^(?:and|or|but|nor|said|says|saying|is|was|were|are|be|been|has|have|had|in|on|at|of|to|for|from|with|by|as|that|which|who|he|she|they|it|we|you|i|the|a|an|not|will|would|can|could|should|may|might|if|when|while|because|about|his|her|their|its|after|before|during|since|than|then|so)$/;

function asApostrophe(text: string, from: number, to: number): number {
  if (!CAN_BE_APOSTROPHE.test(text.slice(from, to))) return NEVER;
  const doubled = to - from === 2 ? 2 : 0;
  const before = neighbour(text[from - 1]);
  const after = neighbour(text[to]);
  if (after === "word") return doubled + asBeheading(text, from, to, before);
  if (before === "word") return doubled + asCurtailing(text, from, to, after);
  // the U.S.' allies
  if (before === "stop" && after === "space" && /\p{Lu}\.$/u.test(text.slice(Math.max(0, from - 2), from))) return 1;
  return NEVER;
}

function asBeheading(text: string, from: number, to: number, before: Neighbour): number {
  if (before === "word") return 1;
  if (BEHEADED.test(wordFrom(text, to))) return 0.3;
  // al-‘Aziz
  if (before === "dash" && neighbour(text[from - 2]) === "word") return 1;
  const speechMayBegin = before === "edge" || /[,:.?!]\s$/.test(text.slice(Math.max(0, from - 2), from));
  return (text[from] === "’" ? 2 : 2.8) + (speechMayBegin ? 2 : 0);
}

function asCurtailing(text: string, from: number, to: number, after: Neighbour): number {
  const word = wordBefore(text, from);
  if (CURTAILED.test(word)) return 0.5;
  if (/.in$/i.test(word)) return 1.2;
  const owner = SIBILANT.test(word) ? 0 : 2.5;
  if (after !== "space") return owner + 1.5;
  return owner + (AFTER_A_CLOSING.test(wordFrom(text, to + 1)) ? 2.2 : 0.7);
}

/** 6'2", 12" pipe, 5′ 11″: a small number before the mark. */
function asMeasure(text: string, from: number, to: number): number {
  if (!/^(?:["'”’″′]|'')$/.test(text.slice(from, to))) return NEVER;
  if (!/[\d½¼¾]/.test(text[from - 1] ?? "") || neighbour(text[to]) === "word") return NEVER;
  const number = /(?:^|[^\p{L}\p{N}.,])(\d{1,3}['’′][ -]?)?\d{1,3}(?:\.\d{1,2}|[½¼¾])?$/u.exec(
    text.slice(Math.max(0, from - 12), from),
  );
  if (!number) return NEVER;
  return number[1] || /[″′]/.test(text[from]!) ? 0.2 : 1.2;
}

const LONGEST_WORD = 12;

/** The word that starts at a position, or its first letters where it is long. */
function wordFrom(text: string, at: number): string {
  let end = at;
  while (end < at + LONGEST_WORD && neighbour(text[end]) === "word") end++;
  return text.slice(at, end);
}

/** The word that ends at a position, or its last letters where it is long. */
function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > at - LONGEST_WORD && neighbour(text[start - 1]) === "word") start--;
  return text.slice(start, at);
}

function isEllipsis(text: string, at: number): boolean {
  return text[at] === "…" || (text[at] === "." && text[at + 1] === ".");
}

const MOST_INDENT = 80;

function isLineStart(text: string, at: number): boolean {
  for (let i = at - 1; i >= at - MOST_INDENT; i--) {
    const char = text[i];
    if (char === undefined || char === "\n") return true;
    if (neighbour(char) !== "space") return false;
  }
  return false;
}

/** Whether nothing but white space stands in a text. */
function isBlank(text: string): boolean {
  return !/[^\s\u200b\u2060]/.test(text);
}

/** Whether nothing stands in a text but white space, full stops, commas and the like: too little to be quoted. */
export function isWordless(text: string): boolean {
  return !/[^\s\u200b\u2060.…,:;]/.test(text);
}
