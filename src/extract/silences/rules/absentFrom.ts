import { BE, type DenialRule, ahead, pastAdverbs } from "../line.ts";
import { vocabulary } from "../vocabulary.ts";

const PRINTED = /^(?:words?|phrases?|terms?|sentences?|passages?|pledge|promise|names?|wording|language)$/;

/** "Absent from the speech was any word on", "the war was conspicuously missing from his remarks", "Missing was any mention of". */
export const absentFrom: DenialRule = {
  name: "absent-from-1",
  at: new Set(["absent", "missing", "gone", "omitted", "dropped", "removed", "deleted", "cut"]),
  find(line, i) {
    const { words } = line;
    const { scopes, carriers } = vocabulary();
    // "Absent a deal, …" is a condition, a missing man is a missing man.
    const from = words[i + 1] === "from";
    const scope = from ? ahead(line, i + 2, 7, (w) => scopes.has(w) || carriers.has(w)) : -1;
    const cut = !/^(?:absent|missing)$/.test(words[i] as string);
    if (cut && scope < 0) return null;
    const lead =
      i === 0 ||
      (i === 1 && words[0] === "also") ||
      ((words[i - 1] ?? "").endsWith("ly") && i <= 2) ||
      words[i - 1] === ",";
    if (lead) {
      const missed = (be: number): number =>
        ahead(line, be + 1, 4, (w) =>
          /^(?:mentions?|references?|words?|criticism|apology|condemnation|call|phrases?|terms?|sentences?|passages?|pledge|promise|names?|wording|language)$/.test(
            w,
          ),
        );
      const isBe = (w: string): boolean => w === "was" || w === "were" || w === "is";
      const named = ahead(line, i + 1, 20, (w, k) => isBe(w) && missed(k) > 0);
      const be = named > 0 ? named : ahead(line, i + 1, 12, isBe);
      if (be < 0) return null;
      const word = missed(be);
      if ((!from || scope < 0) && word < 0) return null;
      const name = words[word] ?? "";
      const kind = /^(?:criticism|condemnation)$/.test(name)
        ? "not-criticised"
        : name === "apology"
          ? "message-absent"
          : "topic-not-mentioned";
      return {
        from: words[i - 1] === "," || i === 0 ? i : i - 1,
        to: PRINTED.test(name) ? be + 1 : Math.max(be, word) + 1,
        kind,
        who: "nobody",
        left: word > 0 && PRINTED.test(name) ? "behind" : undefined,
        carried: "withheld",
      };
    }
    if (scope < 0 || cut) return null;
    for (let k = i - 1; k >= Math.max(0, i - 4); k--)
      if (BE.has(words[k] as string) && pastAdverbs(line, k + 1) === i)
        return { from: k, to: scope + 1, kind: "topic-not-mentioned", who: "nobody", aboutBefore: true };
    return null;
  },
};
