/** One thing that was looked at. */
export interface Finding {
  /** ok; warning: it works, and somebody should know; fault: something does not work. */
  readonly level: "ok" | "warning" | "fault";
  /** What was looked at, in a word. */
  readonly part: string;
  readonly says: string;
  /** What to do; null where nothing is to be done. */
  readonly todo: string | null;
}

export function ok(part: string, says: string): Finding {
  return { level: "ok", part, says, todo: null };
}

export function warning(part: string, says: string, todo: string): Finding {
  return { level: "warning", part, says, todo };
}

export function fault(part: string, says: string, todo: string): Finding {
  return { level: "fault", part, says, todo };
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** `1.5 GB`, for people. */
export function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const n = bytes / 1024 ** step;
  return `${n < 10 && step > 0 ? n.toFixed(1) : Math.round(n)} ${UNITS[step]}`;
}
