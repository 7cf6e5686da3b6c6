import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const MODELS = new URL("../models/", import.meta.url);

/** Writes models/SHA256SUMS anew, by which `hearsay doctor` knows whether the models are those that were made: `sha256sum -c` reads it. */
export function writeSums(folder: URL = MODELS): void {
  const files = readdirSync(folder).filter((name) => /\.(?:bin|onnx|txt)$/.test(name));
  const lines = files.toSorted().map((name) => {
    const hash = createHash("sha256")
      .update(readFileSync(new URL(name, folder)))
      .digest("hex");
    return `${hash}  ${name}\n`;
  });
  writeFileSync(new URL("SHA256SUMS", folder), lines.join(""));
}

// The full reader's models are written by programs of two languages: train/full/train.sh calls this when all are there.
if (import.meta.main) writeSums();
