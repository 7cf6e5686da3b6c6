import type { ReadingLine } from "./schema.ts";

/** A span of a reading with the field it stands in: `statements[2].cue`. */
export interface NamedSpan {
  readonly field: string;
  readonly span: readonly [number, number];
}

/** Every span of a reading, field by field. All point into `document.text`. */
export function spansOf(line: ReadingLine): NamedSpan[] {
  const found: NamedSpan[] = [];
  const add = (field: string, span: readonly [number, number] | null): void => {
    if (span) found.push({ field, span });
  };
  const addAll = (field: string, spans: readonly (readonly [number, number])[]): void =>
    spans.forEach((span, i) => add(`${field}[${i}]`, span));

  addAll("document.published.spans", line.document.published.spans);
  line.document.blocks.forEach((block, i) => add(`document.blocks[${i}]`, block.span));
  line.document.repairs.forEach((repair, i) => add(`document.repairs[${i}]`, repair.span));
  line.statements.forEach((s, i) => {
    const at = `statements[${i}]`;
    addAll(`${at}.content`, s.content);
    add(`${at}.cue`, s.cue);
    add(`${at}.source`, s.source);
    add(`${at}.opener`, s.opener);
    add(`${at}.condition.trigger`, s.condition?.trigger ?? null);
    add(`${at}.condition.consequence`, s.condition?.consequence ?? null);
    add(`${at}.frame`, s.frame?.span ?? null);
    addAll(
      `${at}.edits`,
      s.edits.map((edit) => edit.span),
    );
    s.chain.forEach((hop, h) => {
      add(`${at}.chain[${h}].span`, hop.span);
      add(`${at}.chain[${h}].cue`, hop.cue);
    });
  });
  line.quotations.forEach((quotation, i) => add(`quotations[${i}]`, quotation.span));
  line.silences.forEach((silence, i) => add(`silences[${i}]`, silence.span));
  line.times.forEach((time, i) => add(`times[${i}]`, time.span));
  line.people.forEach((person, i) => addAll(`people[${i}].mentions`, person.mentions));
  line.occasions.forEach((occasion, i) => add(`occasions[${i}]`, occasion.span));
  line.occasions.forEach((occasion, i) => addAll(`occasions[${i}].mentions`, occasion.mentions));
  line.counts.forEach((counted, i) => add(`counts[${i}]`, counted.span));
  line.appearances.forEach((appearance, i) => add(`appearances[${i}]`, appearance.span));
  line.remarks.forEach((remark, i) => add(`remarks[${i}]`, remark.span));
  return found;
}

/**
 * What is wrong with a reading by its own text, or null: a span outside the text, pieces of content out of order,
 * words that are not the ones standing there.
 */
export function faultOf(line: ReadingLine): string | null {
  const { text } = line.document;
  for (const { field, span } of spansOf(line)) {
    const [from, to] = span;
    if (from > to || to > text.length) return `${field} is [${from}, ${to}], outside a text of ${text.length} units`;
  }
  for (const [i, statement] of line.statements.entries()) {
    let end = 0;
    for (const [n, [from, to]] of statement.content.entries()) {
      if (from < end || from === to) return `statements[${i}].content[${n}] is empty or out of order`;
      end = to;
      if (text.slice(from, to) !== statement.words[n])
        return `statements[${i}].words[${n}] is not what stands at [${from}, ${to}]`;
    }
    if (statement.words.length !== statement.content.length)
      return `statements[${i}] has ${statement.content.length} pieces of content and words for ${statement.words.length}`;
  }
  return null;
}
