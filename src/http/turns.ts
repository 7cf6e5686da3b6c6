/**
 * Lets requests begin one after the other, each in a turn of the event loop of its own. An answer takes some milliseconds in which
 * nothing else is done: where many requests are begun in one turn, whoever is yet to be let in waits for all of them, turn after turn.
 * `isFirst`: those that do not wait.
 */
export function inTurns<A extends readonly [Request, ...unknown[]], T>(
  answer: (...asked: A) => T | Promise<T>,
  isFirst: (request: Request) => boolean,
): (...asked: A) => Promise<T> {
  const waiting: (() => void)[] = [];
  let isRunning = false;
  const next = (): void => {
    const begin = waiting.shift();
    isRunning = begin !== undefined;
    if (!begin) return;
    begin();
    setImmediate(next);
  };
  return async (...asked) => {
    if (!isFirst(asked[0]))
      await new Promise<void>((begin) => {
        waiting.push(begin);
        if (isRunning) return;
        isRunning = true;
        setImmediate(next);
      });
    return answer(...asked);
  };
}
