import type { ReadingLine } from "../../src/export/schema.ts";

type Article = "S" | "A" | "A, dated";
type Statement = ReadingLine["statements"][number];
type Range = readonly [number, number];

interface Check {
  readonly of: Article;
  /** Where the fact stands, in the article as delivered. */
  readonly at: number;
  readonly holds: (reading: ReadingLine) => boolean;
}

/** One kind of fact of the seed articles with the places where it must be found. */
export interface Fact {
  readonly id: string;
  readonly what: string;
  readonly checks: readonly Check[];
  /** Why it cannot be had, where it can't. */
  readonly outOfReach?: string;
}

const check = (of: Article, at: number, holds: (reading: ReadingLine) => boolean): Check => ({ of, at, holds });
const meets = ([a, b]: Range, [from, to]: readonly [number, number]): boolean => from < b && to > a;
const fold = (name: string): string => name.toLowerCase().replaceAll("-", " ").replace(/^the /, "");

/** Whether a statement is the one meant: each given property holds. */
interface Wanted {
  readonly speaker?: string;
  readonly kind?: string;
  readonly through?: string;
  readonly act?: readonly string[];
  readonly manner?: string;
  readonly voice?: string;
  readonly pieces?: number;
  readonly nested?: boolean;
  readonly condition?: Range;
  readonly cue?: boolean;
  readonly said?: string;
  readonly strength?: string;
  readonly edit?: string;
  readonly hops?: number;
  readonly quotation?: boolean;
}

function is(s: Statement, w: Wanted): boolean {
  const speaker = s.chain.at(-1);
  const names = (name: string): boolean => fold(speaker?.name ?? "") === fold(name);
  return (
    (w.speaker === undefined || names(w.speaker)) &&
    (w.kind === undefined || speaker?.kind === w.kind) &&
    (w.through === undefined || s.chain.slice(0, -1).some((hop) => fold(hop.name) === fold(w.through as string))) &&
    (w.act === undefined || w.act.includes(s.act)) &&
    (w.manner === undefined || s.manner === w.manner) &&
    (w.voice === undefined || s.voice?.of === w.voice) &&
    (w.pieces === undefined || s.content.length === w.pieces) &&
    (w.nested === undefined || (s.inside !== null) === w.nested) &&
    (w.condition === undefined || (s.condition !== null && meets(w.condition, s.condition.trigger))) &&
    (w.cue === undefined || (s.cue !== null) === w.cue) &&
    (w.said === undefined || s.uttered.edtf?.startsWith(w.said) === true) &&
    (w.strength === undefined || s.strength === w.strength) &&
    (w.hops === undefined || s.chain.length >= w.hops) &&
    (w.edit === undefined || s.edits.some(({ kind }) => kind === w.edit))
  );
}

/** A statement whose content meets the range and that is as wanted. */
const said =
  (range: Range, wanted: Wanted = {}) =>
  (r: ReadingLine): boolean =>
    r.statements.some((s) => s.content.some((piece) => meets(range, piece)) && is(s, wanted));
const notSaid =
  (range: Range) =>
  (r: ReadingLine): boolean =>
    !r.statements.some((s) => s.content.some((piece) => meets(range, piece)));
const silence =
  (range: Range, kinds: readonly string[], wanted: { accordingTo?: string; about?: boolean } = {}) =>
  (r: ReadingLine): boolean =>
    r.silences.some(
      (q) =>
        meets(range, q.span) &&
        kinds.includes(q.kind) &&
        (wanted.accordingTo === undefined || fold(q.accordingTo ?? "") === fold(wanted.accordingTo)) &&
        (wanted.about === undefined || q.about !== null),
    );
const noSilence =
  (range: Range) =>
  (r: ReadingLine): boolean =>
    !r.silences.some((q) => meets(range, q.span));
const time =
  (range: Range, edtf: string | null, value?: RegExp) =>
  (r: ReadingLine): boolean =>
    r.times.some(
      (t) =>
        meets(range, t.span) &&
        (edtf === null ? t.edtf === null : t.edtf === edtf) &&
        (value?.test(t.timex.value) ?? true),
    );
const anyTime =
  (range: Range) =>
  (r: ReadingLine): boolean =>
    r.times.some((t) => meets(range, t.span));
const named =
  (name: string, kind: string, at: readonly Range[]) =>
  (r: ReadingLine): boolean =>
    r.people.some(
      (p) =>
        fold(p.name) === fold(name) && p.kind === kind && at.every((range) => p.mentions.some((m) => meets(range, m))),
    );
