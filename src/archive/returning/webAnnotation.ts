import { hashIri } from "../../export/formats/vocabulary.ts";
import { UserError } from "../../model/errors.ts";
import { NEW, type Returned, type ReturnedFile, type ReturnedPiece, type Told, exportedIn } from "./annotation.ts";

type Fields = { readonly [key: string]: unknown };

/**
 * The annotations of a JSON file: a collection or a page of them, a list, or one alone. Throws UserError for what is no JSON or has
 * none.
 */
export function webAnnotationReturned(name: string, content: string): ReturnedFile {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UserError(`${name}: is no JSON (${(error as Error).message})`);
  }
  const found = annotationsIn(value);
  if (found === null) throw new UserError(`${name}: has no Web Annotations`);
  const annotations: Returned[] = [];
  const left: Told[] = [];
  for (const [i, annotation] of found.entries()) {
    const where = `${name}, annotation ${i + 1}`;
    const returned = returnedOf(annotation, where, left);
    if (returned) annotations.push(returned);
  }
  return { annotations, left };
}

function annotationsIn(value: unknown): readonly Fields[] | null {
  const list = Array.isArray(value) ? value : fields(value) ? listIn(value) : null;
  if (list === null) return null;
  return list.map((one) => (fields(one) ? one : {}));
}

function listIn(value: Fields): readonly unknown[] | null {
  if (Array.isArray(value["items"])) return value["items"];
  const { first } = value;
  if (fields(first)) return listIn(first);
  return listOf(value["type"]).includes("Annotation") ? [value] : null;
}

function returnedOf(annotation: Fields, where: string, left: Told[]): Returned | null {
  const own = (name: string): unknown => annotation[`hearsay:${name}`];
  if (own("record") === undefined) {
    left.push({ where, why: NEW });
    return null;
  }
  const spans = listOf(own("spans")).map((span) => {
    const { "hearsay:from": from, "hearsay:to": to } = fields(span) ? span : {};
    return [from, to];
  });
  const exported = exportedIn({
    record: own("record"),
    textSha256: own("textSha256"),
    standing: own("standing"),
    speaker: own("speaker"),
    speakerKind: own("speakerKind"),
    act: own("act"),
    spans,
    together: own("together") === undefined ? null : listOf(own("together")),
    ledger: own("ledger"),
  });
  const targets = listOf(annotation["target"]);
  const pieces = targets.map((target) => pieceIn(fields(target) ? target : {}));
  const whole = pieces.filter((piece) => piece !== null);
  if (!exported || whole.length !== pieces.length || whole.length === 0) {
    left.push({ where, why: "it does not say any more which record it was, what stood there or where it stands" });
    return null;
  }
  if (targets.some((target) => sourceOf(target as Fields) !== hashIri(exported.textSha256))) {
    left.push({ where, why: "its target is not the text it was exported with" });
    return null;
  }
  const bodies = listOf(annotation["body"]).filter(fields);
  for (const body of bodies)
    if (!OURS.has(String(body["purpose"])))
      left.push({ where, why: "a comment is not kept; a reason goes with a decision (--reason)" });
  const assessed = bodyFor(bodies, "assessing")?.["value"];
  if (assessed !== undefined && assessed !== exported.exported.standing)
    left.push({ where, why: `a standing is no annotation: use hearsay confirm, dispute or retract ${exported.id}` });
  const named = bodyFor(bodies, "identifying");
  return {
    where,
    ...exported,
    pieces: whole.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)),
    fragmented: false,
    speaker: textOr(named?.["value"], null),
    speakerKind: textOr(named?.["hearsay:speakerKind"], null),
    act: textOr(bodyFor(bodies, "classifying")?.["value"], null),
  };
}

const OURS = new Set(["describing", "assessing", "classifying", "identifying"]);

function bodyFor(bodies: readonly Fields[], purpose: string): Fields | undefined {
  return bodies.find((body) => body["purpose"] === purpose);
}

/** The place a target selects, by position, by quote or by both; null where neither is there. */
function pieceIn(target: Fields): ReturnedPiece | null {
  const selectors = listOf(target["selector"]).filter(fields);
  const position = selectors.find(({ type }) => type === "TextPositionSelector");
  const quote = selectors.find(({ type }) => type === "TextQuoteSelector");
  const from = position?.["start"];
  const to = position?.["end"];
  const placed = Number.isInteger(from) && Number.isInteger(to);
  const words = textOr(quote?.["exact"], null);
  if (!placed && words === null) return null;
  return {
    from: placed ? (from as number) : null,
    to: placed ? (to as number) : null,
    words,
    prefix: textOr(quote?.["prefix"], ""),
    suffix: textOr(quote?.["suffix"], ""),
  };
}

function sourceOf({ source }: Fields): unknown {
  return fields(source) ? source["id"] : source;
}

function textOr<T>(value: unknown, other: T): string | T {
  return typeof value === "string" ? value : other;
}

function fields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
