import { UserError } from "../../model/errors.ts";

interface Allowed {
  readonly host: string;
  /** Null for all of them. */
  readonly port: number | null;
}

/** Hosts that may be fetched from although they are not public: those of an intranet, those of a test. */
export class AllowList {
  readonly #all: readonly Allowed[];

  /** Each as HOST or HOST:PORT; an IPv6 address stands in brackets. Throws UserError (a wrong call) for anything else. */
  constructor(named: readonly string[] = []) {
    this.#all = named.map(allowed);
  }

  has({ hostname, port, protocol }: URL): boolean {
    const asked = port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
    return this.#all.some((one) => one.host === hostname && (one.port === null || one.port === asked));
  }
}

function allowed(named: string): Allowed {
  const [, host = "", port] = /^(\[[^\]]*\]|[^:[\]/@?#\s]+)(?::(\d{1,5}))?$/.exec(named) ?? [];
  const address = host === "" ? null : URL.parse(`http://${host}/`);
  if (!address || Number(port ?? 0) > 65_535)
    throw new UserError(`"${named}" names no host: write HOST or HOST:PORT, such as wiki.example:8080 or [fd00::1]`, 2);
  return { host: address.hostname, port: port === undefined ? null : Number(port) };
}