const block =
  (range: Range, kind: string) =>
  (r: ReadingLine): boolean =>
    r.document.blocks.some((b) => meets(range, b.span) && b.kind === kind);
const repaired =
  (range: Range, why: string) =>
  (r: ReadingLine): boolean =>
    r.document.repairs.some((p) => meets(range, p.span) && p.why === why);
const occasion =
  (range: Range, when?: string) =>
  (r: ReadingLine): boolean =>
    r.occasions.some(
      (o) =>
        [o.span, ...o.mentions].some((m) => meets(range, m)) &&
        (when === undefined || (o.when.edtf ?? "").startsWith(when)),
    );

const LEADER = "Kim Jong-un";
const AGENCY = "Korean Central News Agency";

/** F1 to F83 by their offsets. What only shows across two articles (F84 to F86) belongs to linking. */
export const FACTS: readonly Fact[] = [
  {
    id: "F1",
    what: "direct quotation through a channel",
    checks: [check("S", 848, said([848, 980], { speaker: LEADER, through: AGENCY }))],
  },
  {
    id: "F2",
    what: "quoted words that are the channel's narration",
    checks: [
      check("S", 848, said([848, 980], { voice: "channel" })),
      check("S", 3080, said([2930, 3116], { voice: "channel" })),
    ],
  },
  {
    id: "F3",
    what: "paraphrase",
    checks: [check("A", 894, said([894, 960], { speaker: LEADER, manner: "indirect" }))],
  },
  {
    id: "F4",
    what: "mixed quotation",
    checks: [check("S", 3263, said([3263, 3315], { manner: "mixed", speaker: LEADER }))],
  },
  {
    id: "F5",
    what: "attribution nested three deep",
    checks: [
      check("A", 3059, said([3069, 3152], { speaker: LEADER, through: "Shin Beom-chul", nested: true, hops: 3 })),
    ],
  },
  {
    id: "F6",
    what: "evidential passive",
    checks: [check("A", 974, said([998, 1140], { speaker: LEADER, cue: true }))],
  },
  {
    id: "F7",
    what: "the medium itself as speaker",
    checks: [check("S", 2044, said([2055, 2080], { kind: "channel" }))],
  },
  {
    id: "F8",
    what: "interview given to the outlet",
    checks: [check("A", 2261, said([2060, 2175], { speaker: "Hong Min", kind: "person" }))],
  },
  {
    id: "F9",
    what: "one quotation over four paragraphs, closing marks missing",
    checks: [2059, 2280, 2400, 2630].map((at) => check("A", at, said([at, at + 60], { speaker: "Hong Min" }))),
  },
  {
    id: "F10",
    what: "source after the quotation",
    checks: [check("A", 3214, said([3059, 3205], { speaker: "Shin Beom-chul" }))],
  },
  {
    id: "F11",
    what: "unnamed plural sources",
    checks: [
      check("S", 1647, said([1675, 1800], { kind: "unnamed", speaker: "observers" })),
      check("A", 3680, said([3694, 3840], { kind: "unnamed", speaker: "analysts" })),
    ],
  },
  { id: "F12", what: "belief with no holder", checks: [check("S", 1572, said([1590, 1642], { kind: "none" }))] },
  {
    id: "F13",
    what: "strength of the reporting verb",
    checks: [
      check("S", 492, said([515, 590], { strength: "weak" })),
      check("S", 2923, said([2930, 3116], { strength: "strong" })),
      check("S", 2055, said([2065, 2085], {})),
    ],
  },
  {
    id: "F14",
    what: "the outlet's own voice and epithets are nobody's words",
    checks: [check("A", 3324, notSaid([3319, 3345])), check("S", 1348, notSaid([1344, 1400]))],
  },
  {
    id: "F15",
    what: "agent named by metonym",
    checks: [check("A", 2944, named("United States", "state", [[2914, 2924]]))],
  },
  {
    id: "F16",
    what: "state media outlet over a state agency",
    checks: [check("S", 101, (r) => r.document.outlet === "Sputnik" && said([848, 980], { through: "Sputnik" })(r))],
  },
  {
    id: "F17",
    what: "omission mark inside a quotation",
    checks: [check("S", 3008, said([2930, 3116], { edit: "omission" }))],
  },
  {
    id: "F18",
    what: "bracketed substitution inside a quotation",
    checks: [check("A", 1115, said([1010, 1140], { edit: "insertion" }))],
  },
  {
    id: "F19",
    what: "the same words at three lengths",
    checks: [
      check("A", 25, (r) => r.quotations.some((q) => meets([24, 31], q.span))),
      check("A", 571, said([545, 680], { speaker: LEADER })),
      check("A", 1013, said([1010, 1140], { speaker: LEADER })),
    ],
  },
  {
    id: "F20",
    what: "standfirst quotes a word found nowhere else",
    checks: [check("A", 100, (r) => r.quotations.some((q) => meets([99, 120], q.span)))],
  },
  {
    id: "F21",
    what: "marks that label a term",
    checks: [
      check(
        "A",
        1705,
        (r) =>
          r.quotations.some((q) => meets([1705, 1718], q.span)) &&
          r.statements.every((s) => !s.content.some((c) => meets([1705, 1718], c)) || s.voice?.of === "label"),
      ),
      check(
        "A",
        3576,
        (r) =>
          r.quotations.some((q) => meets([3560, 3580], q.span)) &&
          r.statements.every((s) => !s.content.some((c) => meets([3562, 3578], c)) || s.voice?.of === "label"),
      ),
    ],
  },
  {
    id: "F22",
    what: "one glyph for closing mark and apostrophe",
    checks: [check("A", 2121, (r) => r.quotations.some((q) => q.span[0] <= 2060 && q.span[1] >= 2150))],
  },
  { id: "F23", what: "parenthesised hedge stays in its sentence", checks: [check("S", 2371, notSaid([2371, 2383]))] },
  {
    id: "F24",
    what: "romanisation differs",
    checks: [
      check("S", 31, named("Kim Jong-un", "person", [[31, 43]])),
      check("A", 197, named("Kim Jong Un", "person", [[197, 208]])),
    ],
  },
  {
    id: "F25",
    what: "headline stronger than body",
    checks: [check("S", 43, (r) => r.remarks.some((m) => m.reason.includes("headline")))],
  },
  {
    id: "F26",
    what: "our party, our own style: the speaker's first person",
    checks: [check("A", 1912, said([1830, 2055], { voice: "speaker" }))],
  },
  {
    id: "F27",
    what: "admission of failure",
    checks: [
      check("S", 393, said([405, 447], { act: ["admit"], speaker: LEADER })),
      check("S", 3263, said([3175, 3315], { act: ["admit"] })),
    ],
  },
  { id: "F28", what: "vow", checks: [check("S", 2923, said([2930, 3116], { act: ["vow"], speaker: LEADER }))] },
  {
    id: "F29",
    what: "policy declared without content",
    checks: [check("S", 848, said([848, 980], { act: ["announce"] }))],
  },
  {
    id: "F30",
    what: "conditional position",
    checks: [check("A", 3094, said([3069, 3152], { condition: [3112, 3152] }))],
  },
  {
    id: "F31",
    what: "conditional offer by a third party",
    checks: [check("A", 2737, said([2775, 2905], { speaker: "Moon Jae-in", condition: [2840, 2905] }))],
  },
  {
    id: "F32",
    what: "request pending so far",
    checks: [check("A", 2944, silence([2907, 2951], ["act-absent", "answer-not-given"]))],
  },
  { id: "F33", what: "exhortation", checks: [check("A", 551, said([545, 680], { act: ["demand"] }))] },
  {
    id: "F34",
    what: "named prediction",
    checks: [check("A", 3173, said([3173, 3205], { speaker: "Shin Beom-chul" }))],
  },
  {
    id: "F35",
    what: "anonymous prediction with its reason",
    checks: [check("A", 3698, said([3694, 3840], { act: ["predict"] }))],
  },
  { id: "F36", what: "third-party expectation", checks: [check("S", 1647, said([1675, 1800], { act: ["expect"] }))] },
  {
    id: "F37",
    what: "expert evaluation",
    checks: [
      check("A", 2079, said([2060, 2170], { act: ["evaluate", "condemn"] })),
      check("A", 3154, said([3154, 3172], { act: ["evaluate", "condemn"] })),
      check("A", 2411, said([2400, 2500], { act: ["evaluate", "condemn"] })),
    ],
  },
  {
    id: "F38",
    what: "counterfactual advice",
    checks: [check("A", 2629, said([2630, 2735], { act: ["evaluate", "demand", "condemn"], speaker: "Hong Min" }))],
  },
  {
    id: "F39",
    what: "claim of a first",
    checks: [check("A", 1168, () => false)],
    outOfReach: "a claim of the outlet's own, told in nobody's words: the contract has no entry for it",
  },
  { id: "F40", what: "insult or label", checks: [check("S", 2075, said([2065, 2085], { act: ["condemn"] }))] },
  {
    id: "F41",
    what: "counted rhetoric, reported",
    checks: [
      check("A", 1720, (r) =>
        r.counts.some((c) => meets([1690, 1800], c.span) && c.count === 27 && c.of === "term" && c.occasion !== null),
      ),
    ],
  },
  {
    id: "F42",
    what: "identity or metaphor statement",
    checks: [check("A", 1884, said([1830, 2055], { speaker: LEADER, act: ["evaluate", "assert"] }))],
  },
  {
    id: "F43",
    what: "personnel act, done and expected",
    checks: [
      check("A", 3555, (r) => r.appearances.some((x) => meets([3435, 3676], x.span) && x.kind === "appointed")),
      check("A", 3419, (r) => r.appearances.some((x) => meets([3386, 3433], x.span) && x.kind === "expected")),
    ],
  },
  {
    id: "F44",
    what: "background event with an actor",
    checks: [check("S", 1466, named("North Korea", "state", [[1466, 1475]]))],
  },
  {
    id: "F45",
    what: "bounded count",
    checks: [
      check("A", 1490, (r) =>
        r.counts.some((c) => meets([1470, 1530], c.span) && c.count === 4 && c.bound === "at-least"),
      ),
    ],
  },
  {
    id: "F46",
    what: "detail left open by the speaker",
    checks: [check("S", 602, silence([598, 680], ["detail-withheld"]))],
  },
  {
    id: "F47",
    what: "topic treated, content withheld by the channel",
    checks: [check("S", 1094, silence([1085, 1195], ["content-withheld"]))],
  },
  {
    id: "F48",
    what: "a kind of message absent from the channel's account",
    checks: [check("S", 1958, silence([1950, 2012], ["message-absent"]))],
  },
  {
    id: "F49",
    what: "an act expected in the world did not happen",
    checks: [check("S", 2299, silence([2299, 2350], ["act-absent", "message-absent"]))],
  },
  {
    id: "F50",
    what: "topic not mentioned, according to a channel",
    checks: [check("A", 2974, silence([2970, 3005], ["topic-not-mentioned"], { accordingTo: AGENCY, about: true }))],
  },
  { id: "F51", what: "someone not criticised", checks: [check("A", 3010, silence([3006, 3040], ["not-criticised"]))] },
  {
    id: "F34/35",
    what: "negated predictions are no silences",
    checks: [check("A", 3173, noSilence([3173, 3205])), check("A", 3698, noSilence([3694, 3840]))],
  },
  {
    id: "F52",
    what: "dateline in day.month.year with zone",
    checks: [check("S", 131, (r) => r.document.published.edtf === "2021-01-08T08:33:00Z")],
  },
  {
    id: "F53",
    what: "no date in the text: what hangs on it stays unknown",
    checks: [check("A", 0, (r) => r.document.published.edtf === null), check("A", 725, time([725, 733], null))],
  },
  {
    id: "F54",
    what: "weekday relative to publication",
    checks: [
      check("S", 502, time([502, 513], "2021-01-07")),
      check("A, dated", 725, time([725, 733], "2019-04-11")),
      check("A, dated", 1656, time([1656, 1670], "2019-04-10")),
      check("A, dated", 3374, time([3374, 3385], "2019-04-11")),
    ],
  },
  {
    id: "F55",
    what: "ordinal days of a named event",
    checks: [
      check("S", 755, time([755, 775], "2021-01-07")),
      check("S", 327, time([310, 345], "2021-01-05")),
      check("S", 2762, time([2755, 2780], "2021-01-06")),
      check("S", 405, said([405, 447], { said: "2021-01-05" })),
      check("S", 2930, said([2930, 3116], { said: "2021-01-06" })),
    ],
  },
  { id: "F56", what: "time relative to another statement", checks: [check("S", 3131, anyTime([3126, 3165]))] },
  { id: "F57", what: "same-year anaphora", checks: [check("S", 2556, time([2540, 2575], "2019-22"))] },
  {
    id: "F58",
    what: "month, season or year only",
    checks: [
      check("S", 2285, time([2285, 2297], "2020-12")),
      check("S", 1440, time([1436, 1452], "2020-22")),
      check("A, dated", 416, time([413, 421], "2019-02")),
    ],
  },
  { id: "F59", what: "period ended last year", checks: [check("S", 3231, time([3220, 3245], "2020"))] },
  {
    id: "F60",
    what: "two roundings of one interval",
    checks: [check("S", 266, anyTime([259, 288])), check("S", 1806, anyTime([1800, 1840]))],
  },
  {
    id: "F61",
    what: "said on one day, carried on another",
    checks: [
      check("A, dated", 725, said([894, 960], {})),
      check("A, dated", 725, (r) =>
        r.statements.some((s) => s.chain.some((h) => h.kind === "channel" && h.when?.edtf === "2019-04-11")),
      ),
    ],
  },
  { id: "F62", what: "relative to somebody else's event", checks: [check("A", 775, anyTime([770, 790]))] },
  { id: "F63", what: "expected end of a running event", checks: [check("S", 2819, time([2835, 2850], "2021-01-08"))] },
  { id: "F64", what: "unanchored previously", checks: [check("S", 2044, time([2040, 2056], null))] },
  {
    id: "F65",
    what: "hedged anniversary",
    checks: [check("S", 2866, anyTime([2836, 2875]))],
    outOfReach: "the day is named by whose birthday it is; only a pack could say when that is",
  },
  {
    id: "F66",
    what: "alias and title sets",
    checks: [
      check(
        "S",
        480,
        named("Kim Jong-un", "person", [
          [372, 384],
          [480, 491],
          [1635, 1642],
        ]),
      ),
      check(
        "A",
        680,
        named("Kim Jong Un", "person", [
          [683, 702],
          [876, 879],
        ]),
      ),
    ],
  },
  {
    id: "F67",
    what: "two people sharing a surname, kinship",
    checks: [
      check(
        "S",
        1616,
        (r) => named("Kim Yo-jong", "person", [[1600, 1611]])(r) && r.people.some((p) => fold(p.name) === fold(LEADER)),
      ),
    ],
  },
  {
    id: "F68",
    what: "time-bound titles",
    checks: [
      check(
        "S",
        2188,
        named("Joe Biden", "person", [
          [2065, 2074],
          [2188, 2214],
        ]),
      ),
    ],
  },
  {
    id: "F69",
    what: "acronym introduced later",
    checks: [
      check(
        "S",
        1065,
        named(AGENCY, "organisation", [
          [690, 716],
          [1079, 1083],
        ]),
      ),
      check("A", 2254, (r) =>
        r.people.some((p) => p.mentions.some((m) => meets([2210, 2258], m)) && p.kind === "organisation"),
      ),
    ],
  },
  {
    id: "F70",
    what: "role, unit and institute of an expert",
    checks: [
      check("A", 2151, (r) => r.people.some((p) => fold(p.name) === "hong min" && p.described.length > 0)),
      check("A", 3253, (r) => r.people.some((p) => fold(p.name) === "shin beom chul" && p.described.length > 0)),
    ],
  },
  {
    id: "F71",
    what: "occasion",
    checks: [
      check("S", 3162, occasion([3155, 3190])),
      check("A", 1738, occasion([1738, 1760])),
      check("A", 3300, occasion([3300, 3385])),
    ],
  },
  {
    id: "F72",
    what: "one event with three names",
    checks: [
      check("A", 355, (r) =>
        r.occasions.some((o) =>
          [
            [350, 369],
            [1225, 1250],
            [2096, 2101],
          ].every((range) => o.mentions.some((m) => meets(range as unknown as Range, m))),
        ),
      ),
    ],
    outOfReach:
      "that Hanoi, Vietnam and Metropole name one summit is knowledge of the world; linking may learn it from other reports",
  },
  {
    id: "F73",
    what: "place",
    checks: [check("S", 1466, (r) => r.people.some((p) => p.kind === "place" || p.kind === "state"))],
  },
  { id: "F74", what: "view counter is noise", checks: [check("S", 3321, block([3321, 3334], "noise"))] },
  { id: "F75", what: "glued words", checks: [check("A", 528, repaired([521, 545], "glued words"))] },
  { id: "F76", what: "doubled apostrophe", checks: [check("A", 183, repaired([186, 192], "doubled apostrophe"))] },
  { id: "F77", what: "doubled word", checks: [check("S", 687, repaired([680, 692], "doubled word"))] },
  {
    id: "F78",
    what: "paragraphs made of a no-break space",
    checks: [check("A", 0, (r) => r.document.blocks.every((b) => r.document.text.slice(...b.span).trim() !== ""))],
  },
  { id: "F79", what: "the outlet's grammar slips", checks: [check("S", 2784, said([2930, 3116]))] },
  {
    id: "F80",
    what: "picture description and caption",
    checks: [check("A", 183, (r) => block([177, 360], "caption")(r) && block([370, 515], "caption")(r))],
  },
  { id: "F81", what: "standfirst", checks: [check("A", 61, block([61, 170], "standfirst"))] },
  { id: "F82", what: "closing source line", checks: [check("A", 3842, block([3842, 3860], "source-line"))] },
  { id: "F83", what: "dateline stuck to the first word", checks: [check("A", 514, block([521, 539], "dateline"))] },
];
