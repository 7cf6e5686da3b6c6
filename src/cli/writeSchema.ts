import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readingJsonSchema } from "../export/schema.ts";

writeFileSync(join(import.meta.dirname, "../../docs/reading.schema.json"), readingJsonSchema());
