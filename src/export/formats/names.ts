/** The names of the formats, for lists that must not load them all. */
export const FORMAT_NAMES = ["csv", "ndjson", "web-annotation", "quotation", "claim-review", "brat", "ftm"] as const;
