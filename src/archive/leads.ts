import type { PackOffice } from "../model/pack.ts";
import { fieldOf } from "../resolve/field.ts";

/** Offices whose holder speaks for a whole state. */
const HIGHEST = new Set([
  "president",
  "prime minister",
  "premier",
  "chancellor",
  "supreme leader",
  "leader",
  "king",
  "queen",
  "emperor",
  "emir",
  "sultan",
  "crown prince",
  "pope",
  "first secretary",
  "general secretary",
  "chairman",
]);

/** Whether a speaker led a state or its government on a day (EDTF; null: at any time), by the packs. */
export function leads(speaker: string, kind: string, day: string | null): boolean {
  if (kind !== "person") return false;
  const person = fieldOf().person(speaker);
  return person?.offices.some((office) => isHighest(office) && isHeld(office, day)) ?? false;
}

/** A chairman of a state or its party, not of a company. */
function isHighest({ title, of }: PackOffice): boolean {
  return HIGHEST.has(title) && of !== "";
}

/** A month or a year that is all one knows of an end is meant with all its days. */
function isHeld({ from, to }: PackOffice, day: string | null): boolean {
  return day === null || ((from === null || from <= day) && (to === null || day <= `${to}\uffff`));
}
