import type { Json } from "../model/ledger.ts";
import type { Task } from "./pool.ts";

/** What the caller said of a report, of all the options it is read with: part of what makes a sight a new one. */
export function givenIn({ published, publishedElse, outlet, mediaType }: Task["options"]): {
  readonly [key: string]: Json;
} {
  return {
    ...(published !== undefined && { published }),
    ...(publishedElse !== undefined && { publishedElse }),
    ...(outlet !== undefined && { outlet }),
    ...(mediaType !== undefined && { mediaType }),
  };
}
