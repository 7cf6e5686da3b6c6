import type { OccasionStatus } from "../../model/entries.ts";
import type { Line } from "../silences/line.ts";

/** How far around an occasion its status may be told, in words. */
const REACH = 9;

const CALLED_OFF = /^(?:cancell?ed|postponed|deferred|scrapped|shelved|aborted|rescheduled)$/;
const AHEAD = /^(?:planned|scheduled|upcoming|forthcoming|due|slated|coming|next)$/;
/** Verbs that hold an occasion, or take part in one, in the plain form. */
const HOLD =
  /^(?:hold|attend|address|deliver|make|give|host|convene|open|join|chair|visit|speak|take|meet|participate|gather|continue|appear|testify|discuss|face|outline|announce|unveil)$/;
const STOP = /^(?:[;:.!?"]|that|who|which|because|but|after|before|if|said|told|says)$/;

/** What is told of an occasion that was not, or not yet, held; null where nothing is. */
export function statusOf(
  line: Line,
  { from, to }: { readonly from: number; readonly to: number },
): OccasionStatus | null {
  const { words } = line;
  const own = words.slice(from, to);
  const behind = behindIt(words, to);
  if (behind === "cancelled" || isCalledOff(words, from)) return "cancelled";
  if (behind) return behind;
  if (own.some((word) => AHEAD.test(word) && word !== "next") || /^(?:next|tomorrow)$/.test(own[0] ?? ""))
    return "expected";
  for (let k = from - 1; k >= Math.max(0, from - REACH); k--) {
    const word = words[k] as string;
    if (STOP.test(word)) return null;
    if (!HOLD.test(word)) continue;
    const helper = words.slice(Math.max(0, k - 4), k);
    // "will hold", "is due to deliver", "plans to attend"
    if (
      helper.at(-1) === "will" ||
      helper.at(-1) === "shall" ||
      (helper.includes("will") && !helper.some((w) => STOP.test(w)))
    )
      return "expected";
    if (
      helper.at(-1) === "to" &&
      /^(?:is|are|was|were|due|set|scheduled|expected|slated|plans|plan|planned|planning|hopes|intends|likely|agreed|prepares|preparing|poised)$/.test(
        helper.at(-2) ?? "",
      )
    )
      return "expected";
  }
  return null;
}

/** "Cancelled a rally", "called off the talks". */
function isCalledOff(words: readonly string[], from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - 4); k--) {
    const word = words[k] as string;
    if (STOP.test(word)) return false;
    if (/^(?:cancell?ed|cancels?|postponed|postpones?|scrapped|deferred|shelved)$/.test(word)) return true;
    if (word === "off" && /^call(?:ed|s)?$/.test(words[k - 1] ?? "")) return true;
  }
  return false;
}

function behindIt(words: readonly string[], to: number): OccasionStatus | null {
  let at = to;
  // "A rally planned for Friday", "The dinner, scheduled for May, was moved".
  let ahead = false;
  for (const limit = Math.min(words.length, to + REACH + 4); at < limit; at++) {
    const word = words[at] as string;
    if (/^(?:[;:.!?"]|said|says|but|and|who)$/.test(word)) break;
    const be = /^(?:was|were|been|be|is|are)$/.test(words[at - 1] ?? "") || at <= to + 1;
    if (CALLED_OFF.test(word) && be) return "cancelled";
    if (word === "off" && /^(?:called|put)$/.test(words[at - 1] ?? "")) return "cancelled";
    if (/^(?:planned|scheduled|slated|due)$/.test(word) && be) ahead = true;
    if (
      word === "will" &&
      at - to < 7 &&
      /^(?:be|take|open|begin|start|convene|go|proceed|last|continue|focus|bring|run)$/.test(words[at + 1] ?? "")
    )
      return "expected";
    if (/^(?:expected|set|to)$/.test(word) && /^(?:is|are)$/.test(words[at - 1] ?? "") && at - to < 6) ahead = true;
    if (/^(?:was|were)$/.test(word) && /^(?:held|opened|convened)$/.test(words[at + 1] ?? "")) return null;
  }
  return ahead ? "expected" : null;
}
