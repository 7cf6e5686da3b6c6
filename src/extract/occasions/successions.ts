import type { Stretch, Line } from "../silences/line.ts";
import { type Act, appearanceWords, isPerson, subjectAt, whole } from "./appearanceWords.ts";
import { helperBefore, isUnreal, officeIn, personIn, titleOf } from "./officeParts.ts";

const SUCCEEDS = /^(?:replaces?|succeeds?|replaced|succeeded|replacing|succeeding)$/;
/** "is expected to replace", "will succeed", "in talks to": not yet. */
const TO_COME = /^(?:will|would|to|may|might|could|expected|due|set|likely|tipped|poised|shall|slated|lined)$/;

/** "Orlov replaces Hanko as envoy", "Hanko was replaced by Orlov", "appointed Orlov to succeed Hanko": who comes and who goes. */
export function successionAt(line: Line, i: number): Act[] {
  const { words } = line;
  if (!SUCCEEDS.test(words[i] as string)) return [];
  const before = helperBefore(line, i);
  if (before.denied || /^(?:who|what)$/.test(words[i + 1] ?? "")) return [];
  if (words[i + 1] === "by" && words[i] === "replaced") {
    if (!before.passive) return [];
    const gone = subjectAt(line, before.at);
    const come = personIn(line, i + 2);
    if (!come || !gone || !isPerson(line, gone)) return [];
    const what = asOffice(line, come.to) ?? titleOf(line, gone);
    const kind = before.expected ? "expected" : "appointed";
    const clause = whole(line, gone, "removed", come.to, what).clause;
    return [
      ...(before.expected ? [] : [{ kind: "removed", clause, who: gone, what, person: true } as const]),
      { kind, clause, who: come, what, person: true },
    ];
  }
  if (before.passive) return [];
  // "He'd replace the chair": what somebody would do to another.
  const base = /^(?:replace|succeed)$/.test(words[i] as string);
  if (base && !/^(?:will|to)$/.test(words[i - 1] ?? "")) return [];
  const gone = personIn(line, i + 1);
  const ing = words[i]?.endsWith("ing");
  const come = ing ? nameBefore(line, i) : subjectAt(line, before.at);
  if (!gone) return [];
  // "was named adviser, succeeding Moss": who comes is told by the other verb.
  if (ing && !come) return [{ ...whole(line, null, "removed", gone.to, null, i), who: gone, person: true }];
  if (!come || !isPerson(line, come)) return [];
  const awaited =
    words[i - 1] === "to" &&
    words.slice(Math.max(0, i - 5), i - 1).some((w) => /^(?:lined|tipped|expected|likely|poised)$/.test(w));
  const infinitive = words[i - 1] === "to" || TO_COME.test(words[i - 1] ?? "") || before.expected;
  // "appointed Orlov to succeed Hanko" is told by its own verb.
  if (infinitive && words[i - 1] === "to" && !before.expected && !awaited) return [];
  const what = asOffice(line, gone.to) ?? titleOf(line, gone);
  const { clause } = whole(line, come, "appointed", gone.to, what, i);
  if (infinitive) return [{ kind: "expected", clause, who: come, what, person: true }];
  return [
    { kind: "appointed", clause, who: come, what, person: true },
    { kind: "removed", clause, who: gone, what, person: true },
  ];
}

/** "Koome would take over at the interior ministry", "steps in as acting head", "Wanjiru becomes energy minister". */
export function takeOverAt(line: Line, i: number): Act | null {
  const { words } = line;
  const word = words[i] as string;
  const takes = /^(?:takes?|took|taken|stepp?e?d?s?)$/.test(word) && /^(?:over|in|up)$/.test(words[i + 1] ?? "");
  const becomes = /^(?:becomes?|became)$/.test(word);
  if (!takes && !becomes) return null;
  let behind = takes ? i + 2 : i + 1;
  if (takes && !/^(?:as|at|from)$/.test(words[behind] ?? "")) return null;
  if (takes && words[i + 1] !== "over" && words[behind] !== "as") return null;
  const before = helperBefore(line, i);
  const who = subjectAt(line, before.at);
  if (before.denied || isUnreal(line, before.at) || !isPerson(line, who)) return null;
  const { office, body } = appearanceWords();
  let what = takes && words[behind] === "from" ? null : officeIn(line, behind);
  if (takes && words[behind] === "at") {
    const from = words[behind + 1] === "the" ? behind + 2 : behind + 1;
    let to = from;
    while (
      to < from + 5 &&
      /^[\p{L}-]+$/u.test(words[to] ?? "") &&
      !/^(?:on|in|after|from|next|this|when|and|at)$/.test(words[to] as string)
    )
      to++;
    what = to > from ? { from, to } : null;
  }
  if (!what) return null;
  // "became a leader of men" is no office; one has no article or a definite one, and stands right behind.
  if (becomes) {
    if (/^(?:a|an|his|her|their|one|the)$/.test(words[behind] ?? "")) {
      if (
        words[behind] !== "the" ||
        !/^(?:first|new|next|second|third|youngest|fourth|fifth)$/.test(words[behind + 1] ?? "")
      )
        return null;
      behind++;
    }
    const near = words.slice(behind, behind + 5).some((w) => office.has(w));
    if (!near || what.from > behind + 2 || words.slice(behind, what.from).some((w) => body.has(w))) return null;
  }
  const kind = before.expected || /^(?:will|would|to)$/.test(words[i - 1] ?? "") ? "expected" : "appointed";
  if (kind === "expected" && words[i - 1] === "to" && !before.expected) return null;
  return { ...whole(line, who, kind, behind, what), person: true };
}

/** "accepted the resignation of Cardinal Ouellet as prefect", "relieving Hanko of his duties as envoy". */
export function resignationAt(line: Line, i: number): Act | null {
  const { words } = line;
  if (words[i] === "resignation" && words[i + 1] === "of") {
    const verb = words
      .slice(Math.max(0, i - 4), i)
      .findIndex((w) => /^(?:accepted|accepts|accepting|announced|announces)$/.test(w));
    if (verb < 0) return null;
    const who = personIn(line, i + 2);
    return who ? { ...whole(line, null, "removed", who.to, asOffice(line, who.to), i), who, person: true } : null;
  }
  const relieved = /^(?:relieving|relieved|relieves|stripping|stripped)$/.test(words[i] as string);
  const removed = /^(?:removing|remove|dismissing|dismiss)$/.test(words[i] as string);
  const bare = removed && !words[i]?.endsWith("ing");
  if (bare && !(words[i - 1] === "to" && /^(?:voted|agreed|decided|moved)$/.test(words[i - 2] ?? ""))) return null;
  if (!relieved && !removed) return null;
  const who = personIn(line, i + 1);
  if (!who || !/^(?:of|from|as)$/.test(words[who.to] ?? "")) return null;
  const what = officeIn(line, who.to + 1);
  return what ? { ...whole(line, null, "removed", what.to, what, i), who, person: true } : null;
}

function nameBefore({ words, tokens }: Line, i: number): Stretch | null {
  let to = i;
  if (words[to - 1] === ",") to--;
  let from = to;
  while (from > 0 && from > to - 4 && /^\p{Lu}/u.test(tokens[from - 1]?.reads ?? "")) from--;
  return from < to ? { from, to } : null;
}

/** "as prefect of the bishops" behind a name. */
function asOffice(line: Line, at: number): Stretch | null {
  return line.words[at] === "as" ? officeIn(line, at) : null;
}
