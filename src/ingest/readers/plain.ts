import type { Reader } from "../reader.ts";
import { segmentsOf } from "../segments.ts";

/** Plain text: the decoded text with nothing changed, not even its line ends. */
export const plain: Reader = {
  mediaType: "text/plain",
  alsoCalled: ["text/markdown"],
  accepts: () => true,
  read({ text }) {
    return {
      text,
      map: null,
      segments: segmentsOf(text).map((span) => ({ span, kind: null })),
      facts: { title: null, outlet: null, published: null, updated: null },
      remarks: [],
    };
  },
};
