import { tableRows } from "../../text/tables.ts";

type Words = ReadonlyMap<string, string>;

/** The classes of `data/en/time-words.tsv`: a word in lower case to its value, "" where it has none. */
const CLASSES: ReadonlyMap<string, Words> = new Map(
  tableRows("en/time-words.tsv").map(([name, words]) => [
    name as string,
    new Map(
      (words ?? "").split(" ").map((word) => {
        const [form, value] = word.split("=");
        return [form as string, value ?? ""];
      }),
    ),
  ]),
);

function words(name: string): Words {
  const found = CLASSES.get(name);
  if (!found) throw new Error(`data/en/time-words.tsv has no class ${name}`);
  return found;
}

function counted(name: string): ReadonlyMap<string, number> {
  return new Map([...words(name)].map(([word, value]) => [word, Number(value)]));
}

export const MONTHS = counted("month");
export const WEEKDAYS = counted("weekday");
export const WEEKDAYS_AGAIN = counted("weekdays");
export const UNIT = words("unit");
export const UNITS = words("units");
export const SEASONS = counted("season");
export const SEASONS_AGAIN = counted("seasons");
export const PARTS = words("part");
export const PARTS_AGAIN = words("parts");
export const HOURS = words("hourly");
export const DEICTIC = counted("deictic");
export const CARDINALS = counted("cardinal");
export const ORDINALS = counted("ordinal");
export const DECADES = counted("decades");
export const VAGUE = words("vague");
export const HEDGES = words("hedge");
export const EDGES = words("edge");
export const ZONES = words("zone");
export const OFTEN = words("often");
export const PRESENT = words("present");
export const PAST = words("past");
export const AHEAD = words("ahead");
export const AHEAD_TO = words("ahead-to");
export const BEHIND = words("behind");
export const PUT_OFF = words("put-off");
export const SCHEDULED = words("scheduled");
export const SCHEDULED_WITH = words("scheduled-with");
export const NAMED_BEFORE = words("named-before");
export const NAMED_BEHIND = words("named-behind");

const OTHER_BEGINNINGS =
  "the a an this that these last next past coming upcoming current same previous preceding following each every its their another couple half dozens hundreds thousands early late mid tonight overnight right at more most as in then recent previously fiscal day opening closing final latest first ' q1 q2 q3 q4";

/** Words with which a time expression may begin, beside figures and the names of days and eras. */
export const BEGINNINGS: ReadonlySet<string> = new Set([
  ...[
    MONTHS,
    WEEKDAYS,
    WEEKDAYS_AGAIN,
    UNIT,
    UNITS,
    SEASONS,
    PARTS,
    HOURS,
    DEICTIC,
    CARDINALS,
    ORDINALS,
    DECADES,
  ].flatMap((words) => [...words.keys()]),
  ...[VAGUE, OFTEN, PRESENT, PAST].flatMap((words) => [...words.keys()]),
  ...OTHER_BEGINNINGS.split(" "),
]);

/** Named days that fall on a day of the week, whatever the packs: names, and what they fall on. */
export const NAMED_DAYS = tableRows("en/named-days.tsv");
