/** Signals by which people and systems ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** npm hands a terminal's Ctrl+C on to a program that has it already: what comes so soon is the first signal again. */
const SAME = 500;

/** Does work that can be asked to stop: `stop` is raised at the first signal; the second ends the program where it stands. */
export async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const raise = (): void => {
    stop.abort();
    timer ??= setTimeout(forget, SAME).unref();
  };
  const forget = (): void => {
    clearTimeout(timer);
    for (const signal of SIGNALS) process.off(signal, raise);
  };
  for (const signal of SIGNALS) process.on(signal, raise);
  try {
    return await work(stop.signal);
  } finally {
    forget();
  }
}
