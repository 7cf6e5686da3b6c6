import type { Reader } from "./reader.ts";
import { html } from "./readers/html.ts";
import { plain } from "./readers/plain.ts";

/** Every format, most particular first: the first that accepts the input reads it. Plain text accepts all. */
export const READERS: readonly Reader[] = [html, plain];
