import type { Clock } from "../../../src/archive/fetch/hosts.ts";

/** A clock that is moved by hand and by what waits for it: nobody really waits. */
export function handClock(
  start = Date.UTC(2026, 10, 16, 8),
): Clock & { advance(milliseconds: number): void; readonly pauses: number[] } {
  let time = start;
  const pauses: number[] = [];
  return {
    now: () => time,
    async pause(milliseconds) {
      pauses.push(milliseconds);
      time += milliseconds;
      await new Promise((done) => setImmediate(done));
    },
    advance: (milliseconds) => void (time += milliseconds),
    pauses,
  };
}
