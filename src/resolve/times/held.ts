import type { When } from "../../model/time.ts";

/** Whether a date is a day, or from one day to another. */
export function isDayOrRange({ edtf }: When): boolean {
  return edtf !== null && /^\d{4}-\d{2}-\d{2}(?:T[^/]*)?(?:\/\d{4}-\d{2}-\d{2})?$/.test(edtf);
}

/** A day that another sentence tells, with why it holds here. */
export function heldOn({ edtf, steps }: When, why: string): When {
  return { edtf, basis: "derived", steps: [...steps, why] };
}
