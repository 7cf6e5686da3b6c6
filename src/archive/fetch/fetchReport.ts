import type { IncomingHttpHeaders } from "node:http";
import { PACKAGE } from "../../home.ts";
import { AllowList } from "./allowList.ts";
import { FetchError } from "./fetchError.ts";
import { type Answer, hop } from "./hop.ts";
import { type FetchLimits, USUAL_LIMITS } from "./limits.ts";
import { waitOf } from "./retryAfter.ts";
import { type Resolve, machinesOwn } from "./resolver.ts";

/** Says who asks. */
export const USER_AGENT = `Hearsay/${PACKAGE.version} (archive of news reports)`;

export interface FetchOptions {
  readonly allow?: AllowList;
  readonly limits?: Partial<FetchLimits>;
  /** From the last time it was fetched: with them the server may answer that nothing has changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Media types that are taken; null takes all. */
  readonly types?: ReadonlySet<string> | null;
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
  /**
   * Called before every question, that of a redirect too: comes back when it may be asked, with what to call when it has been
   * answered, or throws where it may not be asked at all.
   */
  readonly turn?: (url: URL) => Promise<(failure: FetchError | null) => void>;
  /** Milliseconds since 1970, to count from where a server names the moment to come again. */
  readonly now?: () => number;
}

/** What came from an address. */
export interface Fetched {
  /** Where it was found in the end, without the part behind #. */
  readonly address: string;
  /** The redirects that led there, the first first. */
  readonly trail: readonly { readonly from: string; readonly status: number; readonly to: string }[];
  readonly status: number;
  /** Null when it has not changed since it was last fetched. */
  readonly bytes: Buffer | null;
  /** Lower case, without parameters; null where the server does not say. */
  readonly mediaType: string | null;
  /** Those of its headers that are worth keeping, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What may be a report or name some. Where the server says nothing, or nothing of use, the bytes will tell. */
const TAKEN: ReadonlySet<string> = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "text/markdown",
  "text/xml",
  "application/xml",
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json",
  "text/x-opml",
  "application/pdf",
  "application/octet-stream",
  "binary/octet-stream",
]);

const ACCEPTED =
  "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json;q=0.9, application/xml;q=0.9, text/*;q=0.8, application/pdf;q=0.8, */*;q=0.1";

const KEPT = [
  "content-type",
  "content-encoding",
  "content-language",
  "date",
  "last-modified",
  "etag",
  "expires",
  "cache-control",
  "server",
  "link",
] as const;
/** Longer ones are nothing but noise. */
const LONGEST_HEADER = 2_000;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches what stands at an http or https address, from hosts on the public internet only, and follows redirects by the same
 * rules. No cookies are sent or kept. Throws FetchError, its message beginning with the address at which it failed.
 */
export async function fetchReport(named: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...USUAL_LIMITS, ...options.limits };
  const trail: { from: string; status: number; to: string }[] = [];
  let url = addressOf(named, null);
  let left = limits.whole;
  for (;;) {
    const answered = await options.turn?.(url);
    const start = performance.now();
    let failure: FetchError | null = null;
    try {
      const answer = await ask(url, options, { ...limits, whole: Math.max(1, left) });
      const to = redirected(url, answer);
      if (to === null) return fetched(url, trail, answer);
      trail.push({ from: url.href, status: answer.status, to: to.href });
      if (trail.length > limits.redirects || trail.some(({ from }) => from === to.href))
        throw new FetchError(trail[0]?.from ?? url.href, "content", "leads from one address to the next without end");
      url = to;
    } catch (error) {
      if (error instanceof FetchError) failure = error;
      throw error;
    } finally {
      left -= performance.now() - start;
      answered?.(failure);
    }
  }
}

function ask(url: URL, options: FetchOptions, limits: FetchLimits): Promise<Answer> {
  const { etag = null, lastModified = null, types = TAKEN, now = Date.now } = options;
  const wanted = (status: number, headers: IncomingHttpHeaders): boolean => {
    if (REDIRECTS.has(status) || (status === 304 && (etag !== null || lastModified !== null))) return false;
    if (status !== 200)
      throw new FetchError(url.href, "status", `the server answers ${status}${MEANINGS[status] ?? ""}`, {
        status,
        retryAfter: waitOf(headers["retry-after"], now()),
      });
    const type = mediaTypeIn(headers);
    if (types !== null && type !== null && !types.has(type))
      throw new FetchError(url.href, "content", `is of type "${type}", which is no report and no feed`);
    return true;
  };
  return hop(url, {
    headers: {
      "user-agent": USER_AGENT,
      accept: ACCEPTED,
      ...(etag !== null && { "if-none-match": etag }),
      ...(lastModified !== null && { "if-modified-since": lastModified }),
    },
    limits,
    allow: options.allow ?? new AllowList(),
    resolve: options.resolve ?? machinesOwn,
    wanted,
    ...(options.signal && { signal: options.signal }),
  });
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: ": it wants a password",
  402: ": it wants to be paid",
  403: ": it does not let us in",
  404: ": nothing is there",
  410: ": it is gone",
  429: ": it was asked too often",
  451: ": it is withheld for legal reasons",
};

/** An address as it is asked for, without the part behind #. Throws FetchError where it is none. */
function addressOf(named: string, base: URL | null): URL {
  const url = URL.parse(named, base?.href);
  if (!url)
    throw new FetchError(
      base?.href ?? named,
      "forbidden",
      base ? `leads to "${named}", which is no address` : "is no address",
    );
  url.hash = "";
  return url;
}

function redirected(url: URL, { status, headers }: Answer): URL | null {
  if (!REDIRECTS.has(status)) return null;
  const { location } = headers;
  if (location === undefined)
    throw new FetchError(url.href, "content", `the server answers ${status} but not where to go`);
  return addressOf(location, url);
}

function fetched(url: URL, trail: Fetched["trail"], { status, headers, body }: Answer): Fetched {
  const kept = KEPT.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" && value.length <= LONGEST_HEADER ? [[name, value] as const] : [];
  });
  return {
    address: url.href,
    trail,
    status,
    bytes: body,
    mediaType: mediaTypeIn(headers),
    headers: Object.fromEntries(kept),
  };
}

function mediaTypeIn(headers: IncomingHttpHeaders): string | null {
  const type = headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return type === "" ? null : type;
}
