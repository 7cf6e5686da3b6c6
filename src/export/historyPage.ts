import type { History, HistoryBack, HistoryEdition, HistoryFate } from "../model/history.ts";
import { dateWords } from "./dateWords.ts";
import { difference } from "./difference.ts";
import { factLines, text, title } from "./pageLines.ts";
import { type Paint, type Piece, type Style, inColour, plain, shownOnOneLine, wrap } from "./terminal.ts";

/** How a history is shown. */
export interface HistoryPageOptions {
  readonly columns: number;
  readonly colour: boolean;
}

const MARGIN = 4;
const NARROWEST = 20;
const FATES = ["unchanged", "moved", "altered", "gone"] as const;
const WAS: readonly Style[] = ["warning"];
const NOW: readonly Style[] = ["content"];
const BOTH: readonly Style[] = [];

/** An article's editions, the first one first; of each, what became of the statements before. Ends with a newline. */
export function toHistoryPage(history: History, { columns, colour }: HistoryPageOptions): string {
  const paint = colour ? inColour : plain;
  const facts = [
    history.article,
    history.outlet ?? "no outlet known",
    history.published === null ? "no date of publication known" : `published ${dateWords(history.published)}`,
    ...(history.repeats === null ? [] : [`nearly repeats ${history.repeats}`]),
    ...(history.repeatedBy.length === 0 ? [] : [`nearly repeated by ${history.repeatedBy.join(", ")}`]),
  ];
  const lines = [
    ...title(shownOnOneLine(history.title ?? "without a title"), "", columns, paint),
    ...factLines(facts.map(shownOnOneLine), columns, paint, "dim"),
    ...history.editions.flatMap((edition) => ["", ...editionLines(edition, history.article, columns, paint)]),
  ];
  return `${lines.join("\n")}\n`;
}

function editionLines(edition: HistoryEdition, article: string, columns: number, paint: Paint): string[] {
  const { at, fates, back, added, returns, statements, silences, addresses, capture } = edition;
  const room = Math.max(NARROWEST, columns - MARGIN);
  const indented = (lines: readonly string[]): string[] => lines.map((line) => " ".repeat(MARGIN) + line);
  const held = [count(statements, "statement"), ...(silences > 0 ? [count(silences, "silence")] : [])].join(", ");
  const fate = FATES.map((name) => [name, fates.filter((one) => one.fate === name).length] as const).filter(
    ([, n]) => n > 0,
  );
  const changes = [
    ...fate.map(([name, n]) => `${n} ${name}`),
    ...(back.length > 0 ? [`${back.length} back`] : []),
    ...(added.length > 0 ? [`${added.length} new`] : []),
  ];
  return [
    ...title(`Edition ${edition.edition}`, `, taken in ${at.slice(0, 19).replace("T", " ")} UTC`, columns, paint),
    ...indented([
      ...addresses.flatMap((address) => text(`at ${address}`, room, paint, "dim")),
      ...text(`sha256 ${capture}`, room, paint, "dim"),
      ...(returns === null ? [] : text(`the page went back to the words of edition ${returns}`, room, paint)),
      ...text(edition.edition === 1 ? held : `${held}: ${changes.join(", ")}`, room, paint),
      ...fates.filter((one) => one.fate !== "unchanged").flatMap((one) => fateLines(one, article, room, paint)),
      ...back.flatMap((one) => backLines(one, article, room, paint)),
      ...added.flatMap(({ id, speaker, words }) => [
        ...head("new", id, speaker, article, room, paint),
        ...piecesLines([{ text: shownOnOneLine(words), styles: NOW }], "+ ", room, paint),
      ]),
    ]),
  ];
}

function fateLines(
  { id, fate, to, was, now, speaker, words }: HistoryFate,
  article: string,
  room: number,
  paint: Paint,
): string[] {
  const lines = head(fate, to === null || to === id ? id : `${id} → ${to}`, speaker, article, room, paint);
  if (fate === "altered" && was !== null && now !== null)
    return [...lines, ...piecesLines(differing(was, now, paint), "~ ", room, paint)];
  const mark = fate === "gone" ? "- " : "  ";
  return [
    ...lines,
    ...piecesLines([{ text: shownOnOneLine(words), styles: fate === "gone" ? WAS : BOTH }], mark, room, paint),
  ];
}

function backLines(
  { id, edition, standing, speaker, words }: HistoryBack,
  article: string,
  room: number,
  paint: Paint,
): string[] {
  const decided = standing === null || standing === "candidate" ? "" : `, ${standing}`;
  return [
    ...head("back", id, speaker, article, room, paint),
    ...text(`as in edition ${edition}${decided}`, room, paint, "dim"),
    ...piecesLines([{ text: shownOnOneLine(words), styles: NOW }], "+ ", room, paint),
  ];
}

function head(what: string, id: string, speaker: string, article: string, room: number, paint: Paint): string[] {
  const pieces: Piece[] = [
    { text: what, styles: ["bold"] },
    { text: ` ${article}.${id}`, styles: ["dim"] },
    { text: ` · ${shownOnOneLine(speaker === "" ? "nobody named" : speaker)}`, styles: ["source"] },
  ];
  return wrap(pieces, room, paint);
}

/** The words of both versions; where there is no colour, those taken out in [- -], those put in in {+ +}. */
function differing(was: string, now: string, paint: Paint): Piece[] {
  const bare = paint === plain;
  return difference(was, now).map(({ in: where, words }, i): Piece => {
    const space = i === 0 ? "" : " ";
    const shown = shownOnOneLine(words);
    if (where === "both") return { text: space + shown, styles: BOTH };
    const [open, close] = where === "was" ? ["[-", "-]"] : ["{+", "+}"];
    return { text: space + (bare ? open + shown + close : shown), styles: where === "was" ? WAS : NOW };
  });
}

function piecesLines(pieces: readonly Piece[], mark: string, room: number, paint: Paint): string[] {
  return wrap(pieces, room - 2, paint).map((line, i) => (i === 0 ? mark : "  ") + line);
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
