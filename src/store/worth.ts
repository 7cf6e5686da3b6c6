import type { RecordValue } from "./values.ts";

/** One reason why a person's decision on an entry is worth something. */
export interface Factor {
  readonly points: number;
  readonly why: string;
}

/** What the worth of a decision is reckoned from. `nested`: how many entries of the same reading rest on this one. */
export type Weighed = Pick<RecordValue, "kind" | "act" | "manner" | "confidence" | "speakerKind" | "leads"> & {
  readonly conditional: boolean;
  readonly nested: number;
};

/** What may turn out kept or broken, right or wrong: those who look later must find it in order. */
const SETTLED_LATER = new Set(["vow", "threaten", "offer", "demand", "predict", "expect"]);
/** What is quoted back at its speaker. */
const HELD_TO = new Set(["admit", "deny", "agree", "refuse", "warn", "announce"]);

const UNSURE = 20;
const EACH_NESTED = 10;
const MOST_NESTED = 20;
/** Points an entry loses against those that are a day younger: thirty points are thirty weeks. */
const A_DAY = 1 / 7;

/**
 * Why a decision is worth something, the weightiest first. Whoever changes a number here changes `FORMAT` too: the rows of older
 * archives hold what it was.
 */
export function factorsOf(weighed: Weighed): Factor[] {
  const { kind, act, manner, confidence, speakerKind, leads = false, conditional, nested } = weighed;
  const factors: Factor[] = [];
  const add = (points: number, why: string): void => {
    if (points > 0) factors.push({ points, why });
  };
  if (kind === "silence") add(25, "a silence: easily read into a text");
  else {
    if (SETTLED_LATER.has(act)) add(30, `${ACT_WORDS[act] ?? act}: later events will settle it`);
    else if (HELD_TO.has(act)) add(15, `${ACT_WORDS[act] ?? act}: its speaker will be held to it`);
    if (conditional) add(10, "it hangs on a condition");
    if (leads)
      add(
        manner === "indirect" ? 10 : 20,
        `${manner === "indirect" ? "" : "quoted words of "}a head of state or government`,
      );
    else if (manner !== "indirect" && speakerKind === "person") add(5, "quoted words of a named person");
    add(
      Math.min(MOST_NESTED, nested * EACH_NESTED),
      nested === 1 ? "another rests on it" : `${nested} others rest on it`,
    );
    // Largest where the machine was right as often as wrong.
    add(Math.round(UNSURE * 4 * confidence * (1 - confidence)), `the machine’s confidence is ${confidence.toFixed(2)}`);
  }
  return factors.toSorted((a, b) => b.points - a.points);
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  vow: "a vow",
  threaten: "a threat",
  offer: "an offer",
  demand: "a demand",
  predict: "a prediction",
  expect: "an expectation",
  admit: "an admission",
  deny: "a denial",
  agree: "an agreement",
  refuse: "a refusal",
  warn: "a warning",
  announce: "an announcement",
};

/**
 * What a decision on an entry is worth, to put candidates in order by: its points, and a seventh of a point for each day by which
 * it is younger. As every day counts the same for all, the order stays while they age. `at`: when it was asserted, ISO 8601 in UTC.
 */
export function worthOf(weighed: Weighed, published: string | null, at: string): number {
  const points = factorsOf(weighed).reduce((all, factor) => all + factor.points, 0);
  return Math.round(points / A_DAY) + dayNumber(dayCounted(published, at));
}

/** The day an entry ages from: that of publication, but none that lies ahead of its reading. */
export function dayCounted(published: string | null, at: string): string {
  const read = at.slice(0, 10);
  return published !== null && published < read ? published : read;
}

/** Days since 1970; a month or a year counts from its first day. What is no date counts as the first. */
function dayNumber(date: string): number {
  const [year = "", month = "01", day = "01"] = date.split("-");
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : 0;
}

/** How many records of a reading rest on each: those nested in it. By id. */
export function nestedIn(records: readonly Pick<RecordValue, "record">[]): ReadonlyMap<string, number> {
  const nested = new Map<string, number>();
  for (const { record } of records) {
    const inside = record["inside"];
    if (typeof inside === "string") nested.set(inside, (nested.get(inside) ?? 0) + 1);
  }
  return nested;
}

/** Whose move the condition of an entry waits for; "" where it does not tell, null where there is no condition. */
export function moverOf({ record }: Pick<RecordValue, "record">): string | null {
  const condition = record["condition"] as { readonly mover?: string | null } | null | undefined;
  return condition ? (condition.mover ?? "") : null;
}
