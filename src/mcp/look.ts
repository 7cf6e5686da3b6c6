import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { nameMeant } from "../archive/named.ts";
import { textOf } from "../archive/records.ts";
import { type Asked, type AskedField, type Taken, askedIn, given, readAsked } from "../archive/views/asked.ts";
import { CONDITIONAL_ACTS, conditionRows } from "../archive/views/conditions.ts";
import { type Part, whoView } from "../archive/views/who.ts";
import { UserError } from "../model/errors.ts";
import type { Query, Store } from "../store/store.ts";
import { type Evidence, PROOF, evidenceOf } from "./evidence.ts";
import { counted, cursor, evidence, filters, limit, page, proof } from "./schemas.ts";
import { type Desk, addTool } from "./tool.ts";

const USUAL = 10;

/** Tools that look for evidence. */
export function addLooking(server: McpServer, desk: Desk): void {
  const { store } = desk;
  addTool(server, desk, {
    name: "find_statements",
    title: "Find statements",
    description:
      "Look for statements in news reports by words and filters: who said what, through whom, when, with its standing. The newest first.",
    takes: { ...filters, limit, cursor },
    gives: page.shape,
    do: (asked) => found(store, { kind: "statement" }, asked),
  });
  addTool(server, desk, {
    name: "timeline",
    title: "Timeline",
    description:
      "What was said by the day it was said on, the last day first, and how each day is known. Statements on days not known are left out.",
    takes: { ...filters, limit, cursor },
    gives: page.shape,
    do: (asked) => found(store, { order: "said" }, asked),
  });
  const { act: _, said: __, ...ofSilences } = filters;
  addTool(server, desk, {
    name: "silences",
    title: "Silences",
    description:
      "What was reported as not said or not done: a question left open, a topic not mentioned, an answer refused. “Not reported by” is not “not said”.",
    takes: { ...ofSilences, limit, cursor },
    gives: page.shape,
    do: (asked) => found(store, { kind: "silence" }, asked),
  });
  addTool(server, desk, {
    name: "open_conditions",
    title: "Open conditions",
    description:
      "Vows, threats, offers and other statements that hang on a condition, the newest first, with whose move it is.",
    takes: {
      act: z.enum(CONDITIONAL_ACTS).optional(),
      mover: z.string().max(500).optional().describe("Whose move it is, as the archive has the name"),
      limit,
      cursor,
    },
    gives: {
      items: z.array(
        evidence.extend({
          condition: z.object({
            trigger: z.string().nullable(),
            consequence: z.string().nullable(),
            mover: z.string().nullable(),
          }),
        }),
      ),
      cursor: z.string().nullable(),
      ...proof,
    },
    do: async ({ act, limit: most = USUAL, ...rest }) => {
      const asked = { ...given(rest), limit: most, ...(act !== undefined && { acts: [act] }) };
      const { items, cursor: next } = await conditionRows(store, asked);
      const views = await evidenceOf(
        store,
        items.map(({ row }) => row),
      );
      return {
        items: items.map(({ condition }, i) => ({ ...(views[i] as Evidence), condition })),
        cursor: next,
        ...PROOF,
      };
    },
  });
  addPerson(server, desk);
  addText(server, desk);
}

