import { type Wish, decideOn } from "../../archive/review.ts";
import { UserError } from "../../model/errors.ts";
import { DECIDED_AS } from "../../store/values.ts";
import { wantsJson } from "../access/door.ts";
import { statementAddress } from "../parts/addresses.ts";
import { deciding, goOn } from "./deciding.ts";
import type { Pages } from "./kind.ts";

const ACTS = ["confirm", "dispute", "retract", "undo", "correct"] as const;
/** Pieces of a statement's words that a form may have. */
const MOST_PIECES = 50;

/** Takes decisions from forms, with a script or without: answers with the next page, or with JSON where that is asked for. */
export const decidePages: Pages = (app, { store, now }) => {
  app.post("/statements/:id/decide", (c) =>
    deciding(c, async (field, name) => {
      const done = await decideOn(store, c.req.param("id"), wishOf(field), name, now());
      if (wantsJson(c)) return c.json(done);
      return goOn(c, field("next"), statementAddress(done.id), { entry: String(done.entry) });
    }),
  );
};

/** Throws UserError for fields that say nothing that can be done. */
function wishOf(field: (name: string) => string): Wish {
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
