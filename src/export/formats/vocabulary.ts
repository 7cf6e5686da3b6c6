import { STANDING } from "../recordWords.ts";
import {
  type ExportedRecord,
  type ExportedWhen,
  type Pair,
  chainOf,
  saidOf,
  spansOf,
  standingWords,
} from "./exported.ts";

/** A value of JSON-LD; what is null is left out. */
export type Ld = string | number | boolean | readonly Ld[] | { readonly [key: string]: Ld };

/** Our own terms in JSON-LD: all begin with `hearsay:`, so that none is taken for one of the standard beside it. */
export const HEARSAY_CONTEXT = {
  hearsay: "urn:hearsay:terms:",
  "hearsay:chain": { "@id": "urn:hearsay:terms:chain", "@container": "@list" },
  "hearsay:steps": { "@id": "urn:hearsay:terms:steps", "@container": "@list" },
  "hearsay:spans": { "@id": "urn:hearsay:terms:spans", "@container": "@list" },
  "hearsay:decisions": { "@id": "urn:hearsay:terms:decisions", "@container": "@list" },
} as const;

/** The identifier of an entry: its address in the reading room, or a name that holds its id. */
export function entryIri({ id }: Pick<ExportedRecord, "id">, base: string | null): string {
  return base === null ? `urn:hearsay:${encodeURIComponent(id)}` : `${base}statements/${encodeURIComponent(id)}`;
}

export function articleIri(article: string, base: string | null): string {
  return base === null
    ? `urn:hearsay:${encodeURIComponent(article)}`
    : `${base}articles/${encodeURIComponent(article)}`;
}

/** Names bytes by their SHA-256 (RFC 6920). */
export function hashIri(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
}

/** All that an entry is worth and rests on, in our own terms: the same in every JSON-LD format. */
export function factsLd(record: ExportedRecord): { readonly [key: string]: Ld } {
  const { id, kind, standing, speaker, speakerKind, act, manner, confidence, occasion, by, read, report, entry } =
    record;
  const { capture, edition, published } = report;
  return without({
    "hearsay:record": id,
    "hearsay:kind": kind,
    "hearsay:standing": standing,
    "hearsay:standingMeans": standingWords(record),
    "hearsay:mark": STANDING[standing].mark,
    "hearsay:corrected": record.machine !== null,
    "hearsay:confidence": confidence,
    "hearsay:speaker": speaker,
    "hearsay:speakerKind": speakerKind,
    "hearsay:act": act,
    "hearsay:manner": manner,
    "hearsay:speakingDenied": entry.negated === true ? true : null,
    "hearsay:voice": entry.voice?.of ?? null,
    "hearsay:chain": chainOf(record).map(({ name, kind: of }) => ({ "hearsay:name": name, "hearsay:kind": of })),
    "hearsay:restsOn": entry.restsOn ?? null,
    "hearsay:said": whenLd(saidOf(record)),
    "hearsay:occasion": occasion,
    "hearsay:published": whenLd(published),
    "hearsay:foundBy": by,
    "hearsay:readBy": read.by,
    "hearsay:readAt": read.at,
    "hearsay:decisions": record.decisions.map(({ seq, act: decided, by: who, at, cause }) =>
      without({
        "hearsay:entry": seq,
        "hearsay:act": decided,
        "hearsay:by": who,
        "hearsay:at": at,
        "hearsay:reason": cause,
      }),
    ),
    "hearsay:machineHad": machineLd(record),
    "hearsay:capture": without({
      "hearsay:sha256": capture.sha256,
      "hearsay:address": capture.address,
      "hearsay:at": capture.at,
      "hearsay:by": capture.by,
      "hearsay:mediaType": capture.mediaType,
    }),
    "hearsay:edition": edition.number,
    "hearsay:textSha256": edition.sha256,
    "hearsay:spanUnit": "UTF-16 code units",
    "hearsay:spans": spansOf(entry).map(spanLd),
  });
}

function spanLd([from, to]: Pair): Ld {
  return { "hearsay:from": from, "hearsay:to": to };
}

function whenLd(when: ExportedWhen | null): Ld | null {
  if (when === null) return null;
  const steps = when.steps ?? [];
  return without({
    "hearsay:edtf": when.edtf,
    "hearsay:basis": when.basis,
    "hearsay:steps": steps.length > 0 ? steps : null,
  });
}

/** What stood there before a person corrected it: a correction hides nothing. */
function machineLd({ machine }: ExportedRecord): Ld | null {
  if (machine === null || typeof machine !== "object" || Array.isArray(machine)) return null;
  const { speaker, act, uttered, words } = machine as { readonly [key: string]: unknown };
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return without({
    "hearsay:speaker": text(speaker),
    "hearsay:act": text(act),
    "hearsay:said": text(uttered),
    "hearsay:words": text(words),
  });
}

/** The fields that have a value. */
export function without(fields: { readonly [key: string]: Ld | null | undefined }): { readonly [key: string]: Ld } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as { [key: string]: Ld };
}
