import { z } from "@hono/zod-openapi";
import { type Fault, type Taken, askedIn, readAsked } from "../../archive/views/asked.ts";
import { STANDINGS } from "../../model/ledger.ts";
import type { Query, Store } from "../../store/store.ts";
import { Trouble } from "./problem.ts";
import { act, cursor, kind, limit } from "./schemas.ts";

const name = z.string().trim().min(1).max(500);
const DAYS = "2021-01-05..2021-02, 2021-01.., ..2020 or 2021-01-08";
const days = z
  .string()
  .max(30)
  .regex(/^(?=.*\d)(?:\d{4}(?:-\d\d){0,2})?(?:\.\.(?:\d{4}(?:-\d\d){0,2})?)?$/, `is no stretch of days: write ${DAYS}`);

/** What statements are looked for by, named as on the command line. */
export const filters = z.strictObject({
  words: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe('Words that must all stand there; "a phrase", begun*, -unwanted'),
  kind: kind.optional(),
  speaker: name.optional().describe("Who said it or was silent; names filed as one count as one"),
  channel: name.optional().describe("The medium it came through"),
  outlet: name.optional().describe("Who published it"),
  act: act.optional(),
  manner: z.enum(["direct", "indirect", "mixed"]).optional(),
  standing: z.enum(STANDINGS).optional().describe("Retracted ones are found with standing=retracted alone"),
  occasion: name.optional(),
  said: days.optional().describe(`Days it was said on: ${DAYS}`),
  published: days.optional().describe("Days it was published on, written as for said"),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  article: z.string().max(16).optional(),
  order: z.enum(["newest", "said"]).optional().describe("newest: by when it came in; said: the last said first"),
});

export const searchQuery = filters.extend({ limit, cursor });

/** The query that checked filters stand for, names led to those the archive has. Throws Trouble for names it does not have. */
export async function meantBy(
  store: Store,
  { limit: most, article, ...rest }: Partial<z.infer<typeof searchQuery>>,
): Promise<{ readonly query: Query; readonly taken: readonly Taken[] }> {
  const typed = Object.entries(rest).map(([field, value]) => [field, value === undefined ? undefined : String(value)]);
  const { query, taken, faults } = await readAsked(store, askedIn(Object.fromEntries(typed) as Record<string, string>));
  if (query === null) {
    const errors = faults.map((fault) => ({ field: fault.field, detail: faultWords(fault) }));
    throw new Trouble("refused", errors.map(({ field, detail }) => `${field}: ${detail}`).join("; "), errors);
  }
  return {
    query: { ...query, ...(article !== undefined && { article }), ...(most !== undefined && { limit: most }) },
    taken: taken.map(({ field, typed, name: own, guessed, also }) => ({ field, typed, name: own, guessed, also })),
  };
}

function faultWords({ says, names }: Fault): string {
  return [says, ...names.map(({ value, n }) => `“${value}” (${n})`)].join(" ");
}
