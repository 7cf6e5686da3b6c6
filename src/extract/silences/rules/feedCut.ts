import { type Denial, type DenialRule, type Line, ahead } from "../line.ts";
import { clauseStart, isPart } from "../parts.ts";
import { vocabulary } from "../vocabulary.ts";

const BREAKS = new Set(
  "cut cuts broke breaks ends ended stops stopped faded fades froze freezes went goes jumps jumped switched switches fell falls".split(
    " ",
  ),
);
/** What a feed goes when its words are kept back. */
const AWAY = /^(?:out|off|away|short|silent|dead|dark|blank|mute|quiet|to|over)$/;
/** Who or what was to be heard then. */
const WHEN = /^(?:when|as|while|before|after|during|just|moments|shortly|seconds|once)$/;

/**
 * Who carries words breaks off: "the live feed cut out while she was reading", "the transcript ends before the questions", "the
 * channel faded out the sound when he rose", "with music in place of his voice", "cropped so that the line cannot be seen".
 */
export const feedCut: DenialRule = {
  name: "feed-cut-1",
  at: new Set([
    ...BREAKS,
    ..."mutes muted bleeped bleeps blanked dropped drops lost loses skipped skips edited edits trimmed silenced".split(
      " ",
    ),
    "cropped",
    "place",
    "instead",
    "minus",
  ]),
  find(line, i) {
    const { words } = line;
    const word = words[i] as string;
    if (word === "cropped") return cropped(line, i);
    if (/^(?:place|instead|minus)$/.test(word)) return voiceless(line, i);
    if (/^(?:not|n't|never|to|would|will|could|may|might|if|was|were|been|be|is|are)$/.test(words[i - 1] ?? ""))
      return null;
    return brokenOff(line, i) ?? spokenCut(line, i);
  },
};

/** Whether what stands before is a feed, a recording, a channel, and heads its clause. */
function isFeed(line: Line, at: number): boolean {
  const { channels, carriers } = vocabulary();
  const { words } = line;
  const start = subjectStart(line, at);
  const subject = words.slice(start, at);
  const end = subject.findIndex((w, k) => k > 0 && /^(?:of|on|from|at|by|in|for|to|,)$/.test(w));
  return subject
    .slice(0, end < 0 ? subject.length : end)
    .concat(subject.includes(",") ? subject.slice(subject.indexOf(",") + 1) : [])
    .some(
      (w) =>
        isPart(w, "feed") || carriers.has(w) || (channels.has(w) && !/^(?:paper|report|article|account)s?$/.test(w)),
    );
}

function subjectStart({ words }: Line, at: number): number {
  let from = at;
  while (
    from > 0 &&
    at - from < 24 &&
    !/^(?:[;:.?!"]|and|but|that|while|when|where|which|as)$/.test(words[from - 1] as string)
  )
    from--;
  return from;
}

function brokenOff(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!BREAKS.has(words[i] as string) || !isFeed(line, i)) return null;
  const away = AWAY.test(words[i + 1] ?? "") ? i + 1 : -1;
  if (away < 0 && /^(?:went|goes|fell|falls|switched|switches|cut|cuts|broke|breaks)$/.test(words[i] as string))
    return null;
  const at = away > 0 ? away + 1 : i + 1;
  const when = ahead(line, at, 8, (w) => WHEN.test(w));
  const later = ahead(line, at, 24, (w) => /^(?:resumes|resumed|returns|returned|picks|back)$/.test(w));
  // "The recording ends with applause", "the broadcast ended when the match did": somebody was to be heard.
  if (when < 0 && later < 0) return null;
  const speaks = ahead(
    line,
    when > 0 ? when : at,
    14,
    (w) =>
      isPart(w, "spoken") ||
      /^(?:began|begins|rose|spoke|speaking|reading|read|answering|criticising|criticizing|questioned|asked|addressed|shouted|shouting|heckling|putting|booed|jeered|heckled|said|told|session|chanting|chanted|talking|mentioned|denounced)$/.test(
        w,
      ),
  );
  return speaks > 0 || later > 0
    ? { from: i, to: at, kind: "content-withheld", who: "before", left: when > 0 ? "behind" : { from: at, to: at } }
    : null;
}

/** "Faded out the sound when he rose to speak", "lost his shout", "skips his intervention". */
function spokenCut(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!isPart(words[i], "cuts") || !isFeed(line, i)) return null;
  const at = /^(?:out|over|off)$/.test(words[i + 1] ?? "") ? i + 2 : i + 1;
  const noun = ahead(line, at, 12, (w) => isPart(w, "spoken") || w === "sound");
  if (noun < 0) return null;
  const between = words.slice(at, noun);
  if (between.some((w) => /^(?:,|to|that|which|who|because|after|when|as|but)$/.test(w))) return null;
  const owned =
    /^(?:sound|heckling)$/.test(words[noun] as string) ||
    between.some((w) => /^(?:his|her|their|'s|the|an?|of)$/.test(w));
  return owned ? { from: i, to: at, kind: "content-withheld", who: "before", left: "behind" } : null;
}

/** "With music in place of his voice", "with captions instead of her words". */
function voiceless(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  const of = words[i] === "minus" ? i : words[i + 1] === "of" ? i + 1 : -1;
  if (of < 0 || (words[i] === "place" && words[i - 1] !== "in")) return null;
  const voice = ahead(line, of + 1, 4, (w) => /^(?:voice|voices|words|remarks|speech|answers?)$/.test(w));
  if (voice < 0 || !words.slice(of + 1, voice).some((w) => /^(?:his|her|their|its|'s)$/.test(w))) return null;
  const start = clauseStart(line, i);
  if (!words.slice(start, i).some((w) => isPart(w, "feed") || vocabulary().channels.has(w))) return null;
  return {
    from: words[i] === "place" ? i - 1 : i,
    to: of + 1,
    kind: "content-withheld",
    who: "before",
    left: { from: of + 1, to: voice + 1 },
  };
}

/** "Cropped so that the line cannot be seen", "cropped to leave out the general". */
function cropped(line: Line, i: number): Omit<Denial, "by"> | null {
  const { words } = line;
  if (!/^(?:is|was|were|are|been)$/.test(words[i - 1] ?? "")) return null;
  const so = words[i + 1] === "so" || words[i + 1] === "to";
  return so
    ? { from: i - 1, to: i + 1, kind: "topic-not-mentioned", who: "before", left: { from: i + 1, to: i + 1 } }
    : null;
}
