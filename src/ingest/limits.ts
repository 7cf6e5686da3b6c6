/** Larger inputs are refused: no report is that long, and a string of this size still fits in memory several times. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Bytes looked at to tell what a file is; declarations and magic numbers stand at its start. */
export const SNIFF_BYTES = 4096;

/** Elements inside each other that a page may have; deeper ones are taken as siblings, as browsers do. */
export const MAX_DEPTH = 512;

/** Beyond these a page's body is chosen by our own scoring: the article extractor recurses and rescans. */
export const EXTRACTOR_MAX_UNITS = 3_000_000;
export const EXTRACTOR_MAX_ELEMENTS = 30_000;
export const EXTRACTOR_MAX_DEPTH = 100;

/** JSON-LD longer than this is passed over, and so is what is nested in it beyond so many nodes. */
export const MAX_JSON_LD_UNITS = 500_000;
export const MAX_JSON_LD_NODES = 2_000;

/** Repairs kept for one document: a file made of odd spaces must not become a list larger than itself. */
export const MAX_REPAIRS = 100_000;

/** Letters of prose the language is told from; more does not make the answer better. */
export const LANGUAGE_SAMPLE_UNITS = 4_000;

/** Below this many letters a language is not told: a headline full of names passes for any language. */
export const LANGUAGE_MIN_LETTERS = 60;

/** Units at either end of a block that a pattern looks at: datelines and credits are short, blocks may not be. */
export const EDGE_UNITS = 200;

/** A PDF of more pages is a book, and one with more pieces of text is made to take long. */
export const MAX_PDF_PAGES = 500;
export const MAX_PDF_ITEMS = 500_000;