function addPerson(server: McpServer, desk: Desk): void {
  const { store } = desk;
  addTool(server, desk, {
    name: "person",
    title: "Person, channel or outlet",
    description:
      "What the archive has of somebody who speaks, a channel or an outlet: offices, acts, months, the newest statements.",
    takes: {
      name: z.string().trim().min(1).max(500),
      as: z.enum(["speaker", "channel", "outlet"]).optional().describe("speaker unless said"),
      cursor,
    },
    gives: {
      name: z.string(),
      filed: z.array(z.string()).describe("Names that people filed with it"),
      likewise: counted.describe("Other spellings, not filed with it"),
      offices: z.array(
        z.object({ title: z.string(), of: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
      ),
      counted: z
        .object({ of: z.int(), more: z.boolean() })
        .describe("How many statements the counts are of, and whether there are more"),
      standings: counted,
      acts: counted,
      channels: counted,
      outlets: counted,
      months: counted,
      items: z.array(evidence),
      cursor: z.string().nullable(),
      ...proof,
    },
    do: async ({ name: typed, as: part = "speaker", cursor: after }) => {
      const { name } = await nameMeant(store, part as Part, typed);
      const view = await whoView(store, part as Part, name, after);
      if (!view) throw new UserError(`nothing stands under the name “${typed}”`, 2);
      const { tally } = view;
      const months = new Map<string, number>();
      for (const { month, n } of tally.months) months.set(month, (months.get(month) ?? 0) + n);
      const few = (values: readonly { readonly value: string; readonly n: number }[]) =>
        values.slice(0, 20).map(({ value, n }) => ({ value, n }));
      return {
        name: view.name,
        filed: [...view.filed],
        likewise: few(view.likewise),
        offices: (view.person?.offices ?? []).map(({ title, of, from, to }) => ({ title, of, from, to })),
        counted: { of: tally.of, more: tally.more },
        standings: few(tally.standings),
        acts: few(tally.acts),
        channels: few(tally.channels),
        outlets: few(tally.outlets),
        months: Array.from(months, ([value, n]) => ({ value, n })),
        items: await evidenceOf(
          store,
          await rowsOf(
            store,
            view.statements.map(({ id }) => id),
          ),
        ),
        cursor: view.cursor,
        ...PROOF,
      };
    },
  });
}

/** As much of a text as is shown at once: enough to see words in their place, not to copy an article. */
const MOST_UNITS = 2_000;
const NO_STATEMENT = "text as captured; no statement, and nobody has confirmed it" as const;

function addText(server: McpServer, desk: Desk): void {
  const { store } = desk;
  addTool(server, desk, {
    name: "article_text",
    title: "Text of an article",
    description: `A stretch of an article’s text, at most ${MOST_UNITS} units, to see words in their place. It is the report’s own text: nobody’s statement by itself.`,
    takes: {
      article: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .describe("The part of an id before the point"),
      from: z.int().min(0).optional().describe("In UTF-16 units; 0 unless said"),
      to: z.int().min(0).optional(),
      edition: z.int().min(1).optional().describe("The latest unless said"),
    },
    gives: {
      article: z.string(),
      edition: z.int(),
      sha256: z.string().describe("Of the whole text"),
      length: z.int(),
      from: z.int(),
      to: z.int(),
      text: z.string(),
      standing: z.literal(NO_STATEMENT),
      ...proof,
    },
    do: async ({ article, from = 0, to, edition: wanted }) => {
      const row = await store.article(article);
      if (!row) throw new UserError(`there is no article ${article} in this archive`, 2);
      const edition = (await store.editions(article)).find((one) => one.edition === (wanted ?? row.edition));
      if (!edition) throw new UserError(`article ${article} has ${row.edition} editions`, 2);
      const text = await textOf(store, edition);
      const end = Math.min(text.length, to ?? from + MOST_UNITS);
      if (from > end || end - from > MOST_UNITS)
        throw new UserError(`ask for at most ${MOST_UNITS} units of the ${text.length} there are, from before to`, 2);
      return {
        article,
        edition: edition.edition,
        sha256: edition.text,
        length: text.length,
        from,
        to: end,
        text: text.slice(from, end).toWellFormed(),
        standing: NO_STATEMENT,
        ...PROOF,
      };
    },
  });
}

type Filtered = { readonly [F in AskedField]?: string | undefined } & { readonly limit?: number | undefined };

async function found(
  store: Store,
  fixed: Pick<Query, "kind" | "order">,
  { limit: most = USUAL, ...asked }: Filtered,
): Promise<z.infer<typeof page>> {
  const { query, names } = await meant(store, askedIn(asked));
  const { items, cursor: next, lookedThrough } = await store.find({ ...query, ...fixed, limit: most });
  const shown = names.map(({ field, typed, name }) => ({ field, typed, name }));
  return {
    items: await evidenceOf(store, items, query.words),
    cursor: next,
    ...(lookedThrough !== undefined && { lookedThrough }),
    taken: shown,
    ...PROOF,
  };
}

async function meant(store: Store, asked: Asked): Promise<{ query: Query; names: readonly Taken[] }> {
  const { query, taken: names, faults } = await readAsked(store, asked);
  if (query !== null) return { query, names };
  const words = faults.map(({ field, says, names: others }) => {
    return `${field}: ${[says, ...others.map(({ value }) => `“${value}”`)].join(" ")}`;
  });
  throw new UserError(words.join("; "), 2);
}

async function rowsOf(store: Store, ids: readonly string[]) {
  const rows = await Promise.all(ids.map((id) => store.record(id)));
  return rows.filter((row) => row !== null);
}
