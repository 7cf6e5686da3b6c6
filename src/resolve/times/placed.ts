import type { FoundTime, Time, When } from "../../model/time.ts";
import type { Moment } from "./moments.ts";

/** A time expression with the stretch of the calendar it lies in, where that is known. */
export interface PlacedTime {
  readonly found: FoundTime;
  readonly time: Time;
  readonly moment: Moment | null;
}

/** What a time says of when something was. */
export function whenOf({ edtf, basis, steps }: Time): When {
  return { edtf, basis, steps };
}
