import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { AllowList } from "./allowList.ts";
import { ENCODINGS, bodyOf } from "./body.ts";
import { FetchError } from "./fetchError.ts";
import type { FetchLimits } from "./limits.ts";
import { type HostAddress, type Resolve, permittedAddresses } from "./resolver.ts";

/** One question and its answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body, unpacked; null where it was not wanted. */
  readonly body: Buffer | null;
}

export interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: FetchLimits;
  readonly allow: AllowList;
  readonly resolve: Resolve;
  readonly signal?: AbortSignal;
  /** Says by the head of the answer whether its body is wanted; may throw. */
  readonly wanted: (status: number, headers: IncomingHttpHeaders) => boolean;
}

/**
 * Asks for one URL, without following where it leads. The host's addresses are looked up and judged here, and only they are
 * connected to: a name that changes its mind in between gains nothing. Every question has a connection of its own.
 */
export async function hop(url: URL, asking: Asking): Promise<Answer> {
  const { limits, signal } = asking;
  const late = new AbortController();
  const address = url.href;
  const tooLate = (what: string, milliseconds: number): void =>
    late.abort(new FetchError(address, "timeout", `${what} within ${milliseconds / 1000} seconds`));
  const whole = setTimeout(tooLate, limits.whole, "was not all there", limits.whole);
  let step = setTimeout(tooLate, limits.connect, "could not be reached", limits.connect);
  const stop = (): void => late.abort(new FetchError(address, "stopped", "was not waited for"));
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  try {
    const addresses = await unless(late.signal, permittedAddresses(url, asking.allow, asking.resolve));
    const answer = await unless(
      late.signal,
      asked(url, addresses, asking, late.signal, () => {
        clearTimeout(step);
        step = setTimeout(tooLate, limits.firstByte, "did not answer", limits.firstByte);
      }),
    );
    clearTimeout(step);
    return await read(answer, address, asking, late.signal);
  } finally {
    clearTimeout(whole);
    clearTimeout(step);
    signal?.removeEventListener("abort", stop);
    // Whatever still stands of the connection goes.
    late.abort(new FetchError(address, "stopped", "is over"));
  }
}

async function read(answer: IncomingMessage, address: string, asking: Asking, late: AbortSignal): Promise<Answer> {
  const { statusCode: status = 0, headers } = answer;
  if (!asking.wanted(status, headers)) return { status, headers, body: null };
  late.addEventListener("abort", () => answer.destroy(late.reason as Error), { once: true });
  return { status, headers, body: await bodyOf(answer, address, asking.limits) };
}

function asked(
  url: URL,
  addresses: readonly HostAddress[],
  { headers, limits }: Asking,
  late: AbortSignal,
  connected: () => void,
): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const { request, Agent } = url.protocol === "https:" ? https : http;
    const asking = request(url, {
      agent: new Agent({ keepAlive: false }),
      lookup: only(addresses),
      maxHeaderSize: limits.head,
      headers: { ...headers, "accept-encoding": ENCODINGS },
    });
    late.addEventListener("abort", () => asking.destroy(late.reason as Error), { once: true });
    asking.on("socket", (socket) => socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected));
    asking.on("response", done);
    asking.on("error", (error) => failed(explained(url, error)));
    asking.end();
  });
}

/** Gives a connection the addresses that were judged, whatever it asks for. */
function only(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, options, answer) => {
    const [first] = addresses as [HostAddress];
    if (options.all) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  };
}

/** A promise that is given up when the signal is raised. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
    // It may still fail when nobody waits for it any more.
    work.catch(() => {});
  }
}

function explained(
  { href, host }: URL,
  error: NodeJS.ErrnoException & { readonly errors?: readonly Error[] },
): FetchError {
  if (error instanceof FetchError) return error;
  const { code = "" } = error;
  const message = error.message || error.errors?.[0]?.message || code;
  if (code === "HPE_HEADER_OVERFLOW")
    return new FetchError(href, "size", "sends a head that is larger than any page’s");
  if (code.startsWith("HPE_")) return new FetchError(href, "content", `does not speak HTTP as it should (${message})`);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code))
    return new FetchError(href, "connection", `${host} can’t prove who it is (${message})`);
  return new FetchError(href, "connection", `the connection to ${host} failed (${message})`);
}
