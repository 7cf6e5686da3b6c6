import type { Block, Outlet } from "../model/document.ts";
import { datelineOf } from "./dateline.ts";
import { EDGE_UNITS } from "./limits.ts";
import { outletOnDateLine } from "./linePatterns.ts";

const NAMED_SOURCE =
  /^(?:sources?|via)\s*:\s*(.{1,80}?)(?:,? (?:and|&|\+) (?:(?:news |other )?(?:agencies|wires?|wire services)))?\s*\.?$/i;
const NOT_AN_OUTLET =
  /^(?:the )?(?:news |other |various |international )?(?:agencies|agency|wires?|wire services?|reports?|media|internet|press|staff|author)$/i;

/**
 * Who published a document: as given, else as its metadata say, else as its source line, its date line or the agency of
 * its dateline names it, in that order. Null where nothing names it.
 */
export function outletOf(
  text: string,
  blocks: readonly Block[],
  given: string | undefined,
  metadata: string | null,
): Outlet | null {
  if (given !== undefined) return { name: given, basis: "given", span: null };
  if (metadata !== null) return { name: metadata, basis: "stated", span: null };
  for (const read of [onSourceLine, onDateLine, inDateline]) {
    for (const { kind, span } of blocks) {
      const words = text.slice(span.from, Math.min(span.to, span.from + EDGE_UNITS));
      const found = read(kind, words);
      if (!found) continue;
      const from = span.from + found.at;
      return { name: found.name, basis: "stated", span: { from, to: from + found.name.length } };
    }
  }
  return null;
}

interface Named {
  readonly name: string;
  readonly at: number;
}

function onSourceLine(kind: Block["kind"], words: string): Named | null {
  const name = kind === "source-line" ? NAMED_SOURCE.exec(words)?.[1]?.trim() : undefined;
  // Several names are where the report was put together from, not who published it.
  if (!name || NOT_AN_OUTLET.test(name) || /[,;/]/.test(name)) return null;
  return { name, at: words.indexOf(name, words.indexOf(":")) };
}

function onDateLine(kind: Block["kind"], words: string): Named | null {
  const name = kind === "dateline" ? outletOnDateLine(words) : null;
  return name ? { name, at: words.indexOf(name) } : null;
}

function inDateline(kind: Block["kind"], words: string): Named | null {
  if (kind !== "dateline") return null;
  const agency = datelineOf(`${words} X`, () => false)?.agency;
  return agency ? { name: agency.name, at: agency.from } : null;
}
