import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

/** What a process holds now (VmRSS) or held at most (VmHWM), in MB, as Linux counts it; NaN elsewhere and after its end. */
export function memoryOf({ pid }: ChildProcess, which: "VmRSS" | "VmHWM"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** How busy the machine is: processes that run or wait to, over the last minute. */
export function loadNow(): string {
  return (loadavg()[0] as number).toFixed(1);
}
