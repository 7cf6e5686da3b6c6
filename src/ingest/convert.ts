import { binaryKind } from "./binary.ts";
import type { Converted } from "./ingest.ts";

/**
 * The text of a capture that is no text itself: of a PDF. Null for all others, which `ingest` reads as they are. Throws UserError,
 * its message beginning with `from`, for a PDF that can't be read.
 */
export async function convert(bytes: Uint8Array, from: string): Promise<Converted | null> {
  if (binaryKind(bytes.subarray(0, 16)) !== "a PDF file") return null;
  // Its library takes 0.2 s to load: those who have no PDF do without.
  const { pdfText } = await import("./pdf/pdf.ts");
  return { mediaType: "application/pdf", text: await pdfText(bytes, from) };
}
