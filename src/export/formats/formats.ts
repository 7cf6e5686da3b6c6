import { UserError } from "../../model/errors.ts";
import { brat } from "./brat.ts";
import { claimReview } from "./claimReview.ts";
import { csv } from "./csv.ts";
import type { ExportFormat } from "./format.ts";
import { ftm } from "./ftm.ts";
import { ndjson } from "./ndjson.ts";
import { quotation } from "./quotation.ts";
import { webAnnotation } from "./webAnnotation.ts";

/** All ways to write entries out. */
export const FORMATS: readonly ExportFormat[] = [csv, ndjson, webAnnotation, quotation, claimReview, brat, ftm];

/** The format of that name. Throws UserError where there is none. */
export function formatNamed(name: string): ExportFormat {
  const format = FORMATS.find((one) => one.name === name);
  if (!format)
    throw new UserError(`there is no format “${name}”; there are: ${FORMATS.map((one) => one.name).join(" ")}`, 2);
  return format;
}
