/** Signals by which people and systems ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Does work that can be asked to stop: `stop` is raised at the first signal; the second ends the program where it stands. */
export async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const raise = (): void => {
    stop.abort();
    forget();
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, raise);
  };
  for (const signal of SIGNALS) process.on(signal, raise);
  try {
    return await work(stop.signal);
  } finally {
    forget();
  }
}
