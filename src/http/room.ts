import type { Role } from "../model/roles.ts";
import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

export { ROLES, type Role } from "../model/roles.ts";

/** Who asks, and how we know. */
export interface Who {
  readonly name: string;
  readonly role: Role;
  /** "local": at this machine, where nobody has to log in; "nobody": not logged in, which only a few addresses answer. */
  readonly via: "local" | "session" | "token" | "nobody";
}

/** What the door knows of a request beside who asks. */
export interface Asked {
  /** The user's login; null for somebody local and for nobody. */
  readonly login: string | null;
  /** The hash of the session or token. */
  readonly key: string | null;
  /** Where it comes from, as far as proxies that are believed tell. */
  readonly address: string;
  readonly https: boolean;
  /** Whether nobody on the way could read it: by https, or under a name of the asking machine itself. */
  readonly secure: boolean;
}

/** How the room is reached, where that is not usual. */
export interface AccessSettings {
  /** Addresses or networks (`10.0.0.0/8`) of proxies whose X-Forwarded-For, -Proto and -Host are believed; none unless said. */
  readonly proxies?: readonly string[];
  /** Requests a minute for each session, token or address; 1,200 unless said. */
  readonly perMinute?: number;
}

/** What a request carries from one handler to the next. */
export interface Variables {
  who: Who;
  /** Stands in every form; a script sends it as `x-csrf`. Empty where a request needs none. */
  csrf: string;
  asked: Asked;
}

export interface Env {
  Variables: Variables;
}

/** What is counted, ready to be asked for. */
export interface Metrics {
  /** All of it in the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly close: () => Promise<void>;
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
  /** Hosts that reports may be fetched from although they are not public, as HOST or HOST:PORT. */
  readonly allow?: readonly string[];
  /** Names reports that workers could not read, each with the reason, at most so many; left out where there are no workers. */
  readonly refused?: (most: number) => Promise<readonly string[]>;
  /** Where requests and failures are told; nowhere where it is left out. */
  readonly log?: Logger;
  /** What is counted; nothing where it is left out. */
  readonly metrics?: Metrics;
  /** How it is reached, where that is not usual. */
  readonly access?: AccessSettings;
}

export function mayDecide({ role }: Who): boolean {
  return role !== "reader";
}

export function mayAdminister({ role }: Who): boolean {
  return role === "admin";
}
