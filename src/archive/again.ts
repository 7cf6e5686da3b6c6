import { convert } from "../ingest/convert.ts";
import { capture, ingest } from "../ingest/ingest.ts";
import { UserError } from "../model/errors.ts";
import { sha256Of } from "../text/sha256.ts";
import type { CheckedFile } from "./receipt.ts";

/** Reads bytes again the way they were read when they came in. `given` is what was said of them then. */
export async function readAgain(
  bytes: Uint8Array,
  name: string,
  given: { readonly [key: string]: unknown },
): Promise<CheckedFile> {
  const sha256 = sha256Of(bytes);
  const { mediaType } = given;
  try {
    const converted = await convert(bytes, name);
    const { text } = ingest(capture(bytes, name), {
      ...(typeof mediaType === "string" && { mediaType }),
      ...(converted && { converted }),
    });
    return { sha256, text, why: "" };
  } catch (error) {
    if (error instanceof UserError) return { sha256, text: null, why: error.message };
    throw error;
  }
}
