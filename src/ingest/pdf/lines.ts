/** A run of text as a PDF places it: in points, from the lower left corner of the page. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  /** Whether the line ends behind it. */
  readonly ends: boolean;
}

/** A line as it is printed. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where it ends. */
  readonly right: number;
  readonly size: number;
  readonly page: number;
}

/** The lines of one page: `page` is left at 1. Lines without words are left out. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let open: Run[] = [];
  const finish = (): void => {
    const line = lineOf(open);
    if (line.text !== "") lines.push(line);
    open = [];
  };
  for (const run of runs) {
    const last = open.at(-1);
    // Not every line's end is marked: a run that stands elsewhere is another line. Raised letters stay.
    if (last && Math.abs(run.y - last.y) > 0.6 * Math.max(run.size, last.size)) finish();
    open.push(run);
    if (run.ends) finish();
  }
  if (open.length > 0) finish();
  return lines;
}

function lineOf(runs: readonly Run[]): Line {
  const words = runs.filter(({ text }) => text.trim() !== "");
  const [first] = words;
  const last = words.at(-1);
  return {
    text: runs
      .map(({ text }) => text)
      .join("")
      .replace(/\s+/g, " ")
      .trim(),
    x: first?.x ?? 0,
    y: first?.y ?? 0,
    right: last ? last.x + last.width : 0,
    size: words.reduce((most, { size }) => Math.max(most, size), 0),
    page: 1,
  };
}
