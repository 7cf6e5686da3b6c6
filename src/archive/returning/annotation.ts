/** A stretch of a text in characters (Unicode code points), half-open; or only words, where no place is told. */
export interface ReturnedPiece {
  readonly from: number | null;
  readonly to: number | null;
  /** The words beside the place: they must stand there. Null where the file has none. */
  readonly words: string | null;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** What an annotation said when it was exported. Spans in UTF-16 units. */
export interface Exported {
  readonly standing: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly speaker: string;
  readonly speakerKind: string;
  readonly act: string;
}

/** One annotation as a tool gave it back. What is null is not in the file any more. */
export interface Returned {
  /** Where in the file, for messages. */
  readonly where: string;
  /** `ARTICLE.ID`. */
  readonly id: string;
  readonly textSha256: string;
  readonly exported: Exported;
  readonly pieces: readonly ReturnedPiece[];
  /** An annotation that is one stretch may come in fragments, cut where lines end. */
  readonly fragmented: boolean;
  readonly speaker: string | null;
  readonly speakerKind: string | null;
  readonly act: string | null;
  /** Ids of the entries of this text that were exported together, without the article; null where they are not told. */
  readonly together: readonly string[] | null;
  /** Where the ledger ended when it was exported. */
  readonly ledger: number;
}

/** Something in a file that does not go into the archive, and why. */
export interface Told {
  readonly where: string;
  readonly why: string;
}

/** All that a file gave back. */
export interface ReturnedFile {
  readonly annotations: readonly Returned[];
  /** What is there and cannot be taken over. */
  readonly left: readonly Told[];
}

/** Why an annotation that belongs to no record is not taken over. */
export const NEW =
  "it belongs to no record of the archive. An archive holds what a reader found in a text; people decide on that and add nothing to it";

const HEX = /^[0-9a-f]{64}$/;

/** What was exported with an annotation, from its own fields; null where they are not all there or not what they were. */
export function exportedIn(fields: {
  readonly [
    K in "record" | "textSha256" | "standing" | "speaker" | "speakerKind" | "act" | "spans" | "together" | "ledger"
  ]?: unknown;
}): Pick<Returned, "id" | "textSha256" | "exported" | "together" | "ledger"> | null {
  const { record, textSha256, standing, speaker, speakerKind, act, ledger } = fields;
  const spans = pairsIn(fields.spans);
  if (typeof record !== "string" || typeof textSha256 !== "string" || !HEX.test(textSha256) || spans === null)
    return null;
  if (typeof standing !== "string" || typeof speaker !== "string" || typeof speakerKind !== "string") return null;
  if (typeof act !== "string" || typeof ledger !== "number") return null;
  const together = Array.isArray(fields.together) ? fields.together.filter((id) => typeof id === "string") : null;
  return { id: record, textSha256, exported: { standing, spans, speaker, speakerKind, act }, together, ledger };
}

function pairsIn(value: unknown): readonly (readonly [number, number])[] | null {
  if (!Array.isArray(value)) return null;
  const pairs: [number, number][] = [];
  for (const pair of value) {
    const [from, to] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof from !== "number" || typeof to !== "number") return null;
    pairs.push([from, to]);
  }
  return pairs;
}
