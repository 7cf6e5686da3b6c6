import { randomBytes } from "node:crypto";

/** A secret nobody guesses: 256 random bits in 43 letters, digits, `-` and `_`. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A short name for a thing, no secret: ten hexadecimal digits. */
export function newId(): string {
  return randomBytes(5).toString("hex");
}

/** A moment some time after another, ISO 8601 in UTC; before it where `milliseconds` is negative. */
export function after(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}
