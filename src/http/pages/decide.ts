import type { Context } from "hono";
import { type Done, Overtaken, type Wish, decideOn } from "../../archive/review.ts";
import { UserError } from "../../model/errors.ts";
import { DECIDED_AS } from "../../store/values.ts";
import { wantsJson } from "../access/door.ts";
import { nextPath } from "../access/nextPath.ts";
import { fieldsOf } from "../parts/fields.ts";
import { statementAddress } from "../parts/addresses.ts";
import { type Env, mayDecide } from "../room.ts";
import { decisionFault } from "./decisionFault.ts";
import type { Pages } from "./kind.ts";

const ACTS = ["confirm", "dispute", "retract", "undo", "correct"] as const;
/** Pieces of a statement's words that a form may have. */
const MOST_PIECES = 50;

/** Takes decisions from forms, with a script or without: answers with the next page, or with JSON where that is asked for. */
export const decidePages: Pages = (app, { store, now }) => {
  app.post("/statements/:id/decide", async (c) => {
    const who = c.get("who");
    if (!mayDecide(who))
      return decisionFault(c, 403, "You may look and not decide: that takes the role of a reviewer.");
    try {
      const field = await fieldsOf(c);
      const done = await decideOn(store, c.req.param("id"), wishOf(field), who.name, now());
      return answer(c, done, field("next"));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return decisionFault(c, error instanceof Overtaken ? 409 : 422, error.message);
    }
  });
};

function answer(c: Context<Env>, done: Done, next: string): Response {
  if (wantsJson(c)) return c.json(done);
  const to = new URL(next === "" ? statementAddress(done.id) : nextPath(next), "http://here.invalid");
  if (to.pathname.startsWith("/review")) to.searchParams.set("entry", String(done.entry));
  return c.redirect(to.pathname + to.search, 303);
}

/** Throws UserError for fields that say nothing that can be done. */
export function wishOf(field: (name: string) => string): Wish {
  const act = ACTS.find((one) => one === field("act"));
  if (!act) throw new UserError(`“${field("act").slice(0, 50)}” is no decision; there are: ${ACTS.join(" ")}`, 2);
  const given = (name: string): string | null => field(name).trim() || null;
  return {
    act,
    reason: given("reason"),
    seen: numberIn(field, "seen"),
    as: DECIDED_AS.find((one) => one === field("as")) ?? null,
    entry: numberIn(field, "entry"),
    speaker: given("speaker"),
    speakerKind: given("speakerKind"),
    correctedAct: given("correctedAct"),
    said: saidIn(field("said").trim()),
    spans: spansIn(field("spans").trim()),
    words: wordsIn(field),
  };
}

function numberIn(field: (name: string) => string, name: string): number | null {
  const text = field(name).trim();
  if (text === "") return null;
  if (!/^\d{1,15}$/.test(text)) throw new UserError(`${name}: “${text.slice(0, 50)}” is no number`, 2);
  return Number(text);
}

function saidIn(text: string): string | null {
  if (text === "") return null;
  return /^(?:unknown|not known)$/i.test(text) ? "" : text;
}

function spansIn(text: string): Wish["spans"] {
  if (text === "") return null;
  return text.split(",").map((piece): [number, number] => {
    const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(piece.trim()) ?? [];
    if (from === undefined) throw new UserError(`spans: “${piece.slice(0, 50)}” is no stretch of text: write 12-40`, 2);
    return [Number(from), Number(to)];
  });
}

function wordsIn(field: (name: string) => string): Wish["words"] {
  const pieces: string[] = [];
  for (let i = 1; i <= MOST_PIECES && field(`words${i}`) !== ""; i++)
    pieces.push(field(`words${i}`).replace(/\r\n?/g, "\n"));
  return pieces.length === 0 ? null : pieces;
}
