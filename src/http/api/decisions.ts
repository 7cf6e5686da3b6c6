import { z } from "@hono/zod-openapi";
import { type Correction, correct, placesOf } from "../../archive/correct.ts";
import { confirm, dispute, lastDecision, retract, undo } from "../../archive/decide.ts";
import { type Decider, personOf } from "../../archive/decider.ts";
import { fullId } from "../../archive/records.ts";
import { versionOf } from "../../archive/version.ts";
import { given } from "../../archive/views/asked.ts";
import { decisionView, evidenceView } from "../../archive/views/evidence.ts";
import type { LedgerEntry } from "../../model/ledger.ts";
import { SOURCE_KINDS } from "../../model/statement.ts";
import type { RecordRow, Store } from "../../store/store.ts";
import { DECIDED_AS } from "../../store/values.ts";
import type { Room } from "../room.ts";
import { type Api, type Asked, Reply, operation } from "./operation.ts";
import { Trouble } from "./problem.ts";
import { act, edtf, reason, span, statement, statementId } from "./schemas.ts";
import { recordAt, statementTag } from "./statements.ts";
import { mayGoOn } from "./tags.ts";

/** What a correction may change. Words are looked for in the text, or `content` says where they stand. */
export const change = z
  .strictObject({
    words: z
      .array(z.string().min(1).max(20_000))
      .min(1)
      .max(20)
      .optional()
      .describe("As they stand in the text, a piece each"),
    content: z.array(span).min(1).max(20).optional().describe("Or where they stand"),
    speaker: z.string().trim().min(1).max(500).optional(),
    speakerKind: z.enum(SOURCE_KINDS).optional(),
    act: act.optional(),
    uttered: edtf.max(100).nullable().optional().describe("EDTF, or null for a day that is not known"),
  })
  .openapi("Change");
export type Change = z.infer<typeof change>;

const as = z.enum(DECIDED_AS).optional().describe("How it came about, where it is no first reading");

const body = z
  .discriminatedUnion("act", [
    z.strictObject({ act: z.literal("confirm"), reason: reason.optional(), as }),
    z.strictObject({ act: z.literal("dispute"), reason, as }),
    z.strictObject({ act: z.literal("retract"), reason, as }),
    z.strictObject({ act: z.literal("correct"), change, reason: reason.optional(), as }),
    z.strictObject({
      act: z.literal("undo"),
      entry: z.int().min(1).optional().describe("The decision to take back; the last one unless said"),
      reason: reason.optional(),
    }),
  ])
  .openapi("NewDecision");
type Body = z.infer<typeof body>;

export const entry = z
  .object({
    seq: z.int(),
    act: z.string(),
    about: z.string(),
    by: z.string(),
    at: z.string(),
    reason: z.string().nullable(),
  })
  .openapi("Entry");

/** Decisions of people on a statement: each is an entry of the ledger under the name of who asks. */
export function serveDecisions(api: Api, room: Room): void {
  const { store } = room;
  operation(api, room, {
    method: "post",
    path: "/statements/{id}/decisions",
    id: "decide",
    tags: ["Statements"],
    summary: "Confirm, dispute, retract or correct it, or take a decision back",
    params: statementId,
    body,
    answer: z.object({ entries: z.array(entry), statement }).openapi("Decided"),
    least: "reviewer",
    matched: true,
    do: async ({ c, params, body: made }) => {
      const row = await recordAt(store, params.id);
      const after = await versionAgreed(c, store, row);
      const how = "as" in made ? made.as : undefined;
      const decider = { ...deciderOf(c, room, made.reason, after), ...(how && { as: how }) };
      if (how === "second reader") checkSecond(row, decider.name);
      const entries = await decide(store, row, made, decider);
      const { view, version } = await evidenceView(store, await recordAt(store, fullId(row)));
      return new Reply({ entries: entries.map(shownEntry), statement: view }, { tag: statementTag(version) });
    },
  });
}

/** Who decides: whoever asks, under their own name. */
export function deciderOf(c: Asked<never, never, never>["c"], room: Room, why?: string, after?: string): Decider {
  const { name } = c.get("who");
  return { name, reason: why ?? null, now: room.now(), ...(after !== undefined && { after }) };
}

/** The version that If-Match names, undefined where there is none. Throws Trouble where it is not how the record stands. */
async function versionAgreed(
  c: Asked<never, never, never>["c"],
  store: Store,
  row: RecordRow,
): Promise<string | undefined> {
  const wanted = c.req.header("if-match");
  if (wanted === undefined || wanted.trim() === "*") return undefined;
  const decisions = await store.decisions(fullId(row));
  const version = versionOf(row, decisions);
  const tag = statementTag(version);
  if (mayGoOn(c, tag)) return version;
  const last = decisions.map(decisionView).at(-1);
  const what = last ? `last: ${last.act} by ${last.by} at ${last.at}, entry ${last.seq}` : "it was read anew";
  throw new Trouble(
    "changed-meanwhile",
    `${fullId(row)} is ${row.standing} now (${what}): get it again, look at it, and send its new ETag as If-Match`,
    undefined,
    { etag: tag },
  );
}

/** A second reader decides on what one other person has decided on. */
function checkSecond({ article, id, deciders, decider }: RecordRow, name: string): void {
  if (deciders === 1 && decider !== name.trim()) return;
  throw new Trouble(
    "refused",
    `${article}.${id} does not wait for a second reader: ${deciders === 0 ? "nobody has decided on it" : "you or two others have"}`,
    [{ field: "as", detail: "leave it out" }],
  );
}

async function decide(store: Store, row: RecordRow, made: Body, decider: Decider): Promise<readonly LedgerEntry[]> {
  const id = fullId(row);
  switch (made.act) {
    case "confirm":
      return confirm(store, [id], decider);
    case "dispute":
      return dispute(store, [id], decider);
    case "retract":
      return retract(store, [id], decider);
    case "correct":
      return [await correct(store, id, await correctionOf(store, id, made.change), decider)];
    case "undo":
      return undo(store, await undone(store, row, made.entry), decider);
  }
}

async function undone(store: Store, row: RecordRow, seq: number | undefined): Promise<number> {
  if (seq === undefined) return lastDecision(store, row);
  const own = (await store.decisions(fullId(row))).some((one) => one.seq === seq);
  if (!own)
    throw new Trouble("refused", `entry ${seq} is no decision on ${fullId(row)}`, [
      { field: "entry", detail: "the number of a decision on it, or leave it out for the last one" },
    ]);
  return seq;
}

/** A change as the archive takes it: words are looked for in the text. Throws UserError where they do not stand there. */
export async function correctionOf(store: Store, id: string, { words, ...rest }: Change): Promise<Correction> {
  if (words && rest.content)
    throw new Trouble("refused", "say the words or where they stand, not both", [
      { field: "change.words", detail: "leave out, or leave out change.content" },
    ]);
  const content = words ? await placesOf(store, id, words) : rest.content;
  return { ...given(rest), ...(content && { content }) };
}

export function shownEntry({ seq, act: what, about, by, at, cause }: LedgerEntry): object {
  return { seq, act: what, about, by: personOf(by), at, reason: cause };
}
