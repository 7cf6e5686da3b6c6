import type { Output } from "./console.ts";
import { type Clock, LiveLine, duration, rateIn } from "./liveLine.ts";

const FEWEST = 20;

/**
 * Tells on standard error how far a run over many files has come: one line that is written over on a terminal,
 * a new line every ten seconds elsewhere. Says nothing for a few files.
 */
export class Progress {
  readonly #line: LiveLine;
  readonly #total: number;
  readonly #unit: string;

  constructor(err: Output, total: number, clock: Clock, wanted: boolean, unit = "files") {
    this.#line = new LiveLine(err, clock, wanted && total > FEWEST);
    this.#total = total;
    this.#unit = unit;
  }

  get seconds(): number {
    return this.#line.seconds;
  }

  tell(done: number): Promise<void> {
    return this.#line.tell((seconds) => {
      const left = duration((seconds * (this.#total - done)) / done);
      return `${done}/${this.#total} ${this.#unit}, ${rateIn(done, seconds)} a second, ${left} left`;
    });
  }

  /** Clears the standing line, so that something else can be written. */
  clear(): Promise<void> {
    return this.#line.clear();
  }
}
