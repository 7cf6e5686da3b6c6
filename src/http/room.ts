import type { Store } from "../store/store.ts";

export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks, and how we know. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  readonly via: "local" | "session" | "token";
}

/** What a request carries from one handler to the next. */
export interface Variables {
  who: Who;
  /** Stands in every form; a script sends it as `x-csrf`. Empty where a request needs none. */
  csrf: string;
}

export interface Env {
  Variables: Variables;
}

/** What the reading room works with. */
export interface Room {
  readonly store: Store;
  /** The time, ISO 8601 in UTC. */
  readonly now: () => string;
  /** The name under which a person at this machine decides, where nobody has to log in. */
  readonly localName: string;
  /** The version of Hearsay, as on its pages. */
  readonly version: string;
}

export function mayDecide({ role }: Who): boolean {
  return role !== "reader";
}

export function mayAdminister({ role }: Who): boolean {
  return role === "admin";
}
