import assert from "node:assert/strict";
import type { Decider } from "../../../src/archive/decider.ts";
import { RETURNING, type ReturnPlan, planReturn } from "../../../src/archive/returning/returning.ts";
import type { Store } from "../../../src/store/store.ts";
import { NOON } from "../../archive/reports.ts";

// What annotation tools do to a file between its going out and its coming back.

export const MIRA: Decider = { name: "Mira Sand", reason: "marked in class", now: NOON };

export type Annotation = { [key: string]: any };

export async function planned(
  store: Store,
  format: string,
  content: string,
  retractMissing = false,
): Promise<ReturnPlan> {
  const read = RETURNING[format];
  assert.ok(read);
  return planReturn(store, read("back", content), { retractMissing });
}

/** Changes one annotation of a Web Annotation export, as a tool would. */
export function changed(content: string, id: string, change: (annotation: Annotation) => void): string {
  const collection = JSON.parse(content) as { first: { items: Annotation[] } };
  const annotation = collection.first.items.find((one) => one["hearsay:record"] === id);
  assert.ok(annotation);
  change(annotation);
  return JSON.stringify(collection);
}

export function bodyFor(annotation: Annotation, purpose: string): Annotation {
  return annotation["body"].find((body: Annotation) => body["purpose"] === purpose) as Annotation;
}

/** The lines of one entry in a brat export, and the file with them changed. */
export function lineOf(content: string, id: string, kind: "T" | "A" | "Speaker"): string {
  const lines = content.split("\n");
  const note = lines.findIndex((line) => line.includes(`{"record":"${id}"`));
  const [, target = ""] = /Hearsay (T\d+)\t/.exec(lines[note] ?? "") ?? [];
  const start = lines.findLastIndex((line, i) => i < note && line.startsWith(`${target}\t`));
  const own = lines.slice(start, note + 2);
  const found = own.find((line) =>
    kind === "T"
      ? line.startsWith(`${target}\t`)
      : kind === "A"
        ? /\t(?:Act|Silence) /.test(line)
        : /AnnotatorNotes/.test(line),
  );
  assert.ok(found);
  return found;
}

export function twice(collection: { first: { items: Annotation[] } }): object {
  return { ...collection, first: { items: [...collection.first.items, collection.first.items[0]] } };
}

export function removedFrom(collection: { first: { items: Annotation[] } }, id: string): object {
  const items = collection.first.items.filter((one) => one["hearsay:record"] !== id);
  return { ...collection, first: { ...collection.first, items } };
}

/** As brat does it: the annotation goes with all that hangs on it. */
export function removedFromBrat(content: string, id: string): string {
  const files = content.split(/(?=^==> )/m);
  return files
    .map((file) => {
      const [, target] = new RegExp(`Hearsay (T\\d+)\\t\\{"record":"${id}"`).exec(file) ?? [];
      if (target === undefined) return file;
      const hangs = new RegExp(`^${target}\\t|[ :]${target}(?=[\\t ]|$)`);
      return file
        .split("\n")
        .filter((line) => !hangs.test(line.split("\t").slice(0, 2).join("\t")))
        .join("\n");
    })
    .join("");
}
