import { stripTypeScriptTypes } from "node:module";

/** The TypeScript of a client script as the JavaScript a browser takes, its lines where they were. */
export function withoutTypes(source: string): string {
  const { emitWarning } = process;
  // Node calls this an experiment, once, on standard error; the sources here are run by the same experiment.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source).replace(/(\bfrom\s*"\.\/[^"]+)\.ts"/g, '$1.js"');
  } finally {
    process.emitWarning = emitWarning;
  }
}
