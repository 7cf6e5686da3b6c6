import { tableRows } from "../../text/tables.ts";
import { clauseEnd, subjectBefore } from "../silences/clause.ts";
import type { Stretch, Line } from "../silences/line.ts";
import type { FoundAppearance } from "../../model/entries.ts";

/** Something told of somebody's office or presence, in tokens of the line. */
export interface Act {
  readonly kind: FoundAppearance["kind"];
  readonly clause: Stretch;
  readonly who: Stretch | null;
  readonly what: Stretch | null;
  /** Whether only a person can be meant. */
  readonly person?: boolean;
}

interface AppearanceWords {
  readonly appointed: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
  readonly event: ReadonlySet<string>;
  readonly shakeUp: ReadonlySet<string>;
  readonly office: ReadonlySet<string>;
}

let loaded: AppearanceWords | null = null;

/** The words of `data/en/appearance-words.tsv`, read once. */
export function appearanceWords(): AppearanceWords {
  if (loaded) return loaded;
  const rows = new Map(tableRows("en/appearance-words.tsv").map(([name = "", words = ""]) => [name, words.split(" ")]));
  const words = (name: string): ReadonlySet<string> => new Set(rows.get(name));
  const offices = tableRows("en/source-words.tsv").flatMap(([kind, list = ""]) =>
    kind === "office" ? list.split(" ") : [],
  );
  loaded = {
    appointed: words("appointed"),
    removed: words("removed"),
    body: words("body"),
    event: words("event"),
    shakeUp: words("shake-up"),
    office: new Set([
      ...offices,
      "member",
      "members",
      "ministers",
      "premiership",
      "prefect",
      "adviser",
      "advisor",
      "rapporteur",
      "generals",
    ]),
  };
  return loaded;
}

/** The subject of the verb at `at`. */
export function subjectAt(line: Line, at: number): Stretch | null {
  const subject = apposedName(line, at) ?? subjectBefore(line, at).subject;
  // "Marsh replaces Birch, who will go": the verb before the name is not known to the clause.
  const isVerb =
    subject !== null && /^(?:replace[sd]?|succeed(?:s|ed)?|replacing|succeeding)$/.test(line.words[subject.from] ?? "");
  return subject && isVerb ? { from: subject.from + 1, to: subject.to } : subject;
}

/** "Grace Wan, a lawyer who chaired his campaign, becomes", "the head of the bank, Tom Birch, has resigned": the name of the two. */
function apposedName({ words, tokens }: Line, at: number): Stretch | null {
  if (words[at - 1] !== ",") return null;
  let comma = at - 2;
  while (comma > Math.max(0, at - 22) && !/^[,;:.!?"]$/.test(words[comma] as string)) comma--;
  if (words[comma] !== "," || comma < 1) return null;
  const capital = (k: number): boolean => /^\p{Lu}[\p{L}.]/u.test(tokens[k]?.reads ?? "");
  const inner = at - 1 - (comma + 1);
  if (
    inner >= 2 &&
    inner <= 5 &&
    Array.from({ length: inner }, (_, k) => comma + 1 + k).every(capital) &&
    !capital(comma - 1)
  )
    return { from: comma + 1, to: at - 1 };
  if (!/^(?:a|an|the|who|whose|his|her|its)$/.test(words[comma + 1] ?? "") || !capital(comma - 1)) return null;
  let from = comma;
  while (from > comma - 5 && from > 0 && capital(from - 1)) from--;
  return { from, to: comma };
}

/** Whether the words may name somebody: a capital or a pronoun in them. */
export function isPerson({ words, tokens }: Line, who: Stretch | null): boolean {
  if (!who || who.to <= who.from) return false;
  if (/^(?:he|she|him|her|they|them|who)$/.test(words[who.from] ?? "")) return true;
  const { office } = appearanceWords();
  for (let k = who.from; k < who.to; k++) {
    if (k > who.from && /^\p{Lu}\p{Ll}/u.test(tokens[k]?.reads ?? "")) return true;
    if (
      office.has(words[k] as string) ||
      /^(?:general|official|officials|aide|ministers|governors)$/.test(words[k] as string)
    )
      return true;
  }
  return (
    /^\p{Lu}\p{Ll}/u.test(tokens[who.from]?.reads ?? "") &&
    !/^(?:the|a|an|it|this|that|these|those|in|on|at|some|many|all|no|one)$/.test(words[who.from] as string)
  );
}

/** The act with its whole clause: from the subject, or the verb where that stands behind it, to the clause's end. */
export function whole(
  line: Line,
  who: Stretch | null,
  kind: Act["kind"],
  behind: number,
  what: Stretch | null,
  verb?: number,
): Act {
  const end = clauseEnd(line, Math.max(behind - 1, (what?.to ?? behind) - 1), line.words.length);
  const from = Math.min(verb ?? behind - 1, who && who.from < behind ? who.from : behind - 1);
  return { kind, clause: { from, to: Math.max(end, behind, what?.to ?? 0) }, who, what };
}
