import type { z } from "@hono/zod-openapi";
import { Trouble } from "./problem.ts";

type Issue = z.core.$ZodIssue;
/** Names that are allowed beside those that stand in an issue. */
type Allowed = readonly string[];

/** What a schema found wrong with a part of a request, told by field, and for a name that is not known the one it is close to. */
export function wrong(where: string, { issues }: z.core.$ZodError, allowed: Allowed): Trouble {
  const errors = issues.flatMap((issue) => told(issue, allowed)).slice(0, 20);
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, see errors)` : "";
  return new Trouble(
    "bad-request",
    `${WHERE[where] ?? where}, ${first?.field ?? ""}: ${first?.detail ?? ""}${more}`,
    errors,
  );
}

const WHERE: Readonly<Record<string, string>> = { query: "query", json: "body", param: "address", header: "header" };

function told(issue: Issue, allowed: Allowed): { field: string; detail: string }[] {
  const field = issue.path.join(".") || "body";
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), detail: unknownName(key, allowed) }));
  if (issue.code === "invalid_value") return [{ field, detail: `must be one of: ${issue.values.join(", ")}` }];
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return [{ field, detail: "is missing" }];
  if (issue.code === "invalid_type" && issue.message.endsWith("expected string, received array"))
    return [{ field, detail: "must stand there once, as a string" }];
  if (issue.code === "invalid_union") {
    const { options } = issue as { readonly options?: readonly unknown[] };
    if (options) return [{ field, detail: `must be one of: ${options.map(String).join(", ")}` }];
  }
  return [{ field, detail: issue.message }];
}

function unknownName(key: string, allowed: Allowed): string {
  const close = allowed
    .map((name) => ({ name, far: distance(key.toLowerCase().slice(0, 40), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.far - b.far)[0];
  if (close) return `is not known; do you mean ${close.name}?`;
  return allowed.length === 0
    ? "is not known; nothing is taken here"
    : `is not known; there are: ${allowed.join(", ")}`;
}

/** How many letters must be put in, left out, changed or exchanged with the next to make one word of the other. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
}
