import type { Run } from "./command.ts";

/** What one kind of fault brought to light. */
export class Findings {
  /** Strikes that came while the command ran, and those that came too late. */
  hit = 0;
  missed = 0;
  acknowledged = 0;
  readonly faults: string[] = [];

  struck({ code }: Run): void {
    if (code === null) this.hit++;
    else this.missed++;
  }

  wrong(faults: readonly string[]): void {
    this.faults.push(...faults);
  }

  wentWell({ code, err }: Run): void {
    if (code !== 0) this.faults.push(`ended with ${code}: ${err.slice(-400)}`);
  }

  /** A command that could not go on has to say so, in words for whoever called it. */
  saidWhy({ code, err }: Run, why: RegExp): void {
    if (code !== 1 || !why.test(err) || /\n {4}at /.test(err))
      this.faults.push(`ended with ${code} and said: ${err.slice(-400)}`);
  }
}
